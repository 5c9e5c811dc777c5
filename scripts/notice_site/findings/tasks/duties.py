"""Divides a sentence into the duties in it: which words, whom they are asked of, how they go on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from notice_site.findings.tasks.addressees import AddresseePatterns, charged, concerned, subject, whole_name
from notice_site.findings.tasks.asides import Span, StrippedText, clauses
from notice_site.findings.tasks.vocabulary import ADVERB, DEMAND, MEASURED, MODAL, MODAL_WORD, OPENING


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty in the words of a block; the spans are those of the block's stripped text.

    `continues` says that the words go on with what was asked before: 要…, 坚持…; not 开展…, 加强….
    """

    span: Span
    addressee: Span | None
    predicate_start: int  # where the words after the addressee begin
    continues: bool = False
    linked: bool = False  # 同时…: joined to the sentence before it by that word
    apart: bool = False  # 在查摆问题、开展批评中…: opens a matter of its own


# 重点解决…等问题, 存在…等现象: a list of faults, in which no clause has a subject of its own.
FAULTS = re.compile(
    r"(?:解决|(?<!专项)整治|克服|纠正|存在(?!的)|(?<![^，；。：])对(?=[^。]{4,300}等(?:突出)?问题，))"
    r"(?P<list>(?:(?![，；](?:还|也|都)?[要应须])[^。]){2,400}?)"
    r"(?P<end>等(?:方面)?(?:的)?(?:突出|普遍性?)?(?:问题|现象)|的(?:突出)?问题)(?!的)"
)

# 听取意见对象包括：…: a list to the end of the sentence.
_LIST = re.compile(r"(?<=包括：)[^。]*|(?<=分别为：)[^。]*")

# --- what is no duty ------------------------------------------------------------------------------

# 习近平总书记…指出，…要…: what somebody is reported to have said.
_REPORTED = re.compile(r"(?:指出|强调|认为|表示|明确提出|深刻阐述)(?=[，：◇]|$|要)")
# 现将…转发给你们, 现通知如下, 特制定本方案: the notice about itself.
_ABOUT_ITSELF = re.compile(
    r"^(?:现将|现就|特此|为.*现.{0,30}如下"
    r"|.*(?:现.{0,40}|作|提出|有关.{0,20})(?:通知|意见|通报|要求|公告|方案).{0,4}如下$"
    r"|.*(?:特?制定|特?制订)(?:本|如下|以下)|.*现(?:予)?(?:印发|转发|批转|印送)|有否|是否)"
)
# 我区还要重点解决以下问题: says that the demands follow.
_INTRODUCTION = re.compile(
    r"(?:以下|下列|如下)(?:[几个一二三四五六七八九十]{1,3})?(?:方面|突出)?的?"
    r"(?:问题|工作|任务|要求|措施|事项|意见|内容|方面)?[:：]?$"
)
# 请认真贯彻执行: said of every notice.
_CLOSING = re.compile(r"^请.{0,12}(?:执行|落实|办理|实施|报告|遵照)$")
# What is, was or has happened: 是…的, 具有…意义, 取得了…, …以来.
_STATEMENT = re.compile(
    r"(?:^|[^但可总凡还正于只若要特别尤其主点键心或就即务标])是(?!否)|具有.*意义|有着|[具负]有.{0,20}责任$|为本$"
    r"|需要(?!时)|只有.*没有|有待|由[^，]*组成$"
    r"|(?<![为除])了(?![解如])|以来，|受到|被[免处判追给]|未(?:认真|能|按|及时)|(?:不力|失职)(?:，|$)"
)
# The same, whatever modal word it has: 要 inside …的重要意义.
_MEANING = re.compile(r"(?:具有|有着)[^，。]*意义$|有机统一|高度契合")

# 第一批…取得重要成果, 各级党组织高度重视: facts told before the notice begins to ask.
_TOLD = re.compile(r"以来|取得|开局|高度重视|深入扎实开展")

