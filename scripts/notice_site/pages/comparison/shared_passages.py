"""Marks shared wording on notice pages, and lists it there and on pages of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial

from notice_site.execution.cache import fingerprint
from notice_site.model import Comparison, Notice, Ref
from notice_site.model.frozen import dataclass
from notice_site.pages.comparison.places import INDEX, PICK, comparison_place, items_place, pickable, row_places
from notice_site.pages.comparison.short_names import BASE, short_names
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.annotations import Annotation
from notice_site.pages.core.crumbs import crumbs
from notice_site.pages.core.links import Location
from notice_site.pages.core.margin_notes import MarginNote
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.paging import numbered_file, pager, stable_pages
from notice_site.pages.core.pending_files import PendingFile
from notice_site.pages.core.reuse_index import SharedPassage, shared_characters
from notice_site.pages.core.site import Site, SourcePage

_LIST = "shared"
_MOST_LISTED = 4
"""Other documents on a notice page, those that share most first: the section must not outgrow the text."""

_MOST_QUOTED = 4
"""Passages quoted of each of them, where no page compares the two."""

_MOST_IN_LIST = 20
"""Other documents in the list of all: in a large corpus nearly all documents share some wording."""

_PAGE_LENGTH = 10
"""Documents on a page of that list, each with up to `_MOST_IN_LIST` others."""

_ALL = Location("compare/shared.md")


def _rows(site: Site) -> Callable[[str, str, str], Location | None]:
    """Finds the row where a paragraph is compared with another document, by document, block and other document."""
    comparisons = {frozenset((each.base, each.derived)): each for each in site.corpus.comparisons}

    @lru_cache(maxsize=_MOST_LISTED)  # a page asks for the same few in turn
    def places(both: frozenset[str]) -> Mapping[tuple[str, str], Location]:
        return row_places(comparisons[both]) if both in comparisons else {}

    return lambda notice, block, other: places(frozenset((notice, other))).get((notice, block))


def shared_annotator(site: Site) -> Callable[[Notice], Iterator[tuple[str, Annotation]]]:
    """Marks what a document shares with others; overlapping passages are one mark."""
    before, after = md.span_ends(classes=["shared"])

    def marks(notice: Notice) -> Iterator[tuple[str, Annotation]]:
        for group in _overlapping(site.shared.get(notice.id, ())):
            start, end = min(shared.here.start for shared in group), max(shared.here.end for shared in group)
            yield group[0].here.block, Annotation(start, end, before, after)

    return marks


def margin_shared(site: Site) -> Callable[[Notice], Iterator[MarginNote]]:
    """Says beside each marked passage with whom it is shared, 同中央意见 313 字, and leads to the comparison.

    Passages that overlap have one note: where they are of several documents, it leads to the list below the text.
    """
    row = _rows(site)

    def notes(notice: Notice) -> Iterator[MarginNote]:
        page = site.links.notice(notice.id).file
        for group in _overlapping(site.shared.get(notice.id, ())):
            block, start = group[0].here.block, min(shared.here.start for shared in group)
            count = max(shared.here.end for shared in group) - start
            others = [site.notices[id] for id in dict.fromkeys(shared.there.notice for shared in group)]
            words = md.escape(f"与 {len(others)} 件相同或相近 {count} 字")
            place, way = Location(page, _LIST), "见列表"
            if len(others) == 1:
                there = group[0].there
                name = short_names(others[0], notice, site)[0]
                name = name if name != BASE else labels_zh.cite(others[0])
                is_same = all(shared.passage.kind == "verbatim" for shared in group)
                words = md.escape(f"同{name} {count} 字" if is_same else f"与{name}相近 {count} 字")
                compared = row(notice.id, block, there.notice)
                place, way = (compared, "并排看") if compared else (site.links.words(there), "看原文")
            yield MarginNote(block, start, "shared", words, md.link(Markdown(way), place.relative_to(page)))

    return notes


def _overlapping(passages: Iterable[SharedPassage]) -> Iterator[list[SharedPassage]]:
    """Groups the passages of a document that overlap, in the order of block and place."""
    group: list[SharedPassage] = []
    end = 0
    for shared in sorted(passages, key=lambda shared: (shared.here, shared.there)):
        if group and shared.here.block == group[0].here.block and shared.here.start < end:
            group.append(shared)
            end = max(end, shared.here.end)
        else:
            if group:
                yield group
            group, end = [shared], shared.here.end
    if group:
        yield group


@dataclass(frozen=True)
class _SharedWording:
    """What lists of shared wording are made from; `listed` is where each document stands in the list of all."""

    site: Site
    comparisons: Mapping[tuple[str, str], Comparison]  # by both documents in either order
    listed: Mapping[str, Location]

    def others(self, notice_id: str) -> list[tuple[str, list[SharedPassage]]]:
        """Lists the other documents with what is shared, those that share most first."""
        by_document: dict[str, list[SharedPassage]] = {}
        for shared in self.site.shared.get(notice_id, ()):
            by_document.setdefault(shared.there.notice, []).append(shared)
        return sorted(by_document.items(), key=lambda item: -self.characters(notice_id, *item))

    def characters(self, one: str, other: str, passages: Sequence[SharedPassage]) -> int:
        """Counts the characters that two documents share: the figure of their comparison, else that of the passages.

        It is the same from either side.
        """
        compared = self.comparisons.get((one, other))
        return compared.shared if compared else shared_characters(passages)

    def line(
        self, here: str, other: str, passages: Sequence[SharedPassage], page: str, most: int = _MOST_QUOTED
    ) -> Markdown:
        """Names another document; where no page compares the two, quotes its first passages and counts the others."""
        link = self.site.links.notice(other).relative_to(page)
        name = md.link(md.escape(labels_zh.cite(self.site.notices[other])), link)
        counts = Markdown(f"　{len(passages)} 段相同或相近，共 {self.characters(here, other, passages):,} 字")
        if compared := self.comparisons.get((here, other)):
            counts = Markdown(f"相同文字 {compared.shared:,} 字")
            place = comparison_place(compared)
            ways = [md.link(Markdown("逐段对照"), place.relative_to(page), classes=["to-comparison"])]
            if compared.items:
                items = items_place(compared).relative_to(page)
                ways.append(md.link(Markdown("逐项对照"), items, classes=["to-comparison"]))
            return md.joined([name, counts, *ways], Markdown("　"))
        quotes = [
            md.link(
                md.escape(self._text(shared.here)),
                self.site.links.words(shared.there).relative_to(page),
                classes=["proof"],
            )
            for shared in passages[:most]
        ]
        if len(passages) > most:
            rest = md.link(Markdown("reuse.json"), Location("data/reuse.json").relative_to(page))
            quotes.append(md.joined([Markdown(f"其余 {len(passages) - most} 段见 "), rest]))
        return md.joined([name, counts, *(md.span(quote, classes=["proof-line"]) for quote in quotes)])

    def _text(self, ref: Ref) -> str:
        return self.site.notices[ref.notice].block(ref.block).text[ref.start : ref.end]


def _shared_wording(site: Site) -> _SharedWording:
    comparisons = {}
    for each in site.corpus.comparisons:
        comparisons[each.base, each.derived] = comparisons[each.derived, each.base] = each
    return _SharedWording(site, comparisons, site.once(listed_places))


def listed_places(site: Site) -> Mapping[str, Location]:
    """Finds where each document stands in the list of all shared wording, by id; not all stand there."""
    places: dict[str, Location] = {}
    for number, chunk in enumerate(_listed(site)):
        places |= {notice.id: Location(numbered_file(_ALL, number), notice.id) for notice in chunk}
    return places


def _listed(site: Site) -> list[Sequence[Notice]]:
    """Cuts the list of all into pages: the documents that share with more others than their own page lists."""
    return stable_pages(
        [
            notice
            for notice in site.corpus.notices
            if len({shared.there.notice for shared in site.shared.get(notice.id, ())}) > _MOST_LISTED
        ],
        _PAGE_LENGTH,
        lambda notice: notice.id,
    )


def shared_of_page(site: Site) -> Callable[[SourcePage], Markdown]:
    """Writes the section 与他件相同的文字: the other documents that share most, and where each is compared."""
    wording = _shared_wording(site)
    can_pick = bool(pickable(site))

    def section(source_page: SourcePage) -> Markdown:
        page = site.links.notice(source_page.first.id).file
        parts = []
        for notice in source_page.notices:
            others = wording.others(notice.id)
            if not others:
                continue
            if len(source_page.notices) > 1:
                parts.append(md.paragraph(md.escape(labels_zh.cite(notice)), classes=["of-document"]))
            parts.append(
                md.bullets(wording.line(notice.id, other, passages, page) for other, passages in others[:_MOST_LISTED])
            )
            if len(others) > _MOST_LISTED:
                whole = md.link(Markdown(f"全部 {len(others)} 件"), wording.listed[notice.id].relative_to(page))
                parts.append(md.paragraph(whole, classes=["more"]))
            if can_pick:
                picking = Location(PICK.file, query=f"of={notice.id}").relative_to(page)
                parts.append(md.paragraph(md.link(Markdown("与任选的一件对照"), picking), classes=["more"]))
        if not parts:
            return md.EMPTY
        title = md.heading(2, Markdown("与他件相同的文字"), id=_LIST)
        return md.region(md.stacked(title, *parts), tag="section", classes=["shared-of-page"])

    return section


def shared_pages(site: Site) -> Iterator[PendingFile]:
    """Writes the list of all that is shared, for the documents whose own pages do not list all."""
    wording = _shared_wording(site)
    chunks = _listed(site)
    if not wording.listed:
        return
    for number, chunk in enumerate(chunks):
        make = partial(_shared_page, wording, chunk, number, len(chunks))
        yield PendingFile(numbered_file(_ALL, number), make, _fingerprint(wording, chunk, number, len(chunks)))


def _fingerprint(wording: _SharedWording, notices: Sequence[Notice], number: int, count: int) -> bytes | None:
    """Hashes all that a page of the list is made from: both documents, and what they share."""
    site = wording.site
    if not site.fingerprints:
        return None
    listed = [
        (
            site.fingerprints[notice.id],
            [
                (
                    other,
                    site.comparison_fingerprints[frozenset((notice.id, other))],
                    wording.comparisons[notice.id, other].shared if (notice.id, other) in wording.comparisons else 0,
                )
                for other, _ in wording.others(notice.id)[:_MOST_IN_LIST]
            ],
        )
        for notice in notices
    ]
    return fingerprint(number, count, listed)


def _shared_page(wording: _SharedWording, notices: Sequence[Notice], number: int, count: int) -> str:
    page = numbered_file(_ALL, number)
    title = f"相同文字（{number + 1}）" if number else "相同文字"
    blocks = []
    for notice in notices:
        name = md.link(md.escape(labels_zh.cite(notice)), wording.site.links.notice(notice.id).relative_to(page))
        others = wording.others(notice.id)
        lines = [wording.line(notice.id, *other, page, most=1) for other in others[:_MOST_IN_LIST]]
        about = [name]
        if len(others) > _MOST_IN_LIST:
            rest = md.link(Markdown("reuse.json"), Location("data/reuse.json").relative_to(page))
            about.append(md.joined([Markdown(f"列出相同文字最多的 {_MOST_IN_LIST} 件，其余见 "), rest]))
        summary = md.counted(md.escape(labels_zh.cite(notice)), f"与 {len(others)} 件有相同文字")
        content = md.stacked(md.paragraph(md.joined(about, Markdown("　"))), md.bullets(lines))
        folded = md.region(content, classes=["shared-of-page"])
        blocks.append(md.folded(summary, folded, id=notice.id, classes=["group"]))
    return md.page(
        title,
        crumbs(md.link(Markdown("对照"), INDEX.relative_to(page))),
        md.heading(1, Markdown("相同文字"), id=_LIST),
        *blocks,
        pager(_ALL, count, number),
        about={"hide": ["navigation", "toc"], "scripts": ["assets/javascripts/folded-places.js"]},
    )
