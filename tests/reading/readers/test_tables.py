"""Tables cell by cell: which hold data, which only lay out a page, and where cells stand."""

from __future__ import annotations

import pytest

from notice_site.model import Align, Line
from notice_site.reading.extracted_text import Paragraph
from notice_site.reading.readers.tables import Cell, is_sparse, unfold


def cell(text: str, height: int = 1, width: int = 1) -> Cell:
    """A cell of one paragraph a line; none where it is empty."""
    paragraphs = [Paragraph(Line(line, 1)) for line in text.split("\n") if line]
    return Cell(paragraphs) if height == width == 1 else Cell(paragraphs, height, width)


def table(*rows: str) -> list[list[Cell]]:
    """Rows of cells between bars; a slash parts the paragraphs of a cell."""
    return [[cell(text.strip().replace("/", "\n")) for text in row.split("|")] for row in rows]


def texts(*rows: str) -> list[str]:
    return [paragraph.line.text for paragraph in unfold(table(*rows))]


def is_data(*rows: str) -> bool:
    return any(paragraph.line.rows for paragraph in unfold(table(*rows)))


@pytest.mark.parametrize(
    ("rows", "form"),
    [
        (("党员姓名|", "承诺时间|"), True),
        (("党员姓名|", "承诺/目标|"), True),
        (("党员姓名|",), False),
        (("|甲县教育局", "|三月一日"), False),
        (("甲县教育局|", "2014年3月1日|"), False),
        (("关于学习的通知|", "各支部要认真学习。|"), False),
        (("甲" * 20 + "|", "承诺时间|"), True),
        (("甲" * 21 + "|", "承诺时间|"), False),
    ],
)
def test_a_form_to_fill_in_is_a_table(rows: tuple[str, ...], form: bool) -> None:
    assert is_data(*rows) is form


TASKS = ("序号|任务", "1|学习")


@pytest.mark.parametrize(
    "rows",
    [
        TASKS,
        ("序号|任务", "1|"),
        ("抄送单位数|3", "印发范围|各县"),
        ("序号|文件", "1|通知"),
        ("序号|文件名称", "1|有关文件清单"),
        ("甲市文件|乙", "1|2", "3|4", "5|6"),
        ("甲市文件|乙|丙", "1|2|3"),
        ("甲乙丙丁戊己庚辛壬癸" * 4 + "一文件|乙", "1|2"),
        ("某文件|乙", "1|2"),
        ("序号|任务", "1|2", "3|4", "5|6", "7|8", "9|10", "抄送：市委|12"),
        ("一/二/三三三三|乙乙", "甲|"),
        ("一二三四五六/七|乙", "丙|丁"),
    ],
    ids=[
        "tasks", "an empty cell", "words like those of a tail", "a column of files", "words about files",
        "a masthead above four rows", "a masthead among six cells", "forty-one characters before 文件",
        "one character before 文件", "a tail below the sixth row", "two thirds of the characters",
        "a cell with two paragraphs",
    ],
)  # fmt: skip
def test_a_table_of_data_is_one_paragraph_with_rows(rows: tuple[str, ...]) -> None:
    assert is_data(*rows)


@pytest.mark.parametrize(
    "rows",
    [
        ("一行|两格",),
        ("一列", "两行"),
        ("抄送：市委办。|", "市教育局|2009年11月30日印发"),
        ("序号|任务", "1|2", "3|4", "5|6", "7|8", "抄送：市委|12"),
        ("市教育局|2009年11月30日印发。", "甲|乙"),
        ("市教育局|2009年11月30日印发", "甲|乙"),
        ("抄报：省委|", "甲|乙"),
        ("主送：各县|", "甲|乙"),
        ("送：省委常委|", "甲|乙"),
        ("报:省委|", "甲|乙"),
        ("发：各县|", "甲|乙"),
        ("主题词：师德|", "甲|乙"),
        ("（共印50份）|", "甲|乙"),
        ("共印 50 份|", "甲|乙"),
        ("甲市教育局文件|乙", "1|2", "3|"),
        ("甲市教育文件|乙", "1|2|3"),
        ("甲市教育局|文件", "乙市教育局|"),
        ("甲乙丙丁戊己庚辛壬癸" * 4 + "文件|乙", "1|2"),
        ("一/二/三三三三三|乙乙", "甲|"),
    ],
    ids=[
        "one row", "one column", "a tail", "a tail in the sixth row", "a date with a full stop", "a date",
        "抄报", "主送", "送",
        "报", "发", "主题词", "copies in brackets", "copies", "a masthead above three rows",
        "a masthead among five cells", "文件 beside issuers",
        "forty characters before 文件", "seven tenths of the characters",
    ],
)  # fmt: skip
def test_a_table_that_lays_out_is_its_paragraphs(rows: tuple[str, ...]) -> None:
    assert not is_data(*rows)


