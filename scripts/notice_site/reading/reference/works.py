"""Reads reference/works.yml: widely known works and the names by which notices call them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from notice_site.model import Problem, Work
from notice_site.reading.reference.entries import ReadEntry, read_entries
from notice_site.reading.reference.yaml_nodes import Node

KINDS = ("document", "regulation", "speech", "meeting", "work")


def read_works(path: Path) -> tuple[tuple[Work, ...], tuple[Problem, ...]]:
    """The works at `path`; faulty entries and names that two works claim are reported with the second."""
    return read_entries(path, work_reader())


def work_reader() -> ReadEntry[Work]:
    """Makes what reads one entry after the other; none of its names may be one of a work before it."""
    owners: dict[str, str] = {}

    def read(node: Node, before: Sequence[Work]) -> Work:
        work = _work(node)
        for name in work.names:
            if name in owners:
                raise node.error(f"“{name}”已是“{owners[name]}”的名称", "只留在一条里")
        owners.update(dict.fromkeys(work.names, work.title))
        return work

    return read


def _work(node: Node) -> Work:
    fields = node.mapping(("title", "kind", "names", "not_before"), required=("title", "kind"))
    title = fields["title"].text()
    names = fields["names"].texts() if "names" in fields else ()
    not_before = fields["not_before"].texts() if "not_before" in fields else ()
    return Work(title, fields["kind"].choice(KINDS), tuple(dict.fromkeys((title, *names))), not_before)
