"""Finds the case in which a duty holds: 对推进不力的|，约谈, 如确有困难|，可以."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from notice_site.findings.tasks import grammar
from notice_site.findings.tasks.asides import MOST_REMEMBERED, Span, StrippedText, clauses
from notice_site.findings.tasks.tagging import rule, tag
from notice_site.findings.tasks.vocabulary import MODAL_WORD

# takes: ‹如果›确有困难  ‹一经›查实  ‹一旦›发生事故  ‹如›有违反; not: 如期完成  如实填写  凡人
_IF = re.compile("如果 | 一旦 | 一经 | 若 (?!干) | 如 (?=[有确需遇因不无]) | 遇有? (?!到)", re.VERBOSE)

# takes: ‹在可持续经营的前提下›  ‹在人员有差额的情况下›; not: 在领导下  在此前提下
_PREMISE = re.compile("在 [^，；。在]{2,40} 的 (?:前提|情况|基础) 下", re.VERBOSE)

# takes: ‹竞聘演讲之后›  ‹进行组织考察时›  ‹公示期满后›; not: 7月底前  今后  此前  届时  同时
_WHEN = re.compile(
    r"""
    (?! [^，]* (?: \d | [年月日] (?!期) | [底旬]前 | 以来) | 今后 | 此[前后] | 会[前后] | 届时 | 同时 | 目前)
    [^，；。]{3,40} (?: 时 | 之?后 | 之?前 | 的时候)
    """,
    re.VERBOSE,
)

# takes: ‹有条件的›  ‹对已挪作他用的›  ‹情节严重、影响恶劣的›; not: 主要的  这是必要的
_CASE = re.compile("(?! [^，]* 是) [^，；。]{3,90} (?<!目) 的", re.VERBOSE)
# takes: ‹发现重大舆情›要  ‹遇到问题›应; not: 发现问题  发现主要问题  发现和解决问题要
_FOUND = re.compile("(?:发现|遇到?|出现|发生)[^，。；、和与]{2,16}(?=要(?![求点素件])|应(?![急对用])|须|必须)")
LONGEST_LOOSE_CASE = 40
_TREATED = ("按程序", "责成", "予以", "给予")


def loose_case(text: str, clause: Span) -> Span | None:
    """The case that no comma parts from what is asked: 有条件的|要安排经费, 情节严重的|应调离.

    >>> cases = ("有条件的要安排经费", "一时不能整改的要限期整改", "要坚持好的做法")
    >>> [loose_case(words, Span(0, len(words))) is not None for words in cases]
    [True, True, False]
    """
    start = clause.start
    if found := _FOUND.match(text, start, clause.end):
        return Span(start, found.end())
    of = text.find("的", start + 2, min(clause.end, start + LONGEST_LOOSE_CASE + 1))
    if of < 0 or text.startswith("的", of - 1):
        return None
    tags = tag(text)
    if (tags[start] in "MOV" and not text.startswith("不能", start)) or not (
        tags[of + 1 : of + 2] in ("M", "O") or text.startswith(_TREATED, of + 1)
    ):
        return None
    return Span(start, of + 1)


# takes: 检查结束‹后›要交表; not: 检查结束后交表
_TAIL = rule("tail (?= must)")


def _loose_when(text: str, clause: Span) -> Span | None:
    """When it holds, which no comma parts from what is asked: 检查结束后|要交表."""
    tags = tag(text)
    tail = _TAIL.search(tags, clause.start, clause.end)
    if tail is None or not _WHEN.fullmatch(text, clause.start, tail.end()):
        return None
    return Span(clause.start, tail.end())


MOST_CLAUSES = 3
"""Clauses of which a case may consist: 对落实不到位，导致违纪问题，造成严重后果的|，…."""


@lru_cache(MOST_REMEMBERED)
def condition(words: StrippedText, span: Span) -> Span | None:
    """The words for the case in which the duty holds, as a span of the stripped text; None where it always holds.

    The first sentence of the duty says it.
    """
    text = words.text
    sentence = Span(span.start, span.start + len(re.split("[。！？]", text[span.start : span.end], maxsplit=1)[0]))
    parts = list(clauses(words, sentence))
    first = 0
    for number, part in enumerate(parts[:MOST_CLAUSES]):
        start = grammar.behind(grammar.LINK, tag(text), part.start, part.end)
        if loose := loose_case(text, Span(start, part.end)):
            return loose
        if number == 0 and (when := _loose_when(text, Span(start, part.end))):
            return when
        if number + 1 < len(parts):
            if _CASE.fullmatch(text, start, part.end):
                return Span(parts[first].start if first < number else start, _end(text, parts, number))
            if _IF.match(text, start) or (number == 0 and _WHEN.fullmatch(text, start, part.end)):
                return Span(start, _end(text, parts, number))
        elif _IF.match(text, start):
            return Span(start, part.end)
        if MODAL_WORD.search(text, start, part.end):
            break
        first += text[part.end - 1] == "中"  # 在治理工作中，|需要支持的，…
    premise = _PREMISE.search(text, sentence.start, sentence.end)
    return Span(*premise.span()) if premise else None


def _end(text: str, parts: Sequence[Span], number: int) -> int:
    """Where the case ends that the part begins or ends: 经提醒后，|仍存在问题的，…."""
    end = parts[number].end
    for part in parts[number + 1 : -1]:
        if not _CASE.fullmatch(text, part.start, part.end):
            break
        end = part.end
    return end
