"""All symbols of a corpus go in; the table of their readings comes out, and the glossary as search knows it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from notice_site.model import Corpus, Term
from notice_site.search_index.readings import ContextReadings
from notice_site.search_index.records import Document
from notice_site.search_index.syllables import numbered
from notice_site.search_index.symbols import SECOND_FORMS, simplified_forms, symbols
from notice_site.text.pinyin import OwnReadings

_ROOM = 90  # characters of a definition


def character_table(
    documents: Sequence[Document], held: Iterable[str], terms: Sequence[Term], readings: ContextReadings
) -> dict[str, Any]:
    """Readings and forms of the characters that occur in the texts, which hold the symbols `held`, and the glossary.

    `first` maps each syllable to the symbols of which it is the commonest reading, `other` to those that the dictionary
    or a text reads so too; `forms` are pairs of characters: one that is in a text, the one it is searched as; `second`
    are pairs for queries that find nothing.
    """
    kept = set(held)
    characters: set[str] = set()
    also: defaultdict[str, set[str]] = defaultdict(set)
    for document in documents:
        characters.update(*document.texts)
        for place, syllable in document.spoken:
            also[document.stream[place]].add(syllable)
    for term in terms:
        for form in (term.term, *term.variants):
            kept.update(symbols(form))
            characters.update(form)
    first: defaultdict[str, str] = defaultdict(str)
    other: defaultdict[str, str] = defaultdict(str)
    for symbol in sorted(kept):
        known = readings.all(symbol)
        if known:
            first[known[0]] += symbol
        for syllable in (*known[1:], *sorted(also[symbol] - set(known))):
            other[syllable] += symbol
    forms = simplified_forms()
    pairs = "".join(character + forms[character] for character in sorted(characters & forms.keys()))
    tables = {"first": dict(sorted(first.items())), "other": dict(sorted(other.items()))}
    return tables | {"forms": pairs, "second": SECOND_FORMS}


def glossary(corpus: Corpus, urls: Mapping[str, str], own: OwnReadings) -> list[dict[str, Any]]:
    """The terms in the order of the glossary: each with its forms and their readings, and what a result shows of it."""
    mentions = Counter(mention.term for mention in corpus.mentions)
    return [
        {
            "url": urls[term.id],
            "term": term.term,
            "pinyin": " ".join(filter(None, term.pinyin)),
            "forms": [[term.term, _syllables(term.term, term.pinyin)]]
            + [[form, _syllables(form, own.readings(form))] for form in term.variants],
            "definition": _opening(term.definitions[0].text) if term.definitions else "",
            "mentions": mentions[term.id],
        }
        for term in corpus.terms
    ]


def _opening(quote: str) -> str:
    """As much of a quotation as a result has room for."""
    return quote if len(quote) <= _ROOM else f"{quote[:_ROOM]}…"


def _syllables(form: str, readings: Iterable[str]) -> str:
    """The reading of each symbol of a form, - for one without: 10个 -> `- - ge4`."""
    pairs = zip(form, readings, strict=True)
    return " ".join(numbered(syllable) or "-" for character, syllable in pairs for _ in symbols(character))
