"""Finds wordings that may deserve an entry in the glossary, each with its places."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from notice_site.model import Mention, Notice, Quote, Ref
from notice_site.model.frozen import dataclass
from notice_site.model.glossary import Entry
from notice_site.text.phrase_matcher import folded

_HAN = "\u3400-\u9fff"
_NUMERAL = "一二三四五六七八九十两双"
_MANY = _NUMERAL.replace("一", "")

_QUOTED = re.compile(r"[“「]([^“”「」《》。；：\n\ufffc]{1,20})[”」]")
"""“六有”党组织 gives 六有; 《意见》 and “……。” give nothing."""

_PAIRED = re.compile(rf"(?:[{_NUMERAL}](?:(?![{_NUMERAL}个项条月日年天时是])[{_HAN}]){{1,2}}){{2,}}")
"""Numerals in pairs: 三严三实, 六问六带头, 双基双治; not 一是二是, not 三个月十二天."""

_COUNTED = re.compile(
    rf"""
    (?<![第{_NUMERAL}])                              # not 十二条规定
    [{_MANY}] (?: 型 | 个 | 项 | 大 | 条 | 种)         # not 一个问题
    [{_HAN}]{{2,6}}
    (?= [，。、；：”）)》,;:] | $)                     # up to a mark or the end
    """,
    re.VERBOSE,
)
"""A numeral and a measure: 五型魏都, 八个专项整治, 四项纪律."""

_NAMED_BY_NUMBER = re.compile(rf"[{_MANY}][{_HAN}]{{1,5}}")
"""What a quoted numeral slogan looks like: “五好”, “两学一做”; not “一盘棋”."""

_KNOWN = "\ufffc"  # matches no pattern here, and keeps its place

_RUN = re.compile(f"[{_HAN}]+")

SHORTEST, LONGEST = 4, 12
"""Characters of a frequent run: shorter ones are words, longer ones sentences."""

OFTEN = 3
"""Places at which a run stands that may be a name: two may be one quoting the other."""

MOST_FREQUENT = 60
"""Frequent runs in one list; the rest are hardly names."""

_NO_EDGE = frozenset("的了和与及或在是有要把被对从向为以等并也都就又而之其这那各某不一")
"""The first or last character of a piece of a sentence: 的工作, 工作和."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A wording, why it was picked (quoted, numeral, frequent), how often it stands, and its first places."""

    wording: str
    reason: str
    count: int
    places: tuple[Quote, ...]

    @property
    def is_numeral(self) -> bool:
        """Whether it looks like a numeral slogan: “五好”, 三严三实, 四项纪律."""
        return self.reason == "numeral" or bool(_NAMED_BY_NUMBER.fullmatch(self.wording))


def find_candidates(
    notices: Sequence[Notice], entries: Iterable[Entry], mentions: Iterable[Mention], places: int = 3
) -> tuple[Candidate, ...]:
    """New wordings: quoted phrases, numeral patterns, runs that recur outside all known terms; the most frequent first.

    A wording is listed once, for the first of these reasons. `places` is how many places are kept of each.
    """
    known = {folded(form.text) for entry in entries for form in entry.forms}
    masked = _masked(notices, mentions)
    candidates: dict[str, Candidate] = {}
    for reason, spans in (("quoted", _quoted(masked)), ("numeral", _numeral(masked)), ("frequent", _frequent(masked))):
        by_wording: dict[str, list[Quote]] = defaultdict(list)
        for quote in spans:
            by_wording[quote.text].append(quote)
        for wording, quotes in by_wording.items():
            if folded(wording) not in known and wording not in candidates and _RUN.search(wording):
                candidates[wording] = Candidate(wording, reason, len(quotes), tuple(quotes[:places]))
    order = ("quoted", "numeral", "frequent")
    ranked = sorted(candidates.values(), key=lambda candidate: (order.index(candidate.reason), -candidate.count))
    named = [candidate for candidate in ranked if candidate.reason != "frequent"]
    return (*named, *ranked[len(named) :][:MOST_FREQUENT])


