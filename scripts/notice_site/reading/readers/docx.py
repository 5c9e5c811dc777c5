"""Reads a .docx in the order in which Word shows it: numbers, text boxes, tables and notes at their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from notice_site.model import Dropped, Line
from notice_site.reading.extracted_text import ExtractedText, Paragraph, ReadingWarning
from notice_site.reading.readers.docx_numbering import Numbering, W, formatted
from notice_site.reading.readers.docx_package import Parts, Styles, open_parts, value
from notice_site.reading.readers.tables import Cell, unfold

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_PICTURES = frozenset((
    "{http://schemas.openxmlformats.org/drawingml/2006/main}blip",
    "{urn:schemas-microsoft-com:vml}imagedata",
    f"{W}object",
))  # fmt: skip
# Properties and programs: nothing in them is shown as text.
_SILENT = frozenset(
    f"{W}{name}" for name in ("pPr", "rPr", "sectPr", "sdtPr", "sdtEndPr", "instrText", "tblPr", "trPr", "tcPr")
)
_WORD_ART = "{urn:schemas-microsoft-com:vml}textpath"
_SPAN_DIGITS = 2  # Word has at most 63 columns; a longer number is damage
_BOXES = f"{W}txbxContent"


def read_docx(raw: bytes) -> ExtractedText:
    """Reads the whole document; the number of a line is that of its paragraph, from 1.

    Automatic numbers are computed and stand in the text, where the reader of the printed notice sees
    them. Text boxes stand before the paragraph they are anchored to, footnotes at the end. Headers,
    footers, comments, deleted and hidden text are dropped with the reason. Raises `SourceError`.
    """
    parts = open_parts(raw)
    body = _Body(parts)
    document = parts.one("document")
    paragraphs = list(body.blocks(document)) if document is not None else []
    paragraphs += body.notes()
    dropped = [*body.dropped, *_running(parts, "header", "页眉"), *_running(parts, "footer", "页脚")]
    dropped += _running(parts, "comments", "批注")
    return ExtractedText("docx", "binary", tuple(paragraphs), tuple(dropped), body.pictures, tuple(body.warnings))


@dataclass(slots=True)
class _Text:
    """One paragraph's text in the making; `pieces` are parted by line breaks."""

    pieces: list[str] = field(default_factory=lambda: [""])
    boxes: list[etree._Element] = field(default_factory=list)
    art: list[str] = field(default_factory=list)  # mastheads drawn as WordArt, whose words are an attribute
    page_edge: bool = False

    def add(self, text: str) -> None:
        self.pieces[-1] += text


