"""Finds every place where a term of the glossary stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, islice, takewhile
from sys import intern

from notice_site.execution.parallel import ParallelMap, parallel_map
from notice_site.findings.terms.other_names import is_cut_from_word, is_end_of_name
from notice_site.findings.terms.senses import sense_at
from notice_site.model import Block, Mention, Notice, Ref
from notice_site.model.frozen import dataclass
from notice_site.model.glossary import Conditions, Entry, Form
from notice_site.text.numerals import HAN_NUMERAL, han_to_int
from notice_site.text.phrase_matcher import PhraseMatcher, folded

_QUOTATION_MARKS = frozenset(("“”", "‘’", "「」", "『』", '""', "''"))
_NUMBERED = re.compile(rf"({HAN_NUMERAL}+)(.+)", re.DOTALL)
_CLAUSE_START = r"(?:^|(?<=[，,；;。：:、\n]))"


def find_mentions(
    entries: Iterable[Entry], notices: Iterable[Notice], map_values: ParallelMap = parallel_map
) -> tuple[Mention, ...]:
    """All mentions, in the order of notices, blocks and characters; where two begin together the longer first.

    The longest term wins. A shorter term inside it is a mention too and names the longer in `within`;
    one that only overlaps it is none. Wordings of one term never overlap: 党的群众路线教育实践活动 is one
    mention of that term although 教育实践活动 is its variant. Full- and half-width forms are the same.
    What only ends the name of something else is none: 主题教育实践活动, 团十八大.
    """
    finder = _MentionFinder(tuple(entries))
    mentions = map_values(lambda notice: tuple(finder.in_notice(notice)), tuple(notices))
    return tuple(chain.from_iterable(mentions))


@dataclass(frozen=True, slots=True)
class _Wording:
    """One form of an entry with its conditions made ready to check."""

    entry: Entry
    is_term: bool
    unconditional: bool
    only_after_term: bool
    only_inside: tuple[tuple[str, str], ...]  # what stands before and after it in the longer wording
    not_inside: tuple[tuple[str, str], ...]
    series: re.Pattern[str] | None  # finds the numbered clauses of which the form could be one


@dataclass(frozen=True, slots=True, eq=False)
class _Match:
    """One wording at start:end of a block."""

    start: int
    end: int
    term: str


class _MentionFinder:
    def __init__(self, entries: tuple[Entry, ...]) -> None:
        self._wordings = {folded(form.text): _wording(entry, form) for entry in entries for form in entry.forms}
        self._matcher = PhraseMatcher(self._wordings)
        self._senses = {entry.id: entry.senses for entry in entries if entry.senses}

    def in_notice(self, notice: Notice) -> Iterator[Mention]:
        met: set[str] = set()  # ids of the terms whose full name has stood in the notice
        for place, block in enumerate(notice.blocks):
            text = folded(block.text)
            if place == 0 or not block.inline:
                paragraph = _Paragraph(notice.blocks, place)
            for match, within in _nested(list(self._valid(text, paragraph, place, met))):
                ref = Ref(notice.id, block.id, match.start, match.end)
                senses = self._senses.get(match.term)
                sense = sense_at(senses, text, match.start, match.end) if senses else None
                yield Mention(match.term, ref, intern(block.text[match.start : match.end]), within, sense)

    def _valid(self, text: str, paragraph: _Paragraph, place: int, met: set[str]) -> Iterator[_Match]:
        """The matches in text, which is that of the block at `place`, that count; those of one term do not overlap."""
        behind: dict[str, int] = {}
        for start, end in self._matcher.matches_in_folded(text):
            wording = self._wordings[text[start:end]]
            term = wording.entry.id
            if start < behind.get(term, 0):
                continue
            if is_cut_from_word(text, start, end):
                continue
            if is_end_of_name(text, start, end, wording.entry.kind, folded(wording.entry.term)):
                continue
            if not wording.unconditional and not _counts(wording, text, start, end, paragraph, place, met):
                continue
            behind[term] = end
            if wording.is_term:
                met.add(term)
            yield _Match(start, end, term)


def _counts(
    wording: _Wording, text: str, start: int, end: int, paragraph: _Paragraph, place: int, met: set[str]
) -> bool:
    """Whether a match meets the conditions of its entry."""
    conditions = wording.entry.conditions
    if wording.only_after_term and wording.entry.id not in met:
        return False
    if conditions.only_within_quotes and text[start - 1 : start] + text[end : end + 1] not in _QUOTATION_MARKS:
        return False
    if conditions.only_inside and not _stands_inside(wording.only_inside, text, start, end):
        return False
    if _stands_inside(wording.not_inside, text, start, end):
        return False
    return wording.series is None or not paragraph.is_ordinal(wording.series, place, start)


def _wording(entry: Entry, form: Form) -> _Wording:
    text = folded(form.text)
    numbered = _NUMBERED.fullmatch(text) if entry.conditions.not_ordinal else None
    return _Wording(
        entry,
        is_term=form.text == entry.term,
        unconditional=entry.conditions == Conditions() and not form.only_after_term,
        only_after_term=form.only_after_term,
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


class _Paragraph:
    """The paragraph that begins with the block at `first`; inline points continue it."""

    def __init__(self, blocks: Sequence[Block], first: int) -> None:
        self._blocks = blocks
        self._first = first
        self._starts: list[int] = []  # of the blocks in the paragraph
        self._ordinals: dict[re.Pattern[str], frozenset[int]] = {}

    def is_ordinal(self, series: re.Pattern[str], place: int, start: int) -> bool:
        """Whether the match at `start` of the block at `place` is one of a numbered series of clauses."""
        if series not in self._ordinals:
            self._ordinals[series] = frozenset(_ordinals(series, self._text()))
        return self._starts[place - self._first] + start in self._ordinals[series]

    def _text(self) -> str:
        following = takewhile(lambda block: block.inline, islice(self._blocks, self._first + 1, None))
        texts = [folded(block.text) for block in (self._blocks[self._first], *following)]
        self._starts = [0, *accumulate(len(text) + 1 for text in texts)]
        return "\n".join(texts)


def _ordinals(series: re.Pattern[str], paragraph: str) -> Iterator[int]:
    """Where the clauses of a numbered series begin.

    六问是否…… is one after 五问是否……: it opens a clause, and the number before it has opened one earlier
    in the paragraph. For the first of a series the number after it does so later.
    """
    numbers = {clause.start(): han_to_int(clause[1]) for clause in series.finditer(paragraph)}
    last = {number: at for at, number in numbers.items()}
    first = {number: at for at, number in reversed(numbers.items())}
    for at, number in numbers.items():
        if number is not None and (last.get(2, -1) > at if number == 1 else first.get(number - 1, at) < at):
            yield at


def _nested(matches: Sequence[_Match]) -> Iterator[tuple[_Match, str | None]]:
    """The matches by place, each with the id of the longest term around it; mere overlaps left out."""
    for cluster in _overlapping(matches):
        longest = _longest(cluster)
        starts = [match.start for match in longest]
        for match in cluster:
            winner = longest[max(bisect_right(starts, match.start) - 1, 0)]
            if winner is match:
                yield match, None
            elif winner.start <= match.start and match.end <= winner.end:
                yield match, winner.term


def _overlapping(matches: Iterable[_Match]) -> Iterator[list[_Match]]:
    """The matches, ordered by start, in groups that share no character with each other."""
    cluster: list[_Match] = []
    behind = 0
    for match in matches:
        if cluster and match.start >= behind:
            yield cluster
            cluster = []
        cluster.append(match)
        behind = max(behind, match.end)
    if cluster:
        yield cluster


def _longest(cluster: Sequence[_Match]) -> list[_Match]:
    """The longest match, then the longest of those that do not overlap it, and so on; by start."""
    if len(cluster) == 1:
        return [*cluster]
    taken: list[_Match] = []
    starts: list[int] = []
    for match in sorted(cluster, key=lambda match: (match.start - match.end, match.start)):
        place = bisect_right(starts, match.start)
        free_before = place == 0 or taken[place - 1].end <= match.start
        if free_before and (place == len(taken) or match.end <= starts[place]):
            taken.insert(place, match)
            starts.insert(place, match.start)
    return taken
