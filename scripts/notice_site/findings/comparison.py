"""Documents and the passages they share go in; for each pair that shares enough, both side by side come out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from notice_site.alignment import Pair, Stretch, differences, pair_up
from notice_site.findings.reuse import BODY
from notice_site.model import Block, Cell, Citation, Comparison, Notice, Part, Passage, Ref, Row
from notice_site.spreading import spread
from notice_site.wording import Wording, same_but_width, wording

# What two documents must share for a comparison: characters, and a share of the shorter one.
_LEAST_SHARED = 100
_LEAST_SHARE = 0.1
# A paragraph of which so much stands elsewhere is only cut off otherwise there.
_NEARLY_ALL = 0.8
# A document is compared with so many others at most, those that share most with it, and with those of which it is one.
_MOST_PARTNERS = 5


def find_comparisons(
    notices: Sequence[Notice], passages: Iterable[Passage], citations: Iterable[Citation], levels: Sequence[str]
) -> tuple[Comparison, ...]:
    """One comparison for each pair of documents that shares enough wording, in reading order.

    The base is the document that the other cites; where none cites the other, that of the higher level (`levels`
    are the ids of levels, outermost first), else the earlier one, else that which stands first.
    """
    by_id = {notice.id: notice for notice in notices}
    order = {notice.id: number for number, notice in enumerate(notices)}
    by_pair: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for passage in passages:
        by_pair[passage.a.notice, passage.b.notice].append(passage)
    cites = {(c.ref.notice, c.target) for c in citations if c.target}

    def comparison(pair: tuple[str, str]) -> Comparison:
        base, own = _base_first(by_id[pair[0]], by_id[pair[1]], cites, levels)
        return _compared(base, own, by_pair[pair])

    pairs = sorted(_close_enough(by_pair, by_id), key=lambda pair: (order[pair[0]], order[pair[1]]))
    return tuple(spread(comparison, pairs))


def _close_enough(
    by_pair: Mapping[tuple[str, str], Sequence[Passage]], notices: Mapping[str, Notice]
) -> set[tuple[str, str]]:
    partners: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for (a, b), passages in by_pair.items():
        shared = sum(min(p.a.end - p.a.start, p.b.end - p.b.start) for p in passages)
        shorter = min(_length(notices[a]), _length(notices[b]))
        if shared >= _LEAST_SHARED and shared >= _LEAST_SHARE * shorter:
            partners[a].append((-shared, b))
            partners[b].append((-shared, a))
    close = {
        frozenset((one, other)) for one, others in partners.items() for _, other in sorted(others)[:_MOST_PARTNERS]
    }
    return {pair for pair in by_pair if frozenset(pair) in close}


def _body(notice: Notice) -> list[Block]:
    return [block for block in notice.blocks if block.kind in BODY]


def _length(notice: Notice) -> int:
    return sum(len(block.text) for block in _body(notice))


def _base_first(a: Notice, b: Notice, cites: set[tuple[str, str]], levels: Sequence[str]) -> tuple[Notice, Notice]:
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


@dataclass(frozen=True, slots=True)
class _Side:
    """The paragraphs of one document, with their letters and what is known of each character."""

    notice: Notice
    blocks: tuple[Block, ...]
    readings: tuple[Wording, ...]
    numbers: Mapping[str, int]
    labels: tuple[list[tuple[str, str | None]], ...]  # of every character: kind and, for elsewhere, the block there
    shared: tuple[list[bool], ...]  # of every character: whether the other side has it

    def text(self, number: int) -> str:
        return self.blocks[number].text

    def label(self, number: int, start: int, end: int, kind: str) -> None:
        for at in range(start, end):
            self.labels[number][at] = (kind, None)
            self.shared[number][at] = kind == "same"

    def share(self, number: int, start: int, end: int) -> None:
        """Notes that the other side has these characters."""
        for at in range(start, end):
            self.shared[number][at] = True

    def point(self, number: int, ref: Ref, block: str) -> None:
        """Labels what the other side has in `block`, but not where it is the same as at its own place."""
        for at in range(ref.start, ref.end):
            if self.labels[number][at][0] in ("only", "changed"):
                self.labels[number][at] = ("elsewhere", block)

    def gap(self, number: int, letter: int) -> tuple[int, int]:
        """The characters between a letter and the one before it."""
        at = self.readings[number].at
        return (at[letter - 1] + 1 if letter else 0), (at[letter] if letter < len(at) else len(self.text(number)))

    def cell(self, number: int) -> Cell:
        """The paragraph as parts of one label each."""
        parts: list[Part] = []
        for at, (kind, block) in enumerate(self.labels[number]):
            if parts and (parts[-1].kind, parts[-1].block) == (kind, block):
                parts[-1] = Part(parts[-1].start, at + 1, kind, block)
            else:
                parts.append(Part(at, at + 1, kind, block))
        return Cell(self.blocks[number].id, tuple(parts))


def _side(notice: Notice) -> _Side:
    blocks = tuple(_body(notice))
    return _Side(
        notice,
        blocks,
        tuple(wording(block.text) for block in blocks),
        {block.id: number for number, block in enumerate(blocks)},
        tuple([("only", None)] * len(block.text) for block in blocks),
        tuple([False] * len(block.text) for block in blocks),
    )


def _compared(base_notice: Notice, own_notice: Notice, passages: Sequence[Passage]) -> Comparison:
    base, own = _side(base_notice), _side(own_notice)
    shared = [_Shared.of(passage, base, own) for passage in passages]
    pairs = pair_up(
        [reading.letters for reading in base.readings],
        [reading.letters for reading in own.readings],
        {(passage.base, passage.own) for passage in shared},
    )
    kinds = {(pair.left, pair.right): _mark_pair(base, pair.left, own, pair.right) for pair in pairs}
    for passage in shared:
        if (passage.base, passage.own) not in kinds:
            _mark_elsewhere(passage, base, own)
    runs = [p for p in passages if p.kind != "altered"]
    return Comparison(
        base_notice.id,
        own_notice.id,
        tuple(_rows(base, own, pairs, kinds, shared)),
        _length(base_notice),
        _length(own_notice),
        sum(map(sum, base.shared)),
        sum(map(sum, own.shared)),
        max(runs or passages, key=lambda p: p.a.end - p.a.start),
    )


@dataclass(frozen=True, slots=True)
class _Shared:
    """A passage by the numbers of its paragraphs."""

    base: int
    own: int
    in_base: Ref
    in_own: Ref
    attributed: bool

    @classmethod
    def of(cls, passage: Passage, base: _Side, own: _Side) -> _Shared:
        in_base, in_own = passage.a, passage.b
        if in_base.notice != base.notice.id:
            in_base, in_own = in_own, in_base
        return cls(base.numbers[in_base.block], own.numbers[in_own.block], in_base, in_own, passage.attributed)


def _mark_pair(base: _Side, left: int, own: _Side, right: int) -> str:
    """Labels both sides of a pair of paragraphs; the result is the kind of their row."""
    if same_but_width(base.text(left), own.text(right)):
        base.label(left, 0, len(base.text(left)), "same")
        own.label(right, 0, len(own.text(right)), "same")
        return "verbatim"
    _label_differences(base, left, own, right)
    return "punctuation-only" if base.readings[left].letters == own.readings[right].letters else "altered"


def _label_differences(base: _Side, left: int, own: _Side, right: int) -> None:
    """Labels every character of a pair of paragraphs by how the two differ."""
    a, b = base.readings[left], own.readings[right]
    stretches = differences(a.letters, b.letters)
    for s in stretches:
        kind = "same" if s.same else "changed" if s.left_start < s.left_end and s.right_start < s.right_end else "only"
        if s.left_start < s.left_end:
            base.label(left, *a.span(s.left_start, s.left_end), kind)
        if s.right_start < s.right_end:
            own.label(right, *b.span(s.right_start, s.right_end), kind)
        if s.same:
            for k in range(1, s.left_end - s.left_start):
                _label_marks(base, left, s.left_start + k, own, right, s.right_start + k)
        else:
            _label_edges(base, left, own, right, s)
    if stretches and stretches[0].same:
        _label_marks(base, left, 0, own, right, 0)
    if stretches and stretches[-1].same:
        _label_marks(base, left, len(a.letters), own, right, len(b.letters))


def _label_marks(base: _Side, left: int, i: int, own: _Side, right: int, j: int, without_twin: str = "mark") -> None:
    """Labels the marks before letter i of the base and before letter j of own: alike, or different marks.

    Where only one side has marks, these are `without_twin`.
    """
    gap_base, gap_own = base.gap(left, i), own.gap(right, j)
    marks_base, marks_own = base.text(left)[slice(*gap_base)], own.text(right)[slice(*gap_own)]
    first = _common_start(marks_base, marks_own)
    last = _common_end(marks_base[first:], marks_own[first:])
    rest_base, rest_own = len(marks_base) - first - last, len(marks_own) - first - last
    kind = "mark" if rest_base and rest_own else without_twin
    for side, number, (start, end), rest in ((base, left, gap_base, rest_base), (own, right, gap_own, rest_own)):
        side.label(number, start, end, "same")
        side.label(number, start + first, start + first + rest, kind)


def _common_start(a: str, b: str) -> int:
    """How many marks at the start of both are alike."""
    return next(
        (n for n, (x, y) in enumerate(zip(a, b, strict=False)) if not same_but_width(x, y)), min(len(a), len(b))
    )


def _common_end(a: str, b: str) -> int:
    return _common_start(a[::-1], b[::-1])


def _label_edges(base: _Side, left: int, own: _Side, right: int, s: Stretch) -> None:
    """Labels the marks around a stretch that differs.

    Where one side has nothing there, its only marks go with those before the words of the other side, or with
    those after them: in 甲，〔乙，〕丙 against 甲，丙 the second comma belongs to 乙.
    """
    if s.left_start < s.left_end and s.right_start < s.right_end:
        _label_marks(base, left, s.left_start, own, right, s.right_start, "changed")
        _label_marks(base, left, s.left_end, own, right, s.right_end, "changed")
    elif s.left_start == s.left_end:
        _label_inserted(base, left, s.left_start, own, right, s.right_start, s.right_end)
    else:
        _label_inserted(own, right, s.right_start, base, left, s.left_start, s.left_end)


def _label_inserted(bare: _Side, at: int, letter: int, full: _Side, number: int, start: int, end: int) -> None:
    """Labels the marks where `full` has letters start:end before the letter of `bare`."""
    gap, before, after = bare.gap(at, letter), full.gap(number, start), full.gap(number, end)
    marks = bare.text(at)[slice(*gap)]
    first = _common_start(marks, full.text(number)[slice(*before)])
    last = _common_end(marks[first:], full.text(number)[slice(*after)])
    bare.label(at, *gap, "same")
    bare.label(at, gap[0] + first, gap[1] - last, "mark")
    full.label(number, *before, "only")
    full.label(number, before[0], before[0] + first, "same")
    full.label(number, *after, "only")
    full.label(number, after[1] - last, after[1], "same")


def _mark_elsewhere(passage: _Shared, base: _Side, own: _Side) -> None:
    """Labels a passage that stands at another place on the other side, where nothing nearer was found."""
    a, b = base.readings[passage.base], own.readings[passage.own]
    i, i_end = a.letters_in(passage.in_base.start, passage.in_base.end)
    j, j_end = b.letters_in(passage.in_own.start, passage.in_own.end)
    for stretch in differences(a.letters[i:i_end], b.letters[j:j_end]):
        if stretch.same:
            base.share(passage.base, *a.span(i + stretch.left_start, i + stretch.left_end))
            own.share(passage.own, *b.span(j + stretch.right_start, j + stretch.right_end))
    base.share(passage.base, a.at[i_end - 1] + 1, passage.in_base.end)  # a passage ends with marks that both have
    own.share(passage.own, b.at[j_end - 1] + 1, passage.in_own.end)
    base.point(passage.base, passage.in_base, own.blocks[passage.own].id)
    own.point(passage.own, passage.in_own, base.blocks[passage.base].id)


# --- rows ----------------------------------------------------------------------------------------


def _rows(
    base: _Side,
    own: _Side,
    pairs: Sequence[Pair],
    kinds: Mapping[tuple[int, int], str],
    passages: Sequence[_Shared],
) -> Iterator[Row]:
    """The paragraphs of own in their order; between them, at their place, those that only the base has."""
    partner = {pair.right: pair for pair in pairs}
    paired = {pair.left for pair in pairs}
    reached = 0

    def only_base(end: int, kind: str) -> Iterator[Row]:
        for number in range(reached, end):
            cell = base.cell(number)
            if number in paired:
                yield Row("moved", cell, None)
            else:
                yield Row("regrouped" if _is_elsewhere(cell) else kind, cell, None)

    for number in range(len(own.blocks)):
        pair = partner.get(number)
        if pair is None:
            cell = own.cell(number)
            excerpts = tuple(p.in_base for p in passages if p.own == number)
            yield Row("regrouped" if _is_elsewhere(cell) else "added", None, cell, excerpts=excerpts)
            continue
        if pair.in_order:
            yield from only_base(pair.left, "dropped")
            reached = pair.left + 1
        yield Row(
            kinds[pair.left, number],
            base.cell(pair.left),
            own.cell(number),
            moved=not pair.in_order,
            attributed=any(p.attributed and (p.base, p.own) == (pair.left, number) for p in passages),
        )
    yield from only_base(len(base.blocks), "beyond" if own.notice.status == "truncated" else "dropped")


def _is_elsewhere(cell: Cell) -> bool:
    """Whether nearly all of a paragraph stands in other paragraphs of the other side."""
    elsewhere = sum(part.end - part.start for part in cell.parts if part.kind == "elsewhere")
    return bool(cell.parts) and elsewhere >= _NEARLY_ALL * cell.parts[-1].end
