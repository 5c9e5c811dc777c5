"""Finds the bodies that a bracket behind the words charges with a duty: （财政部、人民银行负责）."""

from __future__ import annotations

import re

from notice_site.findings.tasks.asides import Span

_LABEL = r"(?: 责任 | 牵头 | 主办 | 承办 | 落实 | 实施 | 负责) (?: 单位 | 部门 | 领导 | 人 | 科室 | 处室)"
_SHARED = r"(?: 共同 | 具体 | 分别 | 按 照? (?: 各自)? 职责 (?: 分工)? | 按 照? 分工)*"
_CHARGE = rf"{_SHARED} (?: 牵头 | 负责 | 承担 | 落实 | 组织实施)"

# takes: ‹（财政部、人民银行负责）›  ‹（责任单位：市教育局）›  ‹（教育部牵头，财政部配合）›
# not: （市教育局负责解释）  （见附件）
_BRACKET = re.compile(
    rf"""
    [（(] \s*
    (?: {_LABEL} [：:] \s* (?P<labelled> [^（）()。；;]{{2,160}}? ) (?: [；;。] [^（）()]* )?
      | (?P<charged> (?: [^（）()。；;：:] | [（(] [^（）()]* [）)] ){{2,160}}? )
        {_CHARGE} (?! 解释 | 人 | 同志) (?: 负责)? (?: [，,；;。] [^（）()]* )?
    )
    \s* [）)]
    """,
    re.VERBOSE,
)


def charged_in_bracket(text: str) -> Span | None:
    """The bodies in the last bracket of the text that charges somebody.

    >>> text = "推进联合攻关。（农业农村部、科技部等负责。列第一位者为牵头单位，下同）"
    >>> span = charged_in_bracket(text)
    >>> text[span.start : span.end]
    '农业农村部、科技部等'
    """
    spans = [Span(*match.span(match.lastgroup or 0)) for match in _BRACKET.finditer(text)]
    return spans[-1] if spans else None
