"""Numerals, Western and Han, and what is none."""

from __future__ import annotations

import pytest

from notice_site.text.numerals import han_to_int, numerals_in

VALUES = {
    "零": 0,
    "一": 1,
    "两": 2,
    "九": 9,
    "十": 10,
    "十一": 11,
    "二十": 20,
    "九十九": 99,
    "一百": 100,
    "一百零二": 102,
    "百": 100,
    "三百五十": 350,
    "一千": 1000,
    "两千零三": 2003,
    "千": 1000,
    "二〇一四": 2014,
    "二○一四": 2014,
    "二零一四": 2014,
    "二O一四": 2014,
    "二Ｏ一四": 2014,
    "二o一四": 2014,
    "二0一四": 2014,
    "二０一四": 2014,
    "36": 36,
    "２０": 20,
    "007": 7,
}
NO_NUMERALS = ["", "几", "十几", "一万", "十a", "-1", "1.5", "三、"]


@pytest.mark.parametrize(("text", "value"), VALUES.items(), ids=VALUES.keys())
def test_the_value_of_a_numeral(text: str, value: int) -> None:
    assert han_to_int(text) == value


@pytest.mark.parametrize("text", NO_NUMERALS)
def test_what_is_no_numeral(text: str) -> None:
    assert han_to_int(text) is None


@pytest.mark.parametrize(
    ("slogan", "numbers"),
    [
        ("四风", (4,)),
        ("双学双争", (2, 2)),
        ("两学一做", (2, 1)),
        ("六问六带头", (6, 6)),
        ("10个问题", (10,)),
        ("照镜子", ()),
    ],
)
def test_the_numbers_in_a_slogan(slogan: str, numbers: tuple[int, ...]) -> None:
    assert numerals_in(slogan) == numbers
