"""Tells how a document stands to a work that it cites by the words around the citation: 转发 印发 贯彻 依据 引用."""

from __future__ import annotations

import re

from notice_site.findings.citations.vocabulary import (
    FOLLOWING,
    FORWARDING,
    GROUNDS,
    ISSUING,
    STUDYING,
    handing_relation,
)
from notice_site.text.official_words import any_of

_HANDING = rf"(?P<verb>{any_of((*FORWARDING, *ISSUING))})"
_TITLE_VERB = re.compile(rf"{_HANDING}[^《》，,。]{{0,40}}$")
"""In a title, the verb before what is handed on, with no more than a body between them: 转发|《…》的通知."""

_HANDING_ON = re.compile(r"(?:^|[，,。；;])现?(?:将|把)[^。；;]*$")
_HANDED_ON = re.compile(rf"^[^。；;]{{0,120}}?{_HANDING}(?:给你们|$|[，,。；;])")
"""What stands before and behind: 现将|《…》（…）|转发给你们."""

_NOW = re.compile(rf"^[^。；;]{{0,60}}?现(?:予|将其|予以)?{_HANDING}")
"""What stands behind: 《…》|已经国务院同意，现印发给你们."""

_NOW_BEFORE = re.compile(rf"[现兹特](?:予|予以)?{_HANDING}[^《》，,。]{{0,40}}$")
"""What stands before: 现转发|《…》，请认真学习."""

_VERBS = re.compile(
    rf"""
      (?P<follow> {any_of(FOLLOWING)})
    | (?P<ground> {any_of(GROUNDS)} | (?<![一-龥])按)     # 按 opens its clause: not 务必按
    | (?P<study> {any_of(STUDYING)})
    """,
    re.VERBOSE,
)
"""The verbs by which a document stands to a work: 贯彻|《…》, 根据|《…》, 学习|《…》."""

_IN_SPIRIT = re.compile(r"^[^，,。；;]{0,40}(?:精神|为指导|为指针)")
"""What stands behind: 《…》|精神, “…”|文件精神, …|为指导."""

_BRACKETED = re.compile(r"《[^》]*》|[（(][^（）()]*[）)]|“[^”]*”")
_CLAUSE = re.compile(r"[，,。；;：:！？]")

NEAR = 200
"""Characters each side that can bear on the relation: beyond them stands another sentence."""


def relation(text: str, start: int, end: int, in_title: bool = False) -> str:
    """How the text stands to the work that text[start:end] names; see data contract, citations.json.

    >>> relation("现将《办法》印发给你们", 2, 6), relation("中央在《意见》中要求", 3, 7)
    ('印发', '引用')
    >>> relation("按照中央《意见》精神", 4, 8), relation("根据《意见》，现通知如下", 2, 6)
    ('贯彻', '依据')
    """
    before, after = text[max(0, start - NEAR) : start], text[end : end + NEAR]
    if in_title and (match := _TITLE_VERB.search(before)):
        return handing_relation(match["verb"])
    if match := _NOW_BEFORE.search(before) or _NOW.match(after):
        return handing_relation(match["verb"])
    if _HANDING_ON.search(before) and (match := _HANDED_ON.match(after)):
        return handing_relation(match["verb"])
    clause = _last_clause(before)
    verbs = list(_VERBS.finditer(clause))
    last = verbs[-1].lastgroup if verbs else None
    if last == "follow":
        return "贯彻"
    in_spirit = bool(_IN_SPIRIT.match(after))
    if last == "ground":
        return "贯彻" if in_spirit else "依据"
    if last is None and in_spirit and re.search(r"[以用]", clause):
        return "贯彻"
    return "引用"


def _last_clause(before: str) -> str:
    """What stands before in the same clause; stops inside brackets and quotation marks do not end a clause."""
    masked = _BRACKETED.sub(lambda match: "□" * len(match[0]), before)
    cuts = list(_CLAUSE.finditer(masked))
    return masked[cuts[-1].end() :] if cuts else masked
