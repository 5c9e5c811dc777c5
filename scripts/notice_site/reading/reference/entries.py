"""Reads a list of entries from YAML; a faulty entry is reported and keeps no other out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from notice_site.model import Problem
from notice_site.reading.reference.yaml_nodes import Node, NodeError, load_yaml

Entry = TypeVar("Entry")
ReadEntry = Callable[[Node, Sequence[Entry]], Entry]
"""Makes an entry from its node and the entries before it, which it may not repeat; raises `NodeError`."""


def read_entries(path: Path, read: ReadEntry[Entry]) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """The entries of reference/NAME.yml at `path`; what is faulty is left out and reported."""
    try:
        nodes = load_yaml(path, f"reference/{path.name}").sequence()
    except NodeError as error:
        return (), (error.problem,)
    return entries_of(nodes, read)


def entries_of(nodes: Iterable[Node], read: ReadEntry[Entry]) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """The entries of a list; what is faulty is left out and reported."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    for node in nodes:
        try:
            entries.append(read(node, entries))
        except NodeError as error:
            problems.append(error.problem)
    return tuple(entries), tuple(problems)
