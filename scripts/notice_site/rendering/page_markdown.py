"""Converts the Markdown that our own pages are written in, letter for letter as Python-Markdown does, but much faster.

It knows only the forms that `pages/core/markdown.py` writes: blocks with a blank line between them, each with its
text in one line. A page with any other form is refused and left to Python-Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from markdown.extensions.toc import nest_toc_tokens

from notice_site.rendering.inline_markdown import NotOurs, inline_html, listed_attributes, tag
from notice_site.rendering.page_regions import markup_of_line, raw_html

_EXTENSIONS = {"attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "tables", "toc"}
_OUTLINE_OPTIONS = {"title", "toc_depth", "permalink", "permalink_class", "permalink_title", "permalink_leading"}

_UNCLEAR = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")
"""Characters that mean something to Python-Markdown, or end a line for some of its parts."""

_HEADING = re.compile(r"(#{1,6}) (.+)(?<!(?<!\\)#) \{ ([^{}]+) \}")
_ITEMS = {"ul": re.compile(r"- (.+)"), "ol": re.compile(r"\d+\. (.+)")}
_FOOTNOTE = re.compile(r"\[\^([a-z0-9-]+)\]: (.+)")
_CELL_EDGE = re.compile(r"(?<!\\)\|")
_TAG = re.compile(r"<[^>]*>")
_FOOTNOTE_MARK = re.compile(r'<sup id="fnref:.*?</sup>')
_FOOTNOTES_HERE, _OUTLINE_HERE = "///Footnotes Go Here///", "[TOC]"


@dataclass(frozen=True, slots=True)
class Settings:
    """What mkdocs.yml says of the extensions of Markdown."""

    outline_title: str
    outline_levels: range
    permalink: str
    permalink_class: str
    permalink_title: str
    backlink_title: str

    @classmethod
    def of(cls, extensions: Iterable[str], options: Mapping[str, Mapping[str, Any]]) -> Settings:
        """Reads the settings; `NotOurs` where mkdocs.yml names other extensions or options than ours does."""
        toc, footnotes = options.get("toc", {}), options.get("footnotes", {})
        if {*extensions} != _EXTENSIONS or {*options} != {"toc", "footnotes"} or {*footnotes} != {"BACKLINK_TITLE"}:
            raise NotOurs(options)
        if {*toc} != _OUTLINE_OPTIONS or toc["permalink_leading"] or not re.fullmatch("[1-6]-[1-6]", toc["toc_depth"]):
            raise NotOurs(toc)
        return cls(
            outline_title=toc["title"],
            outline_levels=range(int(toc["toc_depth"][0]), int(toc["toc_depth"][2]) + 1),
            permalink=toc["permalink"],
            permalink_class=toc["permalink_class"],
            permalink_title=toc["permalink_title"],
            backlink_title=footnotes["BACKLINK_TITLE"],
        )


class PageReader:
    """Converts one page: `html` is its content, with marks around the targets of links; `outline` its headings."""

    def __init__(self, markdown: str, settings: Settings) -> None:
        if _UNCLEAR.search(markdown):
            raise NotOurs(markdown)
        self._settings = settings
        self._lines: list[str] = []  # of HTML
        self._open: list[tuple[str, int]] = []  # regions: the tag, and how many lines there were when it was opened
        self._headings: list[dict[str, Any]] = []
        self._footnotes: dict[str, str] = {}
        self._marked: list[str] = []  # footnotes in the order of their marks
        self._list = ""  # tag of the list that the last block was
        for block in filter(None, markdown.strip("\n").split("\n\n")):
            self._read(block)
        if self._open:
            raise NotOurs(self._open)
        self.outline: list[dict[str, Any]] = nest_toc_tokens(self._headings)
        self.html = self._with_outline(self._with_footnotes("\n".join(self._lines).strip()))

    def _read(self, block: str) -> None:
        lines = block.split("\n")
        list_before, self._list = self._list, ""
        if block[0] == "<" and self._read_markup(lines):
            return
        if block.startswith("#"):
            self._read_heading(block)
        elif block.startswith(("- ", "1. ")):
            self._list = "ul" if block.startswith("-") else "ol"
            if list_before in _ITEMS:  # Markdown would make one list of both
                raise NotOurs(block)
            self._read_list(lines)
        elif block.startswith("|"):
            self._read_table(lines)
        elif block[0] == "[" and _FOOTNOTE.match(block):
            self._read_footnotes(lines)
        elif block in (_FOOTNOTES_HERE, _OUTLINE_HERE):
            self._lines.append(f"\0{block}")
        elif len(lines) == 2 and lines[1].startswith(":   "):
            self._list = "dl"
            self._read_definition(lines[0], lines[1][4:], list_before == "dl")
        elif len(lines) == 2 and lines[1].startswith("{: ") and lines[1].endswith(" }"):
            self._lines.append(f"{_paragraph_tag(lines[1][3:-2])}{self._inline(lines[0])}</p>")
        else:
            self._lines.append(f"<p>{self._inline(block)}</p>")

    def _inline(self, text: str) -> str:
        return inline_html(text, self._footnote_mark) if "[^" in text else _inline_without_footnotes(text)

    def _read_markup(self, lines: list[str]) -> bool:
        """Reads lines that open or close regions; False where this is a paragraph that begins with an element."""
        for number, line in enumerate(lines):
            markup = markup_of_line(line)
            if markup is None:
                raw = raw_html("\n".join(lines[number:]), is_in_region=bool(self._open))
                if number and raw is None:
                    raise NotOurs(line)
                self._lines += [raw] if raw else []
                return raw is not None
            name, start, text = markup
            if text:
                self._lines.append(f"{start}{self._inline(text)}</{name}>")
            elif start:
                self._lines.append(start)
                self._open.append((name, len(self._lines)))
            else:
                open_tag, length = self._open.pop() if self._open else ("", 0)
                if open_tag != name:
                    raise NotOurs(line)
                self._lines.append(line if len(self._lines) > length else self._lines.pop() + line)
        return True

    def _read_heading(self, block: str) -> None:
        heading = _HEADING.fullmatch(block)
        attributes = listed_attributes(heading[3]) if heading else {}
        if heading is None or "id" not in attributes:
            raise NotOurs(block)
        level, content, id = len(heading[1]), self._inline(heading[2]), attributes["id"]
        label = attributes.pop("data-toc-label", None)
        settings = self._settings
        about = {"class": settings.permalink_class, "href": f"#{id}", "title": settings.permalink_title}
        permalink = f"{tag('a', about)}{settings.permalink}</a>"
        self._lines.append(f"{tag(f'h{level}', attributes)}{content}{permalink}</h{level}>")
        if level in settings.outline_levels:
            name = _TAG.sub("", _FOOTNOTE_MARK.sub("", content)) if label is None else label
            self._headings.append({"level": level, "id": id, "name": " ".join(name.split())})

    def _read_list(self, lines: list[str]) -> None:
        self._lines.append(f"<{self._list}>")
        for line in lines:
            item = _ITEMS[self._list].fullmatch(line)
            if item is None:
                raise NotOurs(line)
            self._lines.append(f"<li>{self._inline(item[1])}</li>")
        self._lines.append(f"</{self._list}>")

    def _read_definition(self, name: str, meaning: str, goes_on: bool) -> None:
        if goes_on:
            self._lines.pop()
        else:
            self._lines.append("<dl>")
        self._lines += [f"<dt>{self._inline(name)}</dt>", f"<dd>{self._inline(meaning)}</dd>", "</dl>"]

    def _read_table(self, lines: list[str]) -> None:
        if len(lines) < 3 or "`" in "".join(lines):
            raise NotOurs(lines)
        head, edge, *rows = (_cells(line) for line in lines)
        if {*edge} != {"---"} or any(len(row) != len(head) for row in (edge, *rows)):
            raise NotOurs(lines)
        self._lines += ["<table>", "<thead>", *self._row("th", head), "</thead>", "<tbody>"]
        for row in rows:
            self._lines += self._row("td", row)
        self._lines += ["</tbody>", "</table>"]

    def _row(self, name: str, cells: list[str]) -> list[str]:
        return ["<tr>", *(f"<{name}>{self._inline(cell) if cell else ''}</{name}>" for cell in cells), "</tr>"]

    def _read_footnotes(self, lines: list[str]) -> None:
        for line in lines:
            footnote = _FOOTNOTE.fullmatch(line)
            if footnote is None or footnote[1] in self._footnotes:
                raise NotOurs(line)
            self._footnotes[footnote[1]] = inline_html(footnote[2], None)

    def _footnote_mark(self, name: str) -> str:
        if name in self._marked:
            raise NotOurs(name)
        self._marked.append(name)
        return f'<sup id="fnref:{name}"><a class="footnote-ref" href="#fn:{name}">{len(self._marked)}</a></sup>'

    def _with_footnotes(self, html: str) -> str:
        if html.count(f"\0{_FOOTNOTES_HERE}") != bool(self._footnotes) or {*self._marked} != {*self._footnotes}:
            raise NotOurs(html)
        numbers = {name: number for number, name in enumerate(self._footnotes, 1)}
        items = []
        for name in self._marked:
            title = self._settings.backlink_title.format(numbers[name])
            back = tag("a", {"class": "footnote-backref", "href": f"#fnref:{name}", "title": title})
            items.append(f'<li id="fn:{name}">\n<p>{self._footnotes[name]}&#160;{back}&#8617;</a></p>\n</li>\n')
        whole = f'<div class="footnote">\n<hr />\n<ol>\n{"".join(items)}</ol>\n</div>'
        return html.replace(f"\0{_FOOTNOTES_HERE}", whole)

    def _with_outline(self, html: str) -> str:
        if f"\0{_OUTLINE_HERE}" not in html:
            return html
        title = f'<span class="toctitle">{self._settings.outline_title}</span>'
        return html.replace(f"\0{_OUTLINE_HERE}", f'<div class="toc">{title}{_outline_list(self.outline)}\n</div>')


@lru_cache(maxsize=4096)
def _paragraph_tag(words: str) -> str:
    return tag("p", listed_attributes(words))


@lru_cache(maxsize=8192)
def _inline_without_footnotes(text: str) -> str:
    """Converts the text of one block; links, cells and remarks recur on many pages."""
    return inline_html(text, None)


def _cells(line: str) -> list[str]:
    r"""Cuts a line of a table at its bars.

    >>> _cells(r"| 甲 | 乙\|丙 |")
    ['甲', '乙\\|丙']
    """
    if not (line.startswith("| ") and line.endswith(" |") and len(line) > len("| |")):
        raise NotOurs(line)
    cells = _CELL_EDGE.split(line) if "\\|" in line else line.split("|")
    return [cell.strip(" ") for cell in cells[1:-1]]


def _outline_list(items: list[dict[str, Any]]) -> str:
    lines = [
        f'<li><a href="#{item["id"]}">{item["name"]}</a>'
        + (f"{_outline_list(item['children'])}\n</li>" if item["children"] else "</li>")
        for item in items
    ]
    return "\n".join(["<ul>", *lines, "</ul>"]) if items else "<ul></ul>"
