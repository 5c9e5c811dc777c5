"""A site goes in; the pages on tasks come out: the matrix of levels and documents, and one page for each level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from notice_site.model import Notice, Page, Task
from notice_site.pages import markdown as md
from notice_site.pages import words
from notice_site.pages.links import Place
from notice_site.pages.listing import level_tag
from notice_site.pages.markdown import Markdown
from notice_site.pages.shelves import by_date
from notice_site.pages.site import Site
from notice_site.pages.task_parts import (
    INDEX,
    NUMBERS,
    UNSTATED,
    TaskBook,
    downloads,
    entries,
    level_name,
    level_place,
    task_book,
    task_table,
)

# So many documents stand side by side in one matrix; a level page lists at most so many tasks.
_COLUMNS = 6
_PAGE_LENGTH = 200

_TASKS_SHOWN = 1
_ITEMS_SHOWN = 2


def task_pages(site: Site) -> Iterator[Page]:
    """The matrix, as many pages as the documents need, and the pages of the levels."""
    book = task_book(site)
    yield from _matrices(book)
    for level in book.levels():
        yield from _level_pages(book, level)


# --- the matrix -----------------------------------------------------------------------------------


def _matrices(book: TaskBook) -> Iterator[Page]:
    notices = [notice for notice in by_date(book.notices.values()) if notice.id in book.by_notice]
    parts = [notices[at : at + _COLUMNS] for at in range(0, len(notices), _COLUMNS)] or [[]]
    for number, columns in enumerate(parts):
        page = _matrix_file(number)
        blocks = [
            md.heading(1, Markdown("任务"), id="tasks"),
            md.paragraph(Markdown(_about(book))),
            _ways(book, None, page),
            _pager(len(parts), number, page),
            _matrix(book, columns, page),
            downloads(book.site, page, "tasks"),
        ]
        yield Page(page, md.page(f"任务（{number + 1}）" if number else "任务", *blocks))


def _matrix_file(number: int) -> str:
    return f"tasks/index-{number + 1}.md" if number else INDEX.file


def _about(book: TaskBook) -> str:
    count = sum(map(len, book.by_notice.values()))
    if not count:
        return "收录的文件没有提出任务。"
    return (
        f"{len(book.by_notice)} 件文件提出的 {count} 条要求，按对象所属的层级和类别排列，一条要求可列入多行。"
        "对象、要求均照录原文；“承前”指对象由前一句承接，“转述”指该段照录另一件文件的要求。"
    )


def _matrix(book: TaskBook, columns: Sequence[Notice], page: str) -> Markdown:
    if not columns:
        return md.EMPTY
    head = [Markdown("层级、类别"), *(_column(book, notice, page) for notice in columns)]
    rows = []
    for level in book.levels():
        cells = [book.of_level(level, notice.id) for notice in columns]
        if any(cells):
            rows.append((_row_name(book, level, page), [_cell(book, tasks, page) for tasks in cells]))
    return md.region(md.grid(head, rows), classes=["task-matrix", "labelled"])


def _column(book: TaskBook, notice: Notice, page: str) -> Markdown:
    name = md.link(md.escape(words.title(notice)), book.site.links.notice(notice.id).seen_from(page))
    return md.joined([level_tag(notice.level, book.site), Markdown(" "), name])


def _row_name(book: TaskBook, level: str, page: str) -> Markdown:
    name = md.escape(level_name(level, book.site))
    classes = ["level", f"level-{level}"] if level in book.site.ranks else ["kind"]
    return md.link(name, level_place(level).seen_from(page), classes=classes)


def _cell(book: TaskBook, tasks: Sequence[Task], page: str) -> Markdown:
    if not tasks:
        return md.paragraph(md.span(Markdown("本件未提"), classes=["missing"]))
    # who takes part at all is said of many levels at once: what is asked of this one goes before
    ordered = sorted(tasks, key=lambda task: task.type == "scope")
    return entries(ordered, book, page, tasks_shown=_TASKS_SHOWN, items_shown=_ITEMS_SHOWN)


# --- the pages of levels --------------------------------------------------------------------------


def _level_pages(book: TaskBook, level: str) -> Iterator[Page]:
    parts = _parts([(notice, book.of_level(level, notice.id)) for notice in by_date(book.notices.values())])
    name = level_name(level, book.site)
    count = sum(len(tasks) for part in parts for _, tasks in part)
    for number, part in enumerate(parts):
        page = level_place(level, number).file
        blocks = [
            md.heading(1, Markdown(f"任务：{md.escape(name)}"), id="tasks"),
            md.paragraph(Markdown(f"各件文件对“{md.escape(name)}”的要求，共 {count} 条，依原文先后。"))
            if level != UNSTATED
            else md.paragraph(Markdown(f"原文没有写明对象的要求，共 {count} 条，依原文先后。")),
            _ways(book, level, page),
        ]
        for notice, tasks in part:
            title = md.link(md.escape(words.named(notice)), book.site.links.notice(notice.id).seen_from(page))
            blocks.append(md.heading(2, title, id=f"in-{notice.id}", outline=words.title(notice)))
            blocks.append(task_table(tasks, book, page))
        blocks.append(downloads(book.site, page, "tasks"))
        whole = f"任务：{name}（{number + 1}）" if number else f"任务：{name}"
        yield Page(page, md.page(whole, *blocks))


def _parts(groups: Sequence[tuple[Notice, list[Task]]]) -> list[list[tuple[Notice, list[Task]]]]:
    """Documents with what they ask, cut into pages; a document stays on one page."""
    parts: list[list[tuple[Notice, list[Task]]]] = [[]]
    room = _PAGE_LENGTH
    for notice, tasks in groups:
        if not tasks:
            continue
        if parts[-1] and len(tasks) > room:
            parts.append([])
            room = _PAGE_LENGTH
        parts[-1].append((notice, tasks))
        room -= len(tasks)
    return parts


# --- ways between the pages -----------------------------------------------------------------------


def _ways(book: TaskBook, current: str | None, page: str) -> Markdown:
    """The other pages on tasks: the matrix, the numbers, the levels, the kinds of addressee."""
    matrix = Markdown("层级与文件对照")
    views = md.region(
        md.paragraph(
            md.joined(
                [
                    md.link(matrix, INDEX.seen_from(page)) if current else md.strong(matrix),
                    md.link(Markdown("数量要求"), NUMBERS.seen_from(page)),
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
        "层级": [level for level in book.levels() if level in book.site.ranks],
        "类别": [level for level in book.levels() if level not in book.site.ranks],
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


def _level_link(book: TaskBook, level: str, current: str, page: str) -> Markdown:
    name = md.escape(level_name(level, book.site))
    return md.strong(name) if level == current else md.link(name, level_place(level).seen_from(page))


def _pager(count: int, number: int, page: str) -> Markdown:
    if count == 1:
        return md.EMPTY
    links = [
        md.strong(Markdown(str(other + 1)))
        if other == number
        else md.link(Markdown(str(other + 1)), Place(_matrix_file(other)).seen_from(page))
        for other in range(count)
    ]
    listed = md.paragraph(md.joined([Markdown("文件按日期分页："), *links], Markdown(" ")))
    return md.region(listed, tag="nav", classes=["pager"], named={"aria-label": "分页"})
