"""Reads what an editor decided about lines of a source, each named by the words with which it begins."""

from __future__ import annotations

from bisect import bisect, bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from itertools import accumulate

from notice_site.model import LineDecision, LinePlace, Problem, Source
from notice_site.model.frozen import dataclass
from notice_site.reading.reference.yaml_nodes import Node
from notice_site.text.spacing import squeeze

KEYS = ("heading", "depth", "paragraph", "document", "furniture")
PARAGRAPHS = ("own", "joined")
DOCUMENTS = ("begins", "ends", "continues")

_DEEPEST = 9  # the outline of a notice has five or six levels
_LINES_ON = 12  # lines that a quotation may run on over, where several lines begin alike
_SHORTEST = 6  # characters of a proposed quotation: enough to be found again by a reader
_LONGEST = 60  # characters of one: lines that begin alike for longer are the same
_SHOWN = 20  # characters of the quotation in a message
_PLACES_SHOWN = 5


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A place where the quoted words stand, and the number of its line."""

    number: int
    place: LinePlace


class LineReader:
    """Reads the entries of `lines` for one source."""

    def __init__(self, source: Source) -> None:
        self._lines = source.lines
        self._numbers = [line.number for line in source.lines]
        self._ordered = sorted(self._numbers)
        self._texts = [squeeze(line.text) for line in source.lines]
        self._places: dict[str, list[int]] = defaultdict(list)
        for index, text in enumerate(self._texts):
            self._places[text].append(index)
        self._places.pop("", None)
        self._sorted = sorted(self._places)
        self._lengths = sorted({len(text) for text in self._sorted})
        insides = ["" if line.rows else text for line, text in zip(self._lines, self._texts, strict=True)]
        self._inside_text = "\n".join(insides)
        self._inside_starts = [0, *accumulate(len(text) + 1 for text in insides)]
        self._offsets = cache(lambda index: _offsets(self._lines[index].text))
        self._dropped = source.dropped
        self._dropped_texts = [squeeze(dropped.text) for dropped in source.dropped]

    def decision(self, node: Node) -> LineDecision:
        """The decision of one entry; NodeError where it says nothing, contradicts itself or fits no words."""
        keys = node.mapping(("quote", "line", *KEYS), required=("quote",))
        quote = keys["quote"].text()
        values = {name: keys[name] for name in KEYS if name in keys and not keys[name].is_null}
        if not values:
            raise node.error("没有写认定了什么", f"写 {'、'.join(KEYS)} 中的一项")
        number = keys["line"].integer() if "line" in keys and not keys["line"].is_null else None
        furniture = values["furniture"].boolean() if "furniture" in values else None
        found = self._found(keys["quote"], squeeze(quote), number, furniture)
        decision = LineDecision(
            quote=quote,
            place=found.place,
            number=found.number,
            at=node.line,
            heading=_heading(values["heading"]) if "heading" in values else None,
            depth=_depth(values["depth"]) if "depth" in values else None,
            paragraph=values["paragraph"].choice(PARAGRAPHS) if "paragraph" in values else None,
            document=values["document"].choice(DOCUMENTS) if "document" in values else None,
            furniture=furniture,
        )
        if pair := contradiction([decision]):
            raise node.error(f"{pair[0]} 与 {pair[1]} 相抵", "删去其中一项")
        if decision.paragraph == "joined" and decision.place.offset:
            raise keys["quote"].error(f"“{_short(quote)}”不在行首", "joined 只用于行首的文字")
        return decision

    def quotation(self, text: str, number: int, is_dropped: bool = False) -> str | None:
        """The shortest beginning of a text that names its line, as an editor would quote it; None where none does.

        `is_dropped` says that the text was left out of the document.
        """
        bare = squeeze(text)
        for length in range(max(1, min(_SHORTEST, len(bare))), min(_LONGEST, len(bare)) + 1):
            words = bare[:length]
            if is_dropped:
                candidates = [*self._dropped_beginnings(words)]
            else:
                candidates = [*self._beginnings(words)] or [*self._inside(words)]
            if len(candidates) == 1:
                return words if self._covers(candidates[0], number) else None
        return None

    def _found(self, node: Node, wanted: str, number: int | None, furniture: bool | None) -> _Candidate:
        """The one place of the words: a beginning of a line before the middle of one, what is shown before the rest."""
        if not wanted:
            raise node.error("引文为空", "抄录这一行开头的几个字")
        groups = [self._beginnings, self._inside]
        if furniture is not None:  # what the program drops already stays a true decision
            groups.insert(0 if furniture is False else len(groups), self._dropped_beginnings)
        for group in groups:
            candidates = [*group(wanted)]
            if number is not None:
                candidates = [candidate for candidate in candidates if self._covers(candidate, number)] or candidates
            if len(candidates) == 1:
                return candidates[0]
            if candidates:
                lines = "、".join(str(candidate.number) for candidate in candidates[:_PLACES_SHOWN])
                message = f"有 {len(candidates)} 处是“{_short(wanted)}”（第 {lines} 行）"
                raise node.error(message, "多抄几个字，可以接抄下一行；或用 line 写明是第几行")
        if dropped := [*self._dropped_beginnings(wanted)]:
            reason = self._dropped[dropped[0].place.index].reason
            raise node.error(f"“{_short(wanted)}”没有收入正文（{reason}）", "同时写 furniture: false，把它收回正文")
        raise node.error(f"原件中没有“{_short(wanted)}”", "从原件中照录这一行开头的几个字，标点也要相同")

    def _beginnings(self, wanted: str) -> Iterator[_Candidate]:
        found = []
        for at in range(bisect_left(self._sorted, wanted), len(self._sorted)):
            if not self._sorted[at].startswith(wanted):
                break
            found += self._places[self._sorted[at]]
        for length in self._lengths[: bisect_left(self._lengths, len(wanted))]:
            found += [index for index in self._places.get(wanted[:length], ()) if self._runs_on(index, wanted)]
        for index in sorted(found):
            yield _Candidate(self._numbers[index], LinePlace(index))

    def _runs_on(self, index: int, wanted: str) -> bool:
        """Whether the words are that line and the beginning of what follows."""
        return "".join(self._texts[index : index + _LINES_ON]).startswith(wanted)

    def _inside(self, wanted: str) -> Iterator[_Candidate]:
        found = -1
        while (found := self._inside_text.find(wanted, found + 1)) >= 0:
            index = bisect(self._inside_starts, found) - 1
            if at := found - self._inside_starts[index]:
                yield _Candidate(self._numbers[index], LinePlace(index, self._offsets(index)[at]))

    def _dropped_beginnings(self, wanted: str) -> Iterator[_Candidate]:
        for index, text in enumerate(self._dropped_texts):
            if text.startswith(wanted):
                yield _Candidate(self._dropped[index].line, LinePlace(index, is_dropped=True))

    def _covers(self, candidate: _Candidate, number: int) -> bool:
        """Whether the line of the candidate holds that physical line: a paragraph reaches up to the next one's."""
        above = bisect(self._ordered, number)
        is_above = bool(above) and candidate.number == self._ordered[above - 1]
        return candidate.number == number if candidate.place.is_dropped else is_above


