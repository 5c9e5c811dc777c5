"""Everything that a folder of sources says: documents, findings, comparisons, study packs, problems."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from notice_site import reading
from notice_site.editing.finding_overrides import apply_finding_overrides
from notice_site.editing.same_documents import same_documents
from notice_site.execution.cache import NO_CACHE, ResultCache
from notice_site.execution.pattern_cache import patterns_kept
from notice_site.findings.packs import resolve_packs
from notice_site.findings.reuse.compare import Pair, find_comparisons
from notice_site.model import Corpus
from notice_site.pages.core.site import plain_passages
from notice_site.pipeline.causes import Check, causes_first, missing_sources
from notice_site.pipeline.documents import read_documents
from notice_site.pipeline.findings import find
from notice_site.pipeline.library_tables import remember_library_tables
from notice_site.pipeline.reference import Reference, read_reference


def understand(sources: Path) -> Corpus:
    """The corpus that a folder of sources holds, with all that was found in it and the problems met."""
    return understand_with_fingerprints(sources)[1]


def understand_with_fingerprints(
    sources: Path, cache: ResultCache = NO_CACHE
) -> tuple[Reference, Corpus, Mapping[str, bytes]]:
    """The reference tables, the corpus, and by document a hash of all that it was read from."""
    remember_library_tables(cache)
    with patterns_kept(cache, "reference"):
        reference, faults = read_reference(sources, cache)
    read, sidecars, met, fingerprints = read_documents(sources / "notices", reference, cache)
    corpus, found = find(read, reference, cache, fingerprints)
    levels = {level.id: level.name for level in reference.levels}
    corpus, refused = apply_finding_overrides(corpus, sidecars.values(), levels)

    def pair_input(pair: Pair) -> tuple[object, ...]:
        documents = fingerprints[pair.base.id], fingerprints[pair.derived.id]
        return *documents, plain_passages(pair.passages), pair.tasks, reference.digests["levels.yml"]

    comparisons = find_comparisons(
        corpus.notices,
        corpus.passages,
        corpus.citations,
        reference.levels,
        corpus.tasks,
        cache.cached_map("comparisons", pair_input),
    )
    entries, misread = reading.read_packs(sources / "packs")
    packs, unresolved = resolve_packs(entries, corpus, reference.published_in("packs"), reference.is_withdrawn, levels)
    problems = causes_first(
        Check("", (*faults, *met)),
        Check("已发布的文件是否都在", missing_sources(reference, (source.name for source in read.sources))),
        Check(
            "词语表的引文、对时间和任务等的核定、学习包",
            (*found, *refused, *misread, *unresolved, *same_documents(corpus.notices)),
        ),
        Check("已发布的地址", ()),  # only who makes pages knows them
    )
    return reference, replace(corpus, comparisons=comparisons, packs=packs, problems=problems), fingerprints
