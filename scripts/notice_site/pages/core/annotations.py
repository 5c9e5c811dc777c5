"""Puts marks around words in the text of a block."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from notice_site.model import Notice
from notice_site.model.frozen import dataclass
from notice_site.pages.core import markdown as md
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.site import Site


@dataclass(frozen=True, slots=True)
class Annotation:
    """Something put around the characters start:end of a block's text, or at one point where these are equal.

    A link inside another link is not HTML: with `is_link` the inner of two is left out.
    """

    start: int
    end: int
    before: Markdown
    after: Markdown = md.EMPTY
    is_link: bool = False


Annotations = Mapping[str, tuple[Annotation, ...]]
"""Marks of a document by block id."""

Annotator = Callable[[Site], Callable[[Notice], Iterable[tuple[str, Annotation]]]]
"""Marks words on notice pages for a kind of page: prepared once for the site, called once for each document."""


def annotated(text: str, marks: Iterable[Annotation], start: int = 0, end: int | None = None) -> Markdown:
    """Escapes the characters start:end of `text`, with the marks that fall on them.

    Marks nest; of two that cross, the later one is closed and opened again at the crossing. A mark at a point
    belongs to the character before it; inside a link it waits for the end of that, because it may hold a link.

    >>> annotated("践行三严三实", [Annotation(2, 6, Markdown("<b>"), Markdown("</b>"))])
    '践行<b>三严三实</b>'
    """
    stop = len(text) if end is None else end
    spans = sorted(
        (
            Annotation(max(mark.start, start), min(mark.end, stop), mark.before, mark.after, mark.is_link)
            for mark in marks
            if mark.start < mark.end and mark.start < stop and mark.end > start
        ),
        key=lambda mark: (mark.start, -mark.end),
    )
    points = [mark for mark in marks if mark.start == mark.end and (start < mark.end <= stop or mark.end == start == 0)]
    spans_from, points_at = _by_start(spans), _by_start(points)
    edges = sorted({start, stop, *(edge for mark in [*spans, *points] for edge in (mark.start, mark.end))})
    written: list[Markdown] = []
    waiting: list[Markdown] = []
    open_marks: list[Annotation] = []
    for position, following in zip(edges, [*edges[1:], stop], strict=True):
        open_marks = _closed(open_marks, position, written)
        waiting += [mark.before for mark in points_at.get(position, ())]
        if not any(mark.is_link for mark in open_marks):
            written += waiting
            waiting = []
        for mark in spans_from.get(position, ()):
            if not (mark.is_link and any(outer.is_link for outer in open_marks)):
                written.append(mark.before)
                open_marks.append(mark)
        written.append(md.escape(text[position:following]))
    return md.joined(written)


def _by_start(marks: Iterable[Annotation]) -> Mapping[int, Sequence[Annotation]]:
    grouped: dict[int, list[Annotation]] = {}
    for mark in marks:
        grouped.setdefault(mark.start, []).append(mark)
    return grouped


def _closed(open_marks: list[Annotation], position: int, written: list[Markdown]) -> list[Annotation]:
    """Writes the ends of the marks that end here, and of those opened inside them, which open again."""
    ending = [place for place, mark in enumerate(open_marks) if mark.end <= position]
    if not ending:
        return open_marks
    inner = open_marks[ending[0] :]
    written += [mark.after for mark in reversed(inner)]
    again = [mark for mark in inner if mark.end > position]
    written += [mark.before for mark in again]
    return open_marks[: ending[0]] + again