def _offsets(text: str) -> list[int]:
    """Where the characters stand that are no white space."""
    return [index for index, character in enumerate(text) if squeeze(character)]


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _heading(node: Node) -> bool | str:
    if node.kind == "scalar" and not node.quoted and node.raw in ("true", "false"):
        return node.boolean()
    return node.text()


def _depth(node: Node) -> int:
    depth = node.integer()
    if not 1 <= depth <= _DEEPEST:
        raise node.error(f"depth 应在 1 与 {_DEEPEST} 之间，实为 {depth}", "最外一层写 1")
    return depth


def contradiction(decisions: Iterable[LineDecision]) -> tuple[str, str] | None:
    """Two things said of one place that cannot both be; None where all can."""
    given = [(name, value) for d in decisions for name in KEYS if (value := getattr(d, name)) is not None]
    words = [(name, str(value).lower() if isinstance(value, bool) else str(value)) for name, value in given]
    for index, second in enumerate(words):
        for first in words[:index]:
            if first[0] == second[0] or _excludes(first, second) or _excludes(second, first):
                return ": ".join(first), ": ".join(second)
    return None


def _excludes(first: tuple[str, str], second: tuple[str, str]) -> bool:
    """Furniture is nothing else; what is joined to the paragraph before begins nothing."""
    if first == ("paragraph", "joined"):
        return second[0] in ("heading", "depth") or second in (("document", "begins"), ("document", "continues"))
    return first == ("furniture", "true")


def conflicts(
    file: str, decisions: Iterable[LineDecision], joins: Mapping[int, bool], starts: Collection[int]
) -> tuple[tuple[LineDecision, ...], tuple[Problem, ...]]:
    """The decisions that agree with those before them, and a problem for each of the others.

    `joins` says of lines whether `repairs` confirms their join, `starts` are those of `documents`.
    """
    kept: dict[LinePlace, list[LineDecision]] = {}
    problems: list[Problem] = []
    for decision in decisions:
        before = kept.setdefault(decision.place, [])
        pair = contradiction([*before, decision])
        line = 0 if decision.place.offset or decision.place.is_dropped else decision.number
        is_joined = decision.paragraph == "joined"
        if pair is None and decision.paragraph and joins.get(line, is_joined) is not is_joined:
            pair = f"repairs 第 {line} 行", f"paragraph: {decision.paragraph}"
        if pair is None and decision.document == "continues" and line in starts:
            pair = f"starts: {line}", "document: continues"
        if pair:
            message = f"对“{_short(decision.quote)}”的认定相抵：{pair[0]}，{pair[1]}"
            problems.append(Problem(file, decision.at, message, "删去其中一条"))
        else:
            before.append(decision)
    return tuple(decision for of_place in kept.values() for decision in of_place), tuple(problems)
