"""Writes a document as plain text and as Markdown, with nothing but its own words."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator, Sequence

from notice_site.model import Block, BlockKind, Notice
from notice_site.pages.core import labels_zh
from notice_site.pages.core.escaping import Markdown, escape
from notice_site.pages.core.links import Links
from notice_site.pages.notice.block_text import heading_end

_DEEPEST = 6
"""The levels of headings of Markdown."""


def plain_text(notice: Notice) -> bytes:
    """Writes a document as text, a paragraph a line; the cells of a table are divided by tabs.

    The byte order mark tells programs that would take the system's own encoding that this is UTF-8.
    """
    lines = []
    for block, text in paragraphs(notice.blocks):
        if block.rows:
            lines += ["\t".join(" ".join(cell.split("\n")) for cell in row) for row in block.rows]
            text = text[len(block.text) :]
        if text:
            lines.append(text)
    return codecs.BOM_UTF8 + "".join(f"{line}\n" for line in lines).encode()


def paragraphs(blocks: Sequence[Block]) -> Iterator[tuple[Block, str]]:
    """Yields each block with its text and that of the points that run on in it."""
    at = 0
    while at < len(blocks):
        end = at + 1
        while end < len(blocks) and blocks[end].inline:
            end += 1
        yield blocks[at], "".join(block.text for block in blocks[at:end])
        at = end


def markdown_text(notice: Notice, links: Links) -> str:
    """Writes a document as Markdown, with its facts in front matter; a heading keeps the stop that closes it."""
    levels: dict[str, int] = {}
    parts = [_front_matter(notice, links)]
    for block, text in paragraphs(notice.blocks):
        if block.rows:
            parts.append(_table(block))
            text = text[len(block.text) :]
        elif block.kind is BlockKind.TITLE:
            parts.append(f"# {escape(text)}")
            continue
        elif block.kind is BlockKind.SECTION and not block.inline:
            levels[block.id] = min(levels.get(block.parent or "", 1) + 1, _DEEPEST)
            end = heading_end(block)
            parts.append(f"{'#' * levels[block.id]} {escape(text[:end])}")
            text = text[end:]
        if text.strip():
            parts.append(escape(text))
    return "\n\n".join(parts) + "\n"


def _front_matter(notice: Notice, links: Links) -> str:
    """Lists what is known of the document; values are JSON, which YAML reads as well."""
    published = notice.published
    facts = {
        "题名": labels_zh.title(notice),
        "发文字号": notice.number,
        "发文机关": list(notice.issuers),
        "成文日期": notice.date,
        "印发日期": notice.printed,
        "发表情况": " ".join(part for part in (published.medium, published.date) if part) if published else None,
        "来源中断": True if notice.status == "truncated" else None,
        "来源文件": notice.source,
        "SHA-256": notice.sha256,
        "网页": links.notice(notice.id).url,
    }
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in facts.items() if value]
    return "\n".join(["---", *lines, "---"])


def _table(block: Block) -> str:
    """Writes a table with its first row as the head, as Markdown asks; short rows are filled up."""
    width = max(map(len, block.rows))
    rows = [[*(_cell(cell) for cell in row), *[""] * (width - len(row))] for row in block.rows]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], f"|{' --- |' * width}", *lines[1:]])


def _cell(text: str) -> str:
    return Markdown("<br>").join(map(escape, text.split("\n")))
