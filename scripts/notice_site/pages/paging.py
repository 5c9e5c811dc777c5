"""A long list goes in, the pages that it is cut into come out: their items, their files, the links between them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from notice_site.pages import markdown as md
from notice_site.pages.links import Place
from notice_site.pages.markdown import Markdown

Item = TypeVar("Item")


def chunks(items: Sequence[Item], length: int) -> list[Sequence[Item]]:
    """The items of each page, at most `length`; one page without items where there are none."""
    return [items[at : at + length] for at in range(0, len(items), length)] or [()]


def numbered_file(first: Place, number: int) -> str:
    """The file of page `number`, counted from 0: tasks/numbers.md, tasks/numbers-2.md."""
    return f"{first.file.removesuffix('.md')}-{number + 1}.md" if number else first.file


def pager(first: Place, count: int, number: int) -> Markdown:
    """Links from page `number` to the others; nothing where there is one page only."""
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
