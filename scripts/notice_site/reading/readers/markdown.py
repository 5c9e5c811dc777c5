"""Reads Markdown: takes out the marks of headings, strong text and tables, and records them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from notice_site.model import Dropped, Line
from notice_site.reading.extracted_text import ExtractedText, Paragraph
from notice_site.reading.readers.html import read_html
from notice_site.reading.readers.plain import is_html, read_plain
from notice_site.reading.readers.tables import is_sparse
from notice_site.reading.reference.limits import DEFAULTS, Limits

# A block of metadata at the very start, between lines of three dashes.
# takes: ---\ntitle: 通知\ntags:\n  - 甲\n---; not: ---\n通知正文。\n---
_FRONT_MATTER = re.compile(
    r"""
    \A --- [ \t]* \n
    (
        (?:
            [A-Za-z_] [\w-]{0,60} [ \t]* : .* \n  # a key and its value
            | [ \t#-] (?!--) .* \n  # an indented line, a comment, an item of a list
            | \n
        )*
    )
    (?: --- | \.\.\. ) [ \t]* (?: \n | \Z )
    """,
    re.VERBOSE,
)
# takes: # 通知, ## 一、总则 ##, ##三、范围; not: #话题#, ##话题##, #1
_HEADING = re.compile(
    r"""
    [ ]{0,3} (?P<mark> \#{1,6} ) [ \t]+ (?P<text> .*? ) (?P<end> [ \t]+ \#+ )? [ \t]*
    | [ ]{0,3} (?P<tight> \#{2,6} ) (?P<words> [^\s\#] [^\#]* )
    """,
    re.VERBOSE,
)
# A line that holds nothing but marks: a heading without words, a rule. takes: ##, ---, - - -; not: #, --, —, ____
_ONLY_MARKS = re.compile(r"[ \t]* (?: \#{2,6} | - (?: [ \t]* - ){2,} ) [ \t]*", re.VERBOSE)
# takes: **一、总则。**, __重要__; not: 2**3, **, ** 空 **
_STRONG = re.compile(
    r"""
    ( \*\* | __ )
    (?= [^\s*_] ) ( [^*_\n]{1,500}? ) (?<= [^\s*_] )  # no white space at either end
    \1
    """,
    re.VERBOSE,
)
# A link or a picture; its address is ASCII with a mark of addresses in it, or the name of a file.
# takes: [附件1](./a.doc), ![章](x.png "印章"), [表](附件1.doc); not: 国发[2014](3号), [2014]3号, [甲](乙)
_LINK = re.compile(
    r"""
    (?P<picture> !? ) \[ (?P<text> [^\[\]\n]{0,200} ) \]
    \(
    (?P<address> [!-'*-~]{0,500} [./\#:] [!-'*-~]{0,500} | [^\s()]{1,200} \. [a-z0-9]{2,5} )
    (?: [ ]+ "[^"\n]{0,200}" )?
    \)
    """,
    re.VERBOSE,
)
# The mark of an item or of a quotation. takes: - 学习, * 整改, > 引文; not: - 1 -, -5, *号*, 1. 学习
_ITEM = re.compile(r"[ \t]* (?P<mark> [-*+] | >+ ) [ \t]+ (?! \d+ [ \t]* [-—] [ \t]* $ ) (?P<text> \S .* )", re.VERBOSE)
# Text struck out. takes: ~~五月~~; not: ~5, ~~ 五月~~, ~~~
_STRUCK = re.compile(r"~~(?=[^\s~])([^~\n]{1,500})(?<=\S)~~")
# takes: <br>, <BR/>; not: <b>
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_LINE_IN_CELL = "\ufdd0"  # stands for <br> in a cell while the lines are read; no text holds it once it is decoded
# takes: | 序号 | 任务 |; not: 序号 | 任务, |
_TABLE_ROW = re.compile(r"[ \t]* \| .* \| [ \t]*", re.VERBOSE)
# takes: |---|:-:|, | - |; not: | | |, |--, ---
_TABLE_RULE = re.compile(r"[ \t]* \| (?: [ \t]* :? -+ :? [ \t]* \| )+ [ \t]*", re.VERBOSE)
_MARK, _PICTURE = "Markdown 记号", "图片"
_NO_BAR = re.compile(r"[^|]")


def read_markdown(text: str, encoding: str, limits: Limits = DEFAULTS) -> ExtractedText:
    """Reads the lines of the text; a heading has its rank, a table its rows; front matter and comments are dropped.

    Raises `SourceError` as `read_html` does, which reads a text that holds markup.

    >>> [(p.line.text, p.line.heading) for p in read_markdown("# 通知\\n\\n**一、总则。**正文", "utf-8").paragraphs]
    [('通知', 1), ('一、总则。正文', 0)]
    """
    dropped: list[Dropped] = []
    if front := _FRONT_MATTER.match(text):
        if front[1].strip():
            dropped.append(Dropped(front[1].strip(), "文件头元数据", 2))
        text = "\n" * front[0].count("\n") + text[front.end() :]
    text = _without_comments(text, dropped)
    if "|" in text and "<" in text:
        rows = (_BREAK.sub(_LINE_IN_CELL, line) if line.lstrip().startswith("|") else line for line in text.split("\n"))
        text = "\n".join(rows)
    extracted = read_html(text, encoding, limits) if is_html(text) else read_plain(text, encoding)
    paragraphs = tuple(_unmarked(_with_tables(extracted.paragraphs, dropped), dropped))
    pictures = extracted.pictures + sum(entry.reason == _PICTURE for entry in dropped)
    dropped += extracted.dropped
    return replace(extracted, format="markdown", paragraphs=paragraphs, dropped=tuple(dropped), pictures=pictures)


def _without_comments(text: str, dropped: list[Dropped]) -> str:
    """The text without <!-- … -->, each on the lines it had."""
    parts: list[str] = []
    end = 0
    while (start := text.find("<!--", end)) >= 0 and (close := text.find("-->", start + 4)) >= 0:
        comment = text[start + 4 : close]
        if comment.strip():
            dropped.append(Dropped(comment.strip(), "注释", text.count("\n", 0, start) + 1))
        parts += [text[end:start], "\n" * comment.count("\n")]
        end = close + 3
    return "".join([*parts, text[end:]])


def _unmarked(paragraphs: Sequence[Paragraph], dropped: list[Dropped]) -> Iterator[Paragraph]:
    for paragraph in paragraphs:
        line = paragraph.line
        if line.rows or line.heading:
            yield paragraph
            continue
        text, rank, marks = line.text, 0, []
        if _ONLY_MARKS.fullmatch(text):
            dropped.append(Dropped(text.strip(), _MARK, line.number))
            continue
        if heading := _HEADING.fullmatch(text):
            text, rank = heading["text"] or heading["words"] or "", len(heading["mark"] or heading["tight"])
            marks += [mark.strip() for mark in heading.group("mark", "tight", "end") if mark]
        elif item := _ITEM.fullmatch(text):
            text = item["text"]
            marks.append(item["mark"])
        marks += [mark for mark, _ in _STRONG.findall(text) for _ in range(2)]
        text = _STRONG.sub(r"\2", text)
        struck = _STRUCK.findall(text)
        text = _STRUCK.sub("", text)
        links = [*_LINK.finditer(text)]
        text = _LINK.sub(lambda link: "" if link["picture"] else link["text"], text)
        if not marks and not links and not struck:
            yield paragraph
        elif text.strip() or links or struck:  # a heading of nothing is text that looks like one
            dropped += [Dropped(mark, _MARK, line.number) for mark in marks]
            dropped += [Dropped(words, "带删除线的文字", line.number) for words in struck]
            dropped += [_dropped_link(link, line.number) for link in links]
            if text.strip():
                yield replace(paragraph, line=replace(line, text=text, heading=rank, whole=line.whole or rank > 0))
        else:
            yield paragraph


def _dropped_link(link: re.Match[str], line: int) -> Dropped:
    if link["picture"]:
        return Dropped(link["text"] or link["address"], _PICTURE, line)
    return Dropped(link["address"], "链接的地址", line)


def _with_tables(paragraphs: Sequence[Paragraph], dropped: list[Dropped]) -> list[Paragraph]:
    """Makes one paragraph with `rows` of each pipe table: a row, a rule of dashes, more rows."""
    result: list[Paragraph] = []
    k = 0
    while k < len(paragraphs):
        lines = [paragraphs[k].line]
        if k + 1 < len(paragraphs) and _TABLE_RULE.fullmatch(paragraphs[k + 1].line.text):
            while k + len(lines) < len(paragraphs) and _TABLE_ROW.fullmatch(paragraphs[k + len(lines)].line.text):
                lines.append(paragraphs[k + len(lines)].line)
        rows = _cells(lines) if len(lines) > 1 and _TABLE_ROW.fullmatch(lines[0].text) else []
        if rows and not is_sparse(len(rows) * max(map(len, rows)), sum(map(len, rows))):
            result.append(Paragraph(_table(lines[0], rows)))
            marks = "".join(_NO_BAR.sub("", line.text) for line in (lines[0], *lines[2:]))
            dropped += [Dropped(mark, _MARK, lines[1].number) for mark in (marks, lines[1].text.strip())]
            k += len(lines)
        else:
            result.append(paragraphs[k])
            k += 1
    return result


def _cells(lines: Sequence[Line]) -> list[list[str]]:
    """The cells of each row; the second line is the rule."""
    texts = [line.text.strip().removeprefix("|").removesuffix("|") for line in (lines[0], *lines[2:])]
    return [[_cell(cell) for cell in text.split("|")] for text in texts]


def _table(first: Line, rows: Sequence[Sequence[str]]) -> Line:
    width = max(map(len, rows))
    grid = tuple((*row, *[""] * (width - len(row))) for row in rows)
    text = "\n".join("\t".join(row) for row in grid)
    return Line(text, first.number, rows=grid, whole=True, gap_before=first.gap_before)


def _cell(text: str) -> str:
    return "\n".join(line for piece in text.split(_LINE_IN_CELL) if (line := piece.strip()))
