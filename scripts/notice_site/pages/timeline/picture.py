"""Draws events in lanes as inline SVG: time across, lanes down, every mark a link."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Sequence

from notice_site.model import Event
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.site import Site
from notice_site.pages.timeline.axis import Axis, Column, axis
from notice_site.pages.timeline.lanes import Lane
from notice_site.pages.timeline.placement import WORD_SPACE, PlacedEvent, place_events
from notice_site.pages.timeline.strip import month_of
from notice_site.text.iso_dates import stretch

# Pixels from top to bottom.
_LINE = 24
_LANE_HEAD = 24
_LANE_FOOT = 8
_UNIT_HEAD = 20
_NAME_LEADING = 16

_NAME_LINE = 24
"""Characters of a name in one line: with the word for its level as wide as a phone."""

# Pixels of a column: narrower ones do not hold their name, wider ones are empty.
_NARROWEST = {"year": 72, "month": 72, "day": 60}
_WIDEST = {"year": 900, "month": 200, "day": 110}

_MOST_WIDTHS = 2
"""Screens that a reader may scroll to the side; a picture of more has years for columns."""


def best_unit(lanes: Sequence[Lane], width: int) -> str:
    """Chooses months, or years where months would take more than `_MOST_WIDTHS` times the width."""
    scale = _axis([event for lane in lanes for event in lane.events], "month", width)
    return "month" if scale is None or scale.width <= _MOST_WIDTHS * width else "year"


def picture(site: Site, lanes: Sequence[Lane], page: str, unit: str, width: int, *, id: str) -> str:
    """Draws the lanes at one scale, in about `width` pixels where columns can be so narrow; "" for no lanes."""
    events = [event for lane in lanes for event in lane.events]
    scale = _axis(events, unit, width)
    if scale is None:
        return ""
    total = max(scale.width, width)
    parts = []
    head = top = _UNIT_HEAD * (1 if unit == "year" else 2)
    for lane in lanes:
        placed, lines = place_events(lane, scale, total)
        height = _lane_head(lane) + lines * _LINE + _LANE_FOOT
        parts.append(_lane(site, lane, placed, top, height, total, page))
        top += height
    first, last = scale.columns[0].first, scale.columns[-1].last
    summary = f"{len(events)} 条，{labels_zh.day(first.isoformat())}至{labels_zh.day(last.isoformat())}"
    return "\n".join(
        [
            f'<svg width="{total:.0f}" height="{top:.0f}" viewBox="0 0 {total:.0f} {top:.0f}" role="group"'
            f' aria-labelledby="{id}-title" data-head="{head}">',
            f'<title id="{id}-title">时间线：{summary}</title>',
            *(_column(column, top) for column in scale.columns),
            *_heads(scale),
            *parts,
            "</svg>",
        ]
    )


def _axis(events: Iterable[Event], unit: str, width: int) -> Axis | None:
    """Makes columns as wide as fit."""
    stretches = [days for event in events if (days := stretch(event.start, event.end))]
    narrowest = axis(unit, stretches, _NARROWEST[unit])
    if narrowest is None:
        return None
    drawn = sum(not column.is_gap for column in narrowest.columns)
    rest = width - (narrowest.width - drawn * _NARROWEST[unit])
    return axis(unit, stretches, min(max(rest / drawn, _NARROWEST[unit]), _WIDEST[unit]))


def _column(column: Column, height: float) -> str:
    """Draws the ground of a column: a line where it begins, or the hatching of a gap."""
    if column.is_gap:
        empty = f"{labels_zh.day(column.first.isoformat())}至{labels_zh.day(column.last.isoformat())}"
        return (
            f'<g class="gap"><title>{empty}无日期</title>'
            f'<rect x="{column.left:.1f}" y="0" width="{column.width:.1f}" height="{height:.0f}"/>'
            f'<text x="{column.left + column.width / 2:.1f}" y="{_UNIT_HEAD - 6}" text-anchor="middle">⋯</text></g>'
        )
    return f'<path class="grid" d="M{column.left:.1f} 0V{height:.0f}"/>'


def _heads(scale: Axis) -> Iterator[str]:
    """Writes the names of the columns; above months their year, above days their month, where it begins."""
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


def _lane(
    site: Site, lane: Lane, placed: Iterable[PlacedEvent], top: float, height: float, width: float, page: str
) -> str:
    level = f" level-{lane.level}" if lane.level else ""
    word = site.levels.get(lane.level, lane.level) if lane.level else labels_zh.LEVEL_UNKNOWN
    name = f'<tspan class="level-word">{html.escape(word)}</tspan>'
    for number, line in enumerate(_name_lines(lane.name)):
        at = f'x="4" dy="{_NAME_LEADING}"' if number else 'dx="8"'
        name += f"<tspan {at}>{html.escape(line)}</tspan>"
    head = f'<text class="lane-name" x="4" y="{_LANE_HEAD - 8}">{name}</text>'
    if lane.target:
        head = f'<a href="{html.escape(lane.target)}">{head}</a>'
    marks = "".join(_link(site, event, lane, page) for event in placed)
    return (
        f'<g class="lane{level}" transform="translate(0 {top:.0f})" data-head="{_lane_head(lane)}" data-line="{_LINE}"'
        f' data-foot="{_LANE_FOOT}">'
        f'<path class="lane-edge" d="M0 0H{width:.0f}"/><rect class="lane-side" width="3" height="{height:.0f}" y="0"/>'
        f"{head}{marks}</g>"
    )


def _lane_head(lane: Lane) -> int:
    return _LANE_HEAD + _NAME_LEADING * max(0, len(_name_lines(lane.name)) - 1)


def _name_lines(name: str) -> list[str]:
    """Wraps a name in lines that a phone shows whole; the number of a document stays on a line of its own.

    >>> _name_lines("群组发〔2014〕8号　关于在教育实践活动中学习弘扬焦裕禄精神的通知")
    ['群组发〔2014〕8号', '关于在教育实践活动中学习弘扬焦裕禄精神的通知']
    >>> _name_lines("某省人民政府办公厅关于印发《政府网站集约化试点方案》的通知")
    ['某省人民政府办公厅关于印发《政府网站集约化试点方', '案》的通知']
    """
    if len(name) <= _NAME_LINE:
        return [name] if name else []
    return [line for part in name.split("\u3000", 1) for line in _wrapped(part)]


def _wrapped(text: str) -> Iterator[str]:
    """Cuts a text into lines, none of which begins with a closing mark or ends with an opening one."""
    while len(text) > _NAME_LINE:
        end = _NAME_LINE
        while end > 1 and (text[end] in "，。、；：》〉」』”’）〕】" or text[end - 1] in "《〈「『“‘（〔【"):
            end -= 1
        yield text[:end]
        text = text[end:]
    if text:
        yield text


def _link(site: Site, placed: PlacedEvent, lane: Lane, page: str) -> str:
    event = placed.event
    kind = labels_zh.EVENT_KINDS[event.kind]
    title = f"{kind}　{labels_zh.time(event)}　{' '.join(event.what.split())}"
    y = _lane_head(lane) + placed.line * _LINE + _LINE / 2
    anchor = ' text-anchor="end"' if placed.before else ""
    when = f'<tspan class="when">{html.escape(placed.when)}</tspan>'
    what = f'<tspan class="what" dx="{WORD_SPACE}">{html.escape(placed.what)}</tspan>' if placed.what else ""
    dashed = " approximate" if event.approximate else ""
    lines = ' data-lines="2"' if placed.below else ""
    return (
        f'<a class="mark{dashed}" href="{html.escape(site.links.words(event.ref).built_relative_to(page))}"'
        f' data-kind="{event.kind}" data-level="{lane.level or ""}" data-month="{month_of(event)}"{lines}'
        f' data-y="{y:.0f}"'
        f' transform="translate(0 {y:.0f})">'
        f"<title>{html.escape(title)}</title>{placed.mark.shapes}"
        f'<text x="{placed.words_at:.1f}" y="{4 + _LINE * placed.below}"{anchor}>{when}{what}</text></a>'
    )


_SIGNS = (
    ("事件", '<circle class="solid" cx="13" cy="0" r="5"/>'),
    ("成文", '<circle class="ring" cx="13" cy="0" r="5"/>'),
    ("印发", '<circle class="ring" cx="13" cy="0" r="5"/><circle class="solid" cx="13" cy="0" r="2"/>'),
    ("见报、电头", '<rect class="ring" x="8" y="-5" width="10" height="10"/>'),
    ("时段", '<rect class="planned" x="1" y="-5" width="24" height="10" rx="1"/>'),
    ("起止不全的时段", '<path class="open" d="M25 -5H1V5H25"/>'),
    ("期限", '<path class="toward" d="M1 0H23"/><path class="stop" d="M23 -9V9"/>'),
    (
        "…以后",
        '<path class="stop" d="M3 -9V9"/><path class="toward" d="M3 0H25"/><path class="tip" d="M19 -4l6 4l-6 4"/>',
    ),
    ("约数", '<g class="approximate"><rect class="planned" x="1" y="-5" width="24" height="10" rx="1"/></g>'),
)


def legend() -> Markdown:
    """Explains the marks, each sign with its word."""
    signs = "".join(
        f'<li><svg width="26" height="20" viewBox="0 -10 26 20" aria-hidden="true">{shapes}</svg>{name}</li>'
        for name, shapes in _SIGNS
    )
    return md.figure(f"<ul>{signs}</ul>", classes=["timeline-legend"])
