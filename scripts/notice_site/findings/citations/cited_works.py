"""Finds the documents, regulations, speeches, meetings and works that the text of one block names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from notice_site.findings.citations.meetings import congress_reports, meetings
from notice_site.findings.citations.names import CitedWork
from notice_site.findings.citations.orders import orders
from notice_site.findings.citations.speeches import speeches
from notice_site.findings.citations.vocabulary import FORMS, FORWARDING, ISSUING, MEDIA
from notice_site.model import Work
from notice_site.model.frozen import dataclass
from notice_site.text.genres import CITED, PLAIN, REGULATIONS
from notice_site.text.official_words import CITING_BODY_CHARACTERS, RANKS, any_of
from notice_site.text.titles import Bracketed, Numbered, bracketed_titles, document_numbers, title_key

_HAN = r"[\u4e00-\u9fff]"

_IN_BRACKETS = r"(?:[（(][^（）()]{1,12}[）)])?"

_REGULATION = re.compile(
    rf"""
    (?: {any_of(REGULATIONS)}
      | (?<![方办做想看说书手用语]) 法        # a law is named by its country or by a noun: not 工作方法
      | 修正案
    )
    {_IN_BRACKETS} $
    """,
    re.VERBOSE,
)
"""The end of the title of a regulation: …若干规定（试行）, …税收征管法, 刑法修正案（九）."""

_DOCUMENT = re.compile(rf"(?:{any_of(CITED)}){_IN_BRACKETS}$")

_BARE = re.compile(rf"(?:实施|指导|工作|若干|暂行|试行)*(?:{any_of((*REGULATIONS, *CITED))}){_IN_BRACKETS}")
"""Only a genre, which any body could have issued: 意见, 实施方案, 若干规定; not 选举办法."""

_FORM = re.compile(rf"(?:{any_of(FORMS)}){_IN_BRACKETS}$")
"""What somebody fills in or hands in: 竞聘上岗报名表, 动物检疫合格证明（动物B）."""

_HANDED_ON = re.compile(rf"(?:{any_of((*FORWARDING, *ISSUING))}|现[将把])(?:《[^《》]*》|[^《》，,。；;]){{0,60}}$")
"""What stands before a form that is a document of its own: 印发|《任务分解一览表》; not 填写|《报名表》."""

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

_NUMBER_BEFORE = re.compile(rf"(?:{any_of(ISSUING)}|文件)的?$")
"""What stands between a number and the title that it belongs to: 甲令第8号|发布的|《…规定》."""

_ITS_DETAILS = re.compile(r"及其(?P<rest>实施(?:条例|细则|办法))")
"""What stands behind a law and names the rules that carry it out: 《…所得税法》|及其实施条例."""

_UNNAMED_WORK = re.compile(
    rf"关于(?!.{{0,12}}的通知)[一-龥]{{2,12}}的(?:{any_of(MEDIA)})(?:[、和](?:{any_of(MEDIA)}))*"
)
"""Works told of by their matter: 关于焦裕禄的报告文学、电影."""

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


_TAKEN = b"\1"


def cited_works(
    text: str, known_works: KnownWorks, short_names: Mapping[str, CitedWork] | None = None
) -> tuple[tuple[CitedWork, ...], dict[str, CitedWork]]:
    """What the text names, in its order without overlap, and the short names declared so far.

    `short_names` are those that earlier blocks of the document declared (以下简称《意见》).
    """
    declared = dict(short_names or {})
    works: list[CitedWork] = []
    titles = tuple(bracketed_titles(text))
    for title in titles:
        if works and title.start < works[-1].end:
            continue
        if named := _bracketed(text, title, known_works, declared):
            works.append(named)
            if named.kind == "regulation" and named.title and (details := _ITS_DETAILS.match(text, named.end)):
                works.append(CitedWork(*details.span("rest"), f"{named.title}{details['rest']}", None, "regulation"))
    taken = bytearray(len(text))  # 1 for each character of what is named
    for start, end in [(title.start, title.end) for title in titles] + [(work.start, work.end) for work in works]:
        taken[start:end] = _TAKEN * (end - start)
    for named in _plain(text, known_works):
        if taken.find(_TAKEN, named.start, named.end) < 0:
            works.append(named)
            taken[named.start : named.end] = _TAKEN * (named.end - named.start)
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
    before = _number_before(text, bracketed.start)
    number = numbers[0].number if numbers else before.number if before else None
    kind = kind_of(bracketed.title, numbered=number is not None)
    shown = number is None and _is_shown(text, bracketed)
    named = CitedWork(
        before.start if before and not numbers else bracketed.start,
        note.end() if note and (numbers or short) else bracketed.end,
        bracketed.title,
        number,
        "work" if shown or not kind else kind,
        _body_before(text[max(0, bracketed.start - LONGEST_RUN_UP) : bracketed.start]),
        bool(_ANNEX_NOTE.search(about)),
        genre_unknown=not shown and not kind,
    )
    key = title_key(bracketed.title)
    if key in short_names:
        return replace(short_names[key], start=bracketed.start, end=named.end)
    if work := known_works.by_key.get(key):
        named = replace(named, title=work.title, kind=work.kind, genre_unknown=False)
    elif _BARE.fullmatch(bracketed.title) and not numbers:
        whose = _WHOSE.search(_run_up(text[: bracketed.start]))
        if not whose:
            return None
        named = replace(named, title=f"{whose[0]}{text[bracketed.start : bracketed.end]}")
    elif _FORM.search(bracketed.title) and not numbers and not _HANDED_ON.search(text, 0, bracketed.start):
        return None
    if short:
        short_names[title_key(short["name"])] = named
    return named


def _number_before(text: str, start: int) -> Numbered | None:
    """The number that stands before a title and belongs to it: 甲令第8号发布的|《…规定》."""
    match = _NUMBER_BEFORE.search(text[max(0, start - LONGEST_RUN_UP) : start])
    if not match:
        return None
    end = start - len(match[0])
    offset = max(0, end - LONGEST_RUN_UP)
    near = text[offset:end]
    number = next((n for n in document_numbers(near) if n.end == len(near)), None)
    return replace(number, start=offset + number.start, end=end) if number else None


def kind_of(title: str, *, numbered: bool) -> str:
    """The kind of text that the end of a title tells: regulation or document; "" where it tells none.

    >>> [kind_of(title, numbered=False) for title in ("税收征管法", "关于甲的通知", "焦裕禄")]
    ['regulation', 'document', '']
    """
    if _REGULATION.search(title):
        return "regulation"
    return "document" if numbered or _DOCUMENT.search(title) else ""


def _is_shown(text: str, bracketed: Bracketed) -> bool:
    """Whether the words around a title say that it is a film, a book, a newspaper."""
    return bool(
        _WORK_BEFORE.search(text[max(0, bracketed.start - LONGEST_RUN_UP) : bracketed.start])
        or _WORK_AFTER.match(text[bracketed.end :])
    )


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
    yield from congress_reports(text)
    yield from speeches(text)
    if known_works.plain:
        for match in known_works.plain.finditer(text):
            work = known_works.by_key[title_key(match[0])]
            yield CitedWork(match.start(), match.end(), work.title, None, work.kind)
    yield from meetings(text)
    for match in _UNNAMED_WORK.finditer(text):
        yield CitedWork(match.start(), match.end(), match[0], None, "work")
    yield from orders(text)


def _named(match: re.Match[str], kind: str) -> CitedWork:
    return CitedWork(match.start(), match.end(), match[0], None, kind)
