"""Collects the labels of the sections that a block stands in."""

from __future__ import annotations

from collections.abc import Callable

from notice_site.model import Block

<<<<<<< HEAD
_FULL_WIDTH = str.maketrans("()", "（）")


def section_path(block: Block | None, parent: Callable[[str], Block | None]) -> str:
    """Joins the labels of the sections around a block, 三、（一）1.; "" outside all labelled sections.

    Brackets are full-width whatever the source has, so that a place is named in one way on all pages.
=======
_ONE_WAY = str.maketrans("()．", "（）.")


def section_path(block: Block | None, parent: Callable[[str], Block | None]) -> str:
    """Joins the labels of the sections around a block, 三、（一）2.; "" outside all labelled sections.
>>>>>>> 6b04c25b (feat(compare): differences end at the borders of words; a comparison is taken away as CSV or JSON; places are written one way)

    `parent` finds a block of the document by its id. All pages write brackets and dots in one way, whatever the source
    has: (一) as （一）, 2． as 2.
    """
    labels: list[str] = []
    while block is not None:
        if block.label:
            labels.append(block.label)
        block = parent(block.parent or "")
<<<<<<< HEAD
    return "".join(reversed(labels)).translate(_FULL_WIDTH)
=======
    return "".join(reversed(labels)).translate(_ONE_WAY)
>>>>>>> 6b04c25b (feat(compare): differences end at the borders of words; a comparison is taken away as CSV or JSON; places are written one way)
