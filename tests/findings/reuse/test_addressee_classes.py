"""Which addressees of two documents are laid beside each other."""

from __future__ import annotations

import re

import pytest

from notice_site.findings.reuse.addressee_classes import AddresseeClasses
from notice_site.model import Level, Ref, Task

LEVELS = [
    *(Level(id, id, issuers=(re.compile(id),)) for id in ("central", "province", "city", "county", "town")),
    Level("direct", "direct", own=True),
    Level("party-committee", "party-committee"),
    Level("leaders", "leaders"),
]


def task(levels: tuple[str, ...], addressee: str | None = "某", type: str = "action") -> Task:
    return Task("t", Ref("n", "p_1", 0, 1), addressee, levels, type, (), (), None, False, None, "")


@pytest.mark.parametrize(
    ("levels", "derived", "expected"),
    [
        pytest.param(("city", "county", "leaders"), "county", ("county", "leaders"), id="市、县领导班子 → 区"),
        pytest.param(("county", "leaders"), "county", ("county", "leaders"), id="区领导班子"),
        pytest.param(("leaders",), "county", ("leaders",), id="领导班子"),
        pytest.param(("direct",), "county", ("direct",), id="直属单位"),
        pytest.param(("city", "county", "direct"), "county", ("direct",), id="市、县直属单位"),
        pytest.param(("county", "direct"), "county", ("direct",), id="区直单位"),
        pytest.param(("county", "town", "direct"), "county", ("county", "town", "direct"), id="各级机关及其直属单位"),
        pytest.param(("province", "party-committee"), "county", ("province", "party-committee"), id="各省党委"),
        pytest.param(("city", "county", "leaders"), None, ("city", "county", "leaders"), id="层级未载"),
        pytest.param(("leaders", "county"), "county", ("county", "leaders"), id="依表的次序"),
        pytest.param((), "county", None, id="没有归类的对象"),
    ],
)
def test_classes(levels: tuple[str, ...], derived: str | None, expected: tuple[str, ...] | None) -> None:
    assert AddresseeClasses(LEVELS, derived).of(task(levels)) == expected


def test_without_addressee_there_is_no_class() -> None:
    assert AddresseeClasses(LEVELS, "county").of(task(("county",), None)) is None


@pytest.mark.parametrize("type", ["scope", "focus"])
def test_lists_of_those_who_take_part_are_a_class_of_their_own(type: str) -> None:
    assert AddresseeClasses(LEVELS, "county").of(task(("county", "town"), "参加单位", type)) == (type,)
