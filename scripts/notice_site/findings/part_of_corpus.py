"""Cuts out the part of the corpus that a pack names, as a corpus of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from notice_site.findings.packs import blocks_of, documents_of
from notice_site.findings.reuse.compare import find_comparisons
from notice_site.model import Corpus, Level, Notice, Pack, Ref, Source

EXCERPT = "excerpt"
"""The status of a document that a pack has only in part."""


def part_of_corpus(corpus: Corpus, pack: Pack, levels: Sequence[Level]) -> Corpus:
    """Only the documents and sections of the pack, only its terms, and of each finding what stands in these.

    Definitions and parts of terms stay, wherever they are quoted from; the documents that the part has not, or not
    whole, are its `outside`. Documents that are here only in part are compared anew; `levels` is the table of levels,
    outermost first.
    """
    chosen = documents_of(pack.selections, corpus.notices)
    notices = tuple(_cut(notice, chosen[notice.id]) for notice in corpus.notices if notice.id in chosen)
    kept = {(notice.id, block.id) for notice in notices for block in notice.blocks}
    whole = {notice.id for notice in notices if notice.status != EXCERPT}
    terms = set(pack.terms)

    def inside(ref: Ref) -> bool:
        return (ref.notice, ref.block) in kept

    citations = tuple(citation for citation in corpus.citations if inside(citation.ref))
    tasks = tuple(task for task in corpus.tasks if inside(task.ref))
    passages = tuple(passage for passage in corpus.passages if inside(passage.a) and inside(passage.b))
    return Corpus(
        sources=_sources(corpus, notices),
        notices=notices,
        terms=tuple(
            replace(term, related=tuple(other for other in term.related if other in terms))
            for term in corpus.terms
            if term.id in terms
        ),
        mentions=tuple(m for m in corpus.mentions if m.term in terms and inside(m.ref)),
        events=tuple(event for event in corpus.events if inside(event.ref)),
        tasks=tasks,
        citations=citations,
        passages=passages,
        comparisons=find_comparisons(notices, passages, citations, levels, tasks),
        packs=(pack,),
        outside=tuple(notice for notice in corpus.notices if notice.id not in whole),
    )


def _cut(notice: Notice, sections: tuple[str, ...]) -> Notice:
    if not sections:
        return notice
    blocks = blocks_of(notice, sections)
    ids = {block.id for block in blocks}
    repairs = tuple(repair for repair in notice.repairs if repair.block in ids)
    return replace(notice, blocks=blocks, repairs=repairs, dropped=(), status=EXCERPT)


def _sources(corpus: Corpus, notices: tuple[Notice, ...]) -> tuple[Source, ...]:
    """The sources of these documents; of one that is not here whole, the lines of what is."""
    documents: Mapping[str, list[Notice]] = {source.name: [] for source in corpus.sources}
    for notice in notices:
        documents[notice.source].append(notice)
    total = {name: sum(notice.source == name for notice in corpus.notices) for name in documents}
    return tuple(
        source if _is_whole(documents[source.name], total[source.name]) else _lines_of(source, documents[source.name])
        for source in corpus.sources
        if documents[source.name]
    )


def _is_whole(here: list[Notice], total: int) -> bool:
    return len(here) == total and all(notice.status != EXCERPT for notice in here)


def _lines_of(source: Source, notices: list[Notice]) -> Source:
    shown = {
        line for notice in notices for block in notice.blocks for line in range(block.lines[0], block.lines[1] + 1)
    }
    return replace(source, lines=tuple(line for line in source.lines if line.number in shown), dropped=())
