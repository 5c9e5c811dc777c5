"""Which sentences ask for something, and which only tell."""

from __future__ import annotations

import pytest

from notice_site.findings.tasks.asides import Span, clauses, sentences, strip_asides
from notice_site.findings.tasks.clauses import read_clause
from notice_site.findings.tasks.demands import (
    FAULTS,
    MOST_CLAUSES_BEFORE,
    faults,
    is_asked_of_somebody,
    is_duty,
    is_sure,
)
from notice_site.findings.tasks.tagging import tag

ASKS = [
    "要认真学习",
    "认真开展自查",
    "把学习抓好",
    "围绕主题，认真学习",
    "根据实际，开展自查",
    "学习时间不少于3天",
    "大体安排8个月时间",
    "总体安排2周",
    "原则上安排3天",
    "计划安排3天",
    "拟安排3天",
    "9月基本完成",
    "9月全部完成",
    "9月全面完成",
    "存在学习不深、氛围不浓等问题",
    "存在学习不深、氛围不浓等突出现象",
    "在活动期间，开展自查",
    "学习过程中，开展自查",
    "会议前，开展自查",
    "学习后，开展自查",
    "学习时，开展自查",
    "◇，开展自查",
    "只有学习，要整改",
    *(
        f"{word}实际，开展自查"
        for word in (
            "在",
            "对",
            "从",
            "以",
            "按",
            "根据",
            "依据",
            "依照",
            "依托",
            "通过",
            "围绕",
            "结合",
            "针对",
            "为",
            "与",
            "经",
            "本着",
            "用",
            "由",
            "随着",
        )
    ),
    "将来，开展自查",
    "将活动，认真抓好",
    "把活动，认真抓好",
    "活动期间，开展自查",
    "项目过程中，开展自查",
    "会前，开展自查",
    "会后，开展自查",
    "需要时，开展自查",
    "为了学习，开展自查",
    "认真组织了解情况",
    "认真查处不力的干部",
    "请" + "甲" * 12 + "要执行",
    "要抓以下一二三四问题",
    "认真学习负有" + "甲" * 21 + "责任",
    "大体安排足够的时间",
    "大体安排" + "甲" * 12 + "时间",
    "存在" + "甲" * 60 + "、乙气等问题",
    "存在甲气、" + "乙" * 200 + "等问题",
    "为做好工作，现" + "甲" * 31 + "如下，要学习",
]
TELLS = [
    "现将情况报告如下，要学习",
    "现就情况要学习",
    "特此通知，要学习",
    "为做好工作，现要求如下",
    "特制定本方案，要学习",
    "特制订如下办法，要学习",
    "制定以下办法，要学习",
    "现印发给你们，要学习",
    "现转发，要学习",
    "现予批转，要学习",
    "现印送，要学习",
    "是否要求学习",
    "要解决以下问题",
    "要做好下列工作",
    "要完成如下任务",
    "要落实以下几方面要求",
    "要采取以下措施",
    "要办好以下三个事项：",
    "要提以下意见",
    "要讲以下内容",
    "要抓以下方面",
    "请认真执行",
    "请抓好落实",
    "请予办理",
    "请认真实施",
    "请及时报告",
    "请遵照",
    "活动是基本准则",
    "学习具有重大意义",
    "学习有着意义",
    "干部负有领导责任",
    "教育为本",
    "只有学习没有整改",
    "学习有待加强",
    "由三人组成",
    "召开了大会",
    "活动以来，学习",
    "受到处分",
    "被免职",
    "未认真学习",
    "未能学习",
    "未按规定学习",
    "未及时学习",
    "监督不力",
    "领导失职，学习",
    "已经基本完成",
    "已基本完成",
    "9月基本完成了",
    "情况良好，认真学习",
    "为做好工作，现安排如下，要学习",
    "为做好工作，现" + "甲" * 30 + "如下，要学习",
    "请执行",
    "要学习，现要求如下",
    "要学习，提出要求如下：",
    "请" + "甲" * 11 + "要执行",
    "要解决以下问题：",
    "要抓以下突出方面",
    "要抓以下突出问题",
    "要抓以下方面的任务",
    "认真学习具有意义的文件",
    "认真学习有着传统的文件",
    "认真学习负有" + "甲" * 20 + "责任",
    "存在甲、乙气等问题",
    "存在甲气、乙等问题",
    "存在" + "甲" * 61 + "、乙气等问题",
    "存在甲气、" + "乙" * 201 + "等问题",
    "存在甲气、乙气等问题的单位",
    "实际工作，开展自查",
    *(
        f"认真查处{told}"
        for told in (
            "受到处分的干部",
            *(f"被{done}的干部" for done in ("免职", "判刑", "处分", "追责", "给予处分")),
            "，监督不力",
            "，领导失职，整改",
            "了干部",
            "活动以来，整改",
            "有待处分的干部",
            "具有意义的案件",
            "有着传统的案件",
            "，教育为本",
            "，只有学习没有整改",
            "，活动是准则",
        )
    ),
]