# 存在甲、乙、丙等问题
_FAULTS_FOUND = re.compile(r"存在[^。]{2,60}、[^。]{2,200}等(?:突出)?(?:问题|现象)$")
# 大体安排8个月时间, 至9月基本完成; not 已基本完成
_SCHEDULED = re.compile(
    r"(?:大体|总体|原则上|计划|拟)安排[^，]{0,12}(?:月|周|天|时间)"
    r"|(?<!已)(?<!已经)(?:基本|全部|全面)完成(?!了)"
)

# Signs of a duty, whatever else the words say.
_SURE = (MODAL_WORD, re.compile(MEASURED), _FAULTS_FOUND, _SCHEDULED)
# 参加单位主要是：…
_SCOPE = re.compile(r"^参[加与](?:单位|范围|对象|人员)")


def _is_frame(text: str) -> bool:
    return any(pattern.search(text) for pattern in (_ABOUT_ITSELF, _MEANING, _INTRODUCTION, _CLOSING))


def is_duty(text: str) -> bool:
    """Whether a sentence (stripped, without full stop) asks that something be done.

    >>> [is_duty(t) for t in ("各级党组织要认真学习", "认真开展自查，逐条对照查摆", "◇要求是党员的基本准则")]
    [True, True, False]
    >>> [is_duty(t) for t in ("搞好这项活动，具有十分重要的意义", "现通知如下", "但也存在学习不深、氛围不浓等问题")]
    [False, False, True]
    """
    if _is_frame(text):
        return False
    if any(sign.search(text) for sign in _SURE):
        return True
    if _STATEMENT.search(text):
        return False
    pieces = re.split("[，；：]", text)
    return _opens_demand(pieces[0]) and any(DEMAND.match(piece, _opening_end(piece)) for piece in pieces)


# 围绕…，认真开展…; ◇，主要是…: what may stand before a demand. A sentence that opens otherwise tells a fact.
_CIRCUMSTANCE = re.compile(
    r"(?:在|对|从|以|按|根据|依据|依照|依托|通过|围绕|结合|针对|为|与|经|本着|用|由|随着|具体到|凡|把|将)"
    r"|◇$|[^，]*(?:期间|过程中|前|后|时)$"
)


def _opens_demand(clause: str) -> bool:
    start = _opening_end(clause)
    return start == len(clause) or bool(DEMAND.match(clause, start) or _CIRCUMSTANCE.match(clause, start))


def _opening_end(text: str) -> int:
    opening = OPENING.match(text)
    return opening.end() if opening else 0


# --- the duties of a sentence ---------------------------------------------------------------------

# 开展…活动, 加强舆论引导, 同时…: begins something new; 要…, 坚持…, 对…, 防止… go on with what was asked before.
_NEW_MATTER = re.compile(
    rf"(?:{ADVERB}|{MODAL})*(?:开展|组织|加强|加大|强化|实行|实施|建立|健全|完善|召开|举办|推进|推动|深化|畅通|营造|制定"
    r"|成立|总结|提高)"
)
_LINKED = re.compile(r"(?:同时|此外|另外|近期|目前|下一步|近日)，")
# 在学习教育、听取意见中，…: what follows belongs to another stage than the sentence before.
_APART = re.compile(r"在[^，]{2,30}(?:中|阶段|环节|期间|过程中|前|后)，")


def duties(words: StrippedText, sentence: Span, patterns: AddresseePatterns, preamble: bool = False) -> Iterator[Duty]:
    """The duties of one sentence, in order; none where it is a statement.

    In the preamble, before the first section, only what says so by a modal word, a list or a date is a duty.

    A clause with a subject of its own begins a duty, once the words before it have one: 市级学习5次，|县级学习3次.
    What precedes the first subject belongs to it, unless ； divides them.
    """
    text = words.text
    stop = sentence.end - (text[sentence.end - 1] in "。！？")
    told = text[sentence.start : stop]
    linked, apart = bool(_LINKED.match(told)), bool(_APART.match(told))
    for number, part in enumerate(_parts(words, Span(sentence.start, stop), patterns)):
        if _REPORTED.search(text, sentence.start, part.span.end):
            return
        who = part.subject or next(
            (found for clause in clauses(words, part.span) if (found := concerned(text, clause, patterns))), None
        )
        predicate_start = part.subject.end if part.subject else part.span.start
        asked = text[part.span.start : part.span.end]
        if not _asks(asked, text[predicate_start : part.span.end], part.subject is not None):
            continue
        if preamble and not any(sign.search(asked) for sign in (*_SURE, _SCOPE)):
            continue
        first = number == 0
        goes_on = first and not linked and not _NEW_MATTER.match(text, part.span.start)
        yield Duty(part.span, who, predicate_start, continues=goes_on, linked=linked and first, apart=apart and first)


