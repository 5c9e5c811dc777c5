"""Writes the tasks of a site as items of tasks.json and as rows of tasks.csv and numbers.csv."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from notice_site.model import Task
from notice_site.pages.core.site import Site
from notice_site.pages.tasks import quantities
from notice_site.pages.tasks.columns import TASK_COLUMNS
from notice_site.pages.tasks.task_cells import task_index

Rows = Iterator[Sequence[str]]

_FIELDS = tuple((column.name, column.value) for column in TASK_COLUMNS if column.value)
_CSV_COLUMNS = tuple(column for column in TASK_COLUMNS if column.label)


def tasks_table(site: Site) -> tuple[Sequence[str], Callable[[Iterable[Task]], Rows]]:
    """Head of tasks.csv, and what gives the rows of some tasks; several values of a cell are divided by ｜."""
    book = task_index(site)

    def row(task: Task) -> Sequence[str]:
        return [column.csv_cell(task, book) for column in _CSV_COLUMNS]

    return [column.label for column in _CSV_COLUMNS], lambda tasks: map(row, tasks)


def numbers_table(site: Site) -> tuple[Sequence[str], Rows]:
    """Head and rows of numbers.csv: every number that a task demands, those of one duty in one group."""
    columns = [(column.label, column.text) for column in quantities.NUMBER_COLUMNS if column.text]
    rows = quantities.number_rows(site)
    return [label for label, _ in columns], ([text(row, site) for _, text in columns] for row in rows)


def task_item(task: Task) -> dict[str, Any]:
    """One item of tasks.json."""
    return {name: value(task) for name, value in _FIELDS}
