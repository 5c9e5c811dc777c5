"""The tasks of a corpus go in, the items of tasks.json and the rows of tasks.csv and numbers.csv come out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from notice_site.model import Corpus, Level, Quantity, Task
from notice_site.pages.core import labels_zh
from notice_site.pages.core.links import links
from notice_site.pages.tasks.quantities import number_rows

_HEAD = ("文件", "对象", "承前", "层级与类别", "类型", "环节", "要求", "数量", "时限", "可选", "转述", "原文", "网址")
_NUMBERS_HEAD = ("组", "原文", "数", "口径", "单位", "对象", "文件", "时限", "比较", "网址")

Rows = Iterator[Sequence[str]]


def tasks_table(corpus: Corpus, levels: Sequence[Level]) -> tuple[Sequence[str], Callable[[Iterable[Task]], Rows]]:
    """Head of tasks.csv, and what gives the rows of some tasks; several values of a cell are divided by ｜."""
    where = links(corpus.notices)
    notices = {notice.id: notice for notice in corpus.known}
    names = {level.id: level.name for level in levels}

    def row(task: Task) -> Sequence[str]:
        return (
            labels_zh.cite(notices[task.ref.notice]),
            task.addressee or "",
            "承前" if task.carried else "",
            "｜".join(names[level] for level in task.levels),
            labels_zh.TASK_TYPES[task.type],
            task.stage or "",
            "｜".join(task.items),
            "｜".join(amount.wording for amount in task.quantity),
            task.deadline or "",
            "可选" if task.optional else "",
            labels_zh.cite(notices[task.quoted_from]) if task.quoted_from in notices else task.quoted_from or "",
            task.quote,
            where.words(task.ref).url,
        )

    return _HEAD, lambda tasks: map(row, tasks)


def numbers_table(corpus: Corpus, levels: Sequence[Level]) -> tuple[Sequence[str], Rows]:
    """Head and rows of numbers.csv: every number that a task demands, those on one matter in one group."""
    where = links(corpus.notices)
    rows = (
        (
            str(row.compared.group + 1),
            row.quantity.wording,
            labels_zh.number(row.quantity.number),
            row.quantity.comparator,
            row.quantity.unit,
            row.task.addressee or "",
            labels_zh.cite(row.notice),
            row.task.deadline or "",
            labels_zh.RELATIONS[row.compared.relation],
            where.words(row.task.ref).url,
        )
        for row in number_rows(corpus, [level.id for level in levels])
    )
    return _NUMBERS_HEAD, rows


def task_item(task: Task) -> dict[str, Any]:
    """One item of tasks.json; `addressee` is null where the words are carried over, which `carried` then gives."""
    return {
        "id": task.id,
        "notice": task.ref.notice,
        "block": task.ref.block,
        "start": task.ref.start,
        "end": task.ref.end,
        "addressee": None if task.carried else task.addressee,
        "carried": task.addressee if task.carried else None,
        "levels": list(task.levels),
        "type": task.type,
        "stage": task.stage,
        "items": list(task.items),
        "quantity": [_quantity(amount) for amount in task.quantity],
        "deadline": task.deadline,
        "optional": task.optional,
        "quoted_from": task.quoted_from,
        "quote": task.quote,
        "decided": task.decided,
    }


def _quantity(amount: Quantity) -> dict[str, Any]:
    return {
        "number": amount.number,
        "unit": amount.unit,
        "comparator": amount.comparator,
        "wording": amount.wording,
    }
