"""Writes the HTML of what is printed, a function for each element that it uses."""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import NewType

Html = NewType("Html", str)
"""HTML that is finished: words of sources reach it only through `words`."""

NOTHING = Html("")


def words(text: str) -> Html:
    """Writes text as text.

    >>> words("<甲>&乙")
    '&lt;甲&gt;&amp;乙'
    """
    return Html(html.escape(text, quote=False))


def joined(parts: Iterable[Html], separator: Html = NOTHING) -> Html:
    """Puts parts one behind the other."""
    return Html(separator.join(parts))


def element(tag: str, *content: Html, id: str = "", kind: str = "", **named: str) -> Html:
    """Writes an element; `kind` are its classes, an underscore in the name of an attribute stands for a hyphen.

    >>> element("p", words("甲"), kind="date", data_cite="《乙》")
    '<p class="date" data-cite="《乙》">甲</p>'
    """
    attributes = {"id": id, "class": kind, **{name.replace("_", "-"): value for name, value in named.items()}}
    written = "".join(f' {name}="{html.escape(value)}"' for name, value in attributes.items() if value)
    return Html(f"<{tag}{written}>{joined(content)}</{tag}>")


def link(target: str, *content: Html, kind: str = "") -> Html:
    """Writes a link to the element of that id."""
    return element("a", *content, kind=kind, href=f"#{target}")


def page(title: str, about: str, style: str, *content: Html) -> str:
    """Writes a whole page."""
    return (
        f'<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>{html.escape(title)}</title>'
        f'<meta name="description" content="{html.escape(about)}"><style>{style}</style></head>'
        f"<body>{joined(content)}</body></html>\n"
    )
