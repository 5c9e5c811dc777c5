"""What reading found, as plain data that a golden case can hold: only what differs from the default."""

from __future__ import annotations

from typing import Any

from notice_site.model import Align, Line, Problem, Source


def shown_line(line: Line) -> dict[str, Any]:
    """Number and text, and the rest where it says something."""
    data: dict[str, Any] = {"line": line.number, "text": [list(row) for row in line.rows] if line.rows else line.text}
    if line.align is not Align.LEFT:
        data["align"] = line.align.value
    if line.heading:
        data["heading"] = line.heading
    for flag in ("whole", "gap_before"):
        if getattr(line, flag):
            data[flag] = True
    return data


def shown(source: Source | None, problems: tuple[Problem, ...]) -> dict[str, Any]:
    """A source and the problems met."""
    data: dict[str, Any] = {}
    if source is not None:
        data["lines"] = [shown_line(line) for line in source.lines]
        if source.dropped:
            data["dropped"] = [f"{d.line}: {d.text} ({d.reason})" for d in source.dropped]
        if source.metadata:
            data["metadata"] = dict(source.metadata)
        if not source.has_text:
            data["has_text"] = False
    if problems:
        data["problems"] = [str(problem) for problem in problems]
    return data
