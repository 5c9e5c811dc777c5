"""Reads the times that a text names: from when, to when, and where the year is taken from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from notice_site.model.frozen import dataclass
from notice_site.text.calendar_parts import CalendarPart
from notice_site.text.iso_dates import first_day, last_day
from notice_site.text.sentences import sentence_around
from notice_site.text.stated_years import years_in
from notice_site.text.tenses import Tense, tense_of
from notice_site.text.time_expressions import TimeExpression, time_expressions
from notice_site.text.time_shapes import Shape
from notice_site.text.time_words import RELATIVE_YEARS, YEARS_FROM_LAST

MONTHS_BACK = 6
"""A plan for a month that lies so many months back is one for the next year: 成文 in 12月, 4月底前."""

LONGEST_SENTENCE = 160
"""Characters: of a sentence that is longer the clauses around a time tell whether it is planned or has happened."""


@dataclass(frozen=True, slots=True)
class YearAbove:
    """A year that stands above a text, and where: 2021 of the title 2021年工作要点."""

    year: int
    place: str


@dataclass(frozen=True, slots=True)
class TimeFrame:
    """What the times of a text are read against.

    `day` (ISO, as much as is known) is the one from which the document speaks and `name` says which of its dates that
    is (成文日期); `issue` is the day on which 印发之日 falls; `above` holds the years of the headings and the title,
    the nearest first.
    """

    day: str | None = None
    name: str = ""
    issue: str | None = None
    issue_name: str = ""
    above: tuple[YearAbove, ...] = ()


@dataclass(frozen=True, slots=True)
class ResolvedDates:
    """What an expression comes to: bounds as ISO day, month or year, None where open or unknown.

    A deadline ends with a day. `year` is stated, inferred, or None where there is none or it cannot be told.
    """

    start: str | None = None
    end: str | None = None
    precision: str | None = None
    year: str | None = None
    year_from: str | None = None


@dataclass(frozen=True, slots=True)
class TimeReading:
    """One time that a text names: the words, their dates, and whether its sentence plans or tells."""

    expression: TimeExpression
    dates: ResolvedDates
    tense: Tense


def is_past(dates: ResolvedDates, frame: TimeFrame) -> bool:
    """Whether the dates lie wholly before the day from which the document speaks."""
    end = dates.end or dates.start
    return bool(frame.day and end and end < frame.day[: len(end)])


def is_ahead(dates: ResolvedDates, frame: TimeFrame) -> bool:
    """Whether the dates lie wholly after the day from which the document speaks."""
    begin = dates.start or dates.end
    return bool(frame.day and begin and begin > frame.day[: len(begin)])


def read_times(text: str, frame: TimeFrame) -> Iterator[TimeReading]:
    """All times of a text, in order.

    >>> frame = TimeFrame("2014-04-03", "成文日期")
    >>> readings = read_times("4月底前完成，5月下旬以后召开；2013年6月，印发了方案。", frame)
    >>> [(reading.dates.start, reading.dates.end) for reading in readings]
    [(None, '2014-04-30'), ('2014-05-21', None), ('2013-06', '2013-06')]
    """
    stated: int | None = None  # the year that the text last stated; a row of a table says nothing of the next
    last: int | None = None  # the year in which the last time ends, stated or not
    month: int | None = None  # the month that it last named
    turned = 0  # where the year last stated ceases to hold
    is_counted = False  # whether `stated` is the year after the last one
    row_end = 0
    for expression in time_expressions(text):
        if expression.start >= row_end:
            line_end = text.find("\n", expression.start)
            stated, last, month, row_end = None, None, None, line_end if line_end >= 0 else len(text)
        start, end = sentence_around(text, expression.start, expression.end, LONGEST_SENTENCE)
        tense = tense_of(text[start:end])
        if expression.shape in (Shape.BEFORE, Shape.AFTER):
            tense = Tense.PLANNED
        elif expression.shape is Shape.SINCE:
            tense = Tense.HAPPENED
        if _goes_on(expression, month, tense) and last and _is_past_month(expression, last + 1, frame):
            stated, turned, is_counted = last + 1, expression.start, True
        elif _turns_back(expression, month):
            stated, turned, is_counted = None, expression.start, False
        years = years_in(text[max(start, turned) : expression.start])  # of the sentence, the nearest last
        year = years[-1] if years else stated
        if expression.first and expression.first.year_word in YEARS_FROM_LAST:
            year = years[-1] if years else last
        dates = resolve_dates(expression, frame, year, tense, Tense.OPEN if years else Tense.HAPPENED)
        if is_counted and dates.year_from == _before_in_text(year):
            dates = replace(dates, year_from=f"{_before_in_text(stated and stated - 1)}之后")
        if expression.shape is Shape.SINCE and expression.first and expression.first.bare_year:
            turned = expression.end  # 2003年以来 says nothing of 7月15日
        elif dates.year == "stated":
            is_counted = False
            stated = int((dates.start or dates.end or "")[:4])
        if ends := dates.end or dates.start:
            last = int(ends[:4])
        if expression.last and expression.last.months:
            month = expression.last.months[1]
        yield TimeReading(expression, dates, tense)


def _before_in_text(year: int | None) -> str:
    return f"本段前文{year}年"


def _turns_back(expression: TimeExpression, month: int | None) -> bool:
    """Whether the expression is for a month so far before the one last named that a year has passed.

    截至2013年12月31日…，截至|2月底.
    """
    months = expression.first.months if expression.first else None
    return month is not None and months is not None and month - months[0] >= MONTHS_BACK


def _goes_on(expression: TimeExpression, month: int | None, tense: Tense) -> bool:
    """Whether the expression goes on in a story with a month before the one last named, which is of the next year.

    自1995年7月12日…后，相继发生了|2月3日….
    """
    first = expression.first
    if tense is not Tense.HAPPENED or expression.shape not in (Shape.AT, Shape.RANGE) or first is None or not month:
        return False
    return not (first.year or first.year_word or first.months is None) and first.months[0] < month


def _is_past_month(expression: TimeExpression, year: int, frame: TimeFrame) -> bool:
    months = expression.first.months if expression.first else None
    return bool(months and _fits(f"{year:04}-{months[0]:02}", frame.day, Tense.HAPPENED, Tense.OPEN))


def resolve_dates(
    expression: TimeExpression,
    frame: TimeFrame,
    stated: int | None = None,
    tense: Tense = Tense.OPEN,
    otherwise: Tense = Tense.HAPPENED,
) -> ResolvedDates:
    """The dates of an expression, with the year that its wording, the text before it or the frame gives it.

    `stated` is the year last stated before it in the same text. Where the sentence neither asks nor tells, that year is
    taken as `otherwise` says: one of the same sentence may lie ahead, one of a sentence before it has passed.
    """
    match expression.shape:
        case Shape.RECENT:
            return _as_of(None, frame.day, f"{frame.name}{frame.day}")
        case Shape.SOON:
            return _as_of(frame.day, None, f"{frame.name}{frame.day}")
        case Shape.FROM_ISSUE:
            return _as_of(frame.issue, None, f"{frame.issue_name}{frame.issue}")
    if expression.first is None or expression.last is None:
        return ResolvedDates()
    first, last = expression.first.anchored(frame.day), expression.last.anchored(frame.day)
    year, said, year_from = _year(first, last, frame, stated, tense, otherwise)
    if year is None:
        return ResolvedDates(precision=expression.precision)
    start = first.bounds(year)
    end = _end_of_range(first, last, year) if expression.shape is Shape.RANGE else start
    if start is None or end is None or end[1] < start[0][: len(end[1])]:
        return ResolvedDates(precision=expression.precision)
    this_year = first.bare_year and RELATIVE_YEARS.get(first.year_word or "") == 0
    if this_year and frame.day and expression.shape is Shape.AT and tense is Tense.HAPPENED:  # 今年|已列入试点
        return ResolvedDates(first_day(start[0]).isoformat(), frame.day, expression.precision, said, year_from)
    past = is_past(ResolvedDates(start[0], end[1]), frame)
    shape = Shape.AT if expression.shape is Shape.DUE and past else expression.shape
    lower, upper = _open_ends(shape, last, year, start[0], end[1])
    return ResolvedDates(lower, upper, expression.precision, said, year_from)


def _as_of(start: str | None, end: str | None, year_from: str) -> ResolvedDates:
    """Dates that are those of the document itself: 近日, 印发之日起."""
    return ResolvedDates(start, end, "day", "inferred", year_from) if start or end else ResolvedDates()


def _open_ends(shape: Shape, last: CalendarPart, year: int, lower: str, upper: str) -> tuple[str | None, str | None]:
    """The bounds that the shape of an expression leaves of those of its parts."""
    match shape:
        case Shape.BEFORE:
            return None, last.last_before(year)
        case Shape.UNTIL:
            return None, last_day(upper).isoformat()
        case Shape.DUE if last.closing:  # 确保11月底实现
            return None, last_day(upper).isoformat()
        case Shape.AFTER | Shape.FROM | Shape.SINCE:
            return lower, None
    return lower, upper


# --- the year ------------------------------------------------------------------------------------


def _year(
    first: CalendarPart,
    last: CalendarPart,
    frame: TimeFrame,
    stated: int | None,
    tense: Tense,
    otherwise: Tense,
) -> tuple[int | None, str | None, str | None]:
    """The year of the beginning, whether it is stated, and where it is taken from: the nearest that can be meant.

    First its own words, then the text before it, the headings and the title above it, and the day of the document.
    """
    of_day = f"{frame.name}{frame.day}"
    if first.year and not first.year_word and not first.month_word:
        return first.year, "stated", None
    if first.year:
        return first.year, "inferred", f"{first.year_word or first.month_word}；{of_day}"
    if first.year_word in YEARS_FROM_LAST and stated and first.months:
        return stated + YEARS_FROM_LAST[first.year_word], "inferred", f"{first.year_word}；本段前文所指{stated}年"
    if first.year_word or first.months is None:
        return None, None, None
    if last.year and not last.year_word:  # 11月至2015年2月
        return last.year - _is_year_before(first, last), "inferred", "同句所载年份"
    now = int((frame.day or "")[5:7] or first.months[0])
    month = now if first.grain == "year" else first.months[0]  # 全年
    if stated and _fits(f"{stated:04}-{month:02}", frame.day, tense, otherwise):
        return stated, "inferred", _before_in_text(stated)
    for above in frame.above:
        if _fits(f"{above.year:04}-{month:02}", frame.day, tense, Tense.OPEN):
            return above.year, "inferred", f"{above.place}{above.year}年"
    if not frame.day:
        return None, None, None
    year = int(frame.day[:4])
    if tense is Tense.PLANNED and now - month >= MONTHS_BACK:
        year += 1
    elif tense is Tense.HAPPENED and month > now:
        year -= 1
    return year, "inferred", of_day


def _fits(month: str, day: str | None, tense: Tense, otherwise: Tense) -> bool:
    """Whether a month (ISO) can be meant: what is planned lies ahead of the day of the document, what is told behind.

    `otherwise` is how words are taken that do neither.
    """
    if not day:
        return True
    match otherwise if tense is Tense.OPEN else tense:
        case Tense.PLANNED:
            return month[: len(day)] >= day[:7]
        case Tense.HAPPENED:
            return month[: len(day)] <= day[:7]
    return True


def _is_year_before(first: CalendarPart, last: CalendarPart) -> bool:
    """Whether `first` lies in the year before that of `last`.

    11月至2015年2月 and 11月至2015年11月 begin in 2014, 1月1日至2015年1月5日 in 2015.
    """
    if first.months is None or last.months is None:
        return False
    if first.months != last.months:
        return last.months < first.months
    return first.days is None or last.days is None or last.days <= first.days


# --- the bounds ----------------------------------------------------------------------------------


def _end_of_range(first: CalendarPart, last: CalendarPart, year: int) -> tuple[str, str] | None:
    """The bounds of the last part of a range: in its own year, else that of the first part, else the one after."""
    start = first.bounds(year)
    if last.year_word in YEARS_FROM_LAST:
        return last.bounds(year + YEARS_FROM_LAST[last.year_word])
    if last.year:
        return last.bounds(last.year)
    end = last.bounds(year)
    return last.bounds(year + 1) if start and end and end[1] < start[0][: len(end[1])] else end
