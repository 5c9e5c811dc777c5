"""Which numbers a duty demands, and which only describe."""

from __future__ import annotations

import pytest

from notice_site.text.quantities import quantities

DEMANDED = {
    "至少学习5次以上": [(5, "次", "≥")],
    "时间不少于3天": [(3, "天", "≥")],
    "集中教育时间一般不少于3个月": [(3, "个月", "≥")],
    "筛选10个左右活动组织不力的单位": [(10, "个", "≈")],
    "大体安排8个月时间": [(8, "个月", "≈")],
    "抓几个反面典型": [(None, "个", "几个")],
    "开展一次群众评价": [(1, "次", "=")],
    "各选择一个县": [(1, "个", "=")],
    "至少剖析一个县、核查一个乡": [(1, "个", "≥"), (1, "个", "≥")],
    "建立每周联络员会议制度": [(1, "次/周", "=")],
    "每月集中学习不少于2天": [(2, "天/月", "≥")],
    "在收到材料后15天内完成": [(15, "天", "≤")],
    "参会人员不得超过30人": [(30, "人", "≤")],
    "撰写3至5篇心得": [(3, "篇", "≥"), (5, "篇", "≤")],
    "到会率不低于95%": [(95, "%", "≥")],
    "公示时间为七天": [(7, "天", "=")],
    "写一份1500字左右的演讲稿": [(1, "份", "="), (1500, "字", "≈")],
}


@pytest.mark.parametrize(("text", "expected"), DEMANDED.items(), ids=DEMANDED.keys())
def test_a_number_that_is_demanded(text: str, expected: list[tuple[float | None, str, str]]) -> None:
    assert [(amount.number, amount.unit, amount.comparator) for amount in quantities(text)] == expected


DESCRIBED = {
    "a list that exists": "对照方案提出的10个普遍性问题",
    "a slogan": "落实“八个专项整治”",
    "what the notice itself counts": "抓好四个环节，把握三个方面",
    "a figure of speech": "对作风之弊来一次大排查、大检修、大扫除",
    "what happens to people": "使党员干部普遍受到一次深刻的教育",
    "a condition": "从事有偿家教2起以上的，予以通报批评",
    "a date": "2014年4月底前完成，5月11日报送",
    "a day of the week": "每周一组织学习",
    "an ordinal": "落实第一责任人的责任，做好第二批活动",
    "a chief": "约谈一把手",
    "an idiom": "推动工作上一个新台阶，办一切事业都要节俭",
    "each year's contract": "写进每学年的聘用合同",
    "reached by word": "传达到12名代表所在单位",
}


@pytest.mark.parametrize("text", DESCRIBED.values(), ids=DESCRIBED.keys())
def test_a_number_that_only_describes(text: str) -> None:
    assert quantities(text) == ()


def test_the_wording_is_the_clause_and_what_it_measures() -> None:
    (amount,) = quantities("各级一把手，要带头蹲点调研，时间不少于3天，解决问题")
    assert amount.wording == "要带头蹲点调研，时间不少于3天"


def test_amounts_that_share_a_clause_have_a_wording_each() -> None:
    assert [amount.wording for amount in quantities("至少开展1次讨论、上1次党课")] == ["至少开展1次讨论", "上1次党课"]
