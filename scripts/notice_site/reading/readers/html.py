"""Reads HTML in the order of the page, with the text that stands aside (menus, hidden text, forms) apart."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import field, replace
from typing import cast

from lxml import etree

from notice_site.model import Dropped, Line
from notice_site.model.frozen import dataclass
from notice_site.reading.boilerplate.page_frame import find_document
from notice_site.reading.extracted_text import ExtractedText, Paragraph, ReadingWarning, SourceError
from notice_site.reading.readers import html_elements as elements
from notice_site.reading.readers.html_inline import PLAIN, Look, as_shown, look_of
from notice_site.reading.readers.html_lines import BLANK, NO_PLACE, LineBuilder, Place, unescaped
from notice_site.reading.readers.html_lists import has_own_number, list_numbers
from notice_site.reading.readers.html_repair import open_program, repaired, with_few_attributes
from notice_site.reading.readers.tables import Cell, unfold
from notice_site.reading.reference.limits import DEFAULTS, Limits

_LARGEST_SPAN = 100  # rows or columns
_SPAN_DIGITS = 5  # a longer number is damage
_WHOLE_PAGE = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_BARE_TAG = re.compile(r"</?(?:iframe|noframes|noembed)\b", re.IGNORECASE)


def read_html(text: str, encoding: str, limits: Limits = DEFAULTS) -> ExtractedText:
    """Makes one paragraph of each block, or of each piece of a block between two <br>.

    Raises `SourceError` for nesting beyond the limit. Text outside all blocks keeps its source lines when
    the source is a fragment without <html> or <body>: there, plain lines stand beside markup.

    >>> [p.line.text for p in read_html("通知\\n<p>甲<br>乙</p>", "utf-8").paragraphs]
    ['通知', '甲', '乙']
    """
    text = with_few_attributes(text)
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    root = etree.fromstring(repaired(text).encode(), parser)
    walk = _Walk(limits.html_depth, keep_loose_lines=_WHOLE_PAGE.search(text) is None)
    if root is not None:
        walk.run(root)
    line = open_program(text)
    warned = (
        (ReadingWarning(line, "<script> 或 <style> 没有结束标签，其后的内容未读取", "补上结束标签"),) if line else ()
    )
    warned = (*walk.warnings, *warned)
    dropped = (*walk.dropped, *walk.lines.dropped)
    paragraphs = walk.page.paragraphs
    if root is not None and _WHOLE_PAGE.search(text):
        paragraphs = _framed(paragraphs, text, root)
    return ExtractedText("html", encoding, tuple(paragraphs), dropped, walk.pictures, warned)


def _framed(paragraphs: Sequence[Paragraph], text: str, root: etree._Element) -> list[Paragraph]:
    """Marks the paragraphs that the site has set around the document, and its title as a heading."""
    headings = [_words(element) for element in root.iter("title", "h1", "h2", "h3")]
    headings += [element.get("content") or "" for element in root.iter("meta")]
    extent = find_document(paragraphs, text, headings)
    if extent is None:
        return [*paragraphs]
    return [
        replace(p, outside=extent.is_outside(k, p), line=_as_heading(p.line) if k in extent.title else p.line)
        for k, p in enumerate(paragraphs)
    ]


def _as_heading(line: Line) -> Line:
    return line if line.heading else replace(line, heading=1)


def _words(element: etree._Element) -> str:
    return unescaped("".join(map(str, element.itertext())))


@dataclass(slots=True)
class _Holder:
    """Where paragraphs go: the page, or a cell of a table; `element` is None for the page."""

    element: etree._Element | None = None
    paragraphs: list[Paragraph] = field(default_factory=list)


@dataclass(slots=True)
class _Table:
    element: etree._Element
    rows: list[list[Cell]] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)  # text between the cells: stands before the table


@dataclass(slots=True)
class _Aside:
    """An element whose text is no text of the document, and that text."""

    element: etree._Element
    reason: str
    line: int
    lines: LineBuilder = field(default_factory=LineBuilder)
    paragraphs: list[Paragraph] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Open:
    """An open element and what it and those around it say about the text inside."""

    name: str = ""
    place: Place = NO_PLACE
    keeps_lines: bool = False
    in_block: bool = False
    silent: bool = False
    link: int = 0
    around: tuple[int, ...] = ()
    look: Look = PLAIN


class _Walk:
    """One pass over the tree in document order; `page` holds the paragraphs when it is done."""

    def __init__(self, depth: int, keep_loose_lines: bool) -> None:
        self.page = _Holder()
        self.dropped: list[Dropped] = []
        self.lines = LineBuilder()
        self.pictures = 0
        self.warnings: list[ReadingWarning] = []
        self._limit = depth
        self._loose_lines = keep_loose_lines
        self._open = [_Open()]
        self._frames: list[_Holder | _Table] = [self.page]
        self._aside: _Aside | None = None
        self._running: Collection[etree._Element] = ()
        self._hidden: Mapping[etree._Element, str] = {}
        self._numbers: Mapping[etree._Element, str] = {}
        self._number = ""  # of the item that has begun and whose words have not
        self._links = 0
        self._elements = 0
        self._line = 1

    def run(self, root: etree._Element) -> None:
        """Read the whole tree."""
        self._running = elements.with_running_text(root)
        self._hidden = elements.hidden_elements(root)
        self._numbers = list_numbers(root)
        for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
            if event == "start":
                self._start(element)
                self._text(element.text)
            elif event == "end":
                self._end(element)
                self._text(element.tail)
            else:
                self._line += (element.text or "").count("\n")
                self._text(element.tail)
        self._end_block()

    # --- elements -----------------------------------------------------------------------------

    def _start(self, element: etree._Element) -> None:
        name = elements.name_of(element)
        self._line = max(self._line, cast("int | None", element.sourceline) or 0)
        around = self._open[-1]
        if name in elements.BLOCKS:
            if self._aside and elements.name_of(self._aside.element) == "svg":
                self._close_aside()  # a drawing holds no paragraphs: it was never closed
            self._end_block()
        if (
            not self._aside
            and not around.silent
            and (reason := elements.reason_aside(element, self._running, self._hidden))
        ):
            self._aside = _Aside(element, reason, self._line)
        self._push(name, element)
        if name == "li":
            self._number = self._numbers.get(element, "")
        elif name in elements.FRACTIONS:
            self.warnings.append(ReadingWarning(self._line, "公式按文字连写，上下标或分数线未写出", "与原件核对"))
        if name == "br":
            self._give(self._lines.end_line(around.place, "br"))
        elif name == "hr":
            self._lines.leave_gap()
        elif name in ("img", "image") and not self._aside:
            self.pictures += 1
        elif not self._aside:
            self._start_table_part(name, element)

    def _push(self, name: str, element: etree._Element) -> None:
        if len(self._open) > self._limit:
            raise SourceError(f"元素嵌套超过 {self._limit} 层", "删去多余的嵌套标签后重新放入")
        around = self._open[-1]
        self._links += name == "a"
        self._elements += 1
        place = Place(
            elements.align_of(element) or around.place.align,
            elements.heading_rank(element) or around.place.heading,
            around.place.in_paragraph or name in elements.PARAGRAPHS,
        )
        self._open.append(
            _Open(
                name,
                around.place if place == around.place else place,
                around.keeps_lines or elements.keeps_lines(element),
                around.in_block or (name in elements.BLOCKS and name not in ("html", "body")),
                around.silent or name in elements.SILENT,
                self._links if name == "a" else around.link,
                (*around.around, self._elements) if name in elements.BLOCKS else around.around,
                look_of(element, name, around.look),
            )
        )

    def _start_table_part(self, name: str, element: etree._Element) -> None:
        top = self._frames[-1]
        if name == "table" or (name in elements.TABLE_PARTS and not isinstance(top, _Table)):
            top = _Table(element)
            self._frames.append(top)
        if name == "tr" and isinstance(top, _Table):
            top.rows.append([])
        elif name in elements.CELLS and isinstance(top, _Table):
            if not top.rows:
                top.rows.append([])
            holder = _Holder(element)
            top.rows[-1].append(Cell(holder.paragraphs, _span(element, "rowspan"), _span(element, "colspan")))
            self._frames.append(holder)

    def _end(self, element: etree._Element) -> None:
        name = self._open[-1].name
        if name in elements.BLOCKS:
            if name == "p" and self._lines.is_empty:
                self._lines.leave_gap()
            self._end_block()
        if self._aside and self._aside.element is element:
            self._close_aside()
        top = self._frames[-1]
        if top.element is element:
            self._frames.pop()
            if isinstance(top, _Table):
                self._give((*top.paragraphs, *unfold(top.rows)))
        self._open.pop()

    def _close_aside(self) -> None:
        self._end_block()
        aside, self._aside = self._aside, None
        if aside is None:
            return
        self.dropped += aside.lines.dropped
        text = "\n".join(paragraph.line.text for paragraph in aside.paragraphs).strip(BLANK)
        if elements.name_of(aside.element) in elements.BARE:
            inside = _inside(text, aside.line)
            if any(elements.is_running(paragraph.line.text) for paragraph in inside):
                self._give(inside)
                return
            text = "\n".join(paragraph.line.text for paragraph in inside)
        if text:
            self.dropped.append(Dropped(text, aside.reason, aside.line))

    # --- text ---------------------------------------------------------------------------------

    def _text(self, text: str | None) -> None:
        if not text:
            return
        line, here = self._line, self._open[-1]
        self._line += text.count("\n")
        if here.silent:
            return
        text = self._as_shown(text, line)
        if not here.keeps_lines and (here.in_block or not self._loose_lines):
            self._lines.add(text, line, here.link)
            return
        for k, piece in enumerate(text.split("\n")):
            if k:
                self._give(self._lines.end_line(here.place, "newline"))
            self._lines.add(piece, line + k, here.link)

    def _as_shown(self, text: str, line: int) -> str:
        """The text as its element makes it look, behind the number of its item."""
        here = self._open[-1]
        if here.look is not PLAIN:
            text, lost, joined = as_shown(text, here.look)
            if lost:
                self.dropped.append(Dropped(lost, "符号字体中的字符", line))
            if joined:
                message = f"{'上标' if here.look.raised == 'sup' else '下标'}“{joined}”与前面的文字连写"
                self.warnings.append(ReadingWarning(line, message, "与原件核对"))
        if self._number and text.strip(BLANK):
            number, self._number = self._number, ""
            if not here.link and not has_own_number(text):  # a list of links belongs to the site
                return number + text.lstrip(BLANK + "\n")
        return text

    def _end_block(self) -> None:
        self._give(self._lines.end_block(self._open[-1].place))

    def _give(self, paragraphs: Iterable[Paragraph]) -> None:
        around = self._open[-1].around
        (self._aside or self._frames[-1]).paragraphs.extend(replace(p, around=around) for p in paragraphs)

    @property
    def _lines(self) -> LineBuilder:
        """What gathers the text here: an aside inside a paragraph does not part it."""
        return self._aside.lines if self._aside else self.lines


def _span(element: etree._Element, name: str) -> int:
    """Value of rowspan or colspan; 1 where it is missing, nought or no number."""
    value = (element.get(name) or "").strip()
    is_number = value.isascii() and value.isdigit() and len(value) <= _SPAN_DIGITS
    return min(int(value) or 1, _LARGEST_SPAN) if is_number else 1


def _inside(text: str, line: int) -> list[Paragraph]:
    """The paragraphs of markup that HTML takes as bare text, as inside <iframe>; it begins on that line."""
    extracted = read_html(_BARE_TAG.sub("<span", text), "utf-8")
    words = [replace(p, line=replace(p.line, number=p.line.number + line - 1)) for p in extracted.paragraphs]
    return words + [Paragraph(Line(dropped.text, dropped.line + line - 1)) for dropped in extracted.dropped]
