"""Finds the dates of each document and every dated statement in its text, as events."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, groupby

from notice_site.execution.parallel import ParallelMap, parallel_map
from notice_site.findings.events.table_rows import told_by_rows
from notice_site.findings.events.words import Span, what_words, who_words
from notice_site.findings.task_tables import task_rows
from notice_site.findings.time_frames import frame_at, frame_of
from notice_site.model import Block, BlockKind, Corpus, Event, Notice, Ref
from notice_site.text.dates import iso
from notice_site.text.sentences import sentence_around
from notice_site.text.tenses import Tense, tense_of
from notice_site.text.time_expressions import TimeExpression
from notice_site.text.time_grammar import DATE, POINT_DATE, Shape
from notice_site.text.time_readings import TimeFrame, TimeReading, is_ahead, is_past, read_times

_READ = frozenset({BlockKind.SECTION, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.TABLE})

LONGEST_QUOTE = 160
"""Characters: a sentence that is longer is quoted in part."""

_REST = re.compile(r"[\s)）〕】。.]*(?:印发|印)?[\s)）〕】。.]*")
"""What may follow a date that ends a block: 2014年3月9日|）, 2014年3月9日|印发）."""

_STOPS = "。；;，, 　\n"
_ALREADY = re.compile(r"[\u4e00-\u9fff]{0,3}已")
_DATELINE = re.compile(r"(?P<who>[\u4e00-\u9fff]{1,6}?[社报网])[\u4e00-\u9fff]{0,8}$")
"""The agency and the place before the day of a dateline: 新华社北京|1月23日电."""

_LONGEST_DATELINE = 16  # characters before its day: seven of the agency, eight of the place, with one to spare

# What somebody has been punished with. takes: 受到党内警告处分  被开除党籍  给予记过处分  判处有期徒刑  被诫勉谈话
# not: 给予处理意见  学习处分条例
_PENALTY = re.compile(
    """
    (?: 受到 | 给予 | 被 | 判处 | 予以) [^，,。；;]{0,20}
    (?: 处分 | 警告 | 记大?过 | 撤职 | 降级 | 开除 | 免职 | 诫勉 | 告诫 | 通报批评 | 立案 | 有期徒刑 | 拘役 | 问责)
    """,
    re.VERBOSE,
)


def find_events(corpus: Corpus, map_values: ParallelMap = parallel_map) -> tuple[Event, ...]:
    """All events of the corpus, in the order of notices, blocks and characters.

    What an event's `id` says is its place: the notice, the block and the first character of its wording.
    """
    notices = {notice.id: notice for notice in corpus.notices}
    framed = [(notice, frame_of(notice, notices)) for notice in corpus.notices]
    events = map_values(lambda pair: tuple(_in_notice(*pair)), framed)
    return tuple(chain.from_iterable(events))


def _in_notice(notice: Notice, frame: TimeFrame) -> Iterator[Event]:
    blocks = {block.id: block for block in notice.blocks}
    of_document = tuple(_own_dates(notice))
    rows = {id: [*group] for id, group in groupby(task_rows(notice), key=lambda row: row.block)}
    for block in notice.blocks:
        here = [event for event in of_document if event.ref.block == block.id]
        yield from here
        if block.kind in _READ:
            taken = {event.ref.start for event in here}
            stated = _in_block(notice, block, blocks.get(block.parent or ""), frame_at(block, blocks, frame))
            stated = told_by_rows(stated, rows.get(block.id, ()))
            yield from (event for event in stated if event.ref.start not in taken)
        elif block.kind is BlockKind.NOTE:
            yield from _datelines(notice, block, frame)


# --- the dates of the document itself ------------------------------------------------------------


def _own_dates(notice: Notice) -> Iterator[Event]:
    """成文, 印发 and 见报, each at the words that state it.

    A date known from elsewhere (the source's own record of itself, an editor) stands at the title, without wording.
    """
    published = notice.published.date if notice.published else None
    for kind, date, kinds in (
        ("issued", notice.date, (BlockKind.DATE, BlockKind.SIGNATURE)),
        ("printed", notice.printed, (BlockKind.PRINT, BlockKind.CC)),
        ("published", published, (BlockKind.NOTE,)),
    ):
        if not date:
            continue
        place = _stated(notice, date, kinds) or _closing(notice, date) or _unstated(notice)
        if place:
            yield _own(notice, kind, date, *place)


def _stated(notice: Notice, date: str, kinds: tuple[BlockKind, ...]) -> tuple[Block, Span] | None:
    """The last block of the first of these kinds that states the date, and where in its text."""
    for kind in kinds:
        for block in reversed([block for block in notice.blocks if block.kind is kind]):
            for start, end, stated in _whole_dates(block.text):
                if stated == date:
                    return block, (start, end)
    return None


def _closing(notice: Notice, date: str) -> tuple[Block, Span] | None:
    """The block that ends with the date, as a title or an unrecognised sign-off may: …的意见（2014年3月9日）."""
    for block in reversed(notice.blocks):
        for start, end, stated in _whole_dates(block.text):
            if stated == date and _REST.fullmatch(block.text, end):
                return block, (start, end)
    return None


def _unstated(notice: Notice) -> tuple[Block, Span] | None:
    title = next((block for block in notice.blocks if block.kind is BlockKind.TITLE), None)
    return (title, (0, 0)) if title else None


def _whole_dates(text: str) -> Iterator[tuple[int, int, str | None]]:
    for pattern in (DATE, POINT_DATE):
        for match in pattern.finditer(text):
            yield match.start(), match.end(), iso(match)


def _own(notice: Notice, kind: str, date: str, block: Block, span: Span) -> Event:
    start, end = span
    sentence = sentence_around(block.text, start, end, LONGEST_QUOTE)
    who: str | None = "、".join(notice.issuers) or None
    if kind == "printed":
        who = block.text[sentence[0] : start].strip() or None
    elif kind == "published" and notice.published:
        who = notice.published.medium or None
    return Event(
        id=f"{notice.id}-{kind}",
        ref=Ref(notice.id, block.id, start, end),
        start=date,
        end=date,
        precision="day" if len(date) == len("2014-03-09") else "month",
        approximate=False,
        wording=block.text[start:end],
        quote=block.text[slice(*sentence)],
        what=notice.title or block.text,
        who=who,
        kind=kind,
        year="stated",
        year_from=None,
        decided={"issued": "date"}.get(kind, kind) in notice.decided,
    )


def _datelines(notice: Notice, block: Block, frame: TimeFrame) -> Iterator[Event]:
    """When the news agency sent the text out, as the note below it says: （新华社北京1月23日电）."""
    for reading in read_times(block.text, frame):
        if agency := _agency(block.text, reading.expression):
            yield _event(notice, block, reading, "dateline", notice.title or block.text, agency)


def _agency(text: str, expression: TimeExpression) -> str | None:
    """The agency whose dateline the expression stands in."""
    source = _DATELINE.search(text, max(0, expression.start - _LONGEST_DATELINE), expression.start)
    return source["who"] if source and text.startswith(("电", "专电", "讯"), expression.end) else None


# --- the statements in the text ------------------------------------------------------------------


def _in_block(notice: Notice, block: Block, above: Block | None, frame: TimeFrame) -> Iterator[Event]:
    text = block.text
    tells_of_misconduct = bool(_PENALTY.search(text))
    whole = text.strip(_STOPS)
    for reading in read_times(text, frame):
        expression = reading.expression
        if agency := _agency(text, expression):
            yield _event(notice, block, reading, "dateline", notice.title or text, agency)
            continue
        sentence = _sentence(block, expression)
        what = text[slice(*what_words(text, sentence, expression))]
        if whole == text[expression.start : expression.end] and above and above.heading:
            what = above.heading
        actor = who_words(text, sentence, expression)
        kind = _kind(text, reading, frame)
        if kind == "event" and tells_of_misconduct:
            kind = "case"
        yield _event(notice, block, reading, kind, what, text[slice(*actor)] if actor else None)


def _event(notice: Notice, block: Block, reading: TimeReading, kind: str, what: str, who: str | None) -> Event:
    expression, dates = reading.expression, reading.dates
    return Event(
        id=f"{notice.id}-{block.id}-t{expression.start}",
        ref=Ref(notice.id, block.id, expression.start, expression.end),
        start=dates.start,
        end=dates.end,
        precision=dates.precision,
        approximate=expression.approximate,
        wording=block.text[expression.start : expression.end],
        quote=block.text[slice(*_sentence(block, expression))],
        what=what,
        who=who,
        kind=kind,
        year=dates.year,
        year_from=dates.year_from,
    )


def _sentence(block: Block, expression: TimeExpression) -> Span:
    """The sentence that states the time, without the label that opens the block."""
    start, end = sentence_around(block.text, expression.start, expression.end, LONGEST_QUOTE)
    if start == 0 and block.label and block.text.startswith(block.label):
        start = len(block.label)
        while start < expression.start and block.text[start].isspace():
            start += 1
    return min(start, expression.start), end


def _kind(text: str, reading: TimeReading, frame: TimeFrame) -> str:
    """What the time says of its sentence: that something happened, is to happen, is due, goes on …"""
    expression, tense = reading.expression, reading.tense
    shape = expression.shape
    past = is_past(reading.dates, frame)
    match shape:
        case Shape.RECURRING | Shape.DURATION:
            return shape.value
        case Shape.FROM_ISSUE | Shape.SOON:
            return "period"
        case Shape.SINCE | Shape.RECENT:
            return "event"
        case Shape.BEFORE:
            return "event" if _ALREADY.match(text, expression.end) else "deadline"
        case Shape.UNTIL if text.startswith("起", expression.start - 1):  # 自启用之日起|至2047年
            return "period"
        case Shape.UNTIL:
            return "event" if past else "deadline"
        case Shape.AFTER:
            return "event" if past and _tells(text, expression) else "not-before"
        case Shape.FROM:
            return "event" if past and tense is Tense.HAPPENED else "period"
    if past:
        return "event"
    if shape is Shape.RANGE or expression.first is None:
        return "period"
    if is_ahead(reading.dates, frame) or tense is Tense.PLANNED:
        return "deadline" if shape is Shape.DUE else "period"
    return "event" if tense is Tense.HAPPENED or reading.dates.precision == "day" else "period"


def _tells(text: str, expression: TimeExpression) -> bool:
    """Whether the words behind the time tell what has happened: 5月以后，召开了大会."""
    _, end = sentence_around(text, expression.start, expression.end, LONGEST_QUOTE)
    return tense_of(text[expression.end : end]) is Tense.HAPPENED
