"""Parses built pages into trees of elements, and writes the trees as bytes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from lxml import etree, html

_UTF_8 = html.HTMLParser(encoding="utf-8")


def is_page(path: str, content: bytes) -> bool:
    """Whether a built file is a page that can be read as one."""
    return path.endswith(".html") and bool(content.strip())


def framed(files: Mapping[str, bytes]) -> Iterator[str]:
    """The pages among built files that have content of their own; one that only sends readers on has none."""
    return (path for path, content in files.items() if path.endswith(".html") and b"md-content__inner" in content)


def parsed(content: bytes) -> html.HtmlElement:
    """The root element of a page in UTF-8, whatever the page says of its encoding."""
    return cast(html.HtmlElement, html.document_fromstring(content, parser=_UTF_8))


def written(page: html.HtmlElement) -> bytes:
    """The page as bytes."""
    return etree.tostring(page, method="html", encoding="utf-8", doctype="<!doctype html>")


def classes(element: html.HtmlElement) -> list[str]:
    """The classes of an element."""
    return (element.get("class") or "").split()


def body_of(page: html.HtmlElement) -> html.HtmlElement:
    """The body of a page."""
    return cast(html.HtmlElement, page.find("body"))


def only_text(link: html.HtmlElement) -> bool:
    """Turns a link into plain words, in a drawing into a group; whether it was one of a drawing."""
    in_drawing = any(above.tag == "svg" for above in link.iterancestors())
    link.tag = "g" if in_drawing else "span"
    for attribute in ("href", "download", "target", "rel"):
        link.attrib.pop(attribute, None)
    return in_drawing
