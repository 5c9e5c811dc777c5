"""A set of wordings and a text go in; the places where the wordings stand in the text come out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

# Every full-width form of a printable ASCII character is that character; the map is one to one,
# so an offset in the folded text is the offset in the text. 、 。 “ ” have no half-width form.
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}

_END = ""  # key of a node at which a phrase ends; no character is the empty string


def folded(text: str) -> str:
    """The text with full-width letters, digits and punctuation made half-width, length unchanged.

    >>> folded("（试行），２０１４年")
    '(试行),2014年'
    """
    return text.translate(_HALF_WIDTH)


class PhraseMatcher:
    """Finds many phrases in one pass: time grows with the text, not with the number of phrases.

    Full- and half-width forms of a character are the same character.

    >>> matcher = PhraseMatcher(["六问", "六问六带头", "带头"])
    >>> list(matcher.all_matches("坚持六问六带头"))
    [(2, 4), (2, 7), (5, 7)]
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
        """(start, end) of every match, overlapping ones too, by start, the shorter first."""
        text = folded(text)
        for start, character in enumerate(text):
            node = self._root.get(character)
            if node is not None:
                for end in _ends(node, text, start):
                    yield start, end

    def longest_matches(self, text: str) -> Iterator[tuple[int, int]]:
        """(start, end) of the longest match at each place, left to right without overlap."""
        behind = 0
        for start, end in _longest_by_start(self.all_matches(text)):
            if start >= behind:
                yield start, end
                behind = end


def _ends(node: dict[str, Any], text: str, start: int) -> Iterator[int]:
    """The ends of the phrases that begin at start, where node is reached by its first character."""
    end = start + 1
    while True:
        if _END in node:
            yield end
        if end == len(text) or text[end] not in node:
            return
        node = node[text[end]]
        end += 1


def _longest_by_start(matches: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The last, hence longest, of the matches of each start."""
    best: tuple[int, int] | None = None
    for match in matches:
        if best is not None and match[0] != best[0]:
            yield best
        best = match
    if best is not None:
        yield best
