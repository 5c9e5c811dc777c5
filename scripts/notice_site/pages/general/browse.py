"""Writes the index of all notices, and the indexes by level, place, issuer, date and genre."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from notice_site.pages.core import markdown as md
from notice_site.pages.core.document_days import by_date
from notice_site.pages.core.facets import PAGE_LENGTH, FacetIndex
from notice_site.pages.core.links import Location
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.notice_table import listing
from notice_site.pages.core.paging import pager_of
from notice_site.pages.core.pending_files import PendingFile
from notice_site.pages.core.site import NOTICES_INDEX, Site


def browse_pages(site: Site) -> Iterator[PendingFile]:
    """Writes the index of notices and the pages of every facet."""
    yield PendingFile(NOTICES_INDEX.file, partial(_notices, site))
    for facet_index in site.facet_indexes.values():
        for number in range(len(facet_index.pages)):
            yield PendingFile(facet_index.file(number), partial(_facet_page, site, facet_index, number))


def _notices(site: Site) -> str:
    """Lists the documents; where they are many the earliest, and the ways to the rest."""
    page = NOTICES_INDEX.file
    ordered = by_date(site.corpus.notices)
    title = "文件"
    shown = ordered if len(ordered) <= PAGE_LENGTH else ordered[:PAGE_LENGTH]
    count = f"共 {len(ordered)} 件文件，载于 {len(site.source_pages)} 个来源。"
    if len(shown) < len(ordered):
        earliest = "成文最早的 " if shown[-1].date else ""
        count += f"以下为{earliest}{len(shown)} 件；其余请按日期或其他途径查找。"
    return md.page(
        title,
        md.heading(1, Markdown(title), id="notices"),
        md.paragraph(Markdown(count)),
        _other_ways(site, None, page),
        listing(shown, site, page),
    )


def _facet_page(site: Site, facet_index: FacetIndex, number: int) -> str:
    page = facet_index.file(number)
    title = f"按{facet_index.facet.title}"
    blocks = [
        md.heading(1, Markdown(title), id="index"),
        _other_ways(site, facet_index, page),
        _pager(facet_index, number),
    ]
    for group in facet_index.pages[number]:
        blocks.append(md.heading(2, md.escape(group.word), id=group.place.fragment))
        blocks.append(listing(group.notices, site, page))
    blocks.append(_pager(facet_index, number))
    return md.page(f"{title}（{number + 1}）" if number else title, *blocks)


def _other_ways(site: Site, current: FacetIndex | None, page: str) -> Markdown:
    links = [
        md.strong(Markdown(f"按{facet_index.facet.title}"))
        if facet_index is current
        else md.link(Markdown(f"按{facet_index.facet.title}"), Location(facet_index.file(0)).relative_to(page))
        for facet_index in site.facet_indexes.values()
    ]
    if current is not None:
        links.insert(0, md.link(Markdown("全部"), NOTICES_INDEX.relative_to(page)))
    line = md.paragraph(md.joined(links, Markdown(" ")))
    return md.region(line, tag="nav", classes=["other-ways"], named={"aria-label": "查找途径"})


def _pager(facet_index: FacetIndex, number: int) -> Markdown:
    """Links the pages of a long index, each by the first and last value on it; nothing where there is one page."""

    def label(other: int) -> Markdown:
        groups = facet_index.pages[other]
        ends = dict.fromkeys((groups[0].word, groups[-1].word))
        return md.escape(f"{other + 1}　{' — '.join(ends)}")

    return pager_of(facet_index.file, len(facet_index.pages), number, label)
