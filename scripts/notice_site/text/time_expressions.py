"""Finds every expression of time in a text: its span, its shape (before, from, range …) and its parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from notice_site.text.calendar_forms import DAY, FOLLOWING_YEARS, XUN
from notice_site.text.calendar_parts import GRAINS, CalendarPart, part_of, parts_in, stretches_in
from notice_site.text.recurrences import durations_in, recurring_in, since_issue_in
from notice_site.text.taken_spans import TakenSpans
from notice_site.text.unplaced_times import FESTIVAL, RECENT, WEEK, unplaced_in


class Shape(StrEnum):
    """How an expression places something in time."""

    AT = "at"  # 3月9日  4月中旬左右
    DUE = "due"  # 9月完成  11月底报送
    RANGE = "range"  # 3月17日至18日
    BEFORE = "before"  # 4月底前
    UNTIL = "until"  # 到2020年  截至4月10日: the stretch named is still in it
    AFTER = "after"  # 5月下旬以后
    FROM = "from"  # 2014年1月开始
    SINCE = "since"  # 2009年8月以来
    RECURRING = "recurring"  # 每周  定期
    DURATION = "duration"  # 时间不少于3天
    FROM_ISSUE = "from-issue"  # 自发布之日起
    RECENT = "recent"  # 近日，省委印发了
    SOON = "soon"  # 近期，各地要开展


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
# takes: 月  每‹周›  小时  “十二‹五”末›  2014‹4.3›  ‹4/3›  开学‹前›; not: 第1条  2 - 3  组织学习
_HINT = re.compile(r"[年月周季天旬日期前后]|小时|五[”\"]?[末底]|\d[./\-．]\d")

# takes: 《2014—2020年规划》  《甲《乙》通知》  <a href=2014-3-9>; not: 《没有结尾  〈甲〉
_LONG_TITLE = re.compile(
    r"""
      《 (?: [^《》] | 《[^《》]*》){0,200} 》
    | < [^<>]{0,60} >
    """,
    re.VERBOSE,
)

# takes: 至  到  —  ――  ~; not: 至今  、  起
_RANGE_SIGN = re.compile(r"\s* (?: [-－—―–~～]{1,2} | 至 (?!今) | 到) \s*", re.VERBOSE)
# The beginning and the end of one stretch, 从3月|开始，至|9月. takes: 起至  开始，到  开始、至; not: 开始9月  起，
_FROM_TO = re.compile(r"(?: 起 | 开始) [，,、]? (?: 至 | 到)", re.VERBOSE)
# The same where its end is told by the verb: 从2月|开始，|9月底|基本结束. takes: 开始，  起,; not: 开始  起至
_FROM_THEN = re.compile("(?: 起 | 开始) [，,]", re.VERBOSE)
# takes: 结束  基本结束  全面完成  全部完成; not: 召开  基本
_ENDS = re.compile("(?: 基本 | 全面 | 全部)? (?: 结束 | 完成)", re.VERBOSE)
# What is due at a time rather than takes place at it: 11月底|实现联网.
# takes: 完成  基本建成  全部到位  报送  ‹报›市委  ‹交›办公室  ‹送›省厅; not: 召开  报告  报名  交流  送别  组织参加
_DUE = re.compile(
    """
    [^，,。；;]{0,2}
    (?: 完成 | 结束 | 实现 | 建成 | 到位 | 办结 | 告一段落 | 报送 | 上报 | 提交 | 递交
      | 报 (?![告名纸刊]) | 交 (?![流通往谈]) | 送 (?![学别])
    )
    """,
    re.VERBOSE,
)
# takes: 止  为止; not: 为期  终
_RANGE_END = re.compile("止|为止")

# takes: 左右  前后  上下; not: 前  以上
_NEARLY_AFTER = re.compile("左右|前后|上下")
_COUNTED = r"[\d一二两三四五六七八九十]+ (?: 个 | 天 | 日 | 周 | 月 | 年 | 季 | 名 | 位)"
# takes: 以前  之前  前  ‹前›进入  ‹前›半年; not: 前往兰考  前期工作  前3个月  前两名  前后  前半月
_BEFORE = re.compile(
    rf"""
      以前
    | 之前
    | 前 (?! [往来去期夕后几] | 半 (?!年) | {_COUNTED})
    """,
    re.VERBOSE,
)
# takes: 以后  之后  过后  ‹后›召开  ‹后›进入; not: 后续工作  后半月  后进班子  后3天
_AFTER = re.compile(
    rf"""
      以后
    | 之后
    | 过后
    | 后 (?! [期续勤备段半果来台盾顾面几] | 进 (?![入行]) | {_COUNTED})
    """,
    re.VERBOSE,
)
# takes: 以来  至今  迄今; not: 以后  今后
_SINCE = re.compile("以来|至今|迄今")
# takes: 起  ‹起›降低税率  之日起  开始  始; not: 起草  起义  始终
_FROM = re.compile(
    r"""
    (?: 之日)?
    (?: 起 (?![草诉点步初来床源飞义因火])
      | 开始
      | 始 (?!终)
    )
    """,
    re.VERBOSE,
)
# takes: 期间  间  内  ‹中›，; not: 间隔  内部  中国
_INSIDE = re.compile(
    r"""
      期间
    | 间 (?! 隔 | 接)
    | 内 (?! [部容地外蒙])
    | 中 (?= [，,。；;])
    """,
    re.VERBOSE,
)

# takes: 大约  约在  大致于; not: 约谈  大约有
_NEARLY_BEFORE = re.compile(r"(?: 大约 | 大概 | 大致 | 大体 | 约) (?: 在 | 于)? $", re.VERBOSE)
# takes: 不迟于  不得超过  最迟应于  至迟须在; not: 不早于  最迟的
_NOT_LATER = re.compile(
    r"""
    (?: 不得? (?: 迟于 | 晚于 | 超过) | 最迟 | 最晚 | 至迟)
    (?: 应 | 应当 | 须 | 要)?
    (?: 在 | 于 | 到)? $
    """,
    re.VERBOSE,
)
# takes: 不早于  不得早于; not: 早于  不晚于
_NOT_EARLIER = re.compile(r"不得?早于$")
# takes: 截至  截止到  延长至  延至  推迟到  到  至; not: 甚至  乃至  直至  截止日
_UP_TO = re.compile(
    r"""
    (?: 截至 | 截止到? | 延长?至 | 延期至 | 推迟[到至] | 到
      | (?<![甚乃以直及]) 至
    ) $
    """,
    re.VERBOSE,
)
# takes: 力争‹在›  从  ，; not: 对照  计划
_OPENING = re.compile(
    r"""
    (?: 从 | 自 | 在 | 于 | 到 | 至
      | (?: ^ | [，,。；;：:、（(\s])
    ) $
    """,
    re.VERBOSE,
)
_CLAUSE_EDGE = re.compile(r"[，,。；;）)、]|$")

# What is done in a year: 在2015年|实现. takes: 实现  基本建成  全面实施; not: 首次高考  基本情况
_YEARLY_VERB = re.compile(
    """
    (?: 基本 | 全部 | 全面 | 正式 | 初步)?
    (?: 完成 | 实现 | 建成 | 结束 | 启动 | 开展 | 达到 | 成立 | 施行 | 实施 | 出台 | 颁布)
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
    if "》" in text or ">" in text:
        for match in _LONG_TITLE.finditer(text):
            taken.take(*match.span())
    expressions: list[TimeExpression] = []
    for offset, sentence in _sentences_with_time(text):
        for near in _all(sentence):
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


def _all(text: str) -> Iterator[TimeExpression]:
    """Those that take precedence come first: 每年12月底前 holds 12月底前 and is no deadline of one year."""
    measured: tuple[tuple[Shape, Iterable[tuple[int, int]]], ...] = (
        (Shape.FROM_ISSUE, since_issue_in(text)),
        (Shape.RECURRING, recurring_in(text)),
    )
    for shape, spans in measured:
        for start, end in spans:
            yield TimeExpression(start, end, shape)
    yield from _dated(text)
    for start, end in durations_in(text):
        yield TimeExpression(start, end, Shape.DURATION)
    for form, match in unplaced_in(text):
        yield TimeExpression(*match.span(), _shape_of_unplaced(form, match))


def _shape_of_unplaced(form: re.Pattern[str], match: re.Match[str]) -> Shape:
    if form is FESTIVAL:
        return Shape.BEFORE if match["before"] else Shape.AFTER if match["after"] else Shape.AT
    if form is WEEK:
        return Shape.AT
    return Shape.RECENT if form is RECENT else Shape.SOON


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
        match = DAY.match(text, sign.end())
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
        if closing := _RANGE_END.match(text, end):
            end = closing.end()
        return TimeExpression(start, end, Shape.RANGE, part, last)
    approximate = False
    if before := _NEARLY_BEFORE.search(text, max(0, start - _LONGEST_LEAD), start):
        start, approximate = before.start(), True
    if after := _NEARLY_AFTER.match(text, end):
        end, approximate = after.end(), True
    for pattern, shape in ((_BEFORE, Shape.BEFORE), (_AFTER, Shape.AFTER), (_SINCE, Shape.SINCE), (_FROM, Shape.FROM)):
        if match := pattern.match(text, end):
            return TimeExpression(start, match.end(), shape, part, part, approximate)
    for pattern, shape in ((_NOT_LATER, Shape.UNTIL), (_NOT_EARLIER, Shape.AFTER), (_UP_TO, Shape.UNTIL)):
        if match := pattern.search(text, max(0, start - _LONGEST_LEAD), start):
            return TimeExpression(match.start(), end, shape, part, part, approximate)
    if inside := _INSIDE.match(text, end):
        end = inside.end()
    return TimeExpression(start, end, Shape.DUE if _DUE.match(text, end) else Shape.AT, part, part, approximate)


def _other_end(text: str, end: int, part: CalendarPart) -> tuple[int, CalendarPart] | None:
    """Where a range that begins with `part` ends, and with what; None where none follows."""
    if sign := _FROM_TO.match(text, end) or _RANGE_SIGN.match(text, end):
        for pattern in (DAY, XUN):
            match = pattern.match(text, sign.end())
            if match and part.days and (last := _completed(part_of(match), part)):
                return match.end(), last
        return _part_at(text, sign.end())
    then = _FROM_THEN.match(text, end)
    found = _part_at(text, then.end()) if then else None
    return found if found and _ENDS.match(text, found[0]) else None


def _part_at(text: str, at: int) -> tuple[int, CalendarPart] | None:
    """The part of the calendar that begins there, and its end."""
    for start, stop, part in parts_in(text[at : at + _LONGEST_PART]):
        return (at + stop, part) if start == 0 else None
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
    if first.year_word in FOLLOWING_YEARS or _LIFE.match(text, expression.end):
        return False
    if first.months is None and first.month_word is None and first.grain != "year":
        return False
    start, end = expression.start, expression.end
    if expression.shape is Shape.AT and first.month_word and first.days is None:  # 报送上月进展情况
        return bool(_CLAUSE_EDGE.match(text, end) or _YEARLY_VERB.match(text, end))
    if not first.bare_year or expression.shape in (Shape.BEFORE, Shape.SINCE, Shape.FROM, Shape.UNTIL):
        return True
    if expression.shape in (Shape.AT, Shape.DUE) and first.year is None:
        return text[end - 1] == "内"
    if _YEAR_BESIDE.search(text, max(0, start - _LONGEST_LEAD), start) or _YEAR_BEHIND.match(text, end):
        return False
    opening = _OPENING.search(text, max(0, start - _LONGEST_LEAD), start)
    return bool(opening and (_CLAUSE_EDGE.match(text, end) or _YEARLY_VERB.match(text, end)))
