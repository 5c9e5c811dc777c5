"""Moves the borders of differences between two texts out of words, as far as the texts themselves show their words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from notice_site.text.alignment import Stretch
from notice_site.text.normalization import Wording, letters_of

_SEEN = 3
"""Times that two letters stand side by side before they can count as a word: twice may be chance."""

_BOUND = 0.6
"""The share of the rarer of two letters that stands beside the other, from which both are one word: 央 in 中央."""

_FARTHEST = 3
"""Letters by which a border moves at most; words of official documents have two to four."""


def bonds_of(texts: Iterable[str]) -> Callable[[str], float]:
    """Returns what tells how closely two letters that stand side by side belong together; 0 where they are no word.

    >>> bond = bonds_of(["意见，意见，意见，意，见，意，见。心得，心得"])
    >>> bond("意见"), bond("心得")
    (0.6, 0)
    """
    runs = letters_of("\n".join(texts), between="\n")

    @cache
    def bond(pair: str) -> float:
        one, other = pair[0], pair[1]
        together = runs.count(pair) if one != other else len(re.findall(f"(?={pair})", runs))
        share = together / min(runs.count(one), runs.count(other)) if together >= _SEEN else 0
        return share if share >= _BOUND else 0

    return bond


def _are_neighbours(reading: Wording, i: int) -> bool:
    """Whether no mark stands between letter i and the one before it."""
    return 0 < i < len(reading.at) and reading.at[i] == reading.at[i - 1] + 1


def parts_word(reading: Wording, i: int, bond: Callable[[str], float]) -> bool:
    """Whether a border before letter i parts a word: its letters are bound, and to no neighbour more closely.

    >>> from notice_site.text.normalization import wording
    >>> bonds = {"中央": 0.9, "批活": 0.7, "活动": 1.0}
    >>> [parts_word(wording(text), 1, lambda pair: bonds.get(pair, 0)) for text in ("中央", "中，央", "批活", "批活动")]
    [True, False, True, False]
    """

    def at(i: int) -> float:
        return bond(reading.letters[i - 1 : i + 1]) if _are_neighbours(reading, i) else 0

    return at(i) > 0 and at(i) >= max(at(i - 1), at(i + 1))


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
