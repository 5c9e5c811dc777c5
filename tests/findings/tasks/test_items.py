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
    "what is taken and put": (
        "把建设党组织，提升能力作为主要内容，要学习",
        ["把建设党组织，提升能力作为主要内容", "要学习"],
    ),
    "with whom is no thing taken": ("将研究甲方案，作为重点", ["将研究甲方案", "作为重点"]),
    "what has a head": ("建成以甲为龙头，响应迅速的体系，要学习", ["建成以甲为龙头，响应迅速的体系", "要学习"]),
    "who heads it": (
        "成立以王某为组长，李某为副组长，张某为组员的小组",
        ["成立以王某为组长，李某为副组长，张某为组员的小组"],
    ),
    "an object with clauses inside": (
        "要学习，对违反规定，从事家教的教师，给予处分",
        ["要学习", "对违反规定，从事家教的教师，给予处分"],
    ),
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
        "在领导下",
        "在会前",
        "在会后",
        "在学习时",
        "对存在的问题",
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


# --- each word of the rules -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "measure",
    [
        "一般不低于",
        "原则上不超过",
        "均不少于",
        "都不多于",
        "不得高于",
        "低于",
        "至少",
        "每人",
        "不能超",
        "不得少",
        "不能低",
    ],
)
def test_a_measure_says_nothing_without_its_thing(measure: str) -> None:
    assert parts(f"担保费率{measure}1%") == [f"担保费率{measure}1%"]


@pytest.mark.parametrize("measure", ["一般不低于", "都不多于", "不得高于", "不能超"])
def test_a_measure_behind_a_comma_is_a_part_beside_its_thing(measure: str) -> None:
    assert parts(f"担保费率，{measure}1%") == ["担保费率", f"{measure}1%"]


@pytest.mark.parametrize(
    "whole", ["充分认识活动，学习的意义", "认清活动对于甲，乙的意义", "查作风，看是否做到为民，务实清廉"]
)
def test_a_meaning_and_a_check_are_one_thing(whole: str) -> None:
    assert parts(f"要学习；{whole}；要整改")[1] == whole


@pytest.mark.parametrize(
    "setting",
    [*(f"在执教{end}" for end in ("过程中", "阶段", "期间", "基础上", "环节")), "这一环节", "这一阶段", "这一期间"],
)
def test_a_stage_is_no_part(setting: str) -> None:
    assert parts(f"{setting}，要整改，要总结") == ["要整改", "要总结"]


@pytest.mark.parametrize("opening", ["一是", "二是", "有否", "并", "并且", "且", "可以", "也可以", "可", "也可"])
def test_what_opens_an_item_is_no_part(opening: str) -> None:
    assert parts(f"要学习，{opening}开展自查") == ["要学习", "开展自查"]


@pytest.mark.parametrize(
    "word", ["并购", "并存", "并轨", "并举", "并重", "并网", "可能", "可靠", "可行", "可持", "可操", "可控", "同时"]
)
def test_what_only_looks_like_an_opening_is_a_part(word: str) -> None:
    assert parts(f"要学习，{word}开展自查") == ["要学习", f"{word}开展自查"]


@pytest.mark.parametrize("opening", ["更", "还", "要", "认真", "同时"])
def test_a_circumstance_may_have_an_opening(opening: str) -> None:
    assert parts(f"要学习，{opening}针对问题，开展自查") == ["要学习", f"{opening}针对问题，开展自查"]


@pytest.mark.parametrize(
    "word",
    [
        *("以及", "直至", "直到", "和", "与", "及", "包括", "特别是", "尤其是", "它", "这些", "这样", "促其", "用于"),
        *("时间不少", "时间不超", "时间不低", "如会议等"),
    ],
)
def test_words_that_go_on(word: str) -> None:
    assert parts(f"要学习，{word}整改作风，要反馈") == [f"要学习，{word}整改作风", "要反馈"]


@pytest.mark.parametrize("word", ["与会", "及时", "尤其是要", "这方面", "如实"])
def test_words_that_only_look_as_if_they_went_on(word: str) -> None:
    assert parts(f"要学习，{word}整改作风，要反馈") == ["要学习", f"{word}整改作风", "要反馈"]


