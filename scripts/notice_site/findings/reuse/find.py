"""Finds the passages that two documents share."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from notice_site.execution.parallel import ParallelMap, parallel_map
from notice_site.findings.reuse.run_selection import select_runs
from notice_site.findings.reuse.shared_runs import SHORTEST, BlockText, SharedRun, shared_runs
from notice_site.model import Block, BlockKind, Citation, Mention, Notice, Passage, Ref
from notice_site.text.normalization import letters_of, same_but_width, wording
from notice_site.text.titles import number_key, title_key

BODY = frozenset({BlockKind.SECTION, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.TABLE})
"""Kinds of blocks whose words are a document's own matter; titles, mastheads and signatures are not compared."""

NAME_KINDS = frozenset({"activity", "body", "document", "place", "unit"})
"""Kinds of terms that are names: to share one is not to share wording."""

# Runs nearer to each other than this many letters, with letters left in both, are one altered passage …
_WIDEST_GAP = 15
_SHORTEST_PIECE = 5
# … unless one of them is so long that it is told on its own.
_LONG = 60
# How much of the shorter side an altered passage must have in common with the other.
_LEAST_SHARE = 0.6
# How many Han letters of a run must stand outside the names of works, activities, bodies and places.
_LEAST_OWN = 8
# How much of a neighbouring clause is not worth telling.
_FEW = 4
_CLAUSE_MARKS = frozenset("。；;，,！？!?：:")
# What stands between the name of a document and its words: 中要求  指出，  规定：“; not 转发给你们，请.
_SAYS = re.compile(
    r"(?:（[^（）]*）)?[^。；！？]{0,20}?(?:要求|指出|强调|规定|提出|明确|认为|写道|[：:])[，,：:“‘]{0,2}"
)


def find_passages(
    notices: Sequence[Notice],
    citations: Iterable[Citation] = (),
    mentions: Iterable[Mention] = (),
    names: frozenset[str] = frozenset(),
    map_values: ParallelMap = parallel_map,
) -> tuple[Passage, ...]:
    """All passages, `a` being the document that stands first in reading order, by a, b and place.

    Full- and half-width forms are one. A passage has a run of 13 letters or more in common, not only the name of
    what both sides cite or of the terms in `names`; wording that more than 20 works share is common and no
    passage, and only pairs are told of which one is among the 20 documents closest to the other. Of overlapping
    passages of two documents the longest is told. `score` is the share of letters both sides have in common;
    `attributed` says that one side names the other document where the passage begins.
    """
    blocks = [(n, block) for n, notice in enumerate(notices) for block in notice.blocks if block.kind in BODY]
    works = [_work(notice) for notice in notices]
    texts = [BlockText(n, works[n], letters_of(block.text)) for n, block in blocks]
    runs = select_runs(shared_runs(texts, map_values), texts)
    cited = _by_block(citations)
    named = [c.ref for found in cited.values() for c in found if c.title or c.number]
    finder = _Finder(notices, blocks, runs, cited, [*named, *(m.ref for m in mentions if m.term in names)])
    return tuple(finder.passages(runs))


def _work(notice: Notice) -> str:
    """One key for all copies of a document."""
    if notice.number:
        return number_key(notice.number)
    return f"{title_key(notice.title)} {''.join(notice.issuers)}" if notice.title else notice.id


def _by_block(citations: Iterable[Citation]) -> Mapping[tuple[str, str], list[Citation]]:
    found: dict[tuple[str, str], list[Citation]] = defaultdict(list)
    for citation in citations:
        found[citation.ref.notice, citation.ref.block].append(citation)
    return found


@dataclass(frozen=True, slots=True)
class _Chain:
    """Runs in one pair of texts that follow one another closely: one passage."""

    runs: tuple[SharedRun, ...]

    @property
    def common(self) -> int:
        """Letters that both sides have."""
        return sum(run.length for run in self.runs)

    @property
    def in_a(self) -> tuple[int, int, int]:
        """Text, first letter and end of the side that stands first."""
        return self.runs[0].a, self.runs[0].start_a, self.runs[-1].end_a

    @property
    def in_b(self) -> tuple[int, int, int]:
        """Text, first letter and end of the other side."""
        return self.runs[0].b, self.runs[0].start_b, self.runs[-1].end_b


