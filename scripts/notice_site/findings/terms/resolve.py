"""Resolves glossary entries to terms whose quotations point to the characters they quote."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from notice_site.model import Block, Mention, Notice, Problem, Quote, Ref, Term, TermPart, TermSense
from notice_site.model.glossary import Entry, Glossary, Parts, SourceQuote
from notice_site.text.numerals import numeral_segments

_SPACE = re.compile(r"\s+")


def resolve_terms(
    glossary: Glossary,
    notices: Sequence[Notice],
    mentions: Iterable[Mention],
    *,
    complete: bool,
    is_withdrawn: Callable[[str], bool] = lambda source: False,
) -> tuple[tuple[Term, ...], tuple[Problem, ...]]:
    """The terms that the notices mention, in the order of the glossary, and a problem for each false quotation.

    A quotation stands within one block; white space does not count. `complete` says that the notices
    are those the glossary was written for, so that a source that is not among them is a problem unless it was
    withdrawn; otherwise its quotations are left out.
    """
    sources = _Sources(notices)
    met = {mention.term for mention in mentions}
    ids = {form.text: entry.id for entry in glossary.entries if entry.id in met for form in entry.forms}
    terms = tuple(_term(entry, sources, ids) for entry in glossary.entries if entry.id in met)
    problems = tuple(
        Problem(glossary.file, quote.line, *fault)
        for entry in glossary.entries
        for quote in _quotes(entry)
        if (fault := sources.fault(quote, complete and not is_withdrawn(quote.source)))
    )
    return terms, problems


def _term(entry: Entry, sources: _Sources, ids: Mapping[str, str]) -> Term:
    return Term(
        id=entry.id,
        term=entry.term,
        variants=entry.variants,
        pinyin=entry.pinyin,
        kind=entry.kind,
        count=entry.counts[0] if len(entry.counts) == 1 else None,
        counts=entry.counts,
        items=tuple(part for parts in entry.parts for part in sources.parts(parts)),
        structure=tuple(_structure(entry, sources, ids)),
        definitions=sources.found(entry.definitions),
        usage=sources.found(entry.usage),
        senses=tuple(TermSense(sense.name, sources.found(sense.definitions)) for sense in entry.senses),
        related=tuple(ids[related] for related in entry.related if related in ids),
        note=entry.note,
    )


def _structure(entry: Entry, sources: _Sources, ids: Mapping[str, str]) -> Iterator[TermPart]:
    """The branches of a slogan that announces several numbers, each with its own parts.

    学三促四抓 has 学 with one, 三促 with three and 四抓 with four; each of a slogan's sources adds its wording of them.
    """
    labels = next((pieces for form in entry.forms if len(pieces := numeral_segments(form.text)) > 1), ())
    if len(entry.counts) < 2 or len(labels) != len(entry.counts):
        return
    wordings = [(parts.sizes, sources.parts(parts)) for parts in entry.parts]
    for number, (label, count) in enumerate(zip(labels, entry.counts, strict=True)):
        items = (
            quote
            for sizes, quotes in wordings
            if sum(sizes) == len(quotes)
            for quote in quotes[sum(sizes[:number]) : sum(sizes[: number + 1])]
        )
        yield TermPart(label, count, ids.get(label), tuple(items))


def _quotes(entry: Entry) -> Iterator[SourceQuote]:
    yield from entry.definitions
    yield from entry.usage
    for sense in entry.senses:
        yield from sense.definitions
    for parts in entry.parts:
        yield from parts.quotes


class _Sources:
    """The text of the notices by source file."""

    def __init__(self, notices: Sequence[Notice]) -> None:
        self._blocks: dict[str, list[tuple[Notice, Block]]] = {}
        for notice in notices:
            self._blocks.setdefault(notice.source, []).extend((notice, block) for block in notice.blocks)

    def fault(self, quote: SourceQuote, complete: bool) -> tuple[str, str] | None:
        """What is wrong with a quotation and what to do, or None."""
        if quote.source not in self._blocks:
            return (f"没有来源文件 {quote.source}", "改正文件名，或删去这条引文") if complete else None
        if self.find(quote) is None:
            return f"{quote.source} 的任何一段里都没有“{quote.text}”", "照原文一字不差地摘录，不要跨段"
        return None

    def find(self, quote: SourceQuote) -> Quote | None:
        """The first place of a quotation."""
        for notice, block in self._blocks.get(quote.source, ()):
            if place := _in_block(quote.text, notice, block, 0):
                return place
        return None

    def found(self, quotes: Iterable[SourceQuote]) -> tuple[Quote, ...]:
        """The places of those quotations that are there."""
        return tuple(place for quote in quotes if (place := self.find(quote)))

    def parts(self, parts: Parts) -> tuple[Quote, ...]:
        """The places of the parts: one after the other in the first block that has them all; else the first of each."""
        for notice, block in self._blocks.get(parts.source, ()):
            if together := _in_sequence([quote.text for quote in parts.quotes], notice, block):
                return together
        return tuple(place for quote in parts.quotes if (place := self.find(quote)))


def _in_sequence(wordings: Sequence[str], notice: Notice, block: Block) -> tuple[Quote, ...]:
    """The wordings in a block, each behind the one before it where it stands there; () if one is not in the block.

    学习焦裕禄精神、学习杨水才精神 and then 争做…… go back: the parts of a slogan may be told in another order.
    """
    places: list[Quote] = []
    behind = 0
    for wording in wordings:
        place = _in_block(wording, notice, block, behind) or _in_block(wording, notice, block, 0)
        if place is None:
            return ()
        places.append(place)
        behind = place.ref.end
    return tuple(places)


def _in_block(wording: str, notice: Notice, block: Block, behind: int) -> Quote | None:
    """The first place of a wording in a block from `behind` on, white space on either side not counted."""
    start = block.text.find(wording, behind)
    end = start + len(wording)
    if start < 0:
        if not _SPACE.search(block.text):
            return None
        pattern = r"\s*".join(re.escape(character) for character in _SPACE.sub("", wording))
        spaced = re.compile(pattern).search(block.text, behind)
        if spaced is None:
            return None
        start, end = spaced.span()
    return Quote(Ref(notice.id, block.id, start, end), block.text[start:end])
