"""Draws how many documents there are of each level in each period: a bar for each, which leads to the first of them."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence

from notice_site.model.frozen import dataclass
from notice_site.pages.core import markdown as md
from notice_site.pages.core.markdown import Markdown

MOST_PERIODS = 24
"""Columns: a name of four digits fits below each on a wide page, and all lie on one screen of a phone."""

UNDATED = ""
"""The period of documents without a date."""

_YEARS = (1, 5, 10, 50)

# Pixels. The wide form has a lane for each level and a column for each period, the upright one a line for each period.
_WIDTH, _NAMES, _LANE, _BAR, _FOOT = 960, 64, 62, 40, 26
_ROOM_FOR_WORDS = 90
_UPRIGHT_WIDTH, _UPRIGHT_NAMES, _LINE, _HEAD = 360, 92, 26, 28


@dataclass(frozen=True, slots=True)
class Lane:
    """The documents of a level: for each period how many, and the address of the first."""

    name: str
    level: str
    cells: Mapping[str, tuple[int, str]]


def period_names(days: Sequence[str]) -> Mapping[str, str]:
    """Names the period of each ISO day: its month, or so many years that there are at most `MOST_PERIODS`.

    >>> [*period_names(["2014-03-30", "2014-04-02", ""]).values()]
    ['2014年3月', '2014年4月', '']
    >>> [*period_names(["1997-01-20", "2014"]).values()], [*period_names(["1981-01-20", "2014"]).values()]
    (['1997年', '2014年'], ['1980–1984年', '2010–2014年'])
    """
    given = [day for day in days if day]
    months = [int(day[:4]) * 12 + int(day[5:7]) for day in given if len(day) > 4]
    if len(months) == len(given) and given and max(months) - min(months) < MOST_PERIODS:
        return {day: f"{day[:4]}年{int(day[5:7])}月" if day else UNDATED for day in days}
    years = [int(day[:4]) for day in given] or [0]
    length = next((n for n in _YEARS if max(years) // n - min(years) // n < MOST_PERIODS), _YEARS[-1])
    return {day: _years(int(day[:4]), length) if day else UNDATED for day in days}


def _years(year: int, length: int) -> str:
    first = year // length * length
    return f"{first}年" if length == 1 else f"{first}–{first + length - 1}年"


def strip(title: str, lanes: Sequence[Lane], periods: Sequence[str]) -> Markdown:
    """Draws the lanes twice: periods across, and periods down for a narrow page."""
    most = max((count for lane in lanes for count, _ in lane.cells.values()), default=0)
    if not most:
        return md.EMPTY
    across, upright = _across(lanes, periods, most), _upright(lanes, periods, most)
    return md.stacked(
        md.figure(_drawing(title, across, _WIDTH, len(lanes) * _LANE + _FOOT, "wide"), classes=["count-strip", "wide"]),
        md.figure(
            _drawing(title, upright, _UPRIGHT_WIDTH, _HEAD + len(periods) * _LINE, "upright"),
            classes=["count-strip", "upright"],
        ),
    )


def _drawing(title: str, parts: Iterator[str], width: int, height: int, form: str) -> str:
    about = f'viewBox="0 0 {width} {height}" role="group" aria-labelledby="strip-{form}"'
    return "\n".join([f"<svg {about}>", f'<title id="strip-{form}">{html.escape(title)}</title>', *parts, "</svg>"])


def _across(lanes: Sequence[Lane], periods: Sequence[str], most: int) -> Iterator[str]:
    column = (_WIDTH - _NAMES) / max(len(periods), 1)
    width = min(column * 0.7, 48)
    for number, lane in enumerate(lanes):
        floor = (number + 1) * _LANE
        yield _name(lane, 0, floor - 6, "start")
        yield f'<path class="floor" d="M0 {floor}H{_WIDTH}"/>'
        for place, period in enumerate(periods):
            if period in lane.cells:
                count, target = lane.cells[period]
                height = max(2, _BAR * count / most)
                middle = _NAMES + (place + 0.5) * column
                shape = (middle - width / 2, floor - height, width, height)
                yield _bar(lane, period, count, target, shape, (middle, floor - height - 4, "middle"))
    for place, period in enumerate(periods):
        words = _words(period) if column >= _ROOM_FOR_WORDS else _short(period)
        x = _NAMES + (place + 0.5) * column
        yield f'<text class="period" x="{x:.1f}" y="{len(lanes) * _LANE + 18}" text-anchor="middle">{words}</text>'


def _upright(lanes: Sequence[Lane], periods: Sequence[str], most: int) -> Iterator[str]:
    column = (_UPRIGHT_WIDTH - _UPRIGHT_NAMES) / max(len(lanes), 1)
    for number, lane in enumerate(lanes):
        yield _name(lane, _UPRIGHT_NAMES + number * column, 16, "start")
    for place, period in enumerate(periods):
        y = _HEAD + place * _LINE
        yield f'<path class="floor" d="M0 {y}H{_UPRIGHT_WIDTH}"/>'
        yield f'<text class="period" x="0" y="{y + 17}">{_words(period)}</text>'
        for number, lane in enumerate(lanes):
            if period in lane.cells:
                count, target = lane.cells[period]
                x = _UPRIGHT_NAMES + number * column
                width = max(2, (column - 22) * count / most)
                yield _bar(lane, period, count, target, (x, y + 7, width, 12), (x + width + 4, y + 17, "start"))


def _name(lane: Lane, x: float, y: float, anchor: str) -> str:
    tint = f" level-{lane.level}" if lane.level else ""
    at = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f'<text class="lane{tint}" {at}>{html.escape(_lane_name(lane))}</text>'


def _bar(
    lane: Lane,
    period: str,
    count: int,
    target: str,
    shape: tuple[float, float, float, float],
    number: tuple[float, float, str],
) -> str:
    x, y, width, height = shape
    tint = f' class="level-{lane.level}"' if lane.level else ""
    title = html.escape(f"{lane.name}　{_words(period)}　{count} 件")
    return (
        f'<a href="{html.escape(target)}"{tint}><title>{title}</title>'
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"/>'
        f'<text x="{number[0]:.1f}" y="{number[1]:.1f}" text-anchor="{number[2]}">{count}</text></a>'
    )


def _lane_name(lane: Lane) -> str:
    """Names the lane in two characters where it has no level: it has no colour either, and little room."""
    return lane.name if lane.level else lane.name[-2:]


def _words(period: str) -> str:
    return period or "日期未载"


def _short(period: str) -> str:
    """Writes a period for a narrow column: 2014, 14.3 for a month, 1980– for several years."""
    if not period:
        return "未载"
    year, _, month = period.partition("年")
    if month:
        return f"{year[2:]}.{month.removesuffix('月')}"
    return f"{year.partition('–')[0]}–" if "–" in year else year
