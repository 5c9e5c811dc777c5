"""Tells by when a duty is due, and to which stage of the work it belongs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace

from notice_site.findings.time_frames import frame_at
from notice_site.model import Block
from notice_site.model.frozen import dataclass
from notice_site.text.time_expressions import TimeExpression, time_expressions
from notice_site.text.time_readings import TimeFrame, TimeReading, is_past, read_times
from notice_site.text.time_shapes import Shape

_SAYS_BY_WHEN = frozenset(
    {
        Shape.BEFORE,
        Shape.UNTIL,
        Shape.DUE,
        Shape.AFTER,
        Shape.FROM,
        Shape.RANGE,
        Shape.FROM_ISSUE,
        Shape.SOON,
    }
)
"""The shapes of a deadline: 4月底前, 到2020年, 9月完成, 5月下旬以后, 2月1日起, 3月至9月, 近期."""

# What leads to the day of a duty: 安排在|5月召开, 定于|3月9日. takes: 安排在  定于  应于; not: 在  位于  由于
_LEADS = re.compile(r"(?: 安排在 | (?<! [由位至处关对]) 于) $", re.VERBOSE)
_LONGEST_LEAD = 3  # characters of 安排在

_STAGE = re.compile(
    r"""
      学习教育 [、，,] (?: 听取意见 | 征求意见)
    | 查摆问题 [、，,] 开展批评
    | 整改落实 [、，,] 建章立制
    """,
    re.VERBOSE,
)
"""The stages of the campaign; other notices name theirs in headings: 动员部署阶段."""

_STAGE_HEADING = re.compile(r"阶段")


@dataclass(frozen=True, slots=True)
class Due:
    """By when something is due: the words, and their bounds as ISO dates where they are known."""

    wording: str
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Schedule:
    """The times of one document; those of a block are read once."""

    frame: TimeFrame
    blocks: Mapping[str, Block]
    _times: dict[str, tuple[TimeReading, ...]] = field(default_factory=dict)

    def due(self, block: Block, start: int, end: int) -> Due | None:
        """By when the words start:end of the block are due: the first time in them that says so and is not past."""
        for reading in self._within(block, start, end):
            if _says_by_when(block.text, reading.expression) and not is_past(reading.dates, self.frame):
                return _due(block.text, reading)
        return None

    def due_at(self, block: Block, start: int, end: int, is_deadline: bool) -> Due:
        """What a cell says that holds a time; a day or month is the last one in a column of deadlines."""
        dated = [reading for reading in self._within(block, start, end) if reading.dates.start or reading.dates.end]
        wording = " ".join(block.text[start:end].split("\n"))
        if not dated:
            return Due(wording)
        due = replace(_due(block.text, dated[0]), wording=wording)
        is_range = due.start != due.end and dated[0].dates.precision != "xun"
        return replace(due, start=None) if is_deadline and due.end and not is_range else due

    def _within(self, block: Block, start: int, end: int) -> Iterator[TimeReading]:
        if block.id not in self._times:
            self._times[block.id] = tuple(read_times(block.text, frame_at(block, self.blocks, self.frame)))
        times = self._times[block.id]  # in their order, so that those of a clause are found without reading all
        for k in range(bisect_left(times, start, key=lambda reading: reading.expression.start), len(times)):
            if times[k].expression.start >= end:
                break
            if times[k].expression.end <= end:
                yield times[k]


def _due(text: str, reading: TimeReading) -> Due:
    return Due(text[reading.expression.start : reading.expression.end], reading.dates.start, reading.dates.end)


def deadline(words: str) -> str | None:
    """The words that say by when, as found.

    >>> deadline("总体上在4月底前完成"), deadline("安排在5月下旬以后召开"), deadline("3月17日在兰考调研")
    ('4月底前', '5月下旬以后', None)
    """
    expressions = (e for e in time_expressions(words) if _says_by_when(words, e))
    return next((words[e.start : e.end] for e in expressions), None)


def _says_by_when(text: str, expression: TimeExpression) -> bool:
    """Whether a time is a deadline; 15天内 is one, 时间不少于3天 is none."""
    match expression.shape:
        case Shape.DURATION:
            return text.endswith("内", expression.start, expression.end)
        case Shape.AT if expression.first is None:  # 春节期间
            return True
        case Shape.AT:
            lead = _LEADS.search(text, max(0, expression.start - _LONGEST_LEAD), expression.start)
            return expression.approximate or lead is not None
    return expression.shape in _SAYS_BY_WHEN


def stage(words: str, headings: Sequence[str]) -> str | None:
    """The stage of the campaign that the words name, else the nearest heading that names one; as found."""
    for text in (words, *reversed(headings)):
        if match := _STAGE.search(text):
            return match[0]
        if text is not words and _STAGE_HEADING.search(text):
            return text
    return None
