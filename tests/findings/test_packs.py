"""Packs are resolved against the corpus, and the part of the corpus that a pack names stands on its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from notice_site.findings.packs import blocks_of, documents_of, resolve_packs
from notice_site.findings.part_of_corpus import EXCERPT, part_of_corpus
from notice_site.findings.terms.find import find_mentions
from notice_site.model import (
    Block,
    BlockKind,
    Citation,
    Corpus,
    Event,
    Level,
    Line,
    Notice,
    Pack,
    Passage,
    Quote,
    Ref,
    Repair,
    RepairKind,
    Selection,
    Source,
    Term,
)
from notice_site.model.glossary import Entry, Form
from notice_site.model.pack_entries import DocumentEntry, Named, PackEntry, QuestionEntry, SheetEntry

KIND = BlockKind


def section(id: str, text: str, line: int, parent: str | None = None, depth: int = 1) -> Block:
    return Block(id, KIND.SECTION, text, depth, text[:2], text[2:], parent, lines=(line, line))


def paragraph(id: str, text: str, line: int, parent: str | None = None, inline: bool = False) -> Block:
    return Block(id, KIND.PARAGRAPH, text, parent=parent, inline=inline, lines=(line, line))


OUTER = Notice(
    "a",
    "a.txt",
    "0" * 64,
    "通知",
    (
        Block("title", KIND.TITLE, "通知", lines=(1, 1)),
        paragraph("p_1", "前言", 2),
        section("sec_1", "一、总要求", 3),
        section("sec_1__sec_1", "（一）照镜子", 4, "sec_1", 2),
        paragraph("sec_1__sec_1__p_1", "照镜子就是对照“四面镜子”。", 5, "sec_1__sec_1"),
        paragraph("sec_1__sec_1__p_1__pt_1", "一是理论理想。", 5, "sec_1__sec_1", inline=True),
        section("sec_2", "二、抓四风", 6),
        paragraph("sec_2__p_1", "坚决反对四风。", 7, "sec_2"),
        Block("signature", KIND.SIGNATURE, "某委", lines=(8, 8)),
    ),
    repairs=(Repair("sec_2__p_1", RepairKind.NOISE, "四 风", "四风", "空格", 1.0),),
)
INNER = Notice(
    "a-att_1", "a.txt", "0" * 64, "意见", (paragraph("att_1__p_1", "照镜子。", 9),), part_of="a", role="issued"
)
OTHER = Notice("b", "b.txt", "1" * 64, "讲话", (paragraph("p_1", "四风就是四股风：甲、乙。", 1),), kind="other")
NOTICES = (OUTER, INNER, OTHER)


def ref(notice: Notice, block: str, wording: str) -> Ref:
    start = notice.block(block).text.index(wording)
    return Ref(notice.id, block, start, start + len(wording))


def quote(notice: Notice, block: str, wording: str) -> Quote:
    return Quote(ref(notice, block, wording), wording)


TERMS = (
    Term("zhaojingzi", "照镜子", (), (), "metaphor", definitions=(quote(OUTER, "sec_1__sec_1__p_1", "四面镜子"),)),
    Term(
        "sifeng",
        "四风",
        (),
        (),
        "numeral",
        items=(quote(OTHER, "p_1", "甲"), quote(OTHER, "p_1", "乙")),
        related=("zhaojingzi",),
    ),
)
SOURCES = (
    Source("a.txt", "0" * 64, 1, "text", "utf-8", tuple(Line(str(n), n) for n in range(1, 10))),
    Source("b.txt", "1" * 64, 1, "text", "utf-8", (Line("1", 1),)),
)
CORPUS = Corpus(
    SOURCES,
    NOTICES,
    TERMS,
    find_mentions([Entry(t.id, t.term, (Form(t.term),), (), t.kind, 1) for t in TERMS], NOTICES),
    citations=(Citation("c1", ref(OUTER, "p_1", "前"), "讲话", None, "speech", "引用", "b", "前言"),),
    passages=(
        Passage("s1", ref(OUTER, "sec_2__p_1", "四风"), ref(OTHER, "p_1", "四风"), "verbatim", 1.0, False),
        Passage(
            "s2", ref(OUTER, "sec_1__sec_1__p_1", "照镜子"), ref(INNER, "att_1__p_1", "照镜子"), "verbatim", 1.0, False
        ),
    ),
)


def named(text: str) -> Named:
    return Named(text, 7)


def entry(**changes: object) -> PackEntry:
    whole = PackEntry("packs/一 包.yml", "一 包", "包", "用", (DocumentEntry(named("a")),), (named("照镜子"),))
    return replace(whole, **changes)  # type: ignore[arg-type]


def resolved(**changes: object) -> Pack:
    (pack,), problems = resolve_packs([entry(**changes)], CORPUS)
    assert problems == ()
    return pack


# --- resolving -----------------------------------------------------------------------------------


def test_a_pack_has_an_address_of_plain_letters_and_keeps_its_name() -> None:
    assert (resolved().id, resolved().name) == ("yi-bao-2f686e40", "一 包")


def test_without_terms_a_pack_has_those_that_its_documents_mention() -> None:
    assert resolved(terms=None).terms == ("zhaojingzi", "sifeng")
    part = DocumentEntry(named("a"), (named("sec_1"),))
    assert resolved(terms=None, documents=(part,)).terms == ("zhaojingzi",)


def test_a_question_finds_its_words_and_its_blanks_in_order() -> None:
    asked = QuestionEntry(named("a"), named("坚决反对四风"), (named("坚决"), named("四风")))
    (question,) = resolved(questions=(asked,)).questions
    assert question.quote.ref == Ref("a", "sec_2__p_1", 0, 6)
    assert [question.quote.text[start:end] for start, end in question.blanks] == ["坚决", "四风"]


def test_a_sheet_has_the_parts_as_one_document_words_them() -> None:
    (sheet,) = resolved(terms=None, sheets=(SheetEntry(named("四风")),)).sheets
    assert [row.text for row in sheet.rows] == ["甲", "乙"]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"documents": (DocumentEntry(named("c")),)}, "没有标识为 c 的文件"),
        ({"documents": (DocumentEntry(named("a"), (named("sec_9"),)),)}, "a 里没有 sec_9"),
        ({"terms": (named("三严三实"),)}, "词语表里没有“三严三实”"),
        ({"terms": (named("四风"),), "documents": (DocumentEntry(named("a-att_1")),)}, "本包的文件里没有出现“四风”"),
        ({"questions": (QuestionEntry(named("a"), named("没有的话")),)}, "没有这段文字"),
        ({"questions": (QuestionEntry(named("b"), named("四股风")),)}, "没有这段文字"),
        (
            {"questions": (QuestionEntry(named("a"), named("坚决反对四风"), (named("四风"), named("坚决"))),)},
            "顺序不对",
        ),
        ({"sheets": (SheetEntry(named("照镜子")),)}, "没有列出“照镜子”的各部分"),
        ({"sheets": (SheetEntry(named("四风"), named("a")),)}, "a 没有写明“四风”的各部分"),
    ],
)
def test_what_is_not_in_the_corpus_is_a_problem_and_the_pack_is_left_out(
    changes: dict[str, object], message: str
) -> None:
    packs, problems = resolve_packs([entry(**changes), entry(name="二", file="packs/二.yml")], CORPUS)
    assert [pack.name for pack in packs] == ["二"]
    assert all(problem.file == "packs/一 包.yml" and problem.line == 7 for problem in problems)
    assert any(message in problem.message for problem in problems)


UNKNOWN = "标识和词语的写法见网站各页"


@pytest.mark.parametrize(
    ("changes", "advice"),
    [
        ({"documents": (DocumentEntry(named("a-att_9")),)}, "是否应为 a-att_1？"),
        ({"documents": (DocumentEntry(named("没有")),)}, UNKNOWN),
        ({"terms": (named("照镜"),)}, "是否应为 照镜子？"),
        ({"terms": (named("四股"),)}, "是否应为 四风？"),
        ({"terms": (named("四股潮"),)}, UNKNOWN),
        (
            {"documents": (DocumentEntry(named("a"), (named("sec_1__sec_1__p_1__pt_9"),)),)},
            "是否应为 sec_1__sec_1__p_1__pt_1、sec_1__sec_1__p_1、sec_1__sec_1？",
        ),
    ],
)
def test_up_to_three_words_like_a_wrong_one_are_proposed(changes: dict[str, object], advice: str) -> None:
    _, problems = resolve_packs([entry(**changes)], CORPUS)
    assert problems[0].advice == advice


def test_a_blank_may_stand_twice_in_a_question() -> None:
    asked = QuestionEntry(named("a"), named("照镜子就是对照"), (named("照"), named("照")))
    (question,) = resolved(questions=(asked,)).questions
    assert question.blanks == ((0, 1), (6, 7))


# --- what a selection brings ---------------------------------------------------------------------


def test_a_whole_document_brings_those_that_it_carries() -> None:
    assert documents_of([Selection("a")], NOTICES) == {"a": (), "a-att_1": ()}
    assert documents_of([Selection("a-att_1")], NOTICES) == {"a-att_1": ()}
    assert documents_of([Selection("a", ("sec_1",))], NOTICES) == {"a": ("sec_1",)}


def test_a_section_comes_with_what_lies_in_it_the_headings_above_head_and_sign_off() -> None:
    ids = [block.id for block in blocks_of(OUTER, ["sec_1__sec_1"])]
    assert ids == ["title", "sec_1", "sec_1__sec_1", "sec_1__sec_1__p_1", "sec_1__sec_1__p_1__pt_1", "signature"]
    assert [block.id for block in blocks_of(OUTER, ["sec_2__p_1"])] == ["title", "sec_2", "sec_2__p_1", "signature"]


# --- the part of the corpus ----------------------------------------------------------------------


def part(**changes: object) -> Corpus:
    return part_of_corpus(CORPUS, resolved(**changes), [Level("central", "中央")])


def test_the_part_has_only_its_documents_terms_and_what_stands_in_them() -> None:
    own = part()
    assert [notice.id for notice in own.notices] == ["a", "a-att_1"]
    assert [term.id for term in own.terms] == ["zhaojingzi"]
    assert {mention.term for mention in own.mentions} == {"zhaojingzi"}
    assert [passage.id for passage in own.passages] == ["s2"]
    assert [citation.target for citation in own.citations] == ["b"]
    assert [notice.id for notice in own.outside] == ["b"]
    assert own.sources == SOURCES[:1]


def test_a_cut_document_says_so_and_its_source_has_only_the_lines_shown() -> None:
    own = part(documents=(DocumentEntry(named("a"), (named("sec_1"),)),))
    (notice,) = own.notices
    assert notice.status == EXCERPT
    assert notice.repairs == ()
    assert [line.number for line in own.sources[0].lines] == [1, 3, 4, 5, 8]
    assert {notice.id for notice in own.outside} == {"a", "a-att_1", "b"}
    assert [notice.status for notice in own.all_notices if notice.id == "a"] == [EXCERPT]


def test_a_block_is_shown_with_all_its_lines() -> None:
    blocks = tuple(replace(block, lines=(6, 7)) if block.id == "sec_2" else block for block in OUTER.blocks)
    corpus = replace(CORPUS, notices=(replace(OUTER, blocks=blocks), INNER, OTHER))
    pack = resolved(documents=(DocumentEntry(named("a"), (named("sec_2"),)),), terms=())
    assert [line.number for line in part_of_corpus(corpus, pack, []).sources[0].lines] == [1, 6, 7, 8]


def test_definitions_stay_wherever_they_are_quoted_from() -> None:
    own = part(documents=(DocumentEntry(named("a-att_1")),))
    assert own.terms[0].definitions == TERMS[0].definitions
    assert [line.number for line in own.sources[0].lines] == [9]


def test_related_terms_that_the_pack_has_not_are_not_named() -> None:
    assert part(terms=(named("四风"),)).terms[0].related == ()
    assert [term.related for term in part(terms=(named("四风"), named("照镜子"))).terms] == [(), ("zhaojingzi",)]


def test_events_outside_the_chosen_sections_are_left_out() -> None:
    def event(block: str) -> Event:
        where = Ref("a", block, 0, 1)
        return Event(block, where, None, None, "day", False, "", "", "", None, "event", "stated", None)

    whole = replace(CORPUS, events=(event("p_1"), event("sec_2")))
    pack = resolved(documents=(DocumentEntry(named("a"), (named("sec_2"),)),), terms=())
    assert [found.id for found in part_of_corpus(whole, pack, []).events] == ["sec_2"]
