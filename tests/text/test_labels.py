"""Labels of every style at the start of a paragraph, and openings that only look like one."""

from __future__ import annotations

import pytest

from notice_site.text.labels import Style, match_bare_number, match_label

LABELS = {
    "第一编 总则": (Style.PART, 1, "第一编"),
    "第 2 编　总则": (Style.PART, 2, "第 2 编"),
    "第十二章 附则": (Style.CHAPTER, 12, "第十二章"),
    "第3章总则": (Style.CHAPTER, 3, "第3章"),
    "第二节 范围": (Style.DIVISION, 2, "第二节"),
    "第三条　本办法": (Style.ARTICLE, 3, "第三条"),
    "第4条：本办法": (Style.ARTICLE, 4, "第4条"),
    "第三十条【名称】": (Style.ARTICLE, 30, "第三十条"),
    "第三条": (Style.ARTICLE, 3, "第三条"),
    "一、总体要求": (Style.HAN, 1, "一、"),
    "十二、附则": (Style.HAN, 12, "十二、"),
    "一.总则": (Style.HAN, 1, "一."),
    "一．总则": (Style.HAN, 1, "一．"),
    "（一）总的": (Style.PAREN_HAN, 1, "（一）"),
    "(二)总的": (Style.PAREN_HAN, 2, "(二)"),
    "（ 三 ）、总的": (Style.PAREN_HAN, 3, "（ 三 ）、"),
    "1.完善": (Style.ARABIC, 1, "1."),
    "１．完善": (Style.ARABIC, 1, "１．"),
    "12、完善": (Style.ARABIC, 12, "12、"),
    "1.1总则": (Style.DECIMAL_2, 1, "1.1"),
    "1.2、总则": (Style.DECIMAL_2, 2, "1.2、"),
    "1.1.3总则": (Style.DECIMAL_3, 3, "1.1.3"),
    "1.1.3.4总则": (Style.DECIMAL_4, 4, "1.1.3.4"),
    "（1）完善": (Style.PAREN_ARABIC, 1, "（1）"),
    "(12)、完善": (Style.PAREN_ARABIC, 12, "(12)、"),
    "1）完善": (Style.PAREN_ARABIC, 1, "1）"),
    "①完善": (Style.CIRCLED, 1, "①"),
    "⑳完善": (Style.CIRCLED, 20, "⑳"),
    "一是强化": (Style.POINT, 1, "一是"),
    "二要强化": (Style.POINT, 2, "二要"),
    "六问作风": (Style.POINT, 6, "六问"),
}
NO_LABELS = [
    "一个引领",
    "2014.2.",
    "1.5亿元",
    "1.5%",
    "第三条所称",
    "第一章的规定",
    "第二章中的",
    "第一编者",
    "十分重要",
    "一，二",
    "123.完善",
    "2011.2.3",
    "㉑完善",
    "三百二十一十、",
    "（123）",
    "、总则",
    "",
]


@pytest.mark.parametrize(("text", "expected"), LABELS.items(), ids=LABELS.keys())
def test_a_label(text: str, expected: tuple[Style, int, str]) -> None:
    label = match_label(text)
    assert label is not None
    assert (label.style, label.number, label.text) == expected


def test_the_end_of_a_label_includes_the_space_that_belongs_to_it() -> None:
    assert [(label.end, label.text) for label in [match_label("1.1　总则")] if label] == [(4, "1.1")]


@pytest.mark.parametrize("text", NO_LABELS)
def test_what_is_no_label(text: str) -> None:
    assert match_label(text) is None


@pytest.mark.parametrize(("text", "number"), [("1总则", 1), ("12　总则", 12), ("1　总则", 1)])
def test_a_bare_number_as_label(text: str, number: int) -> None:
    label = match_bare_number(text)
    assert label is not None
    assert (label.style, label.number) == (Style.ARABIC, number)


@pytest.mark.parametrize("unit", list("年月日个次人名万亿元号级类项种条周天时分"))
def test_a_number_before_a_unit_is_no_label(unit: str) -> None:
    assert match_bare_number(f"3{unit}") is None


@pytest.mark.parametrize("text", ["123总则", "0总则", "1", "1a", "总则"])
def test_what_is_no_bare_number(text: str) -> None:
    assert match_bare_number(text) is None
