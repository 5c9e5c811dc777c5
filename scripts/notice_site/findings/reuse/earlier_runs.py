"""Takes the runs of documents that have not changed from an earlier build: an edit changes those of few documents.

Which runs two documents share depends on their letters, and on which stretches so many works have that they start no
run. A document that has a stretch of which this has changed is looked at anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from notice_site.execution.arrays import Numbers
from notice_site.execution.parallel import ParallelMap, parallel_map
from notice_site.findings.reuse.shared_runs import (
    LOW,
    BlockText,
    LetterRow,
    RunTable,
    SampledStretches,
    all_runs,
    joined,
    runs_of_part,
)
from notice_site.model.frozen import dataclass

MOST_CHANGED = 0.25
"""The share of the documents up to which taking over the runs of the others is less work than finding all."""


@dataclass(frozen=True, slots=True)
class EarlierRuns:
    """The runs of a build: by document a hash of its letters and how many texts it has; what was too common."""

    keys: tuple[bytes, ...]
    sizes: Numbers
    common: NDArray[np.uint64]
    runs: RunTable


def renewed_runs(
    earlier: EarlierRuns | None, texts: Sequence[BlockText], map_values: ParallelMap = parallel_map
) -> EarlierRuns:
    """Finds the runs that `shared_runs` finds; of documents that stand in `earlier` too they are taken over."""
    documents = [[*of_document] for _, of_document in groupby(texts, lambda text: text.document)]
    keys = tuple(map(_key, documents))
    sizes = np.array([len(of_document) for of_document in documents], np.int64)
    row = LetterRow(texts)
    sampled = SampledStretches.of(row, texts)
    number_before = _numbers_before(keys, earlier.keys) if earlier else None
    if earlier is None or number_before is None:
        return EarlierRuns(keys, sizes, sampled.common, all_runs(row, sampled, map_values))
    document = np.repeat(np.arange(len(keys)), sizes)  # of each text
    text, places = row.sampled()
    is_doubtful = np.isin(row.hashes(places), np.setxor1d(earlier.common, sampled.common))
    is_changed = number_before < 0
    begins_anew = is_changed.copy()
    begins_anew[document[text[is_doubtful]]] = True
    if begins_anew.sum() > MOST_CHANGED * len(keys):
        return EarlierRuns(keys, sizes, sampled.common, all_runs(row, sampled, map_values))
    of_changed = sampled.only(begins_anew[document[row.text_at(sampled.places & LOW)]])
    ends = np.cumsum(sizes)
    parts = [
        (sampled, int(row.begins[ends[n] - sizes[n]]), int(row.ends[ends[n] - 1])) for n in np.flatnonzero(is_changed)
    ]
    found = map_values(lambda part: runs_of_part(row, *part), [*parts, *((of_changed, *part) for part in row.parts())])
    with_later = joined(found[len(parts) :])
    with_later = with_later[~is_changed[document[with_later[:, 1]]]]  # the others are among those of the parts
    kept = _taken_over(earlier, number_before, ends - sizes, begins_anew)
    return EarlierRuns(keys, sizes, sampled.common, joined([kept, *found[: len(parts)], with_later]))


def _key(texts: Sequence[BlockText]) -> bytes:
    letters = "\n".join([texts[0].work, *(text.letters for text in texts)])
    return hashlib.sha256(letters.encode("utf-8", "surrogatepass")).digest()


def _numbers_before(keys: Sequence[bytes], before: Sequence[bytes]) -> Numbers | None:
    """The number that each document had, -1 for a new one; None where the order is another one."""
    numbers: dict[bytes, list[int]] = {}
    for number, key in reversed([*enumerate(before)]):
        numbers.setdefault(key, []).append(number)
    found = np.array([numbers[key].pop() if numbers.get(key) else -1 for key in keys], np.int64)
    return found if (np.diff(found[found >= 0]) > 0).all() else None


def _taken_over(
    earlier: EarlierRuns, number_before: Numbers, begins: Numbers, begins_anew: NDArray[np.bool_]
) -> RunTable:
    """The earlier runs of which both documents are still here, with the numbers that their texts have now.

    `begins` are the first texts of the documents; runs that start in one of `begins_anew` are left out.
    """
    is_kept = number_before >= 0
    now = np.full(len(earlier.keys), -1)
    now[number_before[is_kept]] = np.flatnonzero(is_kept)
    starts = now.copy()
    starts[now >= 0] = np.where(begins_anew[now[now >= 0]], -1, now[now >= 0])
    document = np.repeat(np.arange(len(now)), earlier.sizes)
    a, b = document[earlier.runs[:, 0]], document[earlier.runs[:, 1]]
    stays = (starts[a] >= 0) & (now[b] >= 0)
    moved = begins[now] - (np.cumsum(earlier.sizes) - earlier.sizes)
    runs = earlier.runs[stays]
    runs[:, 0] += moved[a[stays]].astype(np.int32)
    runs[:, 1] += moved[b[stays]].astype(np.int32)
    return runs
