"""Reads the label (一、 （一） 1. 第三条 一是 …) with which a paragraph begins: its style and number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache

from notice_site.model.frozen import dataclass
from notice_site.text.numerals import HAN_NUMERAL, han_to_int


class Style(IntEnum):
    """Label styles in the order in which notices nest them (GB/T 9704: 一、 （一） 1. （1）), outermost first."""

    PART = 1  # 第一编 第一部分
    CHAPTER = 2  # 第一章
    DIVISION = 3  # 第一节
    ARTICLE = 4  # 第一条 第十条之一
    CLAUSE = 5  # 第一款
    HAN = 6  # 一、
    STAGE = 7  # 第一阶段 第一环节
    PAREN_HAN = 8  # （一）
    ARABIC = 9  # 1.
    DECIMAL_2 = 10  # 1.1
    DECIMAL_3 = 11  # 1.1.1
    DECIMAL_4 = 12  # 1.1.1.1
    PAREN_ARABIC = 13  # （1） 1）
    CIRCLED = 14  # ①
    POINT = 15  # 一是 一要 一问 第一，


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the start of a text: its characters `text` end at `end`, `number` is its value."""

    style: Style
    number: int
    text: str
    end: int
    branch: int = 0  # 1 in 第十条之一
    series: str = ""  # what labels of one list share: 1.1 in 1.1.2, 是 in 一是


_N = rf"(?P<n>{HAN_NUMERAL}+|\d+)"
_SEPARATED = r"(?=[\s　：:【]|$)"
_HEADING_LINE = r"(?=[^。；！？：]{1,40}$)"  # the line goes on as a heading does

_UNITS = "亿万千百倍个元米年月日吨度"
# 第三条所称 第三条、第四条 第三条第二款 第三条修改为: an article is cited. 第三条所有单位: it begins.
_CITED = (
    r"(?![的和与或及至到内、，,；;。）)》”—\-]|[之第款项后前删]|所(?!有)|中(?:的|规定|所)|以[及下上]"
    r"|规定|修改|改为|增加)"
)


_FORMS: tuple[tuple[Style, re.Pattern[str]], ...] = tuple(
    (style, re.compile(pattern))
    for style, pattern in (
        (Style.PART, rf"第\s*{_N}\s*(?:编|篇|部分)(?:{_SEPARATED}|(?![者的]){_CITED}{_HEADING_LINE})"),
        (Style.CHAPTER, rf"第\s*{_N}\s*章(?:{_SEPARATED}|{_CITED}{_HEADING_LINE})"),
        (Style.DIVISION, rf"第\s*{_N}\s*节(?:{_SEPARATED}|(?!课){_CITED}{_HEADING_LINE})"),
        # 第三条 and 第十条之一, with a blank or none before the text
        (Style.ARTICLE, rf"第\s*{_N}\s*条(?:之(?P<branch>{HAN_NUMERAL}{{1,2}}))?(?:{_SEPARATED}|{_CITED}(?=.))"),
        (Style.CLAUSE, rf"第\s*{_N}\s*款{_SEPARATED}"),
        # 一、 and, from bad OCR, 一. or 一．; not 一，
        (Style.HAN, rf"(?P<n>{HAN_NUMERAL}{{1,5}})\s*[、．.]"),
        (Style.PAREN_HAN, rf"[（(]\s*(?P<n>{HAN_NUMERAL}{{1,5}})\s*[）)]\s*、?"),
        (Style.DECIMAL_4, r"(?P<n>\d{1,2}(?:[.．]\d{1,2}){3})[.．、]?(?![\d.．%％])"),
        (Style.DECIMAL_3, r"(?P<n>\d{1,2}(?:[.．]\d{1,2}){2})[.．、]?(?![\d.．%％])"),
        # 1.1总则; not 1.5亿元, not 2011.2.
        (Style.DECIMAL_2, rf"(?P<n>\d{{1,2}}[.．]\d{{1,2}})[、\s　]?(?![\d.．%％{_UNITS}])"),
        # 1. 1． 1、 101. and 4. 10人; not 1.5, not 2014.
        (Style.ARABIC, r"(?P<n>[0-9０-９]{1,3})\s*[.．、](?!\d|\s+\d+[.．])"),
        (Style.PAREN_ARABIC, r"[（(]\s*(?P<n>[0-9０-９]{1,3})\s*[）)]\s*[.．、]?"),
        (Style.PAREN_ARABIC, r"(?P<n>[0-9]{1,2})\s*[）)]"),
        (Style.CIRCLED, r"(?P<n>[①-⑳])"),
        (Style.POINT, rf"(?P<n>{HAN_NUMERAL}{{1,2}})(?P<series>是|要|问)"),
    )
)

_POINT_VERBS = "抓看查讲学树建创比评强促保防管治靠带帮谈对做重转提到有定"

