"""Fragments on a page: which stand on one level, and whether the page has two columns."""

from __future__ import annotations

import pytest

from notice_site.reading.readers.pdf_rows import Fragment, Row, row_pitch, rows_of


def fragment(text: str, x0: float, foot: float, width: float = 100, height: float = 10) -> Fragment:
    return Fragment(text, x0, x0 + width, foot, foot + height, height)


def texts(*fragments: Fragment) -> list[str]:
    return [row.text for row in rows_of(fragments, page=1, before=0)]


@pytest.mark.parametrize(
    ("second", "rows"),
    [
        (fragment("乙", 200, 700), ["甲　乙"]),
        (fragment("乙", 200, 706), ["甲　乙"]),
        (fragment("乙", 200, 694), ["甲　乙"]),
        (fragment("乙", 200, 693.9), ["甲", "乙"]),
        (fragment("乙", 200, 706.1), ["乙", "甲"]),
        (fragment("乙", 200, 703, height=4), ["甲　乙"]),
        (fragment("乙", 200, 708.4, height=4), ["甲　乙"]),
        (fragment("乙", 200, 708.5, height=4), ["乙", "甲"]),
        (fragment("乙", 0, 700, width=50), ["乙　甲"]),
        (fragment("—", 200, 705, height=0.5), ["甲　—"]),
        (fragment("—", 200, 705, height=0), ["甲", "—"]),
    ],
    ids=[
        "same level", "a bit higher", "a bit lower", "lower", "higher", "small", "raised", "raised more",
        "further left", "a stroke",
        "no height",
    ],
)  # fmt: skip
def test_fragments_that_overlap_by_two_fifths_are_one_row(second: Fragment, rows: list[str]) -> None:
    assert texts(fragment("甲", 60, 700), second) == rows


def test_a_word_between_two_rows_stands_with_the_upper_one() -> None:
    rows = texts(fragment("甲局", 0, 704), fragment("乙局", 0, 697), fragment("文件", 200, 702, height=5))
    assert rows == ["甲局　文件", "乙局"]


def test_a_fragment_may_belong_to_any_of_the_three_rows_above() -> None:
    tall = fragment("文件", 200, 670, height=40)
    lower = [fragment(name, 0, foot, height=10) for name, foot in (("甲", 699), ("乙", 688), ("丙", 677))]
    assert texts(tall, *lower) == ["甲　乙　丙　文件"]
    small = [fragment(name, 300, foot, height=2) for name, foot in (("子", 707), ("丑", 704), ("寅", 701))]
    assert texts(fragment("甲", 0, 700, height=12), *small[:1], fragment("尾", 500, 700, height=10)) == ["甲　子　尾"]


def test_a_row_has_the_place_of_all_its_fragments() -> None:
    [row] = rows_of([fragment("乙", 200, 698, height=12), fragment("甲", 60, 700)], page=3, before=7)
    assert row == Row("甲　乙", 3, 8, 60, 300, 710, 698, 12)


def columns(count: int, gap: bool = True, left_width: float = 180, whole: int = 0) -> list[str]:
    """Rows of two columns, and below them `whole` rows that run over the gap."""
    rows = [fragment(f"左{k}", 0, 700 - 20 * k, left_width) for k in range(count)]
    right = 220 if gap else 190
    rows += [fragment(f"右{k}", right, 700 - 20 * k, 150 if k else 400 - right) for k in range(count)]
    rows += [fragment(f"全{k}", 0, 700 - 20 * (count + k), 400) for k in range(whole)]
    return texts(*rows)


def test_two_columns_are_read_one_after_the_other() -> None:
    assert columns(8) == [*(f"左{k}" for k in range(8)), *(f"右{k}" for k in range(8))]


@pytest.mark.parametrize(
    "rows",
    [
        columns(7),
        columns(8, gap=False),
        columns(8, left_width=120),
        columns(8, whole=6),
    ],
    ids=["seven rows", "no gap in the middle", "a narrow left part", "few rows are parted"],
)
def test_rows_with_a_gap_are_no_columns(rows: list[str]) -> None:
    assert rows[0] == "左0　右0"


@pytest.mark.parametrize(
    "rows",
    [columns(8, left_width=121), columns(8, left_width=200), columns(9, whole=6)],
    ids=["a wider left part", "a left part up to the middle", "three rows in five are parted"],
)
def test_most_rows_with_a_wide_left_part_tell_columns(rows: list[str]) -> None:
    assert rows[:2] == ["左0", "左1"]


def test_a_row_over_both_columns_parts_what_is_above_it_from_what_is_below() -> None:
    page = [fragment("题", 100, 800, 200)]
    for head in (700, 500):
        page += [fragment(f"左{head - 20 * k}", 0, head - 20 * k, 180) for k in range(6)]
        page += [fragment(f"右{head - 20 * k}", 220, head - 20 * k, 180) for k in range(6)]
    page += [fragment("中", 100, 550, 200)]
    rows = texts(*page)
    assert (rows[0], rows[1], rows[6], rows[7], rows[12], rows[13], rows[14], rows[20]) == (
        "题", "左700", "左600", "右700", "右600", "中", "左500", "右500",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("foot", "last"), [(520, "二〇一五年　1/3"), (530, "1/3")], ids=["far below the columns", "below the columns"]
)
def test_a_foot_below_two_columns_is_one_row(foot: float, last: str) -> None:
    page = [fragment(f"{side}{k}", x, 700 - 20 * k, 180) for x, side in ((0, "左"), (220, "右")) for k in range(8)]
    assert texts(*page, fragment("二〇一五年", 0, foot), fragment("1/3", 300, foot))[-1] == last


def test_a_level_with_pieces_only_right_of_the_middle_is_no_columns() -> None:
    rows = [fragment("文", 0, 700 - 20 * k, 400) for k in range(9)]
    assert texts(*rows, fragment("签发人：", 250, 500, 60), fragment("张三", 330, 500, 40))[-1] == "签发人：　张三"


def at(top: float, page: int = 1, size: float = 10) -> Row:
    return Row("字", page, 1, 0, 100, top, top - size, size)


@pytest.mark.parametrize(
    ("rows", "pitch"),
    [
        ([], 1.6),
        ([at(700)], 16),
        ([at(700), at(680), at(650), at(630)], 20),
        ([at(700), at(680), at(660, page=2), at(640, page=2)], 20),
        ([at(700), at(680), at(675), at(670), at(650)], 20),
        ([at(700), at(694.9), at(689.8)], 5.1),
        ([at(700), at(695), at(690)], 16),
        ([at(680), at(700)], 16),
    ],
    ids=[
        "no rows", "one row", "a wider gap", "two pages", "rows in two heights", "narrow steps", "steps in one row",
        "columns",
    ],
)  # fmt: skip
def test_the_usual_step_from_row_to_row(rows: list[Row], pitch: float) -> None:
    assert row_pitch(rows) == pytest.approx(pitch)
