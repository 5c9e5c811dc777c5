"""Rows of all pages -> the rows of text, and page numbers and running heads and feet found by repetition."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from notice_site.model import Dropped
from notice_site.reading.boilerplate_table import PAGE_NUMBER
from notice_site.reading.readers.pdf_rows import Row, row_pitch
from notice_site.text.spacing import squeeze

_EDGE_ROWS = 2  # running heads and feet take no more
_DIGITS = re.compile(r"\d+")
_BARE_NUMBER = re.compile(r"\d{1,4}")


def separate_running_heads(rows: Sequence[Row]) -> tuple[tuple[Row, ...], tuple[Dropped, ...]]:
    """A row at the edge of a page is furniture if it is a page number, or if it stands off from the text and
    says the same, numbers aside, at the same height on at least two pages and two in five.
    """
    pages: dict[int, list[Row]] = {}
    for row in rows:
        pages.setdefault(row.page, []).append(row)
    edges = {row.number for page in pages.values() for row in page[:_EDGE_ROWS] + page[-_EDGE_ROWS:]}
    pitch = row_pitch(rows)
    heads = [row for page in pages.values() for row in _set_off(page[: _EDGE_ROWS + 1], pitch)]
    feet = [row for page in pages.values() for row in _set_off(page[: -_EDGE_ROWS - 2 : -1], pitch)]
    said = Counter(map(_stamp, (*heads, *feet)))
    running = {stamp for stamp, count in said.items() if count >= 2 and count * 5 >= 2 * len(pages)}
    reasons = {row.number: "页脚" for row in feet} | {row.number: "页眉" for row in heads}
    offsets = _offsets(pages)
    kept: list[Row] = []
    dropped: list[Dropped] = []
    for row in rows:
        text = squeeze(row.text)
        counted = _BARE_NUMBER.fullmatch(text) and int(text) - row.page in offsets
        if row.number in edges and (PAGE_NUMBER.fullmatch(text) or counted):
            dropped.append(Dropped(row.text, "页码", row.number))
        elif row.number in reasons and _stamp(row) in running:
            dropped.append(Dropped(row.text, reasons[row.number], row.number))
        else:
            kept.append(row)
    return tuple(kept), tuple(dropped)


def _set_off(rows: Sequence[Row], pitch: float) -> Sequence[Row]:
    """Those of the outermost rows of a page, from its edge inwards, that a wide gap parts from the text."""
    gaps = [abs(outer.top - inner.top) for outer, inner in pairwise(rows)]
    return rows[: max((k for k, gap in enumerate(gaps, 1) if gap > 1.3 * pitch), default=0)]


def _stamp(row: Row) -> tuple[str, int]:
    """Words without their numbers, and height on the page to four points."""
    return _DIGITS.sub("#", squeeze(row.text)), round(row.top / 4)


def _offsets(pages: dict[int, list[Row]]) -> set[int]:
    """By how much bare numbers at the outermost rows differ from the count of pages, where two pages agree."""
    differences: Counter[int] = Counter()
    for number, rows in pages.items():
        outermost = {squeeze(row.text) for row in (rows[0], rows[-1])}
        differences.update({int(text) - number for text in outermost if _BARE_NUMBER.fullmatch(text)})
    return {difference for difference, count in differences.items() if count >= 2}
