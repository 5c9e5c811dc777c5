"""The project's own glossary against its own sources: every quotation is there, every count is as a reader counts."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from notice_site.model import Quote, Term
from notice_site.pipeline.reference import read_reference
from notice_site.pipeline.understand import understand
from notice_site.text.phrase_matcher import folded
from tests.golden import Case, Golden, cases
from tests.project_sources import SOURCES, project_corpus

READ = ("000", "001", "002", "003", "004")


def source_of(notice_id: str) -> str:
    (name,) = (notice.source for notice in project_corpus().notices if notice.id == notice_id)
    return name[:3]


def term(wording: str) -> Term:
    (found,) = (term for term in project_corpus().terms if term.term == wording)
    return found


def counts(wording: str) -> dict[str, int]:
    """How often each of the sources that were read for these tests has a term; others may be added at any time."""
    term_id = term(wording).id
    found = Counter(source_of(mention.ref.notice) for mention in project_corpus().mentions if mention.term == term_id)
    return {name: count for name, count in found.items() if name in READ}


def test_the_glossary_has_no_fault() -> None:
    assert [problem for problem in project_corpus().problems if problem.file == "reference/glossary.yml"] == []


def test_every_entry_is_met_in_the_sources() -> None:
    entries = read_reference(SOURCES)[0].glossary.entries
    assert [term.term for term in project_corpus().terms] == [entry.term for entry in entries]
    assert len(entries) > 200


def test_quotations_are_the_characters_they_point_to() -> None:
    texts = {(notice.id, block.id): block.text for notice in project_corpus().notices for block in notice.blocks}
    quotes = [quote for term in project_corpus().terms for quote in (*term.items, *term.definitions, *term.usage)]
    assert len(quotes) > 200
    assert all(texts[q.ref.notice, q.ref.block][q.ref.start : q.ref.end] == q.text for q in quotes)


DEFINES = re.compile(
    r"""
      [”’」』）)]* (?:的?(?:总?要求|精神|内容|含义|环节|党组织))? [”’」』）)]* [，,]?
      (?: (?:就|主要|重点|既|也)?(?:是(?!否)|指|即|包括)        # “三促”就是……，“照镜子”,主要是……，“六有”党组织,即……
        | [（(](?!试行|暂行|以下|简称)                            # “学三促四抓”(“学”就是……)
      )
    """,
    re.VERBOSE,
)
"""What stands behind a term that is defined; 通过“六问”，端正党性 only uses it."""

DEFINES_BEFORE = re.compile(r"以.{2,60}为(?:主要)?内容的[“‘]?\Z")
"""What stands before it: 以“抓好基层、打好基础……”为主要内容的“双基双治”."""

BRACKETS = 4
"""Characters between a term and the words in brackets that define it."""


def defines(term: Term, quote: Quote, text: str) -> bool:
    """Whether a passage, of a block with that text, says in words what the term is; or the part of it that it names."""
    start, end = quote.ref.start, quote.ref.end
    for form in (term.term, *term.variants):
        for place in re.finditer(re.escape(folded(form)), folded(text)):
            near = start - len(form) - BRACKETS <= place.start() and place.end() <= end
            if near and (DEFINES.match(text, place.end()) or DEFINES_BEFORE.search(text[: place.start()])):
                return True
    return bool(re.match("[^，。]{0,8}(?:就是|重点是|主要是)", quote.text))


def test_a_definition_says_what_the_term_is_and_does_not_only_use_it() -> None:
    texts = {(notice.id, block.id): block.text for notice in project_corpus().notices for block in notice.blocks}
    defining = [(term, quote) for term in project_corpus().terms for quote in term.definitions]
    assert defining
    assert [
        (term.term, quote.text)
        for term, quote in defining
        if not defines(term, quote, texts[quote.ref.notice, quote.ref.block])
    ] == []
    used = [(term, quote) for term in project_corpus().terms if term.id == "liuwen" for quote in term.usage]
    assert used
    assert not any(defines(term, quote, texts[quote.ref.notice, quote.ref.block]) for term, quote in used)


@pytest.mark.parametrize("case", cases("glossary"))
def test_counts(case: Case, golden: Golden) -> None:
    names = case.given["sources"]
    golden(
        case,
        {term.term: " ".join(str(counts(term.term).get(name, 0)) for name in names) for term in project_corpus().terms},
    )


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("六问", {"001": 2}),
        ("六问六带头", {"003": 1}),
        ("三问三行", {"003": 1}),
        ("奋斗精神", {"001": 1}),
        ("散", {"002": 1}),
        ("偏", {"002": 1}),
        ("一窝蜂", {"003": 1, "004": 1}),
        ("第一批教育实践活动", {"000": 3, "001": 1, "003": 1, "004": 9}),
        ("焦裕禄", {"000": 24, "001": 39, "002": 6, "003": 5}),
        ("更加注重", {"003": 6, "004": 6}),
    ],
    ids=[
        "六问 not where it is the sixth of a series, not inside 六问六带头",
        "六问六带头 once",
        "三问 of a series is not 三问三行",
        "奋斗精神 not inside 艰苦奋斗精神",
        "散 only between quotation marks",
        "偏 only between quotation marks",
        "窝蜂 between quotation marks is 一窝蜂",
        "第一批活动 over a page break",
        "焦裕禄 also inside 焦裕禄精神",
        "更加注重 only with one of its six parts",
    ],
)
def test_traps(wording: str, expected: dict[str, int]) -> None:
    assert counts(wording) == expected


@pytest.mark.parametrize(
    "wording",
    [
        "六问六带头",
        "五型魏都",
        "一个引领、三区带动",
        "两先区",
        "八个专项整治",
        "10个普遍性问题",
        "“三公”经费",
        "八项规定",
        "两会",
    ],
)
def test_what_no_source_explains_stays_unexplained(wording: str) -> None:
    assert (term(wording).items, term(wording).definitions) == ((), ())


@pytest.mark.parametrize(
    ("wording", "sources"),
    [
        ("六问", {"001"}),
        ("照镜子", {"003"}),
        ("三查", {"002"}),
        ("三严三实", {"000"}),
        ("回头看", {"001", "003", "004"}),
    ],
)
def test_explanations_are_not_borrowed_from_another_source(wording: str, sources: set[str]) -> None:
    found = term(wording)
    of_senses = [quote for sense in found.senses for quote in sense.definitions]
    assert {source_of(quote.ref.notice) for quote in (*found.items, *found.definitions, *of_senses)} == sources


def test_every_entry_tells_more_than_its_places() -> None:
    """One may wait for its passage: the recipe of CONTRIBUTING begins with term, reading and kind."""
    bare = [
        term.term
        for term in project_corpus().terms
        if not (term.definitions or term.items or term.usage or term.senses or term.note)
    ]
    assert len(bare) <= 1, bare


def test_a_definition_or_a_use_names_its_term() -> None:
    """Or it names its parts; what explains the heading of a section need not repeat it."""
    headings = {"学习教育、听取意见", "基层服务型党组织"}
    texts = {term.term: [folded(form) for form in (term.term, *term.variants)] for term in project_corpus().terms}
    nameless = [
        (term.term, quote.text)
        for term in project_corpus().terms
        for quote in (*term.definitions, *term.usage)
        if not any(form in folded(quote.text) for form in texts[term.term])
        and not (term.items and all(item.text in quote.text for item in term.items))
    ]
    assert {wording for wording, _ in nameless} <= headings | {"四风"}  # see its note


def test_each_place_of_a_term_with_senses_has_one() -> None:
    for term_ in project_corpus().terms:
        if term_.senses:
            senses = {m.sense for m in project_corpus().mentions if m.term == term_.id}
            assert senses == {sense.name for sense in term_.senses}


@pytest.mark.parametrize(
    ("wording", "parts"),
    [("六问", 6), ("四面镜子", 4), ("学三促四抓", 1 + 3 + 4), ("三严三实", 3 + 3), ("双基双治", 2 + 2), ("六有", 6)],
)
def test_a_numeral_slogan_has_as_many_parts_as_it_says(wording: str, parts: int) -> None:
    assert len(term(wording).items) == parts


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("长效化", "cháng xiào huà"),
        ("以领导干部为重点", "yǐ lǐng dǎo gàn bù wéi zhòng diǎn"),
        ("全心全意为人民服务", "quán xīn quán yì wèi rén mín fú wù"),
        ("看得见、摸得着", "kàn de jiàn mō de zháo"),
        ("创造性地完成", "chuàng zào xìng de wán chéng"),
        ("原汁原味地反馈", "yuán zhī yuán wèi de fǎn kuì"),
        ("软弱涣散", "ruǎn ruò huàn sàn"),
        ("克服“散”的问题", "kè fú sǎn de wèn tí"),
        ("在魏都区看摊守业", "zài wèi dū qū kān tān shǒu yè"),
    ],
)
def test_words_of_the_sources_are_read_as_they_are_spoken(wording: str, expected: str) -> None:
    readings = read_reference(SOURCES)[0].readings
    assert " ".join(filter(None, readings.readings(wording))) == expected


def test_another_folder_is_read_with_this_glossary_and_its_own_words_only(tmp_path: Path) -> None:
    (tmp_path / "notices").mkdir()
    text = "关于践行“三严三实”的通知\n\n各单位：\n\n一、践行“三严三实”要求，抓好六问活动。\n"
    (tmp_path / "notices" / "other.txt").write_text(text, "utf-8")
    found = understand(tmp_path)
    assert [problem for problem in found.problems if problem.file.startswith("reference")] == []
    assert [term.term for term in found.terms] == ["三严三实", "六问"]
    assert all(not term.items and not term.definitions for term in found.terms)
    assert all(not set(term.related) - {"sanyansanshi", "liuwen"} for term in found.terms)
