"""ISO days, months and years as text go in; their first and last day come out as dates."""

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
