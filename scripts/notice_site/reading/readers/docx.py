"""Reads a .docx in the order in which Word shows it: numbers, text boxes, tables and notes at their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from lxml import etree

from notice_site.model import Dropped, Line
from notice_site.reading.extracted_text import ExtractedText, Paragraph, ReadingWarning
from notice_site.reading.readers.docx_numbering import Numbering, W
from notice_site.reading.readers.docx_package import Parts, open_parts
from notice_site.reading.readers.docx_runs import (
    ALTERNATIVES,
    DELETED,
    SILENT,
    ParagraphText,
    RunReader,
    chosen,
    words_of,
)
from notice_site.reading.readers.docx_styles import Shape, Styles, value
from notice_site.reading.readers.tables import Cell, unfold

_SPAN_DIGITS = 2  # Word has at most 63 columns; a longer number is damage


def read_docx(raw: bytes) -> ExtractedText:
    """Reads the whole document; the number of a line is that of its paragraph, from 1.

    Automatic numbers are computed and stand in the text, where the reader of the printed notice sees
    them. Text boxes stand before the paragraph they are anchored to, footnotes at the end. Headers,
    footers, comments, deleted and hidden text are dropped with the reason. Raises `SourceError`.
    """
    parts = open_parts(raw)
    body = _Body(parts)
    document = parts.one("document")
    paragraphs = list(body.story(document)) if document is not None else []
    paragraphs += body.notes()
    if parts.strict:
        message = "是“严格”Open XML 格式，编号、版式可能有出入"
        body.warnings.insert(0, ReadingWarning(0, message, "与原件核对，或另存为普通的 .docx"))
    dropped = [*body.runs.dropped, *_running(parts, "header", "页眉"), *_running(parts, "footer", "页脚")]
    dropped += _running(parts, "comments", "批注")
    return ExtractedText(
        "docx", "binary", tuple(paragraphs), tuple(dropped), body.runs.pictures, (*body.warnings, *body.runs.warnings)
    )


class _Body:
    """Reads the blocks of one document in order; counters run on over text boxes, tables and notes."""

    def __init__(self, parts: Parts) -> None:
        self.warnings: list[ReadingWarning] = []
        self._parts = parts
        self._numbering = Numbering(parts.one("numbering"))
        self._styles = Styles(parts.one("styles"), self._numbering.levels_of_styles)
        self.runs = RunReader(parts, self._styles)
        self._gap = False
        self._begun: tuple[int, ParagraphText] | None = None  # the next paragraph goes on with it

    def story(self, parent: etree._Element) -> Iterator[Paragraph]:
        """The paragraphs of a body, a cell, a box or a note, whose last one goes on nowhere."""
        yield from self.blocks(parent)
        yield from self._finished()

    def blocks(self, parent: etree._Element) -> Iterator[Paragraph]:
        """The paragraphs below `parent`, through content controls and the like."""
        for element in parent:
            if element.tag == f"{W}p":
                yield from self._paragraph(element)
            elif element.tag == f"{W}tbl":
                yield from self._finished()
                yield from unfold(_merged([list(self._cells(row)) for row in self._rows(element)]))
            elif element.tag == f"{W}altChunk":
                self.warnings.append(
                    ReadingWarning(self.runs.count, "嵌有其他格式的文件，其文字未读取", "用文字处理软件打开后另存")
                )
            elif element.tag == ALTERNATIVES:
                yield from self.blocks(chosen(element))
            elif isinstance(element.tag, str) and element.tag not in SILENT:
                yield from self.blocks(element)

    def notes(self) -> Iterator[Paragraph]:
        """The footnotes and endnotes whose marks were met, in that order, each begun with its mark."""
        for number, (kind, note_id) in enumerate(self.runs.notes, 1):
            root = self._parts.one(kind)
            self.runs.note_number = number
            for note in root if root is not None else ():
                if note.get(f"{W}id") == note_id:
                    yield from self.story(note)

    # --- paragraphs ---------------------------------------------------------------------------

    def _paragraph(self, element: etree._Element) -> Iterator[Paragraph]:
        self.runs.count += 1
        number, text = self._begun or (self.runs.count, ParagraphText())
        self._begun = None
        self.runs.read(element, text)
        mark = element.find(f"{W}pPr")
        if mark is not None and self._styles.run_shape(mark, element).hidden and not any(map(str.strip, text.pieces)):
            return
        if _goes_on(element):
            self._begun = number, text
        else:
            yield from self._lines(text, number, element)

    def _finished(self) -> Iterator[Paragraph]:
        """The paragraph that has begun and is followed by no other that it could be part of."""
        if self._begun:
            (number, text), self._begun = self._begun, None
            yield from self._lines(text, number, None)

    def _lines(self, text: ParagraphText, number: int, element: etree._Element | None) -> Iterator[Paragraph]:
        """What a paragraph shows; `element` is the one whose mark ends it."""
        shape = self._styles.shape(element) if element is not None else Shape()
        for words in filter(str.strip, text.drawn):
            yield Paragraph(Line(words, number, whole=True))
        count = self.runs.count
        for box in text.boxes:
            yield from self.story(box)
            self.runs.count = count  # what is in a box counts as part of the paragraph it is anchored to
        label = self._numbering.label(*shape.number) if shape.number else ""
        pieces = [piece for piece in text.pieces if piece.strip()]
        if label and pieces:
            pieces[0] = label + pieces[0].lstrip()
        self._gap = self._gap or text.page_edge or (not pieces and element is not None)
        if shape.contents and pieces:
            self.runs.dropped.append(Dropped("\n".join(pieces), "自动目录", number))
            return
        for piece in pieces:
            line = Line(piece, number, shape.align, shape.heading, whole=len(pieces) == 1, gap_before=self._gap)
            self._gap = False
            yield Paragraph(line)

    # --- tables -------------------------------------------------------------------------------

    def _rows(self, table: etree._Element) -> Iterator[etree._Element]:
        for row in _through(table, f"{W}tr"):
            if row.find(f"{W}trPr/{W}del") is None:
                yield row
            else:
                self.runs.drop("　".join(map(words_of, _through(row, f"{W}tc"))), DELETED)

    def _cells(self, row: etree._Element) -> Iterator[_DocxCell]:
        if before := _span(row.find(f"{W}trPr"), "gridBefore", 0):
            yield _DocxCell(Cell((), width=before))
        for cell in _through(row, f"{W}tc"):
            properties = cell.find(f"{W}tcPr")
            merge = None if properties is None else properties.find(f"{W}vMerge")
            goes_on = merge is not None and merge.get(f"{W}val", "continue") == "continue"
            yield _DocxCell(Cell([*self.story(cell)], width=_span(properties, "gridSpan", 1)), goes_on)


class _DocxCell(NamedTuple):
    """A cell, and whether the cell above it goes on in it."""

    cell: Cell
    goes_on: bool = False


def _merged(rows: Sequence[Sequence[_DocxCell]]) -> list[list[Cell]]:
    """The cells of a table; one that goes on in the rows below, where the document has empty cells, covers these."""
    merged: list[list[Cell]] = []
    above: dict[int, tuple[int, int]] = {}  # column -> row of `merged` and place in it of the cell that covers it
    for row in rows:
        column = 0
        cells: list[Cell] = []
        here: dict[int, tuple[int, int]] = {}
        for cell, goes_on in row:
            if goes_on and column in above and not cell.paragraphs:
                i, j = here[column] = above[column]
                merged[i][j] = replace(merged[i][j], height=merged[i][j].height + 1)
            else:
                here[column] = len(merged), len(cells)
                cells.append(cell)
            column += cell.width
        merged.append(cells)
        above = here
    return merged


def _span(properties: etree._Element | None, name: str, least: int) -> int:
    """How many columns; `least` where nothing is said."""
    span = value(properties, name)
    return max(int(span), least) if span.isascii() and span.isdigit() and len(span) <= _SPAN_DIGITS else least


def _through(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Children of that tag, also those inside content controls, but not those of inner tables."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins"):
            yield from _through(child, tag)


def _goes_on(paragraph: etree._Element) -> bool:
    """Whether the next paragraph is the rest of this one: its mark is deleted or moved away, or it is a drop cap."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        return False
    frame = properties.find(f"{W}framePr")
    is_drop_cap = frame is not None and frame.get(f"{W}dropCap", "none") != "none"
    return is_drop_cap or any(properties.find(f"{W}rPr/{W}{name}") is not None for name in ("del", "moveFrom"))


def _running(parts: Parts, kind: str, reason: str) -> Sequence[Dropped]:
    """The texts of all parts of one kind, each once."""
    texts: dict[str, None] = {}
    for root in parts.roots.get(kind, ()):
        body = _Body(replace(parts, roots={"document": [root]}))
        words = "\n".join(paragraph.line.text.strip() for paragraph in body.story(root))
        if words:
            texts[words] = None
    return [Dropped(text, reason) for text in texts]
