"""Makes the page 数量要求: every number that a task demands, those on one matter side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from notice_site.model import Corpus, Notice, Quantity, Task
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.facets import by_date
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.notice_table import level_tag
from notice_site.pages.core.paging import fixed_pages, numbered_file, pager
from notice_site.pages.core.pending_files import PendingFile
from notice_site.pages.core.site import Site
from notice_site.pages.tasks.task_cells import INDEX, NUMBERS, TaskIndex, downloads, source, task_index, who
from notice_site.text.quantity_comparison import Compared, Demand, compare

_HEAD = ("组", "原文", "数", "口径", "单位", "对象", "发文层级", "时限", "比较", "出处")
_PAGE_LENGTH = 200


@dataclass(frozen=True)
class NumberRow:
    """One number that a task of a document demands, and how it compares to the others on its matter."""

    notice: Notice
    task: Task
    quantity: Quantity
    compared: Compared


def number_rows(corpus: Corpus, levels: Sequence[str]) -> list[NumberRow]:
    """All numbers in groups; `levels` are the ids of the levels: the first of a group is that of the outermost."""
    ranks = {level: rank for rank, level in enumerate(levels)}
    tasks: dict[str, list[Task]] = {}
    for task in corpus.tasks:
        tasks.setdefault(task.ref.notice, []).append(task)
    notices = sorted(by_date(corpus.notices), key=lambda notice: ranks.get(notice.level or "", len(ranks)))
    found = [
        (notice, task, quantity)
        for notice in notices
        for task in tasks.get(notice.id, ())
        for quantity in task.quantity
    ]
    demands = [Demand(quantity, task.addressee, quantity.wording or task.quote) for _, task, quantity in found]
    return [NumberRow(*found[compared.position], compared) for compared in compare(demands)]


def numbers_page(site: Site) -> Iterator[PendingFile]:
    """The numbers, cut into pages where there are many; the page says so where no number is demanded."""
    book = task_index(site)
    rows = number_rows(site.corpus, [*site.levels])

    def page_of(number: int, shown: Sequence[NumberRow]) -> str:
        page = numbered_file(NUMBERS, number)
        links = [md.link(Markdown("层级与文件对照"), INDEX.relative_to(page)), md.strong(Markdown("数量要求"))]
        listed = md.paragraph(md.joined(links, Markdown(" ")))
        return md.page(
            f"数量要求（{number + 1}）" if number else "数量要求",
            md.heading(1, Markdown("数量要求"), id="numbers"),
            md.EMPTY if number else md.paragraph(Markdown(_about(rows))),
            md.region(listed, tag="nav", classes=["other-ways"], named={"aria-label": "其他查法"}),
            _table(book, shown, page),
            pager(NUMBERS, len(pages), number),
            downloads(site, page, "numbers"),
        )

    pages = fixed_pages(rows, _PAGE_LENGTH)
    for number, shown in enumerate(pages):
        yield PendingFile(numbered_file(NUMBERS, number), partial(page_of, number, shown))


def _about(rows: Sequence[NumberRow]) -> str:
    if not rows:
        return "收录的文件没有提出数量要求。"
    return (
        f"各件文件要求中的 {len(rows)} 处数量。单位相同、用语相近的列为一组，以发文层级最高的一处为基准，"
        "比较由程序按数字得出：至少数以大为严，至多数以小为严。"
        "口径：≥ 不少于，≤ 不超过，= 等于，≈ 左右。"
    )


def _table(book: TaskIndex, rows: Sequence[NumberRow], page: str) -> Markdown:
    if not rows:
        return md.EMPTY
    head = [Markdown(name) for name in _HEAD]
    return md.region(md.table(head, [_cells(book, row, page) for row in rows]), classes=["data-table", "number-table"])


def _cells(book: TaskIndex, row: NumberRow, page: str) -> list[Markdown]:
    relation = row.compared.relation
    return [
        Markdown(str(row.compared.group + 1)),
        md.span(md.escape(row.quantity.wording or row.task.quote), classes=["item"]),
        md.escape(labels_zh.number(row.quantity.number)) if row.quantity.number is not None else _unstated(),
        md.escape(row.quantity.comparator),
        md.escape(row.quantity.unit),
        who(row.task),
        level_tag(row.notice.level, book.site),
        md.escape(row.task.deadline or ""),
        md.span(Markdown(labels_zh.RELATIONS[relation]), classes=["relation", f"relation-{relation}"]),
        md.joined([md.escape(labels_zh.cite(row.notice)), source(row.task, book, page)], Markdown(" ")),
    ]


def _unstated() -> Markdown:
    return md.span(Markdown("未写明"), classes=["missing"])
