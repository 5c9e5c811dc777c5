"""A corpus in, things that people type to find its wordings out: seeded, some hundreds of each manner."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from opencc import OpenCC

from notice_site.model import Corpus
from notice_site.text.pinyin import OwnReadings, toneless
from tests.search_index.oracle import letters, plain

SHORTEST, LONGEST = 2, 12  # characters of a wording

_TRADITIONAL = OpenCC("s2t")
_TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
_INITIALS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("l", "n"), ("f", "h"))
_FINALS = ("ang", "eng", "ing")


@dataclass(frozen=True)
class Typed:
    """One query: how it was made, what is typed, and of what: characters and the syllables they are read with here."""

    manner: str
    text: str
    wording: str
    syllables: tuple[str, ...]  # with tone marks; "" for a character without reading

    @property
    def parts(self) -> tuple[str, ...]:
        """Syllables without tones; the character itself where it has none."""
        pairs = zip(self.wording, self.syllables, strict=True)
        return tuple(letters(syllable) if syllable else plain(character) for character, syllable in pairs)


def generated(corpus: Corpus, own: OwnReadings, counts: dict[str, int], seed: int) -> Iterator[Typed]:
    """Queries of each manner, as many as `counts` says."""
    chance = random.Random(seed)
    texts = [text for notice in corpus.notices for text in (notice.title or "", *(b.text for b in notice.blocks))]
    spoken = [(text, own.readings(text)) for text in texts if len(text) >= SHORTEST]
    for manner, count in counts.items():
        made = 0
        while made < count:
            typed = _typed(manner, spoken, chance)
            if typed is not None:
                made += 1
                yield typed


def _typed(manner: str, spoken: Sequence[tuple[str, tuple[str, ...]]], chance: random.Random) -> Typed | None:
    text, readings = chance.choice(spoken)
    length = chance.randint(SHORTEST, LONGEST)
    start = chance.randrange(len(text))
    kept = [(c, r) for c, r in zip(text[start:], readings[start:], strict=True) if plain(c)][:length]
    wording = "".join(character for character, _ in kept)
    syllables = tuple(reading for _, reading in kept)
    if len(kept) < SHORTEST or (manner not in ("汉字", "带标点", "繁体") and not all(syllables)):
        return None
    if manner == "带标点":
        wording_as_found = text[start : start + length]
        if sum(bool(plain(c)) for c in wording_as_found) < SHORTEST:
            return None
        return Typed(manner, wording_as_found, "".join(filter(plain, wording_as_found)), ())
    return Typed(manner, MANNERS[manner](wording, syllables, chance), wording, syllables)


def _cut_short(wording: str, syllables: Sequence[str], chance: random.Random) -> str:
    """The last syllable lacks one letter or more, but not all."""
    *others, last = map(letters, syllables)
    return "".join(others) + last[: chance.randint(1, max(1, len(last) - 1))]


def _mixed(wording: str, syllables: Sequence[str], chance: random.Random) -> str:
    return "".join(
        character if chance.random() < 0.5 else letters(syllable)
        for character, syllable in zip(wording, syllables, strict=True)
    )


def accented(syllable: str, chance: random.Random) -> str:
    """A syllable with another accent, where there is one: zheng -> zen, zeng, zhen."""
    for a, b in _INITIALS:
        if chance.random() < 0.6:
            if syllable.startswith(a) and not (len(a) == 1 and syllable.startswith(b)):
                syllable = b + syllable[len(a) :]
                break
            if syllable.startswith(b) and not syllable.startswith(a):
                syllable = a + syllable[len(b) :]
                break
    if chance.random() < 0.6:
        for final in _FINALS:
            if syllable.endswith(final):
                return syllable[:-1]
            if syllable.endswith(final[:-1]):
                return f"{syllable}g"
    return syllable


def digits(syllable: str) -> str:
    """liù -> liu4, zi -> zi5."""
    marks = [_TONES[mark] for mark in unicodedata.normalize("NFD", syllable) if mark in _TONES]
    return letters(syllable) + (marks[0] if marks else "5")


Manner = Callable[[str, Sequence[str], random.Random], str]

MANNERS: dict[str, Manner] = {
    "汉字": lambda wording, syllables, chance: wording,
    "繁体": lambda wording, syllables, chance: _TRADITIONAL.convert(wording),
    "全拼": lambda wording, syllables, chance: "".join(map(letters, syllables)),
    "空格": lambda wording, syllables, chance: " ".join(map(letters, syllables)),
    "隔音符号": lambda wording, syllables, chance: "'".join(toneless(syllable) for syllable in syllables),
    "声调": lambda wording, syllables, chance: chance.choice(["", " "]).join(syllables),
    "数字声调": lambda wording, syllables, chance: chance.choice(["", " "]).join(map(digits, syllables)),
    "未写完": _cut_short,
    "混写": _mixed,
    "近音": lambda wording, syllables, chance: "".join(accented(letters(s), chance) for s in syllables),
}
