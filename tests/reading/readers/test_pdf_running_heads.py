"""Rows at the edges of pages: which are page numbers or running heads and feet, and which are text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from notice_site.reading.readers.pdf_rows import Row
from notice_site.reading.readers.pdf_running_heads import separate_running_heads

STEP = 20
HEAD, FOOT = 760.0, 40.0
TEXT = [(700.0 - STEP * k, f"{'甲乙丙丁戊'[k]}类文字") for k in range(5)]

Placed = tuple[float, str]  # height on the page, text


def dropped(*pages: Sequence[Placed], sizes: Mapping[float, float] | None = None) -> list[tuple[str, str]]:
    """What is separated from these pages, each a list of rows from the top; `sizes` of rows by their height."""
    rows: list[Row] = []
    for page, placed in enumerate(pages, 1):
        for top, text in placed:
            size = (sizes or {}).get(top, 10.0)
            rows.append(Row(text, page, len(rows) + 1, 80, 400, top, top - 10, size))
    kept, separated = separate_running_heads(rows)
    assert len(kept) + len(separated) == len(rows)
    assert [entry.text for entry in separated] == [row.text for row in rows if row not in kept]
    return [(entry.reason, entry.text) for entry in separated]


def test_heads_and_feet_repeat_on_two_pages() -> None:
    page = [(HEAD, "甲市文件"), *TEXT, (FOOT, "内部资料")]
    assert dropped(page, page) == [("页眉", "甲市文件"), ("页脚", "内部资料")] * 2


@pytest.mark.parametrize(
    ("first", "second", "repeats"),
    [
        ((HEAD, "甲市文件"), (HEAD, "甲市文件"), True),
        ((HEAD, "第3期"), (HEAD, "第 4 期"), True),
        ((HEAD, "甲市文件"), (HEAD, "乙市文件"), False),
        ((HEAD, "甲市文件"), (HEAD + 1, "甲市文件"), True),
        ((HEAD, "甲市文件"), (HEAD + 2.1, "甲市文件"), False),
        ((726.0, "甲市文件"), (726.0, "甲市文件"), False),
        ((726.5, "甲市文件"), (726.5, "甲市文件"), True),
    ],
    ids=[
        "same words", "another number", "other words", "nearly the same height", "another height",
        "no further off than 1.3 steps", "further off",
    ],
)  # fmt: skip
def test_a_head_says_the_same_at_one_height_and_off_the_text(first: Placed, second: Placed, repeats: bool) -> None:
    separated = dropped([first, *TEXT], [second, *TEXT])
    assert separated == ([("页眉", first[1]), ("页眉", second[1])] if repeats else [])


@pytest.mark.parametrize(("pages", "repeats"), [(5, True), (6, False)], ids=["two in five", "two in six"])
def test_a_head_stands_on_two_pages_in_five(pages: int, repeats: bool) -> None:
    others = [TEXT for _ in range(pages - 2)]
    head = [(HEAD, "甲市文件"), *TEXT]
    assert bool(dropped(head, head, *others)) is repeats


def test_titles_of_forms_are_no_heads() -> None:
    form = [(HEAD, "甲市竞赛"), *TEXT]
    assert dropped(TEXT, TEXT, form, form) == []
    assert len(dropped(TEXT, form, form)) == 2
    assert [len(dropped(form, form, sizes={HEAD: size})) for size in (11.5, 11.6)] == [2, 0]


@pytest.mark.parametrize(
    ("pages", "others", "size", "heads"),
    [(4, 2, 9.2, 4), (4, 3, 9.2, 0), (3, 0, 9.2, 0), (4, 0, 9.3, 0)],
    ids=["four of six pages", "four of seven", "three pages", "as large as the text"],
)
def test_small_heads_of_a_book_name_its_chapters(pages: int, others: int, size: float, heads: int) -> None:
    book = [[(HEAD, f"第{k}章{'甲乙丙丁'[k]}"), *TEXT] for k in range(pages)]
    assert len(dropped(*book, *[TEXT] * others, sizes={HEAD: size})) == heads


def test_on_one_page_nothing_repeats() -> None:
    assert dropped([(HEAD, "甲市文件"), *TEXT, (FOOT, "甲市文件")]) == []


def test_a_head_has_two_rows_and_not_three() -> None:
    two = [(780.0, "甲市文件"), (760.0, "内部资料"), *TEXT]
    three = [(800.0, "注意保存"), *two]
    assert len(dropped(two, two)) == 4
    assert dropped(three, three) == []


def test_a_foot_has_two_rows_and_not_three() -> None:
    two = [*TEXT, (60.0, "甲市文件"), (40.0, "内部资料")]
    three = [*two, (20.0, "注意保存")]
    assert len(dropped(two, two)) == 4
    assert dropped(three, three) == []


@pytest.mark.parametrize("text", ["- 1 -", "第1页", "第 1 页 共 5 页"])
def test_a_printed_page_number_needs_no_repetition(text: str) -> None:
    assert dropped([*TEXT, (FOOT, text)]) == [("页码", text)]
    assert dropped([(HEAD, text), *TEXT]) == [("页码", text)]
    assert dropped([*TEXT, (80.0, text), (FOOT, "内部资料")]) == [("页码", text)]


def test_a_page_number_inside_the_text_is_text() -> None:
    assert dropped([*TEXT[:2], (645.0, "- 1 -"), *TEXT[3:]]) == []


@pytest.mark.parametrize(
    ("numbers", "reasons"),
    [
        (("5", "6"), ["页码", "页码"]),
        (("5", "6", "2014"), ["页码", "页码"]),
        (("5", "7"), []),
        (("2014", "2015"), ["页码", "页码"]),
        (("12014", "12015"), []),
        (("5", ""), []),
    ],
    ids=["they count", "another number", "they do not count", "four digits", "five digits", "one alone"],
)
def test_bare_numbers_are_page_numbers_where_they_count_the_pages(numbers: tuple[str, ...], reasons: list[str]) -> None:
    pages = [[*TEXT, (FOOT + 30 * k, number)] if number else TEXT for k, number in enumerate(numbers)]
    assert [reason for reason, _ in dropped(*pages)] == reasons
    pages = [[(HEAD - 9 * k, number), *TEXT] if number else TEXT for k, number in enumerate(numbers)]
    assert [reason for reason, _ in dropped(*pages)] == reasons


def test_a_number_in_the_text_is_no_page_number_though_others_count() -> None:
    pages = [[*TEXT[:2], (645.0, str(k + 4)), *TEXT[3:], (FOOT, str(k + 4))] for k in (1, 2)]
    assert dropped(*pages) == [("页码", "5"), ("页码", "6")]
