"""Finds whom a clause without a subject concerns: 以|区领导机关|为重点, 在|全区党员|中开展…, 组织|党员干部|学习.

The first is asked of them; the others say where, in what units or with whom something is done.
"""

from __future__ import annotations

import re

from notice_site.findings.tasks import grammar
from notice_site.findings.tasks.asides import Span
from notice_site.findings.tasks.clause_names import may_begin_name

_Form = tuple[re.Pattern[str], re.Pattern[str]]


def _forms(*pairs: tuple[str, str]) -> tuple[_Form, ...]:
    """What stands before and behind a name inside a clause."""
    return tuple((re.compile(opening, re.VERBOSE), re.compile(tail, re.VERBOSE)) for opening, tail in pairs)


_FOCUS = _forms(
    # 以|区领导机关、领导班子和领导干部|为重点; not 以上级部门
    ("以 (?![上下内外及])", "为重点(?!的)"),
    # 解决|领导班子和领导干部|◇方面存在的突出问题
    ("解决 | 查找 | 整治", "◇? 方面 (?: 存在)? 的"),
)
_PLACE = _forms(
    # 在|全区党员|中开展, 在|各级新闻媒体|开设, 在|农村、社区等基层单位|的重要路段; not 在职
    (
        "(?<![^，；。：]) 在",
        """中间? (?: 广泛 | 深入 | 普遍 | 集中)* (?: 开展 | 进行 | 组织)
        | (?: 开设 | 开辟 | 设立 | 刊播 | 张贴)
        | 的 [^，]{0,16} (?: 位置 | 路段 | 场所 | 区域)""",
    ),
    # 把|基层党组织|建设成为
    ("[把将]", "(?: 建设 | 打造 | 培育) (?: 成 | 为)"),
    # 以|市、县|为单位，组织…
    ("以", "为单位"),
)

_ORGANISED = re.compile("组织")


def concerned(text: str, tags: str, clause: Span) -> Span | None:
    """Who is asked though the clause has no subject: those at whom it is aimed."""
    return next(filter(None, (_between(*form, text, tags, clause) for form in _FOCUS)), None)


def done_to(text: str, tags: str, clause: Span) -> Span | None:
    """Where, in what units or with whom something is done: no addressee, but the levels that it reaches."""
    if name := next(filter(None, (_between(*form, text, tags, clause) for form in _PLACE)), None):
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
