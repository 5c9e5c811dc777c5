"""Finds the bodies that stand behind the words of a duty: （财政部牵头，人民银行配合）, 责任单位：财政部."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple


class Charge(NamedTuple):
    """Who is charged behind the words of a duty, all as worded."""

    lead: str | None  # who has to act; None where the words only say who helps (财政部指导)
    partners: str | None  # who acts beside the lead, with the word that says how: 人民银行配合
    words: str  # all of it


_UNIT = "(?: 单位 | 部门 | 领导 | 人 | 科室 | 处室)"
_LEADS = "(?: 责任 | 牵头 | 主办 | 承办 | 落实 | 实施 | 负责)"
_HELPS = "(?: 配合 | 协办 | 协助 | 协同 | 参与 | 参加 | 指导)"
_SHARED = r"(?: 共同 | 具体 | 分别 | 按 照? (?: 各自)? 职责 (?: 分工)? | 按 照? 分工)*"

# Words behind a duty that charge somebody.
# takes: ‹牵头单位：›科技部  ‹科技部负责›  ‹财政部按职责分工落实›  ‹教育部配合›
# not: 见附件  市教育局负责解释  联系人：王某  教师对结果负责
_CHARGES = re.compile(
    rf"""
      ^ {_LEADS} {_UNIT} [：:]
    | (?<! [^，,；;。\s]) [^对由：:]{{2,}} {_SHARED}
      (?: 牵头 | 负责 | 承担 | 落实 | 组织实施 | {_HELPS}) (?: 负责 | 落实)? (?: $ | [，,；;。])
    """,
    re.VERBOSE,
)
# A part of such words. takes: ‹牵头单位：科技部›；  ‹科技部、教育部负责›，  ‹财政部会同人民银行负责›
# not: ，。
_PART = re.compile(
    rf"""
    (?<! [^，,；;。\s])
    (?: (?P<label> {_LEADS} | {_HELPS}) {_UNIT} [：:] \s* (?P<labelled> [^；;。：:]+? )
        (?= [；;。] | [，,\s]* [^，,；;。：:\s]{{2,8}} [：:] | $)
      | (?P<named> (?! 以下 | 列) [^；;。：:对由]{{2,}}? ) {_SHARED}
        (?: (?P<leads> 牵头 | 负责 | 承担 | 落实 | 组织实施) (?! 解释 | 人 | 同志) | (?P<helps> {_HELPS}))
        (?: 负责 | 落实)? (?= $ | [，,；;。])
    )
    """,
    re.VERBOSE,
)
# Between who leads and who joins in. takes: 财政部‹会同›有关部门; not: 财政部和有关部门
_TOGETHER = re.compile("会同|联合")

# takes: ‹（财政部、人民银行负责）›  ‹（责任单位：市教育局）›  ‹（负责部门：商务部，适用范围：浙江）›
# ‹（教育部牵头，财政部（国库司）配合）›; not: （）
_BRACKET = re.compile(r"[（(] \s* (?P<words> (?: [^（）()] | [（(] [^（）()]* [）)] ){2,200} ) \s* [）)]", re.VERBOSE)

# takes: 办结‹。责任单位：市教育局›; not: 责任单位要落实
_LABELLED = re.compile(
    rf"""
    (?: ^ | [。；;\s]) (?P<words> {_LEADS} {_UNIT} [：:] \s* [^。；;：:]{{2,160}}
    (?: [；;，,\s]+ [^。；;：:]{{2,8}} [：:] [^。；;：:]+ )* ) 。? $
    """,
    re.VERBOSE,
)

_OPENING = re.compile("[（(]")
_NOTHING_BEHIND = re.compile(r"\s*+(?: [。；] | [。；;，\x20\n]*+ \Z)", re.VERBOSE)
"""What follows a bracket behind a sentence or the whole text: （财政部负责）|。, not （校内由学校负责）|可面向社会."""


def _read(words: str) -> Charge | None:
    """Who is charged by the words of a bracket or of labels.

    The first who lead are the lead; all others are partners, in the words of their part.
    """
    if not _CHARGES.search(words):
        return None
    lead: str | None = None
    partners: list[str] = []
    for part in _PART.finditer(words):
        names = part["labelled"] or part["named"]
        if lead is None and (part["leads"] or (part["label"] and re.fullmatch(_LEADS, part["label"], re.VERBOSE))):
            lead, *others = (names[start:end] for start, end in _apart(names))
            partners += others
        else:
            partners.append(part[0])
    return Charge(lead, "，".join(partners) or None, words) if lead or partners else None


def _apart(names: str) -> Iterator[tuple[int, int]]:
    """Who leads, and who joins in: 财政部|会同有关部门."""
    together = _TOGETHER.search(names, 1)
    middle = together.start() if together else len(names)
    yield 0, middle
    if together:
        yield middle, len(names)


def _stands_behind(text: str, bracket: re.Match[str]) -> bool:
    """Whether the bracket stands behind a sentence or the whole text, not inside: 内培训（校内由学校负责）可…."""
    before = bracket.start()
    while before and text[before - 1].isspace():
        before -= 1
    return text.endswith(("。", "；"), 0, before) or _NOTHING_BEHIND.match(text, bracket.end()) is not None


class Charges:
    """Who is charged by the brackets and the label of one text, which is read once for all its duties."""

    def __init__(self, text: str) -> None:
        self._opening = [match.start() for match in _OPENING.finditer(text)]
        label = _LABELLED.search(text)
        self._behind = [_read(label["words"].strip()) if label else None]  # from the last opening bracket to the first
        for at in reversed(self._opening):
            match = _BRACKET.match(text, at)
            charge = _read(match["words"].strip()) if match and _stands_behind(text, match) else None
            self._behind.append(charge or self.behind(match.end() if match else at + 1))

    def behind(self, start: int = 0) -> Charge | None:
        """Who is charged by the first bracket or label behind `start` that charges somebody with all up to it.

        >>> Charges("推进联合攻关。（农业农村部、科技部等负责。列第一位者为牵头单位，下同）").behind().lead
        '农业农村部、科技部等'
        >>> Charges("推进联合攻关。牵头单位：科技部；配合单位：教育部").behind()[:2]
        ('科技部', '配合单位：教育部')
        >>> Charges("建立指标体系。（生态环境部牵头，国家发展改革委、国家统计局参与）").behind()[:2]
        ('生态环境部', '国家发展改革委、国家统计局参与')
        >>> Charges("强化分工。（生态环境部指导，试点城市政府负责落实。以下不再列出）").behind()[:2]
        ('试点城市政府', '生态环境部指导')
        >>> Charges("开展行动。（财政部会同有关部门负责）").behind()[:2]
        ('财政部', '会同有关部门')
        >>> Charges("推进攻坚。（教育部指导）").behind()[:2]
        (None, '教育部指导')
        >>> charges = Charges("推进改革。（商务部负责）加强监管。（公安部负责）")
        >>> charges.behind().lead, charges.behind(13).lead
        ('商务部', '公安部')
        >>> [Charges(words).behind() for words in ("校内培训（由学校负责）可面向社会。", "报送材料。（见附件）")]
        [None, None]
        """
        return self._behind[len(self._opening) - bisect_left(self._opening, start)]


def only_charges(text: str) -> bool:
    """Whether the text is nothing but a bracket or a label that charges somebody with what stands before it.

    >>> only_charges("责任单位：市教育局"), only_charges("责任单位要落实"), only_charges("（教育部指导）")
    (True, False, True)
    """
    bracket = _BRACKET.fullmatch(text.strip())
    return bool(bracket and _read(bracket["words"].strip())) or bool(_LABELLED.match(text.strip()))
