"""Sorts the mentions of terms by term and by document, and the terms by sound."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache, cached_property
from typing import TypeVar

from notice_site.model import Block, Corpus, Mention, Notice, Quote, Ref, Term
from notice_site.model.frozen import dataclass
from notice_site.pages.core.document_days import by_date, known_day
from notice_site.pages.core.links import Location
from notice_site.pages.core.section_paths import section_path, standing_alone
from notice_site.text.iso_dates import stretch
from notice_site.text.numerals import numerals_in
from notice_site.text.pinyin import toneless

INDEX = Location("glossary/index.md")

Value = TypeVar("Value")

_BETWEEN_DIGITS = re.compile(r"(?<=\d) (?=\d)")

DIGITS = "0–9"
"""The letter under which terms stand that begin with a digit."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How often a term stands by itself, and how often inside a longer term: 群众路线 in 群众路线教育实践活动."""

    alone: int
    within: int

    @classmethod
    def of(cls, mentions: Iterable[Mention]) -> Tally:
        """Counts mentions."""
        inside = [mention.within is not None for mention in mentions]
        return cls(len(inside) - sum(inside), sum(inside))

    @property
    def total(self) -> int:
        """All places."""
        return self.alone + self.within

    def words(self) -> str:
        """Words the count.

        >>> Tally(4, 28).words(), Tally(3, 0).words()
        ('32 处，其中 28 处含于他词', '3 处')
        """
        return f"{self.total} 处" + (f"，其中 {self.within} 处含于他词" if self.within else "")

    def short(self) -> str:
        """Writes the count for a narrow place; what ＋ means is said beside it (`WITHIN_LEGEND`).

        >>> Tally(4, 28).short(), Tally(3, 0).short()
        ('4＋28', '3')
        """
        return f"{self.alone}＋{self.within}" if self.within else str(self.alone)


WITHIN_LEGEND = "数字为处数，＋后为含于他词（更长的词语）的处数。"


@dataclass(frozen=True)
class TermIndex:
    """The terms of a corpus by id, and all their mentions, also those inside longer terms."""

    terms: Mapping[str, Term]
    mentions: Mapping[str, tuple[Mention, ...]]  # by term, in reading order
    in_notice: Mapping[str, tuple[Mention, ...]]  # by document, in reading order
    notices: Mapping[str, Notice]  # by id, in order of date

    def blocks(self, notice_id: str) -> Mapping[str, Block]:
        """Returns the blocks of a document by their ids."""
        return self.notices[notice_id].blocks_by_id

    def text(self, ref: Ref) -> str:
        """Returns the text of the block that a reference points into."""
        return self.blocks(ref.notice)[ref.block].text

    def section_path(self, ref: Ref) -> str:
        """Joins the labels of the sections around a passage, 三、（一）1.; "" outside all labelled sections."""
        blocks = self.blocks(ref.notice)
        return section_path(blocks.get(ref.block), blocks.get)

    def place_name(self, ref: Ref) -> str:
        """Names the section of a passage where its name is no part of a sentence: 三、; "" outside all sections."""
        return standing_alone(self.section_path(ref))

    def by_notice(self, term_id: str) -> Mapping[str, Sequence[Mention]]:
        """Groups the mentions of a term by document, the documents in order of date."""
        return self._by_notice(term_id)

    @cached_property
    def _by_notice(self) -> Callable[[str], Mapping[str, Sequence[Mention]]]:
        return cache(self._grouped)  # the page of the term, its fingerprint, the indexes and the data ask for it

    def _grouped(self, term_id: str) -> Mapping[str, Sequence[Mention]]:
        by_document: dict[str, list[Mention]] = {}
        for mention in self.mentions[term_id]:
            by_document.setdefault(mention.ref.notice, []).append(mention)
        return self._in_order(by_document)

    def tally(self, term_id: str) -> Tally:
        """Counts the places of a term in all documents."""
        return Tally.of(self.mentions[term_id])

    def firsts(self, term_id: str) -> list[Mention]:
        """Finds the mentions with which the term first appears: in the dated documents that none is known to precede.

        These are several where dates are equal, or one is given by its month and lies around the other.
        """
        return self._firsts(term_id)

    @cached_property
    def _firsts(self) -> Callable[[str], list[Mention]]:
        return cache(self._find_firsts)  # the page of the term, the indexes and the data ask for them

    def _find_firsts(self, term_id: str) -> list[Mention]:
        first_in = {notice_id: mentions[0] for notice_id, mentions in self.by_notice(term_id).items()}
        days = {id: days for id in first_in if (days := self._days[id])}
        earliest = min((last for _, last in days.values()), default=None)
        return [first_in[id] for id, (first, _) in days.items() if earliest is not None and first <= earliest]

    @cached_property
    def _days(self) -> Mapping[str, tuple[date, date] | None]:
        """The first and last day that the date of each document leaves open."""
        days = {id: known_day(notice) for id, notice in self.notices.items()}
        return {id: stretch(day, day) if day else None for id, day in days.items()}

    def dated(self, quotes: Iterable[Quote]) -> dict[str, list[Quote]]:
        """Groups quotations by document, the documents in order of date."""
        by_document: dict[str, list[Quote]] = {}
        for quote in quotes:
            by_document.setdefault(quote.ref.notice, []).append(quote)
        return self._in_order(by_document)

    def _in_order(self, by_notice: Mapping[str, Value]) -> dict[str, Value]:
        return {notice_id: by_notice[notice_id] for notice_id in sorted(by_notice, key=self._order.__getitem__)}

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return {notice_id: number for number, notice_id in enumerate(self.notices)}


