"""Writes the home page: what the documents are about, how they were passed on, slogans, documents and ways in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import quote

from notice_site.model import Notice, Page
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.document_days import by_date, carrier_with_day, dated, day_kind, known_day
from notice_site.pages.core.facets import MONTH
from notice_site.pages.core.links import SEARCH, Location
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.notice_table import listing
from notice_site.pages.core.site import NOTICES_INDEX, Site
from notice_site.pages.core.term_index import INDEX, initials, term_place
from notice_site.pages.general.doors import doors
from notice_site.pages.general.opening import opening_quotes
from notice_site.pages.general.river import river
from notice_site.pages.general.slogan_tiles import TILES, slogan_tiles
from notice_site.text.pinyin import toneless

_PAGE = "index.md"
_ABOUT = Location("about.md")

SHOWN = 10
"""Documents on the home page: a first look, with a link to all."""


def home_page(site: Site) -> Iterator[Page]:
    """Writes the home page."""
    yield Page(
        _PAGE,
        md.page(
            "首页",
            md.heading(1, Markdown(labels_zh.SITE), id="home"),
            _opening(site),
            md.paragraph(_lead(site), classes=["lead"]),
            _search(site),
            river(site, _PAGE),
            _slogans(site),
            doors(site, _PAGE),
            _documents(site),
            about={"hide": ["navigation", "toc"]},
        ),
    )


def _opening(site: Site) -> Markdown:
    """Quotes what the activity was, and names the document; nothing where no central document says it."""
    quotes = opening_quotes(site)
    if not quotes:
        return md.EMPTY
    links = [
        md.link(md.escape(q.text.rstrip("。") + "。"), site.links.words(q.ref).relative_to(_PAGE), classes=["quoted"])
        for q in quotes
    ]
    notice = site.notices[quotes[0].ref.notice]
    named = md.link(md.escape(labels_zh.cite(notice)), site.links.notice(notice.id).relative_to(_PAGE))
    about = "，".join(filter(None, ("、".join(notice.issuers), dated(notice))))
    source = md.joined([Markdown("——"), named, md.escape(f"（{about}）") if about else md.EMPTY])
    return md.region(
        md.stacked(md.paragraph(md.joined(links)), md.paragraph(source, classes=["source"])), classes=["opening"]
    )


def _lead(site: Site) -> Markdown:
    """Says how many documents there are, from when to when, and how they are given."""
    counted = md.strong(Markdown(f"{len(site.corpus.notices)}"))
    span = spanned(site.corpus.notices)
    return md.joined(
        [
            Markdown("收录公文 "),
            counted,
            Markdown(f" 件{span and f'（{span}）'}，逐字照录，每段有固定地址，可查找、对照、引用。"),
            md.link(Markdown("关于本站"), _ABOUT.relative_to(_PAGE), classes=["on-screen"]),
        ]
    )


def spanned(notices: Sequence[Notice]) -> str:
    """Words the months of the first and the last document: 2014年1月见报至4月成文; how many have no date as well."""
    ordered = [notice for notice in by_date(notices) if known_day(notice)]
    by_id = {notice.id: notice for notice in notices}
    undated = sum(not known_day(n) and carrier_with_day(n, by_id) is None for n in notices)
    if not ordered:
        return ""
    first, last = ((known_day(n) or "")[:MONTH] for n in (ordered[0], ordered[-1]))
    kinds = [day_kind(notice) or labels_zh.EVENT_KINDS["issued"] for notice in (ordered[0], ordered[-1])]
    if first == last:
        words = f"{labels_zh.day(first)}{kinds[0]}"
    elif kinds[0] == kinds[1]:
        words = f"{labels_zh.day(first)}至{labels_zh.day_after(last, first)}{kinds[0]}"
    else:
        words = f"{labels_zh.day(first)}{kinds[0]}至{labels_zh.day_after(last, first)}{kinds[1]}"
    return words + (f"，另有 {undated} 件未见日期" if undated else "")


def _search(site: Site) -> Markdown:
    """Writes the field, and a term in the three ways in which it can be searched: 六问 · liuwen · lw."""
    form = md.search_form(SEARCH.built_relative_to(_PAGE), "find", "检索")
    mentions = site.terms.mentions
    ordered = sorted(site.corpus.terms, key=lambda term: -len(mentions[term.id]))
    shown = next((term for term in ordered if term.count), next(iter(ordered), None))
    if shown is None:
        return form
    spelled = "".join(toneless(syllable) for syllable in shown.pinyin)
    links = [
        md.link(md.escape(way), Location(SEARCH.file, query=f"find={quote(way)}").relative_to(_PAGE))
        for way in (shown.term, spelled, initials(shown))
    ]
    examples = md.joined(links, Markdown(" · "))
    words = md.joined([Markdown("可用汉字、拼音或首字母，几个词以空格分隔："), examples])
    return md.stacked(form, md.paragraph(words, classes=["search-examples"]))


def _slogans(site: Site) -> Markdown:
    """Writes the tiles, or the commonest terms where no slogan has parts; nothing without a glossary."""
    tiles = slogan_tiles(site, _PAGE)
    if not tiles:
        mentions = site.terms.mentions
        ordered = sorted(site.corpus.terms, key=lambda term: -len(mentions[term.id]))[:TILES]
        links = [
            md.link(md.escape(term.term), term_place(term.id).relative_to(_PAGE), classes=["term"]) for term in ordered
        ]
        tiles = md.paragraph(md.joined(links, Markdown("　")), classes=["terms-of-page"]) if links else md.EMPTY
    if not tiles:
        return md.EMPTY
    return md.stacked(
        md.heading(2, Markdown("高频词语"), id="terms"),
        tiles,
        _more(f"全部词语 {len(site.corpus.terms)} 条", INDEX),
    )


def _documents(site: Site) -> Markdown:
    """Lists the documents; of many those that have most to do with others, and says so."""
    chosen = most_related(site)
    everything = len(site.corpus.notices)
    about = (
        md.EMPTY
        if len(chosen) == everything
        else md.paragraph(
            Markdown(f"以下 {len(chosen)} 件与其他文件关联最多（转发、引用、文字相同），按日期排列。"), classes=["hint"]
        )
    )
    return md.stacked(
        md.heading(2, Markdown("文件"), id="notices"),
        about,
        listing(chosen, site, _PAGE),
        _more(f"全部文件 {everything} 件", NOTICES_INDEX),
    )


def most_related(site: Site) -> list[Notice]:
    """Chooses the documents with most others that they cite, are cited by or share wording with; in order of date.

    Documents of one source do not count. Of equal ones those of the outer level come first, then the earlier.
    """
    sources = {notice.id: notice.source for notice in site.corpus.notices}
    related: dict[str, set[str]] = {notice.id: set() for notice in site.corpus.notices}
    pairs = [(edge.citing, edge.key) for edges in site.citations.cites.values() for edge in edges if edge.held]
    pairs += [(passage.a.notice, passage.b.notice) for passage in site.corpus.passages]
    for one, other in pairs:
        if one in related and other in related and sources[one] != sources[other]:
            related[one].add(other)
            related[other].add(one)
    ranks = {level: rank for rank, level in enumerate(site.levels)}
    ordered = sorted(
        by_date(site.corpus.notices), key=lambda n: (-len(related[n.id]), ranks.get(n.level or "", len(ranks)))
    )
    return by_date(ordered[:SHOWN], among=site.corpus.notices)


def _more(text: str, place: Location) -> Markdown:
    return md.paragraph(md.link(Markdown(text), place.relative_to(_PAGE)), classes=["more"])
