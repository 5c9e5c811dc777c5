"""Finds every longest run of letters that two texts of different documents share.

All letters of a corpus lie in one row of numbers, and what many stretches have in common is found by sorting them: a
large corpus has millions of runs, which as objects would take more room than everything else together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from notice_site.execution.arrays import Numbers, code_points, distinct
from notice_site.execution.parallel import ParallelMap, parallel_map
from notice_site.model.frozen import dataclass

SHORTEST = 13
"""Letters that two texts must share in one run before it is more than a common phrase."""

# Of any 13 letters in a row, 7 stand exactly between two multiples of 7: so it is enough to keep every seventh
# stretch of 7 letters of a text and to look up each stretch of the others.
_STEP = 7

MOST_HOLDERS = 20
"""Works from which a stretch is kept: one of more works is everybody's wording and starts no run."""

# Stretches are looked up by a hash of 64 bits. Those of one hash are compared by letter; only in counting holders
# would two of one hash be taken for one.
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
# Two numbers below 2³¹ in one, the first deciding the order.
BITS = 31
LOW = (1 << BITS) - 1
# Letters whose stretches are looked up together, and pairs of places that are followed together: what a processor
# has in hand at one time.
_LETTERS_AT_ONCE = 200_000
_PAIRS_AT_ONCE = 2_000_000
_LETTERS_COMPARED = 16  # at once, where runs go on


@dataclass(frozen=True, slots=True)
class BlockText:
    """The letters of one block; `work` is the same for all copies of one document."""

    document: int
    work: str
    letters: str


def work_numbers(texts: Sequence[BlockText]) -> Numbers:
    """The work of each text as a number, copies of one work having the same."""
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(text.work, len(numbers)) for text in texts], np.int64)


class SharedRun(NamedTuple):
    """`length` letters that text `a` from `start_a` and text `b` from `start_b` have in common; a stands before b."""

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


RunTable = NDArray[np.int32]
"""Runs as the rows of a table; its columns are the fields of `SharedRun`."""


def shared_runs(texts: Sequence[BlockText], map_values: ParallelMap = parallel_map) -> RunTable:
    """All runs of at least `SHORTEST` letters, longest in both directions, in no order.

    The texts of a document follow one another, in the order of `document`. Time grows with the letters of all texts
    and the runs found, not with the pairs of documents.
    """
    row = _LetterRow(texts)
    sampled = _SampledStretches(row, texts)
    runs = map_values(lambda part: _runs_of(row, sampled, *part), [*row.parts()], min_chunk=1)
    return np.concatenate([np.empty((0, 5), np.int32), *runs])


class _LetterRow:
    """The letters of all texts as code points, a zero behind each text, and zeros around all of them."""

    def __init__(self, texts: Sequence[BlockText]) -> None:
        lengths = np.array([len(text.letters) for text in texts], np.int64)
        self.ends = np.cumsum(lengths + 1) + _LETTERS_COMPARED
        self.begins = self.ends - lengths - 1
        documents = np.array([text.document for text in texts], np.int64)
        self.document_begins = self.begins[np.searchsorted(documents, documents)]
        around = ["\0" * _LETTERS_COMPARED]
        self.codes = code_points(chain(around, (f"{text.letters}\0" for text in texts), around))

    def parts(self) -> Iterator[tuple[int, int]]:
        """Stretches of whole texts, as places."""
        begin = _LETTERS_COMPARED
        for end in self.ends.tolist():
            if end - begin >= _LETTERS_AT_ONCE or end == self.ends[-1]:
                yield begin, end
                begin = end

    def text_at(self, places: Numbers) -> Numbers:
        """The numbers of the texts in which the places lie."""
        return np.searchsorted(self.ends, places, "right")

    def hashes(self, places: Numbers) -> NDArray[np.uint64]:
        """Of the seven letters from each place."""
        hashes = np.zeros(len(places), np.uint64)
        for k in range(_STEP):
            hashes = (hashes + self.codes[places + k]) * _FACTOR
        return hashes

    def stretches(self, begin: int, end: int) -> Numbers:
        """The places from which seven letters of one text stand."""
        ends_at = np.flatnonzero(self.codes[begin:end] == 0) + begin
        whole = np.ones(end - begin, bool)
        for k in range(_STEP):
            whole[np.maximum(ends_at - begin - k, 0)] = False
        return np.flatnonzero(whole) + begin