def _asks(told: str, predicate: str, has_subject: bool) -> bool:
    """Whether the words ask something; with a subject, whether `predicate`, the words after it, ask it of him."""
    if not has_subject:
        return is_duty(told)
    if _is_frame(told):
        return False
    return bool(MODAL_WORD.search(predicate)) or not (_STATEMENT.search(predicate) or _TOLD.search(told))


@dataclass(frozen=True, slots=True)
class _Part:
    span: Span
    subject: Span | None


def _parts(words: StrippedText, sentence: Span, patterns: AddresseePatterns) -> list[_Part]:
    """The sentence cut where another begins to be addressed."""
    text = words.text
    faults = [match.span("list") for match in FAULTS.finditer(text, sentence.start, sentence.end)]
    faults += [match.span() for match in _LIST.finditer(text, sentence.start, sentence.end)]
    divides = [at for at in range(sentence.start, sentence.end) if text[at] == "；" and not _inside(at, faults)]
    cuts = [sentence.start]
    subjects: list[Span | None] = [None]
    segment = sentence.start  # where the part between two ； began
    parallel = False  # whether the parts between ； have subjects of their own
    name_from: int | None = None
    for clause in clauses(words, sentence):
        last = max((mark + 1 for mark in divides if mark < clause.start), default=sentence.start)
        if last != segment:
            segment, name_from = last, None
        if _inside(clause.start, faults):
            continue
        if text[clause.start] == "请" and _ABOUT_ITSELF.match(text[cuts[-1] : clause.start]):
            cuts[-1] = clause.start  # 现将…转发给你们，|请及时传达…
        who = subject(text, clause, patterns) or charged(text, clause, patterns)
        if who is None:
            is_name = whole_name(text, clause, patterns)
            name_from = (clause.start if name_from is None else name_from) if is_name else None
            continue
        if name_from is not None and who.start <= clause.start + 4:
            who = Span(name_from, who.end)
        begins = segment if segment > cuts[-1] else min(who.start, clause.start)
        name_from = None
        if subjects[-1] is None and segment <= cuts[-1]:
            subjects[-1] = who
            if _ABOUT_ITSELF.match(text[cuts[-1] : begins]):  # 现将…转发给你们，|各级党委要…
                cuts[-1] = begins
            continue
        before = text[cuts[-1] : _trimmed(text, cuts[-1], begins)]
        if segment <= cuts[-1] and _CONDITION.fullmatch(before) and not MODAL_WORD.search(before):
            subjects[-1] = who
            continue
        parallel |= begins == segment
        cuts.append(begins)
        subjects.append(who)
    parts = [
        _Part(Span(start, _trimmed(text, start, end)), who)
        for start, end, who in zip(cuts, [*cuts[1:], sentence.end], subjects, strict=True)
    ]
    return [piece for part in parts for piece in _segments(part, divides)] if parallel else parts


def _segments(part: _Part, divides: Sequence[int]) -> Iterator[_Part]:
    """The part cut at each ；, of which the first has the subject."""
    start, who = part.span.start, part.subject
    for at in divides:
        if start < at < part.span.end:
            yield _Part(Span(start, at), who)
            start, who = at + 1, None
    if start < part.span.end:
        yield _Part(Span(start, part.span.end), who)


# 对认识不深的， 学校发生事故后，: no duty of the one it names, but the case in which the next has one.
_CONDITION = re.compile(r"[^，；]*(?:的|时|后|前|期间)")


def _inside(position: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in spans)


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in "，；：、":
        end -= 1
    return end
