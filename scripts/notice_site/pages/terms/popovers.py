"""Writes a small script for each term: what the card says that opens over a linked term.

A page loads the script of a term when its reader asks for the card, over http or from the disk.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from notice_site.model import Page, Quote, Term
from notice_site.pages.core import labels_zh
from notice_site.pages.core.links import Location
from notice_site.pages.core.site import Site
from notice_site.pages.core.term_index import TermIndex, spoken, term_place
from notice_site.pages.terms.page import UNEXPLAINED, met_in

USED_ONLY = "以上是用例，所收文件未作解释"

# A card must stay small enough to read without scrolling, on a phone too.
_QUOTE_LENGTH = 90
_PART_LENGTH = 30
_PARTS = 8


def popover_scripts(site: Site) -> Iterator[Page]:
    """Writes the scripts of all terms; each calls `termCard` with the id of the term and what its card shows."""
    index = site.terms
    for term in index.terms.values():
        shown = json.dumps(_card(site, index, term), ensure_ascii=False, separators=(",", ":"))
        yield Page(popover_script(term.id).file, f"termCard({json.dumps(term.id)},{_for_script(shown)});\n")


def popover_script(term_id: str) -> Location:
    """Returns where the script of a term is published."""
    return Location(f"glossary/cards/{term_id}.js")


def _for_script(shown: str) -> str:
    """Turns JSON into JavaScript: escapes the two line separators that JSON allows in strings."""
    return shown.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _card(site: Site, index: TermIndex, term: Term) -> dict[str, object]:
    """Collects what a card shows. Addresses are relative to the top of the site; texts are not HTML."""
    card: dict[str, object] = {
        "term": term.term,
        "pinyin": spoken(term),
        "kind": labels_zh.TERM_KINDS[term.kind],
        "met": met_in(index, term),
        "url": term_place(term.id).url,
    }
    definition = next((quotes[0] for quotes in index.dated(term.definitions).values()), None)
    usage = next((quotes[0] for quotes in index.dated(term.usage).values()), None)
    parts = next(iter(index.dated(term.items).values()), [])
    if quote := definition or (None if term.senses else usage):
        card["quote"] = _quote(site, index, quote)
    if parts:
        card["parts"] = [_cut(part.text, _PART_LENGTH) for part in parts[:_PARTS]]
        card["more"] = max(0, len(parts) - _PARTS)
        card["parts_from"] = _source(site, index, parts[0])
    if term.senses:
        card["parts"], card["more"] = [sense.name for sense in term.senses[:_PARTS]], max(0, len(term.senses) - _PARTS)
    elif not definition and not parts:
        card["unexplained"] = USED_ONLY if usage else UNEXPLAINED
    return card


def _quote(site: Site, index: TermIndex, quote: Quote) -> dict[str, str]:
    return {"text": _cut(quote.text, _QUOTE_LENGTH), **_source(site, index, quote)}


def _source(site: Site, index: TermIndex, quote: Quote) -> dict[str, str]:
    return {"source": labels_zh.cite(index.notices[quote.ref.notice]), "at": site.links.words(quote.ref).url}


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[: length - 1]}…"
