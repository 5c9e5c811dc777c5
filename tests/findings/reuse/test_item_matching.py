"""Which items stand for each other: how alike they must be in one list and elsewhere, and how groups form."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from notice_site.findings.reuse.item_matching import Item, ItemMatcher, Likeness


def letters(first: int, count: int) -> str:
    """Letters of which no two are alike."""
    return "".join(chr(0x4E00 + first + n) for n in range(count))


def groups(left: Sequence[Item], right: Sequence[Item]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    matcher = ItemMatcher(left, right)
    return [(group.left, group.right) for group in matcher.groups(matcher.like())]


def item(text: str, list: object = "甲", hidden: bool = False) -> Item:
    return Item(text, list, hidden)


COMMON, OWN, OTHER = letters(0, 5), letters(100, 4), letters(200, 6)


@pytest.mark.parametrize(("holders", "alike"), [(3, True), (5, False)])
def test_words_that_many_items_have_say_little(holders: int, alike: bool) -> None:
    others = [item(letters(1000 + 50 * n, 9) + COMMON, "乙") for n in range(holders - 2)]
    assert groups([item(COMMON + OWN), *others], [item(COMMON + OTHER)]) == ([((0,), (0,))] if alike else [])


@pytest.mark.parametrize(("length", "alike"), [(10, True), (11, False)])
def test_half_of_the_letters_of_the_shorter_item_are_common(length: int, alike: bool) -> None:
    own = letters(100, length - 5)
    assert bool(groups([item(COMMON + own)], [item(COMMON + letters(300, length))])) is alike


@pytest.mark.parametrize(
    ("shared", "own", "lists", "alike"),
    [
        pytest.param(5, 4, ("甲", None), True, id="unstated on one side: half of the weight"),
        pytest.param(5, 5, ("甲", None), False, id="unstated on one side: less than half"),
        pytest.param(7, 2, ("甲", "乙"), True, id="different lists: three quarters"),
        pytest.param(6, 2, ("甲", "乙"), False, id="different lists: less"),
        pytest.param(6, 0, ("甲", "乙"), True, id="different lists: six letters"),
        pytest.param(5, 0, ("甲", "乙"), False, id="different lists: five letters"),
        pytest.param(5, 0, ("甲", None), False, id="unstated on one side: five letters"),
        pytest.param(5, 0, ("甲", "甲"), True, id="one list: five letters"),
        pytest.param(5, 0, (None, None), True, id="both unstated are one list"),
    ],
)
def test_how_alike_items_of_different_lists_must_be(
    shared: int, own: int, lists: tuple[str | None, str | None], alike: bool
) -> None:
    both = letters(0, shared)
    left, right = item(both + letters(100, own), lists[0]), item(both + letters(200, 3 * own), lists[1])
    assert bool(groups([left], [right])) is alike


@pytest.mark.parametrize(("shared", "alike"), [(7, True), (6, False)])
def test_of_a_hidden_item_nearly_all_must_be_there(shared: int, alike: bool) -> None:
    both = letters(0, shared)
    left = item(both + letters(100, 2), hidden=True)
    assert bool(groups([left], [item(both + letters(200, 6))])) is alike


@pytest.mark.parametrize(("weight", "common", "repeated"), [(0.5, 0.75, True), (0.49, 0.75, False), (0.5, 0.74, False)])
def test_an_item_is_repeated_where_most_of_it_stands_in_the_other(weight: float, common: float, repeated: bool) -> None:
    assert Likeness(0, 0, weight, common, 1.0).is_repeated is repeated


def test_the_same_list_goes_before_the_same_words() -> None:
    left = [item("责任心不强意识差", "甲")]
    right = [item("责任心不强意识差", "乙"), item("责任心不强", "甲")]
    assert groups(left, right) == [((0,), (1,))]


def test_of_two_that_are_as_like_that_at_the_same_place_is_taken() -> None:
    twice = [item("组织集中学习"), item("开好民主生活会"), item("组织集中学习")]
    assert groups(twice, twice) == [((0,), (0,)), ((1,), (1,)), ((2,), (2,))]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param(
            ["不关心群众冷暖", "落实惠民政策缩水走样"],
            ["对群众冷暖关心不够落实惠民政策缩水走样"],
            [((0, 1), (0,))],
            id="two become one",
        ),
        pytest.param(
            ["滥用职权吃拿卡要执法不公"],
            ["滥用职权吃拿卡要", "司法不公执法不严"],
            [((0,), (0, 1))],
            id="one becomes two",
        ),
        pytest.param(
            ["落实惠民政策缩水走样", "落实惠民政策走样"],
            ["落实惠民政策缩水走样"],
            [((0,), (0,))],
            id="no words of its own are left for the second",
        ),
    ],
)
def test_items_that_are_left_join_the_one_that_has_words_for_them(
    left: list[str], right: list[str], expected: object
) -> None:
    assert groups([*map(item, left)], [*map(item, right)]) == expected


@pytest.mark.parametrize(("own", "matched"), [(5, True), (6, False)])
def test_two_that_are_left_at_one_place_of_a_list_go_together(own: int, matched: bool) -> None:
    # The words are those of many items, so that they say nothing themselves.
    others = [item(letters(1000 + 50 * n, 30) + COMMON, "乙") for n in range(12)]
    between = item(COMMON + letters(100, own))
    left = [item("机关及其直属单位"), between, item("非公有制经济组织"), *others]
    right = [item("机关及其直属单位"), item(COMMON + letters(200, 20)), item("非公有制经济组织")]
    assert (((1,), (1,)) in groups(left, right)) is matched
    assert ((1,), (1,)) not in groups(left, [*right[:2], item("社会团体"), right[2]]), "another neighbour"
    assert groups([between, *others], [right[1]]) == [], "no neighbours"


def test_nothing_goes_with_nothing() -> None:
    assert groups([], []) == groups([item("甲")], []) == groups([item("甲")], [item("乙")]) == []
    assert groups([item("甲")], [item("甲")]) == [((0,), (0,))]
