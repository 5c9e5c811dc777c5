"""A corpus and a wording in, all places that hold it out: by trying every place where its first character stands.

Written without the search index and its table of symbols, so that the two can disagree.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from opencc import OpenCC

from notice_site.model import BlockKind, Corpus, Notice
from notice_site.text.pinyin import OwnReadings, other_readings, toneless

_SIMPLIFIED = OpenCC("t2s")

Place = tuple[str, str]  # id of the document; id of the block, or "" for its title


@dataclass(frozen=True)
class Character:
    """One character of a paragraph: what it is compared as, all its readings, the block in which it stands.

    `before` is the punctuation between it and the character before it, `behind` what follows.
    """

    form: str
    readings: frozenset[str]
    block: str
    before: str = ""
    behind: str = ""


@cache
def plain(character: str) -> str:
    """A character as it is compared: half-width, small, simplified; "" for blanks and punctuation."""
    half = unicodedata.normalize("NFKC", character) if "\uff01" <= character <= "\uff5e" else character
    if unicodedata.category(half)[0] in "PZC":
        return ""
    return str(_SIMPLIFIED.convert(half.lower()))


@cache
def letters(syllable: str) -> str:
    """A syllable in the letters of a keyboard: lǜ -> lv."""
    return toneless(syllable).replace("ü", "v")


class Oracle:
    """Every paragraph of a corpus, character by character. Points inside a paragraph belong to its one text."""

    def __init__(self, corpus: Corpus, own: OwnReadings) -> None:
        self._own = own
        self._paragraphs = [p for notice in corpus.notices for p in self._of(notice)]
        self._syllables = {r for _, paragraph in self._paragraphs for each in paragraph for r in each.readings}
        self._places: dict[str, list[tuple[int, int]]] = {}  # of each form and reading: paragraph, character
        for number, (_, characters) in enumerate(self._paragraphs):
            for place, character in enumerate(characters):
                for option in {character.form, *character.readings}:
                    self._places.setdefault(option, []).append((number, place))

    def _of(self, notice: Notice) -> Iterator[tuple[str, list[Character]]]:
        yield notice.id, self._characters(notice.title or "", "")
        paragraph: list[Character] = []
        for block in notice.blocks:
            if block.kind is BlockKind.TITLE and block.text == notice.title:
                continue  # the title, once more
            if not block.inline and paragraph:
                yield notice.id, paragraph
                paragraph = []
            paragraph += self._characters(block.text, block.id)
        yield notice.id, paragraph

    def _characters(self, text: str, block: str) -> list[Character]:
        spoken = self._own.readings(text)
        marks = _marks(text)
        return [
            Character(plain(c), frozenset(letters(r) for r in (reading, *other_readings(plain(c)))) - {""}, block, *m)
            for (c, reading), m in zip(
                ((c, r) for c, r in zip(text, spoken, strict=True) if plain(c)), marks, strict=True
            )
        ]

    def written(self, typed: str, *, whole: bool = False) -> set[Place]:
        """Where exactly these characters stand; blanks, punctuation, width and traditional forms do not matter.

        But a point between digits and a percent sign do. `whole`: only where no number goes on beside them.
        """
        wanted = [form for character in typed if (form := plain(character))]
        marks = _marks(typed)
        places = self._windows([frozenset([form]) for form in wanted])
        return {
            (notice, characters[at].block)
            for notice, characters, at in places
            if _same_numbers(characters[at : at + len(wanted)], marks)
            and not (whole and any(_goes_on(characters, edge) for edge in (at, at + len(wanted))))
        }

    def read(self, parts: Sequence[str]) -> set[Place]:
        """Where these stand side by side; a part is a syllable of small letters, or a character."""
        return self._all([frozenset([part]) for part in parts])

    def partings(self, group: str) -> list[list[str]]:
        """The ways to part letters into syllables that some character is read with; a character stays as it is."""
        ways = [[group]]
        for end in range(1, len(group)):
            if group[:end] in self._syllables:
                ways += [[group[:end], *rest] for rest in self.partings(group[end:]) if rest[0] in self._syllables]
        return ways

    def _all(self, wanted: list[frozenset[str]]) -> set[Place]:
        return {(notice, characters[at].block) for notice, characters, at in self._windows(wanted)}

    def _windows(self, wanted: list[frozenset[str]]) -> Iterator[tuple[str, list[Character], int]]:
        for number, start in {place for option in wanted[0] for place in self._places.get(option, ())}:
            notice, characters = self._paragraphs[number]
            window = characters[start : start + len(wanted)]
            if len(window) == len(wanted) and all(
                c.form in options or c.readings & options for c, options in zip(window, wanted, strict=True)
            ):
                yield notice, characters, start


def _marks(text: str) -> list[tuple[str, str]]:
    """For each character that is compared what stands before and behind it."""
    gaps, kept = [""], 0
    for character in text:
        if plain(character):
            kept += 1
            gaps.append("")
        else:
            gaps[-1] += character
    return [(gaps[at], gaps[at + 1]) for at in range(kept)]


def _same_numbers(window: Sequence[Character], marks: Sequence[tuple[str, str]]) -> bool:
    for at, (character, (before, behind)) in enumerate(zip(window, marks, strict=True)):
        if not character.form.isdecimal():
            continue
        if behind.startswith(("%", "％")) and not character.behind.startswith(("%", "％")):
            return False
        if at and window[at - 1].form.isdecimal() and _is_point(before) != _is_point(character.before):
            return False
    return True


def _is_point(marks: str) -> bool:
    return marks in (".", "．", "·", "•", "・") and bool(marks)


def _goes_on(characters: Sequence[Character], at: int) -> bool:
    """Whether a number goes on from the character before a place to the one at it: 1|36, 二|十."""
    if not 0 < at < len(characters) or characters[at].block != characters[at - 1].block:
        return False
    pair, between = characters[at - 1].form + characters[at].form, characters[at].before
    if re.fullmatch("[0-9]{2}", pair):
        return not between or _is_point(between) or between in (",", "，")
    return bool(re.fullmatch("[〇○零一二两三四五六七八九十百千万]{2}", pair)) and not between