@pytest.mark.parametrize(
    "opening",
    ["解决", "整治", "克服", "纠正", "着力解决", "不得", "不准", "严禁", "不允许", "决不", "绝不"],
)
def test_what_begins_a_list_of_faults_of_its_own(opening: str) -> None:
    assert parts(f"要解决作风漂浮，{opening}服务意识淡薄的问题") == ["要解决作风漂浮", f"{opening}服务意识淡薄的问题"]
    assert parts("要解决作风漂浮，服务意识淡薄的问题") == ["要解决作风漂浮，服务意识淡薄的问题"]


@pytest.mark.parametrize("leading", ["引导党员", "教育引导", "教育学生", "教育党员", "使党员", "让党员"])
def test_what_those_do_who_are_led(leading: str) -> None:
    assert parts(f"要{leading}学习理论，自觉看齐，要反馈") == [f"要{leading}学习理论，自觉看齐", "要反馈"]


@pytest.mark.parametrize("word", ["教育群众", "使用", "促使党员", "让位", "让步"])
def test_who_is_not_led(word: str) -> None:
    assert parts(f"要{word}学习理论，自觉看齐，要反馈") == [f"要{word}学习理论", "自觉看齐", "要反馈"]


@pytest.mark.parametrize(
    "word",
    [
        *(
            "自觉",
            "牢固",
            "树立",
            "坚定",
            "增强",
            "明确",
            "积极",
            "主动",
            "立足",
            "掌握",
            "切实",
            "严格",
            "恪守",
            "多渠道",
        ),
        *("依法", "强化", "轻声", "学习", "深入"),
    ],
)
def test_words_for_what_they_do(word: str) -> None:
    assert parts(f"要引导党员改进作风，{word}开展自查，要反馈") == [f"要引导党员改进作风，{word}开展自查", "要反馈"]
    assert len(parts("要引导党员改进作风，反馈情况，要反馈")) == 3


@pytest.mark.parametrize(
    "when",
    [
        *("要于12月底前", "从3月1日", "自3月起", "在3月内", "于3月中旬", "至3月底", "到2014年", "3月期间", "3月开始"),
        *("3日后", "2014年之前", "2014年以后"),
    ],
)
def test_a_date_is_no_part(when: str) -> None:
    assert parts(f"{when}，进行总结") == ["进行总结"]


@pytest.mark.parametrize(
    "length", ["时间不少于3个月", "时间不超3个月", "至少3月", "时间不低3月", "3个月", "时间不高于3日"]
)
def test_a_length_of_time_is_a_part(length: str) -> None:
    assert parts(f"{length}，进行总结") == [length, "进行总结"]


@pytest.mark.parametrize(
    "circumstance",
    [
        *("坚持以改革为主线", "以改革为中心任务", "采取座谈等方式"),
        *(f"为{word}工作" for word in ("了", "做好", "确保", "进一步", "切实", "贯彻", "深入", "庆祝", "加强", "推进")),
        *(f"{word}会议" for word in ("通过", "在", "从", "按", "经", "采取")),
        "采取座谈会谈话",
    ],
)
def test_more_circumstances_that_go_with_what_follows(circumstance: str) -> None:
    assert parts(f"要学习，{circumstance}，开展自查") == ["要学习", f"{circumstance}，开展自查"]


@pytest.mark.parametrize(
    "clause", ["以改革为中心任务一", "采取会议座谈谈话", "从严要求", "从快办理", "按时到场", "按期到场", "按月到场"]
)
def test_more_that_only_looks_like_a_circumstance(clause: str) -> None:
    assert f"{clause}，开展自查" not in parts(f"要学习，{clause}，开展自查")


@pytest.mark.parametrize("kind", ["单位", "范围", "对象", "人员"])
@pytest.mark.parametrize("verb", ["是", "为", "包括", "主要是", "主要包括："])
@pytest.mark.parametrize("part", ["参加", "参与"])
def test_each_opening_of_who_takes_part(part: str, kind: str, verb: str) -> None:
    assert parts(f"{part}{kind}{verb}区机关，街道", scope=True) == ["区机关", "街道"]
