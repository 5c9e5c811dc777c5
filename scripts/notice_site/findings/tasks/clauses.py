"""Reads a clause: who is to act, whether something is asked, in which case, of what it speaks."""

from __future__ import annotations

import re
from typing import NamedTuple

from notice_site.findings.tasks import grammar
from notice_site.findings.tasks.asides import Span
from notice_site.findings.tasks.choice import leaves_choice
from notice_site.findings.tasks.circumstances import leads_on
from notice_site.findings.tasks.clause_names import (
    bare_name,
    charged_by,
    is_brought_object,
    is_described_thing,
    is_nominal,
    may_begin_name,
    named,
    subject,
    told_by,
    whole_name,
)
from notice_site.findings.tasks.tagging import CONTINUED
from notice_site.findings.tasks.word_classes import QUALIFYING

_LEADING, _NOUNS, _CASE_ENDS = "DPIZf", "GETXNHRo", "UE"
"""Letters of tags: that open a circumstance, with which circumstances end, and cases."""

_LEAVES = re.compile(r"(?:积极|大力)?(?:鼓励|允许|提倡|倡导|建议)|(?:均|也|还)?可(?!能)")
"""The start of what is left to choice: 鼓励企业…, 可适当放宽."""


class Clause(NamedTuple):
    """The parts of a clause, as spans of the text."""

    span: Span
    who: Span | None = None  # who is to act
    is_subject: bool = False  # that is the subject, not named by 由 or 要求
    told: bool = False  # that is told to act: 要求|教师
    case_of: Span | None = None  # whose case it states: 困难企业|与职工协商一致的
    bare_name: Span | None = None  # it is nothing but a name
    asked_next: bool = False  # and the next clause says what is asked
    is_described: bool = False  # …的 stands in that name
    asks: bool = False  # 要, 不得, 可
    demands: bool = False  # begins like a demand: 认真开展…
    is_case: bool = False  # 情节严重的, 会议结束后, 一旦发生事故
    goes_on: bool = False  # opens with 且, 并, 或: goes on with what is before it
    is_circumstance: bool = False  # 按照方案, 围绕主题: goes with what follows
    about: bool = False  # opens with 对…: to whom or what
    topic: bool = False  # speaks of a thing for which something holds: 所需经费由…
    optional: bool = False
    is_led: bool = False  # opens with a preposition: 按规定…
    dated: bool = False
    opens_with_date: bool = False
    measured: bool = False  # 不少于
    reaches: bool = False  # 达到
    states: bool = False  # tells a fact
    ends_in_verb: bool = False
    bare_thing: bool = False  # 500万元以上的收费，
    names_those: bool = False  # says of whom it holds: 参加培训的会计人员，
    is_nominal: bool = False  # ends in a noun or is a saying: 有条件的城市，多措并举，


