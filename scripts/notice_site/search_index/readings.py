"""Tells how the symbols of a text are read there, where that is not how they are read by themselves."""

from __future__ import annotations

from collections.abc import Iterator

from notice_site.search_index.syllables import numbered
from notice_site.search_index.symbols import symbols
from notice_site.text.pinyin import OwnReadings, other_readings


class ContextReadings:
    """The readings of symbols, alone and in context; syllables have their tone as a digit: liu4."""

    def __init__(self, own: OwnReadings) -> None:
        self._own = own
        self._all: dict[str, tuple[str, ...]] = {}
        self._usual: dict[str, str] = {}  # of characters met: how they are mostly read

    def all(self, symbol: str) -> tuple[str, ...]:
        """Every reading of a symbol by the dictionary, the commonest first, none twice; () for 3 or +."""
        found = self._all.get(symbol)
        if found is None:
            found = self._all[symbol] = tuple(dict.fromkeys(map(numbered, other_readings(symbol))))
        return found

    def first(self, symbol: str) -> str:
        """The commonest reading of a symbol; "" for one without reading."""
        return (self.all(symbol) or ("",))[0]

    def plain(self, symbol: str) -> str:
        """The commonest reading without its tone; the symbol itself where it has none."""
        return self.first(symbol)[:-1] or symbol

    def spoken(self, text: str, at: int) -> Iterator[tuple[int, str]]:
        """Places and readings of the symbols of text that are not read as they are by themselves.

        The first symbol of the text has the place `at`.
        """
        read, usual = self._own.readings(text), self._usual
        unusual = [n for n, (c, syllable) in enumerate(zip(text, read, strict=True)) if syllable != usual.get(c, "")]
        behind = 0
        for offset in unusual:
            symbol, toned = symbols(text[offset]), numbered(read[offset])
            if toned and len(symbol) == 1 and toned[:-1] != self.first(symbol)[:-1]:
                at += len(symbols(text[behind:offset]))
                behind = offset
                yield at, toned
            else:
                usual[text[offset]] = read[offset]
