"""Counts the events of each period in a strip of bars, each a link: the picture of any number of events."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Iterable, Sequence

from notice_site.model import Event
from notice_site.model.frozen import dataclass
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.markdown import Markdown

# Pixels.
_HEIGHT = 48  # of the longest bar
_SHORTEST = 2  # of a bar: one event must be seen beside hundreds
_WIDTH = 20


@dataclass(frozen=True, slots=True)
class Period:
    """A year or a month with events: its ISO form (2014, 2014-03), where its bar leads, how many, how many due."""

    iso: str
    target: str
    count: int
    due: int


def month_of(event: Event) -> str:
    """The month by which something is due, else in which it is or begins; a year alone where no month is said."""
    if event.kind == "deadline":
        return (event.end or event.start or "")[:7]
    return (event.start or event.end or "")[:7]


def month_anchor(iso: str) -> str:
    """The id of the first event of a month in its table."""
    return f"m-{iso}"


def periods(events: Iterable[Event], length: int, targets: dict[str, str]) -> list[Period]:
    """Counts events by the first `length` characters of their month, 4 for years; those without a date are left out."""
    counts, due = Counter[str](), Counter[str]()
    for event in events:
        if iso := month_of(event)[:length]:
            counts[iso] += 1
            due[iso] += event.kind == "deadline"
    return [Period(iso, targets[iso], counts[iso], due[iso]) for iso in sorted(counts)]


def strip(title: str, shown: Sequence[Period]) -> Markdown:
    """Draws a bar for each period, the part that is due darker; the year stands where it changes."""
    if not shown:
        return md.EMPTY
    largest = max(period.count for period in shown)
    items, year = [], ""
    for period in shown:
        items.append(_bar(period, largest, is_first=period.iso[:4] != year))
        year = period.iso[:4]
    return md.figure(f'<ul aria-label="{html.escape(title)}">{"".join(items)}</ul>', classes=["time-strip"])


def _bar(period: Period, largest: int, *, is_first: bool) -> str:
    height = _pixels(period.count, largest)
    due = _pixels(period.due, largest) if period.due else 0
    bars = f'<rect class="all" y="{_HEIGHT - height}" width="{_WIDTH}" height="{height}"/>'
    if due:
        bars += f'<rect class="due" y="{_HEIGHT - due}" width="{_WIDTH}" height="{due}"/>'
    unit = "年" if len(period.iso) > 4 else ""
    year = f'<span class="year">{period.iso[:4]}{unit}</span>' if is_first else ""
    month = f"<span>{int(period.iso[5:])}月</span>" if len(period.iso) > 4 else ""
    said = f"{labels_zh.day(period.iso)}：{period.count} 条" + (f"，其中期限 {period.due} 条" if period.due else "")
    return (
        f'<li><a href="{html.escape(period.target)}" data-month="{period.iso}" title="{said}">'
        f'<b>{period.count}</b><svg width="{_WIDTH}" height="{_HEIGHT}" viewBox="0 0 {_WIDTH} {_HEIGHT}"'
        f' aria-hidden="true">{bars}</svg>{month}{year}</a></li>'
    )


def _pixels(count: int, largest: int) -> int:
    """The height of a bar.

    >>> _pixels(300, 300), _pixels(1, 300)
    (48, 2)
    """
    return max(_SHORTEST, round(_HEIGHT * count / largest))
