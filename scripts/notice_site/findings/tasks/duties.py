"""Finds the duties of a sentence: which of its groups of clauses ask something, and of whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from notice_site.findings.tasks import grammar
from notice_site.findings.tasks.addressees import concerned, done_to
from notice_site.findings.tasks.asides import Span, StrippedText, clauses
from notice_site.findings.tasks.clause_groups import duty_clauses
from notice_site.findings.tasks.clauses import Clause, read_clause
from notice_site.findings.tasks.demands import AIM, is_asked_of_somebody, is_duty, is_sure
from notice_site.findings.tasks.levels import AddresseePatterns
from notice_site.findings.tasks.tagging import tag
from notice_site.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty in the words of a block; the spans are those of the block's stripped text."""

    span: Span
    addressee: Span | None
    predicate_start: int  # where the words after the addressee begin
    is_subject: bool  # the addressee is the subject of its sentence, which may be carried over
    is_concerned: bool = False  # the addressee is whom a clause without a subject concerns
    reached: tuple[Span, ...] = ()  # where or with whom something is done that is asked of nobody by name
    of_thing: bool = False  # its subject is a thing: 所需资金由…
    follows: bool = False  # behind another duty of its sentence, which names nobody


def _of_thing(group: Sequence[Clause]) -> bool:
    """Whether the first clause that says something is about a thing: 管理经费应专项用于…; not 对问题要整改."""
    clause = next((c for c in group if not c.is_circumstance and not c.is_case), None)
    return clause is not None and (clause.topic or clause.bare_thing) and not clause.is_led and not clause.about


_REPORTED = re.compile(
    r"""
      (?: 指出 | 强调 | 认为 | 表示 (?! ，[^。]*将) | 明确提出 | 深刻阐述) (?= [，：◇] | $ | 要)
    | (?<= [委部局厅会省市县府院门办] ) 建议 (?= ，)
    | (?<= [省市县区州委部局厅办校院] ) 请求
    | [你该] [省市县区州委部局厅办校院] (?: 建议 | 提出 | 反映)
    """,
    re.VERBOSE,
)
"""The verb before what somebody is reported to have said: 习近平总书记…指出，…要…, 你省请求，中央加大投资."""

_LONGEST_REPORT = 5
"""Characters of such a verb, and one behind it."""

# takes: 党的十八大以来，  多年来，  近年来，  原则同意; not: 今后，  以来的  不同意
_TOLD = re.compile("[^，。；：]{0,16}(?:以来|年来)，|(?<!不)(?:原则)?同意")
"""How a sentence begins that tells what was done or granted: only what it asks expressly is a duty."""

_NOW = re.compile("(?:当前|目前)[，正]")
"""How a sentence begins that tells how things are, unless it goes on with a demand: 当前，|生产进入旺季."""

# takes: 组长：  副组长：  后附：  附件：  值班电话：; not: 参加单位：  组长负责：
_ASIDE_LINE = re.compile("(?:副?组长|成员|[后]?附件?\\d?|[^，。；：]{0,10}(?:电话|传真|邮箱|联系人)) ?[：:]")
"""A line that names people, annexes or numbers, and asks nothing."""


def reports(words: StrippedText) -> bool:
    """Whether the words end by introducing what somebody asks for: 你省请求，国家完善有关政策：|一是…."""
    last = words.text.rstrip()
    sentence = max(last.rfind("。"), 0)
    return last.endswith("：") and _REPORTED.search(last, sentence) is not None


