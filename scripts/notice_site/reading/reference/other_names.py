"""Reads reference/other_names.yml: names that readers type for wordings of the documents."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from notice_site.model import OtherName, Problem
from notice_site.reading.reference.entries import read_entries
from notice_site.reading.reference.yaml_nodes import Node


def read_other_names(path: Path) -> tuple[tuple[OtherName, ...], tuple[Problem, ...]]:
    """The names listed at `path`; faulty entries and names that come again are left out and reported."""
    return read_entries(path, _other_name)


def _other_name(node: Node, before: Sequence[OtherName]) -> OtherName:
    keys = ("typed", "means", "source")
    fields = node.mapping(keys, required=keys)
    typed = fields["typed"].text()
    if any(name.typed.lower() == typed.lower() for name in before):
        raise node.error(f"“{typed}”已有一条", "两条合为一条")
    means = fields["means"].texts()
    if not means:
        raise fields["means"].error("没有写所指的文字", "写出文件中的文字，如 [群众路线]")
    return OtherName(typed, means, fields["source"].text())
