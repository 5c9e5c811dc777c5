"""Resolves time expressions to ISO dates, and says where their year is taken from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from notice_site.model import Notice
from notice_site.text.calendar_parts import FOLLOWING_YEARS, CalendarPart
from notice_site.text.iso_dates import last_day
from notice_site.text.time_expressions import Shape, TimeExpression

MONTHS_BACK = 6
"""A plan for a month that lies so many months back is one for the next year: 成文 in 12月, 4月底前."""


@dataclass(frozen=True, slots=True)
class ReferenceDay:
    """The day from which a document speaks (ISO, or None) and which of its dates that is (成文日期 …)."""

    day: str | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class ResolvedDates:
    """What an expression comes to: bounds as ISO day, month or year, None where open or unknown.

    `year` is stated, inferred, or None where the expression has none or it cannot be told.
    """

    start: str | None = None
    end: str | None = None
    precision: str | None = None
    year: str | None = None
    year_from: str | None = None


def reference_day_of(notice: Notice, notices: Mapping[str, Notice]) -> ReferenceDay:
    """成文日期, else 印发日期, else 见报日期; of a document without any, that of the document that carries it."""
    published = notice.published.date if notice.published else None
    for day, name in ((notice.date, "成文日期"), (notice.printed, "印发日期"), (published, "见报日期")):
        if day:
            return ReferenceDay(day, name)
    carrier = notices.get(notice.part_of or "")
    if carrier is None:
        return ReferenceDay()
    of_carrier = reference_day_of(carrier, notices)
    return ReferenceDay(of_carrier.day, f"主件{of_carrier.name.removeprefix('主件')}") if of_carrier.day else of_carrier


class Tense(StrEnum):
    """What the sentence says of its time: that it lies ahead, that it has passed, or neither."""

    PLANNED = "planned"
    HAPPENED = "happened"
    OPEN = "open"


def resolve_dates(
    expression: TimeExpression, reference: ReferenceDay, context: str | None = None, tense: Tense = Tense.OPEN
) -> ResolvedDates:
    """The dates of an expression; its year is that of the wording, of 今年, of the text before it, or of `reference`.

    `context` is the year last stated before it in the same block. A plan half a year or more back is one for the
    next year (成文 12月: 4月底前), and what has happened in a month still to come happened the year before.
    """
    if expression.first is None or expression.last is None:
        return ResolvedDates()
    first = expression.first.anchored(reference.day)
    last = expression.last.anchored(reference.day)
    year, said, year_from = _year(first, last, reference, context, tense)
    if year is None:
        return ResolvedDates(precision=expression.precision)
    start = first.bounds(year)
    end = _end_of_range(first, last, year) if expression.shape is Shape.RANGE else start
    if start is None or end is None or end[1] < start[0][: len(end[1])]:
        return ResolvedDates(precision=expression.precision)
    lower, upper = start[0], end[1]
    if expression.shape is Shape.BEFORE:
        return ResolvedDates(None, _last_before(last, year), expression.precision, said, year_from)
    if expression.shape is Shape.UNTIL:
        upper = last_day(upper).isoformat() if last.closing else upper
        return ResolvedDates(None, upper, expression.precision, said, year_from)
    if expression.shape in (Shape.AFTER, Shape.FROM, Shape.SINCE):
        return ResolvedDates(lower, None, expression.precision, said, year_from)
    return ResolvedDates(lower, upper, expression.precision, said, year_from)


def _year(
    first: CalendarPart, last: CalendarPart, reference: ReferenceDay, context: str | None, tense: Tense
) -> tuple[int | None, str | None, str | None]:
    """The year of the beginning, whether it is stated, and where it is taken from."""
    source = f"{reference.name}{reference.day}"
    if first.year and not first.year_word and not first.month_word:
        return first.year, "stated", None
    if first.year:
        return first.year, "inferred", f"{first.year_word or first.month_word}；{source}"
    if first.year_word or first.months is None:
        return None, None, None
    if last.year and not last.year_word:  # 11月至2015年2月
        return last.year - _is_year_before(first, last), "inferred", "同句所载年份"
    month = first.months[0]
    if context and _fits(f"{context}-{month:02}", reference.day, tense):
        return int(context), "inferred", f"本段前文{context}年"
    if not reference.day:
        return None, None, None
    year = int(reference.day[:4])
    now = int(reference.day[5:7] or month)
    if tense is Tense.PLANNED and now - month >= MONTHS_BACK:
        year += 1
    elif tense is Tense.HAPPENED and month > now:
        year -= 1
    return year, "inferred", source


def _is_year_before(first: CalendarPart, last: CalendarPart) -> bool:
    """Whether `first` lies in the year before that of `last`.

    11月至2015年2月 and 11月至2015年11月 begin in 2014, 1月1日至2015年1月5日 in 2015.
    """
    if first.months is None or last.months is None:
        return False
    if first.months != last.months:
        return last.months < first.months
    return first.days is None or last.days is None or last.days <= first.days


def _fits(month: str, day: str | None, tense: Tense) -> bool:
    """Whether a month (ISO) can be meant: what is planned lies ahead of the day of the document."""
    return not day or (month >= day[:7] if tense is Tense.PLANNED else month <= day[:7])


def _end_of_range(first: CalendarPart, last: CalendarPart, year: int) -> tuple[str, str] | None:
    """The bounds of the last part of a range: in its own year, else that of the first part, else the one after."""
    start = first.bounds(year)
    if last.year_word in FOLLOWING_YEARS:
        return last.bounds(year + 1)
    if last.year:
        return last.bounds(last.year)
    end = last.bounds(year)
    return last.bounds(year + 1) if start and end and end[1] < start[0][: len(end[1])] else end


def _last_before(part: CalendarPart, year: int) -> str | None:
    """The last day, month or year in which something is done 前 the part.

    4月10日前 and 4月底前 include the day named; 9月前 is over with August, 5月下旬前 with the 20th, 2020年前 with 2019.
    """
    bounds = part.bounds(year)
    if bounds is None or part.months is None:
        return f"{year - 1:04}"
    start, end = bounds
    if part.closing or part.grain == "day":
        return last_day(end).isoformat()
    if part.days is None:
        return _month_before(year, part.months[0])
    if part.days[0] > 1:
        return f"{start[:7]}-{part.days[0] - 1:02}"
    return last_day(_month_before(year, part.months[0])).isoformat()


def _month_before(year: int, month: int) -> str:
    count = year * 12 + month - 2
    return f"{count // 12:04}-{count % 12 + 1:02}"
