"""Groups the numbers that duties demand by what they are about, and ranks each against the first of its group."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from notice_site.model import Quantity
from notice_site.text.quantities import ABOUT, AT_LEAST, AT_MOST, EXACTLY

BASIS, SAME, STRICTER, LOOSER, ONLY_HERE = "basis", "same", "stricter", "looser", "only-here"
UNRANKED = "unranked"
"""Two approximate amounts that differ (3天左右, 5天左右): neither is the stricter one."""

# What the wording of a demand says besides its matter: numbers, comparing words, words of every demand.
# takes: 5  次  至少  不低于  大体  开展  集中  ，  ‹三›次  ‹的›书; not: 学习  党课  三严三实
_NOT_MATTER = re.compile(
    r"""
      \d+
    | [一二三四五六七八九十几两]+ (?= [次个篇场堂天项条件期])
    | [次个篇场堂天项条件期名份月周年]
    | 至少 | 不少于 | 不低于 | 不超过 | 以上 | 以下 | 以内 | 左右 | 一般 | 大体 | 原则上
    | 都要 | 要 | 开展 | 召开 | 组织 | 进行 | 集中 | 各 | 的
    | [^\u4e00-\u9fff]
    """,
    re.VERBOSE,
)
_FEWEST_SHARED = 2  # pairs of characters: with one, every 学习 would be one matter
_ALIKE = 0.3  # Dice's coefficient of pairs of characters, from which two wordings are about the same


@dataclass(frozen=True, slots=True)
class Demand:
    """A number that somebody is to reach; `addressee` is left out when matters are compared."""

    quantity: Quantity
    addressee: str | None
    wording: str


@dataclass(frozen=True, slots=True)
class Compared:
    """A demand by its position in what was given, the group it is in, and how it stands to the first of the group."""

    position: int
    group: int
    relation: str


def compare(demands: Sequence[Demand]) -> tuple[Compared, ...]:
    """The demands in groups, in the order of the first of each; inside a group in the order given.

    Two demands belong together where they count in the same unit and sense (least, most, about) and their wording,
    without the number, is the same or shares two pairs of characters and a third of all. Which is stricter follows
    from the numbers: of least amounts the larger, of greatest amounts the smaller, of approximate amounts neither.

    >>> def demand(who, number, wording):
    ...     return Demand(Quantity(number, "次", "≥", wording), who, wording)
    >>> found = compare([demand("省级干部", 5, "省级干部至少学习5次"),
    ...                  demand("各单位", 1, "开展一次考试"), demand("其他党员", 3, "其他党员至少学习3次")])
    >>> [(c.position, c.group, c.relation) for c in found]
    [(0, 0, 'basis'), (2, 0, 'looser'), (1, 1, 'only-here')]
    """
    groups: list[list[int]] = []
    by_matter: dict[tuple[str, str, str], int] = {}  # unit, sense and wording of the first of a group -> its number
    by_pair: dict[tuple[str, str, str], list[int]] = {}  # the same by pairs of characters
    sizes: list[int] = []  # how many pairs the first of each group has
    for position, demand in enumerate(demands):
        counted, matter = (demand.quantity.unit, _sense(demand.quantity)), _matter(demand)
        pairs = _pairs(matter)
        shared = Counter(group for pair in pairs for group in by_pair.get((*counted, pair), ()))
        fitting = [
            group
            for group, count in shared.items()
            if count >= _FEWEST_SHARED and 2 * count >= _ALIKE * (sizes[group] + len(pairs))
        ]
        if matter and (*counted, matter) in by_matter:
            fitting.append(by_matter[*counted, matter])
        if fitting:
            groups[min(fitting)].append(position)
            continue
        by_matter[*counted, matter] = len(groups)
        for pair in pairs:
            by_pair.setdefault((*counted, pair), []).append(len(groups))
        sizes.append(len(pairs))
        groups.append([position])
    return tuple(
        Compared(position, number, _relation(demands, group, position))
        for number, group in enumerate(groups)
        for position in group
    )


def _relation(demands: Sequence[Demand], group: Sequence[int], position: int) -> str:
    if len(group) == 1:
        return ONLY_HERE
    if position == group[0]:
        return BASIS
    first, other = demands[group[0]].quantity, demands[position].quantity
    if first.number is None or other.number is None or first.number == other.number:
        return SAME
    if ABOUT in (first.comparator, other.comparator):
        return UNRANKED
    return STRICTER if (other.number > first.number) != (first.comparator == AT_MOST) else LOOSER


def _sense(quantity: Quantity) -> str:
    """What a number means: a least amount (also an exact one is the least), a greatest, about so many, no number."""
    return AT_LEAST if quantity.comparator == EXACTLY else quantity.comparator


def _matter(demand: Demand) -> str:
    wording = demand.wording.replace(demand.addressee, "") if demand.addressee else demand.wording
    return _NOT_MATTER.sub("", wording)


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[at : at + 2] for at in range(len(text) - 1))
