"""Finds the words of a sentence that name who is to act."""

from __future__ import annotations

import re
from collections.abc import Sequence

from notice_site.findings.tasks.asides import Span
from notice_site.findings.tasks.levels import AddresseePatterns
from notice_site.findings.tasks.vocabulary import (
    ADVERB,
    MODAL,
    MODAL_WORD,
    NEVER_IN_A_NAME,
    NOT_A_NAME,
    OPENING,
    PREDICATE,
)

LONGEST_NAME = 90
"""Characters: what stands farther from the start of a clause is no end of a name."""

_NAME_TAIL = re.compile(r"(?:之间|等|同志|们|两级|本身|及其?成员)*")
"""What may stand between the last word of a name and the predicate: 各级督导组|同志|要, 活动办之间|都要."""

_POSSESSION = re.compile(rf"的[^，的◇]{{2,10}}?(?={ADVERB}*{MODAL})")
"""What belongs to somebody stands for him: 领导班子和领导干部|的对照检查材料|要."""

_LIFE_MEETING = re.compile(r"(?:专题)?(?:民主|组织)生活会(?:和组织生活会)?$")

_BY = re.compile(r"(?<![理缘事自经])由")
_MANNER = re.compile(r"为主|负责解释")
"""由|活动办公室|向…反馈 says who; 由…为主 and 由…负责解释 say how."""

# What stands before and behind a name inside a clause.

_TAKING = r"以(?![上下内外及])"
_NAMED = rf"(?:(?!{_TAKING})[^，])"
"""The 以 of 以上 opens nothing, and may stand in a name: 以|县区以上机关|为重点."""

_AMONG = re.compile(r"(?<![^，；。：])在(?!职|校|编|岗)")
_AMONG_TAIL = re.compile(
    r"""
      中间? (?: 广泛 | 深入 | 普遍 | 集中)* (?: 开展 | 进行 | 组织)
    | (?: 开设 | 开辟 | 设立 | 刊播 | 张贴)
    | 的 [^，]{0,16} (?: 位置 | 路段 | 场所 | 区域)
    """,
    re.VERBOSE,
)
"""在|全区党员|中开展, 在|各级新闻媒体|开设, 在|农村、社区等基层单位|的重要路段."""

_ORGANISED = re.compile(r"组织(?!领导)")
"""Those who are to take part: 组织|党员干部|认真学习; not 组织领导."""

_BUILT = re.compile(r"[把将]")
_BUILT_TAIL = re.compile(r"(?:建设|打造|培育)(?:成|为)")
"""把|基层党组织|建设成为."""

_EACH_UNIT = re.compile(rf"{_TAKING}(?={_NAMED}{{1,40}}为单位)")
_EACH_UNIT_TAIL = re.compile(r"为单位")
"""以市、县|为单位|，组织…."""

_FOCUS = re.compile(rf"{_TAKING}(?={_NAMED}{{2,60}}为重点)")
_FOCUS_TAIL = re.compile(r"为重点")
"""以|区领导机关、领导班子和领导干部|为重点."""

_CONCERNED = re.compile(r"(?:解决|查找|整治)")
_CONCERNED_TAIL = re.compile(r"◇?方面(?:存在)?的")
"""解决|领导班子和领导干部|◇方面存在的突出问题."""


def subject(text: str, clause: Span, patterns: AddresseePatterns) -> Span | None:
    """The words at the head of the clause that name who is to act.

    A name is told by its last word and by the predicate behind it: 各级督导组|要…, 上级活动领导小组|定期…. Where the
    whole clause is a name, the predicate is that of the next: 各级一把手，|要….
    """
    start = _skip_opening(text, clause)
    if not _may_be_name(text, start, patterns):
        return None
    ends = [_with_tail(text, end, clause.end) for end in patterns.ends(text, start, clause.end) if end <= clause.end]
    foreign = NEVER_IN_A_NAME.search(text, start, clause.end)
    last = min(start + LONGEST_NAME, foreign.start() if foreign else clause.end)
    ends = [end for end in ends if end <= last]
    asked = [end for end in ends if MODAL_WORD.match(text, _after_adverbs(text, end, clause.end))]
    if asked:
        return Span(start, asked[0])
    if owner := _owner(text, start, ends, clause.end):
        return owner
    for end in ends:
        if end < clause.end and PREDICATE.match(text, end):
            return Span(start, end)
    if clause.end in ends and (text.startswith("具体到", clause.start) or _goes_on(text, clause.end)):
        return Span(start, clause.end)
    meeting = _LIFE_MEETING.search(text, start, clause.end)
    if meeting and meeting.start() in ends and _goes_on(text, clause.end):
        return Span(start, meeting.start())
    return None


