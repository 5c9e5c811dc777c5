"""Places the marks and words of a lane in lines, so that none touches another."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from notice_site.model import Event
from notice_site.model.frozen import dataclass
from notice_site.pages.core import labels_zh
from notice_site.pages.timeline.axis import Axis
from notice_site.pages.timeline.event_shapes import OWN_DATES, Mark, mark
from notice_site.pages.timeline.lanes import Lane

_FONT = 12
"""Pixels of a Han character; style sheet timeline.css sets the size."""

_NARROW = 0.62
"""Width of a Latin letter or digit beside a Han character, in wide fonts."""

_SPACE = 7
"""Pixels between a mark and its words, and between words and the next mark."""

WORD_SPACE = 6
"""Pixels between when and what."""

_WHAT_LENGTHS = {"year": 8, "month": 16, "day": 28}
"""Characters of what happens beside a mark, by unit of the axis: a narrow column holds fewer."""


@dataclass(frozen=True, slots=True)
class PlacedEvent:
    """An event in line `line` of its lane, from 0, with its mark and its words.

    The words begin at the pixel `words_at`, or end there with `before`; with `below` they stand in the next line.
    """

    event: Event
    mark: Mark
    when: str
    what: str
    words_at: float
    before: bool
    below: bool
    line: int


def place_events(lane: Lane, scale: Axis, width: float) -> tuple[list[PlacedEvent], int]:
    """Places each event in the first line where its mark and words are free; returns the number of lines too.

    Words stand behind the mark; where the picture ends there, before it; where there is no room either, below it.
    Words that were cut to `_WHAT_LENGTHS` are given in full as far as their line is free beside them.
    """
    lines = _Lines()
    placed = []
    for event in lane.events:
        drawn = mark(event, scale)
        when, what = _words(event, scale.unit, with_name=not lane.name)
        length = _width(when) + (_width(what) + WORD_SPACE if what else 0)
        before = below = False
        words_at = drawn.right + _SPACE
        left, right = drawn.left, words_at + length
        if right > width and drawn.left - _SPACE - length >= 0:
            before = True
            words_at = drawn.left - _SPACE
            left, right = words_at - length, drawn.right
        elif right > width:
            below = True
            words_at = max(0.0, min(drawn.left, width - length))
            right = drawn.right
        line = lines.take((left - _SPACE, right + _SPACE), new=below)
        if below:
            lines.take((words_at - _SPACE, words_at + length + _SPACE), new=True)
        placed.append(PlacedEvent(event, drawn, when, what, words_at, before, below, line))
    return [_with_more_words(one, lines, width) for one in placed], lines.count


def _with_more_words(placed: PlacedEvent, lines: _Lines, width: float) -> PlacedEvent:
    """Gives as much of what happens as there is room for beside the mark."""
    if placed.below or not placed.what.endswith("…"):
        return placed
    around = _width(placed.when) + WORD_SPACE
    if placed.before:
        room = placed.words_at - around - lines.free_since(placed.line, placed.words_at) - _SPACE
    else:
        room = min(width, lines.free_until(placed.line, placed.words_at) - _SPACE) - placed.words_at - around
    whole = " ".join(placed.event.what.split())
    length = len(placed.what)
    while length < len(whole) and _width(_cut(whole, length + 1)) <= room:
        length += 1
    grown = replace(placed, what=_cut(whole, length))
    wide = around + _width(grown.what)
    start = placed.words_at - wide if placed.before else placed.words_at
    lines.grow(placed.line, (start, start + wide))
    return grown


class _Lines:
    """The lines of a lane, and which spans of pixels are taken in each."""

    def __init__(self) -> None:
        self._taken: list[list[tuple[float, float]]] = []
        self._full: dict[tuple[float, float], int] = {}  # before this line a span is free in none

    @property
    def count(self) -> int:
        return len(self._taken)

    def free_until(self, number: int, start: float) -> float:
        """The pixel where the next span of a line begins that lies behind `start`."""
        return min((left for left, _ in self._taken[number] if left > start), default=float("inf"))

    def free_since(self, number: int, end: float) -> float:
        """The pixel where the last span of a line ends that lies before `end`."""
        return max((right for left, right in self._taken[number] if left < right < end), default=0.0)

    def grow(self, number: int, span: tuple[float, float]) -> None:
        """Takes a span of a line that is known to be free."""
        self._taken[number].append(span)

    def take(self, span: tuple[float, float], new: bool) -> int:
        """Takes the span in the first line where it is free, or in a new line; returns the number of the line."""
        start, end = span
        number = self.count if new else self._full.get(span, 0)
        while number < self.count and not all(end <= left or right <= start for left, right in self._taken[number]):
            number += 1
        if number == self.count:
            self._taken.append([])
        self._taken[number].append(span)
        if not new:
            self._full[span] = number + 1
        return number


def _words(event: Event, unit: str, with_name: bool) -> tuple[str, str]:
    """Words when, as the source does, and what; for the dates of a document itself, which of its dates it is."""
    what = _cut(event.what, _WHAT_LENGTHS[unit])
    if event.kind in OWN_DATES:
        return labels_zh.EVENT_KINDS[event.kind], what if with_name else labels_zh.time(event)
    return " ".join(event.wording.split()), what


def _cut(text: str, length: int) -> str:
    squeezed = " ".join(text.split())
    return squeezed if len(squeezed) <= length else f"{squeezed[: length - 1]}…"


def _width(text: str) -> float:
    """Estimates the pixels that words take, a little more rather than less."""
    return sum(map(_character_width, text))


@cache
def _character_width(character: str) -> float:
    return _FONT if ord(character) > 0x2E7F or character in "“”‘’…—·" else _FONT * _NARROW
