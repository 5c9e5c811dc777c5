"""The table of levels in reference/levels.yml goes in, the rules that tell the level of a body come out."""

from __future__ import annotations

import re
from pathlib import Path

from notice_site.model import Level
from notice_site.reading.yaml_nodes import Node, load_yaml


def read_levels(path: Path) -> tuple[Level, ...]:
    """The levels in the order of the table, outermost first; NodeError with file and line where one is wrong."""
    return tuple(_level(node) for node in load_yaml(path, f"reference/{path.name}").sequence())


def _level(node: Node) -> Level:
    fields = node.mapping(allowed=("id", "name", "issuers"), required=("id", "name", "issuers"))
    return Level(fields["id"].text(), fields["name"].text(), tuple(_pattern(n) for n in fields["issuers"].sequence()))


def _pattern(node: Node) -> re.Pattern[str]:
    try:
        return re.compile(node.text())
    except re.error as error:
        raise node.error(f"正则表达式有误：{error}", "改正此式，例如 '^国务院'") from error
