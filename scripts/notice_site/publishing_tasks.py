"""The tasks of a corpus go in, the items of tasks.json and the rows of tasks.csv come out."""

from __future__ import annotations

from typing import Any

from notice_site.model import Corpus, Quantity, Task
from notice_site.pages import words
from notice_site.pages.links import links

_HEAD = ("文件", "受令者", "承前", "层级与类别", "类型", "环节", "事项", "数量", "时限", "可选", "引自", "原文", "网址")


def task_items(corpus: Corpus) -> list[dict[str, Any]]:
    """The items of tasks.json; `addressee` is null where the words are carried over, which `carried` then gives."""
    return [_item(task) for task in corpus.tasks]


def tasks_table(corpus: Corpus) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Head and rows of tasks.csv; several values of a cell are divided by ｜."""
    where = links(corpus.notices)
    notices = {notice.id: notice for notice in corpus.notices}
    rows = [
        (
            words.named(notices[task.ref.notice]),
            task.addressee or "",
            "承前" if task.carried else "",
            "｜".join(task.levels),
            task.type,
            task.stage or "",
            "｜".join(task.items),
            "｜".join(amount.wording for amount in task.quantity),
            task.deadline or "",
            "可" if task.optional else "",
            words.named(notices[task.quoted_from]) if task.quoted_from in notices else task.quoted_from or "",
            task.quote,
            where.words(task.ref).url,
        )
        for task in corpus.tasks
    ]
    return _HEAD, rows


def _item(task: Task) -> dict[str, Any]:
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
