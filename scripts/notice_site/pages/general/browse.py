"""A site goes in, its index pages come out: all notices, and the ways in by level, place, issuer, date and kind."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from notice_site.pages.core import markdown as md
from notice_site.pages.core.facets import PAGE_LENGTH, Group, Shelf, by_date
from notice_site.pages.core.links import Place
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.notice_table import listing
from notice_site.pages.core.paging import pager_of
from notice_site.pages.core.pending_files import Draft
from notice_site.pages.core.site import NOTICES_INDEX, Site


def browse_pages(site: Site) -> Iterator[Draft]:
    """The index of notices and the pages of every way in."""
    yield Draft(NOTICES_INDEX.file, partial(_notices, site))
    for shelf in site.shelves.values():
        for number in range(len(shelf.pages)):
            yield Draft(shelf.file(number), partial(_shelf_page, site, shelf, number))


def _notices(site: Site) -> str:
    """All documents where they are few; else the latest, and the ways to the rest."""
    page = NOTICES_INDEX.file
    ordered = by_date(site.corpus.notices)
    title = "文件"
    shown = ordered if len(ordered) <= PAGE_LENGTH else ordered[:PAGE_LENGTH]
    count = f"共 {len(ordered)} 件文件，载于 {len(site.sheets)} 个来源。"
    if len(shown) < len(ordered):
        count += f"以下为成文最早的 {len(shown)} 件；其余请按日期或其他途径查找。"
    return md.page(
        title,
        md.heading(1, Markdown(title), id="notices"),
        md.paragraph(Markdown(count)),
        _other_ways(site, None, page),
        listing(shown, site, page),
    )


def ways(site: Site, page: str, limit: int = 8) -> Markdown:
    """The ways in, each with its first values and how many documents these have."""
    boxes = []
    for shelf in site.shelves.values():
        groups = list(shelf.groups())
        items = [_counted(group, page) for group in groups[:limit]]
        if len(groups) > limit:
            items.append(md.link(Markdown(f"全部 {len(groups)} 项"), Place(shelf.file(0)).seen_from(page)))
        title = md.link(Markdown(f"按{shelf.way.title}"), Place(shelf.file(0)).seen_from(page), classes=["way"])
        boxes.append(md.region(md.stacked(md.paragraph(title), md.bullets(items)), classes=["way-box"]))
    return md.region(md.stacked(*boxes), tag="nav", classes=["ways"], named={"aria-label": "查找途径"})


def _counted(group: Group, page: str) -> Markdown:
    link = md.link(md.escape(group.word), group.place.seen_from(page))
    return md.joined([link, Markdown(" "), md.span(Markdown(str(len(group.notices))), classes=["count"])])


def _shelf_page(site: Site, shelf: Shelf, number: int) -> str:
    page = shelf.file(number)
    title = f"按{shelf.way.title}"
    blocks = [md.heading(1, Markdown(title), id="index"), _other_ways(site, shelf, page), _pager(shelf, number)]
    for group in shelf.pages[number]:
        blocks.append(md.heading(2, md.escape(group.word), id=group.place.fragment))
        blocks.append(listing(group.notices, site, page))
    blocks.append(_pager(shelf, number))
    return md.page(f"{title}（{number + 1}）" if number else title, *blocks)


def _other_ways(site: Site, current: Shelf | None, page: str) -> Markdown:
    links = [
        md.strong(Markdown(f"按{shelf.way.title}"))
        if shelf is current
        else md.link(Markdown(f"按{shelf.way.title}"), Place(shelf.file(0)).seen_from(page))
        for shelf in site.shelves.values()
    ]
    if current is not None:
        links.insert(0, md.link(Markdown("全部"), NOTICES_INDEX.seen_from(page)))
    line = md.paragraph(md.joined(links, Markdown(" ")))
    return md.region(line, tag="nav", classes=["other-ways"], named={"aria-label": "查找途径"})


def _pager(shelf: Shelf, number: int) -> Markdown:
    """The pages of a long index, each by the first and last value on it; nothing where there is one page."""

    def label(other: int) -> Markdown:
        groups = shelf.pages[other]
        ends = dict.fromkeys((groups[0].word, groups[-1].word))
        return md.escape(f"{other + 1}　{' — '.join(ends)}")

    return pager_of(shelf.file, len(shelf.pages), number, label)
