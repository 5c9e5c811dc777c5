"""Closes white space inside Chinese text (〔 2014 〕 36 号, 几 个 问 题) and records each change."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import itemgetter

from notice_site.model.frozen import dataclass

HAN = r"\u3400-\u9fff\uf900-\ufaff〇○"
SPACE = r"[ \t\r\n\f\v\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]"
"""Regular expression class of everything that is white space to a reader; U+200B and U+FEFF included."""

GAP = "\u3000"
"""What is kept of a wide gap between two words (two names on one line): one ideographic space."""

_CONTEXT = 2  # characters around a change: enough to find it again in its line
_TOLD = 2  # characters beside a run that tell whether one stands alone there
_NEAR = 2 * _CONTEXT  # changes whose contexts touch are one change

_RUN = re.compile(rf"{SPACE}+")
# Blanks around a text; the look-behind lets each run be tried once, however long it is.
# takes: ‹　›甲乙, 甲乙‹ ›; not: 甲　乙
_OUTER = re.compile(rf"^{SPACE}+|(?<!{SPACE}){SPACE}+$")
_HAN_CHAR = re.compile(rf"[{HAN}]")
# What a single blank parts from the text behind it.
# takes: 第一条  第十条之一  第2部分  ‹第一条之二十›一  十二  ‹一›总体要求; not: 第  条  批
_LABEL = re.compile(
    r"""
    第 [一二三四五六七八九十百千零〇\d]{1,7}
    (?: [编篇章节条款] | 部分)
    (?: 之 [一二三四五六七八九十]{1,2})?
    | [一二三四五六七八九十]{1,3}
    """,
    re.VERBOSE,
)
# A year whose digits are spaced. takes: ‹2 021›年  ‹2 0 1 4› 年; not: 前100名 7人  12014年
_BROKEN_YEAR = re.compile(rf"(?<!\d)[12]{SPACE}*\d{SPACE}*\d{SPACE}*\d(?={SPACE}*年)")


@dataclass(frozen=True, slots=True)
class Change:
    """Text whose spaces were closed, with two characters around it: `before` as found, `after` as shown.

    `keeps_gap` says that a wide gap between two words became one U+3000, `closes` that spaces were closed besides.
    """

    before: str
    after: str
    keeps_gap: bool = False
    closes: bool = True


def squeeze(text: str) -> str:
    """The text without any white space.

    >>> squeeze("2014 年4 月　2 日")
    '2014年4月2日'
    """
    if " " not in text and text.isprintable():  # a blank of Unicode is not; most texts have none
        return text
    return _RUN.sub("", text)


def close_spaces(text: str) -> tuple[str, tuple[Change, ...]]:
    """Reading text: no space inside Han text, single spaces between Western words, a wide gap as one U+3000.

    The rule is that of Chinese typesetting, where space is not set between Han characters, nor
    between Han characters and digits. Letters spaced out for looks (几 个 问 题) close up; two or
    more columns between whole words are a gap that separates (名字　职务) and stay as one, and so does
    the blank behind 第一条 at the beginning.

    >>> close_spaces("湘群组发〔 2014 〕 36 号")[0]
    '湘群组发〔2014〕36号'
    >>> close_spaces("几 个 问 题 的 通 知")[0], close_spaces("第一章　总　　则")[0], close_spaces("组  长：张三")[0]
    ('几个问题的通知', '第一章\u3000总则', '组长：张三')
    >>> close_spaces("第三条 所有单位")[0], close_spaces("依照第三条 所列")[0]
    ('第三条\u3000所有单位', '依照第三条所列')
    >>> close_spaces("一 总体要求")[0], close_spaces("一 个 问 题")[0]
    ('一\u3000总体要求', '一个问题')
    >>> close_spaces("use of HIS 系统")[0]
    'use of HIS系统'
    >>> close_spaces("甲县      乙县")
    ('甲县\u3000乙县', (Change(before='甲县      乙县', after='甲县\u3000乙县', keeps_gap=True, closes=False),))
    """
    text = text.strip()
    if not _RUN.search(text):  # of most texts, in a tenth of the time
        return text, ()
    text = _OUTER.sub("", text)
    parts: list[str] = []
    spans: list[tuple[int, int, str]] = []  # a run that was changed, and what took its place
    broken_years = [m.span() for m in _BROKEN_YEAR.finditer(text)]
    cursor = 0
    for run in _RUN.finditer(text):
        parts.append(text[cursor : run.start()])
        kept = _kept(text, run.start(), run.end(), broken_years)
        parts.append(kept)
        if kept != run[0]:
            spans.append((run.start(), run.end(), kept))
        cursor = run.end()
    parts.append(text[cursor:])
    return "".join(parts), _changes(text, spans)


def _kept(text: str, start: int, end: int, broken_years: list[tuple[int, int]]) -> str:
    """What stays of the white space text[start:end]."""
    before, after = text[start - 1], text[end]
    year = bisect_right(broken_years, start, key=itemgetter(0))
    if year and end <= broken_years[year - 1][1]:
        return ""
    if before.isascii() and after.isascii() and (before.isalnum() or after.isalnum()):
        return " " if not (_is_bracket(before) or _is_bracket(after)) else ""
    if (label := _LABEL.fullmatch(text, 0, start)) and (label[0][0] == "第" or not _letter_spaced(text, start, end)):
        return GAP
    if _columns(text[start:end]) < 2 or _letter_spaced(text, start, end):
        return ""
    wordy = _HAN_CHAR.match(before) or before in "）》”)章条"
    return GAP if wordy and (_HAN_CHAR.match(after) or after in "（《“(" or after.isdigit()) else ""


def _is_bracket(char: str) -> bool:
    return char in "()[]{}〔〕"


def _columns(run: str) -> int:
    return sum(2 if c == "\u3000" else 0 if c in "\u200b\u2060\ufeff" else 1 for c in run)


def _letter_spaced(text: str, start: int, end: int) -> bool:
    """True where a single Han character stands on at least one side and its neighbour word is short.

    总　　则 and 组  长：… are words spaced out; 中共甲市纪委      甲市监察局 is not.
    """
    left = re.split(SPACE, text[max(0, start - _TOLD) : start])[-1]
    right = re.split(SPACE, text[end : end + _TOLD])[0]
    alone_left = len(left) == 1 and _HAN_CHAR.match(left)
    alone_right = re.match(rf"[{HAN}](?:[：:、，,]|$)", right)
    return bool(alone_left and (alone_right or len(right) == 1)) or bool(
        alone_right and len(right) == 1 and re.fullmatch(rf"[{HAN}]", left)
    )


def _changes(text: str, spans: list[tuple[int, int, str]]) -> tuple[Change, ...]:
    """The changes; runs at most `_NEAR` characters apart make one change. A number at its edge is given whole."""
    groups: list[list[tuple[int, int, str]]] = []
    for span in spans:
        if groups and span[0] - groups[-1][-1][1] <= _NEAR:
            groups[-1].append(span)
        else:
            groups.append([span])
    changes = []
    for group in groups:
        start, end = max(0, group[0][0] - _CONTEXT), min(len(text), group[-1][1] + _CONTEXT)
        while start and text[start - 1].isdigit():
            start -= 1
        while end < len(text) and text[end].isdigit():
            end += 1
        pieces, cursor = [], start
        for a, b, kept in group:
            pieces.append(text[cursor:a])
            pieces.append(kept)
            cursor = b
        pieces.append(text[cursor:end])
        gaps = [kept == GAP for _, _, kept in group]
        changes.append(Change(text[start:end], "".join(pieces), any(gaps), not all(gaps)))
    return tuple(changes)
