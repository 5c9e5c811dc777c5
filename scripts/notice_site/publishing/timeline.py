"""Writes events as data: items of timeline.json, rows of timeline.csv, and timeline.ics."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from notice_site.findings.citations.transmission import Step, Transmission
from notice_site.model import Corpus, Event, Notice
from notice_site.pages.core import labels_zh
from notice_site.pages.core.links import Links, links
from notice_site.publishing.csv_tables import Columns, columns
from notice_site.publishing.icalendar import Entry, calendar_document
from notice_site.text.iso_dates import stretch

_COLUMNS = columns("起 止 精度 约数 类别 原文用语 何事 何人 原文 年份 年份依据 文件 发文字号 发文机关 段落 网址")
_YEARS = {"stated": "原文载明", "inferred": "推定", None: ""}


def timeline_item(event: Event) -> dict[str, Any]:
    """Writes an item of timeline.json."""
    return {
        "id": event.id,
        "notice": event.ref.notice,
        "block": event.ref.block,
        "start": event.start,
        "end": event.end,
        "precision": event.precision,
        "approximate": event.approximate,
        "wording": event.wording,
        "quote": event.quote,
        "what": event.what,
        "who": event.who,
        "kind": event.kind,
        "year": event.year,
        "year_from": event.year_from,
    }


def transmission_item(transmission: Transmission) -> dict[str, Any]:
    """Writes an item of transmission.json."""
    return {
        "id": transmission.id,
        "event": transmission.origin.id if transmission.origin else None,
        "notice": transmission.notice,
        "start": transmission.start,
        "end": transmission.end,
        "steps": [_step(step) for step in transmission.steps],
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "notice": step.notice,
        "date": step.day,
        "days": step.days,
        "how": step.how,
        "block": step.ref.block,
        "quote": step.quote,
    }


def timeline_table(corpus: Corpus) -> tuple[Columns, Iterator[list[str]]]:
    """Returns columns and rows of timeline.csv, in reading order."""
    notices = {notice.id: notice for notice in corpus.notices}
    where = links(corpus.notices)
    return _COLUMNS, (_row(event, notices[event.ref.notice], where) for event in corpus.events)


def _row(event: Event, notice: Notice, where: Links) -> list[str]:
    return [
        event.start or "",
        event.end or "",
        labels_zh.PRECISIONS[event.precision] if event.precision else "",
        "约" if event.approximate else "",
        labels_zh.EVENT_KINDS[event.kind],
        event.wording,
        event.what,
        event.who or "",
        event.quote,
        _YEARS[event.year],
        event.year_from or "",
        labels_zh.title(notice),
        notice.number or "",
        "、".join(notice.issuers),
        event.ref.block,
        where.words(event.ref).url,
    ]


def timeline_calendar(corpus: Corpus) -> bytes:
    """Writes timeline.ics: whole days; what has only one bound stands on it, what has no date is left out."""
    notices = {notice.id: notice for notice in corpus.notices}
    return calendar_document("公文时间线", _entries(corpus, notices))


def _entries(corpus: Corpus, notices: Mapping[str, Notice]) -> Iterator[Entry]:
    for event in corpus.events:
        if days := stretch(event.start, event.end):
            kind = labels_zh.EVENT_KINDS[event.kind]
            source = labels_zh.cite(notices[event.ref.notice])
            yield Entry(event.id, *days, f"{kind}：{event.what}", f"{event.quote}——{source}", kind)
