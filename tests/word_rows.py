"""Texts that a rule takes, or must not take, as a table: name of the rule, its expression, and the texts."""

from __future__ import annotations

import re

WordRows = list[tuple[str, re.Pattern[str], str]]


def rows(table: WordRows) -> dict[str, tuple[re.Pattern[str], str]]:
    """Each text of the table by the name of its row and itself; blanks stand between texts."""
    return {f"{name}: {text}": (pattern, text) for name, pattern, texts in table for text in texts.split()}


def assert_takes(pattern: re.Pattern[str], text: str) -> None:
    """The first that the expression finds is the whole text, or what stands between ‹ and ›."""
    before, marked, behind = re.split("[‹›]", text) if "‹" in text else ("", text, "")
    found = pattern.search(before + marked + behind)
    assert found
    assert found.span() == (len(before), len(before) + len(marked))
