"""Divides a sentence into the duties in it: which words, whom they are asked of, how they go on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from notice_site.findings.tasks.addressees import charged, concerned, subject, whole_name
from notice_site.findings.tasks.asides import Span, StrippedText, clauses
from notice_site.findings.tasks.demands import ABOUT_ITSELF, FAULTS, is_asked_of_somebody, is_duty, is_sure
from notice_site.findings.tasks.levels import AddresseePatterns
from notice_site.findings.tasks.vocabulary import ADVERB, MODAL, MODAL_WORD


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


_LIST = re.compile(r"(?<=包括：)[^。]*|(?<=分别为：)[^。]*")
"""A list to the end of the sentence: 听取意见对象包括：…."""

_REPORTED = re.compile(r"(?:指出|强调|认为|表示|明确提出|深刻阐述)(?=[，：◇]|$|要)")
"""The verb before what somebody is reported to have said: 习近平总书记…指出，…要…."""

_NEW_MATTER = re.compile(
    rf"""
    (?: {ADVERB} | {MODAL})*
    (?: 开展 | 组织 | 加强 | 加大 | 强化 | 实行 | 实施 | 建立 | 健全 | 完善 | 召开 | 举办 | 推进 | 推动 | 深化 | 畅通
      | 营造 | 制定 | 成立 | 总结 | 提高)
    """,
    re.VERBOSE,
)
"""The opening of a new matter: 开展…活动, 加强舆论引导. 要…, 坚持…, 对…, 防止… go on with what was asked before."""

_LINKED = re.compile(r"(?:同时|此外|另外|近期|目前|下一步|近日)，")
"""A word that joins a sentence to the one before it."""

_APART = re.compile(r"在[^，]{2,30}(?:中|阶段|环节|期间|过程中|前|后)，")
"""A stage that is not that of the sentence before: 在学习教育、听取意见中，…."""

_CONDITION = re.compile(r"[^，；]*(?:的|时|后|前|期间)")
"""No duty of the one it names, but the case in which the next has one: 学校发生事故后，|督导组要…."""

LONGEST_NAME_OPENING = 4
"""Characters of a clause that may stand before its subject where a name runs on over the comma: 以及活动办|都要…."""


def duties(words: StrippedText, sentence: Span, patterns: AddresseePatterns, preamble: bool = False) -> Iterator[Duty]:
    """The duties of one sentence, in order; none where it is a statement.

    In the preamble, before the first section, only what says so by a modal word, a list or a date is a duty.

    A clause with a subject of its own begins a duty, once the words before it have one: 市级学习5次，|县级学习3次.
    What precedes the first subject belongs to it, unless ； divides them.
    """
    text = words.text
    stop = sentence.end - (text[sentence.end - 1] in "。！？")
    linked = bool(_LINKED.match(text, sentence.start, stop))
    apart = bool(_APART.match(text, sentence.start, stop))
    for number, part in enumerate(_parts(words, Span(sentence.start, stop), patterns)):
        if _REPORTED.search(text, sentence.start, part.span.end):
            return
        who = part.subject or next(
            (named for clause in clauses(words, part.span) if (named := concerned(text, clause, patterns))), None
        )
        predicate_start = part.subject.end if part.subject else part.span.start
        asked = text[part.span.start : part.span.end]
        predicate = text[predicate_start : part.span.end]
        if not (is_asked_of_somebody(asked, predicate) if part.subject else is_duty(asked)):
            continue
        if preamble and not is_sure(asked):
            continue
        first = number == 0
        goes_on = first and not linked and not _NEW_MATTER.match(text, part.span.start)
        yield Duty(part.span, who, predicate_start, continues=goes_on, linked=linked and first, apart=apart and first)


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
        if text[clause.start] == "请" and ABOUT_ITSELF.match(text[cuts[-1] : clause.start]):
            cuts[-1] = clause.start  # 现将…转发给你们，|请及时传达…
        who = subject(text, clause, patterns) or charged(text, clause, patterns)
        if who is None:
            is_name = whole_name(text, clause, patterns)
            name_from = (clause.start if name_from is None else name_from) if is_name else None
            continue
        if name_from is not None and who.start <= clause.start + LONGEST_NAME_OPENING:
            who = Span(name_from, who.end)
        begins = segment if segment > cuts[-1] else min(who.start, clause.start)
        name_from = None
        if subjects[-1] is None and segment <= cuts[-1]:
            subjects[-1] = who
            if ABOUT_ITSELF.match(text[cuts[-1] : begins]):  # 现将…转发给你们，|各级党委要…
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


def _inside(position: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in spans)


def _trimmed(text: str, start: int, end: int) -> int:
    """Where text[start:end] ends without the marks behind it."""
    return start + len(text[start:end].rstrip("，；：、"))
