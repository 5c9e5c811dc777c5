"""Whom a clause without a subject concerns: the forms that are found, and the nearest that are not."""

from __future__ import annotations

import pytest

from notice_site.findings.tasks.addressees import concerned
from notice_site.findings.tasks.asides import Span
from notice_site.findings.tasks.tagging import tag


@pytest.mark.parametrize(
    ("clause", "whom"),
    [
        ("以区领导机关、领导班子和领导干部为重点", "区领导机关、领导班子和领导干部"),
        ("以市、县为单位", "以市、县为单位"),
        ("在全体党员中开展主题教育", "全体党员"),
        ("在各级新闻媒体开设专栏", "各级新闻媒体"),
        ("在农村、社区等基层单位的重要路段张贴标语", "农村、社区等基层单位"),
        ("把基层党组织建设成为坚强堡垒", "基层党组织"),
        ("集中解决领导班子和领导干部◇方面存在的突出问题", "领导班子和领导干部"),
        ("组织党员干部认真学习", "党员干部"),
        ("以上级部门的要求为重点", None),
        ("以问题为重点", None),
        ("在职教师中开展活动", None),
        ("活动在全体党员中开展", None),
        ("把基层党组织的作用发挥好", None),
        ("组织召开会议", None),
        ("加强组织领导", None),
    ],
)
def test_whom_a_clause_concerns(clause: str, whom: str | None) -> None:
    found = concerned(clause, tag(clause), Span(0, len(clause)))
    assert (clause[found.start : found.end] if found else None) == whom
