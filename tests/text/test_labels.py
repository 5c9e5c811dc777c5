"""Labels of every style at the start of a paragraph, and openings that only look like one."""

from __future__ import annotations

import pytest

from notice_site.text.labels import Style, labels_of_lists, match_bare_number, match_label

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
    "第一部分总体要求": (Style.PART, 1, "第一部分"),
    "第二章学习的内容": (Style.CHAPTER, 2, "第二章"),
    "第二节考核": (Style.DIVISION, 2, "第二节"),
    "第三条本办法适用于本县。": (Style.ARTICLE, 3, "第三条"),
    "第三条所有单位": (Style.ARTICLE, 3, "第三条"),
    "第一百零一条　本办法": (Style.ARTICLE, 101, "第一百零一条"),
    "第二款　合同": (Style.CLAUSE, 2, "第二款"),
    "一百零一、总则": (Style.HAN, 101, "一百零一、"),
    "一百二十一、总则": (Style.HAN, 121, "一百二十一、"),
    "101.完善": (Style.ARABIC, 101, "101."),
    "（101）完善": (Style.PAREN_ARABIC, 101, "（101）"),
    "4. 10人": (Style.ARABIC, 4, "4."),
    "4.10　处置": (Style.DECIMAL_2, 10, "4.10"),
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
    "2011.2.3",
    "㉑完善",
    "三百二十一十一、",
    "（2014）",
    "2014.完善",
    "第三条、第四条",
    "第三条第二款",
    "第三条修改为：",
    "第二章和第三章",
    "第二章强调，各级都要学习。",
    "第三条规定",
    "第一部分的内容",
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


def test_an_article_put_in_later() -> None:
    labels = [match_label(text) for text in ("第十条　甲", "第十条之一　乙", "第十条之二丙。")]
    assert [(label.number, label.branch) for label in labels if label] == [(10, 0), (10, 1), (10, 2)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1总则", (Style.ARABIC, 1, "1")),
        ("1.1970年以前", (Style.ARABIC, 1, "1.")),
        ("4．10人以上", (Style.ARABIC, 4, "4．")),
        ("第一，认识到位。", (Style.POINT, 1, "第一，")),
        ("二抓基层基础。", (Style.POINT, 2, "二抓")),
    ],
)
def test_what_is_a_label_in_a_list(text: str, expected: tuple[Style, int, str]) -> None:
    assert [(label.style, label.number, label.text) for label in labels_of_lists(text)] == [expected]


@pytest.mark.parametrize("text", ["第一个", "一年级", "一等奖", "1.完善", "一、甲"])
def test_what_is_no_label_in_a_list_either(text: str) -> None:
    assert labels_of_lists(text) == ()
