"""A site goes in, its home page comes out: what this is, the corpus at a glance, and the ways in."""

from __future__ import annotations

from collections.abc import Iterator

from notice_site.model import Page
from notice_site.pages import markdown as md
from notice_site.pages import words
from notice_site.pages.browse import ways
from notice_site.pages.links import Place
from notice_site.pages.listing import listing
from notice_site.pages.markdown import Markdown
from notice_site.pages.overview import overview
from notice_site.pages.shelves import by_date
from notice_site.pages.site import NOTICES_INDEX, Site

_PAGE = "index.md"
_TITLE = "群众路线教育实践活动公文集"
_SHOWN = 10


def home_page(site: Site) -> Iterator[Page]:
    """The one home page."""
    ordered = by_date(site.corpus.notices)
    more = md.EMPTY
    if len(ordered) > _SHOWN:
        more = md.paragraph(md.link(Markdown(f"全部 {len(ordered)} 件"), NOTICES_INDEX.seen_from(_PAGE)))
    yield Page(
        _PAGE,
        md.page(
            "首页",
            md.heading(1, Markdown(_TITLE), id="home"),
            md.paragraph(_lead(site), classes=["lead"]),
            overview(site, _PAGE),
            md.heading(2, Markdown("文件"), id="notices"),
            listing(ordered[:_SHOWN], site, _PAGE),
            more,
            md.heading(2, Markdown("查找途径"), id="ways"),
            ways(site, _PAGE),
        ),
    )


def _lead(site: Site) -> Markdown:
    """What this is, with the figures of the corpus."""
    dates = sorted(notice.date for notice in site.corpus.notices if notice.date)
    span = f"（成文于{words.day(dates[0])}至{words.day(dates[-1])}）" if dates else ""
    return md.joined(
        [
            Markdown("党的群众路线教育实践活动（2013—2014 年）的公文原文：收录 "),
            md.strong(Markdown(f"{len(site.corpus.notices)}")),
            Markdown(f" 件文件{span}，原文照录，每一段都有固定地址，可以查找、对照和引用。"),
            md.link(Markdown("关于本站"), Place("about.md").seen_from(_PAGE)),
        ]
    )
