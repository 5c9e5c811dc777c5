"""Writes the sheet of a class of addressees as a Word file: what is asked, where it stands, room for what was done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell

from notice_site.pages.core import labels_zh
from notice_site.pages.core.site import Site
from notice_site.pages.tasks.sheet import Clause, Group, Sheet
from notice_site.pages.tasks.sheet_page import short_names
from notice_site.publishing.word.layout import add_text, child, heading_style, new_document, saved

_HEAD = ("要求（照录原文）", "出处", "落实情况")
_WIDTHS = (Mm(104), Mm(22), Mm(30))
_FILL_IN = "单位＿＿＿＿＿＿＿＿　负责人＿＿＿＿＿＿　日期＿＿＿＿＿＿"
_NO_ADDRESSEE = "对象未写明"
_MOST_SILENT_NAMED = 3
"""Documents that say nothing to the class and are named; of more only the number is told, as in print."""
_SMALL, _TABLE_HEAD, _NOTE = "表格文字", "表头", "本站说明"


def word_sheet(sheet: Sheet, site: Site) -> bytes:
    """Writes a sheet."""
    names = short_names((*sheet.asking, *sheet.silent, *(notice for notice, _ in sheet.to_all)), site)
    title = f"任务单：{sheet.name}"
    document = new_document(
        title, subject=sheet.name, comments=f"由{labels_zh.SITE}整理，各条照录原文；版本 {site.edition.label}"
    )
    add_text(document, title, "Title")
    add_text(document, _FILL_IN, _SMALL).alignment = WD_ALIGN_PARAGRAPH.CENTER
    for part in sheet.parts:
        add_text(document, part.title, heading_style(1))
        table = _new_table(document)
        for group in (group for column in part.columns for group in column.groups):
            _add_group(table, f"{names[group.notice.id]}　{_addressee(group)}", group.clauses)
    for notice, clauses in sheet.to_all:
        add_text(document, f"{names[notice.id]}对各级提出的要求（未单列{sheet.name}）", heading_style(1))
        _add_group(_new_table(document), labels_zh.cite(notice), clauses)
    _add_closing(document, sheet, names)
    return saved(document)


def _addressee(group: Group) -> str:
    quoted = f"（转引{group.quoted_from}）" if group.quoted_from else ""
    return f"{group.addressee or _NO_ADDRESSEE}{quoted}"


def _new_table(document: WordDocument) -> Table:
    """Adds a table whose head stands on each of its pages."""
    table: Table = document.add_table(1, len(_HEAD), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = width
    for cell, words in zip(table.rows[0].cells, _HEAD, strict=True):
        _fill(cell, words, _TABLE_HEAD)
    properties = table.rows[0]._tr.get_or_add_trPr()
    child(properties, "w:tblHeader").set(qn("w:val"), "true")
    _set_widths(table.rows[0].cells)
    return table


def _add_group(table: Table, head: str, clauses: Sequence[Clause]) -> None:
    """Adds a line that says who is asked by whom, and a row for each clause."""
    cells = _add_row(table)
    whole = cells[0].merge(cells[-1])
    _fill(whole, head, _TABLE_HEAD)
    whole.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.LEFT
    whole.paragraphs[0].paragraph_format.keep_with_next = True
    for clause in clauses:
        row = _add_row(table)
        for cell, words in zip(row, (_words(clause), clause.section, ""), strict=True):
            _fill(cell, words, _SMALL)
        _set_widths(row)


def _add_row(table: Table) -> Sequence[_Cell]:
    return tuple(table.add_row().cells)  # type: ignore[no-untyped-call]


def _words(clause: Clause) -> str:
    """Quotes a clause; a condition or a deadline that its words do not hold is said behind them."""
    words = "；".join(clause.words)
    task = clause.task
    more = [
        f"{name}：{value}"
        for name, value in (("条件", task.condition), ("时限", task.deadline))
        if value and value not in words
    ]
    more += ["可自行决定"] if task.optional else []
    return f"{words}（{'；'.join(more)}）" if more else words


def _add_closing(document: WordDocument, sheet: Sheet, names: Mapping[str, str]) -> None:
    """Names the documents in full, and those that say nothing to the class."""
    for notice in (*sheet.asking, *(notice for notice, _ in sheet.to_all)):
        add_text(document, f"{names[notice.id]}：{labels_zh.cite(notice)}", _NOTE)
    if sheet.silent:
        silent = "、".join(names[notice.id] for notice in sheet.silent)
        listed = silent if len(sheet.silent) <= _MOST_SILENT_NAMED else f"{len(sheet.silent)} 件"
        add_text(document, f"未提及{sheet.name}的文件：{listed}", _NOTE)


def _fill(cell: _Cell, words: str, style: str) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = style
    paragraph.add_run(words)
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)


def _set_widths(cells: Sequence[_Cell]) -> None:
    for cell, width in zip(cells, _WIDTHS, strict=True):
        cell.width = width
