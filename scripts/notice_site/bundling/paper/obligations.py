"""Prints what is asked: the sheet of one kind of addressee, and the times that the documents name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from notice_site.bundling.paper.elements import NOTHING, Html, element, joined, words
from notice_site.bundling.paper.places import Places
from notice_site.model import Event
from notice_site.pages.core import labels_zh
from notice_site.pages.tasks.sheet import Clause, Column, Group, Sheet

_HEAD = "单位＿＿＿＿＿＿＿＿　负责人＿＿＿＿＿＿　日期＿＿＿＿＿＿"

_PLANNED = ("deadline", "not-before", "period", "duration", "recurring")
"""Kinds of times that bind whoever has something to do; the others tell what has happened."""


MOST_LINES, _LINE_LENGTH = 44, 50
"""Lines that a page holds in one column of larger letters, and characters of such a line; more take two columns."""

_PLACE_LENGTH = 14

MOST_SILENT_NAMED = 3
"""Documents that say nothing to an addressee and are named; of more only the number is told."""


def unit_sheet(sheet: Sheet, places: Places, closing: Html = NOTHING, level: int = 2) -> Html:
    """Writes what the documents ask of a kind of addressee in two columns, part by part, each duty with a box.

    A short one has one column. `closing` stands at the end of the last. The title is a heading of
    that level.
    """
    columns: list[Html] = []
    for part in sheet.parts:
        is_ticked = part.id != "reach"
        groups = [
            _group(column, group, places, is_ticked=is_ticked) for column in part.columns for group in column.groups
        ]
        columns += [element(f"h{level + 1}", words(part.title), kind="sheet-part"), *groups] if groups else []
    for notice, clauses in sheet.to_all:
        head = words(f"{labels_zh.cite(notice)}对各级提出的要求（未单列{sheet.name}）")
        columns += [element(f"h{level + 1}", head, kind="sheet-part to-all"), _list(clauses, places, is_ticked=True)]
    if sheet.silent:
        silent = "、".join(map(places.name, sheet.silent))
        listed = silent if len(sheet.silent) <= MOST_SILENT_NAMED else f"{len(sheet.silent)} 件"
        columns.append(element("p", words(f"未提及{sheet.name}的文件：{listed}。"), kind="hint"))
    return element(
        "section",
        element(f"h{level}", words(f"任务单：{sheet.name}"), kind="sheet-title"),
        element("p", words(_HEAD), kind="fill-in"),
        element("p", words(_summary(sheet)), kind="hint"),
        element("div", *columns, closing, kind="columns one" if _lines(sheet) <= MOST_LINES else "columns"),
        kind="sheet",
    )


def _lines(sheet: Sheet) -> int:
    """About how many lines a sheet takes in one column."""
    groups = [group for part in sheet.parts for column in part.columns for group in column.groups]
    clauses = [*sheet.clauses, *(clause for _, general in sheet.to_all for clause in general)]
    texts = [len("；".join(clause.words)) + _PLACE_LENGTH for clause in clauses]
    heads = [len(group.addressee or "") for group in groups] + [_LINE_LENGTH] * (len(sheet.parts) + len(sheet.to_all))
    return sum(-(-length // _LINE_LENGTH) for length in texts) + sum(1 + length // _LINE_LENGTH for length in heads)


def _summary(sheet: Sheet) -> str:
    """How many duties each part has, and which deadlines: 要做的事 12 条；数量 2 条。期限：4月底前、5月下旬以后."""
    counts = [f"{part.title} {len(part.clauses)} 条" for part in sheet.parts if part.clauses]
    if sheet.to_all:
        counts.append(f"对各级提出的要求 {sum(len(clauses) for _, clauses in sheet.to_all)} 条")
    due = "、".join(dict.fromkeys(clause.task.deadline for clause in sheet.deadlines if clause.task.deadline))
    return "；".join(counts) + "。" + (f"期限：{due}。" if due else "")


def _group(column: Column, group: Group, places: Places, *, is_ticked: bool) -> Html:
    """Writes an addressee as a document of one level names it, and what is asked of it."""
    quoted = f"（转引{group.quoted_from}）" if group.quoted_from else ""
    who = words(f"　{group.addressee or '对象未写明'}{quoted}")
    return joined(
        [
            element("p", element("b", words(column.name)), who, kind="addressee"),
            _list(group.clauses, places, is_ticked=is_ticked),
        ]
    )


def _list(clauses: Sequence[Clause], places: Places, *, is_ticked: bool) -> Html:
    entries = (_clause(clause, places, is_ticked=is_ticked) for clause in clauses)
    return element("ul", *entries, kind="duties" if is_ticked else "duties unticked")


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
