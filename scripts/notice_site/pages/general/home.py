"""Writes the home page: what this is, the corpus at a glance, and the ways in."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from notice_site.model import Page, Term
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.document_days import by_date
from notice_site.pages.core.links import SEARCH, Location
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.notice_table import listing
from notice_site.pages.core.site import NOTICES_INDEX, Site
from notice_site.pages.core.term_index import INDEX, WITHIN_LEGEND, initials, term_place
from notice_site.pages.general.browse import ways
from notice_site.pages.general.feed import FEED
from notice_site.pages.general.overview import overview
from notice_site.text.pinyin import toneless

_PAGE = "index.md"
_ABOUT = Location("about.md")
_SHOWN = 10
"""Documents, and terms, on the home page: a first look, with links to all."""


def home_page(site: Site) -> Iterator[Page]:
    """Writes the home page."""
    ordered = by_date(site.corpus.notices)
    terms = _most_used(site)
    yield Page(
        _PAGE,
        md.page(
            "首页",
            md.heading(1, Markdown(labels_zh.SITE), id="home"),
            md.paragraph(_lead(site), classes=["lead"]),
            _search(terms),
            overview(site, _PAGE),
            md.heading(2, Markdown("文件"), id="notices"),
            listing(ordered[:_SHOWN], site, _PAGE),
            _more(f"全部 {len(ordered)} 件文件", NOTICES_INDEX),
            _terms(site, terms[:_SHOWN]),
            md.heading(2, Markdown("查找途径"), id="ways"),
            ways(site, _PAGE),
            _more("订阅新收的文件（Atom）", Location(FEED)),
            about={"hide": ["navigation", "toc"]},
        ),
    )


def _lead(site: Site) -> Markdown:
    """Says what this is, with the figures of the corpus."""
    dates = sorted(notice.date for notice in site.corpus.notices if notice.date)
    some = "" if len(dates) == len(site.corpus.notices) else f"有成文日期的 {len(dates)} 件"
    span = f"（{some}成文于{labels_zh.day(dates[0])}至{labels_zh.day(dates[-1])}）" if dates else ""
    return md.joined(
        [
            Markdown("党的群众路线教育实践活动（2013—2014年）的公文原文：收录 "),
            md.strong(Markdown(f"{len(site.corpus.notices)}")),
            Markdown(f" 件文件{span}，原文照录，每一段都有固定地址，可以查找、对照和引用。"),
            md.link(Markdown("关于本站"), _ABOUT.relative_to(_PAGE)),
        ]
    )


def _search(terms: list[Term]) -> Markdown:
    """Writes the field, and a term in the three ways in which it can be searched: 六问 · liuwen · lw."""
    form = md.search_form(SEARCH.built_relative_to(_PAGE), "find", "检索")
    shown = next((term for term in terms if term.count), next(iter(terms), None))
    if shown is None:
        return form
    spelled = "".join(toneless(syllable) for syllable in shown.pinyin)
    links = [
        md.link(md.escape(way), Location(SEARCH.file, query=f"find={quote(way)}").relative_to(_PAGE))
        for way in (shown.term, spelled, initials(shown))
    ]
    examples = md.joined(links, Markdown(" · "))
    return md.stacked(
        form, md.paragraph(md.joined([Markdown("汉字、拼音或声母，例如 "), examples]), classes=["search-examples"])
    )


def _most_used(site: Site) -> list[Term]:
    """Sorts the terms by how often they stand in the texts, the commonest first; equal ones in the glossary's order."""
    mentions = site.terms.mentions
    return sorted(site.corpus.terms, key=lambda term: -len(mentions[term.id]))


def _terms(site: Site, terms: list[Term]) -> Markdown:
    """Lists the commonest terms with how often they stand; nothing without a glossary."""
    if not terms:
        return md.EMPTY
    tallies = {term.id: site.terms.tally(term.id) for term in terms}
    legend = any(tally.within for tally in tallies.values())
    items = [
        md.joined(
            [
                md.link(md.escape(term.term), term_place(term.id).relative_to(_PAGE), classes=["term"]),
                Markdown(" "),
                md.span(Markdown(tallies[term.id].short()), classes=["count"]),
            ]
        )
        for term in terms
    ]
    return md.stacked(
        md.heading(2, Markdown("出现最多的词语"), id="terms"),
        md.region(md.bullets(items), classes=["term-row"]),
        md.paragraph(Markdown(WITHIN_LEGEND), classes=["hint"]) if legend else md.EMPTY,
        _more(f"全部 {len(site.corpus.terms)} 条词语", INDEX),
    )


def _more(text: str, place: Location) -> Markdown:
    return md.paragraph(md.link(Markdown(text), place.relative_to(_PAGE)), classes=["more"])
