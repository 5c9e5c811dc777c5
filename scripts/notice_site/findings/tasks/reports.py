"""Tells whether a sentence reports what another document asks, and finds that document's title."""

from __future__ import annotations

import re

_REPORTS = re.compile(
    r"""
    ^
    (?: [^，。；《]{0,20} ，)?                           # 近日，
    (?! 按照 | 根据 | 依据 | 依照 | 遵照 | 为 | 对照 | 贯彻 | 落实 | 结合)
    [^，。；《]{1,30} [在的]?                             # 中央在, 中共甲市委
    (?P<title> 《[^《》]{2,80}》 )
    (?: [（(〔] [^（）()]{1,40} [）)] )?                  # （甲发〔2014〕1号）
    [中里]?
    (?: 明确 | 已经 | 还 | 又 | 都)?
    (?: 要求 | 规定 | 明确 | 提出) [：，,]?
    (?! [^，。]{0,4} 的)                                 # not 要求整改的问题
    """,
    re.VERBOSE,
)
"""The opening of a report: 中央在《…指导意见》中要求市、县…; not 按照《…》要求，各单位要…."""

_OWN_VOICE = re.compile(r"(?:我|本|全)[省市县区州校院局]|结合.{0,20}实际|为此，|因此，|按照(?:上述|以上)")
"""The document's own voice again: 结合本区实际，我区还要…."""


def reported(sentence: str) -> tuple[int, int, int] | None:
    """Start and end of the title, and where the reported words begin.

    >>> text = "中央在《关于活动的意见》中要求市、县解决政绩观不正确等问题"
    >>> start, end, begins = reported(text)
    >>> text[start:end], text[begins:]
    ('《关于活动的意见》', '市、县解决政绩观不正确等问题')
    >>> reported("按照《关于活动的意见》要求，各单位要学习") is None, reported("认真学习《意见》提出的要求") is None
    (True, True)
    """
    match = _REPORTS.match(sentence)
    return (*match.span("title"), match.end()) if match else None


def own_voice(sentence: str) -> bool:
    """Whether the document plainly speaks for itself again: 结合我区实际…."""
    return bool(_OWN_VOICE.search(sentence))