def test_the_red_head_may_stand_beside_issuers_where_a_row_has_one_cell() -> None:
    assert texts("甲市教育局|文件", "乙市教育局|") == ["甲市教育局　文件", "乙市教育局"]
    assert is_data("甲市教育局|文件", "乙市教育局|丙")


def test_a_table_in_a_table_lays_out() -> None:
    inner = unfold(table(*TASKS))
    rows = [[Cell(inner), cell("乙")], [cell("丙"), cell("丁")]]
    assert [paragraph.line.text for paragraph in unfold(rows)] == ["序号\t任务\n1\t学习", "乙", "丙　丁"]


def test_an_empty_table_is_nothing() -> None:
    assert unfold([]) == []
    assert unfold(table("|", "|")) == []


@pytest.mark.parametrize(
    ("row", "lines"),
    [
        ("甲市|2014年", ["甲市　2014年"]),
        ("甲/乙|丙", ["甲", "乙", "丙"]),
        ("甲" * 60 + "|" + "乙" * 60, ["甲" * 60 + "　" + "乙" * 60]),
        ("甲" * 60 + "|" + "乙" * 61, ["甲" * 60, "乙" * 61]),
        ("甲|", ["甲"]),
    ],
    ids=["two cells", "a cell with two paragraphs", "120 characters", "121 characters", "one cell"],
)
def test_a_row_that_lays_out_is_one_line_where_each_cell_holds_one(row: str, lines: list[str]) -> None:
    assert texts(row) == lines


def test_a_cell_alone_in_its_row_keeps_its_indent() -> None:
    assert [p.line.text for p in unfold([[cell("　　甲")], [cell("　　乙"), cell("")]])] == ["　　甲", "　　乙"]


def test_a_line_of_cells_is_linked_where_all_cells_are() -> None:
    places = (("首页", Align.CENTER), ("公告", Align.LEFT))
    linked = [Cell([Paragraph(Line(text, 4, align), linked=True, links=2)]) for text, align in places]
    [paragraph] = unfold([linked])
    assert (paragraph.linked, paragraph.links, paragraph.line.align) == (True, 4, Align.CENTER)
    [paragraph] = unfold([[*linked, cell("三月")]])
    assert (paragraph.linked, paragraph.links) == (False, 4)
    [data] = unfold([linked, linked])
    assert (data.linked, data.line.number, data.line.whole) == (True, 4, True)
    [data] = unfold([linked, [cell("甲"), cell("乙")]])
    assert data.linked is False


def test_a_table_keeps_the_gap_before_its_first_line() -> None:
    first = Cell([Paragraph(Line("序号", 1, gap_before=True))])
    [data] = unfold([[first, cell("任务")], [cell("1"), cell("学习")]])
    assert data.line.gap_before


