"""Collects the labels of the sections that a block stands in."""

from __future__ import annotations

from collections.abc import Callable

from notice_site.model import Block


def section_path(block: Block | None, parent: Callable[[str], Block | None]) -> str:
    """Where in its document a block stands, by the labels of the sections around it: 三、(一)1.

    `parent` finds a block of the document by its id; "" outside all labelled sections.
    """
    labels: list[str] = []
    while block is not None:
        if block.label:
            labels.append(block.label)
        block = parent(block.parent or "")
    return "".join(reversed(labels))
