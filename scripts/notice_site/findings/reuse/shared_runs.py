"""Finds every longest run of letters that two texts of different documents share.

All letters of a corpus lie in one row of numbers, and what many stretches have in common is found by sorting them: a
large corpus has millions of runs, which as objects would take more room than everything else together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
    row = LetterRow(texts)
    return all_runs(row, SampledStretches.of(row, texts), map_values)


def all_runs(row: LetterRow, sampled: SampledStretches, map_values: ParallelMap) -> RunTable:
    """The runs of all texts of the row."""
    return joined(map_values(lambda part: runs_of_part(row, sampled, *part), [*row.parts()], min_chunk=1))


def joined(tables: Iterable[RunTable]) -> RunTable:
    """Puts tables of runs together."""
    return np.concatenate([np.empty((0, 5), np.int32), *tables])


class LetterRow:
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

    def sampled(self) -> tuple[Numbers, Numbers]:
        """Every seventh stretch of each text: the number of the text, and the place."""
        counts = (self.ends - self.begins - 1) // _STEP
        texts = np.repeat(np.arange(len(counts)), counts)
        return texts, self.begins[texts] + _STEP * (
            np.arange(len(texts)) - np.repeat(np.cumsum(counts) - counts, counts)
        )

    def stretches(self, begin: int, end: int) -> Numbers:
        """The places from which seven letters of one text stand."""
        ends_at = np.flatnonzero(self.codes[begin:end] == 0) + begin
        whole = np.ones(end - begin, bool)
        for k in range(_STEP):
            whole[np.maximum(ends_at - begin - k, 0)] = False
        return np.flatnonzero(whole) + begin


class SampledStretches(NamedTuple):
    """Every seventh stretch of each text, but those of more works than 20.

    `places` are numbers of `hashes`, each with a place of its stretch, in order; `begins` is where those of each hash
    begin among them. `common` are the hashes of the stretches that are left out.
    """

    hashes: NDArray[np.uint64]
    places: Numbers
    begins: Numbers
    common: NDArray[np.uint64]

    @classmethod
    def of(cls, row: LetterRow, texts: Sequence[BlockText]) -> SampledStretches:
        """Looks at all texts."""
        text, places = row.sampled()
        all_hashes = row.hashes(places)
        order = np.argsort(all_hashes, kind="stable")
        hashes, group, sizes = np.unique(all_hashes[order], return_inverse=True, return_counts=True)
        works = work_numbers(texts)
        doubtful = sizes[group] > MOST_HOLDERS
        holders = distinct(group[doubtful] << BITS | works[text[order[doubtful]]])
        common = np.bincount(holders >> BITS, minlength=len(sizes)) > MOST_HOLDERS
        kept = (group << BITS | places[order])[~common[group]]
        return cls(hashes, kept, np.searchsorted(kept, np.arange(len(sizes)) << BITS), hashes[common])

    def only(self, is_kept: NDArray[np.bool_]) -> SampledStretches:
        """Those of some of the places."""
        kept = self.places[is_kept]
        groups, group = np.unique(kept >> BITS, return_inverse=True)
        places = group << BITS | kept & LOW
        begins = np.searchsorted(places, np.arange(len(groups)) << BITS)
        return self._replace(hashes=self.hashes[groups], places=places, begins=begins)

    def before(self, row: LetterRow, places: Numbers) -> tuple[Numbers, Numbers, Numbers]:
        """Of the stretches at these places those that are known, as numbers of `places`.

        With them: where their own places in documents before theirs begin, and where they end.
        """
        if not len(self.hashes):
            return np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0, np.int64)
        hashes = row.hashes(places)
        group = np.minimum(np.searchsorted(self.hashes, hashes), len(self.hashes) - 1)
        known = np.flatnonzero(self.hashes[group] == hashes)
        group = group[known]
        limits = row.document_begins[row.text_at(places[known])]
        return known, self.begins[group], np.searchsorted(self.places, group << BITS | limits)

    def places_of(self, numbers: Numbers) -> Numbers:
        """The places of these numbers of `places`."""
        return np.take(self.places, numbers) & LOW


def runs_of_part(row: LetterRow, sampled: SampledStretches, begin: int, end: int) -> RunTable:
    """The runs that the texts of a part of the row share with the documents before theirs."""
    places = row.stretches(begin, end)
    known, first, behind = sampled.before(row, places)
    counts = behind - first
    places, first, counts = places[known][counts > 0], first[counts > 0], counts[counts > 0]
    batch = np.cumsum(counts) // _PAIRS_AT_ONCE
    batches = [np.empty((0, 3), np.int64)]
    for number in range(int(batch[-1]) + 1 if len(batch) else 0):
        now = batch == number
        numbers = np.repeat(first[now] - np.cumsum(counts[now]) + counts[now], counts[now])
        in_a = sampled.places_of(numbers + np.arange(len(numbers)))
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
