"""Prints the sheet of one kind of addressee by itself."""

from __future__ import annotations

from notice_site.bundling.paper.elements import element, page, words
from notice_site.bundling.paper.notice_print import STYLE
from notice_site.bundling.paper.obligations import unit_sheet
from notice_site.bundling.paper.places import Places
from notice_site.pages.core import labels_zh
from notice_site.pages.tasks.sheet import sheet_of
from notice_site.pages.tasks.task_cells import TaskIndex


def unit_sheet_print(tasks: TaskIndex, level: str, rights: str) -> str:
    """The page that is printed: what all documents ask of this level or kind, and what it was set from."""
    site = tasks.site
    sheet = sheet_of(tasks, level, site.corpus.notices)
    places = Places(site.corpus, site.corpus.notices, has_documents=False)
    title = f"我们的单位：{sheet.name}"
    cited = {notice.id for notice in (*sheet.asking, *(notice for notice, _ in sheet.to_all))}
    named = (
        element("p", words(f"{places.name(notice)}　{labels_zh.cite(notice)}"))
        for notice in site.corpus.notices
        if notice.id in cited
    )
    small_print = element(
        "div", *named, element("p", words(rights)), element("p", words(f"版本 {site.edition.label}")), kind="imprint"
    )
    body = element("section", unit_sheet(sheet, places), small_print, kind="part tasks", data_title=labels_zh.SITE)
    return page(title, title, STYLE, body)
