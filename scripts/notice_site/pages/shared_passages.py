"""Shared passages go in; the quiet marks on them, and the list 相同文字 below the text, of notice pages come out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from notice_site.model import Corpus, Notice, Passage, Ref
from notice_site.pages import markdown as md
from notice_site.pages import words
from notice_site.pages.compare import comparison_place, row_places
from notice_site.pages.links import Place
from notice_site.pages.markdown import Markdown
from notice_site.pages.marks import Mark
from notice_site.pages.site import Sheet, Site

_LIST = "shared"
_MOST_LISTED = 20  # other documents, those that share most first


@dataclass(frozen=True, slots=True)
class _Shared:
    """A passage as one of the two documents sees it."""

    here: Ref
    there: Ref
    passage: Passage


def _by_notice(corpus: Corpus) -> Mapping[str, list[_Shared]]:
    found: dict[str, list[_Shared]] = {}
    for passage in corpus.passages:
        for here, there in ((passage.a, passage.b), (passage.b, passage.a)):
            found.setdefault(here.notice, []).append(_Shared(here, there, passage))
    return found


def _compared(site: Site) -> Mapping[tuple[str, str, str], Place]:
    """The row where a paragraph is compared with another document: by document, block and other document."""
    places = {}
    for comparison in site.corpus.comparisons:
        for (notice, block), place in row_places(comparison).items():
            other = comparison.own if notice == comparison.base else comparison.base
            places[notice, block, other] = place
    return places


def shared_marker(site: Site) -> Callable[[Notice], Iterator[tuple[str, Mark]]]:
    """Marks what a document shares with others, and puts a sign behind it that leads to the comparison.

    Overlapping passages are one mark; where they are of several documents, the sign leads to the list below.
    """
    by_notice = _by_notice(site.corpus)
    rows = _compared(site)
    names = {notice.id: words.named(notice) for notice in site.corpus.notices}

    def marks(notice: Notice) -> Iterator[tuple[str, Mark]]:
        page = site.links.notice(notice.id).file
        for group in _overlapping(by_notice.get(notice.id, ())):
            block = group[0].here.block
            start, end = min(shared.here.start for shared in group), max(shared.here.end for shared in group)
            before, after = md.span_ends(classes=["shared"])
            yield block, Mark(start, end, before, after)
            others = dict.fromkeys(shared.there.notice for shared in group)
            if len(others) == 1:
                there = group[0].there
                place = rows.get((notice.id, block, there.notice)) or site.links.words(there)
                said = f"与{names[there.notice]}相同或相近，{end - start} 字，对照"
            else:
                place, said = Place(page, _LIST), f"与 {len(others)} 件文件相同或相近"
            sign = md.link(md.EMPTY, place.seen_from(page), classes=["shared-sign"], named={"title": said})
            yield block, Mark(end, end, sign)

    return marks


def _overlapping(passages: Iterable[_Shared]) -> Iterator[list[_Shared]]:
    """The passages of one document in groups that overlap, in the order of block and place."""
    group: list[_Shared] = []
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


def shared_of_sheet(site: Site) -> Callable[[Sheet], Markdown]:
    """The section 相同文字 below the text: each other document, how much is shared, and where it is compared."""
    by_notice = _by_notice(site.corpus)
    pages = {}
    for comparison in site.corpus.comparisons:
        pages[comparison.base, comparison.own] = pages[comparison.own, comparison.base] = comparison_place(comparison)
    names = {notice.id: words.named(notice) for notice in site.corpus.notices}

    def section(sheet: Sheet) -> Markdown:
        page = site.links.notice(sheet.first.id).file
        parts = []
        for notice in sheet.notices:
            others: dict[str, list[_Shared]] = {}
            for shared in by_notice.get(notice.id, ()):
                others.setdefault(shared.there.notice, []).append(shared)
            if not others:
                continue
            if len(sheet.notices) > 1:
                parts.append(md.paragraph(md.escape(names[notice.id]), classes=["of-document"]))
            most = sorted(others.items(), key=lambda item: -_characters(item[1]))[:_MOST_LISTED]
            parts.append(md.bullets(_line(notice.id, other, found, page) for other, found in most))
        if not parts:
            return md.EMPTY
        title = md.heading(2, Markdown("相同文字"), id=_LIST)
        return md.region(md.stacked(title, *parts), tag="section", classes=["shared-of-page"])

    def _line(here: str, other: str, found: list[_Shared], page: str) -> Markdown:
        name = md.link(md.escape(names[other]), site.links.notice(other).seen_from(page))
        counts = Markdown(f"　{len(found)} 段相同或相近，共 {_characters(found):,} 字")
        compared = pages.get((here, other))
        if compared:
            link = md.link(Markdown("逐段对照"), compared.seen_from(page), classes=["to-comparison"])
            return md.joined([name, counts, Markdown("　"), link])
        quotes = [
            md.link(
                md.escape(site_text(shared.here)), site.links.words(shared.there).seen_from(page), classes=["proof"]
            )
            for shared in found
        ]
        return md.joined([name, counts, *(md.span(quote, classes=["proof-line"]) for quote in quotes)])

    blocks = {(notice.id, block.id): block.text for notice in site.corpus.notices for block in notice.blocks}

    def site_text(ref: Ref) -> str:
        return blocks[ref.notice, ref.block][ref.start : ref.end]

    return section


def _characters(found: Iterable[_Shared]) -> int:
    return sum(shared.here.end - shared.here.start for shared in found)