def asks(sentence: str) -> bool:
    words = strip_asides(sentence)
    [span] = sentences(words)
    return is_duty(sentence, [read_clause(words.text, tag(words.text), clause) for clause in clauses(words, span)])


def test_how_much_is_reached_is_asked_in_an_aim_only() -> None:
    text = "机械化率达到70%"
    clause = read_clause(text, tag(text), Span(0, len(text)))
    assert is_duty(text, [clause], aim=True)
    assert not is_duty(text, [clause])


def test_a_forecast_asks_nothing() -> None:
    assert not asks("预计今年可生产出产品")
    assert asks("今年可生产出产品")


@pytest.mark.parametrize("sentence", ASKS)
def test_a_sentence_asks(sentence: str) -> None:
    assert asks(sentence)


@pytest.mark.parametrize("sentence", TELLS)
def test_a_sentence_only_tells(sentence: str) -> None:
    assert not asks(sentence)


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("解决甲、乙等问题", "甲、乙"),
        ("整治甲、乙等现象", "甲、乙"),
        ("克服甲、乙等方面问题", "甲、乙"),
        ("纠正甲、乙等方面的突出问题", "甲、乙"),
        ("解决甲、乙等普遍性问题", "甲、乙"),
        ("解决甲、乙等普遍现象", "甲、乙"),
        ("存在甲、乙等问题", "甲、乙"),
        ("对甲气、乙气等问题，要整改", "甲气、乙气"),
        ("对甲气、乙气等突出问题，要整改", "甲气、乙气"),
        ("解决甲、乙的问题", "甲、乙"),
        ("解决甲、乙的突出问题", "甲、乙"),
        ("专项整治甲、乙等问题", None),
        ("存在的甲、乙等问题", None),
        ("解决甲、乙等问题的办法", None),
        ("解决甲。乙等问题", None),
        ("解决甲，要学习乙等问题", None),
        ("解决甲；还要学习乙等问题", None),
        ("解决甲，也应学习乙等问题", None),
        ("解决甲，都须学习乙等问题", None),
        ("解决甲等问题", None),
        ("解决甲乙等问题", "甲乙"),
        ("甲对乙气、丙气等问题，要整改", None),
        ("对甲乙丙丁等问题，要整改", "甲乙丙丁"),
        ("对甲乙丙等问题，要整改", None),
        ("对" + "甲" * 300 + "等问题，要整改", "甲" * 300),
        ("对" + "甲" * 301 + "等问题，要整改", None),
        ("对甲气、乙气等问题要整改", None),
        ("解决甲，要乙等问题", None),
        ("解决甲要乙等问题", "甲要乙"),
        ("解决" + "甲" * 400 + "等问题", "甲" * 400),
        ("解决" + "甲" * 401 + "等问题", None),
    ],
)
def test_a_list_of_faults(text: str, faults: str | None) -> None:
    match = FAULTS.search(text)
    assert (match["list"] if match else None) == faults


