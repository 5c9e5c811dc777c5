"""Makes the pages on tasks: the matrix of levels and documents, and one page for each level."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from notice_site.execution.cache import fingerprint
from notice_site.model import Notice, Task
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.document_days import by_date
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.notice_table import level_cell, with_state
from notice_site.pages.core.paging import pager, pager_of, stable_pages
from notice_site.pages.core.pending_files import PendingFile
from notice_site.pages.core.site import Site
from notice_site.pages.tasks.columns import task_table
from notice_site.pages.tasks.reach import asked_of_every_level
from notice_site.pages.tasks.task_cells import (
    INDEX,
    NUMBERS,
    UNSTATED,
    TaskIndex,
    downloads,
    entries,
    level_name,
    level_place,
    levels_of,
    task_index,
)

# So many documents stand side by side in one matrix; a level page lists at most so many tasks.
_COLUMNS = 6
_PAGE_LENGTH = 100

_LEGEND = (
    "“—”：未提及，即该件列出的要求没有一条写明以此为对象；“对各级提出”：该件有写明以各级、各单位为对象的要求；"
    f"标明“{labels_zh.TRUNCATED}”“{labels_zh.EXCERPT}”的文件，只就所收的部分而言。"
)

_TASKS_SHOWN = 1
_ITEMS_SHOWN = 2


def task_pages(site: Site) -> Iterator[PendingFile]:
    """The matrix, as many pages as the documents need, and the pages of the levels."""
    book = task_index(site)
    yield from _matrices(book)
    counts = {level: Counter[str]() for level in book.levels}
    for notice, tasks in book.by_notice.items():
        for task in tasks:
            for level in {*levels_of(task)}:
                counts[level][notice] += 1
    notices = by_date(book.notices.values())
    for level, of_level in counts.items():
        yield from _level_pages(book, level, [(notice, of_level[notice.id]) for notice in notices])


# --- the matrix -----------------------------------------------------------------------------------


def _matrices(book: TaskIndex) -> Iterator[PendingFile]:
    notices = [notice for notice in by_date(book.notices.values()) if notice.id in book.by_notice]
    parts = [notices[at : at + _COLUMNS] for at in range(0, len(notices), _COLUMNS)] or [[]]
    for number, columns in enumerate(parts):
        page_fingerprint = _fingerprint(book, columns, number, len(parts), _about(book))
        yield PendingFile(
            _matrix_file(number), partial(_matrix_page, book, columns, number, len(parts)), page_fingerprint
        )


def _fingerprint(book: TaskIndex, notices: Iterable[Notice], number: int, pages: int, said: str) -> bytes | None:
    """A hash of what a page on the tasks of these documents is made from; `said`: what the first page says of all."""
    if not book.site.fingerprints:
        return None
    asked = [book.site.document_inputs[notice.id] for notice in notices]
    return fingerprint(number, pages, "" if number else said, tuple(book.levels), asked)


def _matrix_page(book: TaskIndex, columns: Sequence[Notice], number: int, count: int) -> str:
    page = _matrix_file(number)
    return md.page(
        f"任务（{number + 1}）" if number else "任务",
        md.heading(1, Markdown("任务"), id="tasks"),
        md.EMPTY if number else md.paragraph(Markdown(_about(book))),
        _ways(book, None, page),
        pager_of(_matrix_file, count, number),
        _matrix(book, columns, page),
        downloads(book.site, page, "tasks"),
    )


def _matrix_file(number: int) -> str:
    return f"tasks/index-{number + 1}.md" if number else INDEX.file


def _about(book: TaskIndex) -> str:
    count = sum(map(len, book.by_notice.values()))
    if not count:
        return "所收文件中没有识别出任务。"
    return (
        f"{len(book.by_notice)} 件文件提出的 {count} 条要求，按对象所属的层级和类别排列，一条要求可列入多行。"
        "对象、要求均照录原文；“承前”指对象由前一句承接，“转述”指该段照录另一件文件的要求。"
    )


def _matrix(book: TaskIndex, columns: Sequence[Notice], page: str) -> Markdown:
    if not columns:
        return md.EMPTY
    head = [Markdown("层级、类别"), *(_column(book, notice, page) for notice in columns)]
    rows = []
    for level in book.levels:
        cells = [book.of_level(level, notice.id) for notice in columns]
        if any(cells):
            shown = [
                _cell(book, tasks, page) if tasks else _empty_cell(book, notice, level, page)
                for notice, tasks in zip(columns, cells, strict=True)
            ]
            rows.append((_row_name(book, level, page), shown))
    return md.stacked(
        md.region(md.grid(head, rows), classes=["task-matrix", "labelled"]),
        md.paragraph(Markdown(_LEGEND), classes=["hint"]),
    )


def _column(book: TaskIndex, notice: Notice, page: str) -> Markdown:
    name = md.link(md.escape(labels_zh.title(notice)), book.site.links.notice(notice.id).relative_to(page))
    return md.joined([level_cell(notice, book.site), Markdown(" "), with_state(name, notice)])


def _row_name(book: TaskIndex, level: str, page: str) -> Markdown:
    name = md.escape(level_name(level, book.site))
    classes = ["level", f"level-{level}"] if level in book.site.ranks else ["kind"]
    return md.link(name, level_place(level).relative_to(page), classes=classes)


def _empty_cell(book: TaskIndex, notice: Notice, level: str, page: str) -> Markdown:
    """Says of a level that no task names whether the document speaks to all levels."""
    general = asked_of_every_level(book.site, notice, book.by_notice[notice.id], level)
    if not general:
        return md.paragraph(md.span(Markdown("—"), classes=["missing"], named={"title": "未提及"}))
    place = book.site.links.words(general[0].ref).relative_to(page)
    return md.paragraph(md.joined([md.link(Markdown("对各级提出"), place), Markdown(f" {len(general)} 条")]))


def _cell(book: TaskIndex, tasks: Sequence[Task], page: str) -> Markdown:
    # who takes part at all is said of many levels at once: what is asked of this one goes before
    ordered = sorted(tasks, key=lambda task: task.type == "scope")
    return entries(ordered, book, page, tasks_shown=_TASKS_SHOWN, items_shown=_ITEMS_SHOWN)


# --- the pages of levels --------------------------------------------------------------------------


_Counts = Sequence[tuple[Notice, int]]
"""Documents, and how many tasks each has for a level."""


def _level_pages(book: TaskIndex, level: str, counts: _Counts) -> Iterator[PendingFile]:
    parts = _parts(counts)
    count = sum(tasks for part in parts for _, tasks in part)
    for number, part in enumerate(parts):
        asking = [notice for notice, _ in part]
        make = partial(_level_page, book, level, asking, number, len(parts), count)
        page_fingerprint = _fingerprint(book, asking, number, len(parts), str(count))
        yield PendingFile(level_place(level, number).file, make, page_fingerprint)


def _said_of(level: str, name: str, count: int) -> str:
    """What the first page of a level says; the others do not, so that they stay when something elsewhere changes."""
    if level == UNSTATED:
        return f"原文没有写明对象的要求，共 {count} 条，依原文先后。"
    return f"各件文件对“{md.escape(name)}”的要求，共 {count} 条，依原文先后。"


def _level_page(book: TaskIndex, level: str, notices: Sequence[Notice], number: int, pages: int, count: int) -> str:
    page = level_place(level, number).file
    name = level_name(level, book.site)
    blocks = [
        md.heading(1, Markdown(f"任务：{md.escape(name)}"), id="tasks"),
        md.EMPTY if number else md.paragraph(Markdown(_said_of(level, name, count))),
        _ways(book, level, page),
    ]
    for notice in notices:
        title = md.link(md.escape(labels_zh.cite(notice)), book.site.links.notice(notice.id).relative_to(page))
        title = with_state(title, notice)
        blocks.append(md.heading(2, title, id=f"in-{notice.id}", outline=labels_zh.title(notice)))
        blocks.append(task_table(book.of_level(level, notice.id), book, page))
    blocks.append(pager(level_place(level), pages, number))
    blocks.append(downloads(book.site, page, "tasks"))
    return md.page(f"任务：{name}（{number + 1}）" if number else f"任务：{name}", *blocks)


def _parts(counts: _Counts) -> list[_Counts]:
    """The documents that have any, cut into pages; a document stays on one page."""
    asking = [(notice, count) for notice, count in counts if count]
    return stable_pages(asking, _PAGE_LENGTH, lambda group: group[0].id, lambda group: group[1])


# --- ways between the pages -----------------------------------------------------------------------


def _ways(book: TaskIndex, current: str | None, page: str) -> Markdown:
    """The other pages on tasks: the matrix, the numbers, the levels, the kinds of addressee."""
    matrix = Markdown("层级与文件对照")
    views = md.region(
        md.paragraph(
            md.joined(
                [
                    md.link(matrix, INDEX.relative_to(page)) if current else md.strong(matrix),
                    md.link(Markdown("数量要求"), NUMBERS.relative_to(page)),
                ],
                Markdown(" "),
            )
        ),
        tag="nav",
        classes=["other-ways"],
        named={"aria-label": "其他查法"},
    )
    if current is None:
        return views
    kinds = {
        "层级": [level for level in book.levels if level in book.site.ranks],
        "类别": [level for level in book.levels if level not in book.site.ranks],
    }
    lines = [
        md.paragraph(
            md.joined(
                [Markdown(f"{name}："), *(_level_link(book, level, current, page) for level in levels)], Markdown(" ")
            )
        )
        for name, levels in kinds.items()
        if levels
    ]
    listed = md.region(
        md.stacked(*lines), tag="nav", classes=["kinds-of-addressee"], named={"aria-label": "层级和类别"}
    )
    return md.stacked(views, listed)


def _level_link(book: TaskIndex, level: str, current: str, page: str) -> Markdown:
    name = md.escape(level_name(level, book.site))
    return md.strong(name) if level == current else md.link(name, level_place(level).relative_to(page))
