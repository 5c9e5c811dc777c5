"""Finds the passages that two documents share."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from notice_site.execution.parallel import ParallelMap, parallel_map
from notice_site.findings.reuse.chains import Chain, ReadText, chain_around, longest_chains
from notice_site.findings.reuse.run_selection import select_runs
from notice_site.findings.reuse.shared_runs import BlockText, RunTable, SharedRun, shared_runs
from notice_site.model import Block, BlockKind, Citation, Mention, Notice, Passage, Ref
from notice_site.text.normalization import letters_of, same_but_width, wording
from notice_site.text.titles import number_key, title_key

BODY = frozenset({BlockKind.SECTION, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.TABLE})
"""Kinds of blocks whose words are a document's text; titles, mastheads and signatures are not compared."""

NAME_KINDS = frozenset({"activity", "body", "document", "meeting", "place", "speech", "unit", "work"})
"""Kinds of terms that are names: to share one is not to share wording."""

LEAST_OUTSIDE_NAMES = 8
"""Han letters of a run that stand outside names: fewer only join what both sides cite (按照《…》和《…》要求)."""

_SAYS = re.compile(
    r"""
    (?: （[^（）]*）)?              # the number behind the title: （中发〔2014〕1号）
    [^。；！？]{0,20}                # 中, 明确
    (?: 要求 | 指出 | 强调 | 规定 | 提出 | 明确 | 认为 | 写道 | [：:])
    [，,：:“‘]{0,2}                  # ：“
    """,
    re.VERBOSE,
)
"""What stands between the name of a document and its words: 中要求  指出，  规定：“; not 转发给你们，请."""


def find_passages(
    notices: Sequence[Notice],
    citations: Iterable[Citation] = (),
    mentions: Iterable[Mention] = (),
    names: frozenset[str] = frozenset(),
    runs_of: Callable[[Sequence[BlockText]], RunTable] = shared_runs,
    read: ParallelMap = parallel_map,
    compare: ParallelMap = parallel_map,
) -> tuple[Passage, ...]:
    """All passages, `a` being the document that stands first in reading order, by a, b and place.

    Full- and half-width forms are one. A passage has a run of 13 letters or more in common, not only the name of
    what both sides cite or of the terms in `names`; wording that more than 20 works share is common and no
    passage, and only pairs count of which one is among the 20 documents closest to the other. Of overlapping
    passages of two documents the longest is kept. `score` is the share of letters both sides have in common;
    `attributed` says that one side names the other document where the passage begins. `runs_of` finds the runs that
    texts share, `read` the letters of each document, `compare` the passages of each `RunsFrom`.
    """
    blocks = [(n, block) for n, notice in enumerate(notices) for block in notice.blocks if block.kind in BODY]
    works = [_work(notice) for notice in notices]
    letters = [of_block for of_notice in read(_letters, notices) for of_block in of_notice]
    texts = [BlockText(n, works[n], of_block) for (n, _), of_block in zip(blocks, letters, strict=True)]
    runs = select_runs(runs_of(texts), texts)
    cited = _by_block(citations)
    named = [citation.ref for here in cited.values() for citation in here if citation.title or citation.number]
    finder = _PassageFinder(notices, blocks, cited, [*named, *(m.ref for m in mentions if m.term in names)])
    return tuple(finder.passages(runs, compare))


def _letters(notice: Notice) -> list[str]:
    return [letters_of(block.text) for block in notice.blocks if block.kind in BODY]


def _work(notice: Notice) -> str:
    """One key for all copies of a document."""
    if notice.number:
        return number_key(notice.number)
    return f"{title_key(notice.title)} {''.join(notice.issuers)}" if notice.title else notice.id


def _by_block(citations: Iterable[Citation]) -> Mapping[tuple[str, str], list[Citation]]:
    by_block: dict[tuple[str, str], list[Citation]] = defaultdict(list)
    for citation in citations:
        by_block[citation.ref.notice, citation.ref.block].append(citation)
    return by_block


class RunsFrom(NamedTuple):
    """The runs from one document to each of those behind it with which it shares some.

    `notices` are the ids of the document and of the others, `pairs` the runs with each other one. `places` are the same
    runs, their texts counted from the first one of their documents.
    """

    notices: tuple[str, ...]
    pairs: tuple[tuple[SharedRun, ...], ...]
    places: tuple[tuple[int, ...], ...]


