"""Lists the classes of addressees: each unfolds with the documents side by side, or a table counts what is asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from notice_site.model import Notice
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.carrier_facts import from_carrier
from notice_site.pages.core.links import Location
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.notice_table import level_tag
from notice_site.pages.core.site import Site
from notice_site.pages.tasks.sheet import Sheet, sheet_of
from notice_site.pages.tasks.sheet_page import SheetPage
from notice_site.pages.tasks.task_cells import TaskIndex, level_name, level_place


def unfolding_classes(book: TaskIndex, notices: Sequence[Notice], page: str) -> Markdown:
    """A line for each class that unfolds what the documents ask of it, side by side."""
    lines = []
    for level in book.levels:
        sheet = sheet_of(book, level, notices)
        whole = md.link(
            md.escape(f"{sheet.name}：一页列全"), level_place(level).relative_to(page), classes=["to-sheet"]
        )
        lines.append(
            md.folded(
                _summary(sheet, book.site),
                md.stacked(md.paragraph(whole), SheetPage(sheet, book.site, page).side_by_side()),
                id=f"of-{level}",
                classes=["matrix-row"],
            )
        )
    return md.region(md.stacked(*lines), classes=["task-matrix"])


def _summary(sheet: Sheet, site: Site) -> Markdown:
    """Names the class, and counts what each level of document asks of it."""
    counts = [
        md.joined([level_tag(column.level, site), Markdown(f" {sum(len(group.clauses) for group in column.groups)}")])
        for column in sheet.columns
    ]
    name = md.span(md.escape(sheet.name), classes=["class-name"])
    return md.joined([name, md.span(md.joined(counts, Markdown(" ")), classes=["counts"])], Markdown(" "))


def class_table(book: TaskIndex, counts: Mapping[str, Counter[str]], page: str) -> Markdown:
    """A table of the classes and the levels of documents: how much each asks of whom, linked to the sheets."""
    site = book.site
    level_of = {notice.id: _issuing_level(notice, site) for notice in book.notices.values()}
    issuing = [level for level in (*site.levels, None) if level in {level_of[id] for id in book.by_notice}]
    rows = []
    for level, of_level in counts.items():
        place = level_place(level)
        by_issuer = Counter[str | None]()
        for notice, count in of_level.items():
            by_issuer[level_of[notice]] += count
        cells = [
            md.link(Markdown(str(by_issuer[issuer])), _narrowed(place, issuer).relative_to(page))
            if by_issuer[issuer]
            else md.EMPTY
            for issuer in issuing
        ]
        name = md.link(md.escape(level_name(level, site)), place.relative_to(page))
        rows.append([name, *cells, Markdown(str(of_level.total())), Markdown(str(len(of_level)))])
    head = [Markdown("对象"), *(_issuer_name(issuer, site) for issuer in issuing), Markdown("共"), Markdown("文件")]
    return md.region(md.table(head, rows), classes=["data-table", "class-table"])


def _issuing_level(notice: Notice, site: Site) -> str | None:
    carrier = from_carrier(notice, site.notices).level
    return carrier.level if carrier else notice.level


def _narrowed(place: Location, level: str | None) -> Location:
    """The sheet, showing only what the documents of one level ask."""
    return Location(place.file, query=f"level={level or 'none'}")


def _issuer_name(level: str | None, site: Site) -> Markdown:
    return md.escape(f"{site.levels[level]}文件" if level else labels_zh.LEVEL_UNKNOWN)
