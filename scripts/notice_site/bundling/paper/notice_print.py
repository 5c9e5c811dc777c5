"""Prints the documents of one source: their text alone, and at the end what it was set from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from notice_site.bundling.paper.document import document
from notice_site.bundling.paper.elements import Html, element, page, words
from notice_site.model import Notice, Source
from notice_site.pages.core import labels_zh

_LINE_DISTANCE, _FIRST_LINE, _WIDTH, _HEIGHT = 9.5, 21, 156, 250
"""Millimetres: how far lines to write on lie apart, where the first lies below the margin, what margins leave."""


def _ruled_page() -> str:
    """The lines of a page as a picture: WeasyPrint draws a repeated one over the margins too."""
    count = int((_HEIGHT - _FIRST_LINE) // _LINE_DISTANCE) + 1
    paths = "".join(f"M0 {_FIRST_LINE + number * _LINE_DISTANCE}H{_WIDTH}" for number in range(count))
    path = f'<path stroke="#888" stroke-width=".2" d="{paths}"/>'
    drawn = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}">{path}</svg>'
    return f"data:image/svg+xml,{quote(drawn)}"


STYLE = Path(__file__).with_name("style.css").read_text("utf-8").replace("ruled-page", _ruled_page())
"""The style sheet of all that is printed."""


def notice_print(notices: Sequence[Notice], source: Source, edition: str, rights: str) -> str:
    """The page that is printed of a source: all its documents, one behind the other."""
    title = labels_zh.title(notices[0])
    return page(
        title,
        labels_zh.cite(notices[0]),
        STYLE,
        *(document(notice, level=1) for notice in notices),
        imprint([source], edition, rights),
    )


def imprint(sources: Sequence[Source], edition: str, rights: str) -> Html:
    """Small print: where the words are from, their hashes, the edition."""
    return element(
        "div",
        element("p", words(rights)),
        *(element("p", words(f"来源文本 {source.name}　SHA-256 {source.sha256}")) for source in sources),
        element("p", words(f"版本 {edition}")),
        kind="imprint",
    )
