"""Reads the runs of one paragraph of a .docx: what is shown of them, and what is hidden, struck out or deleted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from lxml import etree

from notice_site.model import Dropped
from notice_site.reading.extracted_text import ReadingWarning
from notice_site.reading.readers import docx_drawings as drawings
from notice_site.reading.readers.docx_equations import EQUATIONS, beside, in_one_line
from notice_site.reading.readers.docx_numbering import W
from notice_site.reading.readers.docx_package import Parts
from notice_site.reading.readers.docx_styles import RunShape, Styles, value
from notice_site.reading.readers.number_formats import formatted
from notice_site.reading.readers.raised_text import lowered, raised, runs_together
from notice_site.reading.readers.symbol_fonts import is_symbol_font, shown_in

ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_PICTURES = frozenset((
    "{http://schemas.openxmlformats.org/drawingml/2006/main}blip",
    "{urn:schemas-microsoft-com:vml}imagedata",
    f"{W}object",
))  # fmt: skip
# Properties and programs: nothing in them is shown as text.
SILENT = frozenset(
    f"{W}{name}" for name in ("pPr", "rPr", "sectPr", "sdtPr", "sdtEndPr", "instrText", "tblPr", "trPr", "tcPr")
)
DELETED = "修订中删除的文字"
_TRACKED = {"del": DELETED, "delText": DELETED, "moveFrom": "修订中移走的文字"}
_BOXES = f"{W}txbxContent"
_PRIVATE_USE = ("\ue000", "\uf8ff")
_PLAIN_RUN = RunShape()


@dataclass(slots=True)
class ParagraphText:
    """One paragraph's text in the making; `pieces` are parted by line breaks."""

    pieces: list[str] = field(default_factory=lambda: [""])
    boxes: list[etree._Element] = field(default_factory=list)
    drawn: list[str] = field(default_factory=list)  # lines of WordArt, shapes and diagrams
    page_edge: bool = False
    run: RunShape = _PLAIN_RUN

    def add(self, text: str) -> None:
        self.pieces[-1] += text


