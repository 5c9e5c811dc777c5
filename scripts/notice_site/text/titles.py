"""Finds titles in 《》 and 发文字号 in a text, and makes the keys by which they compare."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from notice_site.model.frozen import dataclass
from notice_site.text.spacing import squeeze

_OPENING, _CLOSING = "《〈", "》〉"
_MARKS = re.compile(f"[{_OPENING}{_CLOSING}]")
_LONGEST_TITLE = 200

# Marks and 的, which short forms of titles leave out. takes: 《  _  的; not: 通知  2014
_NOT_COMPARED = re.compile(r"[^\w]|[_的]")

# Who speaks, before the word that opens the matter of a title.
# takes: 中共许昌市委关于开展活动的意见  国务院办公厅转发教育部通知; not: 关于开展活动的意见  贯彻〈甲关于乙的意见〉办法
_WITH_ISSUER = re.compile(
    r"""
    ^
    (?P<issuer> [^《〈“”，,]{2,40}?)
    (?P<matter> (?: 关于 | 转发 | 印发 | 批转) [^《〈]* .{3,})
    $
    """,
    re.VERBOSE,
)

# The part of a 发文字号 that is the same everywhere.
# takes: 〔2014〕8号  ［2010］10号  (2004)36号  [2010]第5号  〔2014〕 21 号; not: 2014年8号  〔14〕8号  〔2014〕8期
_SERIAL = re.compile(
    r"""
    [〔［\[（({] \s* (?P<year> (?:19|20)\d\d) \s* [〕］\]）)}]
    \s* 第? \s* (?P<serial> \d{1,5}) \s* 号
    """,
    re.VERBOSE,
)
# takes: ，‹国发›  财会; not: 国发，  a
_HAN_BEFORE = re.compile(r"[\u4e00-\u9fff]{1,14}$")
# Words of the sentence that run up to the 发文字号.
# takes: ‹按照›国发  ‹文件和›鲁财会  ‹附件›甲发  ‹已将›国发  ‹结合甲公司›甲物字
# not: 国发  鲁财会  甲附件
_LEAD_WORDS = re.compile(
    r"""
    .*
    (?: 按照 | 根据 | 依据 | 依照 | 遵照 | 参照 | 贯彻 | 落实 | 执行 | 转发 | 印发 | 批转 | 废止 | 文件 | 文号
      | 结合 | 公司
      | [和与及见将以的在对按即]
      | ^附件
    )
    """,
    re.VERBOSE,
)
_STATE = "中华人民共和国"
# takes: 人力资源社会保障部令第25号  财政部公告2019年第94号; not: 第25号  部令25号  令第25号
_ORDER = re.compile(
    r"""
    [\u4e00-\u9fff]{2,20} (?: 令 | 公告)
    (?: (?:19|20)\d\d年)?
    第\d{1,4}号
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Bracketed:
    """A title in 《》: text[start:end] with the marks, `title` without."""

    start: int
    end: int
    title: str


def bracketed_titles(text: str) -> Iterator[Bracketed]:
    """The titles in 《》 of a text; one that stands inside another is part of it.

    >>> [t.title for t in bracketed_titles("根据《甲市贯彻〈乙省意见〉的办法》和《丙》、《丁《戊》的通知》")]
    ['甲市贯彻〈乙省意见〉的办法', '丙', '丁《戊》的通知']
    >>> list(bracketed_titles("《没有结尾。")), list(bracketed_titles("没有开头》"))
    ([], [])
    """
    ends = _ends_of_brackets(text)
    at = text.find("《") if ends else -1
    while at >= 0:
        end = ends.get(at)
        if end is not None:
            yield Bracketed(at, end, text[at + 1 : end - 1])
        at = text.find("《", at + 1 if end is None else end)


def _ends_of_brackets(text: str) -> dict[int, int]:
    """By the place of each opening mark the end of what it opens, where that closes and is no longer than a title."""
    ends: dict[int, int] = {}
    opened: list[int] = []
    for mark in _MARKS.finditer(text):
        if mark[0] in _OPENING:
            opened.append(mark.start())
        elif opened and mark.end() - (start := opened.pop()) <= _LONGEST_TITLE:
            ends[start] = mark.end()
    return ends


def title_key(title: str) -> str:
    """What two wordings of one title have in common: marks, spaces, widths and 的 do not count.

    >>> title_key("转发《关于Ａ的意见（试行）》的通知") == title_key("转发〈关于A意见(试行)〉通知")
    True
    """
    return _NOT_COMPARED.sub("", unicodedata.normalize("NFKC", title))


def split_issuer(title: str) -> tuple[str, str]:
    """The issuer that a title names and the rest, or "" and the whole title.

    >>> split_issuer("中共甲市委关于开展活动的意见"), split_issuer("关于开展活动的意见")
    (('中共甲市委', '关于开展活动的意见'), ('', '关于开展活动的意见'))
    """
    match = _WITH_ISSUER.match(title)
    return (match["issuer"], match["matter"]) if match else ("", title)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A 发文字号 at start:end of a text, in normal form."""

    start: int
    end: int
    number: str


def document_numbers(text: str) -> Iterator[Numbered]:
    """The 发文字号 in running text, and the numbers of orders and announcements.

    >>> [n.number for n in document_numbers("按照国发〔2014〕 21 号和甲部令第25号，（见群组发[2014]8号）")]
    ['国发〔2014〕21号', '甲部令第25号', '群组发〔2014〕8号']
    >>> list(document_numbers("2014年8号文件，第25号，〔2014〕8号"))
    []
    """
    if "号" not in text:
        return
    found = []
    for match in _SERIAL.finditer(text):
        before = _HAN_BEFORE.search(text[max(0, match.start() - 20) : match.start()].rstrip())
        if body := _LEAD_WORDS.sub("", before[0]) if before else "":
            start = text.rindex(body, 0, match.start())
            found.append(Numbered(start, match.end(), f"{body}〔{match['year']}〕{match['serial']}号"))
    for match in _ORDER.finditer(text):
        number = _without_lead(match[0])
        found.append(Numbered(match.end() - len(number), match.end(), squeeze(number)))
    yield from sorted(found, key=lambda number: number.start)


def _without_lead(order: str) -> str:
    """An order without the words of the sentence before it.

    >>> [*map(_without_lead, ("日中华人民共和国国务院令第421号", "日原甲部令第5号", "按照甲部令第5号"))]
    ['中华人民共和国国务院令第421号', '甲部令第5号', '甲部令第5号']
    """
    at = order.find(_STATE)
    return order[at:] if at >= 0 else _LEAD_WORDS.sub("", re.sub("^日?原?", "", order))


def number_key(number: str) -> str:
    """What two ways to write one 发文字号 have in common.

    >>> number_key("教基一厅［2010］第 10 号") == number_key("教基一厅〔2010〕10号")
    True
    >>> number_key("中华人民共和国国务院令第421号") == number_key("国务院令第421号")
    True
    """
    key = re.sub(r"[^\w]|第(?=\d+号$)", "", unicodedata.normalize("NFKC", squeeze(number)))
    return key.removeprefix(_STATE)
