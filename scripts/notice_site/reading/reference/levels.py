"""Reads reference/levels.yml: the rules that tell the level of a body and the kinds of addressees."""

from __future__ import annotations

import re
from pathlib import Path

from notice_site.model import Level, Problem
from notice_site.reading.reference.entries import read_entries
from notice_site.reading.reference.yaml_nodes import Node

_KEYS = ("id", "name", "issuers", "addressees", "except", "otherwise", "own")
# Level ids are addresses, file names and classes of the pages. Takes: leading-group; not: 市, Leading, a_b
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def read_levels(path: Path) -> tuple[tuple[Level, ...], tuple[Problem, ...]]:
    """The levels in the order of the table, outermost first; faulty entries are left out and reported."""
    lines: dict[str, int] = {}
    return read_entries(path, lambda node, before: _level(node, lines))


def _level(node: Node, lines: dict[str, int]) -> Level:
    """One entry; `lines` has the line of each id before it, which no other entry may repeat."""
    fields = node.mapping(_KEYS, required=("id", "name"))
    level_id = fields["id"].text()
    if not _ID.fullmatch(level_id):
        raise fields["id"].error(f"id {level_id} 不合规则", "用小写字母、数字和连字符，以字母开头，如 party-committee")
    if level_id in lines:
        raise fields["id"].error(f"id {level_id} 重复，第 {lines[level_id]} 行已有", "改用另一个 id，或合并两条")
    lines[level_id] = node.line
    return Level(
        level_id,
        fields["name"].text(),
        _patterns(fields.get("issuers")),
        _patterns(fields.get("addressees")),
        "otherwise" in fields and fields["otherwise"].boolean(),
        "own" in fields and fields["own"].boolean(),
        _patterns(fields.get("except")),
    )


def _patterns(node: Node | None) -> tuple[re.Pattern[str], ...]:
    return tuple(item.pattern() for item in node.sequence()) if node else ()
