"""Collects the labels of the sections that a block stands in."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from notice_site.model import Block

# takes: 一, 三、十二; not: 三、（一）, 第一, 1.
_BARE_NUMERAL = re.compile(r"(?:^|(?<=、))[一二三四五六七八九十百]+$")

_FULL_WIDTH = str.maketrans("()．", "（）.")


def section_path(block: Block | None, parent: Callable[[str], Block | None]) -> str:
    """Joins the labels of the sections around a block, 三、（一）1.; "" outside all labelled sections.

    All pages name a place in this one way: brackets are full-width and dots half-width whatever the source has, and
    the pause behind the last label is left out (二, not 二、).

    `parent` finds a block of the document by its id.
    """
    labels: list[str] = []
    while block is not None:
        if block.label:
            labels.append(block.label.strip())
        block = parent(block.parent or "")
    return _of_labels("".join(reversed(labels)))


@lru_cache(maxsize=4096)
def _of_labels(labels: str) -> str:
    return labels.translate(_FULL_WIDTH).rstrip("、")


def section_name(block: Block | None, parent: Callable[[str], Block | None]) -> str:
    """Names the place of a block, 三、（一）1.; 正文 outside all labelled sections."""
    return standing_alone(section_path(block, parent)) or "正文"


@lru_cache(maxsize=4096)
def standing_alone(path: str) -> str:
    """Gives a path that is not part of a sentence; its last numeral keeps the pause, because 一 alone is like a dash.

    >>> standing_alone("一"), standing_alone("三、（一）")
    ('一、', '三、（一）')
    """
    return _BARE_NUMERAL.sub(r"\g<0>、", path)
