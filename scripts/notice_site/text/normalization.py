"""Reduces text to what counts when wording is compared: its letters, in half-width forms and one case."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from itertools import chain

from notice_site.model.frozen import dataclass
from notice_site.text.phrase_matcher import folded


@dataclass(frozen=True, slots=True)
class Wording:
    """The letters and digits of a text, widths and cases made one; `at[i]` is the offset of letters[i] in the text."""

    letters: str
    at: array[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the text that letters[start:end] covers; end must be greater than start."""
        return self.at[start], self.at[end - 1] + 1

    def letters_in(self, start: int, end: int) -> tuple[int, int]:
        """The letters that stand in text[start:end]."""
        return bisect_left(self.at, start), bisect_left(self.at, end)


_MARKS = re.compile(r"[\W_]+")  # what str.isalnum denies
_END = re.compile(r"\Z")
_CAPITAL = re.compile(r"[A-Z]")


def letters_of(text: str, between: str = "") -> str:
    """What stays of a text without marks and spaces, widths and cases made one; `between` stands where marks stood.

    >>> letters_of("“四风”，Ａ"), letters_of("“四风”，Ａ", between="|")
    ('四风a', '|四风|a')
    """
    return _one_form(_MARKS.sub(between, text))


def _one_form(text: str) -> str:
    return _CAPITAL.sub(lambda found: found[0].lower(), folded(text))


def wording(text: str) -> Wording:
    """The letters of a text, and where they stand.

    >>> wording("“四风”，Ａ")
    Wording(letters='四风a', at=array('I', [1, 2, 5]))
    """
    at, behind = array("I"), 0
    letters: list[str] = []
    for marks in chain(_MARKS.finditer(text), _END.finditer(text)):
        start, end = marks.span()
        at.extend(range(behind, start))
        letters.append(text[behind:start])
        behind = end
    return Wording(_one_form("".join(letters)), at)


def same_but_width(a: str, b: str) -> bool:
    """Whether two texts are one but for full- and half-width forms and spaces: (一)总的要求, and （一）总的要求，."""
    return a == b or "".join(folded(a).split()) == "".join(folded(b).split())
