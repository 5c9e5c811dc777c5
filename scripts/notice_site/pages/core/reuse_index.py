"""Sorts the shared passages of a corpus by document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from notice_site.model import Corpus, Passage, Ref


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
