"""Tables the readings of every character that a query can meet: in the texts, as editors read them, in the glossary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from notice_site.model import RepairKind, Term
from notice_site.search_index.readings import ContextReadings
from notice_site.search_index.records import Document
from notice_site.search_index.symbols import SECOND_FORMS, simplified_forms, symbols

_GB_2312 = bytes(byte for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF) for byte in (row, cell)).decode(
    "gb2312", errors="ignore"
)
"""The simplified characters that keyboards offer first."""


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
        for repair in document.notice.repairs:
            if repair.kind is RepairKind.SUSPECTED_ERROR:
                kept.update(symbols(repair.after))
                characters.update(repair.after)
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


def sounds_of_others(heard: Iterable[str], readings: ContextReadings) -> dict[str, str]:
    """The commonest reading of each character of GB 2312 that is not among the `heard` ones, by syllable.

    A wrong character of the same sound may be one that no text has: 督倒组 for 督导组.
    """
    known = set().union(*map(set, heard))
    sounds: defaultdict[str, str] = defaultdict(str)
    for character in _GB_2312:
        if character not in known:
            sounds[readings.first(character)] += character
    return {syllable: characters for syllable, characters in sorted(sounds.items()) if syllable}
