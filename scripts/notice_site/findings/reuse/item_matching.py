"""Matches the items of two lists of duties by their words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from notice_site.model.frozen import dataclass

LEAST_IN_LIST = 0.25
"""The share of the weight of the shorter item that both have, from which two items of one list are alike.

Below it the common words are those of every list: 加强领导班子建设, 有坚强的领导班子 have 领导班子 in common.
"""

LEAST_UNSTATED = 0.5
"""The same where one side does not say whom it addresses: only the words speak for the two."""

LEAST_ELSEWHERE = 0.75
"""The same for items of different lists: the words must be nearly all there, or the duties of two are mixed up."""

LEAST_LETTERS = 0.5
"""The share of the letters of the shorter item that both have: below it the likeness is a word or two."""

MOST_LETTERS = 0.75
"""The same from which an item is said again, where the like of it stands for another one already."""

FEWEST_LETTERS = 6
"""Letters of the shorter item outside one list: 立行立改 and 结合实际 stand in any document."""


_WHOLE = 1_000_000  # the weight of a pair that two items have: whole numbers have one sum in any order


@dataclass(frozen=True, slots=True)
class Item:
    """The letters of an item, and the list in which it stands: the class of those whom it addresses; None: unstated.

    A `hidden` item has no place where its like could be expected: only nearly all of its words speak for another.
    """

    letters: str
    list: object | None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Items that stand for each other, by their numbers: one of a side, and one or more of the other."""

    left: tuple[int, ...]
    right: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much two items have in common.

    weight and letters: the shares of the shorter item that stand in the other one; overall: the share of both.
    """

    left: int
    right: int
    weight: float
    letters: float
    overall: float

    @property
    def is_repeated(self) -> bool:
        """Whether the one says again what stands in the other."""
        return self.weight >= LEAST_UNSTATED and self.letters >= MOST_LETTERS


Likenesses = Sequence[Likeness]


class ItemMatcher:
    """Two lists of items with the weights of their words.

    Words are compared as pairs of letters. A pair that n items have weighs 1 / (n - 1): what only two items have
    counts whole, what every item has (教育实践活动) hardly.
    """

    def __init__(self, left: Sequence[Item], right: Sequence[Item]) -> None:
        self.left, self.right = left, right
        self._left_pairs = [_pairs(item.letters) for item in left]
        self._right_pairs = [_pairs(item.letters) for item in right]
        holders = Counter(pair for pairs in (*self._left_pairs, *self._right_pairs) for pair in pairs)
        self._weights = {pair: _WHOLE // max(1, count - 1) for pair, count in holders.items()}
        self._left_weights = [self._sum(pairs) for pairs in self._left_pairs]
        self._right_weights = [self._sum(pairs) for pairs in self._right_pairs]

    def like(self) -> Likenesses:
        """All items that are alike enough, the most alike first."""
        return sorted((found for found in self._likenesses() if self._is_enough(found)), key=self._order)

    def groups(self, alike: Likenesses) -> list[Group]:
        """The items that stand for each other.

        Each item stands in one group at most. The two that are most alike come first, those of different lists last;
        then two that stand at one place of a list. An item that is left joins the group of the one that it is most
        like, where that has words for it that no other one of the group has: 不关心群众冷暖｜落实惠民政策缩水走样 →
        对群众冷暖关心不够，落实惠民政策缩水走样.
        """
        partners: dict[int, list[int]] = {}  # of a left item
        taken: dict[int, list[int]] = {}  # the left items of a right one
        for found in alike:
            if found.left not in partners and found.right not in taken:
                partners[found.left], taken[found.right] = [found.right], [found.left]
        for left, right in self._at_one_place(partners, taken):
            partners[left], taken[right] = [right], [left]
        for found in alike:
            if not self._is_elsewhere(found):
                self._join(found, partners, taken)
        joined = [(lefts, [right]) for right, lefts in taken.items() if len(lefts) > 1]
        inside = {left for lefts, _ in joined for left in lefts}
        rest = [([left], rights) for left, rights in partners.items() if left not in inside]
        groups = [Group(tuple(sorted(lefts)), tuple(sorted(rights))) for lefts, rights in (*joined, *rest)]
        return sorted(groups, key=lambda group: group.left)

    def _at_one_place(
        self, partners: Mapping[int, Sequence[int]], taken: Mapping[int, Sequence[int]]
    ) -> Iterator[tuple[int, int]]:
        """Two items of one list that are left between neighbours that go together, and have half of their letters.

        乡镇、街道和村、社区 and 街道和社区, where what stands before and behind them in the two lists is the same.
        """
        lists: dict[object, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for side, items in enumerate((self.left, self.right)):
            for number, item in enumerate(items):
                if item.list is not None and not item.hidden:
                    lists[item.list][side].append(number)
        for lefts, rights in lists.values():
            between = {
                (rights[at - 1] if at else None, rights[at + 1] if at + 1 < len(rights) else None): right
                for at, right in enumerate(rights)
                if right not in taken
            }
            for at, left in enumerate(lefts):
                if left in partners:
                    continue
                before = partners.get(lefts[at - 1], [-1])[0] if at else None
                behind = partners.get(lefts[at + 1], [-1])[0] if at + 1 < len(lefts) else None
                right = between.get((before, behind)) if (before, behind) != (None, None) else None
                if right is not None and self._likeness(left, right).letters >= LEAST_LETTERS:
                    yield left, right

    def _join(self, found: Likeness, partners: dict[int, list[int]], taken: dict[int, list[int]]) -> None:
        left, right = found.left, found.right
        if left not in partners and right in taken and len(partners[taken[right][0]]) == 1:
            if self._adds(
                self._left_pairs[left], self._right_pairs[right], [self._left_pairs[n] for n in taken[right]]
            ):
                partners[left] = [right]
                taken[right].append(left)
        elif right not in taken and left in partners and len(taken[partners[left][0]]) == 1:
            others = [self._right_pairs[n] for n in partners[left]]
            if self._adds(self._right_pairs[right], self._left_pairs[left], others):
                taken[right] = [left]
                partners[left].append(right)

    def _adds(self, item: frozenset[str], whole: frozenset[str], others: Sequence[frozenset[str]]) -> bool:
        """Whether most of what an item has in common with `whole` is not in the others that stand for it."""
        common = item & whole
        return 2 * self._sum(common.difference(*others)) > self._sum(common)

    def _is_enough(self, found: Likeness) -> bool:
        """Whether two items are alike enough for the lists in which they stand."""
        left, right = self.left[found.left], self.right[found.right]
        if found.letters < LEAST_LETTERS:
            return False
        if left.hidden or right.hidden:
            least = LEAST_ELSEWHERE
        elif left.list == right.list:
            return found.weight >= LEAST_IN_LIST
        else:
            least = LEAST_ELSEWHERE if self._is_elsewhere(found) else LEAST_UNSTATED
        return found.weight >= least and min(len(left.letters), len(right.letters)) >= FEWEST_LETTERS

    def _is_elsewhere(self, found: Likeness) -> bool:
        """Whether two items address different ones."""
        left, right = self.left[found.left].list, self.right[found.right].list
        return left != right and left is not None and right is not None

    def _order(self, found: Likeness) -> tuple[bool, float, bool, int, int, int]:
        """Different lists last, then the most alike first; of equals those of one list, then those at one place."""
        place = abs(found.left * len(self.right) - found.right * len(self.left))
        other = self.left[found.left].list != self.right[found.right].list
        return self._is_elsewhere(found), -found.overall, other, place, found.left, found.right

    def _likenesses(self) -> Iterator[Likeness]:
        """All items that have enough of weight in common for any two lists."""
        holders: dict[str, list[int]] = defaultdict(list)
        for right, pairs in enumerate(self._right_pairs):
            for pair in pairs:
                holders[pair].append(right)
        for left, pairs in enumerate(self._left_pairs):
            shared: Counter[int] = Counter()
            for pair in pairs:
                for right in holders.get(pair, ()):
                    shared[right] += self._weights[pair]
            for right, weight in sorted(shared.items()):
                if weight >= LEAST_IN_LIST * min(self._left_weights[left], self._right_weights[right]):
                    yield self._likeness(left, right)

    def _likeness(self, left: int, right: int) -> Likeness:
        common = self._left_pairs[left] & self._right_pairs[right]
        shared, whole_left, whole_right = self._sum(common), self._left_weights[left], self._right_weights[right]
        shorter = min(self.left[left].letters, self.right[right].letters, key=len)
        return Likeness(
            left,
            right,
            shared / min(whole_left, whole_right),
            _covered(shorter, common) / len(shorter),
            2 * shared / (whole_left + whole_right),
        )

    def _sum(self, pairs: frozenset[str]) -> int:
        return sum(map(self._weights.__getitem__, pairs))


def _pairs(letters: str) -> frozenset[str]:
    """Every two letters that stand beside each other; one letter alone is its own pair."""
    return frozenset(letters[at : at + 2] for at in range(max(1, len(letters) - 1)))


def _covered(letters: str, pairs: frozenset[str]) -> int:
    """How many of the letters stand in one of the pairs."""
    if len(letters) < 2:
        return int(letters in pairs)
    inside = [letters[at : at + 2] in pairs for at in range(len(letters) - 1)]
    return sum(before or behind for before, behind in zip([False, *inside], [*inside, False], strict=True))
