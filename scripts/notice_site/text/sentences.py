"""Finds the sentence around a span of a text, and the clauses of a sentence."""

from __future__ import annotations

import re
from itertools import pairwise

# A row of a table ends with a line break, its cells with a tab.
# takes: 。”  ！？  ；; not: ，  ”
_SENTENCE_END = re.compile(r"[。！？；;!?\n]+[”』」’）)]*")
_CLAUSE_END = re.compile(r"[，,：:\t]")


def sentence_around(text: str, start: int, end: int, longest: int) -> tuple[int, int]:
    """The sentence that holds text[start:end]; of one longer than `longest` as many clauses around it as fit.

    >>> text = "前一句。按照要求，4月底前完成。后一句。"
    >>> [text[slice(*sentence_around(text, 9, 13, longest))] for longest in (40, 10)]
    ['按照要求，4月底前完成。', '4月底前完成。']
    """
    first = max((match.end() for match in _SENTENCE_END.finditer(text, 0, start)), default=0)
    after = _SENTENCE_END.search(text, end)
    last = after.end() if after else len(text)
    last = max(end, len(text[:last].rstrip()))
    first = min(first, start)
    if last - first <= longest:
        return first, last
    edges = [first, *(edge for _, edge in clauses(text, first, last))]
    left = max(k for k, edge in enumerate(edges) if edge <= start)
    right = min(k for k, edge in enumerate(edges) if edge >= end)
    while True:
        if right + 1 < len(edges) and edges[right + 1] - edges[left] <= longest:
            right += 1
        elif left and edges[right] - edges[left - 1] <= longest:
            left -= 1
        else:
            return edges[left], edges[right]


def clauses(text: str, first: int, last: int) -> list[tuple[int, int]]:
    """The clauses of the sentence text[first:last], each with the comma that ends it.

    >>> text = "按照要求，4月底前完成。"
    >>> [text[a:b] for a, b in clauses(text, 0, len(text))]
    ['按照要求，', '4月底前完成。']
    """
    edges = [first, *(match.end() for match in _CLAUSE_END.finditer(text, first, last) if match.end() < last), last]
    return list(pairwise(edges))
