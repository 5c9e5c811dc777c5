"""Compares the addresses of this build with those that were published before, and reports the ones that are lost.

Recorded are the address of each page and the places on the pages of documents: their blocks, and documents that share
a page. Other places (rows of tables, entries of indexes) come and go with what the corpus holds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from notice_site.model import Notice, Problem, Redirect
from notice_site.pages.core.links import Links, Location

Addresses = Mapping[str, tuple[str, ...]]
"""The places on each page, by the address of the page: {"notices/001.html": ("title", "sec_1", …)}."""

RECORD, TABLE = "addresses/published.txt", "addresses/redirects.yml"


def addresses(notices: Iterable[Notice], links: Links, paths: Iterable[str]) -> Addresses:
    """Lists the addresses of a build that makes files of these paths; only pages of documents have places."""
    places_by_page: dict[str, list[str]] = {Location(path).url: [] for path in paths if path.endswith(".md")}
    for notice in notices:
        place = links.notice(notice.id)
        on_page = places_by_page.setdefault(Location(place.file).url, [])
        on_page += [place.fragment] if place.fragment else []
        on_page += [block.id for block in notice.blocks]
    return {page: tuple(places) for page, places in places_by_page.items()}


def listed(current: Addresses) -> Iterable[str]:
    """Lists each address: pages by name, each before its places, these in reading order."""
    for page in sorted(current):
        yield page
        yield from (f"{page}#{place}" for place in current[page])


def record_of(published: Iterable[str], current: Addresses) -> str:
    """Writes the record of what was published before and of all that is now: a page a line, its places below it."""
    pages: dict[str, dict[str, None]] = {}
    for address in (*listed(current), *published):
        page, _, place = address.partition("#")
        pages.setdefault(page, {}).update({place: None} if place else {})
    lines = (line for page in sorted(pages) for line in (page, *(f"#{place}" for place in sorted(pages[page]))))
    return "".join(f"{line}\n" for line in lines)


def redirect_problems(current: Addresses, redirects: Iterable[Redirect]) -> dict[Redirect, Problem]:
    """Finds what is wrong with each redirect that cannot be followed."""
    table = tuple(redirects)
    targets = {redirect.old: redirect.new for redirect in table}
    places = {page: frozenset(on_page) for page, on_page in current.items()}
    withdrawn = {redirect.old for redirect in table if redirect.withdrawn}
    return {redirect: problem for redirect in table for problem in _faults(redirect, places, targets, withdrawn)}


def lost_addresses(
    current: Addresses, published: Mapping[str, int], redirects: Iterable[Redirect]
) -> Iterable[Problem]:
    """Reports each published address that leads nowhere now; `redirects` are those that can be followed.

    `published` gives the line of each address in the record. A page that is gone is reported once, without its places.
    """
    table = tuple(redirects)
    targets = {redirect.old: redirect.new for redirect in table}
    withdrawn = {redirect.old for redirect in table if redirect.withdrawn}
    places = {page: frozenset(on_page) for page, on_page in current.items()}
    for address, line in published.items():
        page, _, place = address.partition("#")
        if _is_there(address, places) or address in targets or {page, targets.get(page)} & withdrawn:
            continue
        if page in targets:
            if not _is_there(f"{targets[page].partition('#')[0]}#{place}", places):
                message = f"已发布的位置 {address}：转向的 {targets[page]} 没有同名的位置"
                yield Problem(RECORD, line, message, f"在 {TABLE} 写明“{address}: 新地址”")
        elif page in places or not place:
            message = f"已发布的地址 {address} 不再存在"
            yield Problem(RECORD, line, message, f"恢复原地址，或在 {TABLE} 写明“{address}: 新地址”")


def _is_there(address: str, places: Mapping[str, frozenset[str]]) -> bool:
    page, _, place = address.partition("#")
    return page in places and (not place or place in places[page])


def _faults(
    redirect: Redirect,
    places: Mapping[str, frozenset[str]],
    targets: Mapping[str, str],
    withdrawn: Collection[str],
) -> Iterable[Problem]:
    page, _, place = redirect.old.partition("#")
    if _is_there(redirect.old, places):
        message, advice = f"{redirect.old} 仍是现有的地址", "删去此行"
    elif place and page in places and not places[page]:
        message, advice = f"{page} 不是公文的页面，其中的位置不能单独转向", "删去此行"
    elif place and page not in places and page not in targets:
        message, advice = f"页面 {page} 已不存在，只写了其中的位置", f"另加一行“{page}: 新地址”"
    elif not _leads_somewhere(redirect.new, places) and redirect.new not in withdrawn:
        message, advice = f"转向的 {redirect.new} 不是现有的地址", "写现有的页面和位置；不经过另一次转向"
    else:
        return
    yield Problem(TABLE, redirect.line, message, advice)


def _leads_somewhere(address: str, places: Mapping[str, frozenset[str]]) -> bool:
    """Tells whether a page has that address and place; of pages whose places are not recorded only the page counts."""
    page, _, _ = address.partition("#")
    return _is_there(address, places) or (page in places and not places[page])
