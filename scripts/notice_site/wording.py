"""Text as printed goes in; what of it counts when wording is compared comes out: letters, and half-width forms."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from dataclasses import dataclass
from string import ascii_uppercase

from notice_site.phrase_matching import folded


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


_SMALL = {ord(capital): capital.lower() for capital in ascii_uppercase}


def wording(text: str) -> Wording:
    """What stays of a text without marks and spaces.

    >>> wording("“四风”，Ａ")
    Wording(letters='四风a', at=array('I', [1, 2, 5]))
    """
    small = folded(text)
    at = array("I", [i for i, character in enumerate(small) if character.isalnum()])
    letters = "".join([small[i] for i in at])
    return Wording(letters.translate(_SMALL), at)


def same_but_width(a: str, b: str) -> bool:
    """Whether two texts are one but for full- and half-width forms and spaces: (一)总的要求, and （一）总的要求，."""
    return "".join(folded(a).split()) == "".join(folded(b).split())
