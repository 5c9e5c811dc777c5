"""Finds where a text says how often (每周, 定期) or how long (不少于3个月, 15天内)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from notice_site.text import time_grammar as grammar
from notice_site.text.taken_spans import TakenSpans

# Money, marks and growth per unit of time are rates, not duties.
# takes: 1000元  补助1,000.50元  300余元  3万元  递增  增加3  下降5%; not: 增加投入  3次  投入，元
_RATE = re.compile(
    r"""
      [^，,。；;]{0,8} \d [\d,.]* [多余]? [万亿]? (?: 元 | 美元 | % | ％)
    | 递增 | 递减 | 增长 | 增加\d
    """,
    re.VERBOSE,
)
# A name that is put between quotation marks.
# takes: “每月重点工作清单、每周工作清单”; not: “每周学习，”  每月重点工作清单
_NAME = re.compile("“[^“”，,。；;]{0,80}”")


def recurring_in(text: str) -> Iterator[tuple[int, int]]:
    """Where the text says how often something is to be done.

    >>> text = "实行每周联络员会议，每月10日前报送，定期调度，按月通报"
    >>> [text[a:b] for a, b in recurring_in(text)]
    ['每周', '每月10日前', '定期', '按月']
    >>> list(recurring_in("按照每月1000元的标准，在规定期限内，制定“每月工作清单”，每个单位"))
    []
    """
    names = TakenSpans(len(text))
    for match in _NAME.finditer(text):
        names.take(*match.span())
    for match in grammar.EVERY.finditer(text):
        if match.start() not in names and not _RATE.match(text, match.end()):
            turn = grammar.POINT_IN_TURN.match(text, match.end())
            yield match.start(), turn.end() if turn else match.end()
    for pattern in (grammar.REGULARLY, grammar.BY_TURNS, grammar.TIMES, grammar.SIDE_OF_TURN):
        for match in pattern.finditer(text):
            if match.start() not in names:
                yield match.span()


def durations_in(text: str) -> Iterator[tuple[int, int]]:
    """Where the text says how long something is to last or within how much time it is due.

    >>> text = "时间不少于3天，大体安排8个月时间，公示时间为七天，收到后15天内"
    >>> [text[a:b] for a, b in durations_in(text)]
    ['时间不少于3天', '8个月时间', '时间为七天', '15天内']
    >>> list(durations_in("距退休五年以内的人员，有期徒刑10个月，近三年内，2014年内，任期不超过两届"))
    []
    """
    taken = TakenSpans(len(text))
    matches = chain.from_iterable(
        pattern.finditer(text)
        for pattern in (grammar.TIME_OF, grammar.LENGTH_TIME, grammar.WITHIN, grammar.AT_LEAST, grammar.FROM_TO_LENGTH)
    )
    yield from sorted(match.span() for match in matches if taken.take(*match.span()))


def since_issue_in(text: str) -> Iterator[tuple[int, int]]:
    """Where the text takes effect from its own issue.

    >>> text = "本意见自下发之日开始执行，自企业登记之日起签订"
    >>> [text[a:b] for a, b in since_issue_in(text)]
    ['自下发之日开始']
    """
    for match in grammar.SINCE_ISSUE.finditer(text):
        yield match.span()
