"""Reads reference/other_names.yml: names that readers type for wordings of the documents."""

from __future__ import annotations

from pathlib import Path

from notice_site.model import OtherName, Problem
from notice_site.reading.reference.yaml_nodes import Node, NodeError, load_yaml


def read_other_names(path: Path) -> tuple[tuple[OtherName, ...], tuple[Problem, ...]]:
    """The names listed at `path`; faulty entries and names that come again are left out and reported."""
    try:
        nodes = load_yaml(path, f"reference/{path.name}").sequence()
    except NodeError as error:
        return (), (error.problem,)
    names: list[OtherName] = []
    problems: list[Problem] = []
    for node in nodes:
        try:
            names.append(_other_name(node, names))
        except NodeError as error:
            problems.append(error.problem)
    return tuple(names), tuple(problems)


def _other_name(node: Node, before: list[OtherName]) -> OtherName:
    keys = ("typed", "means", "source")
    fields = node.mapping(keys, required=keys)
    typed = fields["typed"].text()
    if any(name.typed.lower() == typed.lower() for name in before):
        raise node.error(f"“{typed}”已有一条", "两条合为一条")
    means = fields["means"].texts()
    if not means:
        raise fields["means"].error("没有写所指的文字", "写出文件中的文字，如 [群众路线]")
    return OtherName(typed, means, fields["source"].text())
