"""Sorts the shared passages of a corpus by document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from notice_site.model import Corpus, Passage, Ref
from notice_site.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """A shared passage from the side of one of its documents."""

    here: Ref
    there: Ref
    passage: Passage


def reuse_index(corpus: Corpus) -> Mapping[str, Sequence[SharedPassage]]:
    """Lists what each document shares, by its id, in the order of the passages."""
    by_document: dict[str, list[SharedPassage]] = {}
    for passage in corpus.passages:
        for here, there in ((passage.a, passage.b), (passage.b, passage.a)):
            by_document.setdefault(here.notice, []).append(SharedPassage(here, there, passage))
    return by_document


def shared_characters(passages: Iterable[SharedPassage]) -> int:
    """Counts the characters of passages of one pair of documents on the side that has fewer; none is counted twice."""
    shared = list(passages)
    return min(_covered(each.here for each in shared), _covered(each.there for each in shared))


def _covered(refs: Iterable[Ref]) -> int:
    covered = 0
    block, reached = "", 0
    for ref in sorted(refs, key=lambda ref: (ref.block, ref.start)):
        if ref.block != block:
            block, reached = ref.block, 0
        covered += max(0, ref.end - max(ref.start, reached))
        reached = max(reached, ref.end)
    return covered
