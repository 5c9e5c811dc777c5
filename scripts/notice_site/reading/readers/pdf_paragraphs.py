"""Rows of text by their place on the page -> paragraphs: a row that runs to the right edge goes on in the next."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from notice_site.model import Align, Line
from notice_site.reading.extracted_text import Paragraph
from notice_site.reading.readers.pdf_rows import Row, row_pitch

_WESTERN_END = re.compile(r"[A-Za-z,.;:)]$")
_WESTERN_START = re.compile(r"^[A-Za-z(]")


@dataclass(frozen=True, slots=True)
class _Block:
    """The printing area of a page, in points, and the size of its running text."""

    left: float
    right: float
    em: float
    pitch: float  # from row to row

    def indent(self, row: Row) -> float:
        """How many characters the row begins after the left edge."""
        return (row.x0 - self.left) / self.em

    def rest(self, row: Row) -> float:
        """How many characters the row ends before the right edge."""
        return (self.right - row.x1) / self.em

    def align(self, row: Row) -> Align:
        """By the free space on both sides; a first-line indent of two characters alone centres nothing."""
        before, after = self.indent(row), self.rest(row)
        larger = row.size > 1.15 * self.em
        if before > (1.0 if larger else 2.6) and after > 0.5 and abs(before - after) < 1.6:
            return Align.CENTER
        width = (self.right - self.left) / self.em
        if before > 0.4 * width and after < 0.35 * width and before > 1.5 * after:
            return Align.RIGHT
        return Align.LEFT


def paragraphs_of(rows: Sequence[Row]) -> tuple[Paragraph, ...]:
    """The rows as paragraphs, `whole` where the print shows that no more follows."""
    if not rows:
        return ()
    blocks = _blocks(rows)
    groups: list[list[Row]] = []
    for row in rows:
        if groups and _goes_on(groups[-1][-1], row, blocks):
            groups[-1].append(row)
        else:
            groups.append([row])
    result = []
    previous: Row | None = None
    for group in groups:
        first, last = group[0], group[-1]
        block = blocks[first.page]
        gap = previous is not None and (previous.page != first.page or previous.top - first.top > 1.6 * block.pitch)
        line = Line(
            _joined(row.text for row in group),
            first.number,
            align=block.align(first) if len(group) == 1 else Align.LEFT,
            whole=blocks[last.page].rest(last) > 2 or len(group) > 1,
            gap_before=gap,
            page=first.page,
        )
        result.append(Paragraph(line))
        previous = last
    return tuple(result)


def _goes_on(row: Row, following: Row, blocks: dict[int, _Block]) -> bool:
    """Whether a paragraph runs on: its row is full and the next one begins at the left edge, in the same size."""
    here, there = blocks[row.page], blocks[following.page]
    if here.rest(row) > 1.9 or abs(there.indent(following)) > 0.8:
        return False
    if abs(row.size - following.size) > 0.15 * row.size or here.align(row) is Align.CENTER:
        return False
    return row.page != following.page or row.top - following.top <= 1.8 * here.pitch


def _blocks(rows: Sequence[Row]) -> dict[int, _Block]:
    """The printing area of each page: odd and even pages may differ, a short page is like the others of its side."""
    em = median(row.size for row in rows)
    pitch = row_pitch(rows)
    blocks = {}
    for page in {row.page for row in rows}:
        side = [row for row in rows if row.page % 2 == page % 2]
        side = side if len(side) >= 12 else list(rows)
        left, right = _edge([-row.x0 for row in side]), _edge([row.x1 for row in side])
        blocks[page] = _Block(-left, right, em, pitch)
    return blocks


def _edge(places: Sequence[float]) -> float:
    """The outermost place, to two points, where one row in ten ends and more than one; else the outermost."""
    counts = Counter(2.0 * round(place / 2) for place in places)
    enough = [place for place, count in counts.items() if count >= 2 and count * 10 >= len(places)]
    return max(enough or counts)


def _joined(texts: Iterable[str]) -> str:
    """The rows of a paragraph as one text, with a space only between Western words."""
    result = ""
    for text in texts:
        space = " " if _WESTERN_END.search(result) and _WESTERN_START.match(text) else ""
        result += space + text
    return result
