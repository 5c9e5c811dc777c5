"""Cuts a sentence where another duty begins: one subject, one condition, one thing asked."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from operator import itemgetter

from notice_site.findings.tasks.asides import Span, StrippedText, clauses
from notice_site.findings.tasks.clauses import Clause, read_clause
from notice_site.findings.tasks.conditions import loose_case
from notice_site.findings.tasks.demands import ABOUT_ITSELF, FAULTS

_LIST = re.compile(r"(?<=包括：)[^。]*|(?<=分别为：)[^。]*|(?<=主要是：)[^。]*|(?<=功能支撑：)[^。]*")
"""A list to the end of the sentence: 听取意见对象包括：…."""

_QUESTIONS = re.compile(r"(?:有否|是否|有无)")
"""The questions of a form are one duty: 有否违规发放；有否公车私用."""

_SETTING = re.compile("(?:同时|时|后|前|期间|情况下|过程中)$")
"""The end of a clause that says when: 职工在解除关系的|同时|，可签订合同."""

_LONGEST_SETTING = 3
"""Characters of such an end: 过程中."""

_LEAVE = re.compile(r"(?:同时)?(?:积极|大力)?(?:鼓励|允许|建议(?!是))")

_SUPPORT = re.compile(r"(?:积极|大力|重点)?支持(?!开展|建设|发展|实施|推[进动])")

_MEANS = re.compile("通过|经过?(?![济费营办验常])|随着|鉴于")
"""The start of a clause that says by what means, before the clause that says who: 通过征求意见，|各单位要…."""

_CASE_OF_ITS_OWN = re.compile("(?:凡|但)?(?:不|未|没有|无|非|符合|属于?|具备|确[需有]|拒不|逾期|情节)")
"""The start of a case that differs from the one before: 要进行审核，|不符合要求的|，可以退回."""

# takes: 以下内容：  下列情形之一：  如下条件：; not: 下列职责：  以下工作：
_LISTS_THINGS = re.compile(
    "(?:以下|下列|如下)[^，。；：]{0,4}(?:内容|情形|情况|条件|证据|材料|行为|信息|事项)[^，。；]{0,3}："
)
"""Words behind which no member of the list is a duty of its own: 严格审核以下内容：."""

_LONGEST_LISTING = 12
"""Characters of such words."""

_THEN = re.compile("则|那么|就(?=[可要应须不])")
"""What follows from the case before it: 如果增产较多，|则|可不增加."""

_PAIR = re.compile(r"(?:又|也|更)(?:要)?")
"""The second half of 既…又…."""

LONGEST_ABOUT_ITSELF = 400
"""Characters that a notice says about itself before it asks something."""

LONGEST_LABEL = 12
"""Characters of words before a colon that only say what follows: 工作目标：."""

_LABELS = ("时间", "地点", "人员", "对象", "内容", "主题", "方式", "名称")
"""Nouns behind which a colon only introduces what they are: 检查时间：3月3日."""


def duty_clauses(words: StrippedText, tags: str, sentence: Span) -> Iterator[list[Clause]]:
    """The clauses of a sentence, cut where another duty begins."""
    text = words.text
    lists = [match.span("list") for match in FAULTS.finditer(text, sentence.start, sentence.end)]
    lists += [match.span() for match in _LIST.finditer(text, sentence.start, sentence.end)]
    starts = {start for start, _ in lists}
    ends = _furthest_ends(lists)
    group: list[Clause] = []
    complete = listing = False  # what the group says so far, kept so that each clause is looked at once
    searched = sentence.start
    for span in clauses(words, sentence):
        if (before := bisect_right(ends, span.start, key=itemgetter(0))) and span.start < ends[before - 1][1]:
            if group:
                group[-1] = group[-1]._replace(span=Span(group[-1].span.start, span.end))
            continue
        if text[span.start : span.end] == "即":  # …活动，即|一问…
            continue
        clause = read_clause(text, tags, span)
        if not group and text.startswith("：", span.end) and _is_label(clause, text) and span.end + 1 not in starts:
            continue
        if clause.bare_name and group and group[-1].is_circumstance and group[-1].about:
            clause = clause._replace(bare_name=None, is_circumstance=True)  # 对违反规定，从事有偿家教的在职教师，…
        if group and (clause.asks or clause.who) and _is_about_itself(text, group):
            group, complete, listing = [], False, False  # 现将…转发给你们，|各级党委要…
        semicolon = text[span.start - 1] == "；"
        if group and not listing:
            listing = _LISTS_THINGS.search(text, max(group[0].span.start, searched), span.start + 1) is not None
            searched = span.start + 1 - _LONGEST_LISTING
        if group and not listing and _begins(group, clause, text, semicolon, complete):
            lead = _lead(group, clause, text)
            if len(lead) < len(group):
                yield group[: len(group) - len(lead)]
            group, complete = lead, _is_complete(lead)
        group.append(clause)
        complete = complete or _is_complete([clause])
    if group:
        yield group


def _begins(group: Sequence[Clause], clause: Clause, text: str, semicolon: bool, complete: bool) -> bool:
    """Whether the clause begins another duty than that of the group, which asks something already or not."""
    if semicolon:
        return not any(_is_question(c, text) for c in (group[0], group[-1])) and not _PAIR.match(
            text, clause.span.start
        )
    if not complete or _THEN.match(text, clause.span.start):
        return False
    measured = any(c.measured for c in group)
    return (
        # 督导组要学习，|活动办要整改
        (clause.who is not None and not (clause.told and any(c.is_subject for c in group)))
        # 对隐患要立即整改，|不能立即整改的要制定方案
        or (not clause.goes_on and loose_case(text, clause.span) is not None)
        # 要进行审核，|不符合要求的，可以退回
        or _opens_a_case(group, clause, text)
        # 要公开名单，|对信访要答复; 加强管理，|经费应专款专用
        or ((clause.about or clause.topic) and (clause.asks or (clause.measured and measured)))
        # 经费由县财政承担，|不足部分由学校解决
        or (clause.topic and any(c.topic or c.who for c in group))
        # 收费不高于1%，500万元以上的收费，|不高于2%
        or (measured and clause.measured and group[-1].bare_thing)
        # 6月底前自查，|7月底前整改
        or (clause.opens_with_date and any(c.dated for c in group))
        # 推行改革，|鼓励试点
        or bool(_LEAVE.match(text, clause.span.start))
        or _leaves_choice(group, clause, text)
        # 有关文件，|不得公开
        or clause.asked_next
    )


def _is_complete(group: Sequence[Clause]) -> bool:
    """Whether the clauses ask something already."""
    return any(
        c.who or c.topic or _asks(c) or (c.demands and not c.is_circumstance)
        for c in group
        if not (c.is_case or c.names_those)
    )


def _lead(group: Sequence[Clause], clause: Clause, text: str) -> list[Clause]:
    """The circumstances and cases at the end of the group, which belong to the clause behind them.

    对责任落实不到位，造成严重后果的，| 要追究责任: all from 对 on.
    """
    if all(before.is_circumstance or _MEANS.match(text, before.span.start) for before in group) and (
        clause.who or clause.asks
    ):
        return list(group)  # 结合实际，通过前期调研，|各单位要…
    lead: list[Clause] = []
    for before in reversed(group):
        goes_with = (
            before.is_circumstance
            or before.is_case
            or before.bare_name
            or before.bare_thing
            or before.names_those
            or (before.states and bool(lead or clause.is_case))
        )
        opens = before.about and (any(c.is_case or c.states for c in lead) or clause.is_case)
        if (
            text[before.span.end : before.span.end + 1] == "；"
            or _asks(before)
            or before.who
            or not (goes_with or opens)
        ):
            break
        lead.insert(0, before)
        if before.about:
            break
    return lead


def _is_label(clause: Clause, text: str) -> bool:
    if clause.who and clause.states:
        return True  # 发展改革委研究提出了办理意见：
    if clause.span.end - clause.span.start > LONGEST_LABEL or clause.asks or clause.who:
        return False
    return not clause.demands or text.endswith(_LABELS, clause.span.start, clause.span.end)


def _is_about_itself(text: str, group: Sequence[Clause]) -> bool:
    start, end = group[0].span.start, group[-1].span.end
    return end - start <= LONGEST_ABOUT_ITSELF and ABOUT_ITSELF.match(text[start:end]) is not None


def _furthest_ends(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """For each start, in order: how far the spans reach that begin there or earlier."""
    ordered = sorted(spans)
    return [(start, end) for (start, _), end in zip(ordered, accumulate((e for _, e in ordered), max), strict=True)]


def _asks(clause: Clause) -> bool:
    """Whether the clause itself asks something; 要结合活动 only says how."""
    return clause.asks and not clause.is_circumstance


def _opens_a_case(group: Sequence[Clause], clause: Clause, text: str) -> bool:
    """Whether the clause states a case for what follows, other than that of the demand before it."""
    if not clause.is_case or clause.goes_on or not text.startswith("，", clause.span.end):
        return False
    of_its_own = any(c.asks for c in group) and bool(_CASE_OF_ITS_OWN.match(text, clause.span.start))
    return clause.about or not clause.demands or of_its_own


def _leaves_choice(group: Sequence[Clause], clause: Clause, text: str) -> bool:
    """Whether the one is left to choice and the other is not: 推行政府购买服务，|鼓励…，|支持…."""
    supports = _SUPPORT.match(text, clause.span.start) is not None
    if not supports and not clause.optional:
        return False
    if any(c.optional for c in group):
        return supports
    return (
        clause.optional
        and not any(c.asks for c in group)
        and not (group[-1].who and group[-1].is_nominal)
        and not _is_setting(text, group[-1].span.end)
    )


def _is_setting(text: str, end: int) -> bool:
    """Whether the clause that ends there says when."""
    return _SETTING.search(text, max(0, end - _LONGEST_SETTING), end) is not None


def _is_question(clause: Clause, text: str) -> bool:
    return bool(_QUESTIONS.search(text, clause.span.start, clause.span.end))
