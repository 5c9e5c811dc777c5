"""Draws events in lanes as inline SVG: time across, lanes down, every mark a link."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from notice_site.model import Event, Notice
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.site import Site
from notice_site.pages.timeline.axis import Axis, Column, axis
from notice_site.pages.timeline.event_shapes import OWN_DATES, Mark, is_drawn, mark
from notice_site.text.iso_dates import stretch

_FONT = 12  # pixels; also the width of a Han character
_LINE = 24
_LANE_HEAD = 24
_LANE_FOOT = 8
_UNIT_HEAD = 20
_LANE_NAME = 60  # characters
_NAME_LINE = 24  # characters of a name in one line: with the word for its level as wide as a phone
_NAME_LEADING = 16
_SPACE = 7  # between a mark and its words, and between words and the next mark
_NARROWEST = {"year": 72, "month": 72, "day": 60}
_WIDEST = {"year": 900, "month": 200, "day": 110}
_WHAT = {"year": 8, "month": 16, "day": 28}
"""So many characters of what happens stand beside a mark."""


@dataclass(frozen=True, slots=True)
class Lane:
    """One band of the picture: its name, where the name leads ("" for nowhere), its level, its events."""

    name: str
    target: str
    level: str | None
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    """An event in its line: its mark, its words, where these begin (or end, with `before`), whether they are below."""

    event: Event
    mark: Mark
    when: str
    what: str
    words_at: float
    before: bool
    below: bool
    line: int


def lanes_of(site: Site, events: Sequence[Event], page: str, most: int = 40) -> tuple[Lane, ...]:
    """A lane for each document, those of one level together, outermost first; where these are too many, one a level."""
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
                labels_zh.short(n, _LANE_NAME),
                site.links.notice(n.id).built_relative_to(page),
                n.level,
                tuple(by_notice[n.id]),
            )
            for n in documents
        )
    by_level: dict[str | None, list[Event]] = {}
    for notice in documents:
        by_level.setdefault(notice.level, []).extend(by_notice[notice.id])
    return tuple(Lane("", "", level, tuple(found)) for level, found in by_level.items())


def best_unit(lanes: Sequence[Lane], width: int) -> str:
    """Months, or years where the months would take more than twice the width."""
    scale = _axis([event for lane in lanes for event in lane.events], "month", width)
    return "month" if scale is None or scale.width <= 2 * width else "year"


def picture(site: Site, lanes: Sequence[Lane], page: str, unit: str, width: int, *, id: str) -> str:
    """The picture at one scale, in about `width` pixels where its columns can be as narrow as that; "" for no lanes."""
    events = [event for lane in lanes for event in lane.events]
    scale = _axis(events, unit, width)
    if scale is None:
        return ""
    total = max(scale.width, width)
    parts = []
    head = top = _UNIT_HEAD * (1 if unit == "year" else 2)
    for lane in lanes:
        placed, lines = _place(lane, scale, total)
        height = _lane_head(lane) + lines * _LINE + _LANE_FOOT
        parts.append(_lane(site, lane, placed, top, height, total, page))
        top += height
    first, last = scale.columns[0].first, scale.columns[-1].last
    said = f"{len(events)} 条，{labels_zh.day(first.isoformat())}至{labels_zh.day(last.isoformat())}"
    return "\n".join(
        [
            f'<svg width="{total:.0f}" height="{top:.0f}" viewBox="0 0 {total:.0f} {top:.0f}" role="group"'
            f' aria-labelledby="{id}-title" data-head="{head}">',
            f'<title id="{id}-title">时间线：{said}</title>',
            *(_column(column, top) for column in scale.columns),
            *_heads(scale),
            *parts,
            "</svg>",
        ]
    )


def _axis(events: Iterable[Event], unit: str, width: int) -> Axis | None:
    """Columns as wide as fit."""
    stretches = [days for event in events if (days := stretch(event.start, event.end))]
    narrow = axis(unit, stretches, _NARROWEST[unit])
    if narrow is None:
        return None
    drawn = sum(not column.is_gap for column in narrow.columns)
    rest = width - (narrow.width - drawn * _NARROWEST[unit])
    return axis(unit, stretches, min(max(rest / drawn, _NARROWEST[unit]), _WIDEST[unit]))


# --- the frame -----------------------------------------------------------------------------------


def _column(column: Column, height: float) -> str:
    """The ground of a column: a line where it begins, or the hatching of a gap."""
    if column.is_gap:
        empty = f"{labels_zh.day(column.first.isoformat())}至{labels_zh.day(column.last.isoformat())}"
        return (
            f'<g class="gap"><title>{empty}无日期</title>'
            f'<rect x="{column.left:.1f}" y="0" width="{column.width:.1f}" height="{height:.0f}"/>'
            f'<text x="{column.left + column.width / 2:.1f}" y="{_UNIT_HEAD - 6}" text-anchor="middle">⋯</text></g>'
        )
    return f'<path class="grid" d="M{column.left:.1f} 0V{height:.0f}"/>'


def _heads(scale: Axis) -> Iterator[str]:
    """The names of the columns; above months their year, above days their month, where it begins."""
    above = ""
    for column in scale.columns:
        if column.is_gap:
            continue
        year, month, day = (f"{column.first.year}年", f"{column.first.month}月", f"{column.first.day}日")
        group, name = {"year": ("", year), "month": (year, month), "day": (year + month, day)}[scale.unit]
        if group and group != above:
            yield f'<text class="group" x="{column.left + 4:.1f}" y="{_UNIT_HEAD - 6}">{group}</text>'
        above = group
        row = _UNIT_HEAD * (2 if group else 1) - 6
        yield f'<text class="unit" x="{column.left + 4:.1f}" y="{row}">{name}</text>'


# --- lanes ---------------------------------------------------------------------------------------


def _lane(site: Site, lane: Lane, placed: Iterable[_Placed], top: float, height: float, width: float, page: str) -> str:
    level = f" level-{lane.level}" if lane.level else ""
    word = site.levels.get(lane.level, lane.level) if lane.level else labels_zh.LEVEL_UNSTATED
    name = f'<tspan class="level-word">{html.escape(word)}</tspan>'
    for number, line in enumerate(_name_lines(lane.name)):
        at = f'x="4" dy="{_NAME_LEADING}"' if number else 'dx="8"'
        name += f"<tspan {at}>{html.escape(line)}</tspan>"
    head = f'<text class="lane-name" x="4" y="{_LANE_HEAD - 8}">{name}</text>'
    if lane.target:
        head = f'<a href="{html.escape(lane.target)}">{head}</a>'
    marks = "".join(_link(site, one, lane, page) for one in placed)
    return (
        f'<g class="lane{level}" transform="translate(0 {top:.0f})" data-head="{_lane_head(lane)}" data-line="{_LINE}"'
        f' data-foot="{_LANE_FOOT}">'
        f'<path class="lane-edge" d="M0 0H{width:.0f}"/><rect class="lane-side" width="3" height="{height:.0f}" y="0"/>'
        f"{head}{marks}</g>"
    )


def _lane_head(lane: Lane) -> int:
    return _LANE_HEAD + _NAME_LEADING * max(0, len(_name_lines(lane.name)) - 1)


def _name_lines(name: str) -> list[str]:
    """A name in lines that a phone shows whole; the number of a document stays on its own line where the title wraps.

    >>> _name_lines("群组发〔2014〕8号　关于在教育实践活动中学习弘扬焦裕禄精神的通知")
    ['群组发〔2014〕8号', '关于在教育实践活动中学习弘扬焦裕禄精神的通知']
    """
    if len(name) <= _NAME_LINE:
        return [name] if name else []
    parts = name.split("\u3000", 1)
    return [part[at : at + _NAME_LINE] for part in parts for at in range(0, len(part), _NAME_LINE)]


def _link(site: Site, one: _Placed, lane: Lane, page: str) -> str:
    event = one.event
    kind = labels_zh.EVENT_KINDS[event.kind]
    said = f"{kind}　{labels_zh.time(event)}　{' '.join(event.what.split())}"
    y = _lane_head(lane) + one.line * _LINE + _LINE / 2
    anchor = ' text-anchor="end"' if one.before else ""
    when = f'<tspan class="when">{html.escape(one.when)}</tspan>'
    what = f'<tspan class="what" dx="6">{html.escape(one.what)}</tspan>' if one.what else ""
    dashed = " approximate" if event.approximate else ""
    lines = ' data-lines="2"' if one.below else ""
    return (
        f'<a class="mark{dashed}" href="{html.escape(site.links.words(event.ref).built_relative_to(page))}"'
        f' data-kind="{event.kind}" data-level="{lane.level or ""}"{lines} data-y="{y:.0f}"'
        f' transform="translate(0 {y:.0f})">'
        f"<title>{html.escape(said)}</title>{one.mark.shapes}"
        f'<text x="{one.words_at:.1f}" y="{4 + _LINE * one.below}"{anchor}>{when}{what}</text></a>'
    )


def _place(lane: Lane, scale: Axis, width: float) -> tuple[list[_Placed], int]:
    """Each event in the first line where its mark and words touch no other's; and the number of lines.

    Words stand behind the mark, else before it, else below it.
    """
    lines: list[list[tuple[float, float]]] = []  # what is taken in each
    placed = []
    for event in lane.events:
        drawn = mark(event, scale)
        when, what = _said(event, scale.unit, with_name=not lane.name)
        length = _length(when) + (_length(what) + 6 if what else 0)
        before = below = False
        words_at = drawn.right + _SPACE
        left, right = drawn.left, words_at + length
        if right > width and drawn.left - _SPACE - length >= 0:
            before = True
            words_at = drawn.left - _SPACE
            left, right = words_at - length, drawn.right
        elif right > width:
            below = True
            words_at = max(0.0, min(drawn.left, width - length))
            right = drawn.right
        line = _free_line(lines, (left - _SPACE, right + _SPACE), new=below)
        if below:
            _free_line(lines, (words_at - _SPACE, words_at + length + _SPACE), new=True)
        placed.append(_Placed(event, drawn, when, what, words_at, before, below, line))
    return placed, len(lines)


def _free_line(lines: list[list[tuple[float, float]]], span: tuple[float, float], new: bool) -> int:
    """The first line in which the span is free, which is taken then; a new one where there is none or with `new`."""
    start, end = span
    for number, taken in enumerate(lines):
        if not new and all(end <= left or right <= start for left, right in taken):
            taken.append(span)
            return number
    lines.append([span])
    return len(lines) - 1


def _said(event: Event, unit: str, with_name: bool) -> tuple[str, str]:
    """The words beside a mark: when, as worded, and what; for the dates of a document itself, which date it is."""
    if event.kind in OWN_DATES:
        return labels_zh.EVENT_KINDS[event.kind], _cut(event.what, _WHAT[unit]) if with_name else labels_zh.time(event)
    return " ".join(event.wording.split()), _cut(event.what, _WHAT[unit])


def _cut(text: str, length: int) -> str:
    squeezed = " ".join(text.split())
    return squeezed if len(squeezed) <= length else f"{squeezed[: length - 1]}…"


def _length(text: str) -> float:
    """The pixels that the words take, a little more rather than less."""
    return sum(_FONT if ord(character) > 0x2E7F or character in "“”‘’…—·" else _FONT * 0.62 for character in text)


# --- legend --------------------------------------------------------------------------------------

_SIGNS = (
    ("事件", '<circle class="solid" cx="13" cy="0" r="5"/>'),
    ("成文", '<circle class="ring" cx="13" cy="0" r="5"/>'),
    ("印发", '<circle class="ring" cx="13" cy="0" r="5"/><circle class="solid" cx="13" cy="0" r="2"/>'),
    ("见报", '<rect class="ring" x="8" y="-5" width="10" height="10"/>'),
    ("时段", '<rect class="planned" x="1" y="-5" width="24" height="10" rx="1"/>'),
    ("没有写明一端的时段", '<path class="open" d="M25 -5H1V5H25"/>'),
    ("期限", '<path class="toward" d="M1 0H23"/><path class="stop" d="M23 -9V9"/>'),
    (
        "不早于",
        '<path class="stop" d="M3 -9V9"/><path class="toward" d="M3 0H25"/><path class="tip" d="M19 -4l6 4l-6 4"/>',
    ),
    ("约数", '<g class="approximate"><rect class="planned" x="1" y="-5" width="24" height="10" rx="1"/></g>'),
)


def legend() -> Markdown:
    """What the marks mean, each sign with its word."""
    signs = "".join(
        f'<li><svg width="26" height="20" viewBox="0 -10 26 20" aria-hidden="true">{shapes}</svg>{name}</li>'
        for name, shapes in _SIGNS
    )
    return md.figure(f"<ul>{signs}</ul>", classes=["timeline-legend"])
