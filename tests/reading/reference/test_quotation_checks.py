"""A quotation and its line: where it may begin, how far it runs on, and what the editor is told."""

from __future__ import annotations

import pytest

from notice_site.model import Line, Source
from notice_site.reading.reference.quotation_checks import Quotations


def source(*texts: str, step: int = 1) -> Source:
    """Lines at the numbers 1, 1 + step, …"""
    lines = tuple(Line(text, 1 + step * k) for k, text in enumerate(texts))
    return Source("通知.txt", "", 0, "text", "utf-8", lines)


@pytest.mark.parametrize(
    ("texts", "number", "quote"),
    [
        (("关于学习", "的通知"), 1, "学习"),
        (("关于学习", "的通知"), 1, "学 习 的通"),
        (("关于学习", "的通知"), 2, "的通知"),
        (("学", *[""] * 20, "习"), 1, "学习"),
        (("学" + "一" * 3, *"二三四五六七八九十子丑寅"), 1, "一二三四五六七八九十子丑"),
    ],
    ids=["inside a line", "over two lines, with spaces", "the second line", "over blank lines", "over thirteen lines"],
)
def test_a_quotation_begins_in_its_line(texts: tuple[str, ...], number: int, quote: str) -> None:
    assert Quotations(source(*texts)).problem(number, quote) is None


def test_a_paragraph_covers_the_lines_up_to_the_next() -> None:
    quotations = Quotations(source("甲乙", "丙丁", step=3))
    assert [number for number in range(5) if quotations.problem(number, "甲乙") is None] == [1, 2, 3]


@pytest.mark.parametrize(
    ("texts", "number", "quote", "message", "advice"),
    [
        (("甲", "乙", "甲"), 2, "甲", "引文“甲”不在第 2 行", "line 改为 1、3"),
        (("甲",) * 6 + ("乙",), 7, "甲", "引文“甲”不在第 7 行", "line 改为 1、2、3、4、5"),
        (("甲",), 1, "字" * 20, f"原件中没有引文“{'字' * 20}”", "从原件中照录，标点也要相同"),
        (("甲",), 1, "字" * 21, f"原件中没有引文“{'字' * 20}…”", "从原件中照录，标点也要相同"),
    ],
    ids=["elsewhere", "in many places", "twenty characters", "a long one"],
)
def test_the_editor_is_told_where_a_quotation_stands(
    texts: tuple[str, ...], number: int, quote: str, message: str, advice: str
) -> None:
    assert Quotations(source(*texts)).problem(number, quote) == (message, advice)
