"""Where a term stands: the longest wins, those inside it are told, and common words that look alike are left alone."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_site.findings.terms.find import find_mentions
from notice_site.model import Block, BlockKind, Mention, Notice
from notice_site.model.glossary import Conditions, Entry, Form

NO_CONDITIONS = Conditions()


def entry(*wordings: str | Form, conditions: Conditions = NO_CONDITIONS) -> Entry:
    """An entry whose id is its term."""
    forms = tuple(wording if isinstance(wording, Form) else Form(wording) for wording in wordings)
    return Entry(forms[0].text, forms[0].text, forms, (), "slogan", 1, conditions=conditions)


def notice(*texts: str, inline_from: int = 99) -> Notice:
    """A notice of paragraphs p_0, p_1 …; those from `inline_from` on are points of the paragraph before."""
    blocks = (Block(f"p_{i}", BlockKind.PARAGRAPH, text, inline=i >= inline_from) for i, text in enumerate(texts))
    return Notice("n", "n.txt", "", "", tuple(blocks))


def told(mentions: tuple[Mention, ...]) -> list[str]:
    """Each mention as 词语@place, those inside a longer term as 词语@place<长词语."""
    return [
        f"{mention.form}@{mention.ref.block[2:]}:{mention.ref.start}" + (f"<{mention.within}" if mention.within else "")
        for mention in mentions
    ]


CAMPAIGN = entry("党的群众路线教育实践活动", "教育实践活动")
LINE = entry("党的群众路线", "群众路线")
SECOND = entry("第二批教育实践活动", "第二批党的群众路线教育实践活动", "第二批活动")


@pytest.mark.parametrize(
    ("entries", "text", "expected"),
    [
        (
            [CAMPAIGN],
            "开展党的群众路线教育实践活动，教育实践活动",
            ["党的群众路线教育实践活动@0:2", "教育实践活动@0:15"],
        ),
        (
            [CAMPAIGN, LINE],
            "党的群众路线教育实践活动",
            ["党的群众路线教育实践活动@0:0", "党的群众路线@0:0<党的群众路线教育实践活动"],
        ),
        (
            [CAMPAIGN, LINE, SECOND],
            "第二批党的群众路线教育实践活动",
            [
                "第二批党的群众路线教育实践活动@0:0",
                "党的群众路线教育实践活动@0:3<第二批教育实践活动",
                "党的群众路线@0:3<第二批教育实践活动",
            ],
        ),
        ([entry("甲乙丙"), entry("丙丁戊己")], "甲乙丙丁戊己", ["丙丁戊己@0:2"]),
        ([entry("甲乙"), entry("乙丙")], "甲乙丙", ["甲乙@0:0"]),
        ([entry("街道（产业集聚区）")], "街道(产业集聚区)", ["街道(产业集聚区)@0:0"]),
        ([entry("三严三实")], "三严 三实", []),
        ([], "三严三实", []),
    ],
    ids=[
        "wordings of one term do not overlap",
        "a shorter term inside names the longer",
        "all inside name the longest",
        "of two that overlap the longer stays",
        "of two equally long that overlap the first stays",
        "half-width is full-width",
        "nothing else is folded",
        "no terms",
    ],
)
def test_the_longest_term_wins(entries: list[Entry], text: str, expected: list[str]) -> None:
    assert told(find_mentions(entries, [notice(text)])) == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("克服“散”的问题", 1),
        ("组织涣散", 0),
        ("散", 0),
        ("“松散”", 0),
        ("“散", 0),
        ("「散」", 1),
        ("『散』", 1),
        ("‘散’", 1),
        ('"散"', 1),
        ("'散'", 1),
        ("“散’", 0),
    ],
)
def test_a_term_that_counts_only_between_quotation_marks(text: str, found: int) -> None:
    loose = entry("散", conditions=Conditions(only_within_quotes=True))
    assert len(find_mentions([loose], [notice(text)])) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("艰苦奋斗精神弱化", 0), ("”的奋斗精神", 1), ("艰苦、奋斗精神", 1), ("艰苦奋斗精神和奋斗精神", 1)],
)
def test_a_term_that_does_not_count_inside_a_longer_wording(text: str, found: int) -> None:
    spirit = entry("奋斗精神", conditions=Conditions(not_inside=("艰苦奋斗精神",)))
    assert len(find_mentions([spirit], [notice(text)])) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("更加注重领导带头、层层示范", 1), ("更加注重实效", 0), ("更加注重分类指导；更加注重领导带头", 2)],
)
def test_a_term_that_counts_only_inside_a_longer_wording(text: str, found: int) -> None:
    more = entry("更加注重", conditions=Conditions(only_inside=("更加注重领导带头", "更加注重分类指导")))
    assert len(find_mentions([more], [notice(text)])) == found


SIX = entry("六问", conditions=Conditions(not_ordinal=True, not_inside=("六问六带头",)))
ONE = entry("一问", conditions=Conditions(not_ordinal=True))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["开展“六问”活动，即：一问甲；五问乙；六问丙。通过“六问”，"], ["六问@0:3", "一问@0:11", "六问@0:26"]),
        (["开展“六问”活动，即", "五问乙；", "六问丙。", "六问见成效"], ["六问@0:3"]),
        (["开展六问活动"], ["六问@0:2"]),
        (["六问六带头"], []),
        (["六问见成效"], ["六问@0:0"]),
        (["一问甲；二问乙"], []),
        (["一问三不知"], ["一问@0:0"]),
        (["四问甲；六问丙"], ["六问@0:4"]),
        (["六问丙；五问乙"], ["六问@0:0"]),
        (["二问乙；一问甲"], ["一问@0:4"]),
        (["一问甲；三问丙"], ["一问@0:0"]),
    ],
    ids=[
        "after five",
        "points of one paragraph",
        "inside a clause",
        "part of another slogan",
        "without five before",
        "the first of a series",
        "no series",
        "after four",
        "before five",
        "the first after the second",
        "the first without the second",
    ],
)
def test_a_term_that_does_not_count_as_an_ordinal(texts: list[str], expected: list[str]) -> None:
    assert told(find_mentions([SIX, ONE], [notice(*texts, inline_from=1)])) == expected


def test_a_point_continues_the_first_paragraph() -> None:
    assert told(find_mentions([SIX], [notice("五问乙；", "六问丙。", inline_from=1)])) == []


def test_a_document_that_begins_with_a_point_is_read_from_there() -> None:
    assert told(find_mentions([SIX], [notice("五问乙；六问丙。", inline_from=0)])) == []


def test_five_in_another_paragraph_does_not_make_six_an_ordinal() -> None:
    assert told(find_mentions([SIX], [notice("五问乙；", "六问丙。")])) == ["六问@1:0"]


def test_a_short_name_counts_only_after_the_full_one_in_the_same_document() -> None:
    opinion = entry("关于开展活动的意见", Form("《意见》", only_after_term=True))
    texts = ("学习《意见》", "《关于开展活动的意见》（以下简称《意见》）", "按照《意见》")
    expected = ["关于开展活动的意见@1:1", "《意见》@1:16", "《意见》@2:2"]
    assert told(find_mentions([opinion], [notice(*texts)])) == expected
    assert told(find_mentions([opinion], [notice("", texts[1]), notice(texts[2])])) == expected[:2]


def test_a_match_does_not_cross_blocks() -> None:
    assert find_mentions([entry("六问")], [notice("开展六", "问活动")]) == ()


WORDS = st.text(alphabet="甲乙丙", min_size=1, max_size=4)


@given(st.lists(WORDS, unique=True, max_size=6), st.text(alphabet="甲乙丙", max_size=25))
def test_top_mentions_never_overlap_and_inner_ones_lie_in_them(words: list[str], text: str) -> None:
    mentions = find_mentions([entry(word) for word in words], [notice(text)])
    tops = [mention for mention in mentions if mention.within is None]
    for before, after in pairwise(tops):
        assert before.ref.end <= after.ref.start
    for mention in mentions:
        assert mention.form == text[mention.ref.start : mention.ref.end]
        if mention.within:
            assert any(
                top.term == mention.within and top.ref.start <= mention.ref.start and mention.ref.end <= top.ref.end
                for top in tops
            )
    assert list(mentions) == sorted(mentions, key=lambda mention: (mention.ref.start, -mention.ref.end))
