"""By when a duty is due, and to which stage it belongs."""

from __future__ import annotations

import pytest

from notice_site.findings.tasks.schedule import Due, Schedule, deadline, stage
from notice_site.model import Block, BlockKind
from notice_site.text.time_readings import TimeFrame

DEADLINES = {
    "总体上在4月底前完成": "4月底前",
    "在5月中旬左右完成": "5月中旬左右",
    "安排在5月下旬以后召开": "5月下旬以后",
    "2014年9月30日前报送": "2014年9月30日前",
    "今年9月之前": "今年9月之前",
    "明年三月以前": "明年三月以前",
    "二〇一四年三月初之后": "二〇一四年三月初之后",
    "14年3月1号起": "14年3月1号起",
    "3月份前": "3月份前",
    "3月末前": "3月末前",
    "3月上旬前": "3月上旬前",
    "3月中前": "3月中前",
    "年底前": "年底前",
    "年内起": "年内起",
    "下半年前": "下半年前",
    "月底前": "月底前",
    "4月10日（星期四）前报送": "4月10日（星期四）前",
    "至9月基本完成": "至9月",
    "至9月完成": "至9月",
    "至9月结束": "至9月",
    "至9月全部到位": "至9月",
    "至9月全面推开": "至9月",
    "至9月开展": "至9月",
    "于9月召开": "9月",
    "9月基本完成": "9月",
    "9月结束": "9月",
    "收到材料后15天内": "15天内",
    "5个工作日内": "5个工作日内",
    "10日以内": "10日以内",
    "3个月之内": "3个月之内",
    "24小时内": "24小时内",
    "3年内": "3年内",
    "近期，召开": "近期",
    "近期召开": "近期",
    "即日起": "即日起",
    "4月10日(星期四)前报送": "4月10日(星期四)前",
    "4月（底）前": None,
    "上半年前": "上半年前",
    "十二月前": "十二月前",
    "999天内": "999天内",
    "3小时内": "3小时内",
    "3日内": "3日内",
    "3月17日在兰考调研": None,
    "时间不少于3天": None,
    "每周召开一次": None,
    "到2020年，基本建成": "到2020年",
    "2019年1月1日至12月31日，返还保费": "2019年1月1日至12月31日",
    "今年4月开始，着重开展": "今年4月开始",
    "在本意见印发之日起30日内出台": "在本意见印发之日起30日内",
    "本意见自下发之日起执行": "自下发之日起",
    "元旦、春节期间，要值班": "元旦、春节期间",
    "由于9月召开大会": None,
}


@pytest.mark.parametrize(("words", "expected"), DEADLINES.items(), ids=DEADLINES.keys())
def test_the_words_that_say_by_when(words: str, expected: str | None) -> None:
    assert deadline(words) == expected


@pytest.mark.parametrize(
    ("words", "headings", "expected"),
    [
        ("在学习教育、听取意见环节", (), "学习教育、听取意见"),
        ("在学习教育,征求意见环节", (), "学习教育,征求意见"),
        ("查摆问题、开展批评", ("学习教育，听取意见",), "查摆问题、开展批评"),
        ("整改落实，建章立制", (), "整改落实，建章立制"),
        ("认真学习", ("动员部署阶段", "一、要求"), "动员部署阶段"),
        ("认真学习", ("甲阶段", "乙阶段"), "乙阶段"),
        ("这一阶段要学习", (), None),
        ("认真学习", ("一、要求",), None),
    ],
)
def test_the_stage_that_a_duty_belongs_to(words: str, headings: tuple[str, ...], expected: str | None) -> None:
    assert stage(words, headings) == expected


def due(text: str, of: str | None = None) -> Due | None:
    block = Block("p_1", BlockKind.PARAGRAPH, text)
    start = text.index(of or text)
    return Schedule(TimeFrame("2014-04-03", "成文日期"), {}).due(block, start, start + len(of or text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市县两级在4月底前完成。", Due("4月底前", None, "2014-04-30")),
        ("基层单位在5月中旬左右完成。", Due("5月中旬左右", "2014-05-11", "2014-05-20")),
        ("安排在5月下旬以后召开。", Due("5月下旬以后", "2014-05-21", None)),
        ("收到材料后15天内登记。", Due("15天内")),
        ("对2013年12月31日之前已转制的企业，应于5月10日前登记。", Due("5月10日前", None, "2014-05-10")),
        ("2013年3月至5月开展了试点。", None),
        ("认真学习。", None),
    ],
)
def test_by_when_a_duty_is_due(text: str, expected: Due | None) -> None:
    assert due(text) == expected


def test_only_the_words_of_the_duty_say_by_when_but_their_year_may_stand_before_them() -> None:
    text = "2015年3月底前建成。应于6月完成验收。"
    assert due(text, "应于6月完成验收。") == Due("6月", "2015-06", "2015-06")


@pytest.mark.parametrize(
    ("cell", "is_deadline", "expected"),
    [
        ("6月30日", True, Due("6月30日", None, "2014-06-30")),
        ("6月30日", False, Due("6月30日", "2014-06-30", "2014-06-30")),
        ("3月至6月", True, Due("3月至6月", "2014-03", "2014-06")),
        ("6月上旬", True, Due("6月上旬", None, "2014-06-10")),
        ("长期坚持", True, Due("长期坚持")),
        ("制度寒假前，运行到年底", False, Due("制度寒假前，运行到年底", None, "2014-12-31")),
    ],
)
def test_what_a_cell_says_that_holds_a_time(cell: str, is_deadline: bool, expected: Due) -> None:
    block = Block("tbl_1", BlockKind.TABLE, f"巡查\t{cell}")
    schedule = Schedule(TimeFrame("2014-04-03", "成文日期"), {})
    assert schedule.due_at(block, 3, 3 + len(cell), is_deadline) == expected
