"""Finds the documents, regulations, speeches, meetings and works that the text of one block names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from notice_site.findings.citations.vocabulary import FORMS, MEDIA, SPEECHES
from notice_site.model import Work
from notice_site.text.genres import CITED, PLAIN, REGULATIONS
from notice_site.text.official_words import CITING_BODY_CHARACTERS, RANKS, SPEAKERS, any_of
from notice_site.text.titles import Bracketed, bracketed_titles, document_numbers, title_key

_HAN = r"[\u4e00-\u9fff]"

_IN_BRACKETS = r"(?:[（(][^（）()]{1,12}[）)])?"

_REGULATION = re.compile(
    rf"""
    (?: {any_of(REGULATIONS)}
      | (?<![方办做想看说书手用语]) 法        # a law is named by its country or by a noun: not 工作方法
    )
    {_IN_BRACKETS} $
    """,
    re.VERBOSE,
)
"""The end of the title of a regulation: …若干规定（试行）, …税收征管法."""

_DOCUMENT = re.compile(rf"(?:{any_of(CITED)}){_IN_BRACKETS}$")

_BARE = re.compile(rf"(?:实施|指导|工作|若干|暂行|试行)*(?:{any_of((*REGULATIONS, *CITED))}){_IN_BRACKETS}")
"""Only a genre, which any body could have issued: 意见, 实施方案, 若干规定; not 选举办法."""

_FORM = re.compile(rf"(?:{any_of(FORMS)}){_IN_BRACKETS}$")
"""What somebody fills in or hands in: 竞聘上岗报名表, 动物检疫合格证明（动物B）."""

_WORK_BEFORE = re.compile(rf"(?:{any_of((*MEDIA, '歌曲', '画册', '图书', '读本', '教材'))})$")
_WORK_AFTER = re.compile(rf"^等?(?:{any_of((*MEDIA, '杂志'))}|[日晚周]?报)")
"""What stands before or behind a work that is shown or read: 电影|《焦裕禄》, 《求是》|杂志."""

_SHORT_NAME = re.compile(
    r"""
    (?: 统称 | 简称) [为：:]? \s* [“\"]? 《?
    (?P<name> [^《》“”\"（）()，。]{1,30})
    """,
    re.VERBOSE,
)
"""The short name that a bracket declares: （以下简称《意见》）, （以下简称“方案”）, （以下简称个人所得税法）."""

_NOTE = re.compile(r"[（(](?P<note>(?:[^（）()]|[（(][^（）()]*[）)])*)[）)]")
_ANNEX_NOTE = re.compile(r"附\s*[件表]")
"""What stands in the bracket behind the title of an annex: （附件2）."""

_WHOSE = re.compile(
    rf"""
    {_HAN}{{0,8}}
    (?: 中央 | 国务院 | [{RANKS}]委 | 党委 | 党组 | 领导小组 | 政府 | [部厅局办])
    {_HAN}{{0,14}}                          # 关于第二批活动
    $
    """,
    re.VERBOSE,
)
"""The words before a bare genre that say whose it is: 省委第二批活动|《实施方案》."""

_RUN_UP = re.compile(r".*(?:按照|根据|依据|依照|遵照|参照|对照|贯彻|落实|执行|学习|结合|转发|印发|[和与及将把以])")
"""The words up to the verb before a body: 认真贯彻落实|省委."""

LONGEST_RUN_UP = 60
"""Characters before a title in which the body and the verb before it stand."""

_BODY = re.compile(rf"{_HAN}*(?:中央|[{CITING_BODY_CHARACTERS}])(?=(?:在|于|的|制定的|下发的)?$)")
"""The body before a title: 中央|在《…》, 民政部|制定的《…》."""

_ORDINAL = "[一二三四五六七八九十]"

_CONGRESS_REPORT = re.compile(rf"党的{_ORDINAL}{{1,3}}大报告")
_CONGRESS = re.compile(rf"党的{_ORDINAL}{{1,3}}大(?!报告|以来|代表|会)")
"""党的十八大; not 党的十八大以来 (a time), not 党的十八大报告 (a document)."""

_PLENUM = re.compile(rf"{_ORDINAL}{{1,3}}届(?:[、和]?{_ORDINAL}中)*全会")
"""十八届三中全会, 十九届二中、三中全会; not 教代会八届三次会议."""

_CONFERENCE = re.compile(
    rf"""
    (?: 党中央 | 中央 | 全国 | 全省 | 全市 | 全县 | 全区)
    (?! 有关 | 召开 | 和 | 、)
    (?: (?! 一系列 | 重要会议) {_HAN}){{2,16}}
    会议? (?=精神)
    """,
    re.VERBOSE,
)
"""中央经济工作会议精神, 全国宣传思想工作会议精神; not 中央一系列重要会议精神."""

_FOLLOWED = re.compile(r"精神|为指导|部署|要求|决策|决定")
_FOLLOWING = re.compile(r"学习|贯彻|落实|宣传|领会")
"""What makes a congress a text to follow, not a date: …精神为指导, 贯彻…, 学习…."""

_BEFORE_NAMES = ("学习", "贯彻", "落实", "按照", "认真", "精神", "传达", "宣传", "领会")
# The second character of such a word begins no name: not 习甲某同志 of 学习甲某同志
_NO_REST = "".join(f"(?<!{word[0]}(?={word[1]}))" for word in _BEFORE_NAMES)
_NO_NAME = f"{any_of(_BEFORE_NAMES)}|[把用以和与及将]"
_SPEAKER = rf"(?:{_NO_REST}(?:(?!{_NO_NAME}){_HAN}){{2,3}}(?:{any_of(SPEAKERS)})|总书记|总理)"
_SPEECH_WORD = f"(?:{any_of(SPEECHES)})"

_SPEECH = re.compile(
    rf"""
    {_SPEAKER}
    (?: (?! 作了? | 主持 | 学习 | 贯彻) [^，,。；;：:！？《》]){{0,40}}?
    (?: (?: 重要 | 系列 | 的) {_SPEECH_WORD}
      | {_SPEECH_WORD} (?=精神)
    )
    """,
    re.VERBOSE,
)
"""习近平总书记系列重要讲话, 总书记在兰考调研重要讲话; not 沈某同志主持会议并作了讲话."""

_OCCASION = re.compile(
    rf"""
    (?P<occasion> {_SPEAKER} 在 [^，,。；;！？]{{2,60}}? 时)
    [，,]? (?: 明确 | 深刻 | 再次)? (?: 强调 | 指出 | 要求 | 提出)
    """,
    re.VERBOSE,
)
"""The occasion of a speech: 习近平总书记在河南省兰考县调研时|强调."""

_DELIVERED = re.compile(rf"{_SPEAKER}[^。；;]{{4,160}}?发表了?的?(?:重要)?讲话")
"""A speech that is told of: 习近平总书记深入…联系点…，…发表了重要讲话."""

LONGEST_SPEECH_TITLE = 40
"""Characters that fit on a line; a speech told of in more words has no title."""

_PLAIN_TITLE = re.compile(
    rf"""
    (?: 中共中央 (?: 、国务院 | 办公厅)?
      | 国务院 (?:办公厅)?
      | 中共{_HAN}{{2,10}}委 (?:员会)?
    )
    关于 [\u4e00-\u9fff“”、]{{4,60}}? 的
    (?: {any_of(PLAIN)} | {_HAN}{{2}}意见)      # 实施意见, 指导意见
    """,
    re.VERBOSE,
)
"""A title without 《》: 中共中央关于全面深化改革若干重大问题的决定."""


@dataclass(frozen=True, slots=True)
class CitedWork:
    """What text[start:end] names; `whose` is the body that the words before a title in 《》 name, or ""."""

    start: int
    end: int
    title: str | None
    number: str | None
    kind: str
    whose: str = ""
    own_annex: bool = False  # （附件2） follows: it hangs on this document


@dataclass(frozen=True, slots=True)
class KnownWorks:
    """The known works, ready to be looked for."""

    by_key: Mapping[str, Work]
    plain: re.Pattern[str] | None

    @classmethod
    def of(cls, works: Iterable[Work]) -> KnownWorks:
        """The longest names first, so that 中央八项规定 is not met as 八项规定."""
        works = tuple(works)
        names = sorted(((n, w) for w in works for n in w.names), key=lambda pair: -len(pair[0]))
        forms = [
            re.escape(name) + (f"(?!{'|'.join(map(re.escape, work.not_before))})" if work.not_before else "")
            for name, work in names
        ]
        by_key = {title_key(name): work for name, work in names}
        return cls(by_key, re.compile("|".join(forms)) if forms else None)


def cited_works(
    text: str, known_works: KnownWorks, short_names: Mapping[str, CitedWork] | None = None
) -> tuple[tuple[CitedWork, ...], dict[str, CitedWork]]:
    """What the text names, in its order without overlap, and the short names declared so far.

    `short_names` are those that earlier blocks of the document declared (以下简称《意见》).
    """
    declared = dict(short_names or {})
    works: list[CitedWork] = []
    for title in bracketed_titles(text):
        if works and title.start < works[-1].end:
            continue
        if named := _bracketed(text, title, known_works, declared):
            works.append(named)
    taken = [(title.start, title.end) for title in bracketed_titles(text)] + [(n.start, n.end) for n in works]
    for named in _plain(text, known_works):
        if all(named.end <= start or end <= named.start for start, end in taken):
            works.append(named)
            taken.append((named.start, named.end))
    return tuple(sorted(works, key=lambda n: (n.start, n.end))), declared


# --- titles in 《》 ------------------------------------------------------------------------------


def _bracketed(
    text: str, bracketed: Bracketed, known_works: KnownWorks, short_names: dict[str, CitedWork]
) -> CitedWork | None:
    """What a title in 《》 names, with the brackets after it that hold its number or short name."""
    note = _NOTE.match(text, bracketed.end)
    about = note["note"] if note else ""
    numbers = list(document_numbers(about))
    short = _SHORT_NAME.search(about)
    named = CitedWork(
        bracketed.start,
        note.end() if note and (numbers or short) else bracketed.end,
        bracketed.title,
        numbers[0].number if numbers else None,
        _kind(text, bracketed, bool(numbers)),
        _body_before(text[: bracketed.start]),
        bool(_ANNEX_NOTE.search(about)),
    )
    key = title_key(bracketed.title)
    if key in short_names:
        return replace(short_names[key], start=bracketed.start, end=named.end)
    if work := known_works.by_key.get(key):
        named = replace(named, title=work.title, kind=work.kind)
    elif _BARE.fullmatch(bracketed.title) and not numbers:
        whose = _WHOSE.search(_run_up(text[: bracketed.start]))
        if not whose:
            return None
        named = replace(named, title=f"{whose[0]}{text[bracketed.start : bracketed.end]}")
    elif _FORM.search(bracketed.title) and not numbers:
        return None
    if short:
        short_names[title_key(short["name"])] = named
    return named


def _kind(text: str, bracketed: Bracketed, numbered: bool) -> str:
    if not numbered and (_WORK_BEFORE.search(text[: bracketed.start]) or _WORK_AFTER.match(text[bracketed.end :])):
        return "work"
    if _REGULATION.search(bracketed.title):
        return "regulation"
    return "document" if numbered or _DOCUMENT.search(bracketed.title) else "work"


def _run_up(before: str) -> str:
    """The words of the clause that lead to a title, after the verb: 对照|省委第二批活动."""
    clause = re.split(r"[，,。；;：:！？、》）)]", before[-LONGEST_RUN_UP:])[-1]
    return _RUN_UP.sub("", clause)


def _body_before(before: str) -> str:
    """The body that the words before a title name, or "": 中央|在, 按照|中央教育实践活动领导小组."""
    match = _BODY.match(_run_up(before))
    return match[0] if match else ""


# --- names without 《》 --------------------------------------------------------------------------


def _plain(text: str, known_works: KnownWorks) -> Iterator[CitedWork]:
    """Names without 《》, the surer ones first."""
    for number in document_numbers(text):
        yield CitedWork(number.start, number.end, None, number.number, "document")
    for match in _PLAIN_TITLE.finditer(text):
        yield _named(match, "document")
    for match in _CONGRESS_REPORT.finditer(text):
        yield _named(match, "document")
    for match in (*_OCCASION.finditer(text), *_SPEECH.finditer(text), *_DELIVERED.finditer(text)):
        words = match.groupdict().get("occasion") or match[0]
        title = words if len(words) <= LONGEST_SPEECH_TITLE or match.re is _OCCASION else None
        yield CitedWork(match.start(), match.start() + len(words), title, None, "speech")
    if known_works.plain:
        for match in known_works.plain.finditer(text):
            work = known_works.by_key[title_key(match[0])]
            yield CitedWork(match.start(), match.end(), work.title, None, work.kind)
    for pattern in (_PLENUM, _CONGRESS, _CONFERENCE):
        for match in pattern.finditer(text):
            if _is_followed(text, match):
                yield _named(match, "meeting")


def _named(match: re.Match[str], kind: str) -> CitedWork:
    return CitedWork(match.start(), match.end(), match[0], None, kind)


def _is_followed(text: str, match: re.Match[str]) -> bool:
    """Whether a meeting is named for what it decided: 以党的十八大、十八届三中全会精神为指导; not 迎接党的十八大."""
    before = re.split(r"[，,。；;！？]", text[: match.start()])[-1]
    after = re.split(r"[，,。；;！？]", text[match.end() :])[0]
    return bool(_FOLLOWED.search(after) or _FOLLOWING.search(before))
