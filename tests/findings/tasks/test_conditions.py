"""The case in which a duty holds."""

from __future__ import annotations

import pytest

from notice_site.findings.tasks.asides import Span, strip_asides
from notice_site.findings.tasks.conditions import condition

CONDITIONS = {
    "a case with 的": ("对推进不力的，上级督导组直接约谈", "对推进不力的"),
    "a case of three clauses": (
        "对责任落实不到位，导致违纪问题，造成严重后果的，要追究责任",
        "对责任落实不到位，导致违纪问题，造成严重后果的",
    ),
    "behind where it happens": ("在治理工作中，需要支持配合的，政府要统筹", "需要支持配合的"),
    "before a modal word": ("情节严重、影响恶劣的应调离教学岗位", "情节严重、影响恶劣的"),
    "有条件的": ("有条件的要安排部分费用", "有条件的"),
    "if": ("如果确有困难，可以延期", "如果确有困难"),
    "once": ("一旦发生事故，将追究责任", "一旦发生事故"),
    "when": ("进行组织考察时，听取各方意见", "进行组织考察时"),
    "after": ("公示期满后，办理聘任手续", "公示期满后"),
    "a premise": ("担保机构要在可持续经营的前提下，调降费率", "在可持续经营的前提下"),
}
NONE = {
    "a date": "在7月底前，完成整改",
    "the next days": "今后，要坚持学习",
    "a statement": "作风建设是重要的，要长期抓",
    "as planned": "如期完成任务",
    "a purpose": "以提升能力为目的，开展培训",
    "a means": "在市委领导下，开展活动",
}


def words(text: str) -> str | None:
    stripped = strip_asides(text)
    found = condition(stripped, Span(0, len(stripped.text)))
    return stripped.text[found.start : found.end] if found else None


@pytest.mark.parametrize(("text", "expected"), CONDITIONS.values(), ids=CONDITIONS.keys())
def test_the_case_in_which_a_duty_holds(text: str, expected: str) -> None:
    assert words(text) == expected


@pytest.mark.parametrize("text", NONE.values(), ids=NONE.keys())
def test_a_duty_that_always_holds(text: str) -> None:
    assert words(text) is None


@pytest.mark.parametrize(
    ("inside", "end", "holds"),
    [
        ("可持续经营", "前提", True),
        ("有差额", "情况", True),
        ("可持续", "基础", True),
        ("有关部门", "领导", False),
        ("甲" * 2, "前提", True),
        ("甲", "前提", False),
        ("甲" * 40, "前提", True),
        ("甲" * 41, "前提", False),
    ],
)
def test_a_premise(inside: str, end: str, holds: bool) -> None:
    premise = f"在{inside}的{end}下"
    assert words(f"担保机构要{premise}，调降费率") == (premise if holds else None)


@pytest.mark.parametrize(
    "case",
    [
        *("如果有困难", "一旦发生事故", "一经查实", "若有困难", "遇有事故", "遇事故"),
        *(f"如{word}变动" for word in "有确需遇因不无"),
        *(f"学习结束{end}" for end in ("时", "后", "之后", "前", "之前", "的时候")),
        *("日期公布后", "甲" * 40 + "时"),
        *("甲" * 90 + "的", "对挪用的", "情节严重的"),
    ],
)
def test_words_that_open_or_end_a_case(case: str) -> None:
    assert words(f"{case}，要整改") == case


@pytest.mark.parametrize(
    "words_before",
    [
        *("若干问题", "如期完成", "遇到事故", "学习时", "甲" * 41 + "时", "会议期间"),
        *("5月后", "九月份底前", "下半年后", "本月后", "元日后", "学期以来"),
        *(f"{word}会议后" for word in ("今后", "此前", "此后", "会前", "会后", "届时", "同时", "目前")),
        *("甲" * 91 + "的", "这是必要的", "为了达到目的", "主要的"),
    ],
)
def test_words_that_only_look_like_a_case(words_before: str) -> None:
    assert words(f"{words_before}，要整改") is None


@pytest.mark.parametrize("word", ["应", "要", "按程序", "责成", "予以", "给予"])
def test_a_case_before_what_is_done(word: str) -> None:
    assert words(f"情节严重的{word}调离") == "情节严重的"
    assert words("情节严重的组织调离") is None


@pytest.mark.parametrize(("count", "holds"), [(1, False), (2, True), (40, True), (41, False)])
def test_how_long_a_case_before_what_is_done_may_be(count: int, holds: bool) -> None:
    case = "甲" * count + "的"
    assert words(f"{case}应调离") == (case if holds else None)


@pytest.mark.parametrize("opening", ["但", "并", "同时", "此外"])
def test_what_leads_in_a_case_is_no_part_of_it(opening: str) -> None:
    assert words(f"{opening}情节严重的，要整改") == "情节严重的"
