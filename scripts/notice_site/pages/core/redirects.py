"""Writes pages at old addresses, and links from old places on pages that still exist.

A redirect is a link that a reader can see and follow. `redirect.js` follows it at once and hands on ?query and
#fragment, on a server and from the disk; where scripts do not run, the browser's own refresh does, to the new page.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial

from notice_site.model import Page, Redirect
from notice_site.pages.core import markdown as md
from notice_site.pages.core.links import Location
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.pending_files import PendingFile
from notice_site.pages.core.site import Site, SourcePage

REDIRECT_SCRIPT = Location("assets/javascripts/redirect.js")
_STYLE = Location("assets/stylesheets/redirect.css")
_ICON = Location("assets/images/favicon.svg")
_TITLE = "地址已变更"


def redirect_pages(site: Site) -> Iterator[Page]:
    """Writes a page for each page that is gone: where it is now, and where each place with another name is."""
    pages = _by_page(site)
    for redirect in site.redirects:
        if redirect.withdrawn:
            yield Page(redirect.old, _withdrawn_page(redirect))
        elif "#" not in redirect.old:
            yield Page(redirect.old, _page(redirect.old, redirect, pages[redirect.old]))


def without_taken_addresses(pending_files: Sequence[PendingFile]) -> Iterator[PendingFile]:
    """Leaves out redirects from pages that exist: they are faults of the table, and reported as such."""
    pages = {pending.path for pending in pending_files if pending.path.endswith(".md")}
    return (pending for pending in pending_files if f"{pending.path.removesuffix('.html')}.md" not in pages)


def _by_page(site: Site) -> dict[str, list[Redirect]]:
    """Groups redirects by the page that their old address is on."""
    pages: dict[str, list[Redirect]] = {}
    for redirect in site.redirects:
        pages.setdefault(redirect.old.partition("#")[0], []).append(redirect)
    return pages


def _page(page: str, whole: Redirect, redirects: list[Redirect]) -> str:
    target = html.escape(_place(whole.new).built_relative_to(page))
    places = "".join(f"<li>{_place_link(redirect, page)}</li>\n" for redirect in redirects if redirect != whole)
    canonical = (
        f'<link rel="canonical" href="{target}">\n'
        f'<noscript><meta http-equiv="refresh" content="0; url={target}"></noscript>\n'
    )
    return (
        f"{_head(page, _TITLE, canonical)}"
        f'<script src="{REDIRECT_SCRIPT.built_relative_to(page)}" defer></script>\n</head>\n'
        f"<body>\n<main>\n<h1>{_TITLE}</h1>\n"
        f'<p>本页现在的地址是 <a class="moved-page" href="{target}">{html.escape(whole.new)}</a>。</p>\n'
        + (f"<ul>\n{places}</ul>\n" if places else "")
        + "</main>\n</body>\n</html>\n"
    )


def _head(page: str, title: str, links: str = "") -> str:
    """The beginning of a page that stands alone, without the theme."""
    return (
        '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        f"<title>{title}</title>\n{links}"
        f'<link rel="icon" href="{_ICON.built_relative_to(page)}">\n'
        f'<link rel="stylesheet" href="{_STYLE.built_relative_to(page)}">\n'
    )


def gone_with_documents(pages: Collection[str], redirects: Iterable[Redirect], published: Iterable[str]) -> list[str]:
    """Lists published pages that are gone while documents are withdrawn: of their terms, tasks, packs, comparisons.

    `pages` are the addresses of all pages that there are. What was a page of a document has an entry of its own.
    """
    table = [*redirects]
    if not any(redirect.withdrawn for redirect in table):
        return []
    there = {*pages, *(redirect.old for redirect in table)}
    return [page for page in published if "#" not in page and page not in there and not page.startswith("notices/")]


def pages_of_gone(addresses: Iterable[str], pages: Collection[str]) -> Iterator[PendingFile]:
    """Writes a page at each of these addresses, which says why it is gone and leads to the list of its kind."""
    for address in addresses:
        index = f"{address.partition('/')[0]}/index.html"
        redirect = Redirect(address, index if index in pages else "index.html", 0, "本页的内容出自已撤下的文件。")
        yield PendingFile(address, partial(_withdrawn_page, redirect))


def _withdrawn_page(redirect: Redirect) -> str:
    target = html.escape(_place(redirect.new).built_relative_to(redirect.old))
    label = "目录" if redirect.new.endswith("index.html") else redirect.new
    title = "本件已撤下" if redirect.line else "本页已撤下"
    return (
        f"{_head(redirect.old, title)}</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
        f"<p>{html.escape(redirect.withdrawn)}</p>\n"
        f'<p>请看 <a class="seen-instead" href="{target}">{html.escape(label)}</a>。</p>\n'
        "</main>\n</body>\n</html>\n"
    )


def _place_link(redirect: Redirect, page: str) -> str:
    place = html.escape(redirect.old.partition("#")[2])
    target = html.escape(_place(redirect.new).built_relative_to(page))
    return f'<a class="moved" id="{place}" href="{target}">{place}：现为 {html.escape(redirect.new)}</a>'


def redirects_of_page(site: Site) -> Callable[[SourcePage], Markdown]:
    """Lists the places that a page once had, each with a link to where it is now."""
    table = _by_page(site)

    def section(source_page: SourcePage) -> Markdown:
        file = site.links.notice(source_page.first.id).file
        links = [
            md.link(
                md.escape(f"{place}：现为 {redirect.new}"),
                _place(redirect.new).relative_to(file),
                classes=["moved"],
                named={"id": place},
            )
            for redirect in table.get(Location(file).url, [])
            for place in [redirect.old.partition("#")[2]]
        ]
        if not links:
            return md.EMPTY
        title = md.heading(2, Markdown("旧地址"), id="moved")
        return md.region(md.stacked(title, md.bullets(links)), tag="section", classes=["moved-places"])

    return section


def pages_with_redirects(site: Site) -> frozenset[str]:
    """Lists the addresses of pages with places that others may still link to by an older name."""
    return frozenset(redirect.old.partition("#")[0] for redirect in site.redirects if "#" in redirect.old)


def _place(address: str) -> Location:
    """Reads an address, notices/001.html#sec_2, as a place of the site."""
    page, _, fragment = address.partition("#")
    return Location(f"{page.removesuffix('.html')}.md", fragment)
