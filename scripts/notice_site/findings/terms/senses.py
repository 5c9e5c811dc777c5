"""Tells by the words around a term which of its senses it has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from notice_site.model.glossary import SenseEntry

_EDGES = (re.compile(r"[，,；;。！？\n]"), re.compile(r"[。！？\n]"))
"""The ends of a clause, and of a sentence."""


def sense_at(senses: Sequence[SenseEntry], text: str, start: int, end: int) -> str | None:
    """The name of the sense that text[start:end] has: the clause decides, then the sentence, then the whole text.

    None where no words of a sense stand there, or those of two.

    >>> first, second = SenseEntry("整改", ("整改",)), SenseEntry("走访", ("困难群众",))
    >>> sense_at((first, second), "结合整改“回头看”，走访困难群众", 5, 8)
    '整改'
    >>> sense_at((first, second), "开展回头看，了解困难群众；整改到位", 2, 5) is None
    True
    """
    for around in _scopes(text, start, end):
        near = [sense.name for sense in senses if any(word in around for word in sense.near)]
        if near:
            return near[0] if len(near) == 1 else None
    return None


def _scopes(text: str, start: int, end: int) -> Iterator[str]:
    for edge in _EDGES:
        left = max((match.end() for match in edge.finditer(text, 0, start)), default=0)
        right = edge.search(text, end)
        yield text[left : right.start() if right else len(text)]
    yield text
