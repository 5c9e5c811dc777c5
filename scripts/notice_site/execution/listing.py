"""Shortens long lists of faults: the first ones say what is wrong, the number of the others how much is left."""

from __future__ import annotations

from collections.abc import Iterable

MOST_LISTED = 10
"""Lines of a list: they fit on a screen beside what was typed, and further faults mostly follow from the first."""


def shortened(lines: Iterable[object], whole: bool = False, how: str = "") -> list[str]:
    """The first ten lines, and how many more there are; `how` says what lists them all.

    >>> shortened(["甲", "乙"]), shortened(range(12))[-2:]
    (['甲', '乙'], ['9', '… 另有 2 条'])
    """
    texts = [str(line) for line in lines]
    if whole or len(texts) <= MOST_LISTED:
        return texts
    return [*texts[:MOST_LISTED], f"… 另有 {len(texts) - MOST_LISTED} 条{f'；全部列出：{how}' if how else ''}"]
