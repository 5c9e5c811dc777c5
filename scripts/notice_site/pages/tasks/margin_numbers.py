"""Says in the margin of a notice which numbers its duties demand."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from notice_site.model import Notice
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.margin_notes import MarginNote
from notice_site.pages.core.site import Site
from notice_site.text.quantities import ABOUT, AT_LEAST, AT_MOST

_BOUNDED = {AT_LEAST: "不少于", AT_MOST: "不超过", ABOUT: "约"}
"""Numbers with a bound, as the margin words them; a plain number says itself in the text."""


def margin_numbers(site: Site) -> Callable[[Notice], Iterator[MarginNote]]:
    """Writes each number that a duty bounds: 不少于 3 个月."""

    def notes(notice: Notice) -> Iterator[MarginNote]:
        seen = set()
        for task in site.tasks.get(notice.id, ()):
            text = notice.block(task.ref.block).text
            for quantity in task.quantity:
                if quantity.number is None or quantity.comparator not in _BOUNDED:
                    continue
                words = f"{_BOUNDED[quantity.comparator]} {labels_zh.number(quantity.number)} {quantity.unit}".rstrip()
                at = task.ref.start + max(text[task.ref.start :].find(quantity.wording), 0)
                if (task.ref.block, at, words) not in seen:
                    seen.add((task.ref.block, at, words))
                    yield MarginNote(task.ref.block, at, "number", md.escape(words))

    return notes
