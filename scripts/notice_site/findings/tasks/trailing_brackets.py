"""Finds the bodies that stand behind the words of a duty: （财政部、人民银行负责）, 责任单位：财政部."""

from __future__ import annotations

import re

_LABEL = r"(?: 责任 | 牵头 | 主办 | 承办 | 落实 | 实施 | 负责) (?: 单位 | 部门 | 领导 | 人 | 科室 | 处室)"
_SHARED = r"(?: 共同 | 具体 | 分别 | 按 照? (?: 各自)? 职责 (?: 分工)? | 按 照? 分工)*"
_CHARGE = rf"{_SHARED} (?: 牵头 | 负责 | 承担 | 落实 | 组织实施)"

# takes: ‹（财政部、人民银行负责）›  ‹（责任单位：市教育局）›  ‹（负责部门：商务部，适用范围：浙江）›
# ‹（教育部牵头，财政部配合）›
# not: （市教育局负责解释）  （见附件）
_BRACKET = re.compile(
    rf"""
    [（(] \s*
    (?: {_LABEL} [：:] \s* (?P<labelled> [^（）()。；;]{{2,160}}? )
        (?: [；;。] [^（）()]* | [，,] [^，,：:（）()]{{2,8}} [：:] [^（）()]* )?
      | (?P<charged> (?: [^（）()。；;：:对由] | [（(] [^（）()]* [）)] ){{2,160}}? )
        {_CHARGE} (?! 解释 | 人 | 同志) (?: 负责)? (?: [，,；;。] [^（）()]* )?
    )
    \s* [）)]
    """,
    re.VERBOSE,
)


# takes: 办结‹。责任单位：市教育局›; not: 责任单位要落实
_LABELLED = re.compile(
    rf"""
    (?: ^ | [。；;\s]) {_LABEL} [：:] \s* (?P<labelled> [^。；;：:]{{2,160}})
    (?: [；;，,\s]+ [^。；;：:]{{2,8}} [：:] [^。；;：:]+ )* 。? $
    """,
    re.VERBOSE,
)


def _stands_behind(text: str, bracket: re.Match[str]) -> bool:
    """Whether the bracket stands behind a sentence or the whole text, not inside: 内培训（校内由学校负责）可…."""
    before, behind = text[: bracket.start()].rstrip(), text[bracket.end() :].lstrip()
    return before.endswith(("。", "；")) or behind.startswith(("。", "；")) or not behind.strip("。；;， \n")


def charged_behind(text: str, start: int = 0) -> str | None:
    """The bodies in the first bracket or label behind `start` that charges somebody; it charges all up to it.

    >>> charged_behind("推进联合攻关。（农业农村部、科技部等负责。列第一位者为牵头单位，下同）")
    '农业农村部、科技部等'
    >>> charged_behind("推进联合攻关。牵头单位：科技部；配合单位：教育部")
    '科技部'
    >>> text = "推进改革。（商务部负责）加强监管。（公安部负责）"
    >>> charged_behind(text), charged_behind(text, 13)
    ('商务部', '公安部')
    >>> charged_behind("校内培训（由学校负责）可面向社会。") is None
    True
    """
    for match in _BRACKET.finditer(text, start):
        if _stands_behind(text, match):
            return (match["labelled"] or match["charged"]).strip()
    label = _LABELLED.search(text)
    return label["labelled"].strip() if label else None


def only_charges(text: str) -> bool:
    """Whether the text is nothing but a bracket or a label that charges somebody with what stands before it.

    >>> only_charges("责任单位：市教育局"), only_charges("责任单位要落实")
    (True, False)
    """
    return bool(_BRACKET.fullmatch(text.strip())) or bool(_LABELLED.match(text.strip()))
