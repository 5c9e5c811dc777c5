"""Writes the documents of a source as a Word file: their text alone, without notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from docx.document import Document as WordDocument

from notice_site.model import Block, BlockKind, Notice
from notice_site.pages.core import labels_zh
from notice_site.pages.notice.block_text import heading_end
from notice_site.publishing.document_text import paragraphs
from notice_site.publishing.table_cells import cells
from notice_site.publishing.word.layout import (
    add_text,
    has_run_in_style,
    heading_style,
    new_document,
    run_in_style,
    saved,
)

_STYLES: Mapping[BlockKind, str] = {
    BlockKind.MASTHEAD: "发文机关标志",
    BlockKind.NUMBER: "发文字号",
    BlockKind.TITLE: "Title",
    BlockKind.RECIPIENTS: "主送机关",
    BlockKind.SIGNATURE: "署名",
    BlockKind.DATE: "成文日期",
    BlockKind.CC: "版记",
    BlockKind.PRINT: "版记",
}
_TEXT = "Normal"

NOTE_STYLE = "本站说明"
"""The style of the words that are not those of the source."""

_STATES = {"truncated": "（来源文本至此中断，其后的内容未收录）", "excerpt": "（节选）"}


def word_notice(notices: Sequence[Notice]) -> bytes:
    """Writes the documents of one source, each on a new page."""
    first = notices[0]
    document = new_document(
        labels_zh.title(first),
        author="、".join(first.issuers),
        subject=first.number or "",
        comments=f"文字录自来源文件 {first.source}（SHA-256 {first.sha256}），以发布机关的文本为准",
    )
    for place, notice in enumerate(notices):
        before = len(document.paragraphs)
        _add(document, notice)
        if place and len(document.paragraphs) > before:
            document.paragraphs[before].paragraph_format.page_break_before = True
    return saved(document)


def _add(document: WordDocument, notice: Notice) -> None:
    levels: dict[str, int] = {}
    text_begun = False
    for block, text in paragraphs(notice.blocks):
        if block.rows:
            _add_table(document, block)
            text = text[len(block.text) :]
        elif block.kind is BlockKind.SECTION and not block.inline:
            levels[block.id] = levels.get(block.parent or "", 0) + 1
            _add_section(document, text, heading_end(block), levels[block.id])
            text_begun = True
            continue
        if not text.strip():
            continue
        style = _STYLES.get(block.kind, _TEXT)
        if block.kind is BlockKind.DATE and not text_begun:
            style = "题下日期"
        text_begun = text_begun or style == _TEXT
        add_text(document, text, style)
    if notice.status in _STATES:
        add_text(document, _STATES[notice.status], NOTE_STYLE)


def _add_section(document: WordDocument, text: str, end: int, level: int) -> None:
    """Adds a heading; one that its text runs on from is the beginning of a paragraph."""
    if not text[end:].strip():
        add_text(document, text, heading_style(level))
        return
    paragraph = add_text(document, "", _TEXT)
    heading = paragraph.add_run(text[:end])
    if has_run_in_style(level):
        heading.style = run_in_style(level)
    paragraph.add_run(text[end:])


def _add_table(document: WordDocument, block: Block) -> None:
    """Adds a table; merged cells are merged."""
    width = max(map(len, block.rows))
    table = document.add_table(len(block.rows), width, style="Table Grid")
    places = table._cells  # asked for once: python-docx looks through the whole table for each cell
    is_headed = len(block.rows) > 1 and all(cell.strip() for cell in block.rows[0])
    all_cells = [cell for row in cells(block) for cell in row]
    for cell in all_cells:
        place = places[cell.row * width + cell.column]
        style = document.styles["表头" if is_headed and cell.row == 0 else "表格文字"]
        for number, line in enumerate(cell.text.split("\n")):
            paragraph = place.add_paragraph() if number else place.paragraphs[0]
            paragraph.style = style
            paragraph.add_run(line)
    for cell in all_cells:
        if cell.height > 1 or cell.width > 1:
            last = table.cell(cell.row + cell.height - 1, cell.column + cell.width - 1)
            table.cell(cell.row, cell.column).merge(last)
