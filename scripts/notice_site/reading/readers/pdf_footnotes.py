"""Takes footnotes out of the text between two pages of a print: small rows at the foot that begin with a mark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from statistics import median

from notice_site.model import Line
from notice_site.reading.extracted_text import Paragraph
from notice_site.reading.readers.pdf_rows import Row, joined

_NOTE_SIZE = 0.85  # of the size of the running text: 小五 below a text in 五号 is 9 : 10.5 points
_TEXT_SIZE = 0.9  # a row of the text, below which a footnote begins

# takes: 1. 指甲, ①参见乙, [3]丙, *丁; not: 注：本表一式三份, 2014年
_MARK = re.compile(r"(?: \d{1,2} (?![\d年月日]) | [①-⑳] | [\[〔［] \d{1,2} [\]〕］] | [*＊†] )", re.VERBOSE)


def separate_footnotes(rows: Sequence[Row]) -> tuple[tuple[Row, ...], tuple[Paragraph, ...]]:
    """Gives the rows of the text, and the footnotes of all pages, a paragraph each, which come last."""
    sizes = [row.size for row in rows if row.table is None]
    if not sizes:
        return tuple(rows), ()
    em = median(sizes)
    text: list[Row] = []
    notes: list[Paragraph] = []
    for _, group in groupby(rows, key=lambda row: (row.page, row.column)):
        of_column = list(group)
        start = _notes_start(of_column, em)
        text += of_column[:start]
        notes += map(_paragraph, _notes(of_column[start:]))
    return tuple(text), tuple(notes)


def _notes_start(rows: Sequence[Row], em: float) -> int:
    """The index of the first row of the footnotes; the number of rows where there are none."""
    start = len(rows)
    while start and rows[start - 1].table is None and rows[start - 1].size <= _NOTE_SIZE * em:
        start -= 1
    while start < len(rows) and not _MARK.match(rows[start].text):
        start += 1
    above = rows[start - 1] if start else None
    is_text_above = above is not None and above.table is None and above.size >= _TEXT_SIZE * em
    return start if is_text_above else len(rows)


def _notes(rows: Sequence[Row]) -> Iterator[list[Row]]:
    note: list[Row] = []
    for row in rows:
        if note and _MARK.match(row.text):
            yield note
            note = []
        note.append(row)
    if note:
        yield note


def _paragraph(rows: Sequence[Row]) -> Paragraph:
    return Paragraph(Line(joined(row.text for row in rows), rows[0].number, whole=True, page=rows[0].page))
