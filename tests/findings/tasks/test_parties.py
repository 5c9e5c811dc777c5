"""Where the names of people and bodies end."""

from __future__ import annotations

import pytest

from notice_site.findings.tasks.parties import party_end

NAMES = {
    "a noun behind what describes it": ("生活困难党员的救助", "生活困难党员"),
    "a compound": ("党员干部大力学习", "党员干部"),
    "a compound with a word between": ("地方政府和银行业金融机构根据情况", "地方政府和银行业金融机构"),
    "an object farther off is not in it": ("高等院校招收农业工程类专业学生", "高等院校"),
    "a list": ("老党员、生活困难党员和群众进行慰问", "老党员、生活困难党员和群众"),
    "made alike by 共": ("优势农机企业与学校共建基地", "优势农机企业与学校"),
}
NO_NAMES = {
    "a thing": "先进农机技术及产品",
    "a verb": "开展党员活动",
    "a modal word inside": "困难应当帮助的学生",
    "a list that began before": "、学校和教师",
    "政府性": "政府性债务",
    "领导 as a verb": "领导，组织",
}


@pytest.mark.parametrize(("text", "expected"), NAMES.values(), ids=NAMES.keys())
def test_a_name_ends(text: str, expected: str) -> None:
    end = party_end(text, 0, len(text))
    assert end is not None
    assert text[:end] == expected


@pytest.mark.parametrize("text", NO_NAMES.values(), ids=NO_NAMES.keys())
def test_no_name_begins(text: str) -> None:
    assert party_end(text, 0, len(text)) is None


def test_a_name_may_begin_with_a_verb_where_that_describes_it() -> None:
    text = "参加活动的学生提供帮扶"
    assert party_end(text, 0, len(text)) is None
    assert party_end(text, 0, len(text), described=True) == len("参加活动的学生")


@pytest.mark.parametrize("word", ["等", "、", "或", "者"])
def test_the_rest_of_a_list_begins_no_name(word: str) -> None:
    assert party_end(f"{word}学校和教师", 0, 6) is None
    assert party_end("学校和教师", 0, 5) == 5


@pytest.mark.parametrize("mark", ["、", "以及", "及", "及其", "和", "或", "特别是", "尤其是"])
def test_what_joins_two_members(mark: str) -> None:
    text = f"学校{mark}教师"
    assert party_end(text, 0, len(text)) == len(text)


@pytest.mark.parametrize("verb", ["共建", "共享", "共同", "联合", "构建", "的◇"])
def test_what_makes_a_partner_a_member(verb: str) -> None:
    text = f"优势企业与学校{verb}基地"
    assert party_end(text, 0, len(text)) == len("优势企业与学校")
