"""HTML text -> its paragraphs in reading order, the text that stands aside, and the number of pictures."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import cast

from lxml import etree

from notice_site.model import Align, Dropped, Line
from notice_site.reading import html_elements as elements
from notice_site.reading.content import Content, Paragraph, Unreadable
from notice_site.reading.html_repair import repaired
from notice_site.reading.limits import DEFAULTS, Limits
from notice_site.reading.tables import Cell, unfold

_SPACE_WITH_NEWLINE = re.compile(r"[ \t\r\f\v]*\n[ \t\r\n\f\v]*")
_HTML_SPACE = " \t\r\n\f\v"
_BLANK = _HTML_SPACE + "\xa0\u3000\u200b\ufeff"
_SEPARATORS = "|｜│·•>＞»/-—[]【】"  # between the links of a menu

# A space that was escaped twice, so that its name shows: 建设&amp;nbsp;活动 reads 建设&nbsp;活动.
_SPACE_NAMED = re.compile(r"&(?:nbsp|ensp|emsp|#160|#12288);?")
_BARE_TAG = re.compile(r"<(?=/?(?:iframe|noframes|noembed)\b)/?\w+", re.IGNORECASE)
# What touches a Han character needs no space when the source line breaks there.
_CLOSE = re.compile("[\xb7\u2014\u2018-\u201d\u2026\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")


def read_html(text: str, encoding: str, limits: Limits = DEFAULTS) -> Content:
    """One paragraph a block, or a piece of a block between two <br>.

    Raises `Unreadable` for nesting beyond the limit. Text outside all blocks keeps its source lines when
    the source is a fragment without <html> or <body>: there, plain lines stand beside markup.

    >>> [p.line.text for p in read_html("通知\\n<p>甲<br>乙</p>", "utf-8").paragraphs]
    ['通知', '甲', '乙']
    """
    whole_page = re.search(r"<(?:html|body)\b", text, re.IGNORECASE) is not None
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    root = etree.fromstring(repaired(text).encode(), parser)
    walk = _Walk(limits.html_depth, keep_loose_lines=not whole_page)
    if root is not None:
        walk.run(root)
    return Content("html", encoding, tuple(walk.root), tuple(walk.dropped), walk.pictures)


@dataclass(slots=True)
class _Table:
    element: etree._Element
    rows: list[list[Cell]] = field(default_factory=list)
    loose: list[Paragraph] = field(default_factory=list)  # text between the cells: stands before the table


@dataclass(slots=True)
class _Aside:
    element: etree._Element
    reason: str
    line: int
    parts: list[str] = field(default_factory=list)


class _Walk:
    """One pass over the tree in document order; `root` holds the paragraphs when it is done."""

    def __init__(self, depth: int, keep_loose_lines: bool) -> None:
        self.root: list[Paragraph] = []
        self.dropped: list[Dropped] = []
        self.pictures = 0
        self._limit = depth
        self._loose_lines = keep_loose_lines
        self._open: list[etree._Element] = []
        self._aligns = [Align.LEFT]
        self._headings = [0]
        self._kept = [0]  # how many open elements keep line ends
        self._links: list[int] = [0]
        self._links_met = 0
        self._blocks = 0
        self._paragraphs = 0  # how many open blocks are of the kind that holds one paragraph
        self._frames: list[_Table | list[Paragraph]] = [self.root]
        self._aside: _Aside | None = None
        self._running: Collection[etree._Element] = ()
        self._silent = 0
        self._line = 1
        self._parts: list[tuple[str, int, int]] = []  # text, source line, number of its link or 0
        self._after_break = False
        self._gap = False

    def run(self, root: etree._Element) -> None:
        self._running = elements.with_running_text(root)
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
        self._flush()

    # --- elements -----------------------------------------------------------------------------

    def _start(self, element: etree._Element) -> None:
        self._open.append(element)
        if len(self._open) > self._limit:
            raise Unreadable(f"元素嵌套超过 {self._limit} 层", "删去多余的嵌套标签后重新放入")
        name = elements.name_of(element)
        self._line = max(self._line, cast("int | None", element.sourceline) or 0)
        block = name in elements.BLOCKS
        if block:
            self._flush()
            if self._aside and elements.name_of(self._aside.element) == "svg":
                self._close_aside()  # a drawing holds no paragraphs: it was never closed
        self._silent += name in elements.SILENT
        if not self._aside and not self._silent and (reason := elements.reason_aside(element, self._running)):
            self._flush()
            self._aside = _Aside(element, reason, self._line)
        self._aligns.append(elements.align_of(element) or self._aligns[-1])
        self._headings.append(elements.heading_rank(element) or self._headings[-1])
        self._kept.append(self._kept[-1] + elements.keeps_lines(element))
        if name == "a":
            self._links_met += 1
            self._links.append(self._links_met)
        self._blocks += block and name not in ("html", "body")
        self._paragraphs += name in elements.PARAGRAPHS
        if name == "br":
            self._flush(broken=True)
        elif name == "hr":
            self._gap = True
        elif name in ("img", "image") and not self._aside:
            self.pictures += 1
        elif not self._aside:
            self._start_table_part(name, element)

    def _start_table_part(self, name: str, element: etree._Element) -> None:
        top = self._frames[-1]
        if name == "table" or ((name in elements.ROW_PARENTS or name == "tr") and not isinstance(top, _Table)):
            self._frames.append(_Table(element))
            top = self._frames[-1]
        if name == "tr" and isinstance(top, _Table):
            top.rows.append([])
        elif name in elements.CELLS and isinstance(top, _Table):
            if not top.rows:
                top.rows.append([])
            cell: list[Paragraph] = []
            top.rows[-1].append(Cell(cell, _span(element, "rowspan"), _span(element, "colspan")))
            self._frames.append(cell)

    def _end(self, element: etree._Element) -> None:
        name = elements.name_of(element)
        if name in elements.BLOCKS:
            if name == "p" and not self._has_words():
                self._gap = True
            self._flush()
        if self._aside and self._aside.element is element:
            self._flush()
            self._close_aside()
        elif not self._aside:
            self._end_table_part(name, element)
        self._open.pop()
        self._aligns.pop()
        self._headings.pop()
        self._kept.pop()
        if name == "a":
            self._links.pop()
        self._blocks -= name in elements.BLOCKS and name not in ("html", "body")
        self._paragraphs -= name in elements.PARAGRAPHS
        self._silent -= name in elements.SILENT

    def _end_table_part(self, name: str, element: etree._Element) -> None:
        top = self._frames[-1]
        if name in elements.CELLS and isinstance(top, list) and len(self._frames) > 1:
            self._frames.pop()
        elif isinstance(top, _Table) and top.element is element:
            self._frames.pop()
            self._sink().extend((*top.loose, *unfold(top.rows)))

    def _close_aside(self) -> None:
        aside, self._aside = self._aside, None
        if aside is None:
            return
        text = "".join(aside.parts).strip(_BLANK)
        if elements.name_of(aside.element) in elements.BARE:
            inside = _inside(text, aside.line)
            if any(elements.is_running(paragraph.line.text) for paragraph in inside):
                self._sink().extend(inside)
                return
            text = "\n".join(paragraph.line.text for paragraph in inside)
        if text:
            self.dropped.append(Dropped(text, aside.reason, aside.line))

    # --- text ---------------------------------------------------------------------------------

    def _text(self, text: str | None) -> None:
        if not text:
            return
        line = self._line
        self._line += text.count("\n")
        if self._silent:
            return
        if self._kept[-1] or (self._loose_lines and self._blocks == 0):
            for k, piece in enumerate(text.split("\n")):
                if k:
                    self._flush(broken=True)
                self._parts.append((piece, line + k, self._links[-1]))
        else:
            self._parts.append((text, line, self._links[-1]))

    def _has_words(self) -> bool:
        return any(text.strip(_BLANK) for text, _, _ in self._parts)

    def _sink(self) -> list[Paragraph]:
        top = self._frames[-1]
        return top.loose if isinstance(top, _Table) else top

    def _flush(self, broken: bool = False) -> None:
        """End the paragraph here; `broken`: by a line break, so that what follows may belong to it."""
        parts, self._parts = self._parts, []
        after_break, self._after_break = self._after_break, broken
        words = [part for part in parts if part[0].strip(_BLANK)]
        if not words:
            self._gap = self._gap or (after_break and broken)
            return
        text = _laid_out("".join(text for text, _, _ in parts))
        if self._aside:
            self._aside.parts.append(text + "\n")
            return
        first, number, _ = words[0]
        number += first[: len(first) - len(first.lstrip(_BLANK))].count("\n")
        text = self._without_named_spaces(text, number)
        line = Line(
            text,
            number,
            align=self._aligns[-1],
            heading=self._headings[-1],
            whole=self._paragraphs > 0 and not broken and not after_break,
            gap_before=self._gap,
        )
        self._gap = False
        worded = [link for text, _, link in words if text.strip(_BLANK + _SEPARATORS)]
        linked = bool(worded) and all(worded)
        self._sink().append(Paragraph(line, linked=linked, links=len(set(worded) - {0})))

    def _without_named_spaces(self, text: str, number: int) -> str:
        names = _SPACE_NAMED.findall(text)
        if names:
            self.dropped.append(Dropped("".join(names), "重复转义的空格", number))
            return _SPACE_NAMED.sub("\xa0", text)
        return text


def _laid_out(text: str) -> str:
    """The text without the line ends of its HTML source; other white space as found."""

    def close(match: re.Match[str]) -> str:
        before, after = text[: match.start()][-1:], text[match.end() :][:1]
        return "" if _CLOSE.match(before) or _CLOSE.match(after) else " "

    return _SPACE_WITH_NEWLINE.sub(close, text).strip(_HTML_SPACE)


def _span(element: etree._Element, name: str) -> int:
    """Value of rowspan or colspan; 1 where it is missing, no number or beyond what tables have."""
    value = (element.get(name) or "").strip()
    return min(int(value), 100) if value.isascii() and value.isdigit() and 0 < len(value) < 6 and int(value) else 1


def _inside(text: str, line: int) -> list[Paragraph]:
    """The paragraphs of markup that HTML takes as bare text, as inside <iframe>; it begins on that line."""
    content = read_html(_BARE_TAG.sub("<span", text), "utf-8")
    words = [replace(p, line=replace(p.line, number=p.line.number + line - 1)) for p in content.paragraphs]
    return words + [Paragraph(Line(dropped.text, dropped.line + line - 1)) for dropped in content.dropped]
