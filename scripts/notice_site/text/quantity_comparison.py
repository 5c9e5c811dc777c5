"""Groups the numbers that duties demand by what they are about, and ranks each against the first of its group."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from notice_site.model import Quantity
from notice_site.model.frozen import dataclass
from notice_site.text.quantities import ABOUT, AT_LEAST, AT_MOST, EXACTLY, MORE_THAN

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
_ALIKE = 0.4  # Dice's coefficient of pairs of characters, from which two wordings are about the same


@dataclass(frozen=True, slots=True)
class Demand:
    """A number that somebody is to reach.

    `addressee` is left out when matters are compared; `classes` are the ids of the levels and kinds that it names.
    """

    quantity: Quantity
    document: str
    addressee: str | None
    classes: frozenset[str]
    wording: str


@dataclass(frozen=True, slots=True)
class Compared:
    """A demand by its position in what was given, the group it is in, and how it stands to the first of the group."""

    position: int
    group: int
    relation: str


class _Group:
    """Demands of one duty, at most one of a document; the first decides who belongs to it."""

    def __init__(self, position: int, demand: Demand, pairs: frozenset[str]) -> None:
        self.positions = [position]
        self.first = demand
        self.documents = {demand.document}
        self.pairs = pairs


def compare(demands: Sequence[Demand], ranks: AbstractSet[str] = frozenset()) -> tuple[Compared, ...]:
    """The demands in groups, in the order of the first of each; inside a group in the order given.

    Two demands belong together where they are one duty of two documents: they address the same class, count in the
    same unit and sense (least, most, about), and their wording, without the number, is the same or shares two pairs of
    characters and four tenths of all. What one document asks of two (省级干部 5次, 其他党员 3次) is two tiers of one
    rule and is not compared. Which is stricter follows from the numbers: of least amounts the larger, of greatest
    amounts the smaller, of approximate amounts neither. `ranks` are the ids of levels; all other classes are kinds.

    >>> def demand(document, who, number, wording):
    ...     return Demand(Quantity(number, "次", "≥", wording), document, who, frozenset(), wording)
    >>> found = compare([demand("省", "各单位", 5, "各单位至少学习5次"),
    ...                  demand("省", "其他党员", 3, "其他党员至少学习3次"),
    ...                  demand("市", "各单位", 3, "各单位至少学习3次")])
    >>> [(c.position, c.group, c.relation) for c in found]
    [(0, 0, 'basis'), (2, 0, 'looser'), (1, 1, 'only-here')]
    """
    groups: list[_Group] = []
    by_matter: dict[tuple[str, str, str], list[int]] = {}  # unit, sense and wording of the first of groups -> numbers
    by_pair: dict[tuple[str, str, str], list[int]] = {}  # the same by pairs of characters
    for position, demand in enumerate(demands):
        counted, matter = (demand.quantity.unit, _sense(demand.quantity)), _matter(demand)
        pairs = _pairs(matter)
        shared = Counter(group for pair in pairs for group in by_pair.get((*counted, pair), ()))
        alike = {group: 2 * count / (len(groups[group].pairs) + len(pairs)) for group, count in shared.items()}
        fitting = {g: share for g, share in alike.items() if shared[g] >= _FEWEST_SHARED and share >= _ALIKE}
        fitting |= dict.fromkeys(by_matter.get((*counted, matter), ()), 1.0) if matter else {}
        free = [g for g in fitting if _may_join(groups[g], demand, ranks)]
        if free:
            group = groups[min(free, key=lambda g: (-fitting[g], g))]
            group.positions.append(position)
            group.documents.add(demand.document)
            continue
        by_matter.setdefault((*counted, matter), []).append(len(groups))
        for pair in pairs:
            by_pair.setdefault((*counted, pair), []).append(len(groups))
        groups.append(_Group(position, demand, pairs))
    return tuple(
        Compared(position, number, _relation(demands, group.positions, position))
        for number, group in enumerate(groups)
        for position in group.positions
    )


def _may_join(group: _Group, demand: Demand, ranks: AbstractSet[str]) -> bool:
    return demand.document not in group.documents and one_class(group.first, demand, ranks)


def one_class(one: Demand, other: Demand, ranks: AbstractSet[str]) -> bool:
    """Whether two demands address the same class: the same kinds, of a level that both name or one leaves open.

    市、县领导班子 and 区领导班子 are one class; 省级领导干部 and 区级领导干部 are two. Where no class is known, the
    words must be the same.
    """
    if not one.classes or not other.classes:
        return not one.classes and not other.classes and one.addressee == other.addressee
    levels, other_levels = one.classes & ranks, other.classes & ranks
    kinds = one.classes - ranks
    if kinds != other.classes - ranks:
        return False
    return bool(levels & other_levels) or (bool(kinds) and not (levels and other_levels))


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
    return AT_LEAST if quantity.comparator in (EXACTLY, MORE_THAN) else quantity.comparator


def _matter(demand: Demand) -> str:
    wording = demand.wording.replace(demand.addressee, "") if demand.addressee else demand.wording
    return _NOT_MATTER.sub("", wording)


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[at : at + 2] for at in range(len(text) - 1))
