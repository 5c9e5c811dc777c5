"""Rows of all pages -> the rows of text, and page numbers and running heads and feet found by repetition."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from notice_site.model import Dropped
from notice_site.reading.furniture import PAGE_NUMBER
from notice_site.reading.pdf_rows import Row
from notice_site.spacing import squeeze

_EDGE_ROWS = 2  # running heads and feet take no more
_DIGITS = re.compile(r"\d+")
_BARE_NUMBER = re.compile(r"\d{1,4}")


def part_furniture(rows: Sequence[Row]) -> tuple[tuple[Row, ...], tuple[Dropped, ...]]:
    """A row at the edge of a page is furniture if it is a page number, or if it says the same, numbers
    aside, on at least two pages and two in five."""
    pages: dict[int, list[Row]] = {}
    for row in rows:
        pages.setdefault(row.page, []).append(row)
    heads = {row.number for page in pages.values() for row in page[:_EDGE_ROWS]}
    feet = {row.number for page in pages.values() for row in page[-_EDGE_ROWS:]} - heads
    said = Counter(text for page in pages.values() for text in {_wording(r) for r in page[:2] + page[-2:]})
    running = {text for text, count in said.items() if count >= 2 and count * 5 >= 2 * len(pages)}
    offsets = _offsets(pages)
    kept: list[Row] = []
    dropped: list[Dropped] = []
    for row in rows:
        text = squeeze(row.text)
        edge = row.number in heads or row.number in feet
        if edge and (PAGE_NUMBER.fullmatch(text) or (_BARE_NUMBER.fullmatch(text) and int(text) - row.page in offsets)):
            dropped.append(Dropped(row.text, "页码", row.number))
        elif edge and _wording(row) in running:
            dropped.append(Dropped(row.text, "页眉" if row.number in heads else "页脚", row.number))
        else:
            kept.append(row)
    return tuple(kept), tuple(dropped)


def _wording(row: Row) -> str:
    return _DIGITS.sub("#", squeeze(row.text))


def _offsets(pages: dict[int, list[Row]]) -> set[int]:
    """By how much bare numbers at the outermost rows differ from the count of pages, where two pages agree."""
    differences: Counter[int] = Counter()
    for number, rows in pages.items():
        outermost = {squeeze(row.text) for row in (rows[0], rows[-1])}
        differences.update({int(text) - number for text in outermost if _BARE_NUMBER.fullmatch(text)})
    return {difference for difference, count in differences.items() if count >= 2}
