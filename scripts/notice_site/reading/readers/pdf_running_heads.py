"""Separates page numbers, running heads and running feet from the text, by place and repetition."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from notice_site.model import Dropped
from notice_site.reading.boilerplate_table import PAGE_NUMBER
from notice_site.reading.readers.pdf_browser_print import browser_marks
from notice_site.reading.readers.pdf_rows import Row, row_pitch
from notice_site.text.spacing import squeeze

_EDGE_ROWS = 2  # running heads and feet take no more
_PAGES_AGREE = 2  # a row or a count of pages that stands on one page alone is text
_PAGES_SHARE = 0.4  # odd and even pages have different heads, and first pages none
_SET_OFF_STEPS = 1.3  # usual steps from row to row: a head stands further off the text than its rows off each other
_HEIGHT_GRID = 4  # points: a head stands at one height, up to rounding
_DIGITS = re.compile(r"\d+")
_BARE_NUMBER = re.compile(r"\d{1,4}")


def separate_running_heads(rows: Sequence[Row]) -> tuple[tuple[Row, ...], tuple[Dropped, ...]]:
    """Takes out rows at the edges of pages that a browser printed there, that are page numbers, or that repeat.

    A row repeats if it stands off from the text and says the same, numbers aside, at the same height on at
    least two pages and two in five.
    """
    pages = _by_page(rows)
    marks = browser_marks(pages.values())
    dropped = [Dropped(row.text, marks[row.number], row.number) for row in rows if row.number in marks]
    rows = [row for row in rows if row.number not in marks]
    pages = _by_page(rows)
    edges = {row.number for page in pages.values() for row in page[:_EDGE_ROWS] + page[-_EDGE_ROWS:]}
    pitch = row_pitch(rows)
    heads = [row for page in pages.values() for row in _set_off(page[: _EDGE_ROWS + 1], pitch)]
    feet = [row for page in pages.values() for row in _set_off(page[: -_EDGE_ROWS - 2 : -1], pitch)]
    counts = Counter(map(_stamp, (*heads, *feet)))
    enough = max(_PAGES_AGREE, _PAGES_SHARE * len(pages))
    running = {stamp for stamp, count in counts.items() if count >= enough}
    reasons = {row.number: "页脚" for row in feet} | {row.number: "页眉" for row in heads}
    offsets = _offsets(pages)
    kept: list[Row] = []
    for row in rows:
        text = squeeze(row.text)
        is_count = _BARE_NUMBER.fullmatch(text) and int(text) - row.page in offsets
        if row.number in edges and (PAGE_NUMBER.fullmatch(text) or is_count):
            dropped.append(Dropped(row.text, "页码", row.number))
        elif row.number in reasons and _stamp(row) in running:
            dropped.append(Dropped(row.text, reasons[row.number], row.number))
        else:
            kept.append(row)
    return tuple(kept), tuple(sorted(dropped, key=lambda entry: entry.line))


def _by_page(rows: Sequence[Row]) -> dict[int, list[Row]]:
    pages: dict[int, list[Row]] = {}
    for row in rows:
        pages.setdefault(row.page, []).append(row)
    return pages


def _set_off(rows: Sequence[Row], pitch: float) -> Sequence[Row]:
    """Those of the outermost rows of a page, from its edge inwards, that a wide gap parts from the text."""
    gaps = [abs(outer.top - inner.top) for outer, inner in pairwise(rows)]
    return rows[: max((k for k, gap in enumerate(gaps, 1) if gap > _SET_OFF_STEPS * pitch), default=0)]


def _stamp(row: Row) -> tuple[str, int]:
    """Words without their numbers, and height on the page to four points."""
    return _DIGITS.sub("#", squeeze(row.text)), round(row.top / _HEIGHT_GRID)


def _offsets(pages: dict[int, list[Row]]) -> set[int]:
    """By how much bare numbers at the outermost rows differ from the count of pages, where two pages agree."""
    differences: Counter[int] = Counter()
    for number, rows in pages.items():
        outermost = {squeeze(row.text) for row in (rows[0], rows[-1])}
        differences.update({int(text) - number for text in outermost if _BARE_NUMBER.fullmatch(text)})
    return {difference for difference, count in differences.items() if count >= _PAGES_AGREE}
