"""Makes the section 任务 of notice pages, and a page of its own for each long list of tasks."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from notice_site.execution.cache import fingerprint
from notice_site.model import Notice, Task
from notice_site.pages.comparison.places import PICK, pickable
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.crumbs import crumbs
from notice_site.pages.core.links import Location
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.pending_files import PendingFile
from notice_site.pages.core.site import Site, SourcePage
from notice_site.pages.tasks.columns import task_table
from notice_site.pages.tasks.task_cells import (
    INDEX,
    TaskIndex,
    downloads,
    level_name,
    level_place,
    task_index,
)

# So many tasks are listed on the page of their notice; more would weigh as much as its text, and have a page.
_LISTED = 30

_SUMMARY = tuple(Markdown(name) for name in ("层级、类别", "条数", "类型"))

Asking = Sequence[tuple[Notice, Sequence[Task]]]
"""The documents of a source that ask for something, with what they ask."""


def tasks_of_page(site: Site) -> Callable[[SourcePage], Markdown]:
    """The section 任务 below the text of a notice page: all tasks, or of whom how many are asked if they are many."""
    book = task_index(site)
    can_pick = bool(pickable(site))

    def section(source_page: SourcePage) -> Markdown:
        asking = _asking(book, source_page)
        if not asking:
            return md.EMPTY
        page = site.links.notice(source_page.first.id).file
        told = _summary(book, source_page, asking, page) if _is_long(asking) else _list(book, asking, page)
        ways = [md.link(Markdown("按层级"), INDEX.relative_to(page))]
        if can_pick:
            picking = Location(PICK.file, query=f"by=tasks&of={source_page.first.id}")
            ways.append(md.link(Markdown("任选文件"), picking.relative_to(page)))
        more = md.paragraph(md.joined([Markdown("与其他文件对照："), md.joined(ways, Markdown("、"))]))
        title = md.heading(2, Markdown("任务"), id="tasks")
        return md.region(md.stacked(title, told, more), tag="section", classes=["tasks-of-page"])

    return section


def document_task_pages(site: Site) -> Iterator[PendingFile]:
    """One page for each source whose list of tasks is too long for its notice page."""
    book = task_index(site)
    for source_page in site.source_pages:
        asking = _asking(book, source_page)
        if _is_long(asking):
            page_fingerprint = (
                fingerprint([site.document_inputs[notice.id] for notice in source_page.notices])
                if site.fingerprints
                else None
            )
            yield PendingFile(
                _place(site, source_page).file, partial(_page, book, source_page, asking), page_fingerprint
            )


def _asking(book: TaskIndex, source_page: SourcePage) -> Asking:
    return [(notice, book.by_notice[notice.id]) for notice in source_page.notices if notice.id in book.by_notice]


def _count(asking: Asking) -> int:
    return sum(len(tasks) for _, tasks in asking)


def _is_long(asking: Asking) -> bool:
    return _count(asking) > _LISTED


def _place(site: Site, source_page: SourcePage) -> Location:
    return Location(f"tasks/of-{posixpath.basename(site.links.notice(source_page.first.id).file)}")


def _list(book: TaskIndex, asking: Asking, page: str) -> Markdown:
    return md.folded(Markdown(f"本件要求 {_count(asking)} 条"), _tables(book, asking, page))


def _tables(book: TaskIndex, asking: Asking, page: str) -> Markdown:
    """A table for each document; named where there are several."""
    tables = []
    for notice, tasks in asking:
        if len(asking) > 1:
            tables.append(md.paragraph(md.escape(labels_zh.cite(notice)), classes=["task-document"]))
        tables.append(task_table(tasks, book, page))
    return md.stacked(*tables)


def _summary(book: TaskIndex, source_page: SourcePage, asking: Asking, page: str) -> Markdown:
    """Of whom how many things of which kind are asked, and the way to the list."""
    whole = md.link(Markdown(f"要求 {_count(asking)} 条"), _place(book.site, source_page).relative_to(page))
    rows = []
    for level in book.levels:
        tasks = [task for notice, _ in asking for task in book.of_level(level, notice.id)]
        if tasks:
            kinds = Counter(labels_zh.TASK_TYPES[task.type] for task in tasks)
            name = md.link(
                md.escape(level_name(level, book.site)),
                level_place(level).relative_to(page),
                classes=["level", f"level-{level}"] if level in book.site.ranks else (),
            )
            counted = "、".join(f"{kind} {kinds[kind]}" for kind in labels_zh.TASK_TYPES.values() if kind in kinds)
            rows.append([name, Markdown(str(len(tasks))), md.escape(counted)])
    return md.stacked(
        md.paragraph(md.joined([Markdown("本件"), whole, Markdown("，按对象分列（可重复计入）：")])),
        md.region(md.table(_SUMMARY, rows), classes=["data-table", "task-summary"]),
    )


def _page(book: TaskIndex, source_page: SourcePage, asking: Asking) -> str:
    page = _place(book.site, source_page).file
    first = source_page.first
    up = (
        md.link(Markdown("任务"), INDEX.relative_to(page)),
        md.link(md.escape(labels_zh.cite(first)), book.site.links.notice(first.id).relative_to(page)),
    )
    title = f"任务：{labels_zh.title(first)}"
    return md.page(
        title,
        crumbs(*up),
        md.heading(1, md.escape(title), id="tasks"),
        md.paragraph(Markdown(f"本件要求 {_count(asking)} 条，依原文先后；对象、要求均照录原文。")),
        _tables(book, asking, page),
        downloads(book.site, page, "tasks"),
    )
