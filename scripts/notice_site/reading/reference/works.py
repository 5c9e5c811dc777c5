"""Reads reference/works.yml: widely known works and the names by which notices call them."""

from __future__ import annotations

from pathlib import Path

from notice_site.model import Problem, Work
from notice_site.reading.reference.yaml_nodes import Node, NodeError, load_yaml

KINDS = ("document", "regulation", "speech", "meeting", "work")


def read_works(path: Path) -> tuple[tuple[Work, ...], tuple[Problem, ...]]:
    """The works at `path`; faulty entries are left out and reported."""
    try:
        nodes = load_yaml(path, f"reference/{path.name}").sequence()
    except NodeError as error:
        return (), (error.problem,)
    return works_in(nodes)


def works_in(nodes: tuple[Node, ...]) -> tuple[tuple[Work, ...], tuple[Problem, ...]]:
    """The works that the entries describe; a name that two works claim is reported with the second."""
    works: list[Work] = []
    problems: list[Problem] = []
    owners: dict[str, str] = {}
    for node in nodes:
        try:
            work = _work(node)
            for name in work.names:
                if name in owners:
                    raise node.error(f"“{name}”已是“{owners[name]}”的名称", "只留在一条里")
        except NodeError as error:
            problems.append(error.problem)
            continue
        works.append(work)
        owners |= dict.fromkeys(work.names, work.title)
    return tuple(works), tuple(problems)


def _work(node: Node) -> Work:
    fields = node.mapping(("title", "kind", "names", "not_before"), required=("title", "kind"))
    title = fields["title"].text()
    names = fields["names"].texts() if "names" in fields else ()
    not_before = fields["not_before"].texts() if "not_before" in fields else ()
    return Work(title, fields["kind"].choice(KINDS), tuple(dict.fromkeys((title, *names))), not_before)
