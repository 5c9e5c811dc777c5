"""Selects of the runs that texts share the rare ones, of documents that are close to each other."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from notice_site.execution.arrays import Numbers, distinct
from notice_site.findings.reuse.shared_runs import BITS, LOW, SHORTEST, BlockText, RunTable, SharedRun, work_numbers

MOST_WORKS = 20
"""Other works that may share a place of a text: wording that more of them have is everybody's."""

MOST_PARTNERS = 20
"""Documents, those that share most with a document, with which it can have passages; one side is enough."""

_PLACES_AT_ONCE = 50_000  # that are looked at together: a large corpus has millions, each shared by some


def select_runs(runs: RunTable, texts: Sequence[BlockText]) -> list[SharedRun]:
    """The runs that are not common wording, of the pairs of documents that are close to each other; in order."""
    selected = _of_closest(_without_common(runs, texts), texts)
    return sorted(map(SharedRun._make, selected.tolist()))


def _without_common(runs: RunTable, texts: Sequence[BlockText]) -> RunTable:
    """The runs that have, on both sides, a place which not more than 20 other works share.

    Places are stretches of 13 letters, counted from the start of a block.
    """
    works = work_numbers(texts)
    sizes = np.array([len(text.letters) // SHORTEST + 1 for text in texts], np.int64)
    begins = np.cumsum(sizes) - sizes  # all places are numbered in one row
    a, b, start_b, start_a, length = runs.T.astype(np.int64)
    here, other = np.concatenate([a, b]), np.concatenate([b, a])  # each run is looked at from both sides
    start, length = np.concatenate([start_a, start_b]), np.concatenate([length, length])
    first, last = begins[here] + start // SHORTEST, begins[here] + (start + length - 1) // SHORTEST
    common = np.zeros(int(sizes.sum()), bool)
    part = begins[here] // _PLACES_AT_ONCE
    order = np.argsort(part, kind="stable")
    for rows in np.split(order, np.flatnonzero(np.diff(part[order])) + 1):
        common[_shared_by_many(first[rows], last[rows], works[other[rows]])] = True
    before = np.concatenate([[0], np.cumsum(common)])
    rare = before[last + 1] - before[first] <= last - first
    return np.compress(rare[: len(runs)] & rare[len(runs) :], runs, axis=0)


def _shared_by_many(first: Numbers, last: Numbers, works: Numbers) -> Numbers:
    """The places that more than 20 works share; each row is a work, and the first and last place it shares."""
    counts = last - first + 1
    places = np.repeat(first - np.cumsum(counts) + counts, counts) + np.arange(counts.sum())
    sharers = distinct(places << BITS | np.repeat(works, counts))
    shared, count = np.unique(sharers >> BITS, return_counts=True)
    return np.compress(count > MOST_WORKS, shared)


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
