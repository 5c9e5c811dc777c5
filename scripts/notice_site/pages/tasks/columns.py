"""Declares each column of the tasks once: its field in tasks.json, its column in tasks.csv, its cell on pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from notice_site.model import Quantity, Task
from notice_site.model.frozen import dataclass
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.data_field import Field, flag, iso_date, number, records, text, texts, whole_number
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.tasks.task_cells import TaskIndex, limits, remarks, source, who


@dataclass(frozen=True, slots=True)
class PageColumn:
    """A column of the task table on pages; `position` orders the columns, `cell` gets the file of the page last."""

    position: int
    head: str
    cell: Callable[[Task, TaskIndex, str], Markdown]


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskColumn:
    """What is told of a task; the order of the columns is that of tasks.json and of tasks.csv.

    With a `value`, it is the field `name` of tasks.json, which `field` describes. With a `label`, it is a column of
    tasks.csv: `text` gives its cell, `text_of` the value gives it otherwise. With `page`, it is a column of the table
    on pages.
    """

    name: str
    value: Callable[[Task], Any] | None = None
    field: Field | None = None
    label: str = ""
    text: Callable[[Task, TaskIndex], str] | None = None
    page: PageColumn | None = None

    def csv_cell(self, task: Task, book: TaskIndex) -> str:
        """The cell of tasks.csv."""
        if self.text:
            return self.text(task, book)
        return text_of(self.value(task), self.label) if self.value else ""


def text_of(value: Any, label: str) -> str:
    """A value of tasks.json as a cell of tasks.csv: several values are divided by ｜, what is true is named.

    >>> text_of(["学习", "整改"], "要求"), text_of(None, "时限"), text_of(True, "可选"), text_of(False, "可选")
    ('学习｜整改', '', '可选', '')
    """
    if isinstance(value, bool):
        return label if value else ""
    return "｜".join(value) if isinstance(value, list) else value or ""


def _quoted_from(task: Task, book: TaskIndex) -> str:
    quoted = book.notices.get(task.quoted_from or "")
    return labels_zh.cite(quoted) if quoted else task.quoted_from or ""


def _quantity(amount: Quantity) -> dict[str, Any]:
    return {
        "number": amount.number,
        "unit": amount.unit,
        "comparator": amount.comparator,
        "wording": amount.wording,
    }


def _who_and_remarks(task: Task, book: TaskIndex, page: str) -> Markdown:
    return md.joined([who(task), *remarks(task, book, page)], Markdown(" "))


def _items(task: Task, book: TaskIndex, page: str) -> Markdown:
    return md.joined([md.span(md.escape(item), classes=["item"]) for item in task.items], md.LINE_BREAK)


TASK_COLUMNS = (
    TaskColumn(name="id", value=lambda task: task.id, field=text("编号")),
    TaskColumn(
        name="notice",
        value=lambda task: task.ref.notice,
        field=text("文件编号，见 notices.json"),
        label="文件",
        text=lambda task, book: labels_zh.cite(book.notices[task.ref.notice]),
    ),
    TaskColumn(name="block", value=lambda task: task.ref.block, field=text("段落编号，见 notices.json 的 blocks")),
    TaskColumn(name="start", value=lambda task: task.ref.start, field=whole_number("原文在该段中的起点，从 0 起")),
    TaskColumn(name="end", value=lambda task: task.ref.end, field=whole_number("原文在该段中的终点")),
    TaskColumn(
        name="addressee",
        value=lambda task: None if task.carried else task.addressee,
        field=text("对象，照录原文；未写明为 null", null=True),
        label="对象",
        text=lambda task, book: task.addressee or "",
        page=PageColumn(1, "对象", _who_and_remarks),
    ),
    TaskColumn(
        name="carried",
        value=lambda task: task.addressee if task.carried else None,
        field=text("写在前面一句的对象；没有为 null", null=True),
        label="对象承上句",
        text=lambda task, book: "对象承上句" if task.carried else "",
    ),
    TaskColumn(
        name="with",
        value=lambda task: task.partners,
        field=text("与对象一同承担的（配合、参与、指导），照录原文；未写明为 null", null=True),
        label="配合",
    ),
    TaskColumn(
        name="target",
        value=lambda task: task.target,
        field=text("要求涉及的人或事，照录原文；未写明为 null", null=True),
        label="涉及",
    ),
    TaskColumn(
        name="levels",
        value=lambda task: list(task.levels),
        field=texts("对象所属的层级和类别，见 levels.yml；未写明对象的，取同段、同节先写明的对象，或发文单位自身"),
        label="层级与类别",
        text=lambda task, book: "｜".join(book.site.levels[level] for level in task.levels),
    ),
    TaskColumn(
        name="type",
        value=lambda task: task.type,
        field=text("", values=labels_zh.TASK_TYPES),
        label="类型",
        text=lambda task, book: labels_zh.TASK_TYPES[task.type],
        page=PageColumn(3, "类型", lambda task, book, page: md.escape(labels_zh.TASK_TYPES[task.type])),
    ),
    TaskColumn(
        name="stage",
        value=lambda task: task.stage,
        field=text("所属环节，照录原文；未写明为 null", null=True),
        label="环节",
    ),
    TaskColumn(
        name="items",
        value=lambda task: list(task.items),
        field=texts("要求的内容，逐项引自原文"),
        label="要求",
        page=PageColumn(2, "要求", _items),
    ),
    TaskColumn(
        name="quantity",
        value=lambda task: [_quantity(amount) for amount in task.quantity],
        field=records(
            "数量",
            {
                "number": number("数；原文未写明为 null", null=True),
                "unit": text("单位"),
                "comparator": text("≥ 不少于、≤ 不超过、= 等于、≈ 左右、> 超过；未写明数的照录原文（几个）"),
                "wording": text("所在的一句"),
            },
        ),
        label="数量",
        text=lambda task, book: "｜".join(amount.wording for amount in task.quantity),
        page=PageColumn(4, "数量、时限、条件", lambda task, book, page: md.joined(limits(task), md.LINE_BREAK)),
    ),
    TaskColumn(
        name="deadline", value=lambda task: task.deadline, field=text("时限，照录原文", null=True), label="时限"
    ),
    TaskColumn(
        name="deadline_start",
        value=lambda task: task.deadline_start,
        field=iso_date("时限最早的一日、月或年（ISO 8601）；不限或推算不出为 null", null=True),
        label="时限起",
    ),
    TaskColumn(
        name="deadline_end",
        value=lambda task: task.deadline_end,
        field=iso_date("时限最晚的一日、月或年（ISO 8601）；不限或推算不出为 null", null=True),
        label="时限止",
    ),
    TaskColumn(
        name="condition",
        value=lambda task: task.condition,
        field=text("要求适用的条件，照录原文；没有条件为 null", null=True),
        label="条件",
    ),
    TaskColumn(name="optional", value=lambda task: task.optional, field=flag("是否可自行决定"), label="可自行决定"),
    TaskColumn(
        name="quoted_from",
        value=lambda task: task.quoted_from,
        field=text("转引另一件文件时，该件的编号；未收录的为其题名", null=True),
        label="转引",
        text=_quoted_from,
    ),
    TaskColumn(name="quote", value=lambda task: task.quote, field=text("原文"), label="原文"),
    TaskColumn(name="decided", value=lambda task: task.decided, field=flag("是否经人工核定")),
    TaskColumn(
        name="url",
        label="网址",
        text=lambda task, book: book.site.links.words(task.ref).url,
        page=PageColumn(5, "出处", source),
    ),
)

PAGE_COLUMNS = tuple(sorted((column.page for column in TASK_COLUMNS if column.page), key=lambda page: page.position))
"""The columns of the table on pages, from left to right."""


def task_table(tasks: Iterable[Task], book: TaskIndex, page: str) -> Markdown:
    """Tasks as a table, one a row, with all that they ask for."""
    head = [Markdown(column.head) for column in PAGE_COLUMNS]
    rows = [[column.cell(task, book, page) for column in PAGE_COLUMNS] for task in tasks]
    return md.region(md.table(head, rows), classes=["data-table", "task-table"])
