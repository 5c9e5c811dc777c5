"""Compares each pair of documents that shares enough wording, paragraph by paragraph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from notice_site.execution.parallel import ParallelMap, parallel_map
from notice_site.execution.serialization import Packed
from notice_site.findings.reuse.addressee_classes import AddresseeClasses
from notice_site.findings.reuse.item_comparison import compare_items
from notice_site.findings.reuse.paragraph_comparison import (
    SharedPassage,
    Side,
    body,
    mark_elsewhere,
    mark_pair,
    side_of,
)
from notice_site.model import Cell, Citation, Comparison, Level, Notice, Passage, Row, Task
from notice_site.model.frozen import dataclass
from notice_site.text.alignment import Pair as ParagraphPair
from notice_site.text.alignment import pair_up

LEAST_SHARED = 100
"""Characters that two documents must share for a comparison: a sentence or two are no common text."""

LEAST_SHARE = 0.1
"""The share of the shorter document that they make up at least."""

NEARLY_ALL = 0.8
"""The share of a paragraph that stands elsewhere where it is only cut off otherwise there."""

MOST_PARTNERS = 3
"""Documents with which one is compared, those that share most with it; one side is enough."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two documents to compare, what they share, and the tasks of both."""

    base: Notice
    derived: Notice
    passages: tuple[Passage, ...]
    tasks: tuple[Task, ...]


def find_comparisons(
    notices: Sequence[Notice],
    passages: Iterable[Passage],
    citations: Iterable[Citation],
    levels: Sequence[Level],
    tasks: Iterable[Task] = (),
    map_values: ParallelMap = parallel_map,
) -> tuple[Comparison, ...]:
    """One comparison for each pair of documents that shares enough wording, in reading order.

    The base is the document that the other cites; where none cites the other, that of the higher level (`levels`
    is the table of levels, outermost first), else the earlier one, else that which stands first. What the `tasks` of
    both ask for is compared item by item with the one base that a document cites, or that is of a higher level; of
    several with that with which it shares most. A document leaves out nothing of what it carries, its annexes and what
    it forwards, so that these are never its base.
    """
    by_id = {notice.id: notice for notice in notices}
    order = {notice.id: number for number, notice in enumerate(notices)}
    by_pair: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for passage in passages:
        by_pair[passage.a.notice, passage.b.notice].append(passage)
    cites = {(c.ref.notice, c.target) for c in citations if c.target}
    ranks = [level.id for level in levels]
    by_notice: dict[str, list[Task]] = defaultdict(list)
    for task in tasks:
        by_notice[task.ref.notice].append(task)

    pairs = sorted(_close_enough(by_pair, by_id), key=lambda pair: (order[pair[0]], order[pair[1]]))
    found = []
    carried_out = _bases_carried_out(by_pair, by_id, cites, ranks)
    for a, b in pairs:
        base, derived = _base_first(by_id[a], by_id[b], cites, ranks)
        if base.part_of == derived.id:
            continue
        asked: tuple[Task, ...] = ()
        if carried_out.get(derived.id) == base.id:
            asked = (*by_notice.get(base.id, ()), *by_notice.get(derived.id, ()))
        found.append(Pair(base, derived, tuple(by_pair[a, b]), asked))
    return tuple(map_values(lambda pair: _compared(pair, levels), found))


def _close_enough(
    by_pair: Mapping[tuple[str, str], Sequence[Passage]], notices: Mapping[str, Notice]
) -> set[tuple[str, str]]:
    partners: dict[str, list[tuple[int, str]]] = defaultdict(list)
    length = cache(lambda notice: _length(notices[notice]))
    for (a, b), passages in by_pair.items():
        shared = sum(min(p.a.end - p.a.start, p.b.end - p.b.start) for p in passages)
        shorter = min(length(a), length(b))
        if shared >= LEAST_SHARED and shared >= LEAST_SHARE * shorter:
            partners[a].append((-shared, b))
            partners[b].append((-shared, a))
    close = {frozenset((one, other)) for one, others in partners.items() for _, other in sorted(others)[:MOST_PARTNERS]}
    return {pair for pair in by_pair if frozenset(pair) in close}


