"""Writes the table of events: when, of what kind, what, in which document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from notice_site.model import Event, Notice
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.notice_table import level_cell, with_state
from notice_site.pages.core.site import Site
from notice_site.pages.timeline.event_shapes import OF_DAY_WORDS, OWN_DATES
from notice_site.pages.timeline.strip import month_anchor, month_of
from notice_site.text.iso_dates import stretch

_ISO = re.compile(r"\d{4}(?:-\d\d){0,2}(?!年)")
_UNDATED = "99999999"  # what has no date stands behind all that has

_NAME_LENGTH = 40
"""Characters of a document's name in its cell; the sentence in the cell beside it takes most of the width."""


def chronological(events: Iterable[Event]) -> list[Event]:
    """Sorts events by the day on which they begin or are due; those without a date follow in reading order."""
    return sorted(events, key=_order)


def _order(event: Event) -> str:
    days = stretch(event.start, event.end)
    return f"{days[0]:%Y%m%d}" if days else _UNDATED


def event_table(events: Sequence[Event], site: Site, page: str, *, with_document: bool) -> Markdown:
    """Writes a row for each event, in the order given; nothing for no events."""
    if not events:
        return md.EMPTY
    head = ["时间", "类别", "内容", *(["文件", "层级"] if with_document else [])]
    rows = []
    months: set[str] = set()
    for event in events:
        month = month_of(event)
        is_first = with_document and month not in months
        months.add(month)
        row = [_when(event, month_anchor(month) if is_first and month else ""), _kind(event), _what(event, site, page)]
        if with_document:
            notice = site.notices[event.ref.notice]
            row += [_document(notice, site, page), level_cell(notice, site)]
        rows.append(row)
    return md.region(md.table([Markdown(name) for name in head], rows), classes=["data-table", "events"])


_NUMBER = re.compile("[0-9一二三四五六七八九十]")


def _is_day_of_document(event: Event) -> bool:
    """Whether not only the year is that of the document but the day: 近期, 自下发之日起."""
    day = event.start or event.end
    return bool(day and event.year_from and event.year_from.endswith(day) and not _NUMBER.search(event.wording))


def _when(event: Event, anchor: str) -> Markdown:
    """Writes the time as it is reckoned; where the source words it otherwise, its words and how the year is known."""
    time = labels_zh.time(event)
    named = {"data-order": _order(event), "data-month": month_of(event)}
    parts = [md.span(md.escape(time), id=anchor, classes=["when"], named=named)]
    notes = []
    if not event.wording:
        notes.append("日期取自文件信息")
    elif time != event.wording:
        notes.append(f"原文“{' '.join(event.wording.split())}”")
    if event.year_from:
        notes.append(_inferred(event, event.year_from))
    elif event.year is None and event.precision:
        notes.append("年份未能推定")
    if notes:
        parts.append(md.span(md.escape("；".join(notes)), classes=["about"]))
    return md.joined(parts, Markdown(" "))


def _inferred(event: Event, basis: str) -> str:
    """Says from what the year was told: 年份据成文日期2014年4月3日推定; “今年”据成文日期定为2014年;
    “下周”据成文日期2014年3月20日推算.
    """
    word, divided, rest = basis.partition("；")
    if divided and word.endswith(OF_DAY_WORDS):
        return f"“{word}”据{_ISO.sub(lambda iso: labels_zh.day(iso[0]), rest)}推算"
    if divided:
        return f"“{word}”据{_ISO.sub('', rest)}定为{(event.start or event.end or '')[:4]}年"
    inferred = "日期" if _is_day_of_document(event) else "年份"
    return f"{inferred}据{_ISO.sub(lambda iso: labels_zh.day(iso[0]), basis)}推定"


def _kind(event: Event) -> Markdown:
    parts = [md.span(md.escape(labels_zh.EVENT_KINDS[event.kind]), classes=["kind"], named=_kind_order(event.kind))]
    if event.decided:
        parts.append(md.span(Markdown("人工核定"), classes=["decided"]))
    return md.joined(parts, Markdown(" "))


def _kind_order(kind: str) -> dict[str, str]:
    return {"data-kind": kind, "data-order": str([*labels_zh.EVENT_KINDS].index(kind))}


def _what(event: Event, site: Site, page: str) -> Markdown:
    """Writes what happens, as a link to the words; the rest of their sentence and who acts below it."""
    is_own = event.kind in OWN_DATES  # what happens is the document then, and a phone names it once
    classes = ["what", *(["own-date"] if is_own else [])]
    link = md.link(_escaped(event.what), site.links.words(event.ref).relative_to(page), classes=classes)
    parts = [link]
    if not is_own and event.what.strip("，,。；; ") != event.quote.strip("，,。；; "):
        parts.append(md.span(_escaped(event.quote), classes=["quote"]))
    if event.who and event.who not in event.what:
        parts.append(md.span(_escaped(f"主体：{event.who}"), classes=["about"]))
    return md.joined(parts, Markdown(" "))


def _escaped(text: str) -> Markdown:
    """Escapes text in one line; a tab or line break is the edge of a cell or row of a table in the source."""
    return md.escape(" ".join(text.split()))


def _document(notice: Notice, site: Site, page: str) -> Markdown:
    name = labels_zh.short(notice, _NAME_LENGTH)
    return with_state(
        md.link(md.escape(name), site.links.notice(notice.id).relative_to(page), classes=["name"]), notice
    )
