"""Runs the stages of findings in the order in which one needs the results of another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from notice_site.execution.cache import NO_CACHE, ResultCache, fingerprint
from notice_site.execution.parallel import ParallelMap
from notice_site.findings.citations.catalogue import CatalogueEntry
from notice_site.findings.citations.find import find_citations
from notice_site.findings.events.find import find_events
from notice_site.findings.reuse.earlier_runs import renewed_runs
from notice_site.findings.reuse.find import NAME_KINDS, find_passages
from notice_site.findings.reuse.shared_runs import BlockText, RunTable
from notice_site.findings.tasks.find import find_tasks
from notice_site.findings.terms.find import find_mentions
from notice_site.findings.terms.resolve import resolve_terms
from notice_site.model import Corpus, Problem
from notice_site.pipeline.reference import Reference


def find(
    corpus: Corpus, reference: Reference, cache: ResultCache = NO_CACHE, fingerprints: Mapping[str, bytes] | None = None
) -> tuple[Corpus, tuple[Problem, ...]]:
    """The corpus with all that the stages find in it; `fingerprints` holds a hash of the input of each document."""
    known = fingerprints or {}
    glossary, levels = reference.digests["glossary.yml"], reference.digests["levels.yml"]
    mentions = find_mentions(
        reference.glossary.entries, corpus.notices, for_each_notice(cache, "mentions", known, glossary)
    )
    terms, problems = resolve_terms(
        reference.glossary, corpus.notices, mentions, complete=reference.complete, is_withdrawn=reference.is_withdrawn
    )
    resolved = fingerprint([tuple(CatalogueEntry.of(notice)) for notice in corpus.notices])
    resolving = for_each_notice(cache, "citations", known, reference.digests["works.yml"], resolved)
    citations = find_citations(corpus.notices, reference.works, resolving)
    dating = cache.cached_map("events", lambda found: (known[found[0].id], found[1]))
    events = find_events(corpus, dating)
    names = frozenset(term.id for term in terms if term.kind in NAME_KINDS)
    tables = glossary, reference.digests["works.yml"], resolved
    passages = find_passages(
        corpus.notices,
        citations,
        mentions,
        names,
        partial(_runs_of, cache),
        cache.cached_map("letters", lambda notice: known[notice.id]),
        cache.cached_map("passages", lambda found: ([known[id] for id in found.notices], found.places, tables)),
    )
    found = replace(corpus, terms=terms, mentions=mentions, citations=citations, events=events, passages=passages)
    cited: dict[str, list[object]] = {}
    for c in citations:
        if c.target:
            cited.setdefault(c.ref.notice, []).append((c.ref.block, c.title, c.target, known.get(c.target)))
    asking = cache.cached_map("tasks", lambda notice: (known[notice.id], levels, cited.get(notice.id)))
    return replace(found, tasks=find_tasks(found, reference.levels, asking)), problems


def _runs_of(cache: ResultCache, texts: Sequence[BlockText]) -> RunTable:
    """The runs that texts share; those of documents that have not changed come from the last build."""
    found = renewed_runs(cache.get("shared runs", ""), texts, cache.progress_map("shared passages"))
    cache.put("shared runs", "", found)
    return found.runs


def for_each_notice(cache: ResultCache, stage: str, fingerprints: Mapping[str, bytes], *tables: bytes) -> ParallelMap:
    """For functions of one document and these reference tables."""
    return cache.cached_map(stage, lambda notice: (fingerprints[notice.id], tables))
