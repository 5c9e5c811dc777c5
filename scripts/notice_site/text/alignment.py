"""Pairs the paragraphs of two documents, given as bare letters, and tells where two paragraphs differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from notice_site.model.frozen import dataclass

# Short paragraphs, headings mostly, are alike by pairs of letters, the others by stretches of five.
_SHORT = 24
_SHORT_STRETCH, _STRETCH = 2, 5
# What two paragraphs must have in common, as a share of the shorter one, to go together.
_LEAST_SHORT_SHARE, _LEAST_SHARE = 0.5, 0.2


_DIGITS = "0123456789"


@dataclass(frozen=True, slots=True)
class Pair:
    """Paragraph `left` goes with paragraph `right`; `common` letters of the right one stand in the left one.

    `in_order` is False where the pair crosses weightier ones: one side has the paragraph at another place.
    """

    left: int
    right: int
    common: int
    in_order: bool = True


def pair_up(left: Sequence[str], right: Sequence[str], linked: Collection[tuple[int, int]] = ()) -> tuple[Pair, ...]:
    """The pairs of paragraphs that have most in common, each paragraph in one pair at most, by `right`.

    `linked` are the pairs (left, right) that are known to share a passage; beside these only short paragraphs
    are paired, with short ones. The pair with most common letters comes first, then the next among those left.
    Order plays no part in pairing; of the pairs, the heaviest series that runs in the same order on both sides
    is `in_order`.

    >>> pair_up(["把握总体要求", "明确重点任务"], ["明确目标任务", "把握总体要求"])
    (Pair(left=1, right=0, common=4, in_order=False), Pair(left=0, right=1, common=6, in_order=True))
    """
    candidates = [*_linked(left, right, linked), *_headings(left, right)]
    candidates.sort(key=lambda pair: (-pair.common, abs(pair.left - pair.right), pair.right, pair.left))
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    pairs: list[Pair] = []
    for pair in candidates:
        if pair.left not in taken_left and pair.right not in taken_right:
            taken_left.add(pair.left)
            taken_right.add(pair.right)
            pairs.append(pair)
    pairs.sort(key=lambda pair: pair.right)
    kept = _heaviest_rising(pairs)
    return tuple(Pair(p.left, p.right, p.common, number in kept) for number, p in enumerate(pairs))


def _linked(left: Sequence[str], right: Sequence[str], linked: Iterable[tuple[int, int]]) -> Iterator[Pair]:
    for i, j in sorted(linked):
        if not (_is_short(left[i]) and _is_short(right[j])):
            common = _common_letters(left[i], right[j], _STRETCH)
            if common >= _LEAST_SHARE * min(len(left[i]), len(right[j])):
                yield Pair(i, j, common)


def _headings(left: Sequence[str], right: Sequence[str]) -> Iterator[Pair]:
    """The pairs of short paragraphs that are half alike."""
    holders: dict[str, list[int]] = defaultdict(list)
    for i, text in enumerate(left):
        if _is_short(text):
            for stretch in _stretches(text, _SHORT_STRETCH):
                holders[stretch].append(i)
    for j, text in enumerate(right):
        if _is_short(text):
            near = {i for stretch in _stretches(text, _SHORT_STRETCH) for i in holders.get(stretch, ())}
            for i in sorted(near):
                common = _common_letters(left[i], text, _SHORT_STRETCH)
                if common >= _LEAST_SHORT_SHARE * max(len(left[i]), len(text)):
                    yield Pair(i, j, common)


def _is_short(text: str) -> bool:
    return len(text) < _SHORT


def _stretches(text: str, size: int) -> set[str]:
    return {text[at : at + size] for at in range(len(text) - size + 1)}


def _common_letters(left: str, right: str, size: int) -> int:
    """How many letters of the right text lie in a stretch of that size which the left one has too."""
    known = _stretches(left, size)
    common = covered_to = 0
    for at in range(len(right) - size + 1):
        if right[at : at + size] in known:
            common += at + size - max(at, covered_to)
            covered_to = at + size
    return common


def _heaviest_rising(pairs: Sequence[Pair]) -> set[int]:
    """The numbers of the pairs, which stand in order of `right`, that rise in `left` too and weigh most together."""
    best: list[tuple[int, int]] = []  # weight of the best series that ends with each pair, and the pair before
    for number, pair in enumerate(pairs):
        before = max(
            ((best[k][0], -k) for k in range(number) if pairs[k].left < pair.left),
            default=(0, 1),
        )
        best.append((before[0] + pair.common, -before[1]))
    kept: set[int] = set()
    at = max(range(len(pairs)), key=lambda k: (best[k][0], -k), default=-1)
    while at >= 0:
        kept.add(at)
        at = best[at][1]
    return kept


@dataclass(frozen=True, slots=True)
class Stretch:
    """Letters left_start:left_end of one text stand for right_start:right_end of the other; `same` if equal."""

    left_start: int
    left_end: int
    right_start: int
    right_end: int
    same: bool


def differences(left: str, right: str) -> tuple[Stretch, ...]:
    """Both texts from start to end as stretches that are the same and stretches that differ, in turn.

    One or two letters that happen to be alike between greater changes do not count as the same. A number is the same
    or not as a whole: 80 and 90 have no 0 in common.

    >>> [(left, right, s.same) for left, right, s in _shown("社会保障医疗", "社保医疗")]
    [('社', '社', True), ('会保障', '保', False), ('医疗', '医疗', True)]
    >>> [(left, right, s.same) for left, right, s in _shown("不低于80次", "不低于90次")]
    [('不低于', '不低于', True), ('80', '90', False), ('次', '次', True)]
    """
    blocks = SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
    islands = [(b.a, b.b, b.size) for b in blocks if b.size]
    kept = _without_islands(_with_whole_numbers(islands, left, right), len(left), len(right))
    stretches: list[Stretch] = []
    i = j = 0
    for a, b, size in [*kept, (len(left), len(right), 0)]:
        if (i, j) != (a, b):
            stretches.append(Stretch(i, a, j, b, False))
        if size:
            stretches.append(Stretch(a, a + size, b, b + size, True))
        i, j = a + size, b + size
    return tuple(stretches)


def _with_whole_numbers(blocks: list[tuple[int, int, int]], left: str, right: str) -> list[tuple[int, int, int]]:
    """The blocks without digits at their edges that belong to a number beyond the edge."""
    kept: list[tuple[int, int, int]] = []
    for a, b, size in blocks:
        if left[max(0, a - 1) : a].isdecimal() or right[max(0, b - 1) : b].isdecimal():
            inside = size - len(left[a : a + size].lstrip(_DIGITS))
            a, b, size = a + inside, b + inside, size - inside
        if left[a + size : a + size + 1].isdecimal() or right[b + size : b + size + 1].isdecimal():
            size = len(left[a : a + size].rstrip(_DIGITS))
        if size:
            kept.append((a, b, size))
    return kept


def _without_islands(blocks: list[tuple[int, int, int]], left: int, right: int) -> list[tuple[int, int, int]]:
    kept: list[tuple[int, int, int]] = []
    for number, (a, b, size) in enumerate(blocks):
        end_a, end_b = (kept[-1][0] + kept[-1][2], kept[-1][1] + kept[-1][2]) if kept else (0, 0)
        next_a, next_b = blocks[number + 1][:2] if number + 1 < len(blocks) else (left, right)
        changed_before = max(a - end_a, b - end_b)
        changed_after = max(next_a - a - size, next_b - b - size)
        lonely = changed_before and changed_after
        if not (lonely and (size == 1 or (size == 2 and changed_before + changed_after > 4))):
            kept.append((a, b, size))
    return kept


def _shown(left: str, right: str) -> Iterator[tuple[str, str, Stretch]]:
    for stretch in differences(left, right):
        yield left[stretch.left_start : stretch.left_end], right[stretch.right_start : stretch.right_end], stretch
