"""The single things that a duty asks."""

from __future__ import annotations

import pytest

from notice_site.findings.tasks.asides import Span, strip_asides
from notice_site.findings.tasks.items import items

DUTIES = {
    "two demands": ("要学习，要整改", ["要学习", "要整改"]),
    "；divides whatever stands beside it": ("要学习；情况良好", ["要学习", "情况良好"]),
    "what is no demand but says what shall be": ("要学习，作风明显好转", ["要学习", "作风明显好转"]),
    "a saying goes with the one before": ("要学习，举一反三，要整改", ["要学习，举一反三", "要整改"]),
    "what goes on goes with the one before": ("聚焦小微企业，以及新兴企业", ["聚焦小微企业，以及新兴企业"]),
    "并": ("要学习，并适当提高标准", ["要学习", "适当提高标准"]),
    "a thing that something is done to": ("该项工作于4月底前完成", ["于4月底前完成"]),
    "a measure says nothing alone": ("担保费率不得高于1%", ["担保费率不得高于1%"]),
    "when it is to be done": ("要于2019年12月底前，进行总结", ["进行总结"]),
    "a list in which each has a number": ("至少开展1次讨论、上1次党课", ["至少开展1次讨论", "上1次党课"]),
    "the parts between ；": ("有否甲，乙；有否丙；有否丁", ["甲，乙", "丙", "丁"]),
    "what may be done": ("可以延期，可以不提供", ["延期", "不提供"]),
    "a list of faults by ；": ("重点解决甲，乙；丙，丁等问题", ["甲，乙", "丙，丁"]),
    "a list of faults by ，": ("重点解决甲、乙，丙等问题", ["甲、乙", "丙"]),
    "a list of faults by 、": ("重点解决甲、乙、丙等问题", ["甲", "乙", "丙"]),
    "two short faults are one": ("重点解决甲气、乙气等问题", ["甲气、乙气"]),
    "two lists are no list": (
        "解决甲气，乙气等问题，解决丙气，丁气等问题",
        ["解决甲气，乙气等问题", "解决丙气，丁气等问题"],
    ),
    "a list without 等": ("解决甲气、乙气、丙气的问题", ["解决甲气、乙气、丙气的问题"]),
    "meaning": (
        "充分认识活动对于甲，加强乙，提高丙的重大意义，要学习",
        ["充分认识活动对于甲，加强乙，提高丙的重大意义", "要学习"],
    ),
}


def parts(text: str, addressee: str = "", scope: bool = False) -> list[str]:
    words = strip_asides(text)
    at = text.find(addressee)
    who = Span(at, at + len(addressee)) if addressee else None
    found = items(words, Span(0, len(text)), who, at + len(addressee) if addressee else 0, scope)
    return [words.text[span.start : span.end] for span in found]


@pytest.mark.parametrize(("text", "expected"), DUTIES.values(), ids=DUTIES.keys())
def test_the_items_of_a_duty(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    "circumstance",
    [
        "在学习中",
        "在此基础上",
        "在领导下",
        "在会前",
        "在会后",
        "在学习时",
        "对存在的问题",
        "从今年起",
        "以党章为镜",
        "按照要求",
        "按要求",
        "根据要求",
        "依据要求",
        "通过座谈",
        "围绕主题",
        "结合实际",
        "在会上",
        "针对问题",
        "为做好工作",
        "与群众一道",
        "经批准",
        "本着原则",
    ],
)
def test_a_circumstance_goes_with_what_follows(circumstance: str) -> None:
    assert parts(f"要学习，{circumstance}，开展自查") == ["要学习", f"{circumstance}，开展自查"]


@pytest.mark.parametrize(
    "clause",
    [
        "对照检查",
        "对标先进",
        "从严要求",
        "从实抓起",
        "从快办理",
        "按时完成",
        "按期完成",
        "按月报送",
        "通过座谈进行讨论",
        "结合实际开展自查",
    ],
)
def test_what_only_looks_like_a_circumstance_is_a_demand(clause: str) -> None:
    assert len(parts(f"要学习，{clause}，开展自查")) >= 2
    assert f"{clause}，开展自查" not in parts(f"要学习，{clause}，开展自查")


def test_a_word_that_joins_is_no_part() -> None:
    assert parts("要学习，同时，对问题，开展自查") == ["要学习", "对问题，开展自查"]


def test_the_addressee_and_the_case_before_it_are_no_parts() -> None:
    assert parts("对不力的，督导组及时提醒，督促整改", "督导组") == ["及时提醒", "督促整改"]
    assert parts("同时，督导组及时提醒，督促整改", "督导组") == ["及时提醒", "督促整改"]
    assert parts("由督导组及时提醒", "督导组") == ["及时提醒"]
    assert parts("根据情况，督导组及时提醒", "督导组") == ["及时提醒"]


def test_an_addressee_behind_other_demands_is_part_of_its_item() -> None:
    assert parts("取消聘任资格，由单位调整工作", "单位") == ["取消聘任资格", "由单位调整工作"]


@pytest.mark.parametrize("opening", ["参加单位主要是：", "参与范围为", "参加对象包括：", "参加人员是"])
def test_who_takes_part_is_a_list(opening: str) -> None:
    assert parts(f"{opening}区机关，街道", scope=True) == ["区机关", "街道"]
    assert parts(f"{opening}区机关", scope=True) == ["区机关"]


def test_items_of_several_sentences() -> None:
    assert parts("要学习。要整改。") == ["要学习", "要整改"]
