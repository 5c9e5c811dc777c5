"""Which sentences ask for something, and where one duty ends and the next begins."""

from __future__ import annotations

from pathlib import Path

import pytest

from notice_site.findings.tasks.addressees import AddresseePatterns
from notice_site.findings.tasks.asides import Span, strip_asides
from notice_site.findings.tasks.duties import FAULTS, Duty, duties, is_duty
from notice_site.reading import read_levels

LEVELS, _ = read_levels(Path(__file__).parents[3] / "source_texts" / "reference" / "levels.yml")
PATTERNS = AddresseePatterns(LEVELS)

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
]
TELLS = [
    "现将情况报告如下，要学习",
    "现就情况要学习",
    "特此通知，要学习",
    "为做好工作，现要求如下",
    "现要求如下",
    "作要求如下",
    "提出要求如下",
    "有关要求如下",
    "特制定本方案，要学习",
    "特制订如下办法，要学习",
    "制定以下办法，要学习",
    "现印发给你们，要学习",
    "现转发，要学习",
    "现予批转，要学习",
    "现印送，要学习",
    "有否要求",
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
    "要看到具有重大意义",
    "要看到有着重大意义",
    "要有机统一",
    "要高度契合",
    "活动是基本准则",
    "学习具有重大意义",
    "学习有着意义",
    "干部负有领导责任",
    "教育为本",
    "学习需要素质",
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
]


@pytest.mark.parametrize("sentence", ASKS)
def test_a_sentence_asks(sentence: str) -> None:
    assert is_duty(sentence)


@pytest.mark.parametrize("sentence", TELLS)
def test_a_sentence_only_tells(sentence: str) -> None:
    assert not is_duty(sentence)


def read(text: str, preamble: bool = False) -> list[Duty]:
    return list(duties(strip_asides(text), Span(0, len(strip_asides(text).text)), PATTERNS, preamble))


def told(text: str, preamble: bool = False) -> list[str]:
    """Each duty as `addressee: words`."""
    plain = strip_asides(text).text
    return [
        f"{plain[d.addressee.start : d.addressee.end] if d.addressee else '—'}: {plain[d.span.start : d.span.end]}"
        for d in read(text, preamble)
    ]


SENTENCES = {
    "督导组要学习，活动办要整改。": ["督导组: 督导组要学习", "活动办: 活动办要整改"],
    "督导组要学习；要整改。": ["督导组: 督导组要学习；要整改"],
    "督导组要学习；活动办要整改；要反馈。": ["督导组: 督导组要学习", "活动办: 活动办要整改", "—: 要反馈"],
    "认真开展自查，督导组要学习。": ["督导组: 认真开展自查，督导组要学习"],
    "认真开展自查；督导组要学习。": ["—: 认真开展自查", "督导组: 督导组要学习"],
    "督导组在学校发生事故后，活动办要整改。": ["活动办: 督导组在学校发生事故后，活动办要整改"],
    "总书记强调，督导组要学习。": [],
    "总书记指出：督导组要学习。": [],
    "总书记认为，督导组要学习。": [],
    "总书记表示，督导组要学习。": [],
    "总书记明确提出，督导组要学习。": [],
    "总书记深刻阐述“四风”，督导组要学习。": [],
    "现将情况转发给你们，督导组要学习。": ["督导组: 督导组要学习"],
    "现将情况转发给你们，请认真学习。": ["—: 请认真学习"],
    "上、下级活动办之间，活动办和督导组之间，都要联系。": [
        "上、下级活动办之间，活动办和督导组之间: 上、下级活动办之间，活动办和督导组之间，都要联系"
    ],
    "督导组认真组织，高度重视。": [],
    "督导组认真学习，取得成绩。": [],
    "督导组认真学习，开局良好。": [],
    "对象包括：督导组要学习，活动办要整改。": ["—: 对象包括：督导组要学习，活动办要整改"],
    "组织党员干部认真学习。": ["党员干部: 组织党员干部认真学习"],
}


@pytest.mark.parametrize(("text", "expected"), SENTENCES.items(), ids=SENTENCES.keys())
def test_the_duties_of_a_sentence(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("认真开展自查。", 0),
        ("要开展自查。", 1),
        ("开展自查不少于3天。", 1),
        ("存在甲气、乙气等问题。", 1),
        ("督导组认真学习。", 0),
    ],
)
def test_before_the_first_section_only_what_says_so_asks(text: str, count: int) -> None:
    assert len(told(text, preamble=True)) == count


@pytest.mark.parametrize(
    ("text", "continues", "linked", "apart"),
    [
        *(
            (f"{verb}学习。", False, False, False)
            for verb in (
                "开展",
                "组织",
                "加强",
                "加大",
                "强化",
                "实行",
                "实施",
                "建立",
                "健全",
                "完善",
                "召开",
                "举办",
                "推进",
                "推动",
                "深化",
                "畅通",
                "营造",
                "制定",
                "成立",
                "总结",
                "提高",
            )
        ),
        ("要坚持学习。", True, False, False),
        ("要开展学习。", False, False, False),
        *(
            (f"{word}，要学习。", False, True, False)
            for word in ("同时", "此外", "另外", "近期", "目前", "下一步", "近日")
        ),
        ("在学习教育中，坚持整改。", True, False, True),
        ("在学习阶段，坚持整改。", True, False, True),
        ("在学习环节，坚持整改。", True, False, True),
        ("在学习期间，坚持整改。", True, False, True),
        ("在学习过程中，坚持整改。", True, False, True),
        ("在学习之前，坚持整改。", True, False, True),
        ("在学习之后，坚持整改。", True, False, True),
        ("在学习，坚持整改。", True, False, False),
    ],
)
def test_how_a_sentence_is_joined_to_the_one_before(text: str, continues: bool, linked: bool, apart: bool) -> None:
    [duty] = read(text)
    assert (duty.continues, duty.linked, duty.apart) == (continues, linked, apart)


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
        ("解决" + "甲" * 400 + "等问题", "甲" * 400),
        ("解决" + "甲" * 401 + "等问题", None),
    ],
)
def test_a_list_of_faults(text: str, faults: str | None) -> None:
    match = FAULTS.search(text)
    assert (match["list"] if match else None) == faults
