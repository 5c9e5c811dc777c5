"""Finds the dates of each document and every dated statement in its text, as events."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, groupby

from notice_site.execution.parallel import ParallelMap, parallel_map
from notice_site.findings.events.document_dates import LONGEST_QUOTE, own_dates
from notice_site.findings.events.table_rows import told_by_rows
from notice_site.findings.events.words import Span, topic_words, what_words, who_words
from notice_site.findings.task_tables import task_rows
from notice_site.findings.time_frames import frame_at, frame_of
from notice_site.model import Block, BlockKind, Corpus, Event, Notice, Ref
from notice_site.text.sentences import sentence_around
from notice_site.text.tenses import Tense, tense_of
from notice_site.text.time_expressions import TimeExpression
from notice_site.text.time_readings import TimeFrame, TimeReading, is_ahead, is_past, read_times
from notice_site.text.time_shapes import Shape

_READ = frozenset({BlockKind.SECTION, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.TABLE})

_STOPS = "。；;，, 　\n"
_ALREADY = re.compile(r"[\u4e00-\u9fff]{0,3}已")
_DATELINE = re.compile(r"(?P<who>[\u4e00-\u9fff]{1,6}?[社报网])[\u4e00-\u9fff]{0,8}$")
"""The agency and the place before the day of a dateline: 新华社北京|1月23日电."""

_LONGEST_DATELINE = 16  # characters before its day: seven of the agency, eight of the place, with one to spare

# What somebody has been punished with. takes: 受到党内警告处分  被开除党籍  给予记过处分  判处有期徒刑  被诫勉谈话
# not: 给予处理意见  学习处分条例  受到记过处分的个人
_PENALTY = re.compile(
    """
    (?: 受到 | 给予 | 被 | 判处 | 予以) [^，,。；;]{0,20}
    (?: 处分 | 警告 | 记大?过 | 撤职 | 降级 | 开除 | 免职 | 诫勉 | 告诫 | 通报批评 | 立案 | 有期徒刑 | 拘役 | 问责)
    (?! [^，,。；;]{0,10} 的)
    """,
    re.VERBOSE,
)


# What tells of another document when it was made, and of nothing that the notice is about.
# takes: 发布的  起全面施行的  修订的  联合印发的  ‹国务院令第8号发布的›《规定》; not: 发布  施行  召开的  发布会议的
_MADE_IT = re.compile(
    """
    (?: 起? (?: 联合 | 正式 | 全面)? | [^，,。；;：:《》]{0,40} (?= [\u4e00-\u9fff]{2} 的《))
    (?: 发布 | 印发 | 公布 | 颁布 | 施行 | 实施 | 修订 | 修正 | 通过 | 下发 | 出台 | 制定 | 签署)
    的 (?! 时候 | 同时)
    """,
    re.VERBOSE,
)
# Where a document is named with its day: 详见|3月21日|《关于…的通知》.
# takes: ‹《甲通知》›。  《甲方案》; not: 《甲报》刊登
_TITLE_BEHIND = re.compile("《[^《》]*》 (?= [，,。；;）)] | $)", re.VERBOSE)
# The same in brackets behind a title: 《预算法》（|1994年3月22日|…通过）.
_BEHIND_TITLE = re.compile("》 [（(] [^（）()》]{0,12} $", re.VERBOSE)
_LONGEST_BEHIND_TITLE = 14  # characters: twelve with the closing mark of the title and the bracket


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
    of_document = tuple(own_dates(notice))
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
            yield from _of_note(notice, block, frame)


# --- the notes beside the text --------------------------------------------------------------------


# What a note below the title tells of the document: 1991年3月4日|国务院令第76号发布.
# takes: 国务院令第76号发布  第十届全国人民代表大会常务委员会第十次会议通过; not: 发布会  第一学期  ）发布
_HISTORY = re.compile("[^（）()　；;。]{0,60}?(?:通过|公布|发布|修订|修正|批准|废止)(?=[）)　 ；;，,。]|$)")


def _of_note(notice: Notice, block: Block, frame: TimeFrame) -> Iterator[Event]:
    """When the news agency sent the text out (（新华社北京1月23日电）), and when a law was passed and amended."""
    text = block.text
    for reading in read_times(text, frame):
        expression = reading.expression
        if agency := _agency(text, expression):
            yield _event(notice, block, reading, "dateline", notice.title or text, agency)
            continue
        made = _HISTORY.match(text, expression.end)
        if made and expression.shape is Shape.AT and reading.dates.precision == "day":
            yield _event(notice, block, reading, "event", text[expression.start : made.end()], None)


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
        if _is_of_another_document(text, expression):
            continue
        if agency := _agency(text, expression):
            yield _event(notice, block, reading, "dateline", notice.title or text, agency)
            continue
        sentence = _sentence(block, expression)
        what = text[slice(*what_words(text, sentence, expression))]
        if (
            above
            and above.heading
            and _is_told_by_heading(whole, text[expression.start : expression.end], above.heading)
        ):
            what = above.heading
        actor = who_words(text, sentence, expression)
        if topic := _sentence_before_bracket(block, sentence, expression):
            span, actor = topic_words(text, topic)
            what = text[slice(*span)]
        kind = _kind(text, reading, frame)
        if kind == "event" and tells_of_misconduct:
            kind = "case"
        yield _event(notice, block, reading, kind, what, text[slice(*actor)] if actor else None)


# A sentence that is but a time in brackets. takes: （完成时限：4月20日前）  （4月20日前）  (整改期限5月底)
# not: （4月20日前报送）（一）  4月20日前  （
_BRACKETED_TIME = re.compile(
    r"""
    \s* [（(] (?: (?: 完成 | 办结 | 整改)? (?: 时限 | 期限 | 时间) [：:]?)?
    (?P<wording> [^（）()]+) [）)] [。；;]? \s*
    """,
    re.VERBOSE,
)


def _sentence_before_bracket(block: Block, sentence: Span, expression: TimeExpression) -> Span | None:
    """The sentence that opens the block, where the time stands alone in brackets behind it and says when it is due."""
    bracket = _BRACKETED_TIME.fullmatch(block.text, *sentence)
    wording = block.text[expression.start : expression.end]
    if not bracket or not wording.endswith(bracket["wording"]):
        return None
    start = len(block.label) if block.label and block.text.startswith(block.label) else 0
    start, end = sentence_around(block.text, start, start + 1, LONGEST_QUOTE)
    return (max(start, len(block.label or "")), end) if end <= sentence[0] else None


# A heading below which only a time stands. takes: 会议时间  一、报名日期  考核时限; not: 时间安排  会议
_TIME_HEADING = re.compile("(?:时间|日期|时限|期限)$")


def _is_told_by_heading(text: str, wording: str, heading: str) -> bool:
    """Whether a heading says what happens then: 会议时间 above 10月27日上午8:45，会期半天."""
    return text == wording or (text.startswith(wording) and bool(_TIME_HEADING.search(heading.rstrip("：: 。"))))


def _is_of_another_document(text: str, expression: TimeExpression) -> bool:
    """Whether the time is that of a document that is cited or repealed: 2009年4月1日|发布的原办法."""
    if expression.shape not in (Shape.AT, Shape.FROM) or expression.first is None:
        return False
    behind_title = _BEHIND_TITLE.search(text, max(0, expression.start - _LONGEST_BEHIND_TITLE), expression.start)
    return bool(_MADE_IT.match(text, expression.end) or _TITLE_BEHIND.match(text, expression.end) or behind_title)


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
            return "event" if _ALREADY.match(text, expression.end) or _is_told(text, reading, frame) else "deadline"
        case Shape.UNTIL if text.startswith("起", expression.start - 1):  # 自启用之日起|至2047年
            return "period"
        case Shape.UNTIL:
            return "event" if past else "deadline"
        case Shape.AFTER:
            return "event" if past and _tells(text, expression) else "not-before"
        case Shape.FROM:
            return "event" if past and tense is Tense.HAPPENED else "period"
        case Shape.RANGE if tense is Tense.HAPPENED and not is_ahead(reading.dates, frame):
            return "event"
    if past:
        return "event"
    if shape is Shape.RANGE or expression.first is None:
        return "period"
    if is_ahead(reading.dates, frame) or tense is Tense.PLANNED:
        return "deadline" if shape is Shape.DUE else "period"
    return "event" if tense is Tense.HAPPENED or reading.dates.precision == "day" else "period"


# The year of a time that the calendar does not place. takes: 2014年春节前; not: 春节前
_YEAR_OF_FEAST = re.compile(r"\d{4}(?=年)")


def _is_told(text: str, reading: TimeReading, frame: TimeFrame) -> bool:
    """Whether something had taken place 前 a time that has passed: 2014年春节前，赵某接受宴请."""
    expression = reading.expression
    start, end = sentence_around(text, expression.start, expression.end, LONGEST_QUOTE)
    if tense_of(text[start:end]) is Tense.PLANNED:
        return False
    if expression.first is None:
        year = max(_YEAR_OF_FEAST.findall(text, expression.start, expression.end), default="")
        this_year = (frame.day or "")[:4]
        happened = tense_of(text[start:end]) is Tense.HAPPENED  # 2014年春节前，…受到处分
        return bool(year and this_year) and (year < this_year or (year == this_year and happened))
    return is_past(reading.dates, frame)


def _tells(text: str, expression: TimeExpression) -> bool:
    """Whether the words behind the time tell what has happened: 5月以后，召开了大会."""
    _, end = sentence_around(text, expression.start, expression.end, LONGEST_QUOTE)
    return tense_of(text[expression.end : end]) is Tense.HAPPENED
