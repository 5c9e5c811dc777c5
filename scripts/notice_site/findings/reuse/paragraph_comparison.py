"""Labels each character of two paragraphs by how it stands to the other side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import groupby

from notice_site.findings.reuse.find import BODY
from notice_site.model import Block, Cell, Notice, Part, Passage, Ref
from notice_site.model.frozen import dataclass
from notice_site.text.alignment import Stretch, differences
from notice_site.text.normalization import Wording, same_but_width, wording
from notice_site.text.word_borders import bonds_of, parts_word, widened


def body(notice: Notice) -> list[Block]:
    """The paragraphs that are compared."""
    return [block for block in notice.blocks if block.kind in BODY]


@dataclass(frozen=True, slots=True)
class Side:
    """The paragraphs of one document, with their letters and what is known of each character."""

    notice: Notice
    blocks: tuple[Block, ...]
    readings: tuple[Wording, ...]
    numbers: Mapping[str, int]
    bond: Callable[[str], float]  # how closely letters side by side belong together
    labels: tuple[list[tuple[str, str | None]], ...]  # of every character: kind and, for elsewhere, the block there
    shared: tuple[list[bool], ...]  # of every character: whether the other side has it

    def text(self, number: int) -> str:
        return self.blocks[number].text

    def label(self, number: int, start: int, end: int, kind: str) -> None:
        if start < end:
            self.labels[number][start:end] = [(kind, None)] * (end - start)
            self.shared[number][start:end] = [kind == "same"] * (end - start)

    def point(self, number: int, ref: Ref, alike: AbstractSet[int], block: str) -> None:
        """Labels what the other side has in `block`, but not where it is the same as at its own place.

        That are the letters of the passage that are alike, with the marks between two of these.
        """
        places = range(ref.start, ref.end)
        behind = _letters_before(self.text(number), places, alike)
        ahead = _letters_before(self.text(number), places[::-1], alike)[::-1]
        for at, is_alike in zip(places, map(all, zip(behind, ahead, strict=True)), strict=True):
            if is_alike and self.labels[number][at][0] in ("only", "changed"):
                self.labels[number][at] = ("elsewhere", block)

    def gap(self, number: int, letter: int) -> tuple[int, int]:
        """The characters between a letter and the one before it."""
        at = self.readings[number].at
        return (at[letter - 1] + 1 if letter else 0), (at[letter] if letter < len(at) else len(self.text(number)))

    def cell(self, number: int) -> Cell:
        """The paragraph as parts of one label each."""
        parts: list[Part] = []
        start = 0
        for (kind, block), run in groupby(self.labels[number]):
            end = start + len([*run])
            parts.append(Part(start, end, kind, block))
            start = end
        return Cell(self.blocks[number].id, tuple(parts))


def _letters_before(text: str, places: Iterable[int], alike: AbstractSet[int]) -> list[bool]:
    """Of each place whether the letter there, or else the last one before it, is alike; True before the first."""
    states: list[bool] = []
    state = True
    for at in places:
        state = at in alike if text[at].isalnum() else state
        states.append(state)
    return states


@lru_cache(maxsize=256)  # a document is compared with several others
def _read(texts: tuple[str, ...]) -> tuple[tuple[Wording, ...], Callable[[str], float]]:
    """The letters of each paragraph, and how closely letters of the document belong together."""
    return tuple(map(wording, texts)), bonds_of(texts)


def side_of(notice: Notice) -> Side:
    blocks = tuple(body(notice))
    readings, bond = _read(tuple(block.text for block in blocks))
    return Side(
        notice,
        blocks,
        readings,
        {block.id: number for number, block in enumerate(blocks)},
        bond,
        tuple([("only", None)] * len(block.text) for block in blocks),
        tuple([False] * len(block.text) for block in blocks),
    )


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """A passage by the numbers of its paragraphs."""

    base: int
    derived: int
    in_base: Ref
    in_derived: Ref
    attributed: bool

    @classmethod
    def of(cls, passage: Passage, base: Side, derived: Side) -> SharedPassage:
        in_base, in_derived = passage.a, passage.b
        if in_base.notice != base.notice.id:
            in_base, in_derived = in_derived, in_base
        return cls(
            base.numbers[in_base.block], derived.numbers[in_derived.block], in_base, in_derived, passage.attributed
        )


def mark_pair(base: Side, left: int, derived: Side, right: int) -> str:
    """Labels both sides of a pair of paragraphs; the result is the kind of their row."""
    if same_but_width(base.text(left), derived.text(right)):
        base.label(left, 0, len(base.text(left)), "same")
        derived.label(right, 0, len(derived.text(right)), "same")
        return "verbatim"
    _label_differences(base, left, derived, right)
    return "punctuation-only" if base.readings[left].letters == derived.readings[right].letters else "altered"


def _label_differences(base: Side, left: int, derived: Side, right: int) -> None:
    """Labels every character of a pair of paragraphs by how the two differ, in whole words.

    What both share is counted letter by letter: 中 of 中央 and 中共 is shared, though both words differ.
    """
    a, b = base.readings[left], derived.readings[right]
    stretches = differences(a.letters, b.letters)
    _label_stretches(base, left, derived, right, stretches)
    in_words = widened(stretches, lambda i, j: parts_word(a, i, base.bond) or parts_word(b, j, derived.bond))
    if in_words != stretches:
        shared_in_base, shared_in_derived = [*base.shared[left]], [*derived.shared[right]]
        _label_stretches(base, left, derived, right, in_words)
        base.shared[left][:], derived.shared[right][:] = shared_in_base, shared_in_derived


def _label_stretches(base: Side, left: int, derived: Side, right: int, stretches: Sequence[Stretch]) -> None:
    a, b = base.readings[left], derived.readings[right]
    for s in stretches:
        kind = "same" if s.same else "changed" if s.left_start < s.left_end and s.right_start < s.right_end else "only"
        if s.left_start < s.left_end:
            base.label(left, *a.span(s.left_start, s.left_end), kind)
        if s.right_start < s.right_end:
            derived.label(right, *b.span(s.right_start, s.right_end), kind)
        if s.same:
            for k in range(1, s.left_end - s.left_start):
                _label_marks(base, left, s.left_start + k, derived, right, s.right_start + k)
        else:
            _label_edges(base, left, derived, right, s)
    if stretches and stretches[0].same:
        _label_marks(base, left, 0, derived, right, 0)
    if stretches and stretches[-1].same:
        _label_marks(base, left, len(a.letters), derived, right, len(b.letters))


def _label_marks(base: Side, left: int, i: int, derived: Side, right: int, j: int, without_twin: str = "mark") -> None:
    """Labels the marks before letter i of the base and before letter j of derived: alike, or different marks.

    Where only one side has marks, these are `without_twin`.
    """
    gap_base, gap_derived = base.gap(left, i), derived.gap(right, j)
    if gap_base[0] == gap_base[1] and gap_derived[0] == gap_derived[1]:
        return
    marks_base, marks_derived = base.text(left)[slice(*gap_base)], derived.text(right)[slice(*gap_derived)]
    first = _common_start(marks_base, marks_derived)
    last = _common_end(marks_base[first:], marks_derived[first:])
    rest_base, rest_derived = len(marks_base) - first - last, len(marks_derived) - first - last
    kind = "mark" if rest_base and rest_derived else without_twin
    for side, number, (start, end), rest in (
        (base, left, gap_base, rest_base),
        (derived, right, gap_derived, rest_derived),
    ):
        side.label(number, start, end, "same")
        side.label(number, start + first, start + first + rest, kind)


def _common_start(a: str, b: str) -> int:
    """How many marks at the start of both are alike."""
    return next(
        (n for n, (x, y) in enumerate(zip(a, b, strict=False)) if not same_but_width(x, y)), min(len(a), len(b))
    )


def _common_end(a: str, b: str) -> int:
    return _common_start(a[::-1], b[::-1])


def _label_edges(base: Side, left: int, derived: Side, right: int, s: Stretch) -> None:
    """Labels the marks around a stretch that differs.

    Where one side has nothing there, its only marks go with those before the words of the other side, or with
    those after them: in 甲，〔乙，〕丙 against 甲，丙 the second comma belongs to 乙.
    """
    if s.left_start < s.left_end and s.right_start < s.right_end:
        _label_marks(base, left, s.left_start, derived, right, s.right_start, "changed")
        _label_marks(base, left, s.left_end, derived, right, s.right_end, "changed")
    elif s.left_start == s.left_end:
        _label_inserted(base, left, s.left_start, derived, right, s.right_start, s.right_end)
    else:
        _label_inserted(derived, right, s.right_start, base, left, s.left_start, s.left_end)


def _label_inserted(shorter: Side, at: int, letter: int, longer: Side, number: int, start: int, end: int) -> None:
    """Labels the marks where `longer` has letters start:end before the letter of `shorter`."""
    gap, before, after = shorter.gap(at, letter), longer.gap(number, start), longer.gap(number, end)
    marks = shorter.text(at)[slice(*gap)]
    first = _common_start(marks, longer.text(number)[slice(*before)])
    last = _common_end(marks[first:], longer.text(number)[slice(*after)])
    shorter.label(at, *gap, "same")
    shorter.label(at, gap[0] + first, gap[1] - last, "mark")
    longer.label(number, *before, "only")
    longer.label(number, before[0], before[0] + first, "same")
    longer.label(number, *after, "only")
    longer.label(number, after[1] - last, after[1], "same")


def mark_elsewhere(passage: SharedPassage, base: Side, derived: Side) -> None:
    """Labels a passage that stands at another place on the other side, where nothing nearer was found.

    A character that is already shared with another one is not counted again: what one side says twice and the other
    once is shared once.
    """
    alike = list(alike_places(passage, base, derived))
    for at, there in alike:
        if not base.shared[passage.base][at] and not derived.shared[passage.derived][there]:
            base.shared[passage.base][at] = derived.shared[passage.derived][there] = True
    base.point(passage.base, passage.in_base, {at for at, _ in alike}, derived.blocks[passage.derived].id)
    derived.point(passage.derived, passage.in_derived, {there for _, there in alike}, base.blocks[passage.base].id)


def alike_places(passage: SharedPassage, base: Side, derived: Side) -> Iterator[tuple[int, int]]:
    """Pairs the characters of a passage that both sides have: letters, the marks between them and those at the end."""
    a, b = base.readings[passage.base], derived.readings[passage.derived]
    in_base = a.letters_in(passage.in_base.start, passage.in_base.end)
    in_derived = b.letters_in(passage.in_derived.start, passage.in_derived.end)
    for stretch in differences(a.letters[slice(*in_base)], b.letters[slice(*in_derived)]):
        if not stretch.same:
            continue
        i, j = in_base[0] + stretch.left_start, in_derived[0] + stretch.right_start
        for k in range(stretch.left_end - stretch.left_start):
            if k:
                yield from _alike_marks(
                    base.text(passage.base),
                    base.gap(passage.base, i + k),
                    derived.text(passage.derived),
                    derived.gap(passage.derived, j + k),
                )
            yield a.at[i + k], b.at[j + k]
    yield from zip(
        range(a.at[in_base[1] - 1] + 1, passage.in_base.end),
        range(b.at[in_derived[1] - 1] + 1, passage.in_derived.end),
        strict=False,
    )


def _alike_marks(
    base: str, in_base: tuple[int, int], derived: str, in_derived: tuple[int, int]
) -> Iterator[tuple[int, int]]:
    """Pairs the marks with which two gaps between letters begin alike."""
    for at, there in zip(range(*in_base), range(*in_derived), strict=False):
        if not same_but_width(base[at], derived[there]):
            return
        yield at, there
