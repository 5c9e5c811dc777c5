"""Separates page numbers, running heads and running feet from the text, by place and repetition."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence, Set
from itertools import pairwise
from statistics import median

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
# Shares of the size of the running text.
_LARGEST_SIZE = 1.15  # a title that repeats, as on two forms, is larger than that
_SMALL_SIZE = 0.93  # 小五 above a text in 五号 is 9 : 10.5 points
_BOOK_PAGES = 4  # so many pages
_BOOK_SHARE = 0.6  # and so large a part of all have a head; the first page of a chapter has none
_DIGITS = re.compile(r"\d+")
_BARE_NUMBER = re.compile(r"\d{1,4}")


def separate_running_heads(rows: Sequence[Row]) -> tuple[tuple[Row, ...], tuple[Dropped, ...]]:
    """Takes out rows at the edges of pages that a browser printed there, that are page numbers, or that repeat."""
    marks = browser_marks(_by_page(rows).values())
    dropped = [Dropped(row.text, marks[row.number], row.number) for row in rows if row.number in marks]
    rows = [row for row in rows if row.number not in marks]
    pages = _by_page(rows)
    edges = {row.number for page in pages.values() for row in page[:_EDGE_ROWS] + page[-_EDGE_ROWS:]}
    reasons = _repeated(pages, rows)
    offsets = _offsets(pages)
    kept: list[Row] = []
    for row in rows:
        text = squeeze(row.text)
        is_count = _BARE_NUMBER.fullmatch(text) and int(text) - row.page in offsets
        if row.number in edges and (PAGE_NUMBER.fullmatch(text) or is_count):
            dropped.append(Dropped(row.text, "页码", row.number))
        elif row.number in reasons:
            dropped.append(Dropped(row.text, reasons[row.number], row.number))
        else:
            kept.append(row)
    return tuple(kept), tuple(sorted(dropped, key=lambda entry: entry.line))


def _repeated(pages: Mapping[int, Sequence[Row]], rows: Sequence[Row]) -> Mapping[int, str]:
    """Running heads and feet, 页眉 or 页脚 by the number of their row.

    They stand off from the text and say the same, numbers aside, at the same height on at least two pages and two in
    five. In a book, heads name the chapters: small rows at one height on most pages, whatever they say.
    """
    pitch, em = row_pitch(rows), median([row.size for row in rows] or [1.0])
    heads = [row for page in pages.values() for row in _set_off(page[: _EDGE_ROWS + 1], pitch)]
    feet = [row for page in pages.values() for row in _set_off(page[: -_EDGE_ROWS - 2 : -1], pitch)]
    reasons = {row.number: "页脚" for row in feet} | {row.number: "页眉" for row in heads}
    placed = [row for row in (*heads, *feet) if row.table is None and row.size <= _LARGEST_SIZE * em]
    alike: dict[tuple[str, int], set[int]] = {}
    level: dict[int, set[int]] = {}
    for row in placed:
        alike.setdefault(_stamp(row), set()).add(row.page)
        if row.size < _SMALL_SIZE * em:
            level.setdefault(_height(row), set()).add(row.page)
    running = {stamp for stamp, numbers in alike.items() if _runs_on(numbers, pages)}
    of_book = {
        height for height, numbers in level.items() if len(numbers) >= max(_BOOK_PAGES, _BOOK_SHARE * len(pages))
    }
    return {
        row.number: reasons[row.number]
        for row in placed
        if _stamp(row) in running or (row.size < _SMALL_SIZE * em and _height(row) in of_book)
    }


def _by_page(rows: Sequence[Row]) -> dict[int, list[Row]]:
    pages: dict[int, list[Row]] = {}
    for row in rows:
        pages.setdefault(row.page, []).append(row)
    return pages


def _set_off(rows: Sequence[Row], pitch: float) -> Sequence[Row]:
    """Those of the outermost rows of a page, from its edge inwards, that a wide gap parts from the text."""
    gaps = [abs(outer.top - inner.top) for outer, inner in pairwise(rows)]
    return rows[: max((k for k, gap in enumerate(gaps, 1) if gap > _SET_OFF_STEPS * pitch), default=0)]


def _runs_on(numbers: Set[int], pages: Collection[int]) -> bool:
    """Whether a row on these pages runs through the print: not on the last two pages of many, as titles of forms do."""
    if len(numbers) < max(_PAGES_AGREE, _PAGES_SHARE * len(pages)):
        return False
    return len(numbers) > _PAGES_AGREE or min(numbers) <= min(pages) + 1


def _stamp(row: Row) -> tuple[str, int]:
    """Words without their numbers, and height on the page to four points."""
    return _DIGITS.sub("#", squeeze(row.text)), _height(row)


def _height(row: Row) -> int:
    return round(row.top / _HEIGHT_GRID)


def _offsets(pages: dict[int, list[Row]]) -> set[int]:
    """By how much bare numbers at the outermost rows differ from the count of pages, where two pages agree."""
    differences: Counter[int] = Counter()
    for number, rows in pages.items():
        outermost = {squeeze(row.text) for row in (rows[0], rows[-1])}
        differences.update({int(text) - number for text in outermost if _BARE_NUMBER.fullmatch(text)})
    return {difference for difference, count in differences.items() if count >= _PAGES_AGREE}
