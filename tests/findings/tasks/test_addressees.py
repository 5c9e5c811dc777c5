"""Who is to act, as the words name them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from notice_site.findings.tasks.addressees import charged, concerned, subject, whole_name
from notice_site.findings.tasks.asides import Span
from notice_site.findings.tasks.levels import AddresseePatterns
from notice_site.reading import read_levels

LEVELS, _ = read_levels(Path(__file__).parents[3] / "source_texts" / "reference" / "levels.yml")
PATTERNS = AddresseePatterns(LEVELS)


def name(find: Callable[[str, Span, AddresseePatterns], Span | None], text: str) -> str | None:
    """The words that are found in the first clause of a sentence."""
    end = text.find("，")
    span = find(text, Span(0, len(text) if end < 0 else end), PATTERNS)
    return text[span.start : span.end] if span else None


SUBJECTS = {
    "各级督导组要公布地址": "各级督导组",
    "各级督导组都要公布地址": "各级督导组",
    "各级督导组同志要公布地址": "各级督导组同志",
    "活动办之间要联系": "活动办之间",
    "督导组等要联系": "督导组等",
    "市县两级要整改": "市县两级",
    "督导组本身要整改": "督导组本身",
    "督导组成员要整改": None,
    "督导组及成员要整改": "督导组及成员",
    "督导组及其成员要整改": "督导组及其成员",
    "上级活动领导小组定期调度": "上级活动领导小组",
    "  督导组要整改": "督导组",
    "同时，督导组要整改": None,
    "近期督导组要整改": "督导组",
    "领导班子和领导干部的对照检查材料要实": "领导班子和领导干部的对照检查材料",
    "各级一把手，要整改": "各级一把手",
    "具体到每个单位，时间不少于3个月": "每个单位",
    "督导组，情况良好": None,
    "领导班子专题民主生活会，要开好": "领导班子",
    "领导班子民主生活会和组织生活会，要开好": "领导班子",
    "领导班子组织生活会，情况良好": None,
    "督导组": None,
    "认真学习": None,
    "组织督导组要整改": None,
    "督导组是党员": None,
    "督导组两级要整改": "督导组两级",
    "督导组同志们都要整改": "督导组同志们",
    "督导组们要整改": "督导组们",
    "督导组之间都要整改": "督导组之间",
    "督导组等同志要整改": "督导组等同志",
    "领导干部的材料要实": "领导干部的材料",
    "领导干部的书要实": None,
    "领导干部的材料要写实要具体": "领导干部的材料",
    "领导干部的" + "甲" * 10 + "要实": "领导干部的" + "甲" * 10,
    "领导干部的" + "甲" * 11 + "要实": None,
    "督导组，认真整改": "督导组",
    "督导组；认真整改": None,
    "领导班子生活会，要开好": None,
    "甲" * 87 + "督导组要整改": "甲" * 87 + "督导组",
    "甲" * 88 + "督导组要整改": None,
}


@pytest.mark.parametrize(("text", "expected"), SUBJECTS.items(), ids=SUBJECTS.keys())
def test_the_subject_at_the_head_of_a_clause(text: str, expected: str | None) -> None:
    assert name(subject, text) == expected


def test_the_predicate_of_a_subject_stands_in_its_clause() -> None:
    assert subject("督导组：学习不少于3天", Span(0, 3), PATTERNS) is None


@pytest.mark.parametrize(
    ("text", "is_name"),
    [
        ("上、下级活动办之间", True),
        ("同时督导组", True),
        ("实行垂直管理的人民银行等单位", True),
        ("对实行垂直管理的人民银行等单位", False),
        ("认真督导组", False),
        ("督导组要", False),
        ("督导组情况", False),
        ("实行垂直管理的督导组等党的机关单位", True),
        ("实行垂直管理的督导组等甲乙丙丁戊己庚辛单位", False),
        ("实行垂直管理的税务局等县", True),
        ("把实行管理的督导组等单位", False),
        ("将实行管理的督导组等单位", False),
    ],
)
def test_a_clause_that_is_nothing_but_a_name(text: str, is_name: bool) -> None:
    assert whole_name(text, Span(0, len(text)), PATTERNS) is is_name


CHARGED = {
    "意见由活动办公室向单位反馈": "活动办公室",
    "由督导组负责": "督导组",
    "由督导组带队": None,
    "由督导组组成": None,
    "由督导组构成": None,
    "由督导组担任": None,
    "由督导组陪同": None,
    "由督导组为主": None,
    "由督导组负责解释": None,
    "理由督导组要整改": None,
    "自由督导组要整改": None,
    "经由督导组要整改": None,
    "缘由督导组要整改": None,
    "事由督导组要整改": None,
}


@pytest.mark.parametrize(("text", "expected"), CHARGED.items(), ids=CHARGED.keys())
def test_who_is_charged_by_由(text: str, expected: str | None) -> None:
    assert name(charged, text) == expected


CONCERNED = {
    "以区领导机关为重点": "区领导机关",
    "以县区以上机关和直属单位为重点": "县区以上机关和直属单位",
    "县区以上机关为重点": None,
    "以市、县为单位": "以市、县为单位",
    "以市为单位": "以市为单位",
    "以" + "甲" * 39 + "市为单位": "以" + "甲" * 39 + "市为单位",
    "以" + "甲" * 40 + "市为单位": None,
    "以县区为重点": "县区",
    "以" + "甲" * 57 + "督导组为重点": "甲" * 57 + "督导组",
    "以" + "甲" * 58 + "督导组为重点": None,
    "在基层单位的" + "甲" * 16 + "位置": "基层单位",
    "在基层单位的" + "甲" * 17 + "位置": None,
    "查找领导干部方面存在的问题": "领导干部",
    "查找领导干部的问题": None,
    "在校党员中开展": None,
    "在编党员中开展": None,
    "在岗党员中开展": None,
    "将基层党组织培育为堡垒": "基层党组织",
    "把认真学习的基层党组织建设成堡垒": None,
    "在全区党员中开展": "全区党员",
    "在全区党员中间进行": "全区党员",
    "在全区党员中广泛组织": "全区党员",
    "在全区党员中深入开展": "全区党员",
    "在全区党员中普遍开展": "全区党员",
    "在全区党员中集中开展": "全区党员",
    "在全区党员中学习": None,
    "在职党员中开展": None,
    "活动在全区党员中开展": None,
    "在各级新闻媒体开设专栏": "各级新闻媒体",
    "在各级新闻媒体开辟专栏": "各级新闻媒体",
    "在各级新闻媒体设立专栏": "各级新闻媒体",
    "在各级新闻媒体刊播": "各级新闻媒体",
    "在各级新闻媒体张贴": "各级新闻媒体",
    "在基层单位的重要路段": "基层单位",
    "在基层单位的醒目位置": "基层单位",
    "在基层单位的主要场所": "基层单位",
    "在基层单位的主要区域": "基层单位",
    "组织党员干部认真学习": "党员干部",
    "组织带领党员干部认真学习": None,
    "组织领导党员干部认真学习": None,
    "组织召开党员干部会议": None,
    "组织观看党员干部要学习": None,
    "组织集中党员干部要学习": None,
    "组织开展党员干部要学习": None,
    "组织实施党员干部要学习": None,
    "把基层党组织建设成为堡垒": "基层党组织",
    "将基层党组织打造为堡垒": "基层党组织",
    "把基层党组织培育成堡垒": "基层党组织",
    "把基层党组织建设好": None,
    "解决领导干部◇方面存在的问题": "领导干部",
    "查找领导干部◇方面的问题": "领导干部",
    "整治领导干部方面的问题": "领导干部",
    "认真学习": None,
}


@pytest.mark.parametrize(("text", "expected"), CONCERNED.items(), ids=CONCERNED.keys())
def test_whom_a_clause_without_a_subject_concerns(text: str, expected: str | None) -> None:
    assert name(concerned, text) == expected
