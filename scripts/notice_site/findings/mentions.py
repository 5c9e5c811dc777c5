"""Notices and the glossary's entries go in; every place where a term stands comes out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from notice_site.chinese_numerals import HAN_NUMERAL, han_to_int
from notice_site.glossary_entries import Entry, Form
from notice_site.model import Block, Mention, Notice, Ref
from notice_site.phrase_matching import PhraseMatcher, folded

_QUOTATION_MARKS = frozenset(("“”", "‘’", "「」", "『』", '""', "''"))
_NUMBERED = re.compile(rf"({HAN_NUMERAL}+)(.+)", re.DOTALL)
_CLAUSE_START = r"(?:^|(?<=[，,；;。：:、\n]))"


def find_mentions(entries: Iterable[Entry], notices: Iterable[Notice]) -> tuple[Mention, ...]:
    """All mentions, in the order of notices, blocks and characters; where two begin together the longer first.

    The longest term wins. A shorter term inside it is a mention too and names the longer in `within`;
    one that only overlaps it is none. Wordings of one term never overlap: 党的群众路线教育实践活动 is one
    mention of that term although 教育实践活动 is its variant. Full- and half-width forms are the same.
    """
    finder = _Finder(tuple(entries))
    return tuple(mention for notice in notices for mention in finder.in_notice(notice))


@dataclass(frozen=True, slots=True)
class _Wording:
    """One form of an entry with its conditions made ready to check."""

    entry: Entry
    form: Form
    only_inside: tuple[tuple[str, str], ...]  # what stands before and after it in the longer wording
    not_inside: tuple[tuple[str, str], ...]
    series: re.Pattern[str] | None  # finds the numbered clauses of which the form could be one


@dataclass(frozen=True, slots=True)
class _Found:
    """One wording at start:end of a block."""

    start: int
    end: int
    entry: Entry


class _Finder:
    def __init__(self, entries: tuple[Entry, ...]) -> None:
        self._wordings = {folded(form.text): _wording(entry, form) for entry in entries for form in entry.forms}
        self._matcher = PhraseMatcher(self._wordings)

    def in_notice(self, notice: Notice) -> Iterator[Mention]:
        met: set[str] = set()  # ids of the terms whose full name has stood in the notice
        for block, paragraph, offset in _with_paragraph(notice.blocks):
            found = _without_own_overlaps(self._valid(folded(block.text), folded(paragraph), offset, met))
            for match, within in _nested(found):
                ref = Ref(notice.id, block.id, match.start, match.end)
                yield Mention(match.entry.id, ref, block.text[match.start : match.end], within)

    def _valid(self, text: str, paragraph: str, offset: int, met: set[str]) -> Iterator[_Found]:
        """The matches in text, which stands at offset in its paragraph, that meet their conditions."""
        for start, end in self._matcher.all_matches(text):
            wording = self._wordings[text[start:end]]
            conditions = wording.entry.conditions
            if wording.form.only_after_term and wording.entry.id not in met:
                continue
            if conditions.only_within_quotes and text[start - 1 : start] + text[end : end + 1] not in _QUOTATION_MARKS:
                continue
            if conditions.only_inside and not _stands_inside(wording.only_inside, text, start, end):
                continue
            if _stands_inside(wording.not_inside, text, start, end):
                continue
            if conditions.not_ordinal and _is_ordinal(wording, paragraph, offset + start):
                continue
            if wording.form.text == wording.entry.term:
                met.add(wording.entry.id)
            yield _Found(start, end, wording.entry)


def _wording(entry: Entry, form: Form) -> _Wording:
    text = folded(form.text)
    numbered = _NUMBERED.fullmatch(text) if entry.conditions.not_ordinal else None
    return _Wording(
        entry,
        form,
        only_inside=tuple(_around(text, entry.conditions.only_inside)),
        not_inside=tuple(_around(text, entry.conditions.not_inside)),
        series=re.compile(f"{_CLAUSE_START}({HAN_NUMERAL}+){re.escape(numbered[2])}") if numbered else None,
    )


def _around(text: str, longer: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What stands before and after text at each of its places in the longer wordings."""
    for wording in map(folded, longer):
        for place in re.finditer(f"(?={re.escape(text)})", wording):
            yield wording[: place.start()], wording[place.start() + len(text) :]


def _stands_inside(surroundings: Iterable[tuple[str, str]], text: str, start: int, end: int) -> bool:
    return any(text.endswith(before, 0, start) and text.startswith(after, end) for before, after in surroundings)


def _is_ordinal(wording: _Wording, paragraph: str, place: int) -> bool:
    """Whether the match is one of a numbered series of clauses: 六问是否…… after 五问是否…….

    It opens a clause, and the number before it has opened one earlier in the paragraph; for the
    first of a series the number after it does so later.
    """
    if wording.series is None:
        return False
    numbers = {found.start(): han_to_int(found[1]) for found in wording.series.finditer(paragraph)}
    number = numbers.get(place)
    if number is None:
        return False
    if number == 1:
        return any(other > place and value == 2 for other, value in numbers.items())
    return any(other < place and value == number - 1 for other, value in numbers.items())


def _with_paragraph(blocks: Sequence[Block]) -> Iterator[tuple[Block, str, int]]:
    """Each block, the text of its paragraph, and its place there; inline points continue a paragraph."""
    run: list[Block] = []
    for block in blocks:
        if run and not block.inline:
            yield from _placed(run)
            run = []
        run.append(block)
    yield from _placed(run)


def _placed(run: Sequence[Block]) -> Iterator[tuple[Block, str, int]]:
    paragraph = "\n".join(block.text for block in run)
    offset = 0
    for block in run:
        yield block, paragraph, offset
        offset += len(block.text) + 1


def _without_own_overlaps(found: Iterable[_Found]) -> list[_Found]:
    """Of overlapping wordings of one term the first, of those that begin together the longest."""
    kept: list[_Found] = []
    behind: dict[str, int] = defaultdict(int)
    for match in sorted(found, key=lambda match: (match.start, -match.end)):
        if match.start >= behind[match.entry.id]:
            kept.append(match)
            behind[match.entry.id] = match.end
    return kept


def _nested(found: Sequence[_Found]) -> Iterator[tuple[_Found, str | None]]:
    """The matches by place, each with the id of the longest term around it; mere overlaps left out."""
    for cluster in _overlapping(found):
        winners = _longest(cluster)
        for match in cluster:
            if match in winners:
                yield match, None
                continue
            around = (other for other in winners if other.start <= match.start and match.end <= other.end)
            for winner in around:
                yield match, winner.entry.id


def _overlapping(found: Iterable[_Found]) -> Iterator[list[_Found]]:
    """The matches, ordered by start, in groups that share no character with each other."""
    cluster: list[_Found] = []
    behind = 0
    for match in found:
        if cluster and match.start >= behind:
            yield cluster
            cluster = []
        cluster.append(match)
        behind = max(behind, match.end)
    if cluster:
        yield cluster


def _longest(cluster: Sequence[_Found]) -> list[_Found]:
    """The longest match, then the longest of those that do not overlap it, and so on."""
    taken: list[_Found] = []
    for match in sorted(cluster, key=lambda match: (match.start - match.end, match.start)):
        if all(match.end <= other.start or other.end <= match.start for other in taken):
            taken.append(match)
    return taken
