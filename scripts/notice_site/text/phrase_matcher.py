"""Finds many wordings in a text in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

# Every full-width form of a printable ASCII character is that character; the map is one to one,
# so an offset in the folded text is the offset in the text. 、 。 “ ” have no half-width form.
_HALF_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_FULL_WIDTH = re.compile("[\uff01-\uff5e]")

_END = ""  # key of a node at which a phrase ends; no character is the empty string


def folded(text: str) -> str:
    """The text with full-width letters, digits and punctuation made half-width, length unchanged.

    >>> folded("（试行），２０１４年")
    '(试行),2014年'
    """
    return _FULL_WIDTH.sub(lambda found: _HALF_WIDTH[found[0]], text)  # a third of the time of str.translate


class PhraseMatcher:
    """Finds many phrases in one pass: time grows with the text, not with the number of phrases.

    Full- and half-width forms of a character are the same character.

    >>> matcher = PhraseMatcher(["六问", "六问六带头", "带头"])
    >>> list(matcher.all_matches("坚持六问六带头"))
    [(2, 7), (2, 4), (5, 7)]
    >>> list(matcher.longest_matches("坚持六问六带头"))
    [(2, 7)]
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._root: dict[str, Any] = {}
        for phrase in phrases:
            node = self._root
            for character in folded(phrase):
                node = node.setdefault(character, {})
            node[_END] = {}

    def all_matches(self, text: str) -> Iterator[tuple[int, int]]:
        """(start, end) of every match, overlapping ones too, by start, the longer first."""
        return self.matches_in_folded(folded(text))

    def matches_in_folded(self, text: str) -> Iterator[tuple[int, int]]:
        """As `all_matches`, for a text that is `folded` already."""
        length = len(text)
        first = self._root.get
        for start, character in enumerate(text):
            node = first(character)
            if node is None:
                continue
            ends: list[int] = []
            end = start + 1
            while True:
                if _END in node:
                    ends.append(end)
                node = node.get(text[end]) if end < length else None
                if node is None:
                    break
                end += 1
            for found in reversed(ends):
                yield start, found

    def longest_matches(self, text: str) -> Iterator[tuple[int, int]]:
        """(start, end) of the longest match at each place, left to right without overlap."""
        behind = 0
        for start, end in self.all_matches(text):
            if start >= behind:
                yield start, end
                behind = end