def _bases_carried_out(
    by_pair: Mapping[tuple[str, str], Sequence[Passage]],
    notices: Mapping[str, Notice],
    cites: AbstractSet[tuple[str, str]],
    ranks: Sequence[str],
) -> Mapping[str, str]:
    """By document the one that it carries out: of those that it cites, or of a higher level, that with most in common.

    A document and what it carries itself (its annexes, what it forwards) are no two documents.
    """
    shared: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for (a, b), passages in by_pair.items():
        base, derived = _base_first(notices[a], notices[b], cites, ranks)
        is_above = base.level in ranks and derived.level in ranks and base.level != derived.level
        if ((derived.id, base.id) in cites or is_above) and base.source != derived.source:
            shared[derived.id].append((-sum(min(p.a.end - p.a.start, p.b.end - p.b.start) for p in passages), base.id))
    return {derived: min(bases)[1] for derived, bases in shared.items()}


def _length(notice: Notice) -> int:
    return sum(len(block.text) for block in body(notice))


def _base_first(
    a: Notice, b: Notice, cites: AbstractSet[tuple[str, str]], levels: Sequence[str]
) -> tuple[Notice, Notice]:
    """The two documents, first the one from which the other could have its words."""
    a_cites, b_cites = (a.id, b.id) in cites, (b.id, a.id) in cites
    if a_cites != b_cites:
        return (b, a) if a_cites else (a, b)
    if a.level in levels and b.level in levels and a.level != b.level:
        return (a, b) if levels.index(a.level) < levels.index(b.level) else (b, a)
    if a.date and b.date and a.date != b.date:
        return (a, b) if a.date < b.date else (b, a)
    return a, b


# --- one pair ------------------------------------------------------------------------------------


def _compared(pair: Pair, levels: Sequence[Level]) -> Comparison:
    base, derived = side_of(pair.base), side_of(pair.derived)
    shared = [SharedPassage.of(passage, base, derived) for passage in pair.passages]
    pairs = pair_up(
        [reading.letters for reading in base.readings],
        [reading.letters for reading in derived.readings],
        {(passage.base, passage.derived) for passage in shared},
    )
    kinds = {(each.left, each.right): mark_pair(base, each.left, derived, each.right) for each in pairs}
    for passage in shared:
        if (passage.base, passage.derived) not in kinds:
            mark_elsewhere(passage, base, derived)
    runs = [passage for passage in pair.passages if passage.kind != "altered"]
    rows = tuple(_rows(base, derived, pairs, kinds, shared))
    classes = AddresseeClasses(levels, pair.derived.level)
    return Comparison(
        pair.base.id,
        pair.derived.id,
        Packed(rows),
        _length(pair.base),
        _length(pair.derived),
        min(sum(map(sum, side.shared)) for side in (base, derived)),  # they differ by blanks alone
        max(runs or pair.passages, key=lambda p: p.a.end - p.a.start),
        Packed(compare_items(base, derived, pair.tasks, rows, shared, classes)),
    )


# --- rows ----------------------------------------------------------------------------------------


def _rows(
    base: Side,
    derived: Side,
    pairs: Sequence[ParagraphPair],
    kinds: Mapping[tuple[int, int], str],
    passages: Sequence[SharedPassage],
) -> Iterator[Row]:
    """The paragraphs of the derived document in their order, and between them those that only the base has."""
    partner = {pair.right: pair for pair in pairs}
    paired = {pair.left for pair in pairs}
    reached = 0

    def only_base(end: int, kind: str) -> Iterator[Row]:
        for number in range(reached, end):
            cell = base.cell(number)
            if number in paired:
                yield Row("moved", cell, None)
            else:
                yield Row(_kind_of_single(cell, kind), cell, None)

    for number in range(len(derived.blocks)):
        pair = partner.get(number)
        if pair is None:
            cell = derived.cell(number)
            excerpts = tuple(p.in_base for p in passages if p.derived == number)
            yield Row(_kind_of_single(cell, "added"), None, cell, excerpts=excerpts)
            continue
        if pair.in_order:
            yield from only_base(pair.left, "dropped")
            reached = pair.left + 1
        yield Row(
            kinds[pair.left, number],
            base.cell(pair.left),
            derived.cell(number),
            moved=not pair.in_order,
            attributed=any(p.attributed and (p.base, p.derived) == (pair.left, number) for p in passages),
        )
    yield from only_base(len(base.blocks), "beyond" if derived.notice.status == "truncated" else "dropped")


def _kind_of_single(cell: Cell, kind: str) -> str:
    """The kind of a row with one side alone: `kind`, but not where words of it stand elsewhere on the other side."""
    elsewhere = sum(part.end - part.start for part in cell.parts if part.kind == "elsewhere")
    if not elsewhere:
        return kind
    if elsewhere >= NEARLY_ALL * cell.parts[-1].end:
        return "regrouped"
    return kind if kind == "beyond" else "partly"
