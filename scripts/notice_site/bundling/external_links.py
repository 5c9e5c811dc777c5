"""Turns the links of a study pack that lead out of it into text."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from lxml import html

from notice_site.bundling.html_pages import classes, is_page, only_text, parsed, written
from notice_site.findings.part_of_corpus import EXCERPT
from notice_site.model import Corpus
from notice_site.pages.core import labels_zh
from notice_site.pages.core.links import Location, links

_NOT_HERE = "本包未收"
_SOURCE_TEXT = "text"  # class of the element that holds nothing but the words of a document


@dataclass(frozen=True, slots=True)
class OutsidePack:
    """What the whole site has and its part has not.

    `files` are those of the whole site only; `cut` are pages of which the part has not every place; `names` says
    what a document on them is called, by the address of its place.
    """

    files: frozenset[str]
    cut: frozenset[str]
    names: Mapping[str, str]


def outside_pack(part: Corpus, here: Iterable[str], whole: Iterable[str]) -> OutsidePack:
    """What lies beyond a part of the corpus; `here` and `whole` are the generated files of both below docs/."""
    places = links(part.notices, part.outside)
    names: dict[str, str] = {}
    for notice in part.outside:
        place = places.notice(notice.id)
        names.setdefault(Location(place.file).url, labels_zh.cite(notice))
        names[place.url] = labels_zh.cite(notice)
    cut = frozenset(Location(places.notice(n.id).file).url for n in part.notices if n.status == EXCERPT)
    return OutsidePack(frozenset(Location(path).url for path in {*whole} - {*here}), cut, names)


def without_external_links(site: Mapping[str, bytes], outside: OutsidePack) -> dict[str, bytes]:
    """The site with no link to what lies beyond: its words stay, and what it led to is named behind them.

    Nothing is added between the words of a document; there the name is a title that the pointer shows.
    """
    pages = {path: parsed(content) for path, content in site.items() if is_page(path, content)}
    anchors = {path: _anchors(page) for path, page in pages.items() if path in outside.cut}
    changed = {path: written(page) for path, page in pages.items() if _unlinked(path, page, outside, anchors)}
    return {**site, **changed}


def _anchors(page: html.HtmlElement) -> frozenset[str]:
    return frozenset(element.get("id") or "" for element in page.iter("*"))


def _unlinked(path: str, page: html.HtmlElement, outside: OutsidePack, anchors: Mapping[str, frozenset[str]]) -> bool:
    """Turns the links of a page that lead out into text; whether there were any."""
    found = False
    for element in list(page.iter("a")):
        file, fragment = _goal(path, element.get("href") or "")
        missing = file in anchors and fragment != "" and fragment not in anchors[file]
        if file in outside.files or missing:
            found = True
            _unlink(element, outside.names.get(f"{file}#{fragment}") or outside.names.get(file, ""))
    return found


def _goal(path: str, target: str) -> tuple[str, str]:
    """The built file, and the place on it, that a link on page `path` leads to; ("", "") for other links.

    MkDocs leaves a link to a page that is not there as it is written: with .md.
    """
    address = urlsplit(target)
    if address.scheme or address.netloc or not (address.path or address.fragment):
        return "", ""
    file = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(address.path))) if address.path else path
    return Location(file).url, unquote(address.fragment)


def _unlink(element: html.HtmlElement, name: str) -> None:
    """The same words without the link; inside a drawing they are only grouped."""
    if only_text(element):
        return
    element.set("class", f"{element.get('class') or ''} beyond".strip())
    said = f"{name}，{_NOT_HERE}" if name and name not in element.text_content() else _NOT_HERE
    if any(_SOURCE_TEXT in classes(above) for above in element.iterancestors()):
        element.set("title", said)
    else:
        note = html.Element("span", {"class": "beyond-note"})
        note.text = f"（{said}）"
        element.append(note)
