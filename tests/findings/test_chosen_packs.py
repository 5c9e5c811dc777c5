"""A pack for a level, a term or a document is made of what the documents say, and names what there is."""

from __future__ import annotations

from pathlib import Path

import pytest

from notice_site.findings.chosen_packs import MOST_QUESTIONS, MOST_TERMS, pack_for_level, pack_for_notice, pack_for_term
from notice_site.findings.packs import blocks_of, documents_of
from notice_site.model import Corpus, Level, Pack
from notice_site.pipeline.understand import understand_with_fingerprints

SOURCES = Path(__file__).parents[2] / "source_texts"


@pytest.fixture(scope="module")
def known() -> tuple[Corpus, tuple[Level, ...]]:
    reference, corpus, _ = understand_with_fingerprints(SOURCES)
    return corpus, tuple(reference.levels)


def inside(pack: Pack, corpus: Corpus) -> set[tuple[str, str]]:
    """The blocks that the pack holds."""
    notices = {notice.id: notice for notice in corpus.notices}
    chosen = documents_of(pack.selections, corpus.notices)
    return {
        (id, block.id)
        for id, sections in chosen.items()
        for block in (blocks_of(notices[id], sections) if sections else notices[id].blocks)
    }


@pytest.mark.parametrize("name", ["town", "乡镇街道"])
def test_the_pack_of_a_level_holds_all_that_is_asked_of_it(known: tuple[Corpus, tuple[Level, ...]], name: str) -> None:
    corpus, levels = known
    pack = pack_for_level(corpus, name, levels)
    held = inside(pack, corpus)
    assert all((task.ref.notice, task.ref.block) in held for task in corpus.tasks if "town" in task.levels)
    assert (pack.id, pack.units, pack.dates) == ("level-town", ("town",), True)


def test_the_pack_of_a_term_holds_every_place_of_it_and_its_parts_as_a_sheet(
    known: tuple[Corpus, tuple[Level, ...]],
) -> None:
    corpus, _ = known
    pack = pack_for_term(corpus, "六问")
    held = inside(pack, corpus)
    assert all((m.ref.notice, m.ref.block) in held for m in corpus.mentions if m.term == "liuwen")
    assert "liuwen" in pack.terms
    assert len(pack.sheets[0].rows) == 6


def test_parts_of_a_term_are_left_out_of_its_definition(known: tuple[Corpus, tuple[Level, ...]]) -> None:
    corpus, _ = known
    [question] = pack_for_term(corpus, "三促").questions
    blanks = [question.quote.text[start:end] for start, end in question.blanks]
    assert blanks == ["以群众评价促反思", "以群众评议促查摆", "以群众评判促整改"]


def test_the_pack_of_a_document_holds_it_whole_with_what_it_carries(known: tuple[Corpus, tuple[Level, ...]]) -> None:
    corpus, _ = known
    pack = pack_for_notice(corpus, "000")
    whole = {(n.id, block.id) for n in corpus.notices if n.id.startswith("000") for block in n.blocks}
    assert inside(pack, corpus) == whole


def test_questions_are_words_of_the_pack_with_words_of_theirs_left_out(
    known: tuple[Corpus, tuple[Level, ...]],
) -> None:
    corpus, levels = known
    for pack in (pack_for_level(corpus, "county", levels), pack_for_notice(corpus, "002")):
        held = inside(pack, corpus)
        texts = {(n.id, block.id): block.text for n in corpus.notices for block in n.blocks}
        assert 2 <= len(pack.questions) <= MOST_QUESTIONS
        assert len(pack.terms) <= MOST_TERMS
        for question in pack.questions:
            ref = question.quote.ref
            assert (ref.notice, ref.block) in held
            assert texts[ref.notice, ref.block][ref.start : ref.end] == question.quote.text
            assert all(question.quote.text[start:end].strip() for start, end in question.blanks)


def test_what_there_is_not_is_told_with_what_there_is(known: tuple[Corpus, tuple[Level, ...]]) -> None:
    corpus, levels = known
    with pytest.raises(LookupError, match="town（乡镇街道）"):
        pack_for_level(corpus, "镇", levels)
    with pytest.raises(LookupError, match="六问"):
        pack_for_term(corpus, "七问")
    with pytest.raises(LookupError, match="003_2e31e8bc992ce31d"):
        pack_for_notice(corpus, "00")
