"""Tells of the times in a task table what is due then and who has to act, by the row in which they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from notice_site.findings.task_tables import TaskRow
from notice_site.model import Event

_STOPS = "。；;，,"
_AHEAD = frozenset({"deadline", "not-before", "period", "recurring", "duration"})


def told_by_rows(events: Iterable[Event], rows: Sequence[TaskRow]) -> Iterator[Event]:
    """The events of a block, those in its task rows as these tell them.

    A time in the column of deadlines says when the words of the row's task are due: 6月30日前 | 工程科 is 完成水库巡查.
    """
    for event in events:
        yield next((_told(event, row) for row in rows if row.start <= event.ref.start < row.end), event)


def _told(event: Event, row: TaskRow) -> Event:
    at = event.ref.start
    who = " ".join(row.addressee.text.split("\n")) if row.addressee else None
    if row.deadline and row.deadline.start <= at < row.deadline.end:
        what = row.duties[0].text.split("\n")[0].rstrip(_STOPS)
        told = replace(event, what=what, who=who, quote=row.deadline.text)
        return _due(told) if row.is_due and event.kind in ("event", "period") else told
    if any(cell.start <= at < cell.end for cell in row.duties) and event.kind in _AHEAD:
        return replace(event, who=who)
    return event


def _due(event: Event) -> Event:
    """A day or a month in a column of deadlines is one; a range (3月至6月) says when the work is done."""
    is_range = event.start != event.end and event.precision != "xun"
    return event if is_range else replace(event, kind="deadline", start=None)
