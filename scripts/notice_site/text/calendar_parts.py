"""Finds the parts of the calendar that a text names (今年3月, 5月下旬, 2014年底), and their first and last day."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from notice_site.model.frozen import dataclass
from notice_site.text import time_grammar as grammar
from notice_site.text import time_words as words
from notice_site.text.iso_dates import last_day
from notice_site.text.numerals import han_to_int
from notice_site.text.taken_spans import TakenSpans

GRAINS = ("day", "xun", "month", "year")
"""How finely a wording names time, the finest first."""

_LAST_DAY = 31  # stands for the last day of any month
_XUN = {"上": (1, 10), "中": (11, 20), "下": (21, _LAST_DAY), "上中": (1, 20), "中下": (11, _LAST_DAY)}
# Dictionaries give 月初 月底 as the first and last days of a month, no more: a third of it is what they lie in.
_SIDES_OF_MONTH = {"初": (1, 10), "中": (11, 20), "底": (21, _LAST_DAY), "末": (21, _LAST_DAY)}
_SIDES_OF_YEAR = {"初": (1, 1), "中": (6, 7), "底": (12, 12), "末": (12, 12), "终": (12, 12)}
_CLOSING = frozenset("底末终")
_QUARTERS = {name: (3 * k + 1, 3 * k + 3) for k in range(4) for name in ("一二三四"[k], str(k + 1))}
_HALVES = {"上": (1, 6), "下": (7, 12)}
_CENTURY = 2000  # 14年3月
_WEEKDAYS = {name: 1 + place for place, name in enumerate("一二三四五六日")} | {"天": 7}


@dataclass(frozen=True, slots=True)
class CalendarPart:
    """A stretch of the calendar; what the wording leaves open is None.

    `months` and `days` are the first and the last one; day 31 stands for the last day of any month. The days of 下周
    are counted from its Monday until it is `anchored`.
    `closing` says that only the end of the stretch is named (月底, 年底).
    """

    grain: str
    year: int | None = None
    year_word: str | None = None
    months: tuple[int, int] | None = None
    month_word: str | None = None
    days: tuple[int, int] | None = None
    closing: bool = False

    @property
    def bare_year(self) -> bool:
        """Whether nothing but a year is named."""
        return self.grain == "year" and self.months is None

    def bounds(self, year: int) -> tuple[str, str] | None:
        """The ends of the stretch in that year, each as finely as worded; None where there is no such day.

        >>> CalendarPart("xun", months=(4, 4), days=(21, 31)).bounds(2014)
        ('2014-04-21', '2014-04-30')
        >>> CalendarPart("month", months=(1, 3)).bounds(2014)
        ('2014-01', '2014-03')
        >>> CalendarPart("day", months=(2, 2), days=(29, 29)).bounds(2014) is None
        True
        """
        if self.bare_year:
            return f"{year:04}", f"{year:04}"
        if self.months is None:
            return None
        first, last = self.months
        if self.days is None:
            return f"{year:04}-{first:02}", f"{year:04}-{last:02}"
        length = calendar.monthrange(year, last)[1]
        start, end = self.days
        if self.grain == "day" and end > length:
            return None
        return f"{year:04}-{first:02}-{start:02}", f"{year:04}-{last:02}-{min(end, length):02}"

    def last_before(self, year: int) -> str | None:
        """The last day on which something is done 前 the part.

        4月10日前 and 4月底前 include the day named; 9月前 ends with August, 5月下旬前 on the 20th, 2020年前 with 2019.
        """
        bounds = self.bounds(year)
        if bounds is None or self.months is None:
            return f"{year - 1:04}-12-31"
        start, end = bounds
        if self.closing or self.grain == "day":
            return last_day(end).isoformat()
        if self.days is not None and self.days[0] > 1:
            return f"{start[:7]}-{self.days[0] - 1:02}"
        months = year * 12 + self.months[0] - 2
        return last_day(f"{months // 12:04}-{months % 12 + 1:02}").isoformat()

    def anchored(self, day: str | None) -> CalendarPart:
        """The part with 今年, 本月, 下周 and 即日 replaced as that day (ISO) sees them; unchanged without such words.

        >>> CalendarPart("day", month_word="下周", days=(5, 5)).anchored("2014-03-29").bounds(2014)
        ('2014-04-04', '2014-04-04')
        """
        year, month, number = _numbers(day)
        part = self
        if self.year_word and self.year_word not in words.YEARS_FROM_LAST and year:
            part = replace(part, year=year + words.RELATIVE_YEARS.get(self.year_word, 0))
        later = 0 if self.month_word == words.THIS_MONTH else words.RELATIVE_MONTHS.get(self.month_word or "")
        if later is not None and year and month:
            count = year * 12 + month - 1 + later
            part = replace(part, year=part.year or count // 12, months=(count % 12 + 1, count % 12 + 1))
        if self.month_word == words.TODAY and month and number:
            part = replace(part, year=year, months=(month, month), days=(number, number))
        if self.month_word in words.RELATIVE_WEEKS and self.days and year and month and number:
            spoken = date(year, month, number)
            monday = spoken + timedelta(7 * words.RELATIVE_WEEKS[self.month_word] - spoken.weekday())
            first, last = (monday + timedelta(weekday - 1) for weekday in self.days)
            part = replace(part, year=first.year, months=(first.month, last.month), days=(first.day, last.day))
        return part


def _numbers(day: str | None) -> tuple[int | None, int | None, int | None]:
    """Year, month and day of an ISO date, each None where it ends before."""
    year, month, number = [*(int(part) for part in (day or "").split("-") if part), None, None, None][:3]
    return year, month, number


def parts_in(text: str) -> Iterator[tuple[int, int, CalendarPart]]:
    """The parts of the calendar that the text names, each with its span, in order and without overlap.

    >>> [text[a:b] for text in ["从今年3月开始，至9月底，二〇一四年五月上中旬"] for a, b, _ in parts_in(text)]
    ['今年3月', '9月底', '二〇一四年五月上中旬']
    >>> list(parts_in("每年开展1次，3个月，十月革命，国发〔2014〕41号，前三月"))
    []
    """
    named: list[tuple[int, int, CalendarPart]] = []
    taken = TakenSpans(len(text))
    for form in grammar.FORMS:
        for match in form.finditer(text):
            if (part := part_of(match)) and taken.take(*match.span()):
                named.append((*match.span(), part))
    yield from sorted(named, key=lambda item: item[:2])


def stretches_in(text: str) -> Iterator[tuple[int, int, CalendarPart, CalendarPart]]:
    """The beginnings and ends that one form names together, each with its span.

    >>> [(start, end, last.months, last.days) for start, end, _, last in stretches_in("国庆（10.2-10.8）值班")]
    [(3, 12, (10, 10), (8, 8))]
    """
    for form in grammar.STRETCHES:
        for match in form.finditer(text):
            if form is grammar.PLAN_YEARS:
                begins = words.PLANS[match["plan"] or match["bare_plan"]]
                yield match.start(), match.end(), CalendarPart("year", begins), CalendarPart("year", begins + 4)
                continue
            year = match.groupdict().get("year")
            first, last = (_pointed(match[name], form is grammar.POINT_DAYS, year) for name in ("point", "point_to"))
            yield match.start(), match.end(), first, last


def _pointed(wording: str, is_day: bool, year: str | None) -> CalendarPart:
    """The part that numbers with points between them name: 10.2, 2014.3, 2014."""
    first, *rest = (int(number) for number in re.split("[.．]", wording))
    if is_day:
        return CalendarPart("day", int(year) if year else None, months=(first, first), days=(rest[0], rest[0]))
    if rest:
        return CalendarPart("month", first, months=(rest[0], rest[0]))
    return CalendarPart("year", first)


def part_of(match: re.Match[str]) -> CalendarPart | None:
    """What a match of one of the forms names, or None where the calendar has no such part."""
    named = match.groupdict()
    if named.get("plan_end"):
        return CalendarPart("year", words.PLANS[named["plan"] or named["bare_plan"]] + 4, closing=True)
    year = han_to_int(named["year"]) if named.get("year") else None
    if named.get("short_year"):
        year = _CENTURY + int(named["short_year"])
    whole = CalendarPart("year", year, named.get("year_word"), month_word=named.get("month_word"))
    if whole.month_word in words.RELATIVE_WEEKS:
        weekday = _WEEKDAYS.get(named["weekday"] or "")
        return replace(whole, grain="day", days=(weekday, weekday) if weekday else (1, 7))
    if whole.year_word == words.WHOLE_YEAR:
        return CalendarPart("year", months=(1, 12), days=(1, _LAST_DAY))
    if season := _HALVES.get(named.get("half") or "") or _QUARTERS.get(named.get("quarter") or ""):
        season = (season[0], _QUARTERS.get(named["quarter_to"] or "", season)[1])
        if named["season_side"]:
            return replace(whole, grain="xun", months=(season[1], season[1]), days=_XUN["下"], closing=True)
        return replace(whole, grain="month", months=season)
    if side := named.get("year_side"):
        return replace(whole, grain="month", months=_SIDES_OF_YEAR[side], closing=side in _CLOSING)
    if named.get("month"):
        if not (months := _run(match, "month", 12)):
            return None
        whole = replace(whole, grain="month", months=months)
    if xun := named.get("xun"):
        return replace(whole, grain="xun", days=_XUN[xun.replace("、", "")])
    if side := named.get("side"):
        return replace(whole, grain="xun", days=_SIDES_OF_MONTH[side], closing=side in _CLOSING)
    if named.get("day"):
        days = _run(match, "day", 31)
        return replace(whole, grain="day", days=days) if days else None
    if whole.month_word:
        return replace(whole, grain="day" if whole.month_word == words.TODAY else "month")
    return whole


def _run(match: re.Match[str], name: str, most: int) -> tuple[int, int] | None:
    """(4, 6) for 4至6, (4, 5) for 4、5; None for numbers out of order or range, and for a list with gaps (4、7)."""
    first, last = match[name], match.groupdict().get(f"{name}_to")
    start = han_to_int(first)
    end = han_to_int(last) if last else start
    if not start or not end or not 1 <= start <= end <= most:
        return None
    listed = last and match.string[match.start(f"{name}_to") - 1] == "、"
    return None if listed and end != start + 1 else (start, end)
