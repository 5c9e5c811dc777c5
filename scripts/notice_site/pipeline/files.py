"""Makes every generated file of docs/, on all processors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from notice_site import reading
from notice_site.execution.cache import NO_CACHE, ResultCache
from notice_site.execution.parallel import parallel_map
from notice_site.model import Corpus, Problem, Redirect, Source
from notice_site.pages.core.addresses import Addresses, addresses
from notice_site.pages.core.links import links
from notice_site.pages.core.pending_files import PendingFile, PublishedData
from notice_site.pages.core.redirects import without_taken_addresses
from notice_site.pages.core.site import site
from notice_site.pages.core.term_index import term_place
from notice_site.pages.kinds import KINDS, PageKind, pending_files
from notice_site.pipeline.findings import for_each_notice
from notice_site.pipeline.incremental import UnchangedFiles
from notice_site.pipeline.reference import SHIPPED_REFERENCE, Reference
from notice_site.publishing.files import DataFile, Places, data_files
from notice_site.publishing.readings import reading_files
from notice_site.search_index.files import search_files

PROJECT = Path(__file__).parents[3] / "pyproject.toml"

Kept = TypeVar("Kept")


@dataclass(frozen=True, slots=True)
class Tree:
    """The generated files by path below docs/, and the top-level names that belong to the generator alone.

    `addresses` are those that the files will have when built, as far as they are kept for good.
    """

    files: Mapping[str, bytes]
    owned: frozenset[str]
    problems: tuple[Problem, ...] = ()
    addresses: Addresses = field(default_factory=dict)


def make_tree(
    sources: Path,
    corpus: Corpus,
    reference: Reference,
    uncut: Sequence[Source] | None = None,
    kinds: Sequence[PageKind] = KINDS,
    redirects: tuple[Redirect, ...] = (),
) -> Tree:
    """The pages and data of a corpus in memory; of the sources in `uncut`, or of all, the files as received too."""
    files = make_files(sources, corpus, reference, lambda _, content: content, uncut, kinds, redirects)
    return Tree(files, owned_names(files), corpus.problems, known_addresses(corpus, files))


def known_addresses(corpus: Corpus, paths: Iterable[str]) -> Addresses:
    return addresses(corpus.notices, links(corpus.notices), paths)


def owned_names(paths: Iterable[str]) -> frozenset[str]:
    return frozenset(path.partition("/")[0] for path in paths)


def make_files(
    sources: Path,
    corpus: Corpus,
    reference: Reference,
    keep: Callable[[str, bytes], Kept],
    uncut: Sequence[Source] | None = None,
    kinds: Sequence[PageKind] = KINDS,
    redirects: tuple[Redirect, ...] = (),
    cache: ResultCache = NO_CACHE,
    fingerprints: Mapping[str, bytes] | None = None,
    known: tuple[UnchangedFiles, Kept] | None = None,
) -> dict[str, Kept]:
    """Makes every file on all processors and hands each to `keep`, there where it is made; its answers by path.

    A page that is among the `known` files need not be made; their second is the answer for it.
    """

    def made(file: DataFile) -> tuple[int, Kept, Places]:
        content, places = known[0].content(file) if known else file.content()
        return len(content), keep(file.path, content), places

    originals = reading.read_originals(sources / "notices", corpus.sources if uncut is None else uncut)
    edition = reading.read_edition(PROJECT, sources, SHIPPED_REFERENCE)
    published: list[PublishedData] = []
    of = site(corpus, reference.levels, originals, published, edition, redirects, fingerprints)
    data = [*data_files(of, reference.levels)]
    found: dict[str, Kept] = {}
    waiting: list[PendingFile] = []

    def drafted() -> Iterator[tuple[str, bytes]]:
        """Finds out which pages have to be made; the files of search, which are made when they are asked for."""
        search = _search_files(corpus, reference, cache, of.fingerprints)
        readings = reading_files(corpus.notices, _addresses(corpus), reference.readings, of.fingerprints)
        for pending in (*without_taken_addresses([*pending_files(of, kinds)]), *readings):
            if known and known[0].is_unchanged(pending):
                found[pending.path] = known[1]
            else:
                waiting.append(pending)
        return search

    # The first value is always this process's own: here pages are drafted while others begin with the data.
    answers: list[Any] = parallel_map(lambda file: made(file) if file else drafted(), [None, *data], min_chunk=1)
    search, *kept = answers
    for file, (size, answer, places) in zip(data, kept, strict=True):
        published.append(PublishedData(file.path, size, file.records))
        found[file.path] = answer
        if known:
            known[0].made(file.path, places)

    def done(pending: PendingFile | None) -> dict[str, Kept]:
        """Makes one page, or what search needs."""
        if pending is None:
            return {path: keep(path, content) for path, content in search}
        content = pending.content
        return {pending.path: keep(pending.path, content.encode() if isinstance(content, str) else content)}

    for some in cache.progress_map("pages")(done, [None, *waiting], 2):
        found |= some
    return found


def _addresses(corpus: Corpus) -> dict[str, str]:
    where = links(corpus.notices)
    return {notice.id: where.notice(notice.id).url for notice in corpus.notices}


def _search_files(
    corpus: Corpus, reference: Reference, cache: ResultCache, fingerprints: Mapping[str, bytes]
) -> Iterator[tuple[str, bytes]]:
    glossary = reference.digests["glossary.yml"]
    return search_files(
        corpus,
        _addresses(corpus),
        {term.id: term_place(term.id).url for term in corpus.terms},
        {level.id: level.name for level in reference.levels},
        reference.readings,
        map_values=for_each_notice(cache, "search", fingerprints, glossary),
        volumes=reference.volumes,
        map_words=cache.cached_map("words", lambda own: glossary),
    )
