"""Footnotes of a print: small rows at the foot of a page that begin with a mark come behind the text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from notice_site.reading.readers.pdf_footnotes import separate_footnotes
from notice_site.reading.readers.pdf_rows import Row, Table


def rows(*texts: tuple[str, float], page: int = 1, first: int = 1) -> list[Row]:
    return [
        Row(text, page, first + k, 90, 500, 700 - 20 * k, 690 - 20 * k, size) for k, (text, size) in enumerate(texts)
    ]


TEXT = [("保护甲1的权利，引", 16.0)] * 3


def separated(page: list[Row]) -> tuple[list[str], list[str]]:
    text, notes = separate_footnotes([*page, *rows(*TEXT, page=2, first=100)])
    return [row.text for row in text[:-3]], [note.line.text for note in notes]


@pytest.mark.parametrize(
    "note",
    ["1. 指甲。", "1指甲。", "①指甲。", "[1]指甲。", "＊指甲。"],
    ids=["1.", "1", "circled", "bracketed", "star"],
)
def test_a_footnote_comes_behind_the_text_that_it_interrupts(note: str) -> None:
    assert separated(rows(*TEXT, (note, 9.0))) == ([t for t, _ in TEXT], [note])


def test_each_footnote_is_a_paragraph_of_its_rows() -> None:
    page = rows(*TEXT, ("1. 指甲，参见", 9.0), ("有关规定。", 9.0), ("2. 指乙。", 9.0))
    assert separated(page)[1] == ["1. 指甲，参见有关规定。", "2. 指乙。"]


@pytest.mark.parametrize("note", ["注：本表一式三份。", "2014年3月制", "3月1日起", "续下页"])
def test_other_small_rows_at_the_foot_stay(note: str) -> None:
    assert separated(rows(*TEXT, (note, 9.0)))[1] == []


@pytest.mark.parametrize(("size", "is_note"), [(13.6, True), (13.7, False)])
def test_a_footnote_is_small(size: float, is_note: bool) -> None:
    assert (separated(rows(*TEXT, ("1. 指甲。", size)))[1] != []) == is_note


def test_small_print_below_a_table_or_in_the_middle_of_a_page_stays() -> None:
    page = rows(*TEXT, ("1. 指甲。", 9.0))
    page[2] = replace(page[2], table=Table((("甲",),), (0.0, 1.0)))
    assert separated(page)[1] == []
    assert separated(rows(*TEXT, ("1. 指甲。", 9.0), ("学术", 16.0)))[1] == []


def test_a_print_of_tables_alone_has_no_footnotes() -> None:
    table = replace(rows(("甲", 16.0))[0], table=Table((("甲",),), (0.0, 1.0)))
    assert separate_footnotes([table]) == ((table,), ())
