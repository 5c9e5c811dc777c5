"""Demands on one matter come together; which is stricter follows from their numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from notice_site.model import Quantity
from notice_site.text.quantity_comparison import Compared, Demand, compare, one_class

RANKS = frozenset({"province", "city", "county"})


def demand(number: float | None, comparator: str = "≥", wording: str = "学习", unit: str = "次") -> Demand:
    return Demand(Quantity(number, unit, comparator, wording), "甲件", None, frozenset(), wording)


def compared(demands: Iterable[Demand]) -> tuple[Compared, ...]:
    """The demands compared as those of so many documents."""
    return compare([replace(each, document=str(number)) for number, each in enumerate(demands)], RANKS)


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        pytest.param(demand(3), demand(3), "same", id="at least as often"),
        pytest.param(demand(3), demand(5), "stricter", id="at least more often"),
        pytest.param(demand(5), demand(3), "looser", id="at least less often"),
        pytest.param(demand(30, "≤"), demand(20, "≤"), "stricter", id="at most fewer"),
        pytest.param(demand(20, "≤"), demand(30, "≤"), "looser", id="at most more"),
        pytest.param(demand(1, "="), demand(1), "same", id="exactly one is at least one"),
        pytest.param(demand(3, "≈"), demand(5, "≈"), "unranked", id="about more often"),
        pytest.param(demand(5, "≈"), demand(3, "≈"), "unranked", id="about less often"),
        pytest.param(demand(3, "≈"), demand(3, "≈"), "same", id="about as often"),
        pytest.param(demand(None, "几个"), demand(None, "几个"), "same", id="no number twice"),
    ],
)
def test_how_a_demand_stands_to_the_first_of_its_group(one: Demand, other: Demand, relation: str) -> None:
    assert [found.relation for found in compared([one, other])] == ["basis", relation]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(demand(3), demand(3, unit="天"), id="another unit"),
        pytest.param(demand(3), demand(3, "≤"), id="at least and at most"),
        pytest.param(demand(3), demand(3, "≈"), id="at least and about"),
        pytest.param(demand(3, wording="集中学习讨论"), demand(3, wording="看专题教育片"), id="another matter"),
        pytest.param(demand(3, wording="召开专题讨论会"), demand(3, wording="集中学习讨论"), id="one word in common"),
        pytest.param(demand(3, wording="3次"), demand(3, wording="3次"), id="no matter at all"),
    ],
)
def test_what_cannot_be_compared_stands_alone(one: Demand, other: Demand) -> None:
    assert [found.relation for found in compared([one, other])] == ["only-here", "only-here"]


def test_wordings_that_differ_a_little_are_on_one_matter() -> None:
    alike = [demand(3, wording="开展教育实践活动的时间", unit="个月"), demand(3, wording="集中教育时间", unit="个月")]
    assert [found.relation for found in compared(alike)] == ["basis", "same"]


NOT_MATTER = (
    "3次", "三次", "十二个", "几篇", "两场", "一堂", "五天", "六项", "七条", "八期", "名", "份", "月", "周", "年",
    "至少", "不少于", "不低于", "不超过", "以上", "以下", "以内", "左右", "一般", "大体", "原则上", "都要", "要",
    "开展", "召开", "组织", "进行", "集中", "各", "的", "，", "A",
)  # fmt: skip


@pytest.mark.parametrize("word", NOT_MATTER)
def test_words_that_every_demand_holds_are_not_what_it_is_about(word: str) -> None:
    plain, worded = demand(3, wording="学习"), demand(3, wording=f"{word}学{word}习{word}")
    assert [found.relation for found in compared([plain, worded])] == ["basis", "same"]


def test_a_han_numeral_counts_as_number_only_before_what_is_counted() -> None:
    assert [f.relation for f in compared([demand(3, wording="学习"), demand(3, wording="一学习")])] == ["only-here"] * 2


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        pytest.param("甲乙丙", "甲乙丙丁", True, id="two pairs in common"),
        pytest.param("甲乙", "甲乙丙", False, id="one pair in common"),
        pytest.param("甲乙丙子丑寅", "甲乙丙辰巳午", True, id="two pairs each of five: 4/10"),
        pytest.param("甲乙丙子丑寅", "甲乙丙辰巳午未", False, id="two pairs each of five and six: 4/11"),
    ],
)
def test_wordings_share_two_pairs_of_characters_and_four_tenths(one: str, other: str, together: bool) -> None:
    relations = [found.relation for found in compared([demand(3, wording=one), demand(3, wording=other)])]
    assert (relations == ["basis", "same"]) == together


def test_groups_come_in_the_order_of_their_first_demands() -> None:
    demands = [demand(3, wording=wording) for wording in ("讨论", "学习", "讨论", "学习", "讨论")]
    assert [(f.position, f.group) for f in compared(demands)] == [(0, 0), (2, 0), (4, 0), (1, 1), (3, 1)]


def test_a_demand_that_fits_two_groups_joins_the_earlier_one() -> None:
    wordings = ("甲乙丙子丑", "丁戊己寅卯", "丁戊己甲乙丙")
    assert [(f.position, f.group) for f in compared([demand(3, wording=w) for w in wordings])] == [
        (0, 0),
        (2, 0),
        (1, 1),
    ]


def test_the_addressee_is_no_part_of_the_matter() -> None:
    both = [
        Demand(Quantity(number, "次", "≥", ""), "", who, frozenset({"leaders"}), f"{who}学习{number}次")
        for who, number in (("市、县领导班子和领导干部", 5), ("区领导干部", 3))
    ]
    assert [found.relation for found in compared(both)] == ["basis", "looser"]


def test_two_tiers_of_one_rule_are_not_compared() -> None:
    tiers = [demand(5), demand(3)]
    assert [found.relation for found in compare(tiers)] == ["only-here", "only-here"]
    other = [replace(demand(4), document="乙件"), replace(demand(2), document="乙件")]
    assert [(f.position, f.group, f.relation) for f in compare([*tiers, *other])] == [
        (0, 0, "basis"),
        (2, 0, "looser"),
        (1, 1, "basis"),
        (3, 1, "looser"),
    ]


def test_of_two_tiers_that_with_the_more_alike_wording_is_taken() -> None:
    tiers = [demand(5, wording="集中学习讨论会议精神"), demand(3, wording="学习会议精神")]
    other = replace(demand(4, wording="学习会议精神"), document="乙件")
    assert [(f.position, f.group) for f in compare([*tiers, other])] == [(0, 0), (1, 1), (2, 1)]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param({"city", "county", "leaders"}, {"county", "leaders"}, True, id="a level in common"),
        pytest.param({"leaders"}, {"county", "leaders"}, True, id="one leaves the level open"),
        pytest.param({"province", "leaders"}, {"county", "leaders"}, False, id="different levels"),
        pytest.param({"county", "leaders"}, {"county", "party"}, False, id="different kinds"),
        pytest.param({"county", "leaders"}, {"county"}, False, id="no kind on one side"),
        pytest.param({"city", "county"}, {"county"}, True, id="levels alone"),
        pytest.param({"city"}, {"county"}, False, id="different levels alone"),
        pytest.param({"leaders"}, set(), False, id="one is not known"),
    ],
)
def test_two_demands_address_one_class(one: set[str], other: set[str], same: bool) -> None:
    first, second = (replace(demand(3), classes=frozenset(classes)) for classes in (one, other))
    assert one_class(first, second, RANKS) is one_class(second, first, RANKS) is same
    assert [found.relation for found in compared([first, second])] == (["basis", "same"] if same else ["only-here"] * 2)


@pytest.mark.parametrize(
    ("one", "other", "same"), [("会计", "会计", True), ("会计", "评委", False), (None, "会计", False)]
)
def test_where_no_class_is_known_the_words_must_be_the_same(one: str | None, other: str | None, same: bool) -> None:
    first, second = (replace(demand(3), addressee=who) for who in (one, other))
    assert one_class(first, second, RANKS) is same


def test_a_number_that_is_not_given_cannot_be_stricter() -> None:
    assert [f.relation for f in compared([demand(None), demand(3)])] == ["basis", "same"]
    assert [f.relation for f in compared([demand(3), demand(None)])] == ["basis", "same"]
