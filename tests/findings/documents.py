"""Small documents for tests of what is found in them."""

from __future__ import annotations

from typing import Any

from notice_site.model import Block, BlockKind, Notice


def document(id: str, *paragraphs: str, title: str | None = None, **fields: Any) -> Notice:
    """A document whose paragraphs are the blocks p_1, p_2 …, after a title block where it has a title."""
    head = (Block("title", BlockKind.TITLE, title),) if title else ()
    body = tuple(Block(f"p_{n}", BlockKind.PARAGRAPH, text) for n, text in enumerate(paragraphs, 1))
    return Notice(id, f"{id}.txt", "0" * 64, title, head + body, **fields)
