"""Draws the river where documents are many: lanes that count, with a mark for each document or a number."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence

from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.general.river_axis import RiverAxis, RiverColumn, river_axis, unit_of
from notice_site.pages.general.river_documents import River, RiverDocument, RiverLine
from notice_site.pages.general.river_text import card_lines

WIDTH = 1188

MOST_IN_CELL = 60
"""Marks of a level in a month or year: more make a lane higher than a screen, and become a number."""

MOST_MARKS = 100
"""Documents with a mark each, a link with its name, half a kilobyte. More are only counted."""

MOST_LINES = 60
"""Lines between marks: more are a tangle, and are left to the page of citations."""

# Pixels of the drawing.
_HEAD_LEFT, _UNDATED, _AXIS = 92, 88, 44
_MARK, _STEP = 11, 15
_LANE_TOP, _LANE_FOOT, _LANE_LEAST = 14, 14, 50


def marks_across(river: River, lists: Mapping[str, str]) -> str:
    """Draws the SVG: lanes of marks, each a link, with lines for what is handed on and cited.

    `lists` are the addresses of the lists of documents by month, to which numbers lead.
    """
    most = MOST_IN_CELL if len(river.documents) <= MOST_MARKS else 0
    days = [document.day for document in river.documents if document.day]
    room = WIDTH - _HEAD_LEFT - _UNDATED * (len(days) < len(river.documents))
    axis = river_axis(days, (), _HEAD_LEFT, room) if days else RiverAxis((), 4)
    cells = _cells(river, axis.unit_length)
    any_undated = any(not unit for _, unit in cells)
    undated = RiverColumn("", WIDTH - _UNDATED, _UNDATED)
    places: dict[str, tuple[float, float]] = {}
    lanes: list[str] = []
    top = float(_AXIS)
    for level, name in river.levels:
        rows = max(
            (-(-len(cells.get((level, column.unit), ())) // _in_row(column)) for column in (*axis.columns, undated)
             if len(cells.get((level, column.unit), ())) <= most),
            default=1,
        )  # fmt: skip
        height = max(_LANE_LEAST, _LANE_TOP + rows * _STEP + _LANE_FOOT)
        count = sum(document.level == level for document in river.documents)
        lanes.append(_lane(level, name, count, top, height))
        for column in (*axis.columns, undated):
            documents = cells.get((level, column.unit), ())
            if len(documents) > most:
                lanes.append(_number(len(documents), column, top, _list(column.unit, lists)))
            else:
                lanes += _marks(documents, column, top, places)
        top += height
    lines = [line for line in river.lines if line.cited in places and line.citing in places]
    return "\n".join(
        [
            f'<svg class="river-across many" viewBox="0 0 {WIDTH} {top:.0f}" role="group"'
            ' aria-labelledby="river-title">',
            f'<title id="river-title">{len(river.documents)} 件文件的层级和时间</title>',
            *_heads(axis, top),
            *([f'<text class="month" x="{WIDTH - _UNDATED + 4}" y="36">未见日期</text>'] if any_undated else []),
            *(_line(line, places) for line in lines if len(lines) <= MOST_LINES),
            *lanes,
            "</svg>",
        ]
    )  # fmt: skip


def _cells(river: River, length: int) -> dict[tuple[str, str], list[RiverDocument]]:
    cells: dict[tuple[str, str], list[RiverDocument]] = {}
    for document in river.documents:
        cells.setdefault((document.level, document.day[:length]), []).append(document)
    return cells


def _in_row(column: RiverColumn) -> int:
    return max(1, int((column.width - 6) // _STEP))


def _number(count: int, column: RiverColumn, top: float, address: str) -> str:
    x, y = column.left + column.width / 2, top + _LANE_TOP + _STEP
    text = f'<text class="number" x="{x:.1f}" y="{y:.0f}" text-anchor="middle">{count} 件</text>'
    return f'<a class="count" href="{html.escape(address)}">{text}</a>' if address else text


def _list(unit: str, lists: Mapping[str, str]) -> str:
    """The address of the list of a month; a year leads to its first month."""
    return next((place for month, place in sorted(lists.items()) if unit and month[: len(unit)] == unit), "")


def _marks(
    documents: Sequence[RiverDocument], column: RiverColumn, top: float, places: dict[str, tuple[float, float]]
) -> Iterator[str]:
    for number, document in enumerate(documents):
        row, at = divmod(number, _in_row(column))
        x, y = column.left + 4 + at * _STEP, top + _LANE_TOP + row * _STEP
        places[document.id] = (x + _MARK / 2, y + _MARK / 2)
        tint = f" level-{document.level}" if document.level else ""
        yield (
            f'<a class="dot{tint}" href="{html.escape(document.target)}" aria-label="{html.escape(document.full)}">'
            f"<title>{html.escape(document.full)}</title>"
            f'<rect x="{x:.1f}" y="{y:.0f}" width="{_MARK}" height="{_MARK}"/></a>'
        )


def _heads(axis: RiverAxis, bottom: float) -> Iterator[str]:
    year = ""
    for column in axis.columns:
        if column.is_gap:
            empty = f"{labels_zh.day(column.unit)}至{labels_zh.day(column.last)}没有文件"
            yield (
                f'<g class="gap"><title>{empty}</title><rect x="{column.left:.1f}" y="{_AXIS}"'
                f' width="{column.width:.1f}" height="{bottom - _AXIS:.0f}"/>'
                f'<text x="{column.left + column.width / 2:.1f}" y="36" text-anchor="middle">⋯</text></g>'
            )
            continue
        yield f'<path class="grid" d="M{column.left:.1f} {_AXIS - 16}V{bottom:.0f}"/>'
        if not axis.by_month:
            yield f'<text class="month" x="{column.left + 4:.1f}" y="36">{column.unit}</text>'
            continue
        if column.unit[:4] != year:
            year = column.unit[:4]
            yield f'<text class="year" x="{column.left + 4:.1f}" y="16">{year}年</text>'
        yield f'<text class="month" x="{column.left + 4:.1f}" y="36">{int(column.unit[5:7])}月</text>'


def _lane(level: str, name: str, count: int, top: float, height: float) -> str:
    tint = f" level-{level}" if level else ""
    lines = card_lines(name, 5, 1)
    return (
        f'<g class="lane{tint}" transform="translate(0 {top:.0f})"><path class="edge" d="M0 0H{WIDTH}"/>'
        f'<rect class="side" width="3" height="{height:.0f}"/>'
        f'<text class="lane-name" x="10" y="22">{html.escape(lines[0])}</text>'
        f'<text class="number" x="10" y="40">{count} 件</text></g>'
    )


def _line(line: RiverLine, places: Mapping[str, tuple[float, float]]) -> str:
    (x1, y1), (x2, y2) = places[line.cited], places[line.citing]
    middle = (y1 + y2) / 2 + (18 if y1 == y2 else 0)
    kind = "hands-on" if line.hands_on else "cites"
    path = f"M{x1:.1f} {y1:.1f}C{x1:.1f} {middle:.1f} {x2:.1f} {middle:.1f} {x2:.1f} {y2:.1f}"
    return f'<path class="line {kind}" d="{path}"/>'


def counts_upright(river: River, lists: Mapping[str, str]) -> Markdown:
    """Counts the documents by month or year down and by level across, for narrow pages; `lists` as for the marks."""
    length = unit_of([document.day for document in river.documents if document.day] or ["2014"])
    cells = _cells(river, length)
    units = sorted({unit for _, unit in cells}, key=lambda unit: (not unit, unit))
    head = [Markdown("年月" if length > 4 else "年份"), *(md.escape(name) for _, name in river.levels)]
    rows = []
    for unit in units:
        first = _list(unit, lists)
        words = md.escape(labels_zh.day(unit) if unit else "未见日期")
        counts = (cells.get((level, unit), ()) for level, _ in river.levels)
        rows.append([md.link(words, first) if first else words, *(Markdown(str(len(c)) if c else "") for c in counts)])
    return md.region(md.table(head, rows), classes=["river-counts"])