def read_clause(text: str, tags: str, span: Span) -> Clause:
    """Reads one clause of a text whose tags are given."""
    opening = grammar.OPENING.match(tags, span.start, span.end)
    start = opening.end() if opening else span.start
    if start >= span.end:
        return Clause(span, is_circumstance=True, dated="T" in tags[span.start : span.end])
    rest, clause, first = Span(start, span.end), tags[start : span.end], tags[start]
    last = clause.rstrip("-")[-1:] or CONTINUED  # a time may reach over the mark between clauses
    who = whole_name(text, tags, rest, subject(text, tags, rest))
    charged = None if who else charged_by(text, tags, rest)
    told = charged or (None if who else told_by(text, tags, rest))
    nobody_yet = not who and not told
    describes = nobody_yet and bool(grammar.ABOUT_THOSE.match(tags, start, span.end))
    asks = (bool(grammar.MODAL.search(clause)) and not describes) or bool(
        who and grammar.ASKED.match(tags, who.end, span.end)
    )
    only_how = nobody_yet and grammar.ONLY_HOW.match(tags, start, span.end) is not None  # 要结合活动，|…
    is_case = not asks and (last in _CASE_ENDS or first == "I") and not (told and last != "U")
    case_of = _case_of(text, tags, rest, told, is_case, who is not None)
    thing = not asks and is_described_thing(tags, rest)
    if is_case or (text.startswith(("特别是", "尤其是"), span.start) and not asks):
        who = told = None
    if who and (thing or _is_no_subject(text, tags, rest, who, asks)):
        who = None  # 起草单位报送的材料，
    nobody = not who and not told
    bare = bare_name(tags, rest) if nobody and (last != "E" or text[span.end - 1] in "中上下") else None
    return Clause(
        span,
        who=who or told,
        is_subject=who is not None,
        told=who is None and charged is None and told is not None,
        case_of=case_of,
        bare_name=bare,
        asked_next=bare is not None and first not in "VY" and _is_asked_next(text, tags, rest),
        is_described=bare is not None and "U" in clause,
        asks=asks,
        demands=bool(grammar.DEMAND.match(clause)),
        is_case=is_case,
        is_circumstance=describes or only_how or _is_circumstance(text, tags, rest, nobody and not asks),
        goes_on=text.startswith(("且", "并", "或"), span.start),
        about=text.startswith(("对", "针对"), start),
        topic=nobody and bool(grammar.TOPIC.match(tags, start, span.end)),
        is_led=tags[span.start] in _LEADING,
        optional=leaves_choice(text, tags, start, span.end) or bool(_LEAVES.match(text, start, span.end)),
        dated="T" in tags[span.start : span.end],
        opens_with_date=tags[span.start] == "T" and text[span.start] not in "至到从自",
        measured=bool(grammar.MEASURE.search(clause)),
        reaches=bool(grammar.REACH.search(clause)),
        states=bool(grammar.FACT.search(clause)) and not asks,
        ends_in_verb=last in "VYW",
        is_nominal=is_nominal(clause),
        names_those=nobody
        and not asks
        and (text.startswith(QUALIFYING, start) or first in "Wx")
        and bool(grammar.THOSE.match(tags, start, span.end)),
        bare_thing=bool(grammar.BARE_THING.match(tags, start, min(span.end + 1, len(tags)))) or (thing and not who),
    )


def _case_of(text: str, tags: str, clause: Span, told: Span | None, is_case: bool, has_subject: bool) -> Span | None:
    """Whose case the clause states: 困难企业|与职工协商一致的; who is what: 校长|是第一责任人."""
    if is_case:
        name = told or (named(grammar.CASE_NAME, tags, clause) if may_begin_name(tags, clause.start) else None)
        # not 北京等直辖市|及周边地区的库存中, 经营私营企业|的，
        return None if name and text.startswith(("及", "、", "以及", "级", "的，"), name.end) else name
    name = None if has_subject or told else named(grammar.IDENTIFIED_NAME, tags, clause)
    return name if name and text.startswith("是", name.end) else None


def _is_no_subject(text: str, tags: str, clause: Span, who: Span, asks: bool) -> bool:
    """Whether the name belongs to a thing: 个人|应缴纳的费用, 群众|向政府反映的意见, 市级|征收的费用，参照…."""
    return (
        text.startswith("关于", clause.start)
        or grammar.DUE.match(tags, who.end) is not None
        or (not asks and is_brought_object(text, tags, clause, who))
        or (text.startswith(("，参照", "，比照", "，适用"), clause.end) and "U" in tags[who.end : clause.end])
    )


def _is_asked_next(text: str, tags: str, clause: Span) -> bool:
    """Whether the next clause says what is asked of the thing that this one names: 有关文件，|不得公开."""
    return text.startswith("，", clause.end) and grammar.ASKED_ITSELF.match(tags, clause.end) is not None


def _is_circumstance(text: str, tags: str, clause: Span, asks_nobody: bool) -> bool:
    """Whether the clause goes with what follows: 按照方案，, 围绕主题，, 关于资金问题，, ◇，."""
    words = tags[clause.start : clause.end]
    if words == "X" or (text.startswith("关于", clause.start) and text.endswith("问题", clause.start, clause.end)):
        return True
    if not asks_nobody:
        return False
    done = grammar.DONE_SOMEHOW.match(words) is not None
    if "U" in words and is_nominal(words) and not done and _is_asked_next(text, tags, clause):
        return True
    if words[0] not in _LEADING or (text.startswith(("向", "给"), clause.start) and grammar.VERB.search(words)):
        return False
    ends_in_noun = words.rstrip("-")[-1:] in _NOUNS or "等" in text[clause.end - 4 : clause.end]
    return (not done and (ends_in_noun or grammar.VERB.search(words) is None)) or leads_on(text, tags, clause)
