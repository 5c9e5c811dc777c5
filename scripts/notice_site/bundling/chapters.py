"""Takes the chapters of a file or book from built pages: what each page says, without the frame around it."""

from __future__ import annotations

import copy
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urlsplit

from lxml import html

from notice_site.bundling.html_pages import classes, only_text, parsed

# Parts of a page that only make sense on a site of many pages, or that only scripts bring to life.
_FRAME = frozenset(
    {
        *("tools", "imprint", "crumbs", "by-date", "other-ways", "pager", "outline"),
        *("search-page", "headerlink", "source-text", "download-place"),
    }
)

# Attributes that name other elements of the page by their ids.
_ID_LISTS = ("aria-labelledby", "aria-describedby", "aria-controls", "for", "headers")

_TERM_PAGE = re.compile(r"glossary/([a-z0-9-]+)\.html")


@dataclass(frozen=True, slots=True)
class Goal:
    """Where a link leads: a built file, a place on it, and the words that it marks there, `BLOCK.START-END` each."""

    file: str
    fragment: str = ""
    marks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Chapter:
    """One page: its built file, an identifier of it, its title and its content."""

    file: str
    key: str
    title: str
    content: html.HtmlElement


def chapters(site: Mapping[str, bytes], files: Sequence[str]) -> tuple[Chapter, ...]:
    """The pages of these files, in this order."""
    return tuple(_chapter(file, site[file]) for file in files)


def key_of(file: str) -> str:
    """An identifier for a built file: `notices-000_6d8494eddf5d3065`."""
    return file.removesuffix(".html").replace("/", "-")


def _chapter(file: str, content: bytes) -> Chapter:
    page = parsed(content)
    article = copy.deepcopy(page.find_class("md-content__inner")[0])
    for element in list(article.iter()):
        if isinstance(element.tag, str) and _is_frame(element):
            element.drop_tree()
    heading = article.find(".//h1")
    title = text_of(heading) if heading is not None else (page.findtext(".//title") or "")
    return Chapter(file, key_of(file), title, article)


def _is_frame(element: html.HtmlElement) -> bool:
    return element.tag == "script" or bool(_FRAME & {*classes(element), element.get("id")})


def text_of(element: html.HtmlElement) -> str:
    """The text as a reader sees it: without permanent links, the marks of notes, and readings above characters."""
    return "".join(_texts(element)).strip()


def _texts(element: html.HtmlElement) -> Iterator[str]:
    skipped = "permalink" in classes(element) or element.tag in ("rt", "rp", "sup")
    if not skipped:
        yield element.text or ""
        for child in element:
            yield from _texts(child)
            yield child.tail or ""


def readdress(chapter: Chapter, id_here: Callable[[str], str], address: Callable[[Goal], str | None]) -> None:
    """Gives the ids of a chapter other names and its links other addresses, in place.

    `address` says where a goal is found now; None where it is not at hand: then the link becomes text.
    """
    for element in chapter.content.iter("*"):
        if element.get("id"):
            element.set("id", id_here(element.get("id")))
        for name in _ID_LISTS:
            if element.get(name):
                element.set(name, " ".join(map(id_here, element.get(name).split())))
    for link in list(chapter.content.iter("a")):
        goal = goal_of(chapter.file, link.get("href") or "")
        if goal is None:
            continue
        if term := _TERM_PAGE.fullmatch(goal.file):
            link.set("data-term", term[1])
        found = address(goal)
        if found is None:
            only_text(link)
            continue
        link.set("href", found)
        if goal.marks:
            link.set("data-at", " ".join(goal.marks))


def goal_of(file: str, target: str) -> Goal | None:
    """What a link on the page of `file` leads to; None for what is no link within the site."""
    address = urlsplit(target)
    if address.scheme or address.netloc or not (address.path or address.fragment):
        return None
    goal = posixpath.normpath(posixpath.join(posixpath.dirname(file), unquote(address.path))) if address.path else file
    marks = tuple(value for name, value in parse_qsl(address.query) if name == "at")
    return Goal(goal, unquote(address.fragment), marks)
