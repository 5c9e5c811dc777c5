"""What kind of duty words are, by when it is due, to which stage it belongs and whether it is left to choice."""

from __future__ import annotations

import pytest

from notice_site.findings.tasks.kinds import deadline, optional, stage, type_of
from notice_site.model import Quantity
from notice_site.text.quantities import quantities

TYPES = {
    "scope": (
        "参加单位主要是区机关",
        "参与范围为全体党员",
        "参加对象包括党员",
        "参加人员是党员",
        "以区领导机关为重点",
        "坚持以领导干部为重点",
        "以直属单位为重点",
        "以执法部门为重点",
        "以领导班子为重点",
        "以基层组织为重点",
        "以甲乙机关为重点",
        "以" + "甲" * 60 + "机关为重点",
        "参加人员主要为党员",
    ),
    "problem": (
        "重点解决办事不公等问题",
        "着力解决办事不公的问题",
        "要注重解决难题",
        "突出解决难题",
        "第一任务是解决难题",
        "开展自查，解决甲，着力解决乙",
        "存在学习不深、氛围不浓等现象",
        "整治乱收费等突出问题",
    ),
    "quantity": ("学习时间不少于3天", "至少学习5次"),
    "time": (
        "在4月底前完成",
        "在5月下旬以后召开",
        "在4月底前结束",
        "在4月底前启动",
        "在4月底前开始",
        "在4月底前安排",
    ),
    "action": (
        "认真学习",
        "以党员为镜子",
        "开展自查，着力解决难题",
        "专项整治乱收费",
        "在4月底前学习",
        "近来完成任务",
        "以学习为重点",
        "以甲机关为重点",
        "以" + "甲" * 61 + "机关为重点",
        "要以领导干部为重点",
        "学习参加单位是区机关",
    ),
}


@pytest.mark.parametrize(("expected", "words"), [(kind, words) for kind, all in TYPES.items() for words in all])
def test_the_type_of_a_duty(expected: str, words: str) -> None:
    assert type_of(words, 0, quantities(words), (), ()) == expected


@pytest.mark.parametrize(
    "heading",
    [
        "组织领导",
        "领导责任",
        "保障措施",
        "督促检查",
        "督导工作",
        "宣传引导",
        "舆论氛围",
        "浓厚氛围",
        "宣扬造势",
        "联络沟通",
        "统筹兼顾",
        "组织实施",
    ],
)
def test_what_stands_under_such_a_heading_supports_the_work(heading: str) -> None:
    assert type_of("各单位要学习", 3, (), (), (heading,)) == "support"
    assert type_of("各单位要学习", 3, (), (), ("指导思想",)) == "action"


@pytest.mark.parametrize(
    ("level", "kind"),
    [("inspection", "support"), ("leading-group", "support"), ("media", "support"), ("city", "action")],
)
def test_what_is_asked_of_those_who_support_the_work(level: str, kind: str) -> None:
    assert type_of("要学习", 0, (), (level,), ()) == kind


def test_a_long_duty_with_a_date_is_an_action() -> None:
    words = "在4月底前完成"
    assert type_of(words + "甲" * (59 - len(words)), 0, (), (), ()) == "time"
    assert type_of(words + "甲" * (60 - len(words)), 0, (), (), ()) == "action"


@pytest.mark.parametrize(
    ("quantity", "expected"),
    [
        (Quantity(2, "次/周", "="), "action"),
        (Quantity(2, "次", "="), "quantity"),
        (Quantity(None, "次/周", "几"), "quantity"),
    ],
)
def test_a_rate_alone_is_no_quantity(quantity: Quantity, expected: str) -> None:
    assert type_of("学习", 0, (quantity,), (), ()) == expected


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
    "至9月开展": None,
    "于9月召开": "9月",
    "9月基本完成": "9月",
    "9月结束": "9月",
    "收到材料后15天内": "15天内",
    "5个工作日内": "5个工作日内",
    "10日以内": "10日以内",
    "3个月之内": "3个月之内",
    "24小时内": "24小时内",
    "3年内": None,
    "近期，召开": "近期",
    "近期召开": None,
    "即日起": "即日起",
    "4月10日(星期四)前报送": "4月10日(星期四)前",
    "4月（底）前": "4月（底）前",
    "4月（一二三四五六七八）前": "4月（一二三四五六七八）前",
    "4月（一二三四五六七八九）前": None,
    "上半年前": "上半年前",
    "十二月前": "十二月前",
    "999天内": "999天内",
    "3小时内": "3小时内",
    "3日内": "3日内",
    "至9月开始": None,
    "3月17日在兰考调研": None,
}


@pytest.mark.parametrize(("words", "expected"), DEADLINES.items(), ids=DEADLINES.keys())
def test_the_words_that_say_by_when(words: str, expected: str | None) -> None:
    assert deadline(words) == expected


@pytest.mark.parametrize("words", ["可列出清单", "可以列出清单", "也可采取座谈"])
def test_a_duty_is_left_to_choice(words: str) -> None:
    assert optional(words)


@pytest.mark.parametrize(
    "words",
    [
        *(f"{before}可推卸" for before in "不无尚许认"),
        *(f"可{after}" for after in "能见靠行持观信疑喜贵比操是怕爱推谓"),
        "认真列出清单",
    ],
)
def test_a_duty_is_not_left_to_choice(words: str) -> None:
    assert not optional(words)


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
