"""Finds whom a clause without a subject concerns: 在|全区党员|中开展…, 组织|党员干部|学习, 以|区领导机关|为重点."""

from __future__ import annotations

import re

from notice_site.findings.tasks import grammar
from notice_site.findings.tasks.asides import Span
from notice_site.findings.tasks.clauses import may_begin_name

_FORMS = tuple(
    (re.compile(opening, re.VERBOSE), re.compile(tail, re.VERBOSE))
    for opening, tail in (
        # 以|区领导机关、领导班子和领导干部|为重点; not 以上级部门
        ("以 (?![上下内外及])", "为重点(?!的)"),
        # 在|全区党员|中开展, 在|各级新闻媒体|开设, 在|农村、社区等基层单位|的重要路段; not 在职
        (
            "(?<![^，；。：]) 在",
            """中间? (?: 广泛 | 深入 | 普遍 | 集中)* (?: 开展 | 进行 | 组织)
            | (?: 开设 | 开辟 | 设立 | 刊播 | 张贴)
            | 的 [^，]{0,16} (?: 位置 | 路段 | 场所 | 区域)""",
        ),
        # 把|基层党组织|建设成为
        ("[把将]", "(?: 建设 | 打造 | 培育) (?: 成 | 为)"),
        # 解决|领导班子和领导干部|◇方面存在的突出问题
        ("解决 | 查找 | 整治", "◇? 方面 (?: 存在)? 的"),
    )
)
"""What stands before and behind a name inside a clause."""

_EACH_UNIT = re.compile(r"以(?=[^，；。]{1,40}为单位)")
_EACH_UNIT_TAIL = re.compile("为单位")
"""以市、县|为单位|，组织…: the whole of it says who."""

_ORGANISED = re.compile("组织")


def concerned(text: str, tags: str, clause: Span) -> Span | None:
    """Whom the clause concerns, as a span of the text."""
    if each := _between(_EACH_UNIT, _EACH_UNIT_TAIL, text, tags, clause):
        return Span(each.start - 1, each.end + 3)
    for opening, tail in _FORMS:
        if name := _between(opening, tail, text, tags, clause):
            return name
    for match in _ORGANISED.finditer(text, clause.start, clause.end):
        if set(tags[clause.start : match.start()]) - set("AMCT-"):
            continue  # 把服务师生、组织师生结合起来
        organised = grammar.ORGANISED_NAME.match(tags, match.end(), clause.end)
        if organised and tags[match.start()] == "V":
            return Span(*organised.span("who"))
    return None


def _between(opening: re.Pattern[str], tail: re.Pattern[str], text: str, tags: str, clause: Span) -> Span | None:
    for match in opening.finditer(text, clause.start, clause.end):
        if tags[match.start()] in "x-" or not may_begin_name(tags, match.end()):
            continue
        for name in grammar.NAME_END.finditer(tags, match.end(), clause.end):
            if tail.match(text, name.end()):
                return Span(match.end(), name.end())
    return None
