"""Draws one event as SVG shapes and says which pixels of the axis they cover."""

from __future__ import annotations

from notice_site.model import Event
from notice_site.model.frozen import dataclass
from notice_site.pages.timeline.axis import Axis
from notice_site.text.iso_dates import first_day, last_day

# Pixels.
_RADIUS = 5.0
_HALF_BAR = 5.0  # half the height of a bar
_HALF_STOP = 9.0  # half the height of the line at which a deadline ends
_SHORTEST_BAR = 8.0  # width of the shortest bar: a click must meet it
_OPEN_BAR = 44.0  # width of what has no end on one side

OWN_DATES = ("issued", "printed", "published", "dateline")
OF_DAY_WORDS = ("月", "周", "日")
"""The ends of words that a day tells more of than the year: 本月, 下周, 即日."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The shapes of an event, drawn around y = 0, and the pixels from `left` to `right` that they take."""

    shapes: str
    left: float
    right: float


def is_drawn(event: Event) -> bool:
    """Tells whether the event has a place on an axis."""
    return bool(event.start or event.end)


def mark(event: Event, axis: Axis) -> Mark:
    """Draws an event.

    What happened is solid, a bar where it took days. 成文 is a ring, 印发 a ring with a dot, 见报 and 电头 a square.
    A period is an outlined bar, open at a side without a bound. A deadline ends at a stop, and 不早于 begins at one.
    """
    left = axis.left(first_day(event.start)) if event.start else None
    right = axis.right(last_day(event.end)) if event.end else None
    if event.kind in OWN_DATES:
        return _ring(event, ((left or 0) + (right or 0)) / 2)
    if event.kind == "deadline":
        return _due(left, right if right is not None else left or 0.0)
    if event.kind == "not-before":
        return _not_before(left or 0.0)
    solid = event.kind in ("event", "case")
    if left is None or right is None:
        return _open_bar(left, right, solid)
    if solid and event.start == event.end and event.precision == "day":
        return _dot((left + right) / 2)
    return _bar(left, max(right, left + _SHORTEST_BAR), solid)


def _ring(event: Event, x: float) -> Mark:
    r = _RADIUS
    if event.kind in ("published", "dateline"):
        shapes = f'<rect class="ring" x="{x - r:.1f}" y="{-r}" width="{2 * r}" height="{2 * r}"/>'
    else:
        shapes = f'<circle class="ring" cx="{x:.1f}" cy="0" r="{r}"/>'
        if event.kind == "printed":
            shapes += f'<circle class="solid" cx="{x:.1f}" cy="0" r="2"/>'
    return Mark(shapes, x - r, x + r)


def _dot(x: float) -> Mark:
    return Mark(f'<circle class="solid" cx="{x:.1f}" cy="0" r="{_RADIUS}"/>', x - _RADIUS, x + _RADIUS)


def _bar(left: float, right: float, solid: bool) -> Mark:
    name = "solid" if solid else "planned"
    place = f'x="{left:.1f}" y="{-_HALF_BAR}" width="{right - left:.1f}" height="{2 * _HALF_BAR}"'
    return Mark(f'<rect class="{name}" {place} rx="1"/>', left, right)


def _due(left: float | None, right: float) -> Mark:
    """Draws a bar, or where no beginning is said a line, up to the stop at which something is due."""
    stop = f'<path class="stop" d="M{right:.1f} {-_HALF_STOP}V{_HALF_STOP}"/>'
    if left is None:
        line = f'<path class="toward" d="M{right - _OPEN_BAR:.1f} 0H{right:.1f}"/>'
        return Mark(line + stop, right - _OPEN_BAR, right + 2)
    bar = _bar(left, max(right, left + _SHORTEST_BAR), solid=False)
    return Mark(bar.shapes + stop, bar.left, bar.right + 2)


def _not_before(left: float) -> Mark:
    """Draws a stop from which on something may be, and an arrow that goes on from there."""
    tip = left + _OPEN_BAR
    shapes = (
        f'<path class="stop" d="M{left:.1f} {-_HALF_STOP}V{_HALF_STOP}"/>'
        f'<path class="toward" d="M{left:.1f} 0H{tip:.1f}"/><path class="tip" d="M{tip - 6:.1f} -4l6 4l-6 4"/>'
    )
    return Mark(shapes, left - 2, tip)


def _open_bar(left: float | None, right: float | None, solid: bool) -> Mark:
    """Draws a bar without a line at the side where no bound is said."""
    name = "open solid-open" if solid else "open"
    if left is not None:
        shape = f"M{left + _OPEN_BAR:.1f} {-_HALF_BAR}H{left:.1f}V{_HALF_BAR}H{left + _OPEN_BAR:.1f}"
        return Mark(f'<path class="{name}" d="{shape}"/>', left, left + _OPEN_BAR)
    end = right or 0.0
    shape = f"M{end - _OPEN_BAR:.1f} {-_HALF_BAR}H{end:.1f}V{_HALF_BAR}H{end - _OPEN_BAR:.1f}"
    return Mark(f'<path class="{name}" d="{shape}"/>', end - _OPEN_BAR, end)
