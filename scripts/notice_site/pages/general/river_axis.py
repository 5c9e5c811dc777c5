"""Lays months or years out across a width: wide with documents, narrow without, one gap for a long empty run."""

from __future__ import annotations

from collections.abc import Collection

from notice_site.model.frozen import dataclass

MOST_MONTHS = 36
"""Months for columns: three years. A longer span has years for columns."""

LONGEST_EMPTY = {7: 8, 4: 2}
"""Empty months and years in a row that are drawn, by the length of their dates: more become one gap."""

_MONTH_LENGTH = len("2014-03")
_DAYS = 31

_NARROW, _WIDEST_EMPTY, _GAP = 34, 52, 30  # pixels of an empty column, and of a gap


@dataclass(frozen=True, slots=True)
class RiverColumn:
    """A month or a year, as the start of an ISO date, from `left` on; a gap has both its ends and holds nothing."""

    unit: str
    left: float
    width: float
    last: str = ""

    @property
    def is_gap(self) -> bool:
        """Whether it stands for a run of empty months or years."""
        return bool(self.last)


@dataclass(frozen=True, slots=True)
class RiverAxis:
    """The columns in order of time."""

    columns: tuple[RiverColumn, ...]
    unit_length: int

    @property
    def by_month(self) -> bool:
        """Whether a column is a month."""
        return self.unit_length == _MONTH_LENGTH

    def place(self, day: str) -> float:
        """Where a day stands: linear inside a month, in the middle of the column where no day is known."""
        column = next(c for c in self.columns if c.unit == day[: self.unit_length])
        if self.by_month and len(day) > _MONTH_LENGTH:
            return column.left + column.width * (int(day[8:10]) - 0.5) / _DAYS
        return column.left + column.width / 2

    def edge(self, month: str, *, after: bool) -> float:
        """The left side of the column of a month, or the right one."""
        column = next(c for c in self.columns if not c.is_gap and c.unit == month[: self.unit_length])
        return column.left + column.width * after


def unit_of(days: Collection[str]) -> int:
    """Counts the characters of an ISO date that make a column: of a month, of a year where months would be too many.

    >>> unit_of(["2013-01-05", "2015-12"]), unit_of(["2013-01", "2016-01"]), unit_of(["2014"])
    (7, 4, 4)
    """
    if any(len(day) < _MONTH_LENGTH for day in days):
        return 4
    return _MONTH_LENGTH if len(units(min(days), max(days), _MONTH_LENGTH)) <= MOST_MONTHS else 4


def units(first: str, last: str, length: int) -> list[str]:
    """Lists the months or years from first to last: 2013-12, 2014-01."""
    if length == 4:
        return [str(year) for year in range(int(first[:4]), int(last[:4]) + 1)]
    start, end = (int(day[:4]) * 12 + int(day[5:7]) - 1 for day in (first, last))
    return [f"{month // 12}-{month % 12 + 1:02}" for month in range(start, end + 1)]


def river_axis(days: Collection[str], ends: Collection[str], left: float, width: float) -> RiverAxis:
    """Makes the columns for documents of these days; `ends` are months of periods that the axis reaches too."""
    length = unit_of([*days, *ends])
    filled = {day[:length] for day in days}
    shown = filled | {month[:length] for month in ends}
    runs: list[list[str]] = []
    for unit in units(min(shown), max(shown), length):
        empty = unit not in shown
        if runs and empty and runs[-1][-1] not in shown:
            runs[-1].append(unit)
        else:
            runs.append([unit])
    parts = [part for run in runs for part in ([run] if len(run) > LONGEST_EMPTY[length] else [[unit] for unit in run])]
    gaps = sum(len(part) > 1 for part in parts)
    empties = sum(len(part) == 1 and part[0] not in filled for part in parts)
    room = width - gaps * _GAP
    narrow = min(_WIDEST_EMPTY if length == _MONTH_LENGTH else _NARROW, room / max(1, len(parts) - gaps))
    wide = (room - narrow * empties) / max(1, len(parts) - gaps - empties)
    columns = []
    for part in parts:
        taken = _GAP if len(part) > 1 else wide if part[0] in filled else narrow
        columns.append(RiverColumn(part[0], left, taken, part[-1] if len(part) > 1 else ""))
        left += taken
    return RiverAxis(tuple(columns), length)
