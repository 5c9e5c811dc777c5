"""Prints the sheet of one kind of addressee by itself."""

from __future__ import annotations

from notice_site.bundling.paper.elements import element, page, words
from notice_site.bundling.paper.notice_print import STYLE
from notice_site.bundling.paper.obligations import unit_sheet
from notice_site.bundling.paper.places import Places
from notice_site.pages.core import labels_zh
from notice_site.pages.core.document_days import by_date
from notice_site.pages.tasks.sheet import sheet_of
from notice_site.pages.tasks.task_cells import TaskIndex


def unit_sheet_print(tasks: TaskIndex, level: str, rights: str) -> str:
    """The page that is printed: what all documents ask of this level or kind, and what it was set from."""
    site = tasks.site
    sheet = sheet_of(tasks, level, by_date(site.corpus.notices))
    cited = by_date([*sheet.asking, *(notice for notice, _ in sheet.to_all)], site.corpus.notices)
    places = Places(site.corpus, cited, has_documents=False)
    title = f"任务单：{sheet.name}"
    named = [element("p", words(f"{places.name(notice)}　{labels_zh.cite(notice)}")) for notice in cited]
    small_print = [element("p", words(line)) for line in (rights, f"版本 {site.edition.label}")]
    closing = element("div", *named, *small_print, kind="imprint")
    body = element("section", unit_sheet(sheet, places, closing, level=1), kind="part tasks", data_title=labels_zh.SITE)
    return page(title, title, STYLE, body)
