"""The values of a glossary as its editor wrote it: entries, their wordings, conditions and quotations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from notice_site.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class SourceQuote:
    """Words of a source, not yet looked up there."""

    source: str  # file name
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a slogan as one source words them, flat and in order.

    `sizes` says how many of them belong to each number that the slogan announces: 1, 3, 4 in 学三促四抓.
    """

    source: str
    quotes: tuple[SourceQuote, ...]
    sizes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SenseEntry:
    """One of several things that a term means; `near` are words one of which stands by it where it means this."""

    name: str
    near: tuple[str, ...]
    definitions: tuple[SourceQuote, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """One wording of a term; a short name may count only after the term itself in the same document."""

    text: str
    only_after_term: bool = False


@dataclass(frozen=True, slots=True)
class Conditions:
    """Where the wordings of a term are that term, and not common words that look alike."""

    only_within_quotes: bool = False
    not_ordinal: bool = False
    only_inside: tuple[str, ...] = ()
    not_inside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as its editor wrote it."""

    id: str
    term: str
    forms: tuple[Form, ...]  # the term itself first
    pinyin: tuple[str, ...]  # one a character of term: "" for punctuation, the character itself for 0-9 and A-Z
    kind: str
    line: int
    counts: tuple[int, ...] = ()  # the numbers that the slogan announces
    definitions: tuple[SourceQuote, ...] = ()
    usage: tuple[SourceQuote, ...] = ()  # passages that show the term in use and do not explain it
    senses: tuple[SenseEntry, ...] = ()
    parts: tuple[Parts, ...] = ()
    related: tuple[str, ...] = ()  # terms
    note: str = ""
    conditions: Conditions = Conditions()

    @property
    def variants(self) -> tuple[str, ...]:
        """The wordings besides the term."""
        return tuple(form.text for form in self.forms[1:])


@dataclass(frozen=True, slots=True)
class Glossary:
    """The entries in the order of the file, and words with the readings that go before the dictionary's."""

    file: str = ""
    entries: tuple[Entry, ...] = ()
    readings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # one syllable a character