class _Body:
    """Reads the blocks of one document in order; counters run on over text boxes, tables and notes."""

    def __init__(self, parts: Parts) -> None:
        self.dropped: list[Dropped] = []
        self.warnings: list[ReadingWarning] = []
        self.pictures = 0
        self._parts = parts
        self._styles = Styles(parts.one("styles"))
        self._numbering = Numbering(parts.one("numbering"))
        self._count = 0
        self._gap = False
        self._notes: list[tuple[str, str]] = []  # kind and id, in the order of their marks
        self._mark = ""  # of the note being read

    def blocks(self, parent: etree._Element) -> Iterator[Paragraph]:
        """The paragraphs below `parent`, through content controls and the like."""
        for element in parent:
            if element.tag == f"{W}p":
                yield from self._paragraph(element)
            elif element.tag == f"{W}tbl":
                yield from unfold([list(self._cells(row)) for row in _rows(element)])
            elif element.tag == f"{W}altChunk":
                self.warnings.append(
                    ReadingWarning(self._count, "嵌有其他格式的文件，其文字未读取", "用文字处理软件打开后另存")
                )
            elif element.tag == _ALTERNATIVES:
                yield from self.blocks(_chosen(element))
            elif isinstance(element.tag, str) and element.tag not in _SILENT:
                yield from self.blocks(element)

    def notes(self) -> Iterator[Paragraph]:
        """The footnotes and endnotes whose marks were met, in that order, each begun with its mark."""
        for k, (kind, note_id) in enumerate(self._notes, 1):
            root = self._parts.one(kind)
            self._mark = self._note_mark(k)
            for note in root if root is not None else ():
                if note.get(f"{W}id") == note_id:
                    yield from self.blocks(note)

    # --- paragraphs ---------------------------------------------------------------------------

    def _paragraph(self, element: etree._Element) -> Iterator[Paragraph]:
        self._count += 1
        number = self._count
        shape = self._styles.shape(element)
        text = _Text()
        self._inline(element, text)
        for words in filter(str.strip, text.art):
            yield Paragraph(Line(words, number, whole=True))
        for box in text.boxes:
            yield from self.blocks(box)
            self._count = number  # what is in a box counts as part of the paragraph it is anchored to
        label = self._numbering.label(*shape.number) if shape.number else ""
        pieces = [piece for piece in text.pieces if piece.strip()]
        if label and pieces:
            pieces[0] = label + pieces[0].lstrip()
        self._gap = self._gap or text.page_edge or not pieces
        if shape.contents and pieces:
            self.dropped.append(Dropped("\n".join(pieces), "自动目录", number))
            return
        for piece in pieces:
            line = Line(piece, number, shape.align, shape.heading, whole=len(pieces) == 1, gap_before=self._gap)
            self._gap = False
            yield Paragraph(line)

    def _inline(self, element: etree._Element, text: _Text) -> None:
        for child in element:
            name = child.tag.removeprefix(W) if isinstance(child.tag, str) else ""
            if name in ("t", _MATH_TEXT):
                text.add(child.text or "")
            elif name in ("tab", "ptab"):
                text.add("\t")
            elif name == "noBreakHyphen":
                text.add("-")
            elif name in ("br", "cr"):
                self._break(child, text)
            elif name == "sym":
                self._symbol(child, text)
            elif name == "delText":
                self._drop(child.text, "修订中删除的文字")
            elif name in ("footnoteReference", "endnoteReference"):
                self._notes.append((name.removesuffix("Reference") + "s", child.get(f"{W}id") or ""))
                text.add(self._note_mark(len(self._notes)))
            elif name in ("footnoteRef", "endnoteRef"):
                text.add(self._mark)
            elif name == "rt":
                self._drop(_words(child), "注音")
            elif name == "moveFrom":
                self._drop(_words(child), "修订中移走的文字")
            elif child.tag == _WORD_ART:
                text.art.append(child.get("string") or "")
            elif child.tag == _BOXES:
                text.boxes.append(child)
            elif name == "r" and _is_hidden(child):
                self._drop(_words(child), "隐藏的文字")
            elif child.tag == _ALTERNATIVES:
                self._inline(_chosen(child), text)
            elif name and child.tag not in _SILENT:
                self.pictures += child.tag in _PICTURES
                self._inline(child, text)

    @staticmethod
    def _break(element: etree._Element, text: _Text) -> None:
        if element.get(f"{W}type") in ("page", "column"):
            text.page_edge = True
        else:
            text.pieces.append("")

    def _symbol(self, element: etree._Element, text: _Text) -> None:
        """A character of a symbol font has a shape only there: it is recorded, not shown as another."""
        code = element.get(f"{W}char") or ""
        try:
            character = chr(int(code, 16))
        except (ValueError, OverflowError):
            return
        if "\ue000" <= character <= "\uf8ff":
            self._drop(f"U+{ord(character):04X}", "符号字体中的字符")
        else:
            text.add(character)

    def _drop(self, text: str | None, reason: str) -> None:
        if text and text.strip():
            self.dropped.append(Dropped(text, reason, self._count))

    def _note_mark(self, number: int) -> str:
        settings = self._parts.one("settings")
        style = value(settings.find(f"{W}footnotePr") if settings is not None else None, "numFmt")
        return formatted(number, style) if "Circle" in style else str(number).translate(_SUPERSCRIPT)

    # --- tables -------------------------------------------------------------------------------

    def _cells(self, row: etree._Element) -> Iterator[Cell]:
        for cell in _through(row, f"{W}tc"):
            properties = cell.find(f"{W}tcPr")
            span = value(properties, "gridSpan")
            width = int(span) if span.isascii() and span.isdigit() and len(span) <= _SPAN_DIGITS else 1
            yield Cell(list(self.blocks(cell)), width=max(width, 1))


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    return _through(table, f"{W}tr")


def _through(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Children of that tag, also those inside content controls, but not those of inner tables."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins"):
            yield from _through(child, tag)


def _chosen(alternatives: etree._Element) -> etree._Element:
    """The first alternative, which newer programs show; the others say the same for older ones."""
    return alternatives[0] if len(alternatives) else alternatives


def _words(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def _is_hidden(run: etree._Element) -> bool:
    vanish = run.find(f"{W}rPr/{W}vanish")
    return vanish is not None and vanish.get(f"{W}val") not in ("0", "false", "off")


def _running(parts: Parts, kind: str, reason: str) -> Sequence[Dropped]:
    """The texts of all parts of one kind, each once."""
    texts: dict[str, None] = {}
    for root in parts.roots.get(kind, ()):
        body = _Body(replace(parts, roots={"document": [root]}))
        words = "\n".join(paragraph.line.text.strip() for paragraph in body.blocks(root))
        if words:
            texts[words] = None
    return [Dropped(text, reason) for text in texts]
