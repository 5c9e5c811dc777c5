"""Checks that a quotation stands at the line that an editor gives for it."""

from __future__ import annotations

from notice_site.model import Source
from notice_site.text.spacing import squeeze

_LINES_ON = 12  # lines that a quotation may run on over, such as page breaks
_SHOWN = 20  # characters of the quotation in a message
_PLACES_SHOWN = 5


def quote_problem(source: Source, number: int, quote: str) -> tuple[str, str] | None:
    """Message and advice where no line that covers physical line `number` holds the beginning of `quote`.

    White space does not count. A paragraph covers the lines up to the next one's.
    """
    wanted = squeeze(quote)
    places = _places(source, wanted)
    first = max((line.number for line in source.lines if line.number <= number), default=0)
    if first in places or number in places:
        return None
    shown = quote if len(quote) <= _SHOWN else f"{quote[:_SHOWN]}…"
    if places:
        return f"引文“{shown}”不在第 {number} 行", f"line 改为 {'、'.join(map(str, places[:_PLACES_SHOWN]))}"
    return f"原件中没有引文“{shown}”", "从原件中照录，标点也要相同"


def _places(source: Source, wanted: str) -> list[int]:
    """Numbers of the lines in which the words begin, in order."""
    texts = [squeeze(line.text) for line in source.lines]
    places: dict[int, None] = {}
    for k, line in enumerate(source.lines):
        if not texts[k]:
            continue
        text = texts[k]
        ahead = k + 1
        while len(text) < len(texts[k]) + len(wanted) and ahead < min(len(texts), k + _LINES_ON):
            text += texts[ahead]
            ahead += 1
        if 0 <= text.find(wanted) < len(texts[k]):
            places[line.number] = None
    return list(places)
