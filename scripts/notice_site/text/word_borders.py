"""Moves the borders of differences between two texts out of words, as far as the texts themselves show their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from notice_site.text.alignment import Stretch
from notice_site.text.normalization import Wording

_SEEN = 3
"""Times that two letters stand side by side before they can count as a word: twice may be chance."""

_BOUND = 0.6
"""The share of the rarer of two letters that stands beside the other, from which both are one word: 央 in 中央."""

_FARTHEST = 3
"""Letters by which a border moves at most; words of official documents have two to four."""


def bonds_of(readings: Iterable[Wording]) -> dict[str, float]:
    """Tells how closely letters that stand side by side belong together, by pairs, as far as they are one word.

    >>> from notice_site.text.normalization import wording
    >>> bonds_of([wording("意见，意见，意见，意，见，意，见")])
    {'意见': 0.6}
    >>> bonds_of([wording("意见，意见")])
    {}
    """
    letters: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for reading in readings:
        letters.update(reading.letters)
        pairs.update(
            reading.letters[i - 1 : i + 1] for i in range(1, len(reading.letters)) if _are_neighbours(reading, i)
        )
    shares = {pair: count / min(map(letters.__getitem__, pair)) for pair, count in pairs.items() if count >= _SEEN}
    return {pair: share for pair, share in shares.items() if share >= _BOUND}


def _are_neighbours(reading: Wording, i: int) -> bool:
    """Whether no mark stands between letter i and the one before it."""
    return 0 < i < len(reading.at) and reading.at[i] == reading.at[i - 1] + 1


def parts_word(reading: Wording, i: int, bonds: Mapping[str, float]) -> bool:
    """Whether a border before letter i parts a word: its letters are bound, and to no neighbour more closely.

    >>> from notice_site.text.normalization import wording
    >>> bonds = {"中央": 0.9, "批活": 0.7, "活动": 1.0}
    >>> [parts_word(wording(text), 1, bonds) for text in ("中央", "中，央", "批活", "批活动")]
    [True, False, True, False]
    """

    def bond(at: int) -> float:
        return bonds.get(reading.letters[at - 1 : at + 1], 0) if _are_neighbours(reading, at) else 0

    return bond(i) > 0 and bond(i) >= max(bond(i - 1), bond(i + 1))


def widened(stretches: Sequence[Stretch], parts: Callable[[int, int], bool]) -> tuple[Stretch, ...]:
    """Widens differences to the borders of words; a border stays where it would have to move too far.

    `parts` tells whether a border before letter i of the one text and before letter j of the other parts a word.

    >>> alike, other = Stretch(0, 3, 0, 3, True), Stretch(3, 5, 3, 4, False)
    >>> [s.left_end for s in widened([alike, other], lambda i, j: i == 3)]
    [2, 5]
    """
    alike: list[tuple[int, int, int]] = []
    for number, stretch in enumerate(stretches):
        if not stretch.same:
            continue
        is_last = number == len(stretches) - 1
        first = _steps(stretch.left_start, stretch.right_start, 1, parts) if number else 0
        last = 0 if is_last else _steps(stretch.left_end, stretch.right_end, -1, parts)
        length = stretch.left_end - stretch.left_start - first - last
        if length > 0:
            alike.append((stretch.left_start + first, stretch.right_start + first, length))
    ends = (stretches[-1].left_end, stretches[-1].right_end) if stretches else (0, 0)
    result: list[Stretch] = []
    i = j = 0
    for a, b, length in [*alike, (*ends, 0)]:
        if (i, j) != (a, b):
            result.append(Stretch(i, a, j, b, False))
        if length:
            result.append(Stretch(a, a + length, b, b + length, True))
        i, j = a + length, b + length
    return tuple(result)


def _steps(i: int, j: int, way: int, parts: Callable[[int, int], bool]) -> int:
    """Counts the letters by which a border moves until it parts no word; 0 where it would move too far."""
    return next((steps for steps in range(_FARTHEST + 1) if not parts(i + way * steps, j + way * steps)), 0)
