"""Writes the text of a document as it is printed, in the order and form of a printed notice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_site.bundling.paper.elements import NOTHING, Html, element, joined, words
from notice_site.model import Block, BlockKind, Notice
from notice_site.pages.core import labels_zh
from notice_site.pages.notice.block_text import heading_end

WIDEST_UPRIGHT = 6
"""Columns of a table that a page holds upright with five characters a line each; a wider one lies across."""

_DEEPEST = 5
"""The styles of headings, 一、 to the level below （1）; deeper ones look like the last."""

_QUOTED = re.compile(r"(“[^“”]{1,10}”)")

_MASTHEAD_WIDTH, _MASTHEAD_SIZES = 436, (13, 20)
"""Points: the width of a line, and the smallest and largest size of a masthead, which stands on one line if it can."""

_LINES = {
    BlockKind.MASTHEAD: "masthead",
    BlockKind.NUMBER: "number",
    BlockKind.RECIPIENTS: "recipients",
    BlockKind.SIGNATURE: "signature",
    BlockKind.DATE: "date",
    BlockKind.CC: "record",
    BlockKind.PRINT: "record",
    BlockKind.NOTE: "note",
}


def place_id(notice: str, block: str) -> str:
    """The id that a block has on paper, where several documents stand in one file."""
    return f"{notice}--{block}"


def document(notice: Notice, level: int = 2) -> Html:
    """Writes a document; its title, a heading of that level, is what running heads and bookmarks name."""
    parts = [*_units(notice, level)]
    state = _state(notice)
    return element(
        "section",
        *([element("p", words(state), kind="state")] if state else []),
        *parts,
        kind="document",
        id=notice.id,
        data_cite=labels_zh.cite(notice),
    )


def _state(notice: Notice) -> str:
    """What a reader must know of the text before reading it."""
    states = {"truncated": "来源文本不完整，在文末中断", "excerpt": "本件为节选"}
    return states.get(notice.status, "")


def _units(notice: Notice, level: int) -> Iterator[Html]:
    """Writes each block with the points that run on inside its paragraph."""
    blocks = notice.blocks
    at = 0
    while at < len(blocks):
        host = None if blocks[at].inline else blocks[at]
        at += host is not None
        end = at
        while end < len(blocks) and blocks[end].inline:
            end += 1
        points = joined(_point(notice, point) for point in blocks[at:end])
        at = end
        if host is None:
            yield element("p", points)
        else:
            yield from _block(notice, host, points, level)


def _block(notice: Notice, block: Block, points: Html, level: int) -> Iterator[Html]:
    id = place_id(notice.id, block.id)
    if block.kind is BlockKind.TITLE:
        yield element(f"h{level}", _title(block.text), kind="title", id=id)
        yield from [element("p", points)] if points else []
    elif block.kind is BlockKind.SECTION:
        end = heading_end(block)
        depth = min(max(block.depth, 1), _DEEPEST)
        yield element(f"h{min(level + depth, 6)}", words(block.text[:end]), kind=f"section depth-{depth}", id=id)
        if block.text[end:].strip() or points:
            yield element("p", words(block.text[end:]), points)
    elif block.kind is BlockKind.TABLE and block.rows:
        yield _table(block, id)
        yield from [element("p", points)] if points else []
    else:
        style = _masthead_size(block.text) if block.kind is BlockKind.MASTHEAD else ""
        yield element("p", words(block.text), points, kind=_LINES.get(block.kind, ""), id=id, style=style)


def _masthead_size(text: str) -> str:
    smallest, largest = _MASTHEAD_SIZES
    return f"font-size:{min(largest, max(smallest, _MASTHEAD_WIDTH // max(1, len(text))))}pt"


def _title(text: str) -> Html:
    """Writes a title; short quoted words stand on one line, 践行“三严三实”要求."""
    parts = _QUOTED.split(text)
    return joined(
        element("span", words(part), kind="unbroken") if number % 2 else words(part)
        for number, part in enumerate(parts)
    )


def _point(notice: Notice, block: Block) -> Html:
    end = heading_end(block) if block.heading else len(block.label or "")
    head = element("b", words(block.text[:end])) if end else NOTHING
    return element("span", head, words(block.text[end:]), id=place_id(notice.id, block.id))


def _table(block: Block, id: str) -> Html:
    """Writes a table, across the page where its columns would be narrow; merged cells are as in the source."""
    spans = {(span.row, span.column): span for span in block.spans}
    covered = {
        (row, column)
        for span in block.spans
        for row in range(span.row, span.row + span.height)
        for column in range(span.column, span.column + span.width)
    } - spans.keys()
    has_head = len(block.rows) > 1 and all(cell.strip() for cell in block.rows[0])
    rows = []
    for number, row in enumerate(block.rows):
        cells = []
        for column, text in enumerate(row):
            if (number, column) in covered:
                continue
            span = spans.get((number, column))
            height, width = (str(span.height), str(span.width)) if span else ("", "")
            tag = "th" if has_head and number == 0 else "td"
            lines = joined((words(line) for line in text.split("\n")), Html("<br>"))
            cells.append(element(tag, lines, rowspan=height, colspan=width))
        rows.append(element("tr", *cells))
    head, body = (rows[:1], rows[1:]) if has_head and not any(span.row == 0 for span in block.spans) else ([], rows)
    is_wide = max(map(len, block.rows)) > WIDEST_UPRIGHT
    return element(
        "table",
        *([element("thead", *head)] if head else []),
        element("tbody", *body),
        kind="source-table wide" if is_wide else "source-table",
        id=id,
    )
