"""Sorts the shared passages of a corpus by document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from notice_site.model import Corpus, Passage, Ref


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """A passage as one of the two documents sees it."""

    here: Ref
    there: Ref
    passage: Passage


def reuse_index(corpus: Corpus) -> Mapping[str, Sequence[SharedPassage]]:
    """What each document shares, by its id, in the order of the passages."""
    found: dict[str, list[SharedPassage]] = {}
    for passage in corpus.passages:
        for here, there in ((passage.a, passage.b), (passage.b, passage.a)):
            found.setdefault(here.notice, []).append(SharedPassage(here, there, passage))
    return found