class _Finder:
    """Turns runs of letters back into passages of blocks."""

    def __init__(
        self,
        notices: Sequence[Notice],
        blocks: Sequence[tuple[int, Block]],
        runs: Sequence[SharedRun],
        cited: Mapping[tuple[str, str], list[Citation]],
        names: Iterable[Ref],
    ) -> None:
        self._notices = notices
        self._blocks = blocks
        self._cited = cited
        texts = sorted({text for run in runs for text in (run.a, run.b)})
        self._readings = {number: wording(blocks[number][1].text) for number in texts}
        numbers = {self._place(number): number for number in texts}
        self._named: dict[int, list[tuple[int, int]]] = defaultdict(list)  # letters start:end of each text
        for ref in names:
            if (number := numbers.get((ref.notice, ref.block))) is not None:
                self._named[number].append(self._readings[number].letters_in(ref.start, ref.end))
        for found in self._named.values():
            found.sort()

    def _place(self, text: int) -> tuple[str, str]:
        notice, block = self._blocks[text]
        return self._notices[notice].id, block.id

    def passages(self, runs: Iterable[SharedRun]) -> list[Passage]:
        """One passage for each chain of runs that is told, by documents and place."""
        by_pair: dict[tuple[int, int], list[SharedRun]] = defaultdict(list)
        for run in runs:
            by_pair[self._blocks[run.a][0], self._blocks[run.b][0]].append(run)
        told = parallel_map(lambda pair: self._passages_of(by_pair[pair]), sorted(by_pair), min_chunk=100)
        return [passage for found in told for passage in found]

    def _passages_of(self, runs: Sequence[SharedRun]) -> list[Passage]:
        """Those of two documents."""
        own = [run for run in runs if self._is_own_wording(run)]
        told = _longest([self._trimmed(run) if run.length >= _LONG else self._widened(run) for run in own])
        return [self._passage(found) for found in sorted(told, key=lambda found: _order(found.runs[0]))]

    def _is_own_wording(self, run: SharedRun) -> bool:
        """Whether enough Han letters of a run stand outside names, on both sides."""
        return self._is_own(run.a, run.start_a, run.end_a) and self._is_own(run.b, run.start_b, run.end_b)

    def _is_own(self, text: int, start: int, end: int) -> bool:
        letters = self._readings[text].letters
        behind, count = start, 0
        for first, last in self._named.get(text, ()):
            if first < end and last > behind:
                count += _han(letters[behind : max(behind, first)])
                behind = min(last, end)
        return count + _han(letters[behind:end]) >= _LEAST_OWN

    def _widened(self, run: SharedRun) -> _Chain:
        """The run with the pieces around it across small gaps, or the run alone if too little is common."""
        in_a, in_b = self._readings[run.a].letters, self._readings[run.b].letters
        after = _pieces_behind(in_a, in_b, run)
        mirrored = _pieces_behind(in_a[::-1], in_b[::-1], _mirrored(run, in_a, in_b))
        before = [_mirrored(piece, in_a, in_b) for piece in reversed(mirrored)]
        chain = _Chain((*before, run, *after))
        span = max(chain.runs[-1].end_a - chain.runs[0].start_a, chain.runs[-1].end_b - chain.runs[0].start_b)
        return chain if len(chain.runs) > 1 and chain.common >= _LEAST_SHARE * span else self._trimmed(run)

    def _trimmed(self, run: SharedRun) -> _Chain:
        """The run without a few letters of a neighbouring clause at its ends: 等问题。|执法监管部门…."""
        few = range(0, _FEW + 1)
        start = next((at for at in few if self._clause_ends(run, at)), 0)
        end = next((run.length - at for at in few if self._clause_ends(run, run.length - at)), run.length)
        if end - start < SHORTEST:
            return _Chain((run,))
        return _Chain((run._replace(start_a=run.start_a + start, start_b=run.start_b + start, length=end - start),))

    def _clause_ends(self, run: SharedRun, at: int) -> bool:
        """Whether a clause ends before the letter `at` of a run, on both sides."""
        return all(
            _CLAUSE_MARKS & self._marks_before(text, i)
            for text, i in ((run.a, run.start_a + at), (run.b, run.start_b + at))
        )

    def _marks_before(self, text: int, letter: int) -> set[str]:
        """What stands between two letters of a block; at its ends, what ends a clause."""
        reading, whole = self._readings[text], self._blocks[text][1].text
        if letter in (0, len(reading.at)):
            return {"。"}
        return set(whole[reading.at[letter - 1] + 1 : reading.at[letter]])

    def _passage(self, chain: _Chain) -> Passage:
        first, last = chain.runs[0], chain.runs[-1]
        a = self._ref(first.a, first.start_a, last.end_a)
        b = self._ref(first.b, first.start_b, last.end_b)
        a, b = self._with_marks(first.a, a, first.b, b)
        text_a, text_b = self._text(first.a, a), self._text(first.b, b)
        if len(chain.runs) > 1:
            kind = "altered"
        else:
            kind = "verbatim" if same_but_width(text_a, text_b) else "punctuation-only"
        lengths = (last.end_a - first.start_a) + (last.end_b - first.start_b)
        score = round(2 * chain.common / lengths, 3)
        attributed = self._introduces(first.a, a, b) or self._introduces(first.b, b, a)
        return Passage("", a, b, kind, score, attributed)

    def _ref(self, text: int, start: int, end: int) -> Ref:
        return Ref(*self._place(text), *self._readings[text].span(start, end))

    def _text(self, text: int, ref: Ref) -> str:
        return self._blocks[text][1].text[ref.start : ref.end]

    def _with_marks(self, text_a: int, a: Ref, text_b: int, b: Ref) -> tuple[Ref, Ref]:
        """Both sides with the marks around them that they share: the closing 。, the opening “."""
        in_a, in_b = self._blocks[text_a][1].text, self._blocks[text_b][1].text
        ahead = behind = 0
        while a.end + behind < len(in_a) and b.end + behind < len(in_b):
            if not _one_mark(in_a[a.end + behind], in_b[b.end + behind]):
                break
            behind += 1
        while a.start > ahead and b.start > ahead:
            if not _one_opening(in_a[a.start - ahead - 1], in_b[b.start - ahead - 1]):
                break
            ahead += 1
        return (
            Ref(a.notice, a.block, a.start - ahead, a.end + behind),
            Ref(b.notice, b.block, b.start - ahead, b.end + behind),
        )

    def _introduces(self, text: int, here: Ref, there: Ref) -> bool:
        """Whether the words of a text that lead to a passage name the other document of it: 中央在《…》中要求|…."""
        return any(
            citation.target == there.notice
            and citation.ref.end <= here.start
            and _SAYS.fullmatch(self._blocks[text][1].text, citation.ref.end, here.start)
            for citation in self._cited.get((here.notice, here.block), ())
        )


