"""Collects the labels of the sections that a block stands in."""

from __future__ import annotations

from collections.abc import Callable

from notice_site.model import Block

_FULL_WIDTH = str.maketrans("()．", "（）.")


def section_path(block: Block | None, parent: Callable[[str], Block | None]) -> str:
    """Joins the labels of the sections around a block, 三、（一）1.; "" outside all labelled sections.

    Brackets are full-width and dots half-width whatever the source has, so that all pages name a place in one way.

    `parent` finds a block of the document by its id.
    """
    labels: list[str] = []
    while block is not None:
        if block.label:
            labels.append(block.label)
        block = parent(block.parent or "")
    return "".join(reversed(labels)).translate(_FULL_WIDTH)
