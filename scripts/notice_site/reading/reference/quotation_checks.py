"""Checks that a quotation stands at the line that an editor gives for it."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from itertools import accumulate

from notice_site.model import Source
from notice_site.text.spacing import squeeze

_SHOWN = 20  # characters of the quotation in a message
_PLACES_SHOWN = 5


class Quotations:
    """Finds quotations in one source. White space does not count, and the words may run on over lines."""

    def __init__(self, source: Source) -> None:
        texts = [squeeze(line.text) for line in source.lines]
        self._text = "".join(texts)
        self._starts = [*accumulate(map(len, texts), initial=0)][:-1]
        self._numbers = [line.number for line in source.lines]
        self._ordered = sorted(self._numbers)

    def problem(self, number: int, quote: str) -> tuple[str, str] | None:
        """Message and advice where no line that covers physical line `number` holds the beginning of `quote`.

        A paragraph covers the lines up to the next one's.
        """
        above = bisect(self._ordered, number)
        places: dict[int, None] = {}
        for place in self.lines(quote):
            if above and place == self._ordered[above - 1]:
                return None
            places[place] = None
        shown = quote if len(quote) <= _SHOWN else f"{quote[:_SHOWN]}…"
        if places:
            return f"引文“{shown}”不在第 {number} 行", f"line 改为 {'、'.join(map(str, [*places][:_PLACES_SHOWN]))}"
        return f"原件中没有引文“{shown}”", "从原件中照录，标点也要相同"

    def lines(self, quote: str) -> Iterator[int]:
        """Numbers of the lines in which the words begin, in the order of the text."""
        wanted, at = squeeze(quote), -1
        while (at := self._text.find(wanted, at + 1)) >= 0:
            yield self._numbers[bisect(self._starts, at) - 1]
