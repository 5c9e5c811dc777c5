"""Breaks the lines of a title where its source breaks them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from notice_site.model import BlockKind, Notice, Source
from notice_site.pages.core import markdown as md
from notice_site.pages.core.annotations import Annotation


def title_breaks(source: Source, notices: Sequence[Notice]) -> Iterator[tuple[str, Annotation]]:
    """Gives a line break for each place, by block, where a title goes on in the next line of the source."""
    lines = {line.number: line.text for line in source.lines}
    for notice in notices:
        for block in notice.blocks:
            if block.kind is BlockKind.TITLE:
                for at in break_places(block.text, block.lines, lines):
                    yield block.id, Annotation(at, at, md.LINE_BREAK)


def break_places(title: str, numbers: tuple[int, int], lines: Mapping[int, str]) -> list[int]:
    """Finds where the lines of a title end in it; none where they hold anything but the title.

    >>> break_places("中共某区委关于学习的意见", (1, 2), {1: "中共某区委", 2: "关于学习的意见"})
    [5]
    >>> break_places("关于学习的意见", (1, 2), {1: "某报讯", 2: "关于学习的意见"})
    []
    """
    parts = ["".join(lines.get(number, "").split()) for number in range(numbers[0], numbers[1] + 1)]
    if "".join(parts) != "".join(title.split()):
        return []
    places = [at for at, character in enumerate(title) if not character.isspace()]
    ends: list[int] = []
    passed = 0
    for part in filter(None, parts):
        passed += len(part)
        if passed < len(places):
            ends.append(places[passed - 1] + 1)
    return ends
