"""Makes the pages on tasks: the question who asks, a sheet for each class, and the classes laid beside each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from notice_site.execution.cache import fingerprint
from notice_site.model import Notice
from notice_site.pages.comparison.places import PICK, pickable
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.crumbs import crumbs
from notice_site.pages.core.document_days import by_date
from notice_site.pages.core.download_place import download_place
from notice_site.pages.core.links import Location
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.paging import pager, stable_pages
from notice_site.pages.core.pending_files import PendingFile
from notice_site.pages.core.site import Site
from notice_site.pages.tasks.aligned_problems import pairs_on
from notice_site.pages.tasks.class_table import class_table, unfolding_classes
from notice_site.pages.tasks.sheet import sheet_of
from notice_site.pages.tasks.sheet_page import SheetPage
from notice_site.pages.tasks.task_cells import (
    INDEX,
    NUMBERS,
    UNSTATED,
    TaskIndex,
    downloads,
    level_name,
    level_place,
    levels_of,
    task_index,
)

MOST_SIDE_BY_SIDE = 10
"""Documents that are laid side by side for every class on the first page; of more, it counts what each level asks."""

MOST_UNFOLDED = 600
"""Tasks that they may list there, each in every class that it names: more are slow to load."""

_PAGE_LENGTH = 250
"""Tasks on a page of a class: about as much as the longest document of the site."""

_ABOUT = {"hide": ["toc"], "scripts": ["assets/javascripts/duties.js"]}


def task_pages(site: Site) -> Iterator[PendingFile]:
    """The first page, and the sheets of the classes, each as many pages as it needs."""
    book = task_index(site)
    counts = {level: Counter[str]() for level in book.levels}
    for notice, tasks in book.by_notice.items():
        for task in tasks:
            for level in {*levels_of(task)}:
                counts[level][notice] += 1
    yield PendingFile(INDEX.file, partial(_first_page, book, counts))
    notices = by_date(book.notices.values())
    for level, of_level in counts.items():
        yield from _class_pages(book, level, [(notice, of_level[notice.id]) for notice in notices])


# --- the first page -----------------------------------------------------------------------------------


def _first_page(book: TaskIndex, counts: dict[str, Counter[str]]) -> str:
    page = INDEX.file
    title = md.heading(1, Markdown("任务"), id="tasks")
    if not counts:
        return md.page("任务", title, md.paragraph(Markdown("所收文件中没有识别出任务。")), _ways(book.site, page))
    asking = [notice for notice in by_date(book.notices.values()) if notice.id in book.by_notice]
    listed = sum(of_level.total() for of_level in counts.values())
    is_little = len(asking) <= MOST_SIDE_BY_SIDE and listed <= MOST_UNFOLDED
    beside = unfolding_classes(book, asking, page) if is_little else class_table(book, counts, page)
    return md.page(
        "任务",
        title,
        _ways(book.site, page),
        md.heading(2, Markdown("我们是哪一级、哪类单位？"), id="who"),
        md.paragraph(
            Markdown("选定以后，各件文件对它提出的要求列在一页：要解决的问题、要做的事、数量和时限，逐句照录。")
        ),
        _choices(book, counts, page),
        md.heading(2, Markdown("按层级对照"), id="levels"),
        md.paragraph(Markdown(_about(book))),
        beside,
        downloads(book.site, page, "tasks"),
        about=_ABOUT,
    )


def _choices(book: TaskIndex, counts: dict[str, Counter[str]], page: str) -> Markdown:
    """A link to the sheet of each class, with the number of its tasks."""
    return _classes(
        book,
        [
            (
                level,
                md.joined(
                    [
                        md.link(md.escape(level_name(level, book.site)), level_place(level).relative_to(page)),
                        md.span(Markdown(f"{of_level.total()} 条"), classes=["count"]),
                    ],
                    Markdown(" "),
                ),
            )
            for level, of_level in counts.items()
        ],
    )


def _about(book: TaskIndex) -> str:
    count = sum(map(len, book.by_notice.values()))
    return (
        f"{len(book.by_notice)} 件文件提出的 {count} 条要求，按对象所属的层级和类别排列，一条要求可列入多行。"
        "对象、要求均照录原文；“对象承上句”指对象写在前一句，“转引”指该段照录另一件文件的要求，"
        "“对各级提出”指该件写明以各级、各单位为对象。"
        f"标明“{labels_zh.TRUNCATED}”“{labels_zh.EXCERPT}”的文件，只就所收的部分而言。"
    )


# --- the sheets of the classes ------------------------------------------------------------------------


_Counts = Sequence[tuple[Notice, int]]
"""Documents, and how many tasks each has for a class."""


def _class_pages(book: TaskIndex, level: str, counts: _Counts) -> Iterator[PendingFile]:
    parts = _parts(counts)
    count = sum(tasks for part in parts for _, tasks in part)
    others = [notice for notice, tasks in counts if not tasks and notice.kind != "no-text"]
    for number, part in enumerate(parts):
        asking = [notice for notice, _ in part]
        shown = asking if number else [*asking, *others]
        make = partial(_class_page, book, level, shown, number, len(parts), count)
        names = [(notice.id, notice.title, notice.number, notice.status) for notice in others]
        page_fingerprint = _fingerprint(book, asking, number, len(parts), (count, names))
        yield PendingFile(level_place(level, number).file, make, page_fingerprint)


def _fingerprint(book: TaskIndex, notices: Sequence[Notice], number: int, pages: int, all_say: object) -> bytes | None:
    """A hash of what a page on the tasks of these documents is made from; `all_say` is what the first page tells."""
    if not book.site.fingerprints:
        return None
    asked = [book.site.document_inputs[notice.id] for notice in notices]
    both = [frozenset((c.base, c.derived)) for c in pairs_on(book.site, (notice.id for notice in notices))]
    compared = [book.site.comparison_fingerprints[pair] for pair in both]
    return fingerprint(number, pages, None if number else all_say, tuple(book.levels), asked, compared)


_NOT_ADDED = "本站未附 PDF 和 Word 文件。"


def _class_page(book: TaskIndex, level: str, notices: Sequence[Notice], number: int, pages: int, count: int) -> str:
    page = level_place(level, number).file
    name = level_name(level, book.site)
    sheet = sheet_of(book, level, notices)
    return md.page(
        f"任务：{name}（{number + 1}）" if number else f"任务：{name}",
        crumbs(md.link(Markdown("任务"), INDEX.relative_to(page))),
        md.heading(1, md.escape(_title(level, name)), id="tasks"),
        md.EMPTY if number else md.paragraph(Markdown(_said_of(level, count, len(sheet.asking), pages))),
        _other_classes(book, level, page),
        md.EMPTY if number or level not in book.site.levels else download_place(f"sheet {level}", _NOT_ADDED),
        SheetPage(sheet, book.site, page).blocks(),
        pager(level_place(level), pages, number),
        downloads(book.site, page, "tasks"),
        about=_ABOUT,
    )


def _title(level: str, name: str) -> str:
    return name if level == UNSTATED else f"对{name}的要求"


def _said_of(level: str, count: int, documents: int, pages: int) -> str:
    """What the first page of a class says; the others do not, so that they stay when something elsewhere changes."""
    of_page = f"，分列 {pages} 页" if pages > 1 else f"，见于以下 {documents} 件文件"
    if level == UNSTATED:
        return f"原文没有写明对象的要求，共 {count} 条{of_page}，逐句照录。"
    return f"共 {count} 条{of_page}，逐句照录，句后是它在文件中的位置。"


def _parts(counts: _Counts) -> list[_Counts]:
    """The documents that have any, cut into pages; a document stays on one page."""
    asking = [(notice, count) for notice, count in counts if count]
    return stable_pages(asking, _PAGE_LENGTH, lambda group: group[0].id, lambda group: group[1])


# --- ways between the pages ---------------------------------------------------------------------------


def _ways(site: Site, page: str) -> Markdown:
    """The other ways to look up tasks: by number, and of any documents."""
    links = [md.link(Markdown("数量要求"), NUMBERS.relative_to(page))]
    if pickable(site):
        links.append(md.link(Markdown("任选文件对照"), Location(PICK.file, query="by=tasks").relative_to(page)))
    return md.region(
        md.paragraph(md.joined(links, Markdown(" "))),
        tag="nav",
        classes=["other-ways"],
        named={"aria-label": "其他查法"},
    )


def _other_classes(book: TaskIndex, current: str, page: str) -> Markdown:
    """The sheets of the other classes, folded away."""
    links = [
        (
            level,
            md.strong(md.escape(level_name(level, book.site)))
            if level == current
            else md.link(md.escape(level_name(level, book.site)), level_place(level).relative_to(page)),
        )
        for level in book.levels
    ]
    return md.folded(Markdown("改选层级、类别"), _classes(book, links), classes=["other-classes"])


def _classes(book: TaskIndex, entries: Sequence[tuple[str, Markdown]]) -> Markdown:
    """Lists an entry for each class, levels apart from kinds."""
    lines = []
    for title, ranked in (("层级", True), ("类别", False)):
        of_kind = [entry for level, entry in entries if (level in book.site.ranks) == ranked]
        if of_kind:
            lines.append(md.stacked(md.paragraph(Markdown(title), classes=["kind"]), md.bullets(of_kind)))
    return md.region(md.stacked(*lines), tag="nav", classes=["kinds-of-addressee"], named={"aria-label": "层级和类别"})
