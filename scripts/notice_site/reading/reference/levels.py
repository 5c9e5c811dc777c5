"""The table of levels in reference/levels.yml goes in, the rules that tell the level of a body come out."""

from __future__ import annotations

import re
from pathlib import Path

from notice_site.model import Level
from notice_site.reading.reference.yaml_nodes import Node, load_yaml


def read_levels(path: Path) -> tuple[Level, ...]:
    """The levels in the order of the table, outermost first; NodeError with file and line where one is wrong."""
    return tuple(_level(node) for node in load_yaml(path, f"reference/{path.name}").sequence())


def _level(node: Node) -> Level:
    fields = node.mapping(allowed=("id", "name", "issuers", "addressees", "otherwise", "own"), required=("id", "name"))
    return Level(
        fields["id"].text(),
        fields["name"].text(),
        _patterns(fields.get("issuers")),
        _patterns(fields.get("addressees")),
        _is_set(fields.get("otherwise")),
        _is_set(fields.get("own")),
    )


def _is_set(node: Node | None) -> bool:
    return node is not None and node.boolean()


def _patterns(node: Node | None) -> tuple[re.Pattern[str], ...]:
    return tuple(_pattern(item) for item in node.sequence()) if node else ()


def _pattern(node: Node) -> re.Pattern[str]:
    try:
        pattern = re.compile(node.text())
    except re.error as error:
        raise node.error(f"正则表达式有误：{error}", "改正此式，例如 '^国务院'") from error
    if pattern.search(""):
        raise node.error("正则表达式与空文字相合", "改正此式，使其至少含一个字")
    return pattern
