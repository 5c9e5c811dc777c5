"""Tells the type of a duty, and whether it is left to choice."""

from __future__ import annotations

import re
from collections.abc import Sequence

from notice_site.findings.tasks import grammar
from notice_site.findings.tasks.choice import leaves_choice
from notice_site.findings.tasks.demands import faults
from notice_site.findings.tasks.schedule import deadline
from notice_site.findings.tasks.tagging import tag
from notice_site.findings.tasks.word_classes import MAY
from notice_site.model import Quantity
from notice_site.text.official_words import any_of

PROBLEM, FINDING, ACTION, QUANTITY, TIME = "problem", "finding", "action", "quantity", "time"
SUPPORT, SCOPE, FOCUS = "support", "scope", "focus"

# takes: ‹参加单位主要是›区机关  ‹参与对象为›党员; not: 参加活动
_SCOPE = re.compile(r"^ (?: 参加 | 参与) (?: 单位 | 范围 | 对象 | 人员) (?: 主要)? (?: 是 | 为 | 包括)", re.VERBOSE)

# takes: ‹以区领导机关、领导班子为重点›，突出抓好; not: 以问题为重点  以干部队伍建设情况为重点
_FOCUS = re.compile(
    r"^ (?: 坚持)? 以 [^，]{2,60} (?: 机关 | 单位 | 部门 | 干部 | 班子 | 组织) 为重点 (?= ， | $)", re.VERBOSE
)

# takes: 但也‹存在认识不到位、学习不深入等问题›  要看到，‹存在供给不充分等问题›; not: 解决存在的问题
_FOUND = re.compile(
    r"(?<!解决) (?: 存在 (?!的) | 仍有 | 还有) [^。]{2,} 等 (?: 方面 的?)? (?: 突出)? (?: 问题 | 现象) $", re.VERBOSE
)

_MENDS = re.compile("解决|整改|整治|纠正|克服|查摆|查找|对照|检查|杜绝|防止")
"""Verbs by which faults are to be mended, not only told of."""

_SOLVES = re.compile("解决")
_TASK_IS = re.compile("[^，]*任务是|[^，]{0,4}(?:注重|突出)解决")

_SUPPORT_HEADING = re.compile(r"组织领导|领导责任|保障|督促检查|督导|宣传|舆论|氛围|造势|联络沟通|统筹兼顾|组织实施")
"""The sections that say how the work is carried: 组织领导, 督促检查, 宣传引导."""

_SUPPORT_KINDS = frozenset({"inspection", "leading-group", "media"})

LONG = 60
"""Characters: a duty with so many asks more than a date."""

_MAY = re.compile(any_of(MAY))
"""Without such a word there is no choice, and no need to tag the words, which takes far longer: 可, 鼓励."""

_DATED = re.compile(r"(?:完成|结束|召开|启动|开始|安排)")
"""What is asked for is the date: 在4月底前完成, 安排在5月下旬以后召开."""


def type_of(
    words: str, predicate_start: int, quantity: Sequence[Quantity], levels: Sequence[str], headings: Sequence[str]
) -> str:
    """One of problem, finding, action, quantity, time, support, scope, focus.

    `words` are those of the duty without asides, from `predicate_start` on those after its addressee; `headings` those
    it stands under, the nearest last.

    >>> type_of("社区重点解决办事不公等问题", 2, (), (), ()), type_of("基层单位在5月中旬左右完成", 4, (), (), ())
    ('problem', 'time')
    >>> type_of("督导组要公布地址", 3, (), ("inspection",), ()), type_of("各单位要学习", 3, (), (), ("加强组织领导",))
    ('support', 'support')
    """
    if _SCOPE.search(words):
        return SCOPE
    if _FOCUS.search(words):
        return FOCUS
    if _FOUND.search(words) and not _MENDS.search(words):
        return FINDING
    if any(amount.number is None or "/" not in amount.unit for amount in quantity):
        return QUANTITY
    if _is_problem(words, predicate_start):
        return PROBLEM
    if len(words) < LONG and _DATED.search(words) and deadline(words):
        return TIME
    if _SUPPORT_KINDS & set(levels) or any(map(_SUPPORT_HEADING.search, headings)):
        return SUPPORT
    return ACTION


def _is_problem(words: str, predicate_start: int) -> bool:
    """Whether what is asked is that faults be mended, not only among other things."""
    if faults(words, 0, len(words)):
        return True
    solving = [match.start() for match in _SOLVES.finditer(words)]
    if not solving:
        return False
    tags = tag(words)
    begins = [max(words.rfind(mark, 0, at) for mark in "，；。：") + 1 for at in solving]
    opening = [at for begin, at in zip(begins, solving, strict=True) if grammar.fills(grammar.LEADING, tags, begin, at)]
    leads = grammar.fills(grammar.LEADING, tags, predicate_start, solving[0])
    return len(opening) > 1 or leads or _TASK_IS.match(words, predicate_start) is not None


def optional(words: str) -> bool:
    """Whether the duty is left to choice.

    >>> [optional(words) for words in ("可列出问题清单", "鼓励各地探索", "可能出现的问题", "做到可回溯管理")]
    [True, True, False, False]
    >>> [optional(words) for words in ("要保留一批可供应的成品粮", "在政策允许范围内支持企业", "扩大可降解产品范围")]
    [False, False, False]
    """
    return _MAY.search(words) is not None and leaves_choice(words, tag(words), 0, len(words))
