"""Cuts long lists into pages, and links the pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import TypeVar

from notice_site.pages.core import markdown as md
from notice_site.pages.core.links import Location
from notice_site.pages.core.markdown import Markdown

Item = TypeVar("Item")

_OPENERS = 4
"""One item in so many may open a page: half-full pages then end after about four more items."""


def fixed_pages(items: Sequence[Item], length: int) -> list[Sequence[Item]]:
    """Cuts items into pages of that length; one empty page where there are none."""
    return [items[at : at + length] for at in range(0, len(items), length)] or [()]


def stable_pages(
    items: Sequence[Item], length: int, key: Callable[[Item], str], weight: Callable[[Item], int] = lambda item: 1
) -> list[Sequence[Item]]:
    """Cuts items into pages of at most `length`, most of which stay the same after one more item. No item is cut.

    A page that is half full ends before the next item whose `key` has a certain hash. So pages begin at the same items
    again soon after a change.
    """
    pages: list[list[Item]] = [[]]
    full = 0
    for item in items:
        size = weight(item)
        opens = 2 * full >= length and sha256(key(item).encode()).digest()[0] % _OPENERS == 0
        if pages[-1] and (opens or full + size > length):
            pages.append([])
            full = 0
        pages[-1].append(item)
        full += size
    return [tuple(page) for page in pages]


def numbered_file(first: Location, number: int, mark: str = "-") -> str:
    """Returns the file of page `number`, from 0: lineage/index.md, lineage/index-2.md …"""
    return f"{first.file.removesuffix('.md')}{mark}{number + 1}.md" if number else first.file


_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
"""How far away the pages lie that a page links to, besides the first and the last: near ones, and ever wider steps."""

_MOST_ALL_LINKED = 12
"""Pages that are all linked to: their numbers stand in a line."""


def pager(first: Location, count: int, number: int) -> Markdown:
    """Links the other pages by number; nothing where there is one page."""
    return pager_of(lambda other: numbered_file(first, other), count, number)


def pager_of(
    file: Callable[[int], str],
    count: int,
    number: int,
    label: Callable[[int], Markdown] = lambda other: Markdown(str(other + 1)),
) -> Markdown:
    """Links others from page `number` of `count`, from 0; `file` and `label` give the file and the words of each page.

    However many pages there are, few are linked to, so that no page grows with their number.
    """
    if count == 1:
        return md.EMPTY
    items = [
        md.strong(label(other))
        if other == number
        else md.link(label(other), Location(file(other)).relative_to(file(number)))
        for other in _linked(count, number)
    ]
    return md.region(md.bullets(items), tag="nav", classes=["pager"], named={"aria-label": "分页"})


def _linked(count: int, number: int) -> Sequence[int]:
    """Lists the pages that page `number` names, itself among them.

    >>> _linked(3, 1), _linked(100, 40)
    (range(0, 3), [0, 20, 30, 35, 38, 39, 40, 41, 42, 45, 50, 60, 90, 99])
    """
    if count <= _MOST_ALL_LINKED:
        return range(count)
    around = {number + way * step for step in _STEPS for way in (1, -1)}
    return sorted({0, number, count - 1, *(other for other in around if 0 < other < count - 1)})
