"""Makes the page 数量要求: every number that a task demands, those of one duty side by side."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from functools import partial
from itertools import groupby

from notice_site.model import Notice, Quantity, Task
from notice_site.model.frozen import dataclass
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.document_days import by_date
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.notice_table import level_cell, with_state
from notice_site.pages.core.paging import fixed_pages, numbered_file, pager
from notice_site.pages.core.pending_files import PendingFile
from notice_site.pages.core.site import Site
from notice_site.pages.tasks.task_cells import INDEX, NUMBERS, TaskIndex, downloads, source, task_index, who
from notice_site.text.quantity_comparison import ONLY_HERE, Compared, Demand, compare

_PAGE_LENGTH = 200

_MOST_OPEN = 60
"""Numbers that stay in one table, which sorts them all; of more, those without comparison fold by document."""


_COMPARED = frozenset({"组", "原文", "数", "限定", "单位", "对象", "发文层级", "时限", "比较", "出处"})
"""The columns of numbers that are compared."""

_ALONE = frozenset({"原文", "数", "限定", "单位", "对象", "时限", "位置"})
"""The columns of numbers without comparison under the name of their document, which says the rest."""


@dataclass(frozen=True)
class NumberRow:
    """One number that a task of a document demands, and how it compares to those of others for the same duty."""

    notice: Notice
    task: Task
    quantity: Quantity
    compared: Compared


@dataclass(frozen=True, slots=True)
class NumberColumn:
    """A column of numbers.csv with the text of its cells, of the page 数量要求 with its cell, or of both."""

    label: str
    text: Callable[[NumberRow, Site], str] | None = None
    cell: Callable[[NumberRow, TaskIndex, str], Markdown] | None = None


def number_rows(site: Site) -> list[NumberRow]:
    """All numbers in groups; the first of a group is that of the outermost level."""
    corpus = site.corpus
    order = {level: rank for rank, level in enumerate(site.levels)}
    tasks: dict[str, list[Task]] = {}
    for task in corpus.tasks:
        tasks.setdefault(task.ref.notice, []).append(task)
    notices = sorted(by_date(corpus.notices), key=lambda notice: order.get(notice.level or "", len(order)))
    found = [
        (notice, task, quantity)
        for notice in notices
        for task in tasks.get(notice.id, ())
        for quantity in task.quantity
    ]
    demands = [
        Demand(
            quantity,
            notice.id,
            task.addressee,
            frozenset(task.levels) - site.residual_levels if task.addressee else frozenset(),
            quantity.wording or task.quote,
        )
        for notice, task, quantity in found
    ]
    return [NumberRow(*found[compared.position], compared) for compared in compare(demands, frozenset(site.ranks))]


def numbers_page(site: Site) -> Iterator[PendingFile]:
    """The numbers, cut into pages where there are many; the page says so where no number is demanded."""
    book = task_index(site)
    rows = site.once(number_rows)

    def page_of(number: int, shown: Sequence[NumberRow]) -> str:
        page = numbered_file(NUMBERS, number)
        links = [md.link(Markdown("任务"), INDEX.relative_to(page)), md.strong(Markdown("数量要求"))]
        listed = md.paragraph(md.joined(links, Markdown(" ")))
        return md.page(
            f"数量要求（{number + 1}）" if number else "数量要求",
            md.heading(1, Markdown("数量要求"), id="numbers"),
            md.EMPTY if number else md.paragraph(Markdown(_about(rows))),
            md.region(listed, tag="nav", classes=["other-ways"], named={"aria-label": "其他查法"}),
            _table(book, shown, page, is_part=len(pages) > 1),
            pager(NUMBERS, len(pages), number),
            downloads(site, page, "numbers"),
            about={"hide": ["toc"], "scripts": ["assets/javascripts/folded-places.js"]},
        )

    pages = fixed_pages(rows, _PAGE_LENGTH)
    for number, shown in enumerate(pages):
        yield PendingFile(numbered_file(NUMBERS, number), partial(page_of, number, shown))


def _about(rows: Sequence[NumberRow]) -> str:
    if not rows:
        return "所收文件的任务中没有识别出数量要求。"
    return (
        f"各件文件要求中的 {len(rows)} 处数量。两件文件对同类对象提出同一要求、单位相同的列为一组，"
        "以发文层级最高的一处为基准；一件文件分档提出的不作比较。"
        "比较由程序按数字得出：“不少于”者数大为严（要求较高），“不超过”者数小为严，约数不比高低。"
        "限定：≥ 不少于，≤ 不超过，= 等于，≈ 左右，&gt; 超过。"
    )


def _table(book: TaskIndex, rows: Sequence[NumberRow], page: str, *, is_part: bool) -> Markdown:
    """Writes one table; of many numbers those of one duty fold to a line, and those without comparison by document.

    Where the page is a part of the list, the counts say that they are of this page.
    """
    counted = "本页 {} 处" if is_part else "{} 处"
    if not rows:
        return md.EMPTY
    if len(rows) <= _MOST_OPEN:
        return _rows(book, rows, page)
    in_groups = [row for row in rows if row.compared.relation != ONLY_HERE]
    alone = [row for row in rows if row.compared.relation == ONLY_HERE]
    by_document = [
        md.folded(
            md.counted(_document(book, notice), counted.format(len(of_notice))),
            _rows(book, of_notice, page, _ALONE),
            classes=["group"],
        )
        for notice, group in groupby(sorted(alone, key=lambda row: row.notice.id), lambda row: row.notice)
        for of_notice in [[*group]]
    ]
    blocks = []
    if in_groups:
        blocks.append(md.heading(2, Markdown("可以相互比较的"), id="compared"))
        if len(in_groups) <= _MOST_OPEN:
            blocks.append(_rows(book, in_groups, page))
        else:
            blocks += [
                md.folded(
                    md.counted(md.escape(_wording(of_group[0])), counted.format(len(of_group))),
                    _rows(book, of_group, page),
                    classes=["group"],
                )
                for _, group in groupby(in_groups, lambda row: row.compared.group)
                for of_group in [[*group]]
            ]
    if alone:
        blocks += [md.heading(2, Markdown("没有可比的（按文件）"), id="alone"), *by_document]
    return md.stacked(*blocks)


def _document(book: TaskIndex, notice: Notice) -> Markdown:
    return md.joined(
        [level_cell(notice, book.site), with_state(md.escape(labels_zh.cite(notice)), notice)], Markdown(" ")
    )


def _wording(row: NumberRow) -> str:
    return row.quantity.wording or row.task.quote


def _rows(book: TaskIndex, rows: Sequence[NumberRow], page: str, labels: Container[str] = _COMPARED) -> Markdown:
    """Writes a table of the columns that are named."""
    columns = [(c.label, c.cell) for c in NUMBER_COLUMNS if c.cell and c.label in labels]
    cells = [[cell(row, book, page) for _, cell in columns] for row in rows]
    head = [Markdown(label) for label, _ in columns]
    return md.region(md.table(head, cells), classes=["data-table", "number-table"])


def _number(row: NumberRow, book: TaskIndex, page: str) -> Markdown:
    if row.quantity.number is None:
        return md.span(Markdown("未写明"), classes=["missing"])
    return md.escape(labels_zh.number(row.quantity.number))


def _relation(row: NumberRow, book: TaskIndex, page: str) -> Markdown:
    relation = row.compared.relation
    return md.span(Markdown(labels_zh.RELATIONS[relation]), classes=["relation", f"relation-{relation}"])


NUMBER_COLUMNS = (
    NumberColumn(
        "组",
        lambda row, site: str(row.compared.group + 1),
        lambda row, book, page: Markdown(str(row.compared.group + 1)),
    ),
    NumberColumn(
        "原文",
        lambda row, site: row.quantity.wording,
        lambda row, book, page: md.span(md.escape(_wording(row)), classes=["item"]),
    ),
    NumberColumn("数", lambda row, site: labels_zh.number(row.quantity.number), _number),
    NumberColumn(
        "限定",
        lambda row, site: row.quantity.comparator,
        lambda row, book, page: md.escape(row.quantity.comparator),
    ),
    NumberColumn("单位", lambda row, site: row.quantity.unit, lambda row, book, page: md.escape(row.quantity.unit)),
    NumberColumn("对象", lambda row, site: row.task.addressee or "", lambda row, book, page: who(row.task)),
    NumberColumn("文件", lambda row, site: labels_zh.cite(row.notice)),
    NumberColumn("发文层级", cell=lambda row, book, page: level_cell(row.notice, book.site)),
    NumberColumn(
        "时限",
        lambda row, site: row.task.deadline or "",
        lambda row, book, page: md.escape(row.task.deadline or ""),
    ),
    NumberColumn("比较", lambda row, site: labels_zh.RELATIONS[row.compared.relation], _relation),
    NumberColumn("网址", lambda row, site: site.links.words(row.task.ref).url),
    NumberColumn(
        "出处",
        cell=lambda row, book, page: md.joined(
            [with_state(md.escape(labels_zh.cite(row.notice)), row.notice), source(row.task, book, page)], Markdown(" ")
        ),
    ),
    NumberColumn("位置", cell=lambda row, book, page: source(row.task, book, page)),
)
"""The columns of the numbers, in the order of the page and of numbers.csv."""