class RunReader:
    """Reads paragraph after paragraph of one document; `count` is the number of the present one."""

    def __init__(self, parts: Parts, styles: Styles) -> None:
        self.count = 0
        self.dropped: list[Dropped] = []
        self.pictures = 0
        self.notes: list[tuple[str, str]] = []  # kind and id, in the order of their marks
        self.note_number = 0  # of the note being read
        self._warnings: list[ReadingWarning] = []
        self._unread: Counter[tuple[int, str]] = Counter()  # objects by paragraph and kind
        self._parts = parts
        self._styles = styles

    @property
    def warnings(self) -> tuple[ReadingWarning, ...]:
        """What an editor should look at, with what is embedded or drawn and could not be read."""
        advice = "对照原件补录，或改为文字后另存"
        unread = [
            ReadingWarning(line, f"有 {count} 处{kind}未读取", advice)
            for (line, kind), count in sorted(self._unread.items())
        ]
        return (*self._warnings, *unread)

    def read(self, paragraph: etree._Element, text: ParagraphText) -> None:
        """Adds what a paragraph shows to the text."""
        self._inline(paragraph, text, paragraph)

    def drop(self, text: str, reason: str) -> None:
        """Records what is not shown."""
        if text.strip():
            self.dropped.append(Dropped(text, reason, self.count))

    def _inline(self, element: etree._Element, text: ParagraphText, paragraph: etree._Element) -> None:
        for child in element:
            name = child.tag.removeprefix(W) if isinstance(child.tag, str) else ""
            if name == "t":
                self._characters(child.text or "", text)
            elif child.tag in EQUATIONS:
                text.pieces[-1] = beside(text.pieces[-1], in_one_line(child))
            elif name in ("tab", "ptab"):
                text.add("\t")
            elif name == "noBreakHyphen":
                text.add("-")
            elif name in ("br", "cr"):
                self._break(child, text)
            elif name == "sym":
                self._symbol(child, text)
            elif name == "fldChar":
                text.add(_field_shown(child))
            elif name in _TRACKED:
                self.drop(words_of(child), _TRACKED[name])
            elif name in ("footnoteReference", "endnoteReference"):
                self.notes.append((name.removesuffix("Reference") + "s", child.get(f"{W}id") or ""))
                text.add(self._note_mark(len(self.notes)))
            elif name in ("footnoteRef", "endnoteRef"):
                text.add(self._note_mark(self.note_number))
            elif name == "rt":
                self.drop(words_of(child), "注音")
            elif child.tag == _BOXES:
                text.boxes.append(child)
            elif name == "r":
                self._run(child, text, paragraph)
            elif child.tag == ALTERNATIVES:
                self._inline(chosen(child), text, paragraph)
            elif name and child.tag not in SILENT and not self._drawing(child, text):
                self.pictures += child.tag in _PICTURES
                self._inline(child, text, paragraph)

    def _run(self, run: etree._Element, text: ParagraphText, paragraph: etree._Element) -> None:
        shape = self._styles.run_shape(run, paragraph)
        if shape.hidden or shape.struck:
            self.drop(words_of(run), "隐藏的文字" if shape.hidden else "带删除线的文字")
            return
        around, text.run = text.run, shape
        self._inline(run, text, paragraph)
        text.run = around

    def _characters(self, words: str, text: ParagraphText) -> None:
        """Adds the characters of a run as its font and its place above or below the line show them."""
        shape = text.run
        if is_symbol_font(shape.font):
            words, lost = shown_in(shape.font, words)
            self.drop(_code_points(lost), "符号字体中的字符")
        if shape.raised in ("superscript", "subscript"):
            shown = raised(words) if shape.raised == "superscript" else lowered(words)
            if text.pieces[-1].strip() and runs_together(words, shown):
                kind = "上标" if shape.raised == "superscript" else "下标"
                message = f"{kind}“{words.strip()}”与前面的文字连写"
                self._warnings.append(ReadingWarning(self.count, message, "与原件核对"))
            words = shown
        text.add(words)

    def _drawing(self, element: etree._Element, text: ParagraphText) -> bool:
        """Takes the words of what is drawn or embedded; False for any other element."""
        if element.tag == drawings.WORD_ART:
            text.drawn.append(element.get("string") or "")
        elif element.tag == drawings.SHAPE_TEXT:
            text.drawn += drawings.shape_lines(element)
        elif element.tag == drawings.DIAGRAM:
            lines = drawings.diagram_lines(element, self._parts.by_relation)
            text.drawn += lines or ()
            self._unread.update([(self.count, "图示")] if lines is None else ())
        elif element.tag == drawings.CHART:
            self._unread[self.count, "图表"] += 1
        elif element.tag == drawings.EMBEDDED:
            self._unread[self.count, f"嵌入的{drawings.embedded_kind(element)}"] += 1
        else:
            return False
        return True

    @staticmethod
    def _break(element: etree._Element, text: ParagraphText) -> None:
        if element.get(f"{W}type") in ("page", "column"):
            text.page_edge = True
        else:
            text.pieces.append("")

    def _symbol(self, element: etree._Element, text: ParagraphText) -> None:
        """A character of a symbol font that has no other shape is recorded, not shown as another."""
        code = element.get(f"{W}char") or ""
        try:
            character = chr(int(code, 16))
        except (ValueError, OverflowError):
            return
        character, lost = shown_in(element.get(f"{W}font") or "", character)
        if character and _PRIVATE_USE[0] <= character <= _PRIVATE_USE[1]:
            character, lost = "", character
        self.drop(_code_points(lost), "符号字体中的字符")
        text.add(character)

    def _note_mark(self, number: int) -> str:
        settings = self._parts.one("settings")
        style = value(settings.find(f"{W}footnotePr") if settings is not None else None, "numFmt")
        return formatted(number, style) if "Circle" in style else raised(str(number))


def chosen(alternatives: etree._Element) -> etree._Element:
    """The first alternative, which newer programs show; the others say the same for older ones."""
    return alternatives[0] if len(alternatives) else alternatives


def _field_shown(element: etree._Element) -> str:
    """What a field of a form shows that has no text of its own: a box that is ticked or not, the entry chosen."""
    box = element.find(f"{W}ffData/{W}checkBox")
    if box is not None:
        ticked = [box.find(f"{W}{name}") for name in ("checked", "default")]
        mark = next((each for each in ticked if each is not None), None)
        return "☑" if mark is not None and mark.get(f"{W}val") not in ("0", "false", "off") else "□"
    entries = element.find(f"{W}ffData/{W}ddList")
    if entries is None:
        return ""
    names = [entry.get(f"{W}val") or "" for entry in entries.findall(f"{W}listEntry")]
    number = value(entries, "result") or value(entries, "default") or "0"
    return dict(zip(map(str, range(len(names))), names, strict=True)).get(number, "")


def words_of(element: etree._Element) -> str:
    """All text inside, shown or not."""
    return "".join(text.text or "" for text in element.iter(f"{W}t", f"{W}delText"))


def _code_points(characters: str) -> str:
    return "、".join(f"U+{ord(character):04X}" for character in characters)
