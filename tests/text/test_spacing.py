"""Spaces inside Chinese text close, wide gaps between words stay as one, and every change is recorded."""

from __future__ import annotations

import pytest

from notice_site.text.spacing import GAP, Change, close_spaces, squeeze

CLOSED = {
    "inside a document number": ("湘群组发〔 2014 〕 36 号", "湘群组发〔2014〕36号"),
    "between single letters": ("几 个 问 题", "几个问题"),
    "a word of two letters spaced wide": ("总　　则", "总则"),
    "a name before a colon": ("组  长：张三", "组长：张三"),
    "a year whose digits are spaced": ("2 0 1 4 年", "2014年"),
    "digits that are no year": ("2 0 1 4 名", "2 0 1 4名"),
    "a number that no year begins with": ("3 0 1 4 年", "3 0 1 4年"),
    "at the edges": ("　　通知  ", "通知"),
    "what has no width": ("通\u200b知\ufeff", "通知"),
    "one space between words": ("各级党委 各督导组", "各级党委各督导组"),
    "beside brackets in Western text": ("f ( x )", "f(x)"),
}
KEPT = {
    "one space between Western words": "use of HIS",
    "a gap of one ideographic space": "甲市纪委　甲市监察局",
}
GAPS = {
    "two spaces": "甲市纪委  甲市监察局",
    "six spaces": "甲市纪委      甲市监察局",
    "two ideographic spaces": "甲市纪委　　甲市监察局",
    "a tab and a space": "甲市纪委\t 甲市监察局",
}


@pytest.mark.parametrize(("text", "expected"), CLOSED.values(), ids=CLOSED.keys())
def test_spaces_that_close(text: str, expected: str) -> None:
    assert close_spaces(text)[0] == expected


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT.keys())
def test_spaces_that_stay(text: str) -> None:
    assert close_spaces(text) == (text, ())


@pytest.mark.parametrize("text", GAPS.values(), ids=GAPS.keys())
def test_a_wide_gap_becomes_one_ideographic_space_and_is_recorded(text: str) -> None:
    shown, changes = close_spaces(text)
    assert shown == f"甲市纪委{GAP}甲市监察局"
    assert changes == (Change(text[2:-3], f"纪委{GAP}甲市", keeps_gap=True, closes=False),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("于2014 年召开", [("2014 年召", "2014年召")], id="a number is given whole"),
        pytest.param("甲 乙丙丁戊 己", [("甲 乙丙丁戊 己", "甲乙丙丁戊己")], id="four letters apart: one change"),
        pytest.param("甲 乙丙丁戊庚 己", [("甲 乙丙", "甲乙丙"), ("戊庚 己", "戊庚己")], id="five letters apart: two"),
    ],
)
def test_what_is_recorded_of_a_change(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(change.before, change.after) for change in close_spaces(text)[1]] == expected


def test_squeezing_takes_every_kind_of_white_space() -> None:
    assert squeeze("\t1\u00a02\u2003\u3000年\ufeff\u200b ") == "12年"
