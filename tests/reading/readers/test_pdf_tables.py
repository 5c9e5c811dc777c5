"""Ruled tables: their cells by the rules, and the text of each cell by its rows."""

from __future__ import annotations

import pytest
from pdfminer.layout import LTLine, LTRect

from notice_site.reading.readers.pdf_rows import Fragment
from notice_site.reading.readers.pdf_tables import Box, boxes_of_tables, table_of

Grid = tuple[tuple[str, ...], ...]


def level(x0: float, x1: float, y: float) -> LTLine:
    return LTLine(1, (x0, y), (x1, y))


def upright(x: float, y0: float, y1: float) -> LTLine:
    return LTLine(1, (x, y0), (x, y1))


def box(x0: float, y0: float, x1: float, y1: float, stroke: bool = True) -> LTRect:
    return LTRect(1, (x0, y0, x1, y1), stroke=stroke, fill=not stroke)


GRID = [*(level(0, 200, y) for y in (0, 50, 100)), *(upright(x, 0, 100) for x in (0, 100, 200))]
CELLS = [[Box(0, 50, 100, 100), Box(0, 0, 100, 50), Box(100, 50, 200, 100), Box(100, 0, 200, 50)]]


def sizes(tables: list[list[Box]]) -> list[int]:
    return [len(boxes) for boxes in tables]


@pytest.mark.parametrize(
    "rules",
    [
        GRID,
        [box(x, y, x + 100, y + 50) for x in (0, 100) for y in (0, 50)],
        [box(0, y - 0.5, 200, y + 0.5, stroke=False) for y in (0, 50, 100)]
        + [box(x - 0.5, 0, x + 0.5, 100, stroke=False) for x in (0, 100, 200)],
        [*GRID, box(0, 60, 100, 80, stroke=False)],
        [*GRID[:3], GRID[4]],
        [*GRID[:2], *GRID[3:]],
    ],
    ids=["lines", "boxes", "thin strips", "a coloured background", "open at both sides", "cut by the page"],
)
def test_rules_enclose_cells(rules: list[LTLine | LTRect]) -> None:
    assert sorted(boxes_of_tables(rules)[0]) == sorted(CELLS[0])


@pytest.mark.parametrize(
    "rules",
    [
        [],
        [level(0, 200, y) for y in (0, 50, 100)],
        [*(level(0, 200, y) for y in (0, 50, 100)), upright(0, 0, 100), upright(200, 0, 100)],
        [box(0, 0, 100, 50), box(120, 0, 200, 50)],
        [box(0, 20 * k, 200, 20 * k + 20, stroke=False) for k in range(9)],
    ],
    ids=["no rules", "rules without columns", "one column", "boxes apart", "backgrounds of rows"],
)
def test_other_rules_are_no_table(rules: list[LTLine | LTRect]) -> None:
    assert boxes_of_tables(rules) == []


def test_text_between_two_tables_is_in_neither() -> None:
    below = [*(level(0, 200, y) for y in (-200, -150)), *(upright(x, -200, -150) for x in (0, 100, 200))]
    above = [*GRID[:3], GRID[4]]
    assert sizes(boxes_of_tables([*above, *below])) == [4, 2]
    two_rows = [*(level(0, 200, y) for y in (-200, -150, -100)), upright(100, -200, -100)]
    assert sizes(boxes_of_tables([*above, *two_rows])) == [4, 4]


def text(content: str, x0: float, y0: float, width: float | None = None) -> Fragment:
    width = 10.0 * len(content) if width is None else width
    return Fragment(content, x0, x0 + width, y0, y0 + 10, 10)


def grid(*texts: Fragment, boxes: list[Box] | None = None) -> Grid | None:
    """The cells of a table of these boxes."""
    placed: dict[Box | None, list[Fragment]] = {}
    for fragment in texts:
        for cell in boxes or CELLS[0]:
            if cell.holds(fragment.x0, fragment.y0):
                placed.setdefault(cell, []).append(fragment)
    table = table_of(boxes or CELLS[0], placed)
    return table.table.rows if table and table.table else None


def test_each_cell_holds_its_text() -> None:
    assert grid(text("甲", 5, 80), text("乙", 105, 80), text("丙", 5, 30), text("丁", 105, 30)) == (
        ("甲", "乙"),
        ("丙", "丁"),
    )


@pytest.mark.parametrize(
    ("width", "cell"),
    [(90, "深入基层走访台账"), (71, "深入基层走访台账"), (70, "深入基层走访\n台账")],
    ids=["a full row", "room for less than two characters", "more room"],
)
def test_a_row_that_fills_its_cell_goes_on_in_the_next(width: float, cell: str) -> None:
    rows = grid(text("深入基层走访", 5, 80, width), text("台账", 5, 68), text("乙", 105, 80), text("丙", 5, 30))
    assert rows is not None
    assert rows[0] == (cell, "乙")


def test_characters_below_each_other_in_a_narrow_cell_are_one_word() -> None:
    narrow = [Box(0, 0, 20, 50), Box(20, 0, 200, 50), Box(0, 50, 20, 100), Box(20, 50, 200, 100)]
    rows = grid(*(text("完成时限"[k], 5, 85 - 11 * k) for k in range(4)), text("四月", 25, 80), boxes=narrow)
    assert rows == (("完成时限", "四月"),)


def test_a_cell_over_several_rows_stands_in_the_first() -> None:
    boxes = [Box(0, 0, 100, 100), *CELLS[0][2:]]
    rows = grid(text("专项", 5, 45), text("乙", 105, 80), text("丁", 105, 30), boxes=boxes)
    assert rows == (("专项", "乙"), ("", "丁"))


@pytest.mark.parametrize(
    "texts",
    [
        [text("甲", 5, 80), text("丙", 5, 30)],
        [text("抄送：市委", 5, 80), text("办公室", 5, 30), text("2014年印发", 105, 30)],
        [],
    ],
    ids=["one column holds text", "the remarks at the end of a notice", "no text"],
)
def test_rules_around_text_are_no_table(texts: list[Fragment]) -> None:
    assert grid(*texts) is None