@pytest.mark.parametrize(
    ("rows", "grid"),
    [
        ([[cell("甲"), cell("乙")], [cell("丙")]], [("甲", "乙"), ("丙", "")]),
        ([[cell("甲", width=2), cell("乙")], [cell("丙"), cell("丁")]], [("甲", "", "乙"), ("丙", "丁", "")]),
        ([[cell("甲", height=2), cell("乙")], [cell("丙")], [cell("丁"), cell("戊")]],
         [("甲", "乙"), ("", "丙"), ("丁", "戊")]),
        ([[cell("甲", height=3), cell("乙")], [cell("丙")], [cell("丁")], [cell("戊"), cell("己")]],
         [("甲", "乙"), ("", "丙"), ("", "丁"), ("戊", "己")]),
        ([[cell("甲"), cell("乙", height=2, width=2)], [cell("丙")]], [("甲", "乙"), ("丙", "")]),
        ([[cell("甲", height=2, width=2), cell("乙")], [cell("丙")]], [("甲", "", "乙"), ("", "", "丙")]),
        ([[cell("甲"), cell("")], [cell("乙"), cell("")], [cell("丙"), cell("丁")]],
         [("甲", ""), ("乙", ""), ("丙", "丁")]),
        ([[cell("甲"), cell("乙")], [cell(""), cell("")], [cell("丙"), cell("丁")]], [("甲", "乙"), ("丙", "丁")]),
        ([[cell("甲\n乙"), cell("丙")], [cell("丁"), cell("戊")]], [("甲\n乙", "丙"), ("丁", "戊")]),
    ],
    ids=[
        "a short row", "two columns", "two rows", "three rows", "rows and columns at the edge", "rows and columns",
        "an empty column is none", "an empty row is none", "two paragraphs",
    ],
)  # fmt: skip
def test_cells_stand_at_their_columns(rows: list[list[Cell]], grid: list[tuple[str, ...]]) -> None:
    [data] = unfold(rows)
    assert [*data.line.rows] == grid
    assert data.line.text == "\n".join("\t".join(row) for row in grid)


def test_no_cell_makes_a_table_wider_than_a_hundred_columns() -> None:
    [data] = unfold([[cell("甲", width=99), cell("乙", width=50), cell("丙", width=50), cell("丁")], table("一|二")[0]])
    assert data.line.rows[0].index("丙") == 149
    assert data.line.rows[0].index("丁") == 150
    [data] = unfold([[cell("甲", width=100), cell("乙", width=50), cell("丙")], table("一|二")[0]])
    assert data.line.rows[0].index("丙") == 101


@pytest.mark.parametrize(
    ("rows", "spans"),
    [
        ([[cell("甲"), cell("乙")], [cell("丙"), cell("丁")]], []),
        ([[cell("甲", height=2), cell("乙")], [cell("丙")]], [(0, 0, 2, 1)]),
        ([[cell("甲"), cell("乙", height=2)], [cell("丙")]], [(0, 1, 2, 1)]),
        ([[cell("甲", width=2), cell("乙")], table("一|二|三")[0]], [(0, 0, 1, 2)]),
        ([[cell("甲", height=9), cell("乙")], [cell("丙")]], [(0, 0, 2, 1)]),
        ([[cell("甲", height=3), cell("乙")], [cell("")], [cell("丙")]], [(0, 0, 2, 1)]),
        ([[cell(""), cell("")], [cell("甲", height=2), cell("乙")], [cell("丙")]], [(0, 0, 2, 1)]),
        ([[cell("甲"), cell("乙", width=2)], table("一|二")[0]], []),
    ],
    ids=[
        "none", "over rows", "in the last column", "over columns", "not beyond the last row", "an empty row is none",
        "an empty row above is none", "an empty column is none",
    ],
)  # fmt: skip
def test_merged_cells_are_told(rows: list[list[Cell]], spans: list[tuple[int, ...]]) -> None:
    [data] = unfold(rows)
    assert [tuple(span) for span in data.line.spans] == spans


@pytest.mark.parametrize(
    ("places", "cells", "sparse"),
    [(50_001, 2_500, True), (50_000, 2_400, False), (50_001, 2_501, False), (1_000_000, 50_000, False)],
)
def test_a_grid_is_sparse_where_nearly_all_its_places_are_empty(places: int, cells: int, sparse: bool) -> None:
    assert is_sparse(places, cells) is sparse


def test_rows_of_very_different_width_are_read_in_order() -> None:
    wide, narrow = "|".join(["甲"] * 400), "乙|丙"
    assert is_data(*[wide] * 2, *[narrow] * 100)
    assert not is_data(wide, *[narrow] * 400)
    assert texts(wide, *[narrow] * 400)[-1] == "乙　丙"


def test_columns_that_cells_above_cover_count_as_places() -> None:
    covered = [[cell("甲", height=2_000)] * 100, *([cell("乙")] for _ in range(600))]
    assert not any(paragraph.line.rows for paragraph in unfold(covered))
    short = [[cell("甲", height=2)] * 100, *([cell("乙")] for _ in range(400))]
    assert any(paragraph.line.rows for paragraph in unfold(short))
