"""Draws the river across the page: time from left to right, a lane for each level, a card for each document."""

from __future__ import annotations

import html
from collections.abc import Collection, Iterator, Mapping, Sequence

from notice_site.model.frozen import dataclass
from notice_site.pages.core import labels_zh
from notice_site.pages.general.river_axis import RiverAxis, river_axis
from notice_site.pages.general.river_documents import PlannedPeriod, River, RiverDocument, RiverLine
from notice_site.pages.general.river_text import card_lines, fitted, width_of

WIDTH = 1188

# Pixels of the drawing.
_HEAD_LEFT = 64  # names of the lanes
_UNDATED = 236  # the column for documents without a date
_AXIS = 44
_CARD, _PADDING, _GAP = 224, 12, 12
_NAME, _ABOUT = 20, 17  # height of a line
_EM, _SMALL_EM = 14, 12  # size of type
_LANE_TOP, _ROW_GAP, _LANE_FOOT, _PERIOD = 26, 24, 16, 24
_NAME_LINES = 3


@dataclass(frozen=True, slots=True)
class _Card:
    document: RiverDocument
    lines: Sequence[str]
    about: Sequence[str]
    x: float
    point: float | None  # the true place of its day; None without one

    @property
    def height(self) -> float:
        return 16 + _NAME * len(self.lines) + _ABOUT * len(self.about)


@dataclass(frozen=True, slots=True)
class _Placed:
    card: _Card
    y: float

    @property
    def bottom(self) -> float:
        return self.y + self.card.height


def across(river: River, words: Collection[str]) -> str:
    """Draws the SVG; `words` are names that a line of a card does not split."""
    days = [document.day for document in river.documents if document.day]
    undated = len(days) < len(river.documents)
    axis = None
    if days:
        ends = [month for period in river.periods for month in (period.start, period.end)]
        axis = river_axis(days, ends, _HEAD_LEFT, WIDTH - _HEAD_LEFT - _UNDATED * undated)
    placed: dict[str, _Placed] = {}
    lanes = []
    top = float(_AXIS)
    for level, name in river.levels:
        cards = [_card(d, axis, words) for d in river.documents if d.level == level]
        height = _place(cards, top, placed)
        period = next((p for p in river.periods if p.level == level), None) if axis else None
        lanes.append(_lane(level, name, top, height + _PERIOD * bool(period), axis, period))
        top += height + _PERIOD * bool(period)
    shown = [line for line in river.lines if line.cited in placed and line.citing in placed]
    return "\n".join(
        [
            f'<svg class="river-across" viewBox="0 0 {WIDTH} {top:.0f}" role="group" aria-labelledby="river-title">',
            f'<title id="river-title">{len(river.documents)} 件文件的层级、时间和传达关系</title>',
            '<defs><marker id="river-tip" viewBox="0 0 8 8" refX="7" refY="4" markerUnits="userSpaceOnUse"'
            ' markerWidth="9" markerHeight="9" orient="auto"><path d="M0 0.5 L8 4 L0 7.5 z"/></marker></defs>',
            *_axis(axis, top),
            *([f'<text class="month" x="{WIDTH - _UNDATED + 8}" y="36">未见日期</text>'] if undated else []),
            *lanes,
            *_paths(shown, placed),
            *(_drawn(placed[document.id]) for document in river.documents),
            *_words(shown, placed),
            "</svg>",
        ]
    )


def _card(document: RiverDocument, axis: RiverAxis | None, words: Collection[str]) -> _Card:
    room = (_CARD - 2 * _PADDING) / _EM
    lines = card_lines(document.name, room, _NAME_LINES, words)
    small = (_CARD - 2 * _PADDING) / _SMALL_EM
    together = f"{document.about} · {document.when}" if document.about else document.when
    about = [together] if width_of(together) <= small else [fitted(document.about, small), document.when]
    point = axis.place(document.day) if axis and document.day else None
    x = float(WIDTH - _UNDATED + 8) if point is None else min(point, WIDTH - _CARD - 2)
    return _Card(document, lines, about, x, point)


def _place(cards: Sequence[_Card], top: float, placed: dict[str, _Placed]) -> float:
    """Puts the cards of a lane into rows without overlap, and returns the height of the lane."""
    rows: list[list[_Card]] = []
    for card in cards:
        row = next((row for row in rows if all(abs(card.x - other.x) >= _CARD + _GAP for other in row)), None)
        if row is None:
            rows.append([card])
        else:
            row.append(card)
    y = top + _LANE_TOP
    for row in rows:
        for card in row:
            placed[card.document.id] = _Placed(card, y)
        y += max(card.height for card in row) + _ROW_GAP
    return y - top - _ROW_GAP + _LANE_FOOT


def _axis(axis: RiverAxis | None, bottom: float) -> Iterator[str]:
    """Names the months, above them the year where it begins."""
    year = ""
    for column in axis.columns if axis else ():
        if column.is_gap:
            empty = f"{labels_zh.day(column.unit)}至{labels_zh.day(column.last)}没有文件"
            yield (
                f'<g class="gap"><title>{empty}</title><rect x="{column.left:.1f}" y="{_AXIS}"'
                f' width="{column.width:.1f}" height="{bottom - _AXIS:.0f}"/>'
                f'<text x="{column.left + column.width / 2:.1f}" y="36" text-anchor="middle">⋯</text></g>'
            )
            continue
        yield f'<path class="grid" d="M{column.left:.1f} {_AXIS - 20}V{bottom:.0f}"/>'
        if column.unit[:4] != year:
            year = column.unit[:4]
            yield f'<text class="year" x="{column.left + 5:.1f}" y="16">{year}年</text>'
        if len(column.unit) > 4:
            yield f'<text class="month" x="{column.left + 5:.1f}" y="36">{int(column.unit[5:7])}月</text>'