def never_met(entries: Iterable[Entry], mentions: Iterable[Mention]) -> tuple[Entry, ...]:
    """The entries of which no notice has a mention."""
    met = {mention.term for mention in mentions}
    return tuple(entry for entry in entries if entry.id not in met)


@dataclass(frozen=True, slots=True)
class _Text:
    """The text of a block in which each character of a known term is `_KNOWN`."""

    notice: str
    block: str
    text: str

    def quote(self, start: int, end: int) -> Quote:
        return Quote(Ref(self.notice, self.block, start, end), self.text[start:end])


def _masked(notices: Iterable[Notice], mentions: Iterable[Mention]) -> list[_Text]:
    taken: dict[tuple[str, str], list[Ref]] = defaultdict(list)
    for mention in mentions:
        taken[mention.ref.notice, mention.ref.block].append(mention.ref)
    texts = []
    for notice in notices:
        for block in notice.blocks:
            characters = list(block.text)
            for ref in taken[notice.id, block.id]:
                characters[ref.start : ref.end] = _KNOWN * (ref.end - ref.start)
            texts.append(_Text(notice.id, block.id, "".join(characters)))
    return texts


def _quoted(texts: Iterable[_Text]) -> Iterator[Quote]:
    for text in texts:
        for match in _QUOTED.finditer(text.text):
            yield text.quote(*match.span(1))


def _numeral(texts: Iterable[_Text]) -> Iterator[Quote]:
    for text in texts:
        for pattern in (_PAIRED, _COUNTED):
            for match in pattern.finditer(text.text):
                yield text.quote(*match.span())


def _frequent(texts: Sequence[_Text]) -> Iterator[Quote]:
    """Every place of the runs that recur, are no part of a longer one that recurs as often, and stand free."""
    counts = _recurring(texts)
    whole = {run for run, count in counts.items() if not _is_piece(run, count, counts)}
    neighbours = _neighbours(texts, whole)
    free = {run for run in whole if min(map(len, neighbours[run])) > 1 and not {run[0], run[-1]} & _NO_EDGE}
    for text in texts:
        for start, end in _windows(text.text, {len(run) for run in free}):
            if text.text[start:end] in free:
                yield text.quote(start, end)


def _recurring(texts: Sequence[_Text]) -> dict[str, int]:
    """Runs of Han characters that stand at least `OFTEN` times, with how often; grown from the shorter ones."""
    recurring: dict[str, int] = {}
    shorter: set[str] | None = None
    for length in range(SHORTEST, LONGEST + 1):
        counts = Counter(
            text.text[start:end]
            for text in texts
            for start, end in _windows(text.text, {length})
            if shorter is None or (text.text[start : end - 1] in shorter and text.text[start + 1 : end] in shorter)
        )
        often = {run: count for run, count in counts.items() if count >= OFTEN}
        if not often:
            break
        recurring |= often
        shorter = set(often)
    return recurring


def _windows(text: str, lengths: Iterable[int]) -> Iterator[tuple[int, int]]:
    """(start, end) of every stretch of Han characters of these lengths."""
    for run in _RUN.finditer(text):
        for length in lengths:
            for start in range(run.start(), run.end() - length + 1):
                yield start, start + length


def _is_piece(run: str, count: int, counts: Mapping[str, int]) -> bool:
    """Whether a longer recurring run holds this one wherever it stands."""
    return any(other != run and run in other and number == count for other, number in counts.items())


def _neighbours(texts: Iterable[_Text], runs: set[str]) -> dict[str, tuple[set[str], set[str]]]:
    """The characters met before and after each run; the edge of a block is a different one each time."""
    neighbours: dict[str, tuple[set[str], set[str]]] = {run: (set(), set()) for run in runs}
    for text in texts:
        for start, end in _windows(text.text, {len(run) for run in runs}):
            sides = neighbours.get(text.text[start:end])
            if sides is not None:
                sides[0].add(text.text[start - 1 : start] or f"{text.block}<")
                sides[1].add(text.text[end : end + 1] or f"{text.block}>")
    return neighbours
