"""Everything a page may draw on, in one value: the corpus, where its parts are, and the files published beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from notice_site.editions import Edition
from notice_site.model import Corpus, Level, Notice, Page, Redirect, Source
from notice_site.pages.citation_book import CitationBook, citation_book
from notice_site.pages.links import Links, Place, links
from notice_site.pages.shelves import Shelf, shelf, ways
from notice_site.pages.term_book import TermBook, term_book

NOTICES_INDEX = Place("notices/index.md")


@dataclass(frozen=True)
class Sheet:
    """The documents of one source, in reading order: what one notice page shows."""

    source: Source
    notices: tuple[Notice, ...]

    @property
    def first(self) -> Notice:
        """The document that carries the others and gives the page its name."""
        return self.notices[0]


@dataclass(frozen=True)
class Site:
    """What all page kinds are made from; build it with `site`.

    `shelves` are the ways into the corpus by their id (level, place, issuer, date, genre).
    `levels` are the names of the levels of organisation and of the kinds of addressee by their id, outermost first,
    `ranks` the ids of the levels among them; `originals` the bytes of the sources by `Source.name`; `data` the
    published data files; `edition` what program and sources these pages are made from; `redirects` the addresses
    that were given up, with those that took their place.
    """

    corpus: Corpus
    links: Links
    sheets: tuple[Sheet, ...]
    shelves: Mapping[str, Shelf]
    levels: Mapping[str, str]
    ranks: frozenset[str]
    originals: Mapping[str, bytes]
    data: tuple[Page, ...]
    edition: Edition
    redirects: tuple[Redirect, ...] = ()

    @cached_property
    def terms(self) -> TermBook:
        """The terms of the corpus and their places, sorted once for all page kinds."""
        return term_book(self.corpus)

    @cached_property
    def citations(self) -> CitationBook:
        """Who cites what, sorted once for all page kinds."""
        return citation_book(self.corpus)


def site(
    corpus: Corpus,
    levels: Iterable[Level],
    originals: Mapping[str, bytes],
    data: tuple[Page, ...],
    edition: Edition,
    redirects: tuple[Redirect, ...] = (),
) -> Site:
    """Groups the documents of a corpus by their source; sources in which no document was found have no page."""
    by_source: dict[str, list[Notice]] = {}
    for notice in corpus.notices:
        by_source.setdefault(notice.source, []).append(notice)
    sheets = tuple(
        Sheet(source, tuple(by_source[source.name])) for source in corpus.sources if source.name in by_source
    )
    table = tuple(levels)
    names = {level.id: level.name for level in table}
    ranks = frozenset(level.id for level in table if level.issuers)
    shelves = {way.id: shelf(way, corpus.notices) for way in ways(names)}
    where = links(corpus.notices, corpus.beyond)
    return Site(corpus, where, sheets, shelves, names, ranks, originals, data, edition, redirects)
