"""Finds the sentence around a span of a text, and the clauses of a sentence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import pairwise

# A row of a table ends with a line break, its cells with a tab.
# takes: 。”  ！？  ；; not: ，  ”
_SENTENCE_END = re.compile(r"[。！？；;!?\n]+[”』」’）)]*")
# takes: ，  时间‹：›  ‹：›9; not: 11:00  17：30
_CLAUSE_END = re.compile(r"[，,\t] | (?<! \d) [：:] | [：:] (?! \d\d)", re.VERBOSE)
_LONGEST_CLAUSE = 1000  # characters; nobody writes longer clauses


@lru_cache(maxsize=4)
def _ends(text: str, pattern: re.Pattern[str]) -> tuple[int, ...]:
    """Where the sentences or clauses of a text end; kept, because one text is asked for many places."""
    return tuple(match.end() for match in pattern.finditer(text))


def sentence_around(text: str, start: int, end: int, longest: int) -> tuple[int, int]:
    """The sentence that holds text[start:end]; of one longer than `longest` as many clauses around it as fit.

    Of a single clause far longer than that, `longest` characters on both sides.

    >>> text = "前一句。按照要求，4月底前完成。后一句。"
    >>> [text[slice(*sentence_around(text, 9, 13, longest))] for longest in (40, 10)]
    ['按照要求，4月底前完成。', '4月底前完成。']
    """
    ends = _ends(text, _SENTENCE_END)
    before, behind = bisect_right(ends, start), bisect_right(ends, end)
    first = ends[before - 1] if before else 0
    last = ends[behind] if behind < len(ends) else len(text)
    while last > end and text[last - 1].isspace():
        last -= 1
    if last - first <= longest:
        return first, last
    clause_ends = _ends(text, _CLAUSE_END)

    def edge(number: int) -> int:
        if number < 0:
            return first
        return min(max(clause_ends[number], first), last) if number < len(clause_ends) else last

    left = bisect_right(clause_ends, start) - 1
    right = bisect_left(clause_ends, end)
    while True:
        if edge(right) < last and edge(right + 1) - edge(left) <= longest:
            right += 1
        elif edge(left) > first and edge(right) - edge(left - 1) <= longest:
            left -= 1
        elif edge(right) - edge(left) > _LONGEST_CLAUSE:
            return max(edge(left), start - longest), min(edge(right), end + longest)
        else:
            return edge(left), edge(right)


def clauses(text: str, first: int, last: int) -> list[tuple[int, int]]:
    """The clauses of the sentence text[first:last], each with the comma that ends it.

    >>> text = "按照要求，4月底前完成。"
    >>> [text[a:b] for a, b in clauses(text, 0, len(text))]
    ['按照要求，', '4月底前完成。']
    """
    edges = [first, *(match.end() for match in _CLAUSE_END.finditer(text, first, last) if match.end() < last), last]
    return list(pairwise(edges))
