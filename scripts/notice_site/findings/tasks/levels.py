"""Tells which levels and kinds of addressees words mean, by the table of levels."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from notice_site.findings.tasks.asides import strip_asides
from notice_site.model import Level
from notice_site.model.frozen import dataclass

_RANGE = re.compile(r"(?P<from>[省市县乡镇])级?及?以(?P<way>[上下])")
# takes: 地方各级党委  各级人民政府  各级地方政府; not: 各级党委  各级政府性机构  各级政府部门
_LOCAL_GOVERNMENT = re.compile(r"地方各级党委|(?:地方各级|各级(?:地方)?)(?:人民)?政府(?!性|部门|机关)")
LOWEST_GOVERNMENT = "town"
"""地方各级人民政府 are those from the province down to the township."""

_OTHERS = re.compile("[^、，]+(?:以外|之外)的")
"""Who is left out, before the name of those who are meant: 财政部门以外的|单位."""

_EVERY_ORGAN = re.compile(r"各级(?:党政)?机关")


@dataclass(frozen=True, eq=False)
class AddresseePatterns:
    """What tells that words name somebody: the words of the table of levels."""

    levels: tuple[Level, ...]

    @cached_property
    def _words(self) -> tuple[tuple[Level, _Words], ...]:
        return tuple((level, _Words(_joined(level.addressees), _joined(level.exceptions))) for level in self.levels)

    @cached_property
    def _single_words(self) -> tuple[_Words, ...]:
        """The words of each level apart, so that a longer one does not hide where a shorter one ends."""
        return tuple(_Words(level.addressees, _joined(level.exceptions)) for level in self.levels)

    @cached_property
    def _any_word(self) -> tuple[re.Pattern[str], ...]:
        """The words of all levels: most clauses have none of them."""
        return _joined([pattern for level in self.levels for pattern in level.addressees])

    @cached_property
    def _named(self) -> dict[tuple[str, bool], frozenset[str]]:
        return {}  # addressees recur; words to ids is a pure function

    @cached_property
    def _last(self) -> list[tuple[str, int, int, list[int]]]:
        return [("", 0, 0, [])]  # a clause is asked about several times in a row

    def ends(self, text: str, start: int, stop: int) -> list[int]:
        """Where in text[start:stop] a word ends that may be the last of a name, in order."""
        *clause, ends = self._last[0]
        if clause != [text, start, stop]:
            ends = []
            if any(pattern.search(text, start, stop) for pattern in self._any_word):
                words = [
                    single
                    for (_, joined), single in zip(self._words, self._single_words, strict=True)
                    if any(pattern.search(text, start, stop) for pattern in joined.patterns)
                ]
                ends = sorted({place.end() for of_level in words for place in of_level.places(text, start, stop)})
            self._last[0] = (text, start, stop, ends)
        return ends

    def opens(self, text: str, start: int) -> bool:
        """Whether text[start:] begins with such a word: 组织部门, 领导小组."""
        return any(words.begin(text, start) for _, words in self._words)

    def named(self, words: str, *, otherwise: bool) -> frozenset[str]:
        """The ids of the levels, of those that are or are not `otherwise`, whose words stand in `words`."""
        key = (words, otherwise)
        if key not in self._named:
            self._named[key] = frozenset(
                level.id
                for level, of_level in self._words
                if level.otherwise == otherwise and any(of_level.places(words, 0, len(words)))
            )
        return self._named[key]


LONGEST_BEFORE = 8
"""Characters before a word that may make a longer one of it: 社会主义市场, 基层服务型党组织."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of one level, and the longer words in which they do not count."""

    patterns: tuple[re.Pattern[str], ...]
    exceptions: tuple[re.Pattern[str], ...]

    def places(self, text: str, start: int, stop: int) -> Iterator[re.Match[str]]:
        """Where in text[start:stop] such a word stands: 市 of 市、县, not of 市场."""
        taken: list[tuple[int, int]] | None = None  # longer words by their begin, each with the furthest end so far
        for pattern in self.patterns:
            for match in pattern.finditer(text, start, stop):
                if taken is None:
                    longer = sorted(
                        e.span()
                        for each in self.exceptions
                        for e in each.finditer(text, max(0, start - LONGEST_BEFORE), stop)
                    )
                    ends = accumulate((end for _, end in longer), max)
                    taken = [(begin, end) for (begin, _), end in zip(longer, ends, strict=True)]
                before = bisect_right(taken, match.start(), key=lambda span: span[0])
                if not before or taken[before - 1][1] < match.end():
                    yield match

    def begin(self, text: str, start: int) -> bool:
        """Whether text[start:] begins with such a word."""
        found = any(pattern.match(text, start) for pattern in self.patterns)
        return found and not any(pattern.match(text, start) for pattern in self.exceptions)


def _joined(patterns: Sequence[re.Pattern[str]]) -> tuple[re.Pattern[str], ...]:
    """The same patterns, as few as can be: where none has groups or flags of its own, one that is any of them."""
    plain = [p for p in patterns if not p.groups and p.flags == re.UNICODE]
    rest = tuple(p for p in patterns if p not in plain)
    return (re.compile("|".join(f"(?:{p.pattern})" for p in plain)), *rest) if plain else rest


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """How far a document reaches: the level of its issuer, and the levels at which it says that work is done."""

    issuer: str | None
    levels: frozenset[str]


def levels_of(words: str, patterns: AddresseePatterns, jurisdiction: Jurisdiction) -> tuple[str, ...]:
    """The ids of the levels and kinds that the words of an addressee name, in the order of the table.

    省以下 means the levels below, 县以上 the level and those above it, as far as the document reaches; 各级机关 those
    from its issuer down to the county.
    """
    text = _OTHERS.sub("", strip_asides(words).text)
    plain = _RANGE.sub("", text)
    ranks = [level.id for level in patterns.levels if level.issuers]
    ids = {*patterns.named(plain, otherwise=False)}
    if _LOCAL_GOVERNMENT.search(plain) and plain == text:
        ids |= {*ranks[1 : ranks.index(LOWEST_GOVERNMENT) + 1]} if LOWEST_GOVERNMENT in ranks else set()
    for match in _RANGE.finditer(text):
        ids |= _range(match["from"], match["way"], patterns, ranks, jurisdiction)
    if _EVERY_ORGAN.search(plain) and not _RANGE.search(text):
        ids |= _organs(ranks, jurisdiction)
    if not ids:
        ids = {*patterns.named(plain, otherwise=True)}
    return tuple(level.id for level in patterns.levels if level.id in ids)


def _range(
    word: str, way: str, patterns: AddresseePatterns, ranks: Sequence[str], jurisdiction: Jurisdiction
) -> set[str]:
    fitting = [level.id for level in patterns.levels if level.issuers and any(p.search(word) for p in level.addressees)]
    if not fitting:
        return set()
    at = ranks.index(fitting[0])
    last = ranks.index("village") if "village" in ranks else len(ranks) - 1
    ids = set(ranks[at + 1 : last + 1]) if way == "下" else set(ranks[: at + 1])
    if jurisdiction.issuer in ranks:
        ids -= set(ranks[: ranks.index(jurisdiction.issuer)]) | ({jurisdiction.issuer} if way == "上" else set())
    return ids & jurisdiction.levels if jurisdiction.levels else ids


def _organs(ranks: Sequence[str], jurisdiction: Jurisdiction) -> set[str]:
    if jurisdiction.issuer not in ranks or "county" not in ranks:
        return set()
    ids = set(ranks[ranks.index(jurisdiction.issuer) : ranks.index("county") + 1])
    return ids & jurisdiction.levels if jurisdiction.levels & ids else ids
