"""A site with redirects goes in; pages at the old addresses, and on pages that live on their old places, come out.

A redirect is a link that a reader can see and follow. `moved.js` follows it at once and hands on ?query and #fragment,
on a server and from the disk; where scripts do not run, the browser's own refresh does, to the new page.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator

from notice_site.model import Page, Redirect
from notice_site.pages import markdown as md
from notice_site.pages.links import Place
from notice_site.pages.markdown import Markdown
from notice_site.pages.site import Sheet, Site

MOVED_SCRIPT = Place("assets/javascripts/moved.js")
_STYLE = Place("assets/stylesheets/moved.css")
_TITLE = "地址已变更"


def moved_pages(site: Site) -> Iterator[Page]:
    """A page for each page that is gone: where it is now, and where each place that is no longer called the same is."""
    living = {Place(site.links.notice(sheet.first.id).file).url for sheet in site.sheets}
    gone: dict[str, list[Redirect]] = {}
    for redirect in site.redirects:
        gone.setdefault(redirect.old.partition("#")[0], []).append(redirect)
    for page, redirects in gone.items():
        if page not in living:
            yield Page(page, _page(page, redirects))


def _page(page: str, redirects: list[Redirect]) -> str:
    whole = next(redirect for redirect in redirects if redirect.old == page)
    goal = html.escape(_place(whole.new).built_from(page))
    places = "".join(f"<li>{_place_link(redirect, page)}</li>\n" for redirect in redirects if redirect != whole)
    return (
        '<!doctype html>\n<html lang="zh">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        f'<title>{_TITLE}</title>\n<link rel="canonical" href="{goal}">\n'
        f'<noscript><meta http-equiv="refresh" content="0; url={goal}"></noscript>\n'
        f'<link rel="stylesheet" href="{_STYLE.built_from(page)}">\n'
        f'<script src="{MOVED_SCRIPT.built_from(page)}" defer></script>\n</head>\n'
        f'<body>\n<main>\n<h1>{_TITLE}</h1>\n'
        f'<p>本页现在的地址是 <a class="moved-page" href="{goal}">{html.escape(whole.new)}</a>。</p>\n'
        + (f"<ul>\n{places}</ul>\n" if places else "")
        + "</main>\n</body>\n</html>\n"
    )


def _place_link(redirect: Redirect, page: str) -> str:
    place = html.escape(redirect.old.partition("#")[2])
    goal = html.escape(_place(redirect.new).built_from(page))
    return f'<a class="moved" id="{place}" href="{goal}">{place}：现为 {html.escape(redirect.new)}</a>'


def moved_places(site: Site) -> Callable[[Sheet], Markdown]:
    """The places that this page once had, each a link to where it is now."""
    table: dict[str, list[Redirect]] = {}
    for redirect in site.redirects:
        table.setdefault(redirect.old.partition("#")[0], []).append(redirect)

    def section(sheet: Sheet) -> Markdown:
        file = site.links.notice(sheet.first.id).file
        links = [
            md.link(
                md.escape(f"{place}：现为 {redirect.new}"),
                _place(redirect.new).seen_from(file),
                classes=["moved"],
                named={"id": place},
            )
            for redirect in table.get(Place(file).url, [])
            for place in [redirect.old.partition("#")[2]]
        ]
        if not links:
            return md.EMPTY
        title = md.heading(2, Markdown("旧地址"), id="moved")
        return md.region(md.stacked(title, md.bullets(links)), tag="section", classes=["moved-places"])

    return section


def has_moved_places(site: Site, file: str) -> bool:
    """Whether the page, which is there, has places that others still link to by an older name."""
    return any(redirect.old.startswith(f"{Place(file).url}#") for redirect in site.redirects)


def _place(address: str) -> Place:
    """notices/001.html#sec_2 as a place of the site."""
    page, _, fragment = address.partition("#")
    return Place(f"{page.removesuffix('.html')}.md", fragment)
