"""Prints what is asked: the sheet of one kind of addressee, and the times that the documents name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from notice_site.bundling.paper.elements import NOTHING, Html, element, joined, words
from notice_site.bundling.paper.places import Places
from notice_site.model import Event
from notice_site.pages.core import labels_zh
from notice_site.pages.tasks.sheet import Clause, Column, Sheet

_HEAD = "单位＿＿＿＿＿＿＿＿　负责人＿＿＿＿＿＿　日期＿＿＿＿＿＿"

_PLANNED = ("deadline", "not-before", "period", "duration", "recurring")
"""Kinds of times that bind whoever has something to do; the others tell what has happened."""


def unit_sheet(sheet: Sheet, places: Places) -> Html:
    """Writes what the documents ask of a kind of addressee, part by part, each duty with a box to tick."""
    parts: list[Html] = []
    for part in sheet.parts:
        is_ticked = part.id != "reach"
        rows = [row for column in part.columns for row in _rows(column, places, is_ticked=is_ticked)]
        kind = "duties" if is_ticked else "duties unticked"
        parts += [element("h4", words(part.title), kind="sheet-part"), element("table", *rows, kind=kind)]
    for notice, clauses in sheet.to_all:
        head = words(f"{labels_zh.cite(notice)}未点名，对各级都有的要求")
        rows = [element("tr", element("td", _list([clause], places, is_ticked=True))) for clause in clauses]
        parts += [element("h4", head, kind="sheet-part"), element("table", *rows, kind="duties to-all")]
    if sheet.silent:
        silent = "、".join(map(places.name, sheet.silent))
        parts.append(element("p", words(f"未提及{sheet.name}的：{silent}"), kind="hint"))
    return element(
        "section",
        element("h3", words(f"我们的单位：{sheet.name}"), kind="sheet-title"),
        element("p", words(_HEAD), kind="fill-in"),
        *parts,
        kind="sheet",
    )


def _rows(column: Column, places: Places, *, is_ticked: bool) -> Iterator[Html]:
    """Writes a row for each addressee that the documents of one level name, and what they ask of it."""
    for group in column.groups:
        quoted = f"（转引{group.quoted_from}）" if group.quoted_from else ""
        who = words(f"{group.addressee or '未写明对象'}{quoted}")
        head = joined([element("b", words(f"{column.name}　")), who])
        clauses = _list(group.clauses, places, is_ticked=is_ticked)
        yield element("tr", element("td", head), element("td", clauses))


def _list(clauses: Sequence[Clause], places: Places, *, is_ticked: bool) -> Html:
    return element("ul", *(_clause(clause, places, is_ticked=is_ticked) for clause in clauses))


def _clause(clause: Clause, places: Places, *, is_ticked: bool) -> Html:
    box = element("span", words("□"), kind="box") if is_ticked else NOTHING
    amounts = f"　{'，'.join(clause.amounts)}" if clause.amounts else ""
    due = (
        f"　{clause.task.deadline}"
        if clause.task.deadline and clause.task.deadline not in "".join(clause.words)
        else ""
    )
    quoted = joined((element("span", words(item), kind="item") for item in clause.words), words("；"))
    extra = element("b", words(f"{amounts}{due}")) if amounts or due else NOTHING
    return element("li", box, quoted, extra, words(" "), places.of(clause.task.ref))


def has_times(events: Sequence[Event]) -> bool:
    """Whether there is a time to list."""
    return any(event.kind in _PLANNED for event in events)


def times(events: Sequence[Event], places: Places) -> Iterator[Html]:
    """Writes the times to keep, the earliest first, then those without a date; the sentence of each is quoted."""
    planned = [event for event in events if event.kind in _PLANNED]
    planned.sort(key=lambda event: (not (event.start or event.end), event.end or event.start or ""))
    by_sentence = [
        [*run] for _, run in groupby(planned, lambda event: event.ref if event.start or event.end else event.quote)
    ]
    rows = [_time(events, places) for events in by_sentence]
    head = element("tr", *(element("th", words(name)) for name in ("时间", "原文")))
    yield element("table", element("thead", head), element("tbody", *rows), kind="times")


def _time(events: Sequence[Event], places: Places) -> Html:
    """Writes a row for times of one sentence: 定期, 每周."""
    event = events[0]
    read_as = labels_zh.time(event)
    more = element("p", words(read_as), kind="read-as") if read_as != event.wording else NOTHING
    wording = "；".join(dict.fromkeys(event.wording for event in events))
    when = element("td", element("p", element("b", words(wording))), more)
    return element("tr", when, element("td", element("p", words(event.quote), words(" "), places.of(event.ref))))