class _SampledStretches:
    """Every seventh stretch of each text, but those of more works than 20: by hash, then by place."""

    def __init__(self, row: _LetterRow, texts: Sequence[BlockText]) -> None:
        counts = (row.ends - row.begins - 1) // _STEP
        text = np.repeat(np.arange(len(texts)), counts)
        places = row.begins[text] + _STEP * (np.arange(len(text)) - np.repeat(np.cumsum(counts) - counts, counts))
        hashes = row.hashes(places)
        order = np.argsort(hashes, kind="stable")
        self._hashes, group, sizes = np.unique(hashes[order], return_inverse=True, return_counts=True)
        works = work_numbers(texts)
        doubtful = sizes[group] > MOST_HOLDERS
        holders = distinct(group[doubtful] << BITS | works[text[order[doubtful]]])
        common = np.bincount(holders >> BITS, minlength=len(sizes)) > MOST_HOLDERS
        self._places = (group << BITS | places[order])[~common[group]]
        self._begins = np.searchsorted(self._places, np.arange(len(sizes)) << BITS)

    def before(self, hashes: NDArray[np.uint64], limits: Numbers) -> tuple[Numbers, Numbers, Numbers]:
        """Of the hashes that are known, as numbers: where their places begin, and where those end before the limit."""
        if not len(self._hashes):
            return np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0, np.int64)
        group = np.minimum(np.searchsorted(self._hashes, hashes), len(self._hashes) - 1)
        known = np.flatnonzero(self._hashes[group] == hashes)
        group = group[known]
        return known, self._begins[group], np.searchsorted(self._places, group << BITS | limits[known])

    def places(self, numbers: Numbers) -> Numbers:
        """The places of the kept stretches of these numbers."""
        return np.take(self._places, numbers) & LOW


def _runs_of(row: _LetterRow, sampled: _SampledStretches, begin: int, end: int) -> RunTable:
    """The runs that the texts of a part of the row share with the documents before theirs."""
    places = row.stretches(begin, end)
    known, first, behind = sampled.before(row.hashes(places), row.document_begins[row.text_at(places)])
    counts = behind - first
    places, first, counts = places[known][counts > 0], first[counts > 0], counts[counts > 0]
    batch = np.cumsum(counts) // _PAIRS_AT_ONCE
    batches = [np.empty((0, 3), np.int64)]
    for number in range(int(batch[-1]) + 1 if len(batch) else 0):
        now = batch == number
        numbers = np.repeat(first[now] - np.cumsum(counts[now]) + counts[now], counts[now])
        in_a = sampled.places(numbers + np.arange(len(numbers)))
        batches.append(_widest(row.codes, in_a, np.repeat(places[now], counts[now])))
    # A run is met once for each batch that has stretches of it.
    in_a, in_b, length = np.concatenate(batches).T
    _, once = np.unique(in_a << BITS | in_b, return_index=True)
    in_a, in_b, length = in_a[once], in_b[once], length[once]
    a, b = row.text_at(in_a), row.text_at(in_b)
    return np.stack([a, b, in_b - row.begins[b], in_a - row.begins[a], length], axis=1).astype(np.int32)


def _widest(codes: NDArray[np.uint32], in_a: Numbers, in_b: Numbers) -> Numbers:
    """Rows of place in a, place in b and length: the runs around pairs of places that have seven letters in common."""
    same = np.ones(len(in_a), bool)
    for k in range(_STEP):
        same &= codes[in_a + k] == codes[in_b + k]
    # Pairs of one run have one distance, and stand one step behind another where no stretch between is missing.
    pairs = np.sort((in_b - in_a)[same] << BITS | in_b[same])
    begins = np.flatnonzero(np.diff(pairs, prepend=-1) != _STEP)
    last = np.append(begins[1:], len(pairs))[: len(begins)] - 1
    in_b = pairs[begins] & LOW
    in_a = in_b - (pairs[begins] >> BITS)
    length = (pairs[last] & LOW) + _STEP - in_b
    behind, end = sliding_window_view(codes, _LETTERS_COMPARED), len(codes) - 1
    ahead = sliding_window_view(codes[::-1], _LETTERS_COMPARED)
    back = _common(ahead, end - (in_a - 1), end - (in_b - 1))
    length += back + _common(behind, in_a + length, in_b + length)
    return np.compress(length >= SHORTEST, np.stack([in_a - back, in_b - back, length], axis=1), axis=0)


def _common(windows: NDArray[np.uint32], in_a: Numbers, in_b: Numbers) -> Numbers:
    """How many letters are the same from two places on; `windows` are the letters from each place on."""
    count = np.zeros(len(in_a), np.int64)
    going = np.arange(len(in_a))
    while len(going):
        a = windows[in_a[going] + count[going]]
        same = (a == windows[in_b[going] + count[going]]) & (a != 0)
        goes_on = same.all(axis=1)
        count[going] += np.where(goes_on, _LETTERS_COMPARED, same.argmin(axis=1))
        going = going[goes_on]
    return count
