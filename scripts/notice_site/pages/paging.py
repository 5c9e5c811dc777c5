"""A long list goes in, its pages and the links between them come out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from notice_site.pages import markdown as md
from notice_site.pages.links import Place
from notice_site.pages.markdown import Markdown

Item = TypeVar("Item")


def cut(items: Sequence[Item], length: int) -> list[Sequence[Item]]:
    """The items in pages of that length; one empty page where there are none."""
    return [items[at : at + length] for at in range(0, len(items), length)] or [()]


def numbered_file(first: Place, number: int) -> str:
    """The file of page `number`, from 0: lineage/index.md, lineage/index-2.md …"""
    return f"{first.file.removesuffix('.md')}-{number + 1}.md" if number else first.file


def pager(first: Place, count: int, number: int) -> Markdown:
    """Links to the other pages, by number; nothing where there is one page."""
    if count == 1:
        return md.EMPTY
    page = numbered_file(first, number)
    items = [
        md.strong(Markdown(str(other + 1)))
        if other == number
        else md.link(Markdown(str(other + 1)), Place(numbered_file(first, other)).seen_from(page))
        for other in range(count)
    ]
    return md.region(md.bullets(items), tag="nav", classes=["pager"], named={"aria-label": "分页"})
