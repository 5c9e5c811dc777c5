"""Lays the problems that two documents name for one class beside each other, item by item."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from notice_site.model import Comparison, ItemRow, Task
from notice_site.pages.comparison.item_tables import ItemTables
from notice_site.pages.comparison.rows import Sides
from notice_site.pages.core import markdown as md
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.site import Site
from notice_site.pages.tasks.sheet import Sheet
from notice_site.pages.tasks.task_cells import levels_of

_PROBLEMS = frozenset({"problem", "finding"})

_MOST_TABLES = 3
"""Pairs of documents on a page, so that no page grows with the corpus."""


def pairs_on(site: Site, notices: Iterable[str]) -> list[Comparison]:
    """Lists the comparisons of documents that stand on one page, those that share most first."""
    here = {*notices}
    found = [c for id in sorted(here) for c in site.comparisons_of.get(id, ()) if c.items and c.base in here]
    return sorted(found, key=lambda comparison: -comparison.shared)[:_MOST_TABLES]


def aligned_problems(sheet: Sheet, site: Site, page: str) -> Markdown:
    """Writes a folded table for each two documents with problems in like words; what differs is marked."""
    return md.stacked(*_tables(sheet, site, page))


def _tables(sheet: Sheet, site: Site, page: str) -> Iterator[Markdown]:
    for comparison in pairs_on(site, (notice.id for notice in sheet.asking)):
        both = (comparison.base, comparison.derived)
        tasks: dict[str, Task] = {task.id: task for id in both for task in site.tasks.get(id, ())}
        rows = [row for row in comparison.items if _is_problem_of(row, sheet.level, tasks)]
        if rows:
            tables = ItemTables(Sides.of(site, comparison), tasks, page)
            base, derived = tables.sides.names
            summary = md.escape(f"逐项对照：{base}与{derived}写法相同或相近的问题 {len(rows)} 行")
            yield md.folded(summary, tables.table(rows), classes=["aligned-problems", "item-comparison"])


def _is_problem_of(row: ItemRow, level: str, tasks: dict[str, Task]) -> bool:
    """Tells whether a row has problems of both documents, and one of them is named for the class."""
    cells = [tasks[cell.task] for cell in (*row.base, *row.derived)]
    return (
        bool(row.base and row.derived)
        and all(task.type in _PROBLEMS for task in cells)
        and any(level in levels_of(task) for task in cells)
    )
