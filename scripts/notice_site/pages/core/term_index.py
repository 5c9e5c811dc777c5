"""Sorts the mentions of terms by term and by document, and the terms by sound."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TypeVar

from notice_site.model import Block, Corpus, Mention, Notice, Quote, Ref, Term
from notice_site.pages.core import labels_zh
from notice_site.pages.core.links import Location
from notice_site.pages.core.section_paths import section_path
from notice_site.text.numerals import numerals_in
from notice_site.text.pinyin import toneless

INDEX = Location("glossary/index.md")

Found = TypeVar("Found")

_BETWEEN_DIGITS = re.compile(r"(?<=\d) (?=\d)")

_BLOCKS_KEPT = 64  # documents

DIGITS = "0–9"
"""The letter under which terms stand that begin with a digit."""


@dataclass(frozen=True)
class TermIndex:
    """The terms of a corpus by id, and where each stands: all mentions, also those inside longer terms."""

    terms: Mapping[str, Term]
    mentions: Mapping[str, tuple[Mention, ...]]  # by term, in reading order
    in_notice: Mapping[str, tuple[Mention, ...]]  # by document, in reading order
    notices: Mapping[str, Notice]  # by id, in order of date

    def blocks(self, notice_id: str) -> Mapping[str, Block]:
        """The blocks of a document by their ids; of the last ones asked for, they are kept."""
        return self._blocks(notice_id)

    def text(self, ref: Ref) -> str:
        """The text of the block that a reference points into."""
        return self.blocks(ref.notice)[ref.block].text

    def section_path(self, ref: Ref) -> str:
        """Where in its document a passage stands, by the labels of the sections around it: 三、(一)1.

        "" outside all labelled sections.
        """
        blocks = self.blocks(ref.notice)
        return section_path(blocks.get(ref.block), blocks.get)

    def by_notice(self, term_id: str) -> dict[str, list[Mention]]:
        """The mentions of a term by document, the documents in order of date."""
        found: dict[str, list[Mention]] = {}
        for mention in self.mentions[term_id]:
            found.setdefault(mention.ref.notice, []).append(mention)
        return self._in_order(found)

    def first(self, term_id: str) -> Mention:
        """The mention with which the term first appears: in the earliest dated document that has it."""
        return min(self.mentions[term_id], key=lambda mention: _earliness(self.notices[mention.ref.notice]))

    def dated(self, quotes: Iterable[Quote]) -> dict[str, list[Quote]]:
        """Quotations by document, the documents in order of date."""
        found: dict[str, list[Quote]] = {}
        for quote in quotes:
            found.setdefault(quote.ref.notice, []).append(quote)
        return self._in_order(found)

    def _in_order(self, found: Mapping[str, Found]) -> dict[str, Found]:
        return {notice_id: found[notice_id] for notice_id in sorted(found, key=self._order.__getitem__)}

    @cached_property
    def _blocks(self) -> Callable[[str], Mapping[str, Block]]:
        return lru_cache(maxsize=_BLOCKS_KEPT)(lambda id: {block.id: block for block in self.notices[id].blocks})

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
        {term_id: tuple(found) for term_id, found in by_term.items()},
        {notice_id: tuple(found) for notice_id, found in in_notice.items()},
        {notice.id: notice for notice in sorted(corpus.known, key=_earliness)},
    )


def known_day(notice: Notice) -> str | None:
    """The earliest that the text says of a document's time: 成文日期, else 印发日期, else the day it came out."""
    return notice.date or notice.printed or (notice.published.date if notice.published else None)


def dated(notice: Notice) -> str:
    """`known_day` in words, with what happened then unless it is the document's own date; "" for none.

    Not made but printed in a newspaper that day: 2014年1月24日见报.
    """
    if notice.date:
        return labels_zh.day(notice.date)
    if notice.printed:
        return f"{labels_zh.day(notice.printed)}{labels_zh.EVENT_KINDS['printed']}"
    if notice.published and notice.published.date:
        return f"{labels_zh.day(notice.published.date)}{labels_zh.EVENT_KINDS['published']}"
    return ""


def _earliness(notice: Notice) -> tuple[bool, str]:
    day = known_day(notice)
    return day is None, day or ""


def term_place(term_id: str) -> Location:
    """The page of a term."""
    return Location(f"glossary/{term_id}.md")


def spoken(term: Term) -> str:
    """The reading as one text: liù wèn; digits of the term stand together: 10 gè pǔ biàn xìng wèn tí."""
    return _BETWEEN_DIGITS.sub("", " ".join(filter(None, term.pinyin)))


def numbers(term: Term) -> tuple[int, ...]:
    """The numbers that a numeral slogan names, in its own words or those of a variant; () for other terms.

    学三促四抓 -> (3, 4); 抓学习、找问题、治毛病、立规矩, also called 四个关键环节 -> (4,)
    """
    if term.kind != "numeral" and term.count is None:
        return ()
    return next(filter(None, map(numerals_in, (term.term, *term.variants))), ())


def initials(term: Term) -> str:
    """The first letter of each syllable: lw."""
    return "".join(toneless(syllable)[0] for syllable in term.pinyin if syllable)


def letter(term: Term) -> str:
    """The capital letter under which a term stands in an index by pinyin."""
    first = initials(term)[:1].upper()
    return DIGITS if first.isdigit() or not first else first


def by_pinyin(terms: Iterable[Term]) -> list[Term]:
    """Terms in the order of a dictionary by sound: syllable by syllable, equal ones by tone, then by character."""
    return sorted(terms, key=lambda term: (letter(term) == DIGITS, _sounds(term), term.pinyin, term.term))


def _sounds(term: Term) -> list[str]:
    return [toneless(syllable).replace("ü", "u~") for syllable in term.pinyin if syllable]
