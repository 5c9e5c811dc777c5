"""Tables that run on over pages are one; tables that only follow each other stay apart."""

from __future__ import annotations

import pytest

from notice_site.model import CellSpan
from notice_site.reading.readers.pdf_rows import Row, Table
from notice_site.reading.readers.pdf_split_tables import join_split_tables

EDGES = (0.0, 50.0, 200.0)
HEAD = ("序号", "内容")


def table(page: int, *rows: tuple[str, ...], edges: tuple[float, ...] = EDGES) -> Row:
    return Row("", page, page, edges[0], edges[-1], 700, 500, 10, table=Table(rows, edges))


def text(page: int) -> Row:
    return Row("字", page, page, 0, 200, 400, 390, 10)


def joined(*rows: Row) -> list[tuple[tuple[str, ...], ...]]:
    """The tables after joining."""
    return [row.table.rows for row in join_split_tables(rows)[0] if row.table]


def test_parts_on_following_pages_are_one_table() -> None:
    parts = table(1, ("1", "甲")), table(2, ("2", "乙")), table(3, ("3", "丙"))
    assert joined(*parts) == [(("1", "甲"), ("2", "乙"), ("3", "丙"))]


@pytest.mark.parametrize(
    "rows",
    [
        [table(1, ("1", "甲")), text(2), table(2, ("2", "乙"))],
        [table(1, ("1", "甲")), table(1, ("2", "乙"))],
        [table(1, ("1", "甲")), table(3, ("2", "乙"))],
        [table(1, ("1", "甲")), table(2, ("2", "乙"), edges=(0, 60, 200))],
        [table(1, ("1", "甲")), table(2, ("2", "乙"), edges=(0, 50, 210))],
        [table(1, ("1", "甲")), table(2, ("2", "乙", "丙"), edges=(0, 50, 200, 210))],
        [table(1, ("1", "甲")), table(2, ("丙", "2", "乙"), edges=(-10, 0, 50, 200))],
    ],
    ids=[
        "text between",
        "one page",
        "a page between",
        "other columns",
        "another width",
        "wider to the right",
        "wider to the left",
    ],
)
def test_other_tables_stay_apart(rows: list[Row]) -> None:
    assert joined(*rows) == [row.table.rows for row in rows if row.table]


def test_columns_that_only_one_part_divides_are_kept() -> None:
    parts = table(1, ("备注", "甲")), table(2, ("2", "乙", "丙"), edges=(1, 52, 100, 199))
    assert joined(*parts) == [(("备注", "甲", ""), ("2", "乙", "丙"))]


def test_a_repeated_head_is_dropped_and_recorded() -> None:
    rows, dropped = join_split_tables([table(1, HEAD, ("1", "甲")), table(2, HEAD, ("2", "乙"))])
    assert rows[0].table is not None
    assert rows[0].table.rows == (HEAD, ("1", "甲"), ("2", "乙"))
    assert [(entry.text, entry.reason, entry.line) for entry in dropped] == [("序号\t内容", "续表重复的表头", 2)]


def test_rows_alike_that_are_all_of_a_part_are_no_head() -> None:
    assert joined(table(1, HEAD, ("1", "甲")), table(2, HEAD)) == [(HEAD, ("1", "甲"), HEAD)]


@pytest.mark.parametrize(
    ("first", "rows"),
    [("1", (("1", "甲乙"),)), ("", (("", "甲"), ("", "乙")))],
    ids=["every row has a number", "rows without one"],
)
def test_a_row_that_the_page_cuts_is_one(first: str, rows: tuple[tuple[str, str], ...]) -> None:
    assert joined(table(1, (first, "甲")), table(2, ("", "乙"))) == [rows]


def spans(*rows: Row) -> list[tuple[int, ...]]:
    """The merged cells of the one table after joining."""
    [row] = join_split_tables(rows)[0]
    assert row.table is not None
    return [tuple(span) for span in row.table.spans]


def merged(page: int, rows: tuple[tuple[str, ...], ...], *cells: tuple[int, int, int, int]) -> Row:
    found = Table(rows, EDGES, spans=tuple(CellSpan(*cell) for cell in cells))
    return Row("", page, page, EDGES[0], EDGES[-1], 700, 500, 10, table=found)


@pytest.mark.parametrize(
    ("lower", "cells", "expected"),
    [
        ((("乙", "3"), ("", "4")), [(0, 0, 2, 1)], [(1, 0, 2, 1), (3, 0, 2, 1)]),
        ((("", "3"), ("乙", "4")), [], [(1, 0, 3, 1)]),
        ((("", "3"), ("", "4")), [(0, 0, 2, 1)], [(1, 0, 4, 1)]),
        ((HEAD, ("", "3"), ("乙", "4")), [(0, 0, 1, 2)], [(1, 0, 3, 1)]),
    ],
    ids=["another cell", "one row goes on", "two rows go on", "behind a repeated head"],
)
def test_a_merged_cell_goes_on_where_the_cell_below_the_edge_is_empty(
    lower: tuple[tuple[str, str], ...], cells: list[tuple[int, int, int, int]], expected: list[tuple[int, ...]]
) -> None:
    upper = merged(1, (HEAD, ("甲", "1"), ("", "2")), (1, 0, 2, 1))
    assert spans(upper, merged(2, lower, *cells)) == expected


def test_an_empty_cell_below_a_cell_of_one_row_stays_empty() -> None:
    assert spans(table(1, HEAD, ("甲", "1")), table(2, ("", "2"), ("乙", "3"))) == []


def test_merged_cells_keep_their_columns_where_only_one_part_divides_them() -> None:
    upper = merged(1, (HEAD, ("甲", "1"), ("", "2")), (1, 1, 2, 1))
    assert spans(upper, table(2, ("乙", "丙", "3"), edges=(0, 50, 100, 200))) == [(1, 1, 2, 2)]
