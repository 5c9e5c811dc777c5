"""Text goes in; how its characters are read there comes out, where that is not how they are read by themselves.

Almost every character of a text has its commonest reading. Only runs that hold two neighbours known from a word with
another reading (调研 in 实地调研) are given to the dictionary, which is slow; the result is the same as for the whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from operator import add

from pypinyin import Style, lazy_pinyin
from pypinyin import pinyin as dictionary_pinyin
from pypinyin.constants import PHRASES_DICT

from .syllables import numbered
from .symbols import simplified_forms, symbols

_HAN_RUN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")


class ContextReadings:
    """Readings in context, by a function that gives one syllable with tone mark for each character of a text.

    `own` are words with readings of their own (glossary, names); `in_context` must know them.
    """

    def __init__(self, in_context: Callable[[str], Sequence[str]], own: Mapping[str, Sequence[str]]) -> None:
        self._in_context = in_context
        self._own = own
        self._first: dict[str, str] = {}
        self._runs: dict[str, tuple[tuple[int, str], ...]] = {}

    def first(self, symbol: str) -> str:
        """The commonest reading of a symbol with its tone (长 -> chang2); "" for one without reading."""
        found = self._first.get(symbol)
        if found is None:
            found = self._first[symbol] = self.all(symbol)[0] if self.all(symbol) else ""
        return found

    def all(self, symbol: str) -> tuple[str, ...]:
        """Every reading of a symbol by the dictionary, the commonest first, tones as digits, none twice."""
        (found,) = dictionary_pinyin(symbol, style=Style.TONE, heteronym=True, errors=lambda _: [""])
        return tuple(dict.fromkeys(numbered(syllable) for syllable in found if syllable))

    def spoken(self, text: str, kept: str, at: int) -> Iterator[tuple[int, str]]:
        """Places and syllables with tones of the symbols of text that are not read as they are by themselves.

        `kept` are the symbols of text, the first of which has the place `at`.
        """
        if self._changes.isdisjoint(map(add, kept, kept[1:])) and self._resounding.isdisjoint(text):
            return
        for run in _HAN_RUN.finditer(text):
            found = self._spoken_in(run.group())
            if found:
                start = at + len(symbols(text[: run.start()]))
                yield from ((start + offset, syllable) for offset, syllable in found)

    def _spoken_in(self, word: str) -> tuple[tuple[int, str], ...]:
        """The same for one run of Han characters; runs recur, so each is asked for once."""
        found = self._runs.get(word)
        if found is None:
            found = ()
            if not (self._changes.isdisjoint(map(add, word, word[1:])) and self._resounding.isdisjoint(word)):
                syllables = zip(symbols(word), map(numbered, self._in_context(word)), strict=True)
                found = tuple(
                    (offset, toned)
                    for offset, (symbol, toned) in enumerate(syllables)
                    if len(toned) > 1 and toned[:-1] != self.first(symbol)[:-1]
                )
            self._runs[word] = found
        return found

    @cached_property
    def _changes(self) -> frozenset[str]:
        """Pairs of neighbours from words in which one of the two is not read as it is by itself."""
        changes = set()
        for words in (self._own.items(), ((word, [s[0] for s in sylls]) for word, sylls in PHRASES_DICT.items())):
            for word, syllables in words:
                for (a, read_a), (b, read_b) in pairwise(zip(word, syllables, strict=False)):
                    if any(self.first(c)[:-1] != numbered(s)[:-1] for c, s in ((a, read_a), (b, read_b)) if s):
                        changes.add(a + b)
        return frozenset(changes)

    @cached_property
    def _resounding(self) -> frozenset[str]:
        """Characters that are searched as one with another first reading (乾 qián as 干 gān)."""
        forms = simplified_forms().items()
        return frozenset(form for form, simple in forms if self.first(form)[:-1] != self.first(simple)[:-1])
