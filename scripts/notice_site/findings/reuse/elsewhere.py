"""Finds where the words of an item stand in the other document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from notice_site.findings.reuse.item_matching import FEWEST_LETTERS, LEAST_ELSEWHERE
from notice_site.findings.reuse.paragraph_comparison import SharedPassage, Side, alike_places
from notice_site.findings.reuse.shared_runs import SHORTEST
from notice_site.model import Ref


class ElsewhereInPair:
    """Two documents with the characters that their shared passages have in common."""

    def __init__(self, base: Side, derived: Side, passages: Sequence[SharedPassage]) -> None:
        self._sides = {base.notice.id: base, derived.notice.id: derived}
        self._others = {base.notice.id: derived, derived.notice.id: base}
        self._alike: dict[tuple[str, str], list[tuple[str, list[tuple[int, int]]]]] = defaultdict(list)
        for passage in passages:
            places = list(alike_places(passage, base, derived))
            in_base, in_derived = passage.in_base, passage.in_derived
            self._alike[in_base.notice, in_base.block].append((in_derived.block, places))
            back = [(there, at) for at, there in places]
            self._alike[in_derived.notice, in_derived.block].append((in_base.block, back))

    def of(self, ref: Ref, letters: str) -> tuple[str, Ref | None]:
        """Whether the words stand in the other document ("moved"), some of them ("partly") or none (""), and where.

        `letters` are those of the words. All of a few words, or most of a shared passage, have moved.
        """
        other = self._others[ref.notice]
        if len(letters) >= FEWEST_LETTERS:
            for block, reading in zip(other.blocks, other.readings, strict=True):
                start = reading.letters.find(letters)
                if start >= 0:
                    return "moved", Ref(other.notice.id, block.id, *reading.span(start, start + len(letters)))
        found = max((self._common(ref, *there) for there in self._alike.get((ref.notice, ref.block), ())), default=None)
        if found is None or found[0] < min(SHORTEST, len(letters)):
            return "", None
        return ("moved" if found[0] >= LEAST_ELSEWHERE * len(letters) else "partly"), found[1]

    def _common(self, ref: Ref, block: str, places: Sequence[tuple[int, int]]) -> tuple[int, Ref]:
        """How many letters of the words a passage has in common with `block` of the other document, and where."""
        side, other = self._sides[ref.notice], self._others[ref.notice]
        text = side.text(side.numbers[ref.block])
        there = [far for at, far in places if ref.start <= at < ref.end and text[at].isalnum()]
        return len(there), Ref(other.notice.id, block, min(there, default=0), max(there, default=-1) + 1)
