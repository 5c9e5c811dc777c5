"""Divides a picture into columns of years, months or days, and finds the pixel of a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise

from notice_site.model.frozen import dataclass

UNITS = ("year", "month", "day")

# Pixels.
_EDGE = 10.0  # before the first column
_GAP = 34  # of the column that stands for units in which nothing is

_LONGEST_EMPTY = {"year": 1, "month": 2, "day": 2}
"""Empty units in a row that are drawn; more become one gap, which is as wide as about half a column."""


@dataclass(frozen=True, slots=True)
class Column:
    """One year, month or day, or a gap of several: its first and last day, and its place in pixels."""

    first: date
    last: date
    left: float
    width: float
    is_gap: bool = False

    @property
    def right(self) -> float:
        """The pixel where the next column begins."""
        return self.left + self.width


@dataclass(frozen=True, slots=True)
class Axis:
    """The columns of a picture from left to right, without holes."""

    unit: str
    columns: tuple[Column, ...]

    @property
    def width(self) -> float:
        """The pixels of all columns, with a little before and behind them."""
        return self.columns[-1].right + _EDGE

    def left(self, day: date) -> float:
        """Returns the pixel where a day begins."""
        column = self._column(day)
        days = (column.last - column.first).days + 1
        return column.left + column.width * (day - column.first).days / days

    def right(self, day: date) -> float:
        """Returns the pixel where a day ends."""
        column = self._column(day)
        days = (column.last - column.first).days + 1
        return column.left + column.width * ((day - column.first).days + 1) / days

    def _column(self, day: date) -> Column:
        for column in self.columns:
            if day <= column.last:
                return column if day >= column.first else self.columns[0]
        return self.columns[-1]


def axis(unit: str, periods: Iterable[tuple[date, date]], column_width: float) -> Axis | None:
    """Makes the columns from the first day to the last; None where there are no days.

    Units in which no period begins or ends are drawn where few follow each other; a longer run is one narrow gap.
    """
    days = {day for period in periods for day in period}
    if not days:
        return None
    units = sorted({_first_of_unit(day, unit) for day in days})
    columns: list[Column] = []
    left = _EDGE
    for first, last, is_gap in _runs(units, unit):
        width = _GAP if is_gap else column_width
        columns.append(Column(first, last, left, width, is_gap))
        left += width
    return Axis(unit, tuple(columns))


def _runs(units: list[date], unit: str) -> Iterator[tuple[date, date, bool]]:
    """Yields first day, last day and whether it is a gap: the units, and between them few empty ones or one gap."""
    for unit_start, following in pairwise([*units, None]):
        assert unit_start is not None
        yield unit_start, _last_of_unit(unit_start, unit), False
        if following is None:
            return
        empty = list(_between(unit_start, following, unit, _LONGEST_EMPTY[unit] + 1))
        if len(empty) > _LONGEST_EMPTY[unit]:
            yield empty[0], following - timedelta(days=1), True
        else:
            yield from ((first, _last_of_unit(first, unit), False) for first in empty)


def _between(start: date, stop: date, unit: str, most: int) -> Iterator[date]:
    """Lists the units after `start` and before `stop`, at most `most`."""
    day = _last_of_unit(start, unit) + timedelta(days=1)
    while day < stop and most:
        yield day
        most -= 1
        day = _last_of_unit(day, unit) + timedelta(days=1)


def _first_of_unit(day: date, unit: str) -> date:
    if unit == "year":
        return day.replace(month=1, day=1)
    return day.replace(day=1) if unit == "month" else day


def _last_of_unit(day: date, unit: str) -> date:
    if unit == "year":
        return day.replace(month=12, day=31)
    if unit == "month":
        following = day.replace(day=28) + timedelta(days=4)
        return following - timedelta(days=following.day)
    return day
