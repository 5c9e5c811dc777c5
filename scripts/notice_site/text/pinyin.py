"""Gives each character of a Chinese text its syllable with tone mark; readings that a person has fixed come first."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from notice_site.text.library_table import LibraryTable
from notice_site.text.phrase_matcher import PhraseMatcher, folded

# The dictionary's phrases carry the spoken change of tone of these two (一个 yí gè, 不是 bú shì);
# here each has its own tone everywhere, as in dictionaries and on school books' word lists.
_WITHOUT_SANDHI = {"一": "yī", "不": "bù"}

_WORDS = (
    65_536  # words remembered: more than most corpora have; a bound, because runs of letters and figures are words too
)

_DIAERESIS = "\u0308"


class Dictionary(NamedTuple):
    """The words and characters of pypinyin's dictionary with their readings.

    `words` have the readings that they have otherwise than their characters by themselves (银行: "yín háng"), or ""
    (中国); `characters` all their readings, the commonest first (行: "xíng,háng,hàng,héng"); `longest` the number of
    characters of the longest word that begins with one.
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
            longest[word[0]] = max(len(word), longest.get(word[0], 1))
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
    words, _, longest = dictionary()
    syllables: list[str] = []
    at = 0
    while at < len(text):
        end = at + longest.get(text[at], 1)
        while end > at + 1 and text[at:end] not in words:
            end -= 1
        syllables += _word_readings(text[at:end])
        at = end
    return tuple(syllables)


@lru_cache(maxsize=_WORDS)
def _word_readings(word: str) -> tuple[str, ...]:
    """The readings of one of the words into which a text is cut: few words make up most of all texts."""
    words, characters, _ = dictionary()
    readings = words.get(word)
    alone = (characters.get(character, "").partition(",")[0] for character in word)
    syllables = readings.split(" ") if readings else alone
    return tuple(_WITHOUT_SANDHI.get(character, syllable) for character, syllable in zip(word, syllables, strict=True))


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
