"""Headings without label: what sets them off, and the series that show the others."""

from __future__ import annotations

import pytest

from notice_site.model import Align
from notice_site.parsing.line_joining import Paragraph
from notice_site.parsing.unlabelled_headings import _RUN_IN_WITH_COMMA, inner_headings, set_off_headings


def inner(*texts: str) -> list[str | None]:
    paragraphs = tuple(Paragraph(text, (1, 1)) for text in texts)
    found = inner_headings(paragraphs, (True,) * len(paragraphs))
    return [found[i].text if i in found else None for i in range(len(texts))]


def set_off(*paragraphs: Paragraph) -> list[tuple[str, int]]:
    return [(heading.text, heading.level) for heading in set_off_headings(paragraphs).values()]


def text(words: str = "各级要认真学习。") -> Paragraph:
    return Paragraph(words, (1, 1))


def centred(words: str) -> Paragraph:
    return Paragraph(words, (1, 1), align=Align.CENTER)


def marked(words: str, rank: int) -> Paragraph:
    return Paragraph(words, (1, 1), heading=rank)


def test_marks_of_headings_give_their_level() -> None:
    assert set_off(marked("报送内容", 2), marked("学习情况", 3), text()) == [("报送内容", 2), ("学习情况", 3)]
    assert set_off(marked("一、报送内容", 2), text()) == [], "a label tells its depth itself"
    assert set_off(text(), marked("报送内容", 2)) == [], "nothing stands below"


def test_names_and_titles_in_large_letters_are_no_headings() -> None:
    assert set_off(marked("甲县公安局　甲县教育局", 1), text()) == []
    assert set_off(marked("关于办理案件的意见", 1), text()) == []
    assert set_off(marked("办公室", 2), text()) == [("办公室", 2)]


@pytest.mark.parametrize(
    ("words", "is_heading"),
    [
        ("主任岗位职责", True), ("甲" * 40, True), ("甲" * 41, False), ("各级要学习。", False), ("通知如下：", False),
        ("2014年4月2日", False), ("（讨论稿）", False), ("附件1", False), ("甲县公安局", False),
        ("甲发〔2014〕3号", False),
        ("关于办理案件的意见", False), ("1.起草文件", False), ("表二", False),
        ("图1　编码规则", False), ("图书管理", True),
        ("甲局公告2020年第44号", False),
    ],
)  # fmt: skip
def test_a_short_centred_line(words: str, is_heading: bool) -> None:
    assert set_off(text(), centred(words), text()) == ([(words, 1)] if is_heading else [])


def test_centred_lines_are_trusted_where_they_are_few() -> None:
    lines = [centred("主任职责"), text(), centred("副主任职责"), text(), text(), text()]
    assert len(set_off(*lines, text())) == 2
    assert set_off(*lines) == []
    assert set_off(centred("主任职责"), Paragraph("甲", (1, 1), rows=(("甲",),)), text(), text()) == [], "a caption"


def test_short_lines_below_which_the_numbers_start_anew() -> None:
    lists = [text("书记职责"), text("一、主持工作。"), text("二、组织学习。"), text("委员职责"), text("一、收缴党费。")]
    assert set_off(*lists) == [("书记职责", 1), ("委员职责", 1)]
    assert set_off(*lists[:4], text("三、收缴党费。")) == []
    assert set_off(text("现通知如下。"), *lists[1:]) == []
    assert set_off(text("甲" * 20), *lists[1:]) == [("甲" * 20, 1), ("委员职责", 1)]
    assert set_off(text("甲" * 21), *lists[1:]) == []
    inner = [text("一、总则"), *[text(line.text.replace("一、", "1.").replace("二、", "2.")) for line in lists]]
    assert set_off(*inner) == [], "an inner list"


def test_short_lines_that_alternate_with_text() -> None:
    assert inner("总体要求", "坚持学做结合。", "学习安排", "每月学习一次。") == ["总体要求", None, "学习安排", None]
    assert inner("总体要求", "坚持学做结合。", "每月学习一次。") == [None] * 3, "one is no series"
    assert inner("张某", "李某", "坚持学做结合。") == [None] * 3, "two in a row are a list"
    assert inner("总体要求", "甲。", "学习安排", "乙。", "联系人") == [None] * 5, "the last has nothing below it"
    assert inner("甲" * 20, "甲。", "学习安排", "乙。")[0] == "甲" * 20
    assert inner("甲" * 21, "甲。", "学习安排", "乙。")[0] is None


def test_run_in_headings_need_company_and_text() -> None:
    first, second = "落实责任。" + "甲" * 30, "加强督查。" + "甲" * 30
    assert inner(first, second) == ["落实责任", "加强督查"]
    assert inner(first) == [None]
    assert inner(first, second[:-1]) == [None, None], "twenty-nine characters follow"
    assert inner(first, second, "甲。", "乙。") == ["落实责任", "加强督查", None, None], "half of the section"
    assert inner(first, second, "甲。", "乙。", "丙。") == [None] * 5
    assert inner("甲" * 22 + first[4:], second)[0] == "甲" * 22
    assert inner("甲" * 23 + first[4:], second)[0] is None
    assert inner("甲乙丙" + first[4:], second)[0] is None
    assert inner(f"——{first}", f"—{second}") == ["落实责任", "加强督查"]


def test_run_in_headings_are_alike() -> None:
    first, second, other = (f"{words}。{'甲' * 30}" for words in ("落实责任", "加强督查", "完善机制，分工协作"))
    assert inner(first, second, other) == [None] * 3
    assert inner(first, second, first, other) == ["落实责任", "加强督查", "落实责任", None]


def test_words_before_a_colon() -> None:
    aims, figures = "总体目标：" + "甲" * 30, "具体指标：" + "乙" * 30
    assert inner("前言。", aims, figures) == [None, "总体目标", "具体指标"]
    assert inner(aims) == [None]
    assert inner(aims, figures[:-1]) == [None, None], "twenty-nine characters follow"
    assert inner(aims, figures, "后语。") == [None] * 3
    assert inner(aims, aims) == [None, None], "a speaker"
    assert inner("联系人员：" + "甲" * 30, figures) == [None, None]


@pytest.mark.parametrize(("opening", "is_heading"), [("甲，乙丙。", True), ("甲，乙。", False)])
def test_a_short_sentence_with_a_comma_has_four_characters_or_more(opening: str, is_heading: bool) -> None:
    assert (_RUN_IN_WITH_COMMA.match(opening + "文" * 30) is not None) is is_heading


@pytest.mark.parametrize(("count", "is_heading"), [(20, True), (21, False)])
def test_it_has_twenty_two_at_most(count: int, is_heading: bool) -> None:
    assert (_RUN_IN_WITH_COMMA.match("甲，" + "乙" * count + "。" + "文" * 30) is not None) is is_heading