def _goes_on(text: str, end: int) -> bool:
    """Whether the clause after this one, in the same sentence, begins with a predicate."""
    return text.startswith("，", end) and PREDICATE.match(text, end + 1) is not None


def _owner(text: str, start: int, ends: Sequence[int], stop: int) -> Span | None:
    """A name with what belongs to it, where that is what something is asked of."""
    for end in ends:
        if owned := _POSSESSION.match(text, end, stop):
            return Span(start, owned.end())
    return None


def whole_name(text: str, clause: Span, patterns: AddresseePatterns) -> bool:
    """Whether the clause is nothing but a name: 上、下级活动办之间."""
    start = _skip_opening(text, clause)
    if NEVER_IN_A_NAME.search(text, start, clause.end):
        return False
    if not _may_be_name(text, start, patterns) and not _DESCRIBED.match(text, start, clause.end):
        return False
    return any(_with_tail(text, end, clause.end) == clause.end for end in patterns.ends(text, start, clause.end))


_DESCRIBED = re.compile(r"(?![对把将以从在为由])[^，]*的[^，]*等[^，、]{1,8}$")
"""A name may begin like a demand where it ends with 等 and what these are: 实行垂直管理的人民银行、税务总局等单位."""


def _skip_opening(text: str, clause: Span) -> int:
    start = clause.start
    while start < clause.end and text[start].isspace():
        start += 1
    opening = OPENING.match(text, start, clause.end)
    return opening.end() if opening else start


def _may_be_name(text: str, start: int, patterns: AddresseePatterns) -> bool:
    return not NOT_A_NAME.match(text, start) or patterns.opens(text, start)


def _with_tail(text: str, end: int, stop: int) -> int:
    tail = _NAME_TAIL.match(text, end, stop)
    return tail.end() if tail else end


_ADVERBS = re.compile(rf"{ADVERB}*")


def _after_adverbs(text: str, start: int, stop: int) -> int:
    adverbs = _ADVERBS.match(text, start, stop)
    return adverbs.end() if adverbs else start


# --- names inside a clause ------------------------------------------------------------------------

_INSIDE = (
    (_FOCUS, _FOCUS_TAIL),
    (_AMONG, _AMONG_TAIL),
    (_ORGANISED, PREDICATE),
    (_BUILT, _BUILT_TAIL),
    (_CONCERNED, _CONCERNED_TAIL),
)


def charged(text: str, clause: Span, patterns: AddresseePatterns) -> Span | None:
    """Who is charged with a duty inside the clause by 由: 由|活动办公室|向相关单位反馈."""
    for opening in _BY.finditer(text, clause.start, clause.end):
        for end in patterns.ends(text, opening.end(), clause.end):
            if (
                PREDICATE.match(text, end)
                and not _MANNER.match(text, end)
                and _may_be_name(text, opening.end(), patterns)
            ):
                return Span(opening.end(), end)
    return None


def concerned(text: str, clause: Span, patterns: AddresseePatterns) -> Span | None:
    """Whom a clause without a subject concerns: 在|全区党员|中开展…, 组织|党员干部|学习, 以|区领导机关|为重点."""
    for match in _EACH_UNIT.finditer(text, clause.start, clause.end):
        for end in patterns.ends(text, match.end(), clause.end):
            if each := _EACH_UNIT_TAIL.match(text, end):
                return Span(match.start(), each.end())
    for opening, tail in _INSIDE:
        for match in opening.finditer(text, clause.start, clause.end):
            if not _may_be_name(text, match.end(), patterns):
                continue
            for end in patterns.ends(text, match.end(), clause.end):
                if tail.match(text, end):
                    return Span(match.end(), end)
    return None
