"""Runs of letters that texts share go in; those worth telling come out: rare ones, of documents that are close."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate

from notice_site.findings.shared_runs import SHORTEST, Run, Text

# Wording that more works than this have is common, and told of none.
_MOST_WORKS = 20
# Passages are told for so many documents that share most with a document, and for those to which it is one of these.
_MOST_PARTNERS = 20


def worth_telling(runs: Sequence[Run], texts: Sequence[Text]) -> list[Run]:
    """The runs that are not common wording, of the pairs of documents that are close to each other."""
    return _of_closest(_without_common(runs, texts), texts)


def _without_common(runs: Sequence[Run], texts: Sequence[Text]) -> list[Run]:
    """The runs that have, on both sides, a place which not more than 20 other works share.

    Places are stretches of 13 letters, counted from the start of a block.
    """
    # A large corpus has millions of places: all are numbered in one row, and only those that are shared take room.
    begin = [0, *accumulate(len(text.letters) // SHORTEST + 1 for text in texts)]
    numbers: dict[str, int] = {}
    works = [numbers.setdefault(text.work, len(numbers)) for text in texts]

    def places(text: int, start: int, length: int) -> range:
        return range(begin[text] + start // SHORTEST, begin[text] + (start + length - 1) // SHORTEST + 1)

    sharers: dict[int, set[int]] = {}
    for a, b, start_b, start_a, length in runs:
        for place in places(a, start_a, length):
            if place in sharers:
                sharers[place].add(works[b])
            else:
                sharers[place] = {works[b]}
        for place in places(b, start_b, length):
            if place in sharers:
                sharers[place].add(works[a])
            else:
                sharers[place] = {works[a]}
    common = {place for place, found in sharers.items() if len(found) > _MOST_WORKS}
    return [
        run
        for run in runs
        if not common.issuperset(places(run.a, run.start_a, run.length))
        and not common.issuperset(places(run.b, run.start_b, run.length))
    ]


def _of_closest(runs: Sequence[Run], texts: Sequence[Text]) -> list[Run]:
    """The runs of the pairs of documents of which one is among the 20 that share most with the other."""
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for run in runs:
        shared[texts[run.a].document, texts[run.b].document] += run.length
    partners: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for (a, b), letters in shared.items():
        partners[a].append((-letters, b))
        partners[b].append((-letters, a))
    close = {
        (min(one, other), max(one, other))
        for one, others in partners.items()
        for _, other in sorted(others)[:_MOST_PARTNERS]
    }
    return [run for run in runs if (texts[run.a].document, texts[run.b].document) in close]
