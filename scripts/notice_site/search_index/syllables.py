"""Turns pinyin with tone marks into plain syllables with tones, and folds accents that are taken for one.

`overrides/assets/javascripts/search/syllables.js` folds accents in the same way.
"""

from __future__ import annotations

import unicodedata
from functools import cache

_TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
_DIAERESIS = "\u0308"
_SIMPLE_INITIALS = {"zh": "z", "ch": "c", "sh": "s"}
_HEARD_AS = {"l": "n", "f": "h"}
_NASALS = ("ang", "eng", "ing")


@cache
def numbered(syllable: str) -> str:
    """The syllable in ASCII with its tone as a digit, 5 for the neutral one, v for ü.

    >>> numbered("lǜ"), numbered("zi"), numbered("3")
    ('lv4', 'zi5', '')
    """
    letters, tone = "", "5"
    for character in unicodedata.normalize("NFD", syllable.lower()):
        if character in _TONES:
            tone = _TONES[character]
        elif character == _DIAERESIS:
            letters = f"{letters[:-1]}v"
        elif character.isascii() and character.isalpha():
            letters += character
    return letters and letters + tone


@cache
def accent(syllable: str) -> str:
    """One name for all syllables that are confused: z/zh, c/ch, s/sh, l/n, f/h, an/ang, en/eng, in/ing, u/ü.

    >>> accent("zheng"), accent("zen"), accent("lv"), accent("nu")
    ('zen', 'zen', 'nu', 'nu')
    """
    initial = _SIMPLE_INITIALS.get(syllable[:2])
    folded = initial + syllable[2:] if initial else _HEARD_AS.get(syllable[:1], syllable[:1]) + syllable[1:]
    if folded.endswith(_NASALS):
        folded = folded[:-1]
    return folded.replace("v", "u")
