"""Writes the tasks of a site as items of tasks.json and as rows of tasks.csv and numbers.csv."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from notice_site.model import Task
from notice_site.pages.core.site import Site
from notice_site.pages.tasks import quantities
from notice_site.pages.tasks.columns import TASK_COLUMNS
from notice_site.pages.tasks.task_cells import task_index
from notice_site.publishing.csv_tables import Columns, columns

Rows = Iterator[Sequence[str]]

_FIELDS = tuple((column.name, column.value) for column in TASK_COLUMNS if column.value)
_CSV_COLUMNS = tuple(column for column in TASK_COLUMNS if column.label)


def tasks_table(site: Site) -> tuple[Columns, Callable[[Iterable[Task]], Rows]]:
    """The columns of tasks.csv, and what gives the rows of some tasks; several values of a cell are divided by ｜."""
    book = task_index(site)

    def row(task: Task) -> Sequence[str]:
        return [column.csv_cell(task, book) for column in _CSV_COLUMNS]

    return columns(" ".join(column.label for column in _CSV_COLUMNS)), lambda tasks: map(row, tasks)


def numbers_table(site: Site) -> tuple[Columns, Rows]:
    """Columns and rows of numbers.csv: every number that a task demands, those of one duty in one group."""
    cells = {column.label: column.text for column in quantities.NUMBER_COLUMNS if column.text}

    def rows() -> Rows:
        for row in site.once(quantities.number_rows):
            yield [text(row, site) for text in cells.values()]

    return columns(" ".join(cells), 组="integer", 数="number"), rows()


def task_item(task: Task) -> dict[str, Any]:
    """One item of tasks.json."""
    return {name: value(task) for name, value in _FIELDS}