def term_index(corpus: Corpus) -> TermIndex:
    """Sorts the mentions of a corpus once by term and once by document."""
    by_term: dict[str, list[Mention]] = {term.id: [] for term in corpus.terms}
    in_notice: dict[str, list[Mention]] = {}
    for mention in corpus.mentions:
        by_term[mention.term].append(mention)
        in_notice.setdefault(mention.ref.notice, []).append(mention)
    return TermIndex(
        {term.id: term for term in corpus.terms},
        {term_id: tuple(mentions) for term_id, mentions in by_term.items()},
        {notice_id: tuple(mentions) for notice_id, mentions in in_notice.items()},
        {notice.id: notice for notice in by_date(corpus.all_notices)},
    )


def term_place(term_id: str) -> Location:
    """Returns the page of a term."""
    return Location(f"glossary/{term_id}.md")


def spoken(term: Term) -> str:
    """Joins the syllables of a reading, liù wèn; digits of the term stand together: 10 gè pǔ biàn xìng wèn tí."""
    return _BETWEEN_DIGITS.sub("", " ".join(filter(None, term.pinyin)))


def numbers(term: Term) -> tuple[int, ...]:
    """Finds the numbers that a numeral slogan names, in its own words or those of a variant; () for other terms.

    学三促四抓 -> (3, 4); 抓学习、找问题、治毛病、立规矩, also called 四个关键环节 -> (4,)
    """
    if term.kind != "numeral" and term.count is None:
        return ()
    return next(filter(None, map(numerals_in, (term.term, *term.variants))), ())


def initials(term: Term) -> str:
    """Joins the first letters of the syllables: lw."""
    return "".join(toneless(syllable)[0] for syllable in term.pinyin if syllable)


def letter(term: Term) -> str:
    """Returns the capital letter under which a term stands in an index by pinyin."""
    first = initials(term)[:1].upper()
    return DIGITS if first.isdigit() or not first else first


def by_pinyin(terms: Iterable[Term]) -> list[Term]:
    """Sorts terms as a dictionary does: syllable by syllable, equal ones by tone, then by character."""
    return sorted(terms, key=lambda term: (letter(term) == DIGITS, _sounds(term), term.pinyin, term.term))


def _sounds(term: Term) -> list[str]:
    return [toneless(syllable).replace("ü", "u~") for syllable in term.pinyin if syllable]
