"""Sorts events into the lanes of a picture: one for each document, or for each level."""

from __future__ import annotations

from collections.abc import Sequence

from notice_site.model import Event, Notice
from notice_site.model.frozen import dataclass
from notice_site.pages.core import labels_zh
from notice_site.pages.core.site import Site
from notice_site.pages.timeline.event_shapes import is_drawn

_NAME_LENGTH = 60
"""Characters of a document's name: two and a half lines of the width of a phone."""

_MOST_DOCUMENTS = 40
"""Documents with lanes of their own: a picture with more is longer than anyone scrolls, so levels take their place."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A band of the picture.

    `target` is where its name leads, "" for nowhere. A lane of a level has no name of its own.
    """

    name: str
    target: str
    level: str | None
    events: tuple[Event, ...]


def lanes_of(site: Site, events: Sequence[Event], page: str, most: int = _MOST_DOCUMENTS) -> tuple[Lane, ...]:
    """Makes a lane for each document, levels outermost first; for more than `most` documents, a lane for each level."""
    by_notice: dict[str, list[Event]] = {}
    for event in events:
        if is_drawn(event):
            by_notice.setdefault(event.ref.notice, []).append(event)
    order = [*site.levels]

    def rank(notice: Notice) -> tuple[int, str, str]:
        level = order.index(notice.level) if notice.level in order else len(order)
        return level, notice.date or "9", notice.id

    documents = sorted((site.notices[id] for id in by_notice), key=rank)
    if len(documents) <= most:
        return tuple(
            Lane(
                labels_zh.short(n, _NAME_LENGTH),
                site.links.notice(n.id).built_relative_to(page),
                n.level,
                tuple(by_notice[n.id]),
            )
            for n in documents
        )
    by_level: dict[str | None, list[Event]] = {}
    for notice in documents:
        by_level.setdefault(notice.level, []).extend(by_notice[notice.id])
    return tuple(Lane("", "", level, tuple(of_level)) for level, of_level in by_level.items())
