"""Reads reference/boilerplate.yml: the lines and words that sites set around documents."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from notice_site.model import Problem
from notice_site.reading.boilerplate_table import RULES, BoilerplateTable, LineRule
from notice_site.reading.reference.entries import entries_of
from notice_site.reading.reference.yaml_nodes import Node, NodeError, load_yaml

_SHIPPED = Path(__file__).parents[4] / "source_texts" / "reference" / "boilerplate.yml"
# The lists of words by the keys under which they stand.
_WORDS: Mapping[tuple[str, ...], str] = {
    ("labels", "date"): "date_labels",
    ("labels", "count"): "count_labels",
    ("labels", "font"): "font_labels",
    ("labels", "origin"): "origin_labels",
    ("labels", "shared"): "shared_labels",
    ("labels", "leading"): "leading_labels",
    ("labels", "above_recipients"): "above_recipients",
    ("metadata", "labels"): "metadata_labels",
    ("metadata", "anchors"): "metadata_anchors",
    ("buttons", "plain"): "buttons",
    ("buttons", "weak"): "weak_buttons",
    ("link_lists",): "link_lists",
}
_GROUPS = {group: tuple(keys[1] for keys in _WORDS if keys[0] == group) for group in ("labels", "metadata", "buttons")}


@cache
def shipped_boilerplate() -> BoilerplateTable:
    """The project's own table."""
    return read_boilerplate(_SHIPPED)[0]


def read_boilerplate(path: Path) -> tuple[BoilerplateTable, tuple[Problem, ...]]:
    """The table at `path`; faulty rules and lists are left out and reported."""
    problems: list[Problem] = []
    try:
        root = load_yaml(path, f"reference/{path.name}")
        parts = {} if root.is_null else root.mapping(("lines", "beside_imprint", "link_lists", *_GROUPS))
        rules = parts["lines"].sequence() if "lines" in parts else ()
    except NodeError as error:
        return BoilerplateTable(), (error.problem,)
    lines, faults = entries_of(rules, lambda node, before: _line_rule(node))
    problems += faults
    beside = LineRule("")
    try:
        beside = _pattern_rule(parts["beside_imprint"], "", "whole") if "beside_imprint" in parts else beside
    except NodeError as error:
        problems.append(error.problem)
    words: dict[str, frozenset[str]] = {}
    for keys, name in _WORDS.items():
        try:
            words[name] = _words(parts, keys)
        except NodeError as error:
            if error.problem not in problems:
                problems.append(error.problem)
    return BoilerplateTable(lines, beside, **words), tuple(problems)


def _line_rule(node: Node) -> LineRule:
    fields = node.mapping(("reason", "whole", "part", "rule", "takes", "refuses"), required=("reason",))
    reason = fields["reason"].text()
    kinds = [key for key in ("whole", "part", "rule") if key in fields]
    if len(kinds) != 1:
        raise node.error("应写 whole、part、rule 中的一个", "整行写 whole，行中的一部分写 part")
    if kinds == ["rule"]:
        return LineRule(reason, rule=fields["rule"].choice(RULES))
    return _pattern_rule(node, reason, kinds[0])


def _pattern_rule(node: Node, reason: str, kind: str) -> LineRule:
    """A rule with a pattern, which must take its own examples and none of the others."""
    fields = node.mapping(("reason", kind, "takes", "refuses"), required=(kind, "takes"))
    pattern = fields[kind].pattern(re.VERBOSE | re.IGNORECASE)
    takes = fields["takes"].texts()
    rule = LineRule(
        reason, pattern, kind == "whole", "", takes, fields["refuses"].texts() if "refuses" in fields else ()
    )
    for key, expected in (("takes", True), ("refuses", False)):
        for example in fields[key].items if key in fields else ():
            if rule.fits(example.raw) is not expected:
                message = f"例子“{example.raw}”{'不合' if expected else '却合'}此式"
                raise example.error(message, f"改正 {kind} 或此例")
    return rule


def _words(parts: Mapping[str, Node], keys: tuple[str, ...]) -> frozenset[str]:
    node = parts.get(keys[0])
    if node is None or node.is_null:
        return frozenset()
    if len(keys) > 1:
        node = node.mapping(_GROUPS[keys[0]]).get(keys[1])
    return frozenset(node.texts()) if node is not None and not node.is_null else frozenset()
