"""Finds the faulty links of a bundle: those that lead nowhere, and those that leave it without saying so."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from lxml import html

from notice_site.bundling.html_pages import classes, is_page, parsed

LEAVES = "external"
"""The class of a link that leaves the bundle and says so."""

_ATTRIBUTES = ("href", "src", "data-src", "poster")
# takes: url(a.png) url("a.png"); not: url(data:…), url(#clip)
_CSS_URL = re.compile(r"""url\(\s*(['"]?)(?!data:|#)([^'")]+)\1\s*\)""")
_IMPORT = re.compile(r"""@import\s+(['"])([^'"]+)\1""")
_NOT_LINKS = frozenset({"data", "about", "blob"})


@dataclass(frozen=True, slots=True)
class Link:
    """One link of a file: its target as written."""

    file: str
    target: str
    leaves: bool = False  # it says that it leads out


def link_faults(files: Mapping[str, bytes]) -> Iterator[str]:
    """One line for each faulty link of the HTML and CSS among `files`, by file in their order.

    A target may carry a query, which the page's scripts read; a fragment has to be an id of the page it leads to.
    """
    pages = {path: parsed(content) for path, content in files.items() if is_page(path, content)}
    anchors = {path: _anchors(page) for path, page in pages.items()}
    for path, content in files.items():
        found = _links_of_page(path, pages[path]) if path in pages else _links_of_style(path, content)
        for link in found:
            if fault := _fault(link, files, anchors):
                yield f"{path}：{link.target} {fault}"


def _links_of_page(path: str, page: html.HtmlElement) -> Iterator[Link]:
    for element in page.iter("*"):
        if element.tag == "link" and element.get("rel") in ("canonical", "prev", "next"):
            continue  # for machines; a reader cannot follow it
        for attribute in _ATTRIBUTES:
            if (target := element.get(attribute)) is not None:
                yield Link(path, target, LEAVES in classes(element))
        if "url(" in (style := element.get("style") or ""):
            yield from _links_of_style(path, style.encode())
        if element.tag == "style":
            yield from _links_of_style(path, (element.text or "").encode())


def _links_of_style(path: str, content: bytes) -> Iterator[Link]:
    if not path.endswith((".css", ".html")):
        return
    text = content.decode("utf-8", "replace")
    for pattern in (_CSS_URL, _IMPORT):
        yield from (Link(path, match[2].strip()) for match in pattern.finditer(text))


def _anchors(page: html.HtmlElement) -> frozenset[str]:
    return frozenset((*page.xpath("//@id"), *page.xpath("//a/@name"), "", "top"))


def _fault(link: Link, files: Mapping[str, bytes], anchors: Mapping[str, frozenset[str]]) -> str:
    try:
        address = urlsplit(link.target.strip())
    except ValueError:
        return "不是有效的地址"
    if address.scheme in _NOT_LINKS:
        return ""
    if address.scheme or address.netloc:
        return "" if link.leaves else "指向包外，但没有说明"
    if address.path.startswith("/"):
        return "是绝对地址，离线打不开"
    goal = posixpath.normpath(posixpath.join(posixpath.dirname(link.file), unquote(address.path)))
    goal = goal if address.path else link.file
    if goal not in files:
        return "没有这个文件"
    fragment = unquote(address.fragment)
    if goal in anchors and fragment not in anchors[goal]:
        return "没有这个位置"
    return ""
