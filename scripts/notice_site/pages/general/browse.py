"""Writes the index of all notices, and the indexes by level, place, issuer, date and genre."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from notice_site.execution.cache import fingerprint
from notice_site.pages.core import markdown as md
from notice_site.pages.core.document_days import by_date
from notice_site.pages.core.facets import PAGE_LENGTH, FacetGroup, FacetIndex
from notice_site.pages.core.links import Location
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.notice_table import listing
from notice_site.pages.core.paging import pager_of
from notice_site.pages.core.pending_files import PendingFile
from notice_site.pages.core.site import NOTICES_INDEX, Site

ROWS_OPEN = 10
"""Documents of a group that are open: a screen of them. The others are folded, or on the page of their group."""

MOST_OPEN = 40
"""Documents that stand open on a page of groups: of more, each group is a line with its count, and a reader chooses."""

_FOLDS = "assets/javascripts/folded-places.js"


def browse_pages(site: Site) -> Iterator[PendingFile]:
    """Writes the index of notices and the pages of every facet."""
    yield PendingFile(NOTICES_INDEX.file, partial(_notices, site))
    for facet_index in site.facet_indexes.values():
        for number in range(len(facet_index.pages)):
            made_from = _fingerprint(site, facet_index, number) if site.fingerprints else None
            yield PendingFile(facet_index.file(number), partial(_facet_page, site, facet_index, number), made_from)


def _fingerprint(site: Site, facet_index: FacetIndex, number: int) -> bytes:
    """Hashes all that a page of a facet is made from; a document's carrier is of its own source."""
    return fingerprint(
        [group.word for groups in facet_index.pages for group in (*groups[:1], *groups[-1:])],
        [
            (group.word, group.place.url, [site.fingerprints[notice.id] for notice in group.notices])
            for group in facet_index.pages[number]
        ],
    )


def _notices(site: Site) -> str:
    """Lists the documents in one table; where they are too many for one, the first of each level and the way on."""
    page = NOTICES_INDEX.file
    ordered = by_date(site.corpus.notices)
    about = f"共 {len(ordered)} 件，录自 {len(site.source_pages)} 份来源文本，按日期排列（成文，未载的按印发、见报）。"
    levels = site.facet_indexes["level"]
    if len(ordered) <= PAGE_LENGTH:
        shown = listing(ordered, site, page)
    else:
        about += f"以下按层级各列最早的 {ROWS_OPEN} 件，其余见各层级。"
        shown = md.stacked(
            *(
                md.stacked(
                    _group_heading(group, level=2),
                    listing(group.notices[:ROWS_OPEN], site, page),
                    _all_of(group, page),
                )
                for group in levels.groups()
            )
        )
    return md.page(
        "文件",
        md.heading(1, Markdown("文件"), id="notices"),
        md.paragraph(Markdown(about)),
        _other_ways(site, None, page),
        _counts(levels.groups(), page) if len(ordered) > ROWS_OPEN else md.EMPTY,
        md.region(shown, classes=["grouped"]),
        about={"hide": ["toc"]},
    )


def _all_of(group: FacetGroup, page: str) -> Markdown:
    if len(group.notices) <= ROWS_OPEN:
        return md.EMPTY
    words = md.escape(f"全部 {len(group.notices)} 件（{group.word}）")
    return md.paragraph(md.link(words, group.place.relative_to(page)), classes=["more"])


def _facet_page(site: Site, facet_index: FacetIndex, number: int) -> str:
    page = facet_index.file(number)
    title = f"按{facet_index.facet.title}"
    groups = facet_index.pages[number]
    is_folded = sum(min(len(group.notices), ROWS_OPEN) for group in groups) > MOST_OPEN
    return md.page(
        f"{title}（{number + 1}）" if number else title,
        md.heading(1, Markdown(title), id="index"),
        _other_ways(site, facet_index, page),
        _pager(facet_index, number),
        md.EMPTY if is_folded else _counts(groups, page),
        md.region(
            md.stacked(*((_folded_group if is_folded else _group)(group, site, page) for group in groups)),
            classes=["grouped"],
        ),
        _pager(facet_index, number),
        about={"hide": ["toc"], **({"scripts": [_FOLDS]} if is_folded else {})},
    )


def _group(group: FacetGroup, site: Site, page: str) -> Markdown:
    """Writes the documents of a value; of many the first are open and the others folded."""
    first, rest = group.notices[:ROWS_OPEN], group.notices[ROWS_OPEN:]
    folded = md.folded(Markdown(f"展开其余 {len(rest)} 件"), listing(rest, site, page)) if rest else md.EMPTY
    return md.stacked(_group_heading(group, level=2), listing(first, site, page), folded)


def _folded_group(group: FacetGroup, site: Site, page: str) -> Markdown:
    summary = md.joined([md.escape(group.word), Markdown(" "), _count(group)])
    return md.folded(summary, listing(group.notices, site, page), id=group.place.fragment, classes=["group"])


def _count(group: FacetGroup) -> Markdown:
    return md.span(Markdown(f"{len(group.notices)} 件"), classes=["count"])


def _group_heading(group: FacetGroup, *, level: int) -> Markdown:
    words = md.joined([md.escape(group.word), Markdown(" "), _count(group)])
    return md.heading(level, words, id=group.place.fragment, outline=group.word)


def _counts(groups: Iterable[FacetGroup], page: str) -> Markdown:
    """Links the values with how many documents each has; nothing where there is one."""
    links = [
        md.joined(
            [
                md.link(md.escape(group.word), group.place.relative_to(page)),
                Markdown(" "),
                md.span(Markdown(str(len(group.notices))), classes=["count"]),
            ]
        )
        for group in groups
    ]
    if len(links) < 2:
        return md.EMPTY
    return md.region(md.bullets(links), tag="nav", classes=["group-counts"], named={"aria-label": "各组的件数"})


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
    return md.region(line, tag="nav", classes=["other-ways"], named={"aria-label": "分类浏览"})


def _pager(facet_index: FacetIndex, number: int) -> Markdown:
    """Links the pages of a long index, each by the first and last value on it; nothing where there is one page."""

    def label(other: int) -> Markdown:
        groups = facet_index.pages[other]
        ends = dict.fromkeys((groups[0].word, groups[-1].word))
        return md.escape(f"{other + 1}　{' — '.join(ends)}")

    return pager_of(facet_index.file, len(facet_index.pages), number, label)
