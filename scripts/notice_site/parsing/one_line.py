"""Finds where the lines of a text begin that came as one line: heads, sections, signatures, further documents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise, zip_longest

from notice_site.parsing import line_patterns
from notice_site.parsing.running_labels import RunningLabel, heading_end, is_heading_alone
from notice_site.text.date_forms import DATE
from notice_site.text.genres import GENRES, REGULATIONS
from notice_site.text.labels import Style

_RECIPIENTS_REACH = 400  # characters after the title in which the 主送 end; a later colon belongs to the text
_SIGNATURE_REACH = 60  # characters before a date in which the signature begins
_HEAD_REACH = 200  # characters: masthead, number and title together
_BEFORE_NUMBER = 2  # characters between masthead and number: a space or a bracket
_HEADED_SHARE = 2  # one in two entries of a list at least has a heading, or the words at its labels are none
_ANNEX_TITLE_REACH = 60  # characters behind 附件1 in which its title ends

_GENRE_END = re.compile("|".join(sorted((g for g in GENRES if len(g) > 1), key=len, reverse=True)))
_MASTHEAD = re.compile(r"(?!关于)[\u4e00-\u9fff]{2,60}?文件(?!的|管理|处理|精神|要求|规定)")
# 附件:1，…途径2.…  附件2省直…申报表; not （附件1） nor 见附件
_ANNEX = re.compile(r"(?<![（(《、和见])附件(?:(?P<colon>\s*[:：](?=\s*\d))|\s*\d{0,2}(?=[\u4e00-\u9fff]))")
_LAST_LIST = re.compile(r"(?<=[。；])附件[:：](?=[^。；]{2,60}$)")
# behind the title of an annex: its first label, or who printed it
_ANNEX_TEXT = re.compile(rf"[一1]\s*[、.．]|[（(]一[）)]|[\u4e00-\u9fff]{{2,30}}{DATE.pattern}印发|$", re.VERBOSE)
_QUOTED = re.compile(r"《([^《》]{4,40})》")
# 印发甲县防汛办法的通知, whose 《》 the title leaves out
_ISSUED = re.compile("(?:印发|公布|发布)([^《》，。；：:]{6,60})的(?:通知|决定)")
# 甲县防汛工作管理办法|为加强…  甲市公文处理规定|第一条: the title of rules, which address nobody
_RULES = re.compile(
    rf"""
    [^。；：:，,\s]{{4,60}}?
    (?: {"|".join(REGULATIONS)} | 方案 | 制度 | 意见 | 守则) (?: [（(] [^（）()]{{1,10}} [）)] )?
    (?= \s* (?: 为 (?! [的主]) | 为了 | 根据 | 按照 | 第[一1][章条] | 一、 | [（(]? (?:19|20)\d\d年 \d{{1,2}}月 ))
    """,
    re.VERBOSE,
)
_COLON = re.compile("[:：]")
_NAME_BEFORE_MARK = re.compile(rf"[\u4e00-\u9fff]{{4,40}}?(?={line_patterns.MARK.pattern})")
_DATED = re.compile(rf"{DATE.pattern}(?:{_GENRE_END.pattern})?$|。$", re.VERBOSE)
_AFTER_STOP = re.compile(r"(?<=[。；）)])[^。；，：:]{4,60}$")
_REMARK = re.compile(r"[（(][^（）()]{2,30}[）)]")
_BEFORE_TITLE = re.compile(r"[（(][^（）()]{2,30}[）)]$")  # 2014年3月2日（此件公开发布）|防汛办法
_CONTACT = re.compile(r"(?<=[。；])联系人[:：]")


def is_notice(text: str) -> bool:
    """Whether the text has the whole head of a notice, up to its 主送, and a date behind it.

    >>> is_notice("甲团〔2021〕8号共青团甲县委关于学习的通知各团委：请学习。共青团甲县委2021年3月11日")
    True
    >>> is_notice("共青团甲县委关于学习的通知，请学习。共青团甲县委2021年3月11日")
    False
    """
    head = _head(text)
    return bool(head) and text[head[-1] - 1] in "：:" and DATE.search(text, head[-1]) is not None


def line_starts(text: str, labels: Sequence[RunningLabel]) -> list[int]:
    """Returns the offsets at which lines begin in a text that came as one line and holds these labels."""
    head = _head(text)
    body = head[-1] if head else 0
    named = [*_QUOTED.findall(text[:body]), *_ISSUED.findall(text[:body])]
    bounds = [0, *_document_starts(text, body, named), len(text)]
    issuers = _issuers(text, head)
    starts = {*head, *bounds}
    for start, end in pairwise(bounds):
        inside = [label for label in labels if max(start, body) <= label.start < end]
        starts.update(label.start for label in inside)
        starts.update(_heading_ends(text[:end], inside))
        if start:
            starts.update(_title_end(text, start, end, named))
        starts.update(_ending(text, _last_section(inside, max(start, body)), end, issuers))
    return sorted(starts)


def _heading_ends(text: str, labels: Sequence[RunningLabel]) -> list[int]:
    """Returns where headings end; a list of which most entries have none has headings in none of its entries."""
    ends: dict[RunningLabel, int | None] = {}
    headed: Counter[Style] = Counter()
    for label, following in zip_longest(labels, labels[1:]):
        ends[label] = heading_end(text, label, following)
        headed[label.label.style] += ends[label] is not None or is_heading_alone(text, label, following)
    entries = Counter(label.label.style for label in labels)
    return [
        end
        for label, end in ends.items()
        if end and headed[label.label.style] * _HEADED_SHARE >= entries[label.label.style]
    ]


# --- head ----------------------------------------------------------------------------------------


def _head(text: str) -> list[int]:
    """Returns where masthead, marks, 发文字号, title and 主送 end; [] where the text does not begin with a head."""
    ends: list[int] = []
    position = 0
    if mark := line_patterns.MARK.match(text):
        position = mark.end()
        ends.append(position)
    if masthead := _MASTHEAD.match(text, position, position + _HEAD_REACH):
        position = masthead.end()
        ends.append(position)
    elif (name := _NAME_BEFORE_MARK.match(text, position)) and line_patterns.ISSUER_ENDING.search(name[0]):
        position = name.end()
        ends.append(position)
    if mark := line_patterns.MARK.match(text, position):
        position = mark.end()
        ends.append(position)
    number = line_patterns.NUMBER.search(text, position, position + _HEAD_REACH)
    if number and number.start() - position <= _BEFORE_NUMBER:
        position = number.end()
        ends.append(position)
        colon = _COLON.search(text, position, position + _RECIPIENTS_REACH)
        names = text[position : colon.end()].strip() if colon else ""
        if colon and line_patterns.is_recipients(names) and not _GENRE_END.search(names):
            return [*ends, colon.end()]  # the title was left out: 甲函〔2014〕3号乙县教育局：
    found: list[int] = []
    for title in _GENRE_END.finditer(text, position, position + _HEAD_REACH):
        if found and title.end() > found[-1]:
            break
        colon = _COLON.search(text, title.end(), title.end() + _RECIPIENTS_REACH + 1)
        if not line_patterns.balanced(text[position : title.end()]) or text.startswith("的", title.end()):
            continue
        number = line_patterns.NUMBER.match(text, title.end())
        if number and _GENRE_END.search(number["body"]):
            continue  # 关于印发方案|的通知甲发〔2014〕3号: the title goes on
        begin = number.end() if number else title.end()
        if colon and line_patterns.is_recipients(text[begin : colon.end()].strip()):
            # 甲市关于违反若干规定|问题的通报各县：: of the 文种 before one colon the last ends the title.
            found = [*ends, title.end(), *([begin] if number else []), colon.end()]
    if found:
        return found
    rules = _RULES.match(text, position, position + _HEAD_REACH)
    return [*ends, rules.end()] if rules and line_patterns.balanced(rules[0]) else ends


def _issuers(text: str, head: list[int]) -> str:
    """Returns the names in the masthead, or those with which the title opens."""
    masthead = _MASTHEAD.match(text)
    if masthead:
        return masthead[0].removesuffix("文件")
    title = text[head[-3] if len(head) > 2 else 0 : head[-2]] if len(head) > 1 else ""
    name = re.match(r"[\u4e00-\u9fff]{4,40}?(?=关于)", title)
    return name[0] if name else ""


# --- documents -----------------------------------------------------------------------------------


def _document_starts(text: str, start: int, named: list[str]) -> list[int]:
    """Returns where further documents begin: the one that the title names, after a date; 附件1 with its title."""
    starts = []
    for name in named:
        for match in re.finditer(rf"《?{re.escape(name)}》?", text[start:]):
            before = _BEFORE_TITLE.sub("", text[: start + match.start()])
            if any(date.end() == len(before) for date in DATE.finditer(before, max(0, len(before) - 20))):
                starts.append(start + match.start())
                break
    first = min(starts, default=len(text))
    for match in _ANNEX.finditer(text, start):
        if not match["colon"] and (match.start() > first or _DATED.search(text[: match.start()])):
            starts.append(match.start())
    return sorted(starts)


def _title_end(text: str, start: int, end: int, named: list[str]) -> list[int]:
    """Returns where 附件1 ends, and where the title of the document that begins at `start` does."""
    mark = _ANNEX.match(text, start, end)
    position = mark.end() if mark else start
    ends = [position] if mark else []
    for name in named:
        if title := re.compile(rf"《?{re.escape(name)}》?").match(text, position):
            return [*ends, title.end()]
    for title in _GENRE_END.finditer(text, position, min(end, position + _ANNEX_TITLE_REACH)):
        if _ANNEX_TEXT.match(text, title.end()):
            return [*ends, title.end()]
    return ends


# --- ending --------------------------------------------------------------------------------------


def _last_section(labels: Sequence[RunningLabel], start: int) -> int:
    """Returns the offset of the last 一、 or （一）; what comes after the end of its text is the ending."""
    outer = [found.start for found in labels if found.label.style <= Style.PAREN_HAN]
    return max(outer, default=labels[-1].start if labels else start)


def _ending(text: str, start: int, end: int, issuers: str) -> list[int]:
    """Returns where contacts, the list of annexes, signature, date and the 印发 line begin."""
    cuts = [match.start() for pattern in (_CONTACT, _LAST_LIST) for match in pattern.finditer(text, start, end)]
    for match in _ANNEX.finditer(text, start, end):
        cuts.append(match.start())
        if not match["colon"]:
            cuts.append(match.end())
    for match in DATE.finditer(text, start, end):
        rest = text[match.end() : end]
        remark = _REMARK.match(rest)
        behind = rest[remark.end() :] if remark else rest
        if behind and not remark and not line_patterns.AFTER_DATE.match(behind):
            continue
        signed = _signature_start(text, start, match.start(), issuers)
        if signed is not None:
            cuts.append(signed)
        if not rest.startswith("印发"):
            cuts += [match.start(), match.end(), *([match.end() + remark.end()] if remark else [])]
    return cuts


def _signature_start(text: str, start: int, end: int, issuers: str) -> int | None:
    """Returns where the signature before the date at `end` begins.

    It is the name that the head gives, or the longest part of it that survived, or else what follows the last stop
    and ends like the name of a body.
    """
    window = text[max(start, end - _SIGNATURE_REACH) : end]
    for length in range(len(issuers), 3, -1):
        if found := [*re.finditer(r"\s*".join(map(re.escape, issuers[:length])), window)]:
            return end - len(window) + found[-1].start()
    name = _AFTER_STOP.search(window)
    if name and line_patterns.ISSUER_ENDING.search(name[0].rstrip()):
        return end - len(window) + name.start()
    return None
