"""Whom a clause without a subject concerns: the forms that are found, and the nearest that are not."""

from __future__ import annotations

import pytest

from notice_site.findings.tasks.addressees import concerned, done_to
from notice_site.findings.tasks.asides import Span
from notice_site.findings.tasks.tagging import tag

FOCUS = {
    "以区领导机关、领导班子和领导干部为重点": "区领导机关、领导班子和领导干部",
    "集中解决领导班子和领导干部◇方面存在的突出问题": "领导班子和领导干部",
    "以上级部门的要求为重点": None,
    "以问题为重点": None,
    "以市、县为单位": None,
    "组织党员干部认真学习": None,
}
REACHED = {
    "以市、县为单位": "市、县",
    "在全体党员中开展主题教育": "全体党员",
    "在各级新闻媒体开设专栏": "各级新闻媒体",
    "在农村、社区等基层单位的重要路段张贴标语": "农村、社区等基层单位",
    "把基层党组织建设成为坚强堡垒": "基层党组织",
    "组织党员干部认真学习": "党员干部",
    "在职教师中开展活动": None,
    "活动在全体党员中开展": None,
    "把基层党组织的作用发挥好": None,
    "组织召开会议": None,
    "加强组织领导": None,
}


@pytest.mark.parametrize(("clause", "whom"), FOCUS.items(), ids=FOCUS)
def test_at_whom_a_clause_is_aimed(clause: str, whom: str | None) -> None:
    found = concerned(clause, tag(clause), Span(0, len(clause)))
    assert (clause[found.start : found.end] if found else None) == whom


@pytest.mark.parametrize(("clause", "whom"), REACHED.items(), ids=REACHED)
def test_where_or_with_whom_something_is_done(clause: str, whom: str | None) -> None:
    found = done_to(clause, tag(clause), Span(0, len(clause)))
    assert (clause[found.start : found.end] if found else None) == whom
