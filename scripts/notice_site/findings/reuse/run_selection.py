"""Selects of the runs that texts share the rare ones, of documents that are close to each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from notice_site.execution.arrays import Numbers
from notice_site.findings.reuse.shared_runs import BITS, LOW, SHORTEST, BlockText, RunTable, SharedRun, work_numbers

MOST_WORKS = 20
"""Other works that may share a place of a text: wording that more of them have is everybody's."""

MOST_PARTNERS = 20
"""Documents, those that share most with a document, with which it can have passages; one side is enough."""

_RUNS_AT_ONCE = 100_000
"""Runs that are looked at together: a large corpus has millions, and each takes 200 bytes meanwhile."""


def select_runs(runs: RunTable, texts: Sequence[BlockText]) -> list[SharedRun]:
    """The runs that are not common wording, of the pairs of documents that are close to each other; in order."""
    selected = _of_closest(_without_common(runs, texts), texts)
    return sorted(map(SharedRun._make, selected.tolist()))


def _without_common(runs: RunTable, texts: Sequence[BlockText]) -> RunTable:
    """The runs that have, on both sides, a place which not more than 20 other works share.

    Places are stretches of 13 letters, counted from the start of a block, and numbered in one row.
    """
    works = work_numbers(texts)
    sizes = np.array([len(text.letters) // SHORTEST + 1 for text in texts], np.int64)
    begins = np.zeros(len(sizes) + 1, np.int64)
    begins[1:] = np.cumsum(sizes)
    sides = [(runs[:, here], runs[:, other], runs[:, start]) for here, other, start in ((0, 1, 3), (1, 0, 2))]

    def places(here: RunTable, start: RunTable, length: RunTable) -> tuple[Numbers, Numbers]:
        return begins[here] + start // SHORTEST, begins[here] + (start + length - 1) // SHORTEST

    common = np.zeros(begins[-1] + 1, np.int64)
    for low, high in _parts(np.bincount(runs[:, :2].ravel(), minlength=len(texts))):
        rows = [np.flatnonzero((here >= low) & (here < high)) for here, *_ in sides]
        found = [
            (*places(here[row], start[row], runs[row, 4]), works[other[row]])
            for (here, other, start), row in zip(sides, rows, strict=True)
        ]
        first, last, sharing = map(np.concatenate, zip(*found, strict=True))
        begin, end = begins[low], begins[high]
        common[begin + 1 : end + 1] = _sharers(first - begin, last - begin, sharing, int(end - begin)) > MOST_WORKS
    before = np.cumsum(common)
    rare = np.ones(len(runs), bool)
    for here, _, start in sides:
        first, last = places(here, start, runs[:, 4])
        rare &= before[last + 1] - before[first] <= last - first
    return np.compress(rare, runs, axis=0)


def _parts(sizes: Numbers) -> Iterator[tuple[int, int]]:
    """Cuts a row of texts with so many runs each into parts (begin, end) of about `_RUNS_AT_ONCE` runs."""
    part = np.cumsum(sizes) // _RUNS_AT_ONCE
    borders = np.flatnonzero(np.diff(part, prepend=-1, append=-1)).tolist() if len(sizes) else []
    yield from pairwise(borders)


def _sharers(first: Numbers, last: Numbers, works: Numbers, places: int) -> Numbers:
    """How many works share each place; each row is a work, and the first and last place it shares.

    What a work shares of a text is put together from its rows, so that a place which several of them have counts once.
    """
    order = np.argsort(works << BITS | first)
    begins = (works << BITS | first)[order]
    reached = np.maximum.accumulate((works << BITS | last)[order])
    starts = np.flatnonzero(begins > np.append(-1, reached)[: len(begins)])
    ends = np.append(starts[1:], len(begins))[: len(starts)] - 1
    more = np.bincount(begins[starts] & LOW, minlength=places)
    fewer = np.bincount((reached[ends] & LOW) + 1, minlength=places)
    return np.cumsum(more - fewer[:places])


def _of_closest(runs: RunTable, texts: Sequence[BlockText]) -> RunTable:
    """The runs of the pairs of documents of which one is among the 20 that share most with the other."""
    documents = np.array([text.document for text in texts], np.int64)
    pairs, pair = np.unique(documents[runs[:, 0]] << BITS | documents[runs[:, 1]], return_inverse=True)
    letters = np.zeros(len(pairs), np.int64)
    np.add.at(letters, pair, runs[:, 4])
    one, other = pairs >> BITS, pairs & LOW
    here, there, weight = np.concatenate([one, other]), np.concatenate([other, one]), np.tile(letters, 2)
    order = np.lexsort((there, -weight, here))
    rank = np.arange(len(order)) - np.searchsorted(here[order], here[order])
    close = np.zeros(len(pairs), bool)
    close[order[rank < MOST_PARTNERS] % max(len(pairs), 1)] = True
    return np.compress(close[pair], runs, axis=0)
