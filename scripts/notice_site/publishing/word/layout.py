"""Prepares an empty Word document with the page and the typefaces of GB/T 9704-2012, without the red head.

A4; the text is 156 mm by 225 mm with 22 lines of 28 characters: 三号 (16 pt) 仿宋 for the text, 黑体 and 楷体 for
headings of the first and second level, 二号 小标宋 for the title. Typefaces are named, not embedded: offices have them.

A grid of the page holds the lines. A grid of characters would give each of them two places in LibreOffice, because
16 pt is more than 156 mm through 28; characters are set a little closer instead, which all programs do alike. Lines
are not justified: LibreOffice 7.4 loses marks of punctuation at the ends of justified lines.
"""

from __future__ import annotations

import io
import math
import zipfile
from typing import cast

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Mm, Pt
from docx.styles.style import CharacterStyle, ParagraphStyle
from docx.text.paragraph import Paragraph

from notice_site.model.frozen import dataclass

SONG, FANG_SONG, HEI, KAI = "方正小标宋简体", "仿宋", "黑体", "楷体"

_LINES, _CHARACTERS = 22, 28
_HEIGHT, _WIDTH = 225, 156  # of the text, in mm
_POINTS_PER_MM = 72 / 25.4
SIZE = 16
"""三号 in points: the size of the text, and the size that the grid of characters counts from."""

LINE = math.floor(_HEIGHT * _POINTS_PER_MM / _LINES * 20) / 20
"""The height of a line in points, 28.95; of 29 points the last line of a page would not fit."""

_TWIPS = 20  # in a point

CLOSER = math.ceil((SIZE - _WIDTH * _POINTS_PER_MM / _CHARACTERS) * _TWIPS)
"""By how much characters are set closer, in twips, so that 28 of them fit a line and 29 do not."""

