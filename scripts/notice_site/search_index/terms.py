"""Lists the terms of the glossary as the search needs them: forms, readings, definition, number of mentions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from notice_site.model import Corpus, Term
from notice_site.search_index.syllables import numbered
from notice_site.search_index.symbols import symbols
from notice_site.text.pinyin import OwnReadings

_LONGEST_DEFINITION = 90  # characters that a result shows


def term_records(corpus: Corpus, urls: Mapping[str, str], own: OwnReadings) -> list[dict[str, Any]]:
    """The terms in the order of the glossary: each with its forms and their readings, and what a result shows of it."""
    mentions = Counter(mention.term for mention in corpus.mentions)
    quoted = {item.ref.notice for term in corpus.terms for item in term.items}
    texts = {
        (notice.id, block.id): block.text
        for notice in (*corpus.notices, *corpus.outside)
        if notice.id in quoted
        for block in notice.blocks
    }
    return [
        {
            "url": urls[term.id],
            "term": term.term,
            "forms": [[term.term, _syllables(term.term, term.pinyin)]]
            + [[form, _syllables(form, own.readings(form))] for form in term.variants],
            "definition": _opening(_explanation(term, texts)),
            "mentions": mentions[term.id],
        }
        for term in corpus.terms
    ]


def _explanation(term: Term, texts: Mapping[tuple[str, str], str]) -> str:
    """The first words of a source that explain a term: a definition, that of its first sense, or its parts; else ""."""
    for quote in (*term.definitions, *(quote for sense in term.senses for quote in sense.definitions)):
        return quote.text
    if not term.items:
        return ""
    first = term.items[0].ref
    refs = [item.ref for item in term.items if (item.ref.notice, item.ref.block) == (first.notice, first.block)]
    start, end = min(ref.start for ref in refs), max(ref.end for ref in refs)
    text = texts.get((first.notice, first.block), "")
    shown = text[start:end] if end <= len(text) else term.items[0].text
    return (
        shown if all(item.text in shown for item in term.items) else f"{shown}…"
    )  # of 六问 the others stand elsewhere


def _opening(quote: str) -> str:
    """As much of a quotation as a result has room for."""
    return quote if len(quote) <= _LONGEST_DEFINITION else f"{quote[:_LONGEST_DEFINITION]}…"


def _syllables(form: str, readings: Iterable[str]) -> str:
    """The reading of each symbol of a form, - for one without: 10个 -> `- - ge4`."""
    pairs = zip(form, readings, strict=True)
    return " ".join(numbered(syllable) or "-" for character, syllable in pairs for _ in symbols(character))