class _PassageFinder:
    """Turns runs of letters back into passages of blocks."""

    def __init__(
        self,
        notices: Sequence[Notice],
        blocks: Sequence[tuple[int, Block]],
        cited: Mapping[tuple[str, str], list[Citation]],
        names: Iterable[Ref],
    ) -> None:
        self._notices = notices
        self._blocks = blocks
        self._cited = cited
        self._texts = cache(self._read)
        self._names: dict[tuple[str, str], list[Ref]] = defaultdict(list)
        for ref in names:
            self._names[ref.notice, ref.block].append(ref)
        self._named = cache(self._letters_in_names)

    def _read(self, text: int) -> ReadText:
        words = self._blocks[text][1].text
        return ReadText(words, wording(words))

    def _letters_in_names(self, text: int) -> list[tuple[int, int]]:
        """The first and the end of the letters of each name in a text, in order."""
        here = self._texts(text).wording
        return sorted(here.letters_in(ref.start, ref.end) for ref in self._names.get(self._place(text), ()))

    def _place(self, text: int) -> tuple[str, str]:
        notice, block = self._blocks[text]
        return self._notices[notice].id, block.id

    def passages(self, runs: Iterable[SharedRun], map_values: ParallelMap) -> list[Passage]:
        """One passage for each chain of runs that is kept, by documents and place."""
        first: dict[int, int] = {}
        for text, (notice, _) in enumerate(self._blocks):
            first.setdefault(notice, text)
        by_pair: dict[int, dict[int, list[SharedRun]]] = defaultdict(lambda: defaultdict(list))
        for run in runs:
            by_pair[self._blocks[run.a][0]][self._blocks[run.b][0]].append(run)
        starting = []
        for notice, others in sorted(by_pair.items()):
            behind = sorted(others)
            starting.append(
                RunsFrom(
                    tuple(self._notices[number].id for number in (notice, *behind)),
                    tuple(tuple(others[other]) for other in behind),
                    tuple(
                        (run.a - first[notice], run.b - first[other], *run[2:])
                        for other in behind
                        for run in others[other]
                    ),
                )
            )
        found = map_values(lambda document: [self._passages_of(runs) for runs in document.pairs], starting)
        return [passage for of_document in found for of_pair in of_document for passage in of_pair]

    def _passages_of(self, runs: Sequence[SharedRun]) -> list[Passage]:
        """Those of two documents."""
        chains = longest_chains([chain_around(run, self._texts) for run in runs if self._is_more_than_names(run)])
        chains.sort(key=lambda chain: _order(chain.runs[0]))
        return [self._passage(number, chain) for number, chain in enumerate(chains, 1)]

    def _is_more_than_names(self, run: SharedRun) -> bool:
        """Whether enough Han letters of a run stand outside names, on both sides."""
        return self._is_outside_names(run.a, run.start_a, run.end_a) and self._is_outside_names(
            run.b, run.start_b, run.end_b
        )

    def _is_outside_names(self, text: int, start: int, end: int) -> bool:
        letters = self._texts(text).wording.letters
        behind, count = start, 0
        for first, last in self._named(text):
            if first < end and last > behind:
                count += _han(letters[behind : max(behind, first)])
                behind = min(last, end)
        return count + _han(letters[behind:end]) >= LEAST_OUTSIDE_NAMES

    def _passage(self, number: int, chain: Chain) -> Passage:
        """The passage of a chain; its id says which of the two documents' passages it is."""
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
        return Passage(f"{a.notice}--{b.notice}-shared_{number}", a, b, kind, score, attributed)

    def _ref(self, text: int, start: int, end: int) -> Ref:
        return Ref(*self._place(text), *self._texts(text).wording.span(start, end))

    def _text(self, text: int, ref: Ref) -> str:
        return self._texts(text).text[ref.start : ref.end]

    def _with_marks(self, text_a: int, a: Ref, text_b: int, b: Ref) -> tuple[Ref, Ref]:
        """Both sides with the marks around them that they share: the closing 。, the opening “."""
        in_a, in_b = self._texts(text_a).text, self._texts(text_b).text
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
            and _SAYS.fullmatch(self._texts(text).text, citation.ref.end, here.start)
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
