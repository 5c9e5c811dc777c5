"""Finds every expression of time in a text: its span, its shape (before, from, range …) and its parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from notice_site.model.frozen import dataclass
from notice_site.text import time_grammar as grammar
from notice_site.text.calendar_parts import GRAINS, CalendarPart, part_of, parts_in, stretches_in
from notice_site.text.recurrences import durations_in, recurring_in, since_issue_in
from notice_site.text.taken_spans import TakenSpans
from notice_site.text.time_shapes import Shape
from notice_site.text.time_words import YEARS_FROM_LAST
from notice_site.text.unplaced_times import unplaced_in


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """One expression of time: the characters start:end of the text, and what they say.

    `first` and `last` are equal but for a RANGE, and None where no part of the calendar is named (每周, 寒假前).
    """

    start: int
    end: int
    shape: Shape
    first: CalendarPart | None = None
    last: CalendarPart | None = None
    approximate: bool = False

    @property
    def precision(self) -> str | None:
        """The coarser of the grains of both ends; the deadline 4月底 is the end of a month, 年底 that of a year."""
        if self.first is None or self.last is None:
            return None
        if self.shape in (Shape.BEFORE, Shape.UNTIL, Shape.DUE) and self.last.closing:
            return "month" if self.last.grain == "xun" else "year"
        return max(self.first.grain, self.last.grain, key=GRAINS.index)


_LONGEST_LEAD = 12  # characters before a date that say how it is meant: 最迟应当于 and spaces
_LONGEST_PART = 24  # characters of a part of the calendar: 二〇一四年十二月二十三日（星期五）上午10:30

# takes: 3月开始。  ‹3月开始；›5月结束; not: 。；
_SENTENCE = re.compile(r"[^。；;！？\n]+[。；;！？\n]?")
# takes: 今冬  月  每‹周›  小时  “十二‹五”末›  2014‹4.3›  ‹4/3›  开学‹前›; not: 第1条  2 - 3  组织学习
_HINT = re.compile(r"[年月周季天旬日期前后]|小时|今冬|五[”\"]?[末底]|\d[./\-．]\d")

# takes: 《2014—2020年规划》  《甲《乙》通知》  «甲方案（2024-2026年）»  <a href=2014-3-9>; not: 《没有结尾  〈甲〉
_LONG_TITLE = re.compile(
    r"""
      《 (?: [^《》] | 《[^《》]*》){0,200} 》
    | « [^«»]{0,200} »
    | < [^<>]{0,60} >
    """,
    re.VERBOSE,
)

# takes: 力争‹在›  从  ，  （二‹）›; not: 对照  计划
_OPENING = re.compile(
    r"""
    (?: 从 | 自 | 在 | 于 | 到 | 至
      | (?: ^ | [，,。；;：:、（()）\s])
    ) $
    """,
    re.VERBOSE,
)
_CLAUSE_EDGE = re.compile(r"[，,。；;）)、]|$")

# What is done in a year: 在2015年|实现. takes: 实现  基本建成  全面实施  组织  对规划情况进行
# not: 首次高考  基本情况  组织部
_YEARLY_VERB = re.compile(
    """
    (?: 基本 | 全部 | 全面 | 正式 | 初步)?
    (?: 完成 | 实现 | 建成 | 结束 | 启动 | 开展 | 达到 | 成立 | 施行 | 实施 | 出台 | 颁布)
    | 组织 (?! [部生]) | 对 [^，,。；;]{2,20}? (?: 进行 | 开展)
    """,
    re.VERBOSE,
)

# Of a person's life, not of what the document is about: 1965年8月|出生.
# takes: 出生  ‹生›，  参加工作  入党  任现职; not: 生产  参加会议
_LIFE = re.compile(
    """
      出生 | 生 (?= [，,。；;）)])
    | 参加工作 | 入党 | 入团 | 毕业 | 任现职
    """,
    re.VERBOSE,
)

# The years in brackets behind the name of what goes on in them: 三年行动方案（|2024-2026年|）.
# takes: 行动‹方案（›  发展‹规划(›; not: 活动（  方案
_NAME_BEFORE = re.compile(r"(?: 方案 | 规划 | 计划 | 纲要 | 行动 | 工程 | 要点 | 意见) \s? [（(] $", re.VERBOSE)

# The head of a column beside another: 1997年|1998年. takes: 199‹7年　›; not: 1997年
_YEAR_BESIDE = re.compile(r"\d年\s$")
# The same in front of it. takes: ‹　1998年›; not: 1998年
_YEAR_BEHIND = re.compile(r"\s\d{4}年")

# takes: 、  和  及  与; not: ，  至
_LIST_SIGN = re.compile("、|和|及|与")


def time_expressions(text: str) -> tuple[TimeExpression, ...]:
    """All expressions of time in the text, in order and without overlap; none inside 《》.

    >>> text = "市县两级在4月底前完成，基层单位在5月中旬左右完成，民主生活会在5月下旬以后召开"
    >>> [(text[e.start:e.end], e.shape.value) for e in time_expressions(text)]
    [('4月底前', 'before'), ('5月中旬左右', 'due'), ('5月下旬以后', 'after')]
    >>> text = "从今年3月开始,至9月基本完成，时间不少于3天，按照《2014—2020年规划》和2010年调查"
    >>> [(text[e.start:e.end], e.shape.value) for e in time_expressions(text)]
    [('今年3月开始,至9月', 'range'), ('时间不少于3天', 'duration')]
    """
    taken = TakenSpans(len(text))
    if "》" in text or ">" in text or "»" in text:
        for match in _LONG_TITLE.finditer(text):
            taken.take(*match.span())
    expressions: list[TimeExpression] = []
    for offset, sentence in _sentences_with_time(text):
        for near in _in_sentence(sentence):
            start, end = offset + near.start, offset + near.end
            if taken.take(start, end):
                expressions.append(replace(near, start=start, end=end))
    return tuple(sorted(expressions, key=lambda e: e.start))


def _sentences_with_time(text: str) -> Iterator[tuple[int, str]]:
    """The sentences that can hold an expression at all, with their places: most hold none, and looking is slow."""
    for match in _SENTENCE.finditer(text):
        start, end = match.span()
        sentence = text[start:end]
        if _HINT.search(sentence):
            yield start, sentence


@lru_cache(maxsize=4096)  # dates and tasks both ask, and documents take sentences over from each other
def _in_sentence(text: str) -> tuple[TimeExpression, ...]:
    return tuple(_all(text))


def _all(text: str) -> Iterator[TimeExpression]:
    """Those that take precedence come first: 每年12月底前 holds 12月底前 and is no deadline of one year."""
    measured: tuple[tuple[Shape, Iterable[tuple[int, int]]], ...] = (
        (Shape.FROM_ISSUE, since_issue_in(text)),
        (Shape.RECURRING, recurring_in(text)),
    )
    for shape, spans in measured:
        for start, end in spans:
            yield TimeExpression(start, end, shape)
    for match in grammar.LUNAR.finditer(text):
        yield TimeExpression(*match.span(), _shape_of_unplaced(grammar.LUNAR, match))
    yield from _dated(text)
    for start, end in durations_in(text):
        yield TimeExpression(start, end, Shape.DURATION)
    for form, match in unplaced_in(text):
        yield TimeExpression(*match.span(), _shape_of_unplaced(form, match))


def _shape_of_unplaced(form: re.Pattern[str], match: re.Match[str]) -> Shape:
    if form in (grammar.RECENT, grammar.SOON):
        return Shape.RECENT if form is grammar.RECENT else Shape.SOON
    sides = {name for name, words in match.groupdict().items() if words}
    return next((shape for shape in (Shape.BEFORE, Shape.AFTER, Shape.FROM) if shape.value in sides), Shape.AT)


def _dated(text: str) -> Iterator[TimeExpression]:
    found = [TimeExpression(a, b, Shape.RANGE, first, last) for a, b, first, last in stretches_in(text)]
    yield from (expression for expression in found if _is_statement(text, expression))
    found = []
    for start, end, part in parts_in(text):
        if not found or start >= found[-1].end:
            found += _listed(text, start, end, part)
    for at in reversed(range(len(found) - 1)):  # 3月15日、4月15日、5月15日前: all are 前
        listed, following = found[at], found[at + 1]
        if (
            listed.shape is Shape.AT
            and following.shape in (Shape.BEFORE, Shape.AFTER)
            and _LIST_SIGN.fullmatch(text, listed.end, following.start)
        ):
            found[at] = replace(listed, shape=following.shape)
    yield from (expression for expression in found if _is_statement(text, expression))


def _listed(text: str, start: int, end: int, part: CalendarPart) -> Iterator[TimeExpression]:
    """The expression that begins with `part`, and those of further days listed behind it: 3月5日、8日."""
    expression = _read(text, start, end, part)
    yield expression
    while (
        expression.shape in (Shape.AT, Shape.DUE)
        and part.grain == "day"
        and (sign := _LIST_SIGN.match(text, expression.end))
    ):
        match = grammar.DAY.match(text, sign.end())
        day = _completed(part_of(match), part) if match else None
        if match is None or day is None:
            return
        part = day
        expression = _read(text, match.start(), match.end(), part)
        yield expression


def _read(text: str, start: int, end: int, part: CalendarPart) -> TimeExpression:
    """The expression that begins with the part of the calendar at text[start:end]."""
    if other := _other_end(text, end, part):
        end, last = other
        if closing := grammar.RANGE_END.match(text, end) or grammar.INSIDE.match(text, end):
            end = closing.end()
        return TimeExpression(start, end, Shape.RANGE, part, last)
    approximate = False
    if before := grammar.NEARLY_IN_FRONT.search(text, max(0, start - _LONGEST_LEAD), start):
        start, approximate = before.start(), True
    if after := grammar.NEARLY_BEHIND.match(text, end):
        end, approximate = after.end(), True
    for pattern, shape in grammar.BEHIND:
        if match := pattern.match(text, end):
            return TimeExpression(start, match.end(), shape, part, part, approximate)
    for pattern, shape in grammar.IN_FRONT:
        if match := pattern.search(text, max(0, start - _LONGEST_LEAD), start):
            return TimeExpression(match.start(), end, shape, part, part, approximate)
    if inside := grammar.INSIDE.match(text, end):
        end = inside.end()
    return TimeExpression(start, end, Shape.DUE if grammar.DUE.match(text, end) else Shape.AT, part, part, approximate)


def _other_end(text: str, end: int, part: CalendarPart) -> tuple[int, CalendarPart] | None:
    """Where a range that begins with `part` ends, and with what; None where none follows."""
    if sign := grammar.FROM_TO.match(text, end) or grammar.RANGE_SIGN.match(text, end):
        for pattern in (grammar.DAY, grammar.XUN):
            match = pattern.match(text, sign.end())
            if match and part.days and (last := _completed(part_of(match), part)):
                return match.end(), last
        return _part_at(text, sign.end())
    then = grammar.FROM_THEN.match(text, end)
    found = _part_at(text, then.end()) if then else None
    return found if found and grammar.ENDS.match(text, found[0]) else None


def _part_at(text: str, at: int) -> tuple[int, CalendarPart] | None:
    """The part of the calendar that begins there, and its end."""
    for before in (0, 1):  # the character before it counts in 至|年底
        first = next(parts_in(text[at - before : at + _LONGEST_PART]), None)
        if first and first[0] == before:
            return at - before + first[1], first[2]
    return None


def _completed(part: CalendarPart | None, before: CalendarPart) -> CalendarPart | None:
    """A day or 旬 without month, in the month of the part before it."""
    if part is None or part.days is None:
        return None
    return CalendarPart(part.grain, before.year, before.year_word, before.months, before.month_word, part.days)


def _is_statement(text: str, expression: TimeExpression) -> bool:
    """Whether the expression says when, and is not a part of a name (2010年调查, 今年工作, 次年).

    A bare year says when only with a word such as 前, as a clause of its own, or before what is done in it.
    """
    first = expression.first
    if first is None:
        return True
    if _LIFE.match(text, expression.end) or (first.year_word in YEARS_FROM_LAST and first.bare_year):
        return False
    if first.months is None and first.month_word is None and first.grain != "year":
        return False
    start, end = expression.start, expression.end
    if expression.shape is Shape.AT and first.month_word and first.days is None:  # 报送上月进展情况
        return bool(_CLAUSE_EDGE.match(text, end) or _YEARLY_VERB.match(text, end))
    if expression.shape is Shape.RANGE and _NAME_BEFORE.search(text, max(0, start - _LONGEST_LEAD), start):
        return not text.startswith(("）", ")"), end)
    if not first.bare_year or expression.shape in (Shape.BEFORE, Shape.SINCE, Shape.FROM, Shape.UNTIL):
        return True
    if expression.shape in (Shape.AT, Shape.DUE) and first.year is None:
        return text[end - 1] == "内" or text.startswith("已", end)  # 今年|已列入试点
    if _YEAR_BESIDE.search(text, max(0, start - _LONGEST_LEAD), start) or _YEAR_BEHIND.match(text, end):
        return False
    opening = _OPENING.search(text, max(0, start - _LONGEST_LEAD), start)
    return bool(opening and (_CLAUSE_EDGE.match(text, end) or _YEARLY_VERB.match(text, end)))
