"""Which labelled paragraphs have headings: the lengths that decide, and the siblings where length does not."""

from __future__ import annotations

import pytest

from notice_site.parsing.headings import paragraph_labels
from notice_site.parsing.line_joining import Paragraph


def headings(*texts: str) -> list[str | None]:
    labels = paragraph_labels(tuple(Paragraph(text, (i, i)) for i, text in enumerate(texts, 1)))
    return [label.heading if label else None for label in labels]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("一、提高认识。各级要学习。", "提高认识"), ("一、提高认识", "提高认识"), ("一、提高认识：", None),
        ("一、" + "甲" * 36 + "。乙。", "甲" * 36), ("一、" + "甲" * 37 + "。乙。", None),
        ("1." + "甲" * 20 + "。乙。", "甲" * 20), ("1.加强" + "甲" * 35 + "。乙。", None),
        ("一、" + "甲" * 60, "甲" * 60), ("一、" + "甲" * 61, None), ("第一章　总则", "总则"),
        ("一、提高认识，", None), ("一、提高认识、", None), ("1.申报表", None),
        ("第一条　提高认识。各级要学习。", None), ("第一条【目的】为了学习。", "目的"),
        ("1.目标：学习。", "目标"), ("1.乙：学习。", None),
        ("1.责任单位：教育局。", "责任单位"), ("1." + "甲" * 15 + "：乙。", "甲" * 15),
        ("1." + "甲" * 16 + "：乙。", None), ("1.上午7:30前到校。", None), ("1.每月加1分（注：病假除外）。", None),
        ("1.由下列人员组成：县长。", None), ("1.的人员，实行试用。乙。", None), ("1.甲，乙，丙。各级。", None),
        ("1.短句。（教育局负责）", None), ("1.短句。教育局负责", "短句"),
        ("1.短句。（略）", "短句"),
        ("没有序数。", None),
    ],
)  # fmt: skip
def test_one_paragraph(text: str, heading: str | None) -> None:
    assert headings(text)[0] == heading


def test_an_item_with_text_below_it_has_a_heading() -> None:
    assert headings("1.甲乙", "各级要学习。", "2.丙丁", "各级要检查。") == ["甲乙", None, "丙丁", None]


def test_the_last_entry_of_a_list_has_none() -> None:
    assert headings("1.填写申报表。", "2.完成交办的其他工作。", "各级要学习。") == [None] * 3
    assert headings("1.填写申报表", "2.完成交办的其他工作", "各级要学习。") == [None] * 3
    assert headings("1.指导思想。", "甲乙。", "2.工作目标。", "丙丁。")[2] == "工作目标"


def test_siblings_are_alike() -> None:
    long = "加强" + "甲" * 34 + "，抓好落实"
    assert headings("（一）加强领导。甲。", "（二）明确责任。乙。", f"（三）{long}。丙。") == [
        "加强领导",
        "明确责任",
        long,
    ]
    assert headings("（一）学习。甲。", f"（二）{'乙' * 40}。丙。", f"（三）{'丁' * 40}。戊。") == [None] * 3
    assert (
        headings("一、县长负责。甲。", "二、秘书长协助县长工作。", "三、局长应当到会。", "四、规则由办公室解释。")
        == [None] * 4
    )


def test_a_closing_sentence_among_headings_has_none() -> None:
    entries = ["一、加强领导。甲。", "二、明确责任。乙。", "三、抓好落实。丙。"]
    assert headings(*entries, "四、本办法自印发之日起施行。")[3] is None
    assert headings(*entries, "四、特色活动。")[3] == "特色活动"
    assert headings(*entries, "四、" + "甲" * 20 + "。")[3] == "甲" * 20
    assert headings(*entries, "四、" + "甲" * 21 + "。")[3] is None


def test_a_short_directing_sentence_is_a_heading_in_a_mixed_list() -> None:
    plain = "1.对手续不全的企业；"
    assert headings(plain, "2.严格收费制度。各校要公开。") == [None, "严格收费制度"]
    assert headings(plain, "2.收费制度公开。各校要公开。") == [None, None]
    assert headings(plain, plain, "3.严格收费制度。各校要公开。") == [None] * 3


def test_a_list_with_headings_of_its_own_in_a_style_without() -> None:
    items = [f"（{i}）不按规定办理的；" for i in range(1, 8)]
    assert headings("1.原则", "（1）统一领导。甲。", "（2）分工负责。乙。", "2.处理", *items)[1:3] == [
        "统一领导",
        "分工负责",
    ]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("第六条　工作程序", "工作程序"), ("第六条　授予程序：", "授予程序"), ("第六条　应当履行下列职责：", None),
        ("第六条　单位应当：", None), ("第六条　本办法所称：", None),
        ("第六条　" + "甲" * 15, "甲" * 15), ("第六条　" + "甲" * 16, None), ("第六条　工作程序。", None),
    ],
)  # fmt: skip
def test_the_name_of_an_article(text: str, heading: str | None) -> None:
    assert headings(text, "（一）申请；", "（二）审核。")[0] == heading


def test_a_heading_without_label_ends_what_stands_before() -> None:
    texts = ("1、起草文件", "2、其他工作", "副主任职责", "1、协助主任", "2、其他工作")
    paragraphs = tuple(Paragraph(text, (i, i)) for i, text in enumerate(texts, 1))
    assert [label and label.heading for label in paragraph_labels(paragraphs, frozenset({2}))] == [None] * 5


_LEADING_IN = """
下列 以下 如下 包括 是指 情形 之一 组成 是 为 有 做到 分为 具备 明确 所称 所列 符合 提供 提交
"""


@pytest.mark.parametrize("words", _LEADING_IN.split())
def test_words_that_open_a_list_are_no_heading(words: str) -> None:
    assert headings(f"1.甲乙{words}：", "（1）丙。", "（2）丁。")[0] is None
    assert headings("1.甲乙丙：", "（1）丙。", "（2）丁。")[0] == "甲乙丙"