@pytest.mark.parametrize(
    ("text", "predicate", "asks"),
    [
        ("督导组要学习", "要学习", True),
        ("督导组认真学习", "认真学习", True),
        ("学习以来，督导组要整改", "要整改", True),
        ("督导组学习具有重大意义", "学习具有重大意义", False),
        ("督导组召开了大会", "召开了大会", False),
        ("督导组请求支持", "请求支持", False),
        ("督导组会同活动办研究提出", "会同活动办研究提出", False),
        ("督导组提出意见", "提出意见", True),
        *((f"督导组{told}", told, False) for told in ("以来", "取得成绩", "开局良好", "高度重视", "深入扎实开展活动")),
    ],
)
def test_a_sentence_with_a_subject_asks_something_of_it(text: str, predicate: str, asks: bool) -> None:
    assert is_asked_of_somebody(text, predicate) is asks


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("要开展自查", True),
        ("开展自查不少于3天", True),
        ("存在甲气、乙气等问题", True),
        ("大体安排8个月时间", True),
        ("参加单位：区机关", True),
        ("参与范围：全体党员", True),
        ("参加对象：党员", True),
        ("参加人员：党员", True),
        ("不参加单位活动", False),
        ("参加活动", False),
        ("认真开展自查", False),
    ],
)
def test_some_words_show_a_duty_whatever_stands_around_them(text: str, sure: bool) -> None:
    assert is_sure(text) is sure


@pytest.mark.parametrize("body", ["国务院", "县政府", "县委", "局党组", "县局", "学校", "学院", "经研究"])
@pytest.mark.parametrize("what", ["授予称号", "调整分工", "表彰先进", "追授称号"])
def test_what_the_notice_itself_does_asks_nothing(body: str, what: str) -> None:
    assert not asks(f"{body}决定{what}，要学习")
    assert not asks(f"{body}决定，{what}")
    assert asks(f"组长决定{what}，要学习")


@pytest.mark.parametrize("what", ["调整", "奖励", "表彰"])
def test_what_it_does_to_somebody_at_the_end_asks_nothing(what: str) -> None:
    assert not asks(f"县委决定对人员{what}")
    assert asks(f"县委决定对人员{what}，要学习")


@pytest.mark.parametrize(
    "made",
    [*(f"本{kind}" for kind in ("办法", "规定", "方案", "意见", "规范", "细则", "实施", "通知")), "如下", "以下"],
)
@pytest.mark.parametrize("verb", ["制定", "制订"])
def test_that_the_notice_is_made_asks_nothing(verb: str, made: str) -> None:
    assert not asks(f"为做好工作，{verb}{made}，要学习")
    assert asks(f"为做好工作，{verb}制度，要学习")


@pytest.mark.parametrize("before", [MOST_CLAUSES_BEFORE, MOST_CLAUSES_BEFORE + 1])
def test_faults_are_all_that_is_asked_where_little_stands_before_them(before: int) -> None:
    text = "完善机制，" * before + "重点解决办事不公、效率不高等问题"
    assert (faults(text, 0, len(text)) is not None) == (before == MOST_CLAUSES_BEFORE)


@pytest.mark.parametrize(
    "text",
    [
        "县政府由县长、副县长组成",
        "监管部门认为应当列入的其他情形",
        "学校对隐患不予整改的",
        "90分以上的为优秀",
    ],
)
def test_what_names_cases_members_or_degrees_asks_nothing(text: str) -> None:
    assert not asks(text)


def test_what_is_compared_opens_no_list_of_faults() -> None:
    assert FAULTS.search("对照清单，整改甲、乙等问题") is None
    assert FAULTS.search("对清单外甲、乙等问题，要整改") is not None
