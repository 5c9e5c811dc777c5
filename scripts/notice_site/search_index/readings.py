"""Tells how the symbols of a text are read there, where that is not how they are read by themselves.

Almost every character of a text has its commonest reading. Only runs that hold two neighbours known from a word with
another reading (调研 in 实地调研) are given to the dictionary, which is slow; the result is the same as for the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import pairwise
from operator import add

from notice_site.search_index.syllables import numbered
from notice_site.search_index.symbols import simplified_forms, symbols
from notice_site.text.library_table import LibraryTable
from notice_site.text.pinyin import OwnReadings, other_readings, words_read_otherwise

_HAN_RUN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")


class ContextReadings:
    """The readings of symbols, alone and in context; syllables have their tone as a digit: liu4."""

    def __init__(self, own: OwnReadings) -> None:
        self._own = own
        self._runs: dict[str, tuple[tuple[int, str], ...]] = {}

    def all(self, symbol: str) -> tuple[str, ...]:
        """Every reading of a symbol by the dictionary, the commonest first, none twice; () for 3 or +."""
        return _all_readings(symbol)

    def first(self, symbol: str) -> str:
        """The commonest reading of a symbol; "" for one without reading."""
        return _first(symbol)

    def plain(self, symbol: str) -> str:
        """The commonest reading without its tone; the symbol itself where it has none."""
        return self.first(symbol)[:-1] or symbol

    def spoken(self, text: str, kept: str, at: int) -> Iterator[tuple[int, str]]:
        """Places and readings of the symbols of text that are not read as they are by themselves.

        `kept` are the symbols of text, the first of which has the place `at`.
        """
        pairs = set(map(add, kept, kept[1:]))
        if self._changes.isdisjoint(pairs) and self._resounding.isdisjoint(text):
            return
        if not self._changes_across.isdisjoint(pairs):
            yield from ((at + offset, syllable) for offset, syllable in self._differing(text))
            return
        for run in _HAN_RUN.finditer(text):
            found = self._spoken_in(run.group())
            if found:
                start = at + len(symbols(text[: run.start()]))
                yield from ((start + offset, syllable) for offset, syllable in found)

    def _spoken_in(self, run: str) -> tuple[tuple[int, str], ...]:
        """The same for one run of Han characters; runs recur, so each is asked for once."""
        found = self._runs.get(run)
        if found is None:
            known = self._changes.isdisjoint(map(add, run, run[1:])) and self._resounding.isdisjoint(run)
            found = self._runs[run] = () if known else tuple(self._differing(run))
        return found

    def _differing(self, text: str) -> Iterator[tuple[int, str]]:
        """Places in the symbols of a text, and readings there, that differ from the first reading of the symbol."""
        place = 0
        for character, syllable in zip(text, self._own.readings(text), strict=True):
            for symbol in symbols(character):
                toned = numbered(syllable)
                if toned and toned[:-1] != self.first(symbol)[:-1]:
                    yield place, toned
                place += 1

    @cached_property
    def _changes(self) -> frozenset[str]:
        """Pairs of neighbours from words in which one of the two is not read as it is by itself."""
        return dictionary_changes()[0].union(*(_changes_in(*word) for word in self._own.words.items()))

    @cached_property
    def _changes_across(self) -> frozenset[str]:
        """Those of a person's words across punctuation (抓严、抓实、抓长), unless a run alone is read so too."""
        changes: set[str] = set()
        for word, syllables in self._own.words.items():
            for run in _HAN_RUN.finditer(word):
                said = syllables[run.start() : run.end()]
                if run.group() != word and self._own.readings(run.group()) != said:
                    changes.update(_changes_in(run.group(), said))
        return frozenset(changes)

    @property
    def _resounding(self) -> frozenset[str]:
        """Characters that are searched as one with another first reading (乾 qián as 干 gān)."""
        return dictionary_changes()[1]


@LibraryTable
def dictionary_changes() -> tuple[frozenset[str], frozenset[str]]:
    """Pairs of neighbours from words in which one is read otherwise than alone; characters that resound as another."""
    changes = frozenset(pair for word in words_read_otherwise() for pair in _changes_in(*word))
    forms = simplified_forms().items()
    return changes, frozenset(form for form, simple in forms if _first(form)[:-1] != _first(simple)[:-1])


def _changes_in(word: str, syllables: Iterable[str]) -> Iterator[str]:
    read = ((c, numbered(syllable)) for c, syllable in zip(word, syllables, strict=True))
    changed = [(c, toned != "" and toned[:-1] != _first(c)[:-1]) for c, toned in read]
    for (a, changed_a), (b, changed_b) in pairwise(changed):
        if changed_a or changed_b:
            yield a + b


@cache
def _all_readings(symbol: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(numbered, other_readings(symbol))))


def _first(symbol: str) -> str:
    return (_all_readings(symbol) or ("",))[0]