def _order(run: SharedRun) -> tuple[int, int, int, int]:
    return run.a, run.start_a, run.b, run.start_b


def _one_mark(a: str, b: str) -> bool:
    return not a.isalnum() and not a.isspace() and same_but_width(a, b)


def _one_opening(a: str, b: str) -> bool:
    return a in "“‘《〈（(〔「" and same_but_width(a, b)


def _han(letters: str) -> int:
    return len(letters) - len(letters.encode("ascii", "ignore"))


def _longest(chains: Sequence[_Chain]) -> list[_Chain]:
    """The chains of two documents without those that lie in longer ones.

    One is left out where longer ones cover half of both its sides, or, where it is short, half of one: a phrase
    that a document repeats is told where it stands in the most alike surroundings.
    """
    told: list[_Chain] = []
    for chain in sorted(chains, key=lambda c: (-c.common, c.in_a, c.in_b)):
        covered_a = _covered(chain.in_a, [other.in_a for other in told])
        covered_b = _covered(chain.in_b, [other.in_b for other in told])
        if not ((covered_a and covered_b) or (chain.common < 2 * SHORTEST and (covered_a or covered_b))):
            told.append(chain)
    return told


def _covered(stretch: tuple[int, int, int], others: Iterable[tuple[int, int, int]]) -> bool:
    text, start, end = stretch
    shared = [min(end, e) - max(start, s) for t, s, e in others if t == text and s < end and start < e]
    return 2 * sum(shared) >= end - start


def _pieces_behind(in_a: str, in_b: str, run: SharedRun) -> list[SharedRun]:
    """The common pieces that follow a run closely, up to one that is told on its own."""
    pieces: list[SharedRun] = []
    while (piece := _next_piece(in_a, in_b, pieces[-1] if pieces else run)) and piece.length < _LONG:
        pieces.append(piece)
    return pieces


def _mirrored(run: SharedRun, in_a: str, in_b: str) -> SharedRun:
    """The run as it stands in both texts read backwards."""
    return run._replace(start_a=len(in_a) - run.end_a, start_b=len(in_b) - run.end_b)


def _next_piece(in_a: str, in_b: str, piece: SharedRun) -> SharedRun | None:
    """The nearest common piece behind this one, at most 15 letters on in each text."""
    best: tuple[int, int, int] | None = None
    for gap_b in range(_WIDEST_GAP + 1):
        if best is not None and gap_b >= best[0]:
            break
        stretch = in_b[piece.end_b + gap_b : piece.end_b + gap_b + _SHORTEST_PIECE]
        if len(stretch) < _SHORTEST_PIECE:
            break
        start = in_a.find(stretch, piece.end_a, piece.end_a + _WIDEST_GAP + _SHORTEST_PIECE)
        if start >= 0 and (best is None or gap_b + start - piece.end_a < best[0]):
            best = (gap_b + start - piece.end_a, start, piece.end_b + gap_b)
    if best is None:
        return None
    _, start_a, start_b = best
    length = 0
    while (
        start_a + length < len(in_a)
        and start_b + length < len(in_b)
        and in_a[start_a + length] == in_b[start_b + length]
    ):
        length += 1
    return SharedRun(piece.a, piece.b, start_b, start_a, length)