_FIRST_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can state: a document has the same bytes whenever it is made."""


@dataclass(frozen=True, slots=True)
class _Type:
    """How a style sets its paragraphs; indents are in characters of its own size."""

    font: str
    size: float = SIZE
    align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT
    first_indent: int = 2
    right_indent: int = 0
    line: float = LINE
    before: float = 0
    after: float = 0
    bold: bool = False
    keep: bool = False  # on one page with the next paragraph
    together: bool = False  # all lines on one page


_AFTER = {
    "w:spacing": ("w:w", "w:kern", "w:position", "w:sz", "w:szCs", "w:highlight", "w:u", "w:lang"),
    "w:lang": ("w:eastAsianLayout", "w:specVanish"),
    "w:snapToGrid": ("w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl", "w:rPr"),
    "w:tblHeader": ("w:tblCellSpacing", "w:jc", "w:hidden"),
    "w:docGrid": ("w:printerSettings",),
}
"""What follows an element in the schema of Word, where the order counts."""

_CENTRE, _LEFT, _RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.RIGHT

_STYLES = {
    "Normal": _Type(FANG_SONG),
    "Title": _Type(SONG, 22, _CENTRE, 0, line=35, before=LINE, after=LINE, keep=True),
    "Heading 1": _Type(HEI, keep=True),
    "Heading 2": _Type(KAI, keep=True),
    "Heading 3": _Type(FANG_SONG, bold=True, keep=True),
    "Heading 4": _Type(FANG_SONG, keep=True),
    "发文机关标志": _Type(SONG, 22, _CENTRE, 0, line=35, after=LINE),
    "发文字号": _Type(FANG_SONG, SIZE, _CENTRE, 0, after=LINE),
    "题下日期": _Type(KAI, SIZE, _CENTRE, 0, after=LINE),
    "主送机关": _Type(FANG_SONG, first_indent=0),
    "署名": _Type(FANG_SONG, SIZE, _RIGHT, 0, 2, before=LINE, keep=True),
    "成文日期": _Type(FANG_SONG, SIZE, _RIGHT, 0, 4),
    "版记": _Type(FANG_SONG, 14, _LEFT, 1, 1, together=True),
    "表格文字": _Type(FANG_SONG, 12, _LEFT, 0, line=18),
    "表头": _Type(HEI, 12, _CENTRE, 0, line=18),
    "本站说明": _Type(KAI, 12, _LEFT, 0, line=20, before=10),
}
"""Paragraph styles: those of Word by their English names, others by the parts of a 公文 and of a sheet."""

_RUN_IN = {1: HEI, 2: KAI}
"""Typefaces of headings that the text runs on from, by level; deeper ones are set as the text."""


def new_document(title: str, *, author: str = "", subject: str = "", comments: str = "") -> WordDocument:
    """Returns a document without text; what is stated of it stands in its properties."""
    document = Document()
    properties = document.core_properties
    properties.title, properties.author, properties.subject, properties.comments = title, author, subject, comments
    properties.language, properties.keywords = "zh-CN", ""
    for clock in ("created", "modified"):
        for element in properties._element.findall(qn(f"dcterms:{clock}")):
            properties._element.remove(element)
    for name, form in _STYLES.items():
        _set_style(document, name, form)
    for level, font in _RUN_IN.items():
        style = document.styles.add_style(run_in_style(level), WD_STYLE_TYPE.CHARACTER)
        assert isinstance(style, CharacterStyle)
        _set_font(style, font)
    _set_page(document.sections[0])
    _number_pages(document)
    for languages in document.settings.element.findall(qn("w:themeFontLang")):
        languages.set(qn("w:eastAsia"), "zh-CN")
    return document


def run_in_style(level: int) -> str:
    """Names the character style of a heading that its text runs on from."""
    return f"段首标题 {level}"


def heading_style(level: int) -> str:
    """Names the paragraph style of a heading; deep levels share one."""
    return f"Heading {min(level, 4)}"


def has_run_in_style(level: int) -> bool:
    """Tells whether a heading of this level is set in a typeface of its own within a paragraph."""
    return level in _RUN_IN


def _set_style(document: WordDocument, name: str, form: _Type) -> None:
    styles = document.styles
    known = name in [style.name for style in styles]
    style = styles[name] if known else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    if not known:
        style.base_style = styles["Normal"]
        style.quick_style = True
    _set_font(style, form.font, form.size, form.bold)
    if form.size == SIZE:
        child(style.element.rPr, "w:spacing").set(qn("w:val"), str(-CLOSER))
    paragraph = style.paragraph_format
    paragraph.alignment = form.align
    paragraph.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    paragraph.line_spacing = Pt(form.line)
    paragraph.space_before, paragraph.space_after = Pt(form.before), Pt(form.after)
    paragraph.keep_with_next = form.keep
    paragraph.keep_together = form.together
    paragraph.widow_control = False
    paragraph.first_line_indent = Pt(form.size * form.first_indent)
    paragraph.right_indent = Pt(form.size * form.right_indent)
    properties = style.element.get_or_add_pPr()
    indent = properties.get_or_add_ind()
    indent.set(qn("w:firstLineChars"), str(form.first_indent * 100))
    indent.set(qn("w:rightChars"), str(form.right_indent * 100))
    child(properties, "w:snapToGrid").set(qn("w:val"), "1" if form.line == LINE else "0")
    for border in properties.findall(qn("w:pBdr")):  # the line that Word's own title has below it
        properties.remove(border)


def _set_font(style: ParagraphStyle | CharacterStyle, font: str, size: float | None = None, bold: bool = False) -> None:
    """Sets one typeface for all scripts, so that quotation marks are as wide as the characters beside them."""
    style.font.name = font
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), font)
    fonts.set(qn("w:hint"), "eastAsia")
    style.font.bold, style.font.italic = bold, False
    colour = style.element.rPr.find(qn("w:color"))
    if colour is not None:
        style.element.rPr.remove(colour)
    for spacing in ("w:spacing", "w:kern"):
        for element in style.element.rPr.findall(qn(spacing)):
            style.element.rPr.remove(element)
    if size:
        style.font.size = Pt(size)
    language = child(style.element.rPr, "w:lang")
    language.set(qn("w:val"), "zh-CN")
    language.set(qn("w:eastAsia"), "zh-CN")


def _set_page(section: Section) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(35 - 7 - 5)  # the number stands 7 mm below the text, and is 5 mm high
    section.header_distance = Mm(15)
    grid = child(section._sectPr, "w:docGrid")
    grid.set(qn("w:type"), "lines")
    grid.set(qn("w:linePitch"), str(round(LINE * _TWIPS)))


def _number_pages(document: WordDocument) -> None:
    """Sets — 1 — at the outer edge, one character from it, in 四号 宋体."""
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    for footer, align in ((section.footer, _RIGHT), (section.even_page_footer, _LEFT)):
        paragraph = footer.paragraphs[0]
        paragraph.style = document.styles["Footer"]
        paragraph.alignment = align
        paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Pt(14)
        paragraph.paragraph_format.first_line_indent = Pt(0)
        for part in ("— ", None, " —"):
            run = paragraph.add_run(part or "")
            run.font.size = Pt(14)
            run.font.name = "宋体"
            run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "宋体")
            if part is None:
                _add_page_field(run._element)


def _add_page_field(run: BaseOxmlElement) -> None:
    for kind, text in (("begin", ""), ("", "PAGE"), ("separate", ""), ("", "1"), ("end", "")):
        element = OxmlElement("w:fldChar" if kind else ("w:instrText" if text == "PAGE" else "w:t"))
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run.append(element)


def child(parent: BaseOxmlElement, name: str) -> BaseOxmlElement:
    """Returns a child element, put in where the schema has its place."""
    found = cast(BaseOxmlElement | None, parent.find(qn(name)))
    if found is None:
        found = cast(BaseOxmlElement, OxmlElement(name))
        parent.insert_element_before(found, *_AFTER[name])
    return found


def add_text(document: WordDocument, text: str, style: str) -> Paragraph:
    """Adds a paragraph of a style."""
    return document.add_paragraph(text, style=style)


def saved(document: WordDocument) -> bytes:
    """Returns the file; the same document gives the same bytes."""
    written = io.BytesIO()
    document.save(written)
    output = io.BytesIO()
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, _FIRST_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return output.getvalue()
