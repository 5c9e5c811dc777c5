"""Texts as bare letters go in; every longest run of letters that two texts of different documents share comes out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from notice_site.spreading import Spread, spread

SHORTEST = 13
"""Letters that two texts must share in one run before it is more than a common phrase."""

# Of any 13 letters in a row, 7 stand exactly between two multiples of 7: so it is enough to keep every seventh
# stretch of 7 letters of a text and to look up each stretch of the others.
_STEP = 7
# A stretch kept from more works than this is everybody's wording; it starts no run.
_MOST_HOLDERS = 20
# A place as one number takes half the room of two: a block has fewer letters than a source may have bytes.
_BITS = 32
_OFFSET = (1 << _BITS) - 1


@dataclass(frozen=True, slots=True)
class Text:
    """The letters of one block; `work` is the same for all copies of one document."""

    document: int
    work: str
    letters: str


class Run(NamedTuple):
    """`length` letters that text `a` from `start_a` and text `b` from `start_b` have in common; a stands before b.

    A tuple, because a large corpus has very many and sorts them.
    """

    a: int
    b: int
    start_b: int
    start_a: int
    length: int

    @property
    def end_a(self) -> int:
        """Behind the last letter in a."""
        return self.start_a + self.length

    @property
    def end_b(self) -> int:
        """Behind the last letter in b."""
        return self.start_b + self.length


def shared_runs(texts: Sequence[Text], over: Spread = spread) -> list[Run]:
    """All runs of at least `SHORTEST` letters, longest in both directions, by a, b and place.

    Time grows with the letters of all texts and the runs found, not with the pairs of documents.
    """
    kept = _kept_stretches(texts)
    found = over(lambda b: [*_runs_into(texts, kept, b, texts[b])], range(len(texts)), least=1_000)
    return sorted(chain.from_iterable(found))


def _kept_stretches(texts: Sequence[Text]) -> dict[str, tuple[int, ...]]:
    """Where every kept stretch stands: number of the text and, in the last bits, the offset.

    Those that nobody shares could stay; few do.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        letters = text.letters
        for at in range(0, len(letters) - _STEP + 1, _STEP):
            places[letters[at : at + _STEP]].append(number << _BITS | at)
    return {
        stretch: tuple(found)
        for stretch, found in places.items()
        if len(found) <= _MOST_HOLDERS or len({texts[place >> _BITS].work for place in found}) <= _MOST_HOLDERS
    }


def _runs_into(
    texts: Sequence[Text], kept: dict[str, tuple[int, ...]], b: int, text: Text
) -> Iterator[Run]:
    """The runs that text b shares with the texts before it."""
    letters = text.letters
    done: dict[tuple[int, int], int] = {}  # (text, distance of the places) -> where in b the last run ended
    for at in range(len(letters) - _STEP + 1):
        for found in kept.get(letters[at : at + _STEP], ()):
            a, place = found >> _BITS, found & _OFFSET
            if a >= b:
                break
            other = texts[a]
            if other.document == text.document or done.get((a, at - place), 0) > at:
                continue
            run = _widest(a, other.letters, place, b, letters, at)
            done[a, at - place] = run.end_b
            if run.length >= SHORTEST:
                yield run


def _widest(a: int, in_a: str, at_a: int, b: int, in_b: str, at_b: int) -> Run:
    """The longest run around a stretch that both texts have."""
    back = 0
    while at_a > back and at_b > back and in_a[at_a - back - 1] == in_b[at_b - back - 1]:
        back += 1
    on, size = _STEP, 64
    most = min(len(in_a) - at_a, len(in_b) - at_b)
    while size:
        if on + size <= most and in_a[at_a + on : at_a + on + size] == in_b[at_b + on : at_b + on + size]:
            on += size
        else:
            size //= 2
    return Run(a, b, at_b - back, at_a - back, back + on)
