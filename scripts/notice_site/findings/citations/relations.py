"""Tells how a document stands to a work that it cites by the verb beside the citation."""

from __future__ import annotations

import re

from notice_site.findings.citations.vocabulary import (
    COMPARING,
    FOLLOWING,
    FORWARDING,
    GROUNDS,
    ISSUING,
    STUDYING,
    TELLING,
    WATCHING,
    handing_relation,
)
from notice_site.text.official_words import any_of

_HANDING = rf"(?P<verb>{any_of((*FORWARDING, *ISSUING))})"
_TITLE_VERB = re.compile(rf"{_HANDING}[^《》，,。]{{0,40}}$")
"""In a title, the verb before what is handed on, with no more than a body between them: 转发|《…》的通知."""

_PART_OF_NAME = re.compile(r"(?!的|等|[和与及]|以及|通知|精神)[一-龥]{2,20}的(?:通知|函|公告)$")
"""In a title, what makes the work a part of another name: 印发2025年《…报告》|任务分解的通知; not 印发《…》的通知."""

_HANDING_ON = re.compile(r"(?:^|[，,。；;])现?(?:将|把)[^。；;]*$")
_HANDED_ON = re.compile(rf"^[^。；;《]{{0,120}}?{_HANDING}(?:给你们|[到至给]|$|[，,。；;])")
"""What stands before and behind: 现将|《…》（…）|转发给你们."""

_NOW = re.compile(rf"^[^。；;《]{{0,60}}?现(?:予|将其|予以)?{_HANDING}")
"""What stands behind: 《…》|已经国务院同意，现印发给你们; not 根据《…》|，修订《…》，现印发给你们."""

_NOW_BEFORE = re.compile(rf"[现兹特](?:予|予以)?{_HANDING}[^《》，,。]{{0,40}}$")
"""What stands before: 现转发|《…》，请认真学习."""

_VERBS = re.compile(
    rf"""
      (?P<落实> {any_of(FOLLOWING)})
    | (?P<依据> {any_of(GROUNDS)} | (?<![一-龥])按 | 按(?=“?$))   # 按 opens its clause or stands before the name
    | (?P<对照> {any_of(COMPARING)})
    | (?P<学习> (?:{any_of(STUDYING)}) (?:宣传|讨论)? (?!教育|体会|计划))
    | (?P<观看> {any_of(WATCHING)})
    | (?P<引用> (?:{any_of(TELLING)}) (?!的)                     # not 落实省厅制定的《…》
             | 对(?=“?$))                                      # 落实甲某某对《…》的批示: the 批示 is followed
    """,
    re.VERBOSE,
)
"""The verbs by which a document stands to a work; the last before it decides: 贯彻|《…》, 根据|《…》, 学习|《…》."""

_IN_SPIRIT = re.compile(r"^[^，,。；;《]{0,40}(?:精神|为指导|为指针)")
"""What stands behind: 《…》|精神, “…”|文件精神, …|为指导."""

_FOLLOWED = re.compile(
    r"""
    ^
    (?: [^，,。；;《]{0,12} (?: 的 (?:贯彻|落实|执行) | 落地生根 | 落到实处 | 武装头脑 | 统一思想)
      | [^。；;《]{0,60} ，请 [^。；;，]{0,40}? (?:贯彻|落实|执行)
    )
    """,
    re.VERBOSE,
)
"""What stands behind where no verb stands before: 《…》|的落实工作, 《…》|精神落地生根, 《…》|已经同意，请执行."""

_TO_BE_STUDIED = re.compile(
    r"""
    ^
    [^。；;《]{0,40}? (?: 纳入 | 列入 | 列为 | 作为)
    [^，,。；;《]{0,20}? (?: 篇目 | 必修课 | 教材 | 课程 | 学习 | 读本)
    """,
    re.VERBOSE,
)
"""What stands behind 把…: 把《…》|纳入规定篇目, 把…讲话|，作为教育实践活动的“必修课”."""

_BRACKETED = re.compile(r"《[^》]*》|[（(][^（）()]*[）)]|“[^”]*”")
_CLAUSE = re.compile(r"[，,。；;：:！？]")

NEAR = 200
"""Characters each side that can bear on the relation: beyond them stands another sentence."""


def relation(text: str, start: int, end: int, in_title: bool = False) -> str:
    """How the text stands to what text[start:end] names: one of `RELATIONS`.

    >>> relation("现将《办法》印发给你们", 2, 6), relation("中央在《意见》中要求", 3, 7)
    ('印发', '引用')
    >>> relation("按照中央《意见》精神", 4, 8), relation("根据《意见》，现通知如下", 2, 6)
    ('落实', '依据')
    """
    before, after = text[max(0, start - NEAR) : start], text[end : end + NEAR]
    if in_title and _PART_OF_NAME.match(after):
        return "引用"
    if in_title and (match := _TITLE_VERB.search(before)):
        return handing_relation(match["verb"])
    if match := _NOW_BEFORE.search(before) or _NOW.match(after):
        return handing_relation(match["verb"])
    if _HANDING_ON.search(before) and (match := _HANDED_ON.match(after)):
        return handing_relation(match["verb"])
    return _by_verb(_last_clause(before), after)


def has_verb(words: str) -> bool:
    """Whether words hold a verb that says a relation.

    >>> has_verb("和落实省厅"), has_verb("和省厅")
    (True, False)
    """
    return _VERBS.search(words) is not None


def _by_verb(clause: str, after: str) -> str:
    last = next((match.lastgroup for match in reversed(list(_VERBS.finditer(clause)))), None)
    in_spirit = bool(_IN_SPIRIT.match(after))
    if last == "依据" and in_spirit:
        return "落实"
    if last:
        return last
    if re.search(r"[把将]", clause) and _TO_BE_STUDIED.match(after):
        return "学习"
    if _FOLLOWED.match(after) or (in_spirit and re.search(r"[以用]", clause)):
        return "落实"
    return "引用"


def _last_clause(before: str) -> str:
    """What stands before in the same clause; stops inside brackets and quotation marks do not end a clause."""
    masked = _BRACKETED.sub(lambda match: "□" * len(match[0]), before)
    cuts = list(_CLAUSE.finditer(masked))
    return masked[cuts[-1].end() :] if cuts else masked
