"""Gives each character of a Chinese text its syllable with tone mark; readings that a person has fixed come first."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from itertools import chain

from pypinyin import Style
from pypinyin.constants import PHRASES_DICT, PINYIN_DICT
from pypinyin.converter import DefaultConverter
from pypinyin.core import Pinyin

from notice_site.text.phrase_matcher import PhraseMatcher, folded

# The dictionary's phrases carry the spoken change of tone of these two (一个 yí gè, 不是 bú shì);
# here each has its own tone everywhere, as in dictionaries and on school books' word lists.
_WITHOUT_SANDHI = {"一": "yī", "不": "bù"}

_CONVERTER = DefaultConverter()
_PINYIN = Pinyin(_CONVERTER)

_WORDS = (
    65_536  # words remembered: more than most corpora have; a bound, because runs of letters and figures are words too
)

_DIAERESIS = "\u0308"


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
    return tuple(chain.from_iterable(_word_readings(word) for word in _PINYIN.seg(text)))


@lru_cache(maxsize=_WORDS)
def _word_readings(word: str) -> tuple[str, ...]:
    """The readings of one of the words into which pypinyin cuts a text: few words make up most of all texts."""
    # pypinyin documents that `errors` may return a list, one item a character; its annotation does not.
    syllables = _CONVERTER.convert(word, Style.TONE, heteronym=False, errors=_silent, strict=True)  # type: ignore[arg-type]
    return tuple(_WITHOUT_SANDHI.get(letter, syllable) for letter, (syllable,) in zip(word, syllables, strict=True))


def other_readings(character: str) -> tuple[str, ...]:
    """All readings of one character by the dictionary, the commonest first; () where it has none.

    >>> other_readings("卡")
    ('kǎ', 'qiǎ')
    """
    found = PINYIN_DICT.get(ord(character))  # asking pypinyin gives the same and takes ten times as long
    return tuple(dict.fromkeys(found.split(","))) if found else ()


def words_read_otherwise() -> Iterator[tuple[str, list[str]]]:
    """Yields the words of the dictionary in which a character is not read as it is by itself, with the readings of all.

    >>> dict(words_read_otherwise())["银行"]
    ['yín', 'háng']
    """
    alone = {chr(code): readings.partition(",")[0] for code, readings in PINYIN_DICT.items()}
    for word, alternatives in PHRASES_DICT.items():
        readings = [syllables[0] for syllables in alternatives]
        if readings != [alone.get(character) for character in word]:
            yield word, readings


@cache
def toneless(syllable: str) -> str:
    """A syllable without its tone mark; ü stays ü.

    >>> toneless("lǜ"), toneless("zhèng")
    ('lü', 'zheng')
    """
    decomposed = unicodedata.normalize("NFD", syllable)
    kept = (mark for mark in decomposed if not unicodedata.combining(mark) or mark == _DIAERESIS)
    return unicodedata.normalize("NFC", "".join(kept))


def _silent(characters: str) -> list[str]:
    """What stands for characters that the dictionary does not know: an empty syllable each."""
    return [""] * len(characters)