def duties(
    words: StrippedText, sentence: Span, patterns: AddresseePatterns, preamble: bool = False, charged: bool = False
) -> Iterator[Duty]:
    """The duties of one sentence, in order; none where it is a statement.

    With `charged`, words behind the sentence charge somebody with it. In the preamble, before the first section, only
    what says so by a modal word, a list or a date is a duty.
    """
    text = words.text
    stop = sentence.end - (text[sentence.end - 1] in "。！？")
    if _ASIDE_LINE.match(text, sentence.start, stop):
        return
    told = bool(_TOLD.match(text, sentence.start, stop))
    aim = bool(AIM.match(text) or AIM.match(text, sentence.start, stop))
    tags = _tags(text, patterns)
    now = _NOW.match(text, sentence.start, stop) is not None
    unnamed = False  # whether a duty before it names nobody
    looked = sentence.start  # up to here nothing is reported
    for group in duty_clauses(words, tags, Span(sentence.start, stop)):
        span = Span(group[0].span.start, group[-1].span.end)
        if _REPORTED.search(text, max(sentence.start, looked - _LONGEST_REPORT), span.end):
            return
        looked = span.end
        who, is_subject = _addressee(group)
        is_named = who is not None
        who = who or next(filter(None, (concerned(text, tags, clause.span) for clause in group)), None)
        reached = () if who else tuple(filter(None, (done_to(text, tags, clause.span) for clause in group)))
        opens = who is not None and (is_subject or _is_charged_first(group, who, tags))
        predicate_start = who.end if who and opens else span.start
        asked = text[span.start : span.end]
        predicate = text[predicate_start if is_subject else span.start : span.end]
        if not (is_asked_of_somebody(asked, predicate) if who or reached else is_duty(asked, group, aim, charged)):
            continue
        if preamble and not is_sure(asked):
            continue
        if told and not any(clause.asks and (clause.is_subject or tags[clause.span.start] == "M") for clause in group):
            continue
        if now and not any(_demands_first(tags, clause) for clause in group):
            continue
        yield Duty(
            span,
            who,
            predicate_start,
            is_subject,
            is_concerned=who is not None and not is_named,
            reached=reached,
            of_thing=_of_thing(group),
            follows=unnamed,
        )
        unnamed = unnamed or who is None


def proposer(words: StrippedText, sentence: Span, patterns: AddresseePatterns) -> Span | None:
    """Who has said, before the colon of the sentence, what follows: 财政部研究提出了办理意见：|将统筹考虑."""
    opening = next(clauses(words, sentence), None)
    if opening is None or not words.text.startswith("：", opening.end):
        return None
    clause = read_clause(words.text, _tags(words.text, patterns), opening)
    return clause.who if clause.states else None


def _demands_first(tags: str, clause: Clause) -> bool:
    return clause.asks or tags[grammar.behind(grammar.LINK, tags, clause.span.start, clause.span.end)] in "VYAM"


@lru_cache(maxsize=4)  # the sentences of a block are read one after another
def _tags(text: str, patterns: AddresseePatterns) -> str:
    """The tags of a block; where its names end counts in them."""
    return tag(text, tuple(patterns.ends(text, 0, len(text))))


def _is_charged_first(group: Sequence[Clause], who: Span, tags: str) -> bool:
    """Whether 由 and the name open what is asked, behind circumstances alone: 按照规定，由|党政办|落实."""
    number = next(n for n, clause in enumerate(group) if who.start < clause.span.end)
    leads = all(clause.is_circumstance or clause.is_case for clause in group[:number])
    return leads and grammar.BY.fullmatch(tags, group[number].span.start, who.start) is not None


def _addressee(group: Sequence[Clause]) -> tuple[Span | None, bool]:
    """Who the clauses say is to act, and whether as their subject."""
    case = max((n for n, c in enumerate(group[:-1]) if c.is_case and c.goes_on), default=-1)
    for number, clause in enumerate(group):
        if number <= case and not clause.asks:
            continue
        if clause.who and clause.is_subject:
            return _from_before(group, number, clause.who), True
        if clause.who and not (clause.told and any(c.case_of for c in group[:number])):
            return clause.who, False
        behind = group[number + 1] if number + 1 < len(group) else None
        if (
            clause.bare_name
            and behind
            and not behind.who
            and _opens(group, number)
            and (behind.asks or behind.demands or behind.is_circumstance or behind.measured or behind.is_case)
        ):
            return _from_before(group, number, clause.bare_name), True
        if (
            clause.case_of
            and behind
            and behind.asks
            and (not behind.who or behind.told)
            and not behind.topic
            and behind.demands
        ):
            return clause.case_of, True
    return None, False


def _opens(group: Sequence[Clause], number: int) -> bool:
    """Whether nothing was asked before that clause of the group."""
    return all(c.is_circumstance or c.is_case or c.bare_name for c in group[:number])


def _from_before(group: Sequence[Clause], number: int, name: Span) -> Span:
    """A name that runs over several clauses: 上、下级活动办之间，活动办和督导组之间，都要…."""
    start = name.start
    for before in reversed(group[:number]):
        if start > group[number].span.start or before.bare_name is None or (before.is_described and group[number].who):
            break
        start = before.bare_name.start
    return Span(start, name.end)
