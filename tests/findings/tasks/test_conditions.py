"""The case in which a duty holds."""

from __future__ import annotations

import pytest

from notice_site.findings.tasks.asides import Span, strip_asides
from notice_site.findings.tasks.conditions import condition

CONDITIONS = {
    "a case with 的": ("对推进不力的，上级督导组直接约谈", "对推进不力的"),
    "a case of three clauses": (
        "对责任落实不到位，导致违纪问题，造成严重后果的，要追究责任",
        "对责任落实不到位，导致违纪问题，造成严重后果的",
    ),
    "behind where it happens": ("在治理工作中，需要支持配合的，政府要统筹", "需要支持配合的"),
    "before a modal word": ("情节严重、影响恶劣的应调离教学岗位", "情节严重、影响恶劣的"),
    "有条件的": ("有条件的要安排部分费用", "有条件的"),
    "if": ("如果确有困难，可以延期", "如果确有困难"),
    "once": ("一旦发生事故，将追究责任", "一旦发生事故"),
    "when": ("进行组织考察时，听取各方意见", "进行组织考察时"),
    "after": ("公示期满后，办理聘任手续", "公示期满后"),
    "a premise": ("担保机构要在可持续经营的前提下，调降费率", "在可持续经营的前提下"),
}
NONE = {
    "a date": "在7月底前，完成整改",
    "the next days": "今后，要坚持学习",
    "a statement": "作风建设是重要的，要长期抓",
    "as planned": "如期完成任务",
    "a purpose": "以提升能力为目的，开展培训",
    "a means": "在市委领导下，开展活动",
}


def words(text: str) -> str | None:
    stripped = strip_asides(text)
    found = condition(stripped, Span(0, len(stripped.text)))
    return stripped.text[found.start : found.end] if found else None


@pytest.mark.parametrize(("text", "expected"), CONDITIONS.values(), ids=CONDITIONS.keys())
def test_the_case_in_which_a_duty_holds(text: str, expected: str) -> None:
    assert words(text) == expected


@pytest.mark.parametrize("text", NONE.values(), ids=NONE.keys())
def test_a_duty_that_always_holds(text: str) -> None:
    assert words(text) is None
