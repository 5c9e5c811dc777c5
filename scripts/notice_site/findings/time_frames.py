"""Tells what the times of a document are read against: its dates, its number, its title and its headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from notice_site.model import Block, Notice
from notice_site.text.stated_years import years_in
from notice_site.text.time_readings import TimeFrame, YearAbove

_ISSUE = ("印发日期", "成文日期", "见报日期")
_OF_CARRIER = "主件"

# takes: 国发〔2014〕3号  教基一厅[2010]10号  (2004)36号; not: 2014年3号  第3号
_YEAR_OF_NUMBER = re.compile(r"[〔［\[（(](?P<year>(?:19|20)\d\d)[〕］\]）)]")


def frame_of(notice: Notice, notices: Mapping[str, Notice]) -> TimeFrame:
    """成文日期, else 印发日期, else 见报日期; of a document without any, that of the document that carries it.

    A document without any date speaks from the year of its number. A title gives a year where it states only one.
    """
    days = {name: day for name, day in _days(notice) if day}
    carrier = notices.get(notice.part_of or "")
    if not days and carrier is not None:
        of_carrier = frame_of(carrier, notices)
        if of_carrier.day:
            name = _OF_CARRIER + of_carrier.name.removeprefix(_OF_CARRIER)
            issue_name = _OF_CARRIER + of_carrier.issue_name.removeprefix(_OF_CARRIER)
            above = (*_above(notice.title, "标题"), *of_carrier.above)
            return TimeFrame(of_carrier.day, name, of_carrier.issue, issue_name, above)
    name, day = next(iter(days.items()), ("", None))
    issue_name = next((name for name in _ISSUE if name in days), "")
    above = tuple(_above(notice.title, "标题"))
    number = _YEAR_OF_NUMBER.search(notice.number or "")
    if number and day is None:
        return TimeFrame(number["year"], "文号", None, "", above)
    if number and day and number["year"] != day[:4]:  # 〔2013〕45号 of January 2014 may tell of December
        above = (*above, YearAbove(int(number["year"]), "文号"))
    return TimeFrame(day, name, days.get(issue_name), issue_name, above)


def _days(notice: Notice) -> Iterator[tuple[str, str | None]]:
    yield "成文日期", notice.date
    yield "印发日期", notice.printed
    yield "见报日期", notice.published.date if notice.published else None


def frame_at(block: Block, blocks: Mapping[str, Block], frame: TimeFrame) -> TimeFrame:
    """The frame of a document with the years of the headings that the block stands under, the nearest first."""
    above: list[YearAbove] = []
    at = blocks.get(block.parent or "")
    while at is not None:
        above += _above(at.heading, "小标题")
        at = blocks.get(at.parent or "")
    return replace(frame, above=(*above, *frame.above)) if above else frame


def _above(words: str | None, place: str) -> Iterator[YearAbove]:
    """The year of a heading or title, where it states only one: none of 2018—2020年."""
    years = set(years_in(words or ""))
    if len(years) == 1:
        yield YearAbove(years.pop(), place)