_FORMS_OF_LISTS: tuple[tuple[Style, re.Pattern[str]], ...] = tuple(
    (style, re.compile(pattern))
    for style, pattern in (
        # 1总则 where the sections below are 1.1 and 1.2; not 3个月, not 5月
        (
            Style.ARABIC,
            r"(?P<n>\d{1,2})[\s\u3000]*(?=[\u4e00-\u9fff])(?![年月日个次人名万亿元号级类项种条件周天时分])(?P<series>)",
        ),
        # 一　总体要求, where the mark is missing
        (Style.HAN, rf"(?P<n>{HAN_NUMERAL}{{1,3}})(?P<series>)[\u3000](?=[\u4e00-\u9fff“《（\d])"),
        # 2.2日常办事机构 below 2.1, where 日 is no unit
        (Style.DECIMAL_2, rf"(?P<n>\d{{1,2}}[.．]\d{{1,2}})(?=[{_UNITS}][\u4e00-\u9fff])"),
        # 1.1970年以前 4.10人: a label before a number, which 1.19 and 4.10 look like as well
        (Style.ARABIC, r"(?P<n>\d{1,3})\s*[.．、]\s*(?=\d)"),
        # 第一条，论文用白色纸打印。
        (Style.ARTICLE, rf"第{_N}条(?=[，,])"),
        # 第一阶段：动员部署  第二环节（3月至5月）; not 第一阶段为自查阶段
        (
            Style.STAGE,
            rf"第(?P<n>{HAN_NUMERAL}{{1,2}})(?P<series>阶段|环节)(?:[：:]|(?=[（(\s\u3000]|$))",
        ),
        # 第一，认识到位。  第二、措施到位。
        (Style.POINT, rf"(?P<series>第)(?P<n>{HAN_NUMERAL}{{1,2}})[，,、：:]"),
        # 一抓组织领导  二抓基层基础; not 一年级, not 一等奖
        (
            Style.POINT,
            rf"(?P<n>{HAN_NUMERAL}{{1,2}})(?P<series>[{_POINT_VERBS}])",
        ),
    )
)


@lru_cache(maxsize=4096)  # several steps ask for the label of a paragraph
def match_label(text: str) -> Label | None:
    """The label that the text begins with, or None; by its form alone.

    >>> [match_label(t).text for t in ("一、总体要求", "(二)总的要求。", "1．完善", "第三条　本办法", "一是强化")]
    ['一、', '(二)', '1．', '第三条', '一是']
    >>> [match_label(t).text for t in ("第三条所有单位应当", "第十条之一　清单", "第二章学习的内容", "4. 10人")]
    ['第三条', '第十条之一', '第二章', '4.']
    >>> [match_label(t) for t in ("一个引领", "2014.2.", "1.5亿元", "第三条所称", "第二章的规定，", "十分重要")]
    [None, None, None, None, None, None]
    """
    return next(_matches(text, _FORMS), None)


def labels_of_lists(text: str) -> tuple[Label, ...]:
    """What the text may begin with besides, if the paragraphs around it count on: a number without mark, 第一，, 一抓.

    >>> [label.text for t in ("1总则", "1.1970年", "第一，认识到位", "一抓组织领导") for label in labels_of_lists(t)]
    ['1', '1.', '第一，', '一抓']
    >>> labels_of_lists("第一阶段：动员部署")[0].text
    '第一阶段：'
    >>> labels_of_lists("3个月内"), labels_of_lists("一年级"), labels_of_lists("第一阶段为自查阶段")
    ((), (), ())
    """
    return tuple(_matches(text, _FORMS_OF_LISTS))


def match_bare_number(text: str) -> Label | None:
    """A number without any mark as label, as texts with decimal numbering (1, 1.1, 1.1.1) have it.

    >>> match_bare_number("1总则").text, match_bare_number("3个月内")
    ('1', None)
    """
    return next(_matches(text, _FORMS_OF_LISTS[:1]), None)


# The first character of any label: most texts have another, and need not be compared with all forms.
_FIRST = re.compile(rf"[第（(\d①-⑳]|{HAN_NUMERAL}")


def _matches(text: str, forms: tuple[tuple[Style, re.Pattern[str]], ...]) -> Iterator[Label]:
    if not _FIRST.match(text):
        return
    for style, pattern in forms:
        if not (match := pattern.match(text)):
            continue
        number = _number(match["n"])
        if number:
            parts = match.groupdict()
            series = parts.get("series") or match["n"].replace("．", ".").rpartition(".")[0]
            if match[0].strip().isdigit():
                series = "bare"
            branch = han_to_int(parts.get("branch") or "") or 0
            yield Label(style, number, match[0].strip(), match.end(), branch, series)


def _number(text: str) -> int | None:
    if len(text) == 1 and "①" <= text <= "⑳":
        return ord(text) - ord("①") + 1
    last = re.split(r"[.．]", text)[-1]
    return han_to_int(last)
