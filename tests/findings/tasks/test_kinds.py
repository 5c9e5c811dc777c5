"""What kind of duty words are, and whether it is left to choice."""

from __future__ import annotations

import pytest

from notice_site.findings.tasks.kinds import optional, type_of
from notice_site.model import Quantity
from notice_site.text.quantities import quantities

TYPES = {
    "scope": (
        "参加单位主要是区机关",
        "参与范围为全体党员",
        "参加对象包括党员",
        "参加人员是党员",
        "参加人员主要为党员",
    ),
    "focus": (
        "以区领导机关为重点",
        "坚持以领导干部为重点",
        "以直属单位为重点",
        "以执法部门为重点",
        "以领导班子为重点",
        "以基层组织为重点",
        "以甲乙机关为重点",
        "以" + "甲" * 60 + "机关为重点",
    ),
    "finding": (
        "存在学习不深、氛围不浓等现象",
        "但也要看到，仍有学习不深等问题",
    ),
    "problem": (
        "重点解决办事不公等问题",
        "着力解决办事不公的问题",
        "要注重解决难题",
        "突出解决难题",
        "第一任务是解决难题",
        "开展自查，解决甲，着力解决乙",
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


@pytest.mark.parametrize("words", ["可列出清单", "可以列出清单", "也可采取座谈"])
def test_a_duty_is_left_to_choice(words: str) -> None:
    assert optional(words)


@pytest.mark.parametrize(
    "words",
    [
        *(f"{before}可推卸" for before in "不无尚许认"),
        *(f"可{after}" for after in "能见靠行持观信疑喜贵比操是怕爱谓研"),
        "认真列出清单",
    ],
)
def test_a_duty_is_not_left_to_choice(words: str) -> None:
    assert not optional(words)
