"""Where one duty of a sentence ends and the next begins, and of whom each is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from notice_site.findings.tasks.asides import Span, strip_asides
from notice_site.findings.tasks.duties import Duty, duties
from notice_site.findings.tasks.levels import AddresseePatterns
from notice_site.reading import read_levels

LEVELS, _ = read_levels(Path(__file__).parents[3] / "source_texts" / "reference" / "levels.yml")
PATTERNS = AddresseePatterns(LEVELS)


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
    "总书记指出要学习，督导组要学习。": [],
    "对象分别为：督导组要学习，活动办要整改。": ["—: 对象分别为：督导组要学习，活动办要整改"],
    "督导组开展自查的，活动办要整改。": ["活动办: 督导组开展自查的，活动办要整改"],
    "督导组开展自查时，活动办要整改。": ["活动办: 督导组开展自查时，活动办要整改"],
    "督导组开展自查前，活动办要整改。": ["活动办: 督导组开展自查前，活动办要整改"],
    "督导组开展自查期间，活动办要整改。": ["活动办: 督导组开展自查期间，活动办要整改"],
    "督导组要在学习后，活动办要整改。": ["督导组: 督导组要在学习后", "活动办: 活动办要整改"],
    "督导组定期学习，活动办要整改。": ["督导组: 督导组定期学习", "活动办: 活动办要整改"],
    "督导组定期学习；活动办要整改。": ["督导组: 督导组定期学习", "活动办: 活动办要整改"],
    "上、下级活动办之间，这一环节督导组都要联系。": [
        "上、下级活动办之间，这一环节督导组: 上、下级活动办之间，这一环节督导组都要联系"
    ],
    "上、下级活动办之间，活动结束后督导组都要联系。": ["督导组: 上、下级活动办之间，活动结束后督导组都要联系"],
    "活动办之间；督导组都要联系。": ["督导组: 督导组都要联系"],
    "要学习，，督导组要整改。": ["督导组: 要学习，，督导组要整改"],
    "重点解决督导组要求不严；活动办作风不实等问题。": ["—: 重点解决督导组要求不严；活动办作风不实等问题"],
    "督导组要学习，请认真整改。": ["督导组: 督导组要学习，请认真整改"],
    "督导组要学习！": ["督导组: 督导组要学习"],
    "督导组要学习？": ["督导组: 督导组要学习"],
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
        ("在会中，坚持整改。", True, False, False),
        ("在会议中，坚持整改。", True, False, True),
        ("在" + "甲" * 30 + "中，坚持整改。", True, False, True),
        ("在" + "甲" * 31 + "中，坚持整改。", True, False, False),
        ("认真开展学习。", False, False, False),
        ("认真坚持学习。", True, False, False),
    ],
)
def test_how_a_sentence_is_joined_to_the_one_before(text: str, continues: bool, linked: bool, apart: bool) -> None:
    [duty] = read(text)
    assert (duty.continues, duty.linked, duty.apart) == (continues, linked, apart)