def _lane(
    level: str, name: str, top: float, height: float, axis: RiverAxis | None, period: PlannedPeriod | None
) -> str:
    tint = f" level-{level}" if level else ""
    lines = card_lines(name, 3, 2)
    words = "".join(
        f'<text class="lane-name" x="10" y="{20 + 16 * number}">{html.escape(line)}</text>'
        for number, line in enumerate(lines)
    )
    bar = _period(axis, period, height) if axis and period else ""
    return (
        f'<g class="lane{tint}" transform="translate(0 {top:.0f})">{bar}<path class="edge" d="M0 0H{WIDTH}"/>'
        f'<rect class="side" width="3" height="{height:.0f}"/>{words}</g>'
    )


def _period(axis: RiverAxis, period: PlannedPeriod, height: float) -> str:
    """Draws the planned period as a bar behind the cards, and below them the words that plan it."""
    left, right = axis.edge(period.start, after=False), axis.edge(period.end, after=True)
    words = []
    for number, (quote, target) in enumerate(period.quotes):
        at = f'x="{right - 8:.1f}" text-anchor="end"' if number else f'x="{left + 8:.1f}"'
        shown = html.escape(fitted(quote, (right - left - 16) / _SMALL_EM / len(period.quotes)))
        words.append(
            f'<a href="{html.escape(target)}"><title>{html.escape(quote)}</title>'
            f'<text class="planned-words" {at} y="{height - 8:.0f}">{shown}</text></a>'
        )
    return (
        f'<rect class="planned" x="{left:.1f}" y="1" width="{right - left:.1f}" height="{height - 1:.0f}"/>'
        + "".join(words)
    )


def _drawn(placed: _Placed) -> str:
    card, document = placed.card, placed.card.document
    tint = f" level-{document.level}" if document.level else ""
    x = card.x + _PADDING
    texts = [
        f'<text class="name" x="{x:.1f}" y="{placed.y + 22 + _NAME * number:.1f}">{html.escape(line)}</text>'
        for number, line in enumerate(card.lines)
    ]
    below = placed.y + 20 + _NAME * len(card.lines)
    texts += [
        f'<text class="about" x="{x:.1f}" y="{below + _ABOUT * number:.1f}">{html.escape(line)}</text>'
        for number, line in enumerate(card.about)
    ]
    dot = "" if card.point is None else f'<circle cx="{card.point:.1f}" cy="{placed.y:.1f}" r="4"/>'
    return (
        f'<a class="card{tint}" href="{html.escape(document.target)}" aria-label="{html.escape(document.full)}">'
        f'<rect class="paper" x="{card.x:.1f}" y="{placed.y:.1f}" width="{_CARD}" height="{card.height:.0f}"/>'
        f'<rect class="mark" x="{card.x:.1f}" y="{placed.y:.1f}" width="4" height="{card.height:.0f}"/>'
        f"{dot}{''.join(texts)}</a>"
    )


def _ends(line: RiverLine, placed: Mapping[str, _Placed], number: int) -> tuple[float, float, float, float]:
    """Where a line leaves the cited card and meets the citing one; several at one card stand apart."""
    cited, citing = placed[line.cited], placed[line.citing]
    shift = 44 + 46 * number
    x_end = citing.card.x + min(shift, _CARD - 60)
    x_start = min(max(x_end, cited.card.x + 24), cited.card.x + _CARD - 24)
    if citing.y >= cited.bottom:
        return x_start, cited.bottom, x_end, citing.y
    if citing.bottom <= cited.y:
        return x_start, cited.y, x_end, citing.bottom
    return cited.card.x + _CARD, cited.y + 20, citing.card.x, citing.y + 20


def _numbered(lines: Sequence[RiverLine]) -> Iterator[tuple[RiverLine, int]]:
    counts: dict[str, int] = {}
    for line in lines:
        yield line, counts.get(line.citing, 0)
        counts[line.citing] = counts.get(line.citing, 0) + 1


def _paths(lines: Sequence[RiverLine], placed: Mapping[str, _Placed]) -> Iterator[str]:
    for line, number in _numbered(lines):
        x1, y1, x2, y2 = _ends(line, placed, number)
        kind = "hands-on" if line.hands_on else "cites"
        if placed[line.citing].y < placed[line.cited].bottom and placed[line.citing].bottom > placed[line.cited].y:
            middle = (x1 + x2) / 2
            path = f"M{x1:.1f} {y1:.1f}C{middle:.1f} {y1:.1f} {middle:.1f} {y2:.1f} {x2:.1f} {y2:.1f}"
        else:
            middle = (y1 + y2) / 2
            path = f"M{x1:.1f} {y1:.1f}C{x1:.1f} {middle:.1f} {x2:.1f} {middle:.1f} {x2:.1f} {y2:.1f}"
        yield f'<path class="line {kind}" d="{path}" marker-end="url(#river-tip)"/>'


def _words(lines: Sequence[RiverLine], placed: Mapping[str, _Placed]) -> Iterator[str]:
    """Names each line beside the card where it ends, and links the words that prove it."""
    for line, number in _numbered(lines):
        _, y1, x2, y2 = _ends(line, placed, number)
        above = -8 if y2 >= y1 else 16
        yield (
            f'<a class="said" href="{html.escape(line.target)}"><title>{html.escape(line.proof)}</title>'
            f'<text x="{x2 + 7:.1f}" y="{y2 + above:.1f}">{html.escape(line.relation)}</text></a>'
        )
