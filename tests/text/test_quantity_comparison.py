"""Demands on one matter come together; which is stricter follows from their numbers."""

from __future__ import annotations

import pytest

from notice_site.model import Quantity
from notice_site.text.quantity_comparison import Demand, compare


def demand(number: float | None, comparator: str = "≥", wording: str = "学习", unit: str = "次") -> Demand:
    return Demand(Quantity(number, unit, comparator, wording), None, wording)


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
    assert [found.relation for found in compare([one, other])] == ["basis", relation]


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
    assert [found.relation for found in compare([one, other])] == ["only-here", "only-here"]


def test_wordings_that_differ_a_little_are_on_one_matter() -> None:
    alike = [demand(3, wording="开展教育实践活动的时间", unit="个月"), demand(3, wording="集中教育时间", unit="个月")]
    assert [found.relation for found in compare(alike)] == ["basis", "same"]
