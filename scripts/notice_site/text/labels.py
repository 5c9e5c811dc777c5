"""The start of a paragraph goes in, its label (一、 （一） 1. 第三条 一是 …) with style and number comes out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from notice_site.text.numerals import HAN_NUMERAL, han_to_int


class Style(IntEnum):
    """Label styles in the order in which notices nest them (GB/T 9704: 一、 （一） 1. （1）), outermost first."""

    PART = 1  # 第一编
    CHAPTER = 2  # 第一章
    DIVISION = 3  # 第一节
    ARTICLE = 4  # 第一条
    HAN = 5  # 一、
    PAREN_HAN = 6  # （一）
    ARABIC = 7  # 1.
    DECIMAL_2 = 8  # 1.1
    DECIMAL_3 = 9  # 1.1.1
    DECIMAL_4 = 10  # 1.1.1.1
    PAREN_ARABIC = 11  # （1） 1）
    CIRCLED = 12  # ①
    POINT = 13  # 一是 一要 一问


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the start of a text: its characters `text` end at `end`, `number` is its value."""

    style: Style
    number: int
    text: str
    end: int


_FORMS: tuple[tuple[Style, re.Pattern[str]], ...] = tuple(
    (style, re.compile(pattern))
    for style, pattern in (
        (Style.PART, rf"第\s*(?P<n>{HAN_NUMERAL}+|\d+)\s*编(?=[\s　])"),
        (Style.CHAPTER, rf"第\s*(?P<n>{HAN_NUMERAL}+|\d+)\s*章(?![^\s　]*[的中内所规])"),
        (Style.DIVISION, rf"第\s*(?P<n>{HAN_NUMERAL}+|\d+)\s*节(?=[\s　])"),
        (Style.ARTICLE, rf"第\s*(?P<n>{HAN_NUMERAL}+|\d+)\s*条(?=[\s　：:【]|$)"),
        # 一、 and, from bad OCR, 一. or 一．; not 一，
        (Style.HAN, rf"(?P<n>{HAN_NUMERAL}{{1,4}})\s*[、．.]"),
        (Style.PAREN_HAN, rf"[（(]\s*(?P<n>{HAN_NUMERAL}{{1,4}})\s*[）)]\s*、?"),
        (Style.DECIMAL_4, r"(?P<n>\d{1,2}(?:[.．]\d{1,2}){3})[.．、]?(?![\d.．%％])"),
        (Style.DECIMAL_3, r"(?P<n>\d{1,2}(?:[.．]\d{1,2}){2})[.．、]?(?![\d.．%％])"),
        # 1.1总则; not 1.5亿元, not 2011.2.
        (Style.DECIMAL_2, r"(?P<n>\d{1,2}[.．]\d{1,2})[、\s　]?(?![\d.．%％亿万千百倍个元米年月日吨度])"),
        # 1. 1． 1、; not 1.5, not 2014.
        (Style.ARABIC, r"(?P<n>[0-9０-９]{1,2})\s*[.．、](?!\s*\d)"),
        (Style.PAREN_ARABIC, r"[（(]\s*(?P<n>[0-9０-９]{1,2})\s*[）)]\s*[.．、]?"),
        (Style.PAREN_ARABIC, r"(?P<n>[0-9]{1,2})\s*[）)]"),
        (Style.CIRCLED, r"(?P<n>[①-⑳])"),
        (Style.POINT, rf"(?P<n>{HAN_NUMERAL}{{1,2}})(?P<tail>是|要|问)"),
    )
)


# 1总则 where the sections below are 1.1 and 1.2; not 3个月, not 5月
_BARE = re.compile(r"(?P<n>\d{1,2})[\s\u3000]*(?=[\u4e00-\u9fff])(?![年月日个次人名万亿元号级类项种条件周天时分])")


def match_bare_number(text: str) -> Label | None:
    """A number without any mark as label, as texts with decimal numbering (1, 1.1, 1.1.1) have it.

    >>> match_bare_number("1总则").text, match_bare_number("3个月内")
    ('1', None)
    """
    match = _BARE.match(text)
    number = han_to_int(match["n"]) if match else None
    return Label(Style.ARABIC, number, match["n"], match.end()) if match and number else None


def match_label(text: str) -> Label | None:
    """The label that the text begins with, or None.

    >>> [match_label(t).text for t in ("一、总体要求", "(二)总的要求。", "1．完善", "第三条　本办法", "一是强化")]
    ['一、', '(二)', '1．', '第三条', '一是']
    >>> [match_label(t) for t in ("一个引领", "2014.2.", "1.5亿元", "第三条所称", "十分重要")]
    [None, None, None, None, None]
    """
    for style, pattern in _FORMS:
        if match := pattern.match(text):
            number = _number(match["n"])
            if number is None:
                continue
            return Label(style, number, match[0].strip(), match.end())
    return None


def _number(text: str) -> int | None:
    if len(text) == 1 and "①" <= text <= "⑳":
        return ord(text) - ord("①") + 1
    last = re.split(r"[.．]", text)[-1]
    return han_to_int(last)
