"""Holds everything that pages are made from: the corpus, its addresses, its indexes and the files beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from functools import cached_property
from typing import Any, TypeVar

from notice_site.editing.doubts import Doubt
from notice_site.execution.cache import fingerprint
from notice_site.findings.citations.transmission import Transmission, find_transmissions
from notice_site.model import Comparison, Corpus, Level, Notice, Passage, Redirect, Ref, Source, Task
from notice_site.model.edition import Edition
from notice_site.model.frozen import dataclass
from notice_site.pages.core.citation_index import CitationIndex, citation_index
from notice_site.pages.core.facets import FacetIndex, browse_facets, facet_index
from notice_site.pages.core.links import Links, Location, links
from notice_site.pages.core.pending_files import PublishedData
from notice_site.pages.core.reuse_index import SharedPassage, reuse_index
from notice_site.pages.core.term_index import TermIndex, term_index

Value = TypeVar("Value")

NOTICES_INDEX = Location("notices/index.md")


@dataclass(frozen=True)
class SourcePage:
    """The documents of a source in reading order, which share a page."""

    source: Source
    notices: tuple[Notice, ...]

    @property
    def first(self) -> Notice:
        """The document that carries the others, and gives the page its name."""
        return self.notices[0]


@dataclass(frozen=True)
class Site:
    """What all kinds of page are made from; build it with `site`.

    - `facet_indexes`: the ways into the corpus by their id (level, place, issuer, date, genre)
    - `levels`: names of the levels of organisation and kinds of addressee by their id, outermost first
    - `ranks`: the ids of the levels among them
    - `residual_levels`: the ids of those that stand for whoever fits no other
    - `originals`: the bytes of the sources by `Source.name`
    - `data`: the published data files; known when pages are made, not yet when they are listed
    - `edition`: the program and the sources that these pages are made from
    - `redirects`: addresses that were given up, with those that took their place
    - `fingerprints`: a hash of all that each document was read from; empty where no results are kept
    - `doubts`: signs that documents were misread; None where nobody has looked for them
    """

    corpus: Corpus
    links: Links
    source_pages: tuple[SourcePage, ...]
    facet_indexes: Mapping[str, FacetIndex]
    levels: Mapping[str, str]
    ranks: frozenset[str]
    residual_levels: frozenset[str]
    originals: Mapping[str, bytes]
    data: Sequence[PublishedData]
    edition: Edition
    redirects: tuple[Redirect, ...] = ()
    fingerprints: Mapping[str, bytes] = field(default_factory=dict)
    doubts: Sequence[Doubt] | None = None

    def source_fingerprint(self, source_page: SourcePage) -> bytes | None:
        """Hashes all that the documents of a page were read from; None where no results are kept."""
        return (
            fingerprint([self.fingerprints[notice.id] for notice in source_page.notices]) if self.fingerprints else None
        )

    @cached_property
    def _made(self) -> dict[Callable[[Site], Any], Any]:
        return {}

    def once(self, make: Callable[[Site], Value]) -> Value:
        """What `make` gives for this site, made when it is asked for first."""
        if make not in self._made:
            self._made[make] = make(self)
        found: Value = self._made[make]
        return found

    @cached_property
    def notices(self) -> Mapping[str, Notice]:
        """The documents by their ids."""
        return {notice.id: notice for notice in self.corpus.notices}

    @cached_property
    def document_inputs(self) -> Mapping[str, object]:
        """What the tasks of each document are made from: the document, and the documents that it cites."""
        cited: dict[str, list[object]] = {}
        for c in self.corpus.citations:
            if c.target:
                cited.setdefault(c.ref.notice, []).append(
                    (c.ref.block, c.title, c.target, self.fingerprints.get(c.target))
                )
        return {id: (key, cited.get(id)) for id, key in self.fingerprints.items()}

    @cached_property
    def comparison_fingerprints(self) -> Mapping[frozenset[str], bytes]:
        """A hash of what a comparison is made from, for each two documents that share wording."""
        by_pair: dict[frozenset[str], list[Passage]] = {}
        for passage in self.corpus.passages:
            by_pair.setdefault(frozenset((passage.a.notice, passage.b.notice)), []).append(passage)
        return {
            both: fingerprint(*(self.document_inputs.get(id) for id in sorted(both)), plain_passages(passages))
            for both, passages in by_pair.items()
        }

    @cached_property
    def comparisons_of(self) -> Mapping[str, Sequence[Comparison]]:
        """The comparisons of each document with those that it derives from, by the id of the derived one."""
        found: dict[str, list[Comparison]] = {}
        for comparison in self.corpus.comparisons:
            found.setdefault(comparison.derived, []).append(comparison)
        return found

    @cached_property
    def transmissions(self) -> tuple[Transmission, ...]:
        """What was passed on from document to document, found once for pages and data."""
        return find_transmissions(self.corpus)

    @cached_property
    def tasks(self) -> Mapping[str, Sequence[Task]]:
        """The tasks by the id of their document, in the order of its text."""
        by_document: dict[str, list[Task]] = {}
        for task in self.corpus.tasks:
            by_document.setdefault(task.ref.notice, []).append(task)
        notices = {notice.id: notice for notice in self.corpus.all_notices}

        def ordered(id: str, tasks: list[Task]) -> list[Task]:
            places = {block.id: number for number, block in enumerate(notices[id].blocks)}
            return sorted(tasks, key=lambda task: (places[task.ref.block], task.ref.start))

        return {id: ordered(id, tasks) for id, tasks in by_document.items()}

    @cached_property
    def terms(self) -> TermIndex:
        """The terms of the corpus and their places, sorted once for all page kinds."""
        return term_index(self.corpus)

    @cached_property
    def shared(self) -> Mapping[str, Sequence[SharedPassage]]:
        """What each document shares with others, sorted once for all page kinds."""
        return reuse_index(self.corpus)

    @cached_property
    def citations(self) -> CitationIndex:
        """Who cites what, sorted once for all page kinds."""
        return citation_index(self.corpus)


def plain_passages(passages: Iterable[Passage]) -> list[tuple[object, ...]]:
    """Turns passages into plain values."""
    return [(p.id, *_plain(p.a), *_plain(p.b), p.kind, p.score, p.attributed) for p in passages]


def _plain(ref: Ref) -> tuple[str, str, int, int]:
    return ref.notice, ref.block, ref.start, ref.end


def site(
    corpus: Corpus,
    levels: Iterable[Level],
    originals: Mapping[str, bytes],
    data: Sequence[PublishedData],
    edition: Edition,
    redirects: tuple[Redirect, ...] = (),
    fingerprints: Mapping[str, bytes] | None = None,
    doubts: Sequence[Doubt] | None = None,
) -> Site:
    """Groups the documents of a corpus by their source; sources in which no document was found have no page."""
    by_source: dict[str, list[Notice]] = {}
    for notice in corpus.notices:
        by_source.setdefault(notice.source, []).append(notice)
    source_pages = tuple(
        SourcePage(source, tuple(by_source[source.name])) for source in corpus.sources if source.name in by_source
    )
    table = tuple(levels)
    names = {level.id: level.name for level in table}
    ranks = frozenset(level.id for level in table if level.issuers)
    facet_indexes = {
        facet.id: facet_index(facet, corpus.notices)
        for facet in browse_facets(names, {n.id: n for n in corpus.all_notices})
    }
    return Site(
        corpus,
        links(corpus.notices, corpus.outside),
        source_pages,
        facet_indexes,
        names,
        ranks,
        frozenset(level.id for level in table if level.otherwise),
        originals,
        data,
        edition,
        redirects,
        fingerprints or {},
        doubts,
    )
