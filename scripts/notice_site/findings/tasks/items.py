"""Divides the words of a duty into the single things that it asks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from notice_site.findings.tasks.asides import Span, StrippedText, sentences
from notice_site.findings.tasks.demands import FAULTS
from notice_site.findings.tasks.vocabulary import DEMAND, OPENING

_CLAUSE = re.compile(r"[^，；：]+")
_SEGMENT = re.compile(r"[^；]+")
_LISTED = re.compile(r"参[加与](?:单位|范围|对象|人员)(?:主要)?(?:是|为|包括)：?")
"""The words before a list of those who take part: 参加单位主要是：|区机关…，街道…."""

_LEADS_ON = re.compile(
    r"""
    (?:同时，)?
    (?: 在[^，]* [中上下前后时]$
      | (?: 对(?![照标]) | 从(?![严实快重]) | 以 | 按照 | 按(?![时期月]) | 根据 | 依据 | 通过 | 围绕 | 结合 | 在 | 针对
          | 为(?!民) | 与 | 经 | 本着)
        (?! .* (?: 进行 | 开展 | 贯穿 | 结合起来))         # 通过座谈进行讨论 asks something itself
    )
    """,
    re.VERBOSE,
)
"""A circumstance, which goes with the clause behind it: 围绕…， 按照…， 对…，."""

_MEANING = re.compile(r"对于[^；。]*?意义")
"""One thing, however many clauses it has: 充分认识活动对于甲，|加强乙，|丙的重大意义."""

_NO_CIRCUMSTANCE = re.compile(rf"(?: {OPENING.pattern} )? 由?", re.VERBOSE)
"""What may stand before an addressee without saying when or why: 同时， 由."""

FEWEST_SHORT = 3
"""、 divides items only where there are so many: 甲、乙 is often one thing with two names."""


def items(words: StrippedText, span: Span, addressee: Span | None, predicate_start: int, scope: bool) -> Iterator[Span]:
    """The items of a duty, as spans of the stripped text; the words after the addressee begin at `predicate_start`.

    A list of faults (解决…等问题) gives its members, divided by its strongest mark; other words give their clauses,
    each with the circumstances before it. Circumstances before the addressee (对推进不力的，上级督导组…) stay in
    the first.
    """
    text = words.text
    faults = [match for match in FAULTS.finditer(text, span.start, span.end) if match["end"].startswith("等")]
    if len(faults) == 1:
        yield from _members(text, Span(*faults[0].span("list")))
        return
    listed = _LISTED.search(text, span.start, span.end) if scope else None
    if listed:
        yield from _members(text, Span(listed.end(), span.end))
        return
    begin = predicate_start
    if addressee and not _NO_CIRCUMSTANCE.fullmatch(text, span.start, addressee.start):
        begin = span.start
    for sentence in takewhile(lambda sentence: sentence.start < span.end, sentences(words, span.start)):
        start, end = max(sentence.start, begin), min(sentence.end, span.end)
        if start < end:
            start += len(text[start:end]) - len(text[start:end].lstrip("，；："))
            for segment in _SEGMENT.finditer(text, start, end - (text[end - 1] in "。！？")):
                yield from _steps(text, segment.start(), segment.end(), predicate_start)


def _members(text: str, listed: Span) -> Iterator[Span]:
    """The members of a list, divided by ；, else by ，, else by 、 where these are many."""
    for mark in "；，、":
        within = re.compile(f"[^{mark}]+").finditer(text, listed.start, listed.end)
        pieces = [Span(member.start(), member.end()) for member in within]
        if len(pieces) >= (FEWEST_SHORT if mark == "、" else 2):
            yield from pieces
            return
    yield listed


def _steps(text: str, start: int, end: int, predicate_start: int) -> Iterator[Span]:
    """The clauses of a part between ；, circumstances joined to what follows them, the rest to what precedes."""
    begins, ends, whole = start, start, False
    meanings = [meaning.span() for meaning in _MEANING.finditer(text, start, end)]
    for clause in _CLAUSE.finditer(text, start, end):
        opening = OPENING.match(text, clause.start(), clause.end())
        at = opening.end() if opening else clause.start()
        circumstance = (
            at == clause.end() or clause.end() <= predicate_start or bool(_LEADS_ON.match(text, at, clause.end()))
        )
        inside = any(a < clause.start() < b for a, b in meanings)
        if whole and not inside and (circumstance or DEMAND.match(text, at)):
            yield Span(begins, ends)
            begins, whole = clause.start(), False
        if ends == start:
            begins = clause.start()
        ends = clause.end()
        whole = whole or not circumstance
    if ends > begins:
        yield Span(begins, ends)
