"""Gives the first and the last day of ISO days, months and years."""

from __future__ import annotations

import calendar
from datetime import date


def first_day(iso: str) -> date:
    """The first day of a day, a month or a year.

    >>> first_day("2014-04").isoformat(), first_day("2014").isoformat()
    ('2014-04-01', '2014-01-01')
    """
    year, month, day = [*map(int, iso.split("-")), 1, 1][:3]
    return date(year, month, day)


def last_day(iso: str) -> date:
    """The last day of a day, a month or a year.

    >>> last_day("2014-04").isoformat(), last_day("2014").isoformat()
    ('2014-04-30', '2014-12-31')
    """
    numbers = [*map(int, iso.split("-"))]
    if len(numbers) == 3:
        return date(*numbers)
    year, month = [*numbers, 12][:2]
    return date(year, month, calendar.monthrange(year, month)[1])


def stretch(start: str | None, end: str | None) -> tuple[date, date] | None:
    """The first and the last day between two bounds; what has one bound stands on it, what has none is nowhere.

    >>> [day.isoformat() for day in stretch("2014-03", "2014-09") or ()]
    ['2014-03-01', '2014-09-30']
    >>> [day.isoformat() for day in stretch(None, "2014-04-30") or ()], stretch(None, None)
    (['2014-04-30', '2014-04-30'], None)
    """
    if start:
        first = first_day(start)
        return first, last_day(end) if end else first
    if end:
        return last_day(end), last_day(end)
    return None
