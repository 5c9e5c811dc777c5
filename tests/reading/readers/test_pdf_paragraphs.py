"""Rows by their place: how each is aligned, and which of them are one paragraph.

The print area is 40 characters of 10 points wide and its rows are 20 points apart: `row(2, 38)` begins two characters
after the left edge and ends two before the right one.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from notice_site.model import Align
from notice_site.reading.readers.pdf_paragraphs import PrintArea, paragraphs_of, print_areas
from notice_site.reading.readers.pdf_rows import Row, Table

AREA = PrintArea(left=0, right=400, em=10, pitch=20)


def row(
    start: float, end: float, level: float = 0, text: str = "字", page: int = 1, size: float = 10, number: int = 0
) -> Row:
    """A row of these columns; `level` counts rows from the head of the page."""
    top = 700 - 20 * level
    return Row(text, page, number or int(level) + 1, 10 * start, 10 * end, top, top - size, size)


def text_rows(count: int, page: int = 1, start: float = 0, end: float = 40) -> list[Row]:
    """Full rows, which tell where the edges are."""
    return [row(start, end, k, page=page, number=1_000 * page + k) for k in range(count)]


@pytest.mark.parametrize(
    ("start", "end", "size", "align"),
    [
        (10, 30, 10, Align.CENTER),
        (10, 31.5, 10, Align.CENTER),
        (10, 31.7, 10, Align.LEFT),
        (2.5, 37.5, 10, Align.LEFT),
        (2.7, 37.3, 10, Align.CENTER),
        (2.5, 37.5, 11.5, Align.LEFT),
        (2.5, 37.5, 11.6, Align.CENTER),
        (1.1, 38.9, 12, Align.CENTER),
        (1.0, 38.9, 12, Align.LEFT),
        (1.9, 39.4, 12, Align.CENTER),
        (1.9, 39.5, 12, Align.LEFT),
        (0, 20, 10, Align.LEFT),
        (2, 20, 10, Align.LEFT),
        (24, 36, 10, Align.RIGHT),
        (30, 40, 10, Align.RIGHT),
        (16.5, 40, 10, Align.RIGHT),
        (16, 40, 10, Align.LEFT),
        (22, 26.5, 10, Align.RIGHT),
        (22, 26, 10, Align.LEFT),
        (19.5, 27.5, 10, Align.RIGHT),
        (18, 28, 10, Align.LEFT),
        (18, 28.1, 10, Align.RIGHT),
    ],
)
def test_free_space_on_both_sides_tells_how_a_row_is_aligned(
    start: float, end: float, size: float, align: Align
) -> None:
    assert AREA.align(row(start, end, size=size)) is align


def test_lengths_are_counted_in_characters_from_the_edges() -> None:
    area = PrintArea(left=80, right=480, em=16, pitch=25)
    short = Row("字", 1, 1, 112, 400, 700, 684, 16)
    assert (area.indent(short), area.rest(short)) == (2, 5)


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        (row(0, 40, 4), row(0, 10, 5), True),
        (row(0, 38.2, 4), row(0, 10, 5), True),
        (row(0, 38, 4), row(0, 10, 5), False),
        (row(4.5, 40, 4), row(0, 10, 5), True),
        (row(4.6, 40, 4), row(0, 10, 5), False),
        (row(0, 40, 4), row(0.8, 10, 5), True),
        (row(0, 40, 4), row(0.9, 10, 5), False),
        (row(0, 40, 4), row(-0.9, 10, 5), False),
        (row(0, 40, 4), row(2, 10, 5), False),
        (row(0, 40, 4), row(0, 10, 5, size=11.5), True),
        (row(0, 40, 4), row(0, 10, 5, size=11.6), False),
        (row(0, 40, 4), row(0, 10, 5, size=8.4), False),
        (row(0, 40, 4), row(0, 10, 5.8), True),
        (row(0, 40, 4), row(0, 10, 5.9), False),
        (row(1.2, 38.8, 4, size=12), row(0, 40, 5, size=12), False),
        (row(0, 40, 4), row(0, 10, 0, page=2), True),
        (row(0, 40, 4), row(2, 10, 0, page=2), False),
    ],
    ids=[
        "full row", "room for less than two characters", "room for two",
        "set far in", "set further in", "nearly flush", "set in", "set out",
        "indented", "nearly the same size", "larger", "smaller", "usual step and a bit", "further down",
        "centred title",         "next page", "indented on the next page",
    ],
)  # fmt: skip
def test_a_full_row_goes_on_in_the_next_one(first: Row, second: Row, joined: bool) -> None:
    paragraphs = paragraphs_of([first, second, *text_rows(20, page=3)])
    assert paragraphs[0].line.text == ("字字" if joined else "字")


@pytest.mark.parametrize(
    ("end", "start", "indent", "sibling", "joined"),
    [
        ("办法。", "二、职责", 0, "字", False),
        ("办法", "二、职责", 0, "字", True),
        ("办法。", "职责", 0, "字", True),
        ("办法。", "（二）职责", 2, "字", True),
        ("办法。", "（二）职责", 2, "（三）职责", False),
        ("办法。", "（二）职责", 2, "三、职责", True),
    ],
    ids=[
        "a labelled point", "within a sentence", "no label", "a print that indents its paragraphs",
        "but a sibling stands at the edge", "another list stands at the edge",
    ],
)  # fmt: skip
def test_where_paragraphs_begin_at_the_edge_a_label_begins_one(
    end: str, start: str, indent: float, sibling: str, joined: bool
) -> None:
    others = [row(indent, 20, k, page=2) for k in range(0, 20, 2)]
    rows = [row(0, 40, 0, end), row(0, 10, 1, start), row(0, 20, 2, sibling), *others, *text_rows(20, page=3)]
    assert paragraphs_of(rows)[0].line.text == (end + start if joined else end)


@pytest.mark.parametrize(
    ("text", "joined"),
    [("第一章 总则………………1", False), ("一、要求. . . . . . 12", False), ("等等……", True), ("附件……3", True)],
)
def test_an_entry_of_a_contents_list_is_a_paragraph(text: str, joined: bool) -> None:
    rows = [row(0, 40, 0, text), row(0, 10, 1, "字"), *text_rows(20, page=3)]
    assert paragraphs_of(rows)[0].line.text == (text + "字" if joined else text)


def test_columns_have_edges_of_their_own_and_text_runs_from_one_to_the_next() -> None:
    left = [replace(row(0, 19, k), column=1) for k in range(12)]
    right = [replace(row(21, 40, k), column=2) for k in range(12)]
    title = row(10, 30, -2, "题", size=16)
    lines = [paragraph.line for paragraph in paragraphs_of([title, *left, *right])]
    assert [(line.text, line.align) for line in lines] == [("题", Align.CENTER), ("字" * 24, Align.LEFT)]


@pytest.mark.parametrize(
    ("apart", "count", "joined"),
    [(1.5, 2, False), (1.1, 2, True), (1.5, 1, True)],
    ids=["paragraphs stand apart", "they hardly do", "too few tell"],
)
def test_a_full_row_has_ended_its_paragraph_where_paragraphs_stand_apart(
    apart: float, count: int, joined: bool
) -> None:
    others = [each for k in range(count) for each in (row(0, 20, 4 * k, page=2), row(0, 20, 4 * k + apart, page=2))]
    rows = [row(0, 40), row(0, 20, apart), *others, *text_rows(20, page=3)]
    assert paragraphs_of(rows)[0].line.text == ("字字" if joined else "字")


def test_rows_beside_a_wide_table_know_its_edges() -> None:
    table = Row("甲\t乙", 1, 3, 0, 400, 600, 500, 10, table=Table((("甲", "乙"),), (0, 200, 400)))
    lines = [paragraph.line for paragraph in paragraphs_of([row(10, 30), row(30, 40, 1), table])]
    assert [line.align for line in lines] == [Align.CENTER, Align.RIGHT, Align.LEFT]
    assert (lines[2].rows, lines[2].whole) == ((("甲", "乙"),), True)


@pytest.mark.parametrize(
    ("rows", "whole"),
    [
        ([row(0, 38)], False),
        ([row(0, 37.9)], True),
        ([row(0, 40), row(0, 38, 1)], True),
    ],
    ids=["a row with room for two characters", "a row with more room", "two rows"],
)
def test_a_short_row_and_joined_rows_are_whole_paragraphs(rows: list[Row], whole: bool) -> None:
    assert paragraphs_of([*rows, *text_rows(20, page=3)])[0].line.whole is whole


@pytest.mark.parametrize(
    ("second", "gap"),
    [(row(2, 30, 1), False), (row(2, 30, 1.6), False), (row(2, 30, 1.7), True), (row(2, 30, 0, page=2), True)],
    ids=["next row", "a bit further down", "further down", "next page"],
)
def test_white_space_above_a_paragraph_is_a_gap(second: Row, gap: bool) -> None:
    first, after, *_ = paragraphs_of([row(2, 30), second, *text_rows(20, page=3)])
    assert (first.line.gap_before, after.line.gap_before) == (False, gap)


def test_a_gap_counts_from_the_last_row_of_a_paragraph() -> None:
    rows = [row(0, 40), row(0, 10, 1), row(2, 30, 2)]
    assert [p.line.gap_before for p in paragraphs_of([*rows, *text_rows(20, page=3)])[:2]] == [False, False]


def test_a_paragraph_keeps_number_and_page_of_its_first_row_and_only_one_row_is_aligned() -> None:
    rows = [row(15, 25), row(2, 40, 2), row(0, 40, 3), *text_rows(20, page=2)]
    lines = [paragraph.line for paragraph in paragraphs_of(rows)]
    assert [(line.number, line.page, line.align) for line in lines] == [(1, 1, Align.CENTER), (3, 1, Align.LEFT)]
    large = [row(15, 25, size=22), row(2.5, 40, 2, size=22), row(0, 37.5, 3, size=22), *text_rows(20, page=3)]
    assert paragraphs_of(large)[0].line.align is Align.CENTER


def test_no_rows_are_no_paragraphs() -> None:
    assert paragraphs_of([]) == ()


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("关于", "通知", "关于通知"),
        ("use of", "HIS", "use of HIS"),
        ("use of", "通知", "use of通知"),
        ("系统HIS", "（一）", "系统HIS（一）"),
        ("Notice,", "(see below)", "Notice, (see below)"),
        ("No. 36", "of 2014", "No. 36of 2014"),
        ("use of", "36", "use of36"),
    ],
)
def test_rows_are_joined_with_a_space_only_between_western_words(above: str, below: str, joined: str) -> None:
    rows = [row(0, 40, 0, above), row(0, 10, 1, below), *text_rows(20, page=3)]
    assert paragraphs_of(rows)[0].line.text == joined


@pytest.mark.parametrize(
    ("rows", "right"),
    [
        ([*text_rows(18), row(0, 45, 19), row(0, 45, 20)], 450),
        ([*text_rows(19), row(0, 45, 20)], 400),
        ([*text_rows(19), row(0, 45, 20), row(0, 45, 21)], 400),
        ([*text_rows(18), row(0, 45, 19), row(0, 45.05, 20)], 450),
        ([*text_rows(18), row(0, 45, 19), row(0, 45.12, 20)], 400),
        ([row(0, 30), row(0, 35, 1), row(0, 45, 2)], 450),
        ([*text_rows(6), row(0, 42, 7), row(0, 43, 8), row(0, 44, 9)], 400),
        ([*text_rows(6), row(0, 42, 7), row(0, 43, 8), row(0, 44, 9), row(0, 46, 10)], 460),
    ],
    ids=[
        "two of twenty",
        "one of twenty",
        "two of twenty-one",
        "nearly one place",
        "two places",
        "no place twice",
        "a third beyond",
        "more",
    ],
)
def test_the_edge_is_where_one_row_in_ten_ends(rows: list[Row], right: float) -> None:
    area = print_areas(rows)[1, 0]
    assert (area.left, area.right) == (0, right)


@pytest.mark.parametrize(
    ("rows_of_odd_pages", "left"), [(12, 20), (11, 0)], ids=["enough rows to tell", "too few: all pages together"]
)
def test_odd_and_even_pages_have_edges_of_their_own(rows_of_odd_pages: int, left: float) -> None:
    odd = text_rows(6, start=2, end=42) + text_rows(rows_of_odd_pages - 6, page=3, start=2, end=42)
    areas = print_areas([*odd, *text_rows(20, page=2)])
    assert [areas[page, 0].left for page in (1, 2, 3)] == [left, 0, left]


def test_the_size_of_running_text_is_that_of_most_rows() -> None:
    area = print_areas([row(5, 35, size=22), *text_rows(5)])[1, 0]
    assert (area.em, area.pitch) == (10, 20)


def test_characters_of_no_size_are_read() -> None:
    assert [p.line.text for p in paragraphs_of([replace(row, size=0.0) for row in text_rows(2)])]


@pytest.mark.parametrize(
    ("text", "following", "rest", "joins"),
    [
        ("高度重视深", "化“放管服”", 3.5, True),
        ("高度重视深", "化“放管服”", 3.7, False),
        ("高度重视深", "化放管服", 3.5, False),
        ("高度重视。", "化“放管服”", 3.5, False),
    ],
)
def test_quotes_take_characters_along_into_the_next_row(text: str, following: str, rest: float, joins: bool) -> None:
    first, second = row(0, 40 - rest, 0, number=1), row(0, 40, 1, number=2)
    rows = [replace(first, text=text), replace(second, text=following), *text_rows(20, page=2)]
    assert paragraphs_of(rows)[0].line.text.startswith(text + following) == joins
