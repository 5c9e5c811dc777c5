"""Writes the indexes of terms, one for each way to look terms up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial

from notice_site.execution.cache import fingerprint
from notice_site.model import Term
from notice_site.pages.core import markdown as md
from notice_site.pages.core.links import Location
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.paging import pager_of
from notice_site.pages.core.pending_files import PendingFile
from notice_site.pages.core.site import Site
from notice_site.pages.core.term_index import INDEX, WITHIN_LEGEND, Tally, TermIndex, initials, spoken, term_place
from notice_site.pages.terms.views import GLOSSARY_VIEWS, GlossaryView, TermGroup
from notice_site.text.pinyin import toneless

_NONE = "所收文件中没有词语表所列的词语。"
_MANNER = "具体内容、文中表述和用例一律摘自所收文件并注明出处；所收文件没有下定义的，写明“未作解释”。"

MOST_OPEN = 12
"""Groups of a page without readings that stand open: more are folded, so that one document is found among forty."""

_DOWNLOADS = (("terms.csv", "CSV 表格"), ("terms.json", "JSON"))

Entries = Callable[[str], Markdown]
"""Writes the line of a term, given its id; all indexes lie in one folder, so that it is the same on all."""


def term_index_pages(site: Site) -> Iterator[PendingFile]:
    """Writes all indexes; a corpus without terms has one that says so."""
    index = site.terms

    @cache
    def entry(term_id: str) -> Markdown:
        return _entry(index.terms[term_id])

    for way in GLOSSARY_VIEWS:
        groups = list(way.groups(site, index, way.file()))
        length = way.page_length or len(groups) or 1
        count = max(1, -(-len(groups) // length))
        for number in range(count):
            shown = groups[number * length : (number + 1) * length]
            made_from = _fingerprint(shown, number, count) if way.brief and site.fingerprints else None
            make = partial(_page, site, index, way, shown, entry, number, count)
            yield PendingFile(way.file(number), make, made_from)


def _fingerprint(groups: Sequence[TermGroup], number: int, count: int) -> bytes:
    """Hashes all that a page of short lists is made from."""
    shown = [
        (
            group.id,
            group.heading,
            group.total,
            [place.url for place in (group.place, group.more) if place],
            [(term.id, term.term, tally and tally.short()) for term, tally in group.terms],
        )
        for group in groups
    ]
    return fingerprint(number, count, shown)


def _page(
    site: Site,
    index: TermIndex,
    way: GlossaryView,
    groups: Sequence[TermGroup],
    entry: Entries,
    number: int,
    count: int,
) -> str:
    page = way.file(number)
    about = f"共 {len(index.terms)} 条词语。{_MANNER}" if index.terms else _NONE
    is_folded = way.brief and len(groups) > MOST_OPEN
    blocks = [
        md.heading(1, Markdown("词语"), id="terms"),
        md.EMPTY if way.id else md.paragraph(Markdown(about)),
        _ways(way, page),
        md.paragraph(Markdown(WITHIN_LEGEND), classes=["hint"]) if _tells_within(groups) else md.EMPTY,
        md.EMPTY if way.id else _letters(groups),
        *(_brief_group(group, page, is_folded) if way.brief else _group(group, entry) for group in groups),
        pager_of(way.file, count, number),
        _downloads(site, page),
    ]
    script = "folded-places" if way.brief else "term-filter"
    return md.page(
        f"词语：{way.title}",
        md.region(md.stacked(*blocks), classes=["term-index", *(["brief"] if way.brief else [])]),
        about={} if way.brief and not is_folded else {"hide": ["toc"], "scripts": [f"assets/javascripts/{script}.js"]},
    )


def _tells_within(groups: Sequence[TermGroup]) -> bool:
    return any(tally is not None and tally.within for group in groups for _, tally in group.terms)


def _ways(way: GlossaryView, page: str) -> Markdown:
    links = [
        md.strong(title) if other is way else md.link(title, Location(other.file()).relative_to(page))
        for other, title in ((other, Markdown(other.title)) for other in GLOSSARY_VIEWS)
    ]
    listed = md.paragraph(md.joined(links, Markdown(" · ")))
    return md.region(listed, tag="nav", classes=["index-ways"], named={"aria-label": "其他查法"})


def _letters(groups: Sequence[TermGroup]) -> Markdown:
    if not groups:
        return md.EMPTY
    links = [md.link(group.heading, f"#{group.id}") for group in groups]
    listed = md.paragraph(md.joined(links, Markdown(" ")))
    return md.region(listed, tag="nav", classes=["letters"], named={"aria-label": "音序字母"})


def _group(group: TermGroup, entry: Entries) -> Markdown:
    items = [_counted(entry(term.id), tally) for term, tally in group.terms]
    listed = md.stacked(md.heading(2, group.heading, id=group.id), md.bullets(items))
    return md.region(listed, tag="section", classes=["term-group"])


def _brief_group(group: TermGroup, page: str, is_folded: bool) -> Markdown:
    """Writes the terms of a document in one paragraph, and links all of them where these are not all."""
    assert group.place
    links = [
        _counted(md.link(md.escape(term.term), term_place(term.id).relative_to(page), classes=["term"]), tally)
        for term, tally in group.terms
    ]
    if group.more and group.total > len(group.terms):
        links.append(md.link(Markdown(f"全部 {group.total} 条"), group.more.relative_to(page), classes=["more"]))
    address = group.place.relative_to(page)
    if is_folded:
        links.append(md.link(Markdown("读原文"), address))
    listed = md.paragraph(md.joined(links, Markdown("　")), classes=["terms-of-page"])
    if is_folded:
        return md.folded(md.counted(group.heading, f"{group.total} 条"), listed, id=group.id, classes=["group"])
    return md.stacked(md.heading(2, md.link(group.heading, address), id=group.id), listed)


def _counted(entry: Markdown, tally: Tally | None) -> Markdown:
    if tally is None:
        return entry
    return md.joined([entry, Markdown(" "), md.span(Markdown(tally.short()), classes=["count"])])


def _entry(term: Term) -> Markdown:
    """Writes a term with its reading; `data-find` holds what else the filter of the page looks through."""
    target = term_place(term.id).relative_to(INDEX.file)
    linked = md.link(md.escape(term.term), target, classes=["term"], named={"data-find": _keys(term)})
    return md.joined([linked, md.span(md.escape(spoken(term)), classes=["pinyin"])], Markdown(" "))


def _keys(term: Term) -> str:
    """Joins the reading without tones, initials and other wordings: `liuwen lw`; ü is v, as it is typed."""
    letters = "".join(toneless(syllable).replace("ü", "v") for syllable in term.pinyin)
    return " ".join((letters.lower(), initials(term).lower(), *term.variants))


def _downloads(site: Site, page: str) -> Markdown:
    published = {file.path for file in site.data}
    links = [
        md.link(Markdown(name), Location(f"data/{file}").relative_to(page), named={"download": file})
        for file, name in _DOWNLOADS
        if f"data/{file}" in published
    ]
    return (
        md.paragraph(md.joined([Markdown("下载全部词语："), *links], Markdown(" ")), classes=["downloads"])
        if links
        else md.EMPTY
    )
