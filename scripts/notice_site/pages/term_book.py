"""A corpus goes in, its terms come out with all that their pages ask for: mentions by term and document, places, order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from notice_site.model import Corpus, Mention, Notice, Quote, Ref, Term
from notice_site.pages.links import Place
from notice_site.pages.shelves import by_date
from notice_site.pinyin import toneless

INDEX = Place("glossary/index.md")

DIGITS = "0–9"
"""The letter under which terms stand that begin with a digit."""


@dataclass(frozen=True)
class TermBook:
    """The terms of a corpus by id, and where each stands: all mentions, also those inside longer terms."""

    terms: Mapping[str, Term]
    mentions: Mapping[str, tuple[Mention, ...]]  # by term, in reading order
    in_notice: Mapping[str, tuple[Mention, ...]]  # by document, in reading order
    notices: Mapping[str, Notice]  # by id, in order of date

    def by_notice(self, term_id: str) -> dict[str, list[Mention]]:
        """The mentions of a term by document, the documents in order of date."""
        found: dict[str, list[Mention]] = {}
        for mention in self.mentions[term_id]:
            found.setdefault(mention.ref.notice, []).append(mention)
        return {notice_id: found[notice_id] for notice_id in self.notices if notice_id in found}

    def first(self, term_id: str) -> Mention:
        """The mention with which the term first appears: in the earliest dated document that has it."""
        return min(self.mentions[term_id], key=lambda mention: self._earliness(self.notices[mention.ref.notice]))

    def dated(self, quotes: Iterable[Quote]) -> dict[str, list[Quote]]:
        """Quotations by document, the documents in order of date."""
        found: dict[str, list[Quote]] = {}
        for quote in quotes:
            found.setdefault(quote.ref.notice, []).append(quote)
        return {notice_id: found[notice_id] for notice_id in self.notices if notice_id in found}

    @staticmethod
    def _earliness(notice: Notice) -> tuple[bool, str]:
        day = known_day(notice)
        return day is None, day or ""


def term_book(corpus: Corpus) -> TermBook:
    """Sorts the mentions of a corpus once by term and once by document."""
    by_term: dict[str, list[Mention]] = {term.id: [] for term in corpus.terms}
    in_notice: dict[str, list[Mention]] = {}
    for mention in corpus.mentions:
        by_term[mention.term].append(mention)
        in_notice.setdefault(mention.ref.notice, []).append(mention)
    return TermBook(
        {term.id: term for term in corpus.terms},
        {term_id: tuple(found) for term_id, found in by_term.items()},
        {notice_id: tuple(found) for notice_id, found in in_notice.items()},
        {notice.id: notice for notice in by_date(corpus.notices)},
    )


def known_day(notice: Notice) -> str | None:
    """The earliest that the text says of a document's time: 成文日期, else 印发日期, else the day it came out."""
    return notice.date or notice.printed or (notice.published.date if notice.published else None)


def term_place(term_id: str) -> Place:
    """The page of a term."""
    return Place(f"glossary/{term_id}.md")


def spoken(term: Term) -> str:
    """The reading as one text: liù wèn."""
    return " ".join(filter(None, term.pinyin))


def initials(term: Term) -> str:
    """The first letter of each syllable: lw."""
    return "".join(toneless(syllable)[0] for syllable in term.pinyin if syllable)


def letter(term: Term) -> str:
    """The capital letter under which a term stands in an index by pinyin."""
    first = initials(term)[:1].upper()
    return DIGITS if first.isdigit() or not first else first


def by_pinyin(terms: Iterable[Term]) -> list[Term]:
    """Terms in the order of a Chinese dictionary by sound: syllable by syllable, equal ones by tone, then by character."""
    return sorted(terms, key=lambda term: (letter(term) == DIGITS, _sounds(term), term.pinyin, term.term))


def _sounds(term: Term) -> list[str]:
    return [toneless(syllable).replace("ü", "u~") for syllable in term.pinyin if syllable]


def section_path(notice: Notice, ref: Ref) -> str:
    """Where in its document a passage stands, by the labels of the sections around it: 二、（一）.

    "" outside all labelled sections.
    """
    blocks = {block.id: block for block in notice.blocks}
    block = blocks.get(ref.block)
    labels: list[str] = []
    while block is not None:
        if block.label:
            labels.append(block.label)
        block = blocks.get(block.parent or "")
    return "".join(reversed(labels))
