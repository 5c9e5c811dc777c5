"""Makes every generated file of docs/, on all processors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

from notice_site import reading
from notice_site.editing.doubts import find_doubts
from notice_site.execution.cache import NO_CACHE, ResultCache
from notice_site.execution.parallel import MIN_CHUNK, parallel_map
from notice_site.model import Corpus, Problem, Redirect, Source
from notice_site.pages.core.addresses import Addresses, addresses
from notice_site.pages.core.links import links
from notice_site.pages.core.pending_files import PendingFile, PublishedData
from notice_site.pages.core.site import site
from notice_site.pages.core.term_index import term_place
from notice_site.pages.kinds import KINDS, PageKind
from notice_site.pipeline.findings import for_each_notice
from notice_site.pipeline.incremental import UnchangedFiles
from notice_site.pipeline.page_maker import PageMaker
from notice_site.pipeline.reference import SHIPPED_REFERENCE, Reference
from notice_site.publishing.data_file import DataFile, PartPlaces
from notice_site.publishing.files import data_files
from notice_site.search_index.files import search_files

PROJECT = Path(__file__).parents[3] / "pyproject.toml"

_MIN_PAGES = 200
"""Pages that are worth a process: of five sources 300 are made after an edit, most of them short."""

Outcome = TypeVar("Outcome")


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
    write: Callable[[str, bytes], Outcome],
    uncut: Sequence[Source] | None = None,
    kinds: Sequence[PageKind] = KINDS,
    redirects: tuple[Redirect, ...] = (),
    cache: ResultCache = NO_CACHE,
    fingerprints: Mapping[str, bytes] | None = None,
    unchanged: UnchangedFiles | None = None,
    outcome_if_unchanged: Outcome | None = None,
) -> dict[str, Outcome]:
    """Makes every file on all processors and calls `write` with each, in the process that made it; outcomes by path.

    A page that `unchanged` knows is not made; its outcome is `outcome_if_unchanged`, given wherever `unchanged` is.
    """
    originals = reading.read_originals(sources / "notices", corpus.sources if uncut is None else uncut)
    edition = reading.read_edition(PROJECT, sources, SHIPPED_REFERENCE)
    published: list[PublishedData] = []  # filled before pages are made, after they are listed
    doubts = find_doubts(corpus, for_each_notice(cache, "doubts", fingerprints or {}))
    make_site = partial(site, corpus, reference.levels, originals, published, edition, redirects, fingerprints, doubts)
    maker = PageMaker(make_site, kinds, reference.readings, reference.addresses.published)
    data = [*data_files(maker.site)]

    search = _search_files(corpus, reference, cache, maker.site.fingerprints)

    def list_pages_or_make_files(files: DataFile | Iterator[tuple[str, bytes]] | None) -> Any:
        if files is None:
            return _sorted_pages(maker.pending.values(), unchanged)
        if isinstance(files, DataFile):
            return _make_data_file(files, write, unchanged)
        return {path: write(path, content) for path, content in files}

    # The first value is always this process's own: here pages are listed while others begin with search and data.
    chunk = 1 if len(corpus.notices) > MIN_CHUNK else len(data) + 2
    (to_make, kept), of_search, *made_data = parallel_map(list_pages_or_make_files, [None, search, *data], chunk)
    outcomes: dict[str, Outcome] = of_search | dict.fromkeys(kept, outcome_if_unchanged)
    for file, (size, outcome, places) in zip(data, made_data, strict=True):
        published.append(PublishedData(file.path, size, file.records))
        outcomes[file.path] = outcome
        if unchanged:
            unchanged.data_file_made(file.path, places)

    if cache.is_distributed:
        sent = [path for path in to_make if not maker.pending[path].is_copy]
        contents = cache.progress_map("pages", on_workers=True)(maker, sent)
        copies = ((path, maker(path)) for path in to_make if maker.pending[path].is_copy)
        return outcomes | {
            path: write(path, content) for path, content in chain(zip(sent, contents, strict=True), copies)
        }

    written = cache.progress_map("pages")(lambda path: write(path, maker(path)), to_make, _MIN_PAGES)
    return outcomes | dict(zip(to_make, written, strict=True))


def _sorted_pages(pages: Iterable[PendingFile], unchanged: UnchangedFiles | None) -> tuple[list[str], list[str]]:
    """The paths of the pages to make, and of those that stay as they are."""
    to_make: list[str] = []
    kept: list[str] = []
    for pending in pages:
        if unchanged and unchanged.is_unchanged(pending):
            kept.append(pending.path)
        else:
            to_make.append(pending.path)
    return to_make, kept


def _make_data_file(
    file: DataFile, write: Callable[[str, bytes], Outcome], unchanged: UnchangedFiles | None
) -> tuple[int, Outcome, PartPlaces]:
    """Size of the data file, what `write` returned, and where its parts stand."""
    content, places = unchanged.content(file) if unchanged else file.content()
    return len(content), write(file.path, content), places


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
        other_names=reference.other_names,
    )
