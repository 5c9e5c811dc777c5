"""Makes a task of each row of a task table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from notice_site.findings.task_tables import TaskRow, task_rows
from notice_site.findings.tasks.asides import Span, strip_asides
from notice_site.findings.tasks.kinds import PROBLEM, optional, type_of
from notice_site.findings.tasks.schedule import Due, Schedule
from notice_site.model import Block, Notice, Ref, Task
from notice_site.text.quantities import quantities

_STOPS = "。；;，,"

# Where a line or a numbered point of a cell ends. takes: 1.学习。‹›2.调研  ①学习；‹›②调研; not: 完成2.5亿元  学习；调研
_POINT = re.compile(r"\n|(?<=[。；;])(?=\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[）)]|[①-⑳])")


def tasks_in_tables(notice: Notice, levels_of: Callable[[str], tuple[str, ...]], schedule: Schedule) -> Iterator[Task]:
    """The tasks of all task tables of a document; `levels_of` tells which levels the words of an addressee name."""
    counts: dict[str, int] = {}
    for row in task_rows(notice):
        number = counts[row.block] = counts.get(row.block, 0) + 1
        block = notice.block(row.block)
        text = block.text
        place = words_of(row, text)
        quote = text[place.start : place.end]
        amounts = quantities(quote)
        addressee = one_line(row.addressee.text) if row.addressee else None
        levels = levels_of(addressee) if addressee else ()
        words = strip_asides(quote).text
        due = _due(row, schedule, block, place)
        yield Task(
            id=f"{notice.id}-{row.block}-task_{number}",
            ref=Ref(notice.id, row.block, place.start, place.end),
            addressee=addressee,
            levels=levels,
            type=PROBLEM if row.is_problem else type_of(words, 0, amounts, levels, ()),
            items=tuple(items_of(row)),
            quantity=amounts,
            deadline=due.wording if due else None,
            deadline_start=due.start if due else None,
            deadline_end=due.end if due else None,
            optional=optional(words),
            quoted_from=None,
            quote=quote,
            stage=row.stage,
            carried=row.carried,
            partners=one_line(row.support.text) if row.support else None,
        )


def _due(row: TaskRow, schedule: Schedule, block: Block, place: Span) -> Due | None:
    """By when the column of deadlines, else the words of the task say that it is due."""
    if row.deadline:
        return schedule.due_at(block, row.deadline.start, row.deadline.end, row.is_due)
    return schedule.due(block, place.start, place.end)


def words_of(row: TaskRow, text: str) -> Span:
    """Where the words of the task stand in the text of its block: from the first to the last of the cells that say it.

    Where other cells stand between these, the last alone; it says it at length (项目 | 责任单位 | 措施).
    """
    *_, last = row.duties
    first = last
    for cell in reversed(row.duties):
        if text[cell.end : first.start].strip():
            break
        first = cell
    return Span(first.start, last.end)


def items_of(row: TaskRow) -> Iterator[str]:
    """Each line or numbered point of the cells that say what is to be done, without the stop that ends it."""
    for cell in row.duties:
        for line in _POINT.split(cell.text):
            if item := line.strip().rstrip(_STOPS):
                yield item


def one_line(text: str) -> str:
    """The lines of a cell in one: 党政办 and 总务处, below each other, are two words."""
    return " ".join(text.split("\n"))
