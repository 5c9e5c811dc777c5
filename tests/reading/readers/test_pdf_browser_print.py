"""Head and foot that a browser prints around a page, in the forms of several browsers; and rows that are text."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from notice_site.reading.readers.pdf_browser_print import browser_marks, parts_of_mark
from notice_site.reading.readers.pdf_rows import Row


def pages(*texts: Sequence[str]) -> list[list[Row]]:
    """Rows of pages, each a list of texts from the top."""
    result: list[list[Row]] = []
    number = 0
    for page, rows in enumerate(texts, 1):
        result.append([])
        for k, text in enumerate(rows):
            number += 1
            result[-1].append(Row(text, page, number, 80, 400, 700 - 20 * k, 690 - 20 * k, 10))
    return result


@pytest.mark.parametrize(
    ("text", "kinds", "title"),
    [
        ("11/30/26, 2:39 AM　关于开会的通知", {"date"}, "关于开会的通知"),
        ("2026/11/30 02:39关于开会的通知_某县", {"date"}, "关于开会的通知_某县"),
        ("2015/12/1 上午10:20　关于开会的通知", {"date"}, "关于开会的通知"),
        ("30.11.2026, 14:05　关于开会的通知", {"date"}, "关于开会的通知"),
        ("关于开会的通知　https://a.gov.cn/art_1.html", {"address"}, "关于开会的通知"),
        ("https://a.gov.cn/art_1.html　1/3", {"address", "count"}, ""),
        ("about:blank　1/1", {"address", "count"}, ""),
        ("C:\\Users\\li\\a.html　2015/12/1", {"address", "date"}, ""),
        ("关于开会的通知　第 1 页，共 3 页", {"count"}, "关于开会的通知"),
        ("1 of 3　11/30/2026, 14:05", {"count", "date"}, ""),
        ("关于开会的通知", set(), "关于开会的通知"),
        ("会期12/1至12/3", set(), "会期12/1至12/3"),
        ("网址：https://a.cn", set(), "网址：https://a.cn"),
        ("注：/", set(), "注：/"),
    ],
)
def test_date_address_and_count_stand_at_the_ends_of_a_row(text: str, kinds: set[str], title: str) -> None:
    assert parts_of_mark(text) == (frozenset(kinds), title)


CHROMIUM = [
    ["2015/12/1　通知_某县", "通知", "正文。", "https://a.cn/1　1/2"],
    ["2015/12/1　通知_某县", "正文。", "https://a.cn/1　2/2"],
]


def test_rows_of_a_browser_are_head_and_foot() -> None:
    assert browser_marks(pages(*CHROMIUM)) == {1: "页眉", 4: "页脚", 5: "页眉", 7: "页脚"}
    assert browser_marks(pages(["通知　https://a.cn/1", "正文。", "第 1 页 共 1 页　2015/12/1"])) == {
        1: "页眉",
        3: "页脚",
    }
    assert browser_marks(pages(["通知", "正文。", "https://a.cn/1　1/1"])) == {3: "页脚"}


@pytest.mark.parametrize(
    "texts",
    [
        [*CHROMIUM, ["正文。", "正文。"]],
        [["2015/12/1　通知", "正文。", "1/1"]],
        [["2015/12/1　通知", "正文。", "https://a.cn/1"]],
        [["2015/12/1　通知", "https://a.cn/1　1/2"], ["2015/12/1　报告", "https://a.cn/1　2/2"]],
    ],
    ids=["a page without them", "no address", "no count", "two titles"],
)
def test_other_pages_are_no_print_of_a_browser(texts: Sequence[Sequence[str]]) -> None:
    assert browser_marks(pages(*texts)) == {}
