"""Gives each character of a Chinese text its syllable with tone mark; readings that a person has fixed come first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import field
from functools import cache, cached_property, lru_cache
from itertools import chain
from typing import NamedTuple

from notice_site.model.frozen import dataclass
from notice_site.text.library_table import LibraryTable
from notice_site.text.phrase_matcher import PhraseMatcher, folded

# The dictionary's phrases carry the spoken change of tone of these two (一个 yí gè, 不是 bú shì);
# here each has its own tone everywhere, as in dictionaries and on school books' word lists.
_WITHOUT_SANDHI = {"一": "yī", "不": "bù"}

_RUN = re.compile(r"[^\W\d]+|[\W\d]+")
"""What is read by itself: no word of the dictionary has a mark or a figure in it."""

_RUNS = 65_536
"""Runs whose readings are remembered: every text is read for the search and for its page, and phrases recur."""

_DIAERESIS = "\u0308"


class Dictionary(NamedTuple):
    """The words and characters of pypinyin's dictionary with their readings.

    `words` have the readings that they have otherwise than their characters by themselves (银行: "yín háng"), or ""
    (中国); `characters` all their readings, the commonest first (行: "xíng,háng,hàng,héng"); `longest` the number of
    characters of the longest word that begins with two, where it has more.
    """

    words: Mapping[str, str]
    characters: Mapping[str, str]
    longest: Mapping[str, int]


@LibraryTable
def dictionary() -> Dictionary:
    """Reads the dictionary; words with punctuation are left out, because texts are cut there."""
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT  # here, because it takes long to load

    characters = {chr(code): readings for code, readings in PINYIN_DICT.items()}
    alone = {character: readings.partition(",")[0] for character, readings in characters.items()}
    words: dict[str, str] = {}
    longest: dict[str, int] = {}
    for word, alternatives in PHRASES_DICT.items():
        if characters.keys() >= set(word):
            readings = [syllables[0] for syllables in alternatives]
            words[word] = "" if readings == [alone[character] for character in word] else " ".join(readings)
            if len(word) > 2:
                longest[word[:2]] = max(len(word), longest.get(word[:2], 2))
    return Dictionary(words, characters, longest)


@dataclass(frozen=True)
class OwnReadings:
    """Words whose readings a person has decided: word -> one syllable a character, "" for a silent one.

    They go before the dictionary, the longest first: 魏都 wèi dū, 吃拿卡要 chī ná qiǎ yào.
    """

    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def _by_folded(self) -> dict[str, tuple[str, ...]]:
        return {folded(word): syllables for word, syllables in self.words.items()}

    @cached_property
    def _matcher(self) -> PhraseMatcher:
        return PhraseMatcher(self.words)

    def readings(self, text: str) -> tuple[str, ...]:
        """One syllable with tone mark for each character of text; "" for a character without reading.

        >>> OwnReadings({"魏都": ("wèi", "dū")}).readings("在魏都区，一个")
        ('zài', 'wèi', 'dū', 'qū', '', 'yī', 'gè')
        """
        syllables = list(dictionary_readings(text))
        for start, end in self._matcher.longest_matches(text):
            syllables[start:end] = self._by_folded[folded(text[start:end])]
        return tuple(syllables)


def dictionary_readings(text: str) -> tuple[str, ...]:
    """What the dictionary says, without sandhi of 一 and 不; "" for a character without reading.

    >>> dictionary_readings("一把尺子、10个")
    ('yī', 'bǎ', 'chǐ', 'zi', '', '', '', 'gè')
    """
    return tuple(chain.from_iterable(map(_run_readings, _RUN.findall(text))))


@lru_cache(maxsize=_RUNS)
def _run_readings(run: str) -> tuple[str, ...]:
    """The readings of a text without marks, which is cut into words, at each place the longest that begins there."""
    words, _, longest = dictionary()
    syllables = [*map(_alone, run)]
    at = 0
    while at < len(run):
        end = at + longest.get(run[at : at + 2], 2)
        while end > at + 1 and run[at:end] not in words:
            end -= 1
        if readings := words.get(run[at:end]):
            syllables[at:end] = map(_WITHOUT_SANDHI.get, run[at:end], readings.split(" "))
        at = end
    return tuple(syllables)


@cache
def _alone(character: str) -> str:
    """How a character by itself is mostly read."""
    return _WITHOUT_SANDHI.get(character, dictionary().characters.get(character, "").partition(",")[0])


def other_readings(character: str) -> tuple[str, ...]:
    """All readings of one character by the dictionary, the commonest first; () where it has none.

    >>> other_readings("卡")
    ('kǎ', 'qiǎ')
    """
    found = dictionary().characters.get(character)
    return tuple(dict.fromkeys(found.split(","))) if found else ()


@cache
def toneless(syllable: str) -> str:
    """A syllable without its tone mark; ü stays ü.

    >>> toneless("lǜ"), toneless("zhèng")
    ('lü', 'zheng')
    """
    decomposed = unicodedata.normalize("NFD", syllable)
    kept = (mark for mark in decomposed if not unicodedata.combining(mark) or mark == _DIAERESIS)
    return unicodedata.normalize("NFC", "".join(kept))
