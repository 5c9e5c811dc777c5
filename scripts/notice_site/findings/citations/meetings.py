"""Finds the meetings that a text follows: congresses of the party, plenary sessions and conferences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_site.findings.citations.names import CitedWork
from notice_site.text.official_words import word_list

_HAN = r"[\u4e00-\u9fff]"
_ORDINAL = "[一二三四五六七八九十]"

OTHER_CONGRESSES = word_list("团 会 联 协")
"""The last character of an organization with congresses of its own: 团十八大, 工会十七大, 妇联十二大."""

_CONGRESS_REPORT = re.compile(rf"党的{_ORDINAL}{{1,3}}大报告")
_CONGRESS = re.compile(
    rf"""
    (?: 党的 | 中共 | (?<![{"".join(OTHER_CONGRESSES)}十第]) (?={_ORDINAL}{{2,3}}大) )
    (?P<name> {_ORDINAL}{{1,3}}大) (?! 报告 | 以来 | 代表 | 会 | {_ORDINAL} | [一-龥]?[类项个条])
    """,
    re.VERBOSE,
)
"""党的十八大; not 党的十八大以来 (a time), 党的十八大报告 (a document), 团十八大, 十大项."""

_PLENUM = re.compile(rf"(?:党的)?(?P<congress>{_ORDINAL}{{1,3}}届)(?P<sessions>(?:[、和]?{_ORDINAL}中)*)全会")
"""十八届三中全会, 十九届二中、三中全会; not 教代会八届三次会议."""

_CONFERENCE = re.compile(
    rf"""
    (?: 党中央 | 中央 | 全国 | 全省 | 全市 | 全县 | 全区)
    (?! 有关 | 召开 | 和 | 、)
    (?: (?! 一系列 | 重要会议 | 两会) {_HAN}){{2,16}}
    会议? (?=精神|部署)
  | 全国 两会 (?! 期间 | 前 | 后 | 召开)
    """,
    re.VERBOSE,
)
"""中央经济工作会议精神, 全国宣传思想工作会议精神, 全国两会; not 中央一系列重要会议精神, 全国两会期间."""

NEAR = 200
"""Characters each side in which the ends of the clause are looked for."""

_FOLLOWED = re.compile(r"精神|为指导|部署|要求|决策|决定")
_FOLLOWING = re.compile(r"学习|贯彻|落实|宣传|领会")
"""What makes a congress a text to follow, not a date: …精神为指导, 贯彻…, 学习…."""


def congress_reports(text: str) -> Iterator[CitedWork]:
    """The reports to congresses: 党的十八大报告."""
    for match in _CONGRESS_REPORT.finditer(text):
        yield CitedWork(match.start(), match.end(), match[0], None, "document")


def meetings(text: str) -> Iterator[CitedWork]:
    """The meetings named for what they decided; each has one title however it is worded.

    >>> [work.title for work in meetings("贯彻党的十九大和十九届二中、三中全会精神")]
    ['十九届二中全会', '十九届三中全会', '党的十九大']
    """
    for match in _PLENUM.finditer(text):
        if _is_followed(text, match):
            yield from _sessions(match)
    for match in _CONGRESS.finditer(text):
        if _is_followed(text, match):
            yield CitedWork(match.start(), match.end(), f"党的{match['name']}", None, "meeting")
    for match in _CONFERENCE.finditer(text):
        if _is_followed(text, match):
            yield CitedWork(match.start(), match.end(), match[0], None, "meeting")


def _sessions(match: re.Match[str]) -> Iterator[CitedWork]:
    """One meeting for each session that 十九届二中、三中全会 counts up, each at its own words."""
    counted = list(re.finditer(f"{_ORDINAL}中", match["sessions"]))
    if not counted:
        yield CitedWork(match.start(), match.end(), match[0].removeprefix("党的"), None, "meeting")
        return
    offset = match.start("sessions")
    ends = [offset + session.end() for session in counted[:-1]] + [match.end()]
    starts = [match.start()] + [offset + session.start() for session in counted[1:]]
    for session, start, end in zip(counted, starts, ends, strict=True):
        yield CitedWork(start, end, f"{match['congress']}{session[0]}全会", None, "meeting")


def _is_followed(text: str, match: re.Match[str]) -> bool:
    """Whether a meeting is named for what it decided: 以党的十八大、十八届三中全会精神为指导; not 迎接党的十八大."""
    before = re.split(r"[，,。；;！？]", text[max(0, match.start() - NEAR) : match.start()])[-1]
    after = re.split(r"[，,。；;！？]", text[match.end() : match.end() + NEAR])[0]
    return bool(_FOLLOWED.search(after) or _FOLLOWING.search(before))
