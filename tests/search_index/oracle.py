"""A corpus and a wording in, all places that hold it out: by trying every place where its first character stands.

Written without the search index and its table of symbols, so that the two can disagree.
"""

from __future__ import annotations

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
    """One character of a paragraph: what it is compared as, all its readings, the block in which it stands."""

    form: str
    readings: frozenset[str]
    block: str


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
        return [
            Character(plain(c), frozenset(letters(r) for r in (reading, *other_readings(plain(c)))) - {""}, block)
            for c, reading in zip(text, spoken, strict=True)
            if plain(c)
        ]

    def written(self, wording: str) -> set[Place]:
        """Where exactly these characters stand; blanks, punctuation, width and traditional forms do not matter."""
        wanted = [form for character in wording if (form := plain(character))]
        return self._all([frozenset([form]) for form in wanted])

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
        found: set[Place] = set()
        for number, start in {place for option in wanted[0] for place in self._places.get(option, ())}:
            notice, characters = self._paragraphs[number]
            window = characters[start : start + len(wanted)]
            if len(window) == len(wanted) and all(
                c.form in options or c.readings & options for c, options in zip(window, wanted, strict=True)
            ):
                found.add((notice, window[0].block))
        return found
