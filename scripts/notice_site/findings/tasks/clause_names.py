"""Finds who is to act in a clause: as its subject, charged by 由, told by 要求 or 请, or as a name alone."""

from __future__ import annotations

import re

from notice_site.findings.tasks import grammar
from notice_site.findings.tasks.asides import LONGEST_CLAUSE, Span
from notice_site.findings.tasks.tagging import CONTINUED, DATE
from notice_site.findings.tasks.word_classes import QUALIFYING
from notice_site.text.official_words import any_of, word_list

LONGEST_NAME = 90
"""Characters: what stands farther from the start of a clause is no end of a name."""

LOOK_BEYOND = 6
"""Characters of the next clause that a rule may see: its modal word with adverbs."""

FURTHEST_BEHIND_VERB = 24
"""Characters between 要求 and the end of the name of whom something is required."""

_NO_NAME = "VYMOFSBDPZQIUJKAf"
"""Letters of tags with which no name begins."""

_NO_CHARGE = re.compile(
    r".{0,24}?(?:组成|构成|担任|为主|带队(?!开展|进行|检查)|负责解释|[扩放调提转变改升降][^，]{0,2}[至为到]|^向)"
)
"""What follows a name behind 由 without charging it: 由厅级干部|带队, 由甲|组成, 由企业|扩展至社会."""

_LETS_DO = re.compile(r"(?:(?:明确)?要求|明确|责成|责令|需要|建议)(?!的)|请(?![示求假教问批审])")
"""Verbs behind which stands who is to act: |要求|每位党员作出承诺."""

_MOVES_OTHERS = re.compile(
    any_of(
        word_list("""
        督促 督导 指导 组织 协调 会同 引导 要求 支持 帮助 推动 鼓励 依托 委托 授权 设立 建立 成立 明确 确定 联合 配合
        通知 通报 报送 移交 移送 转交 责成 责令 选择 选定 指定 提请 安排 抽调 派 配备
        防止 避免 确保 保证 保障 服务 面向 限制 加强 强化 落实 压实 完善 健全
        """)
    )
)
"""Verbs of which a body is the object: 政府|督促|机构开展…; not 政府审核机构."""


def subject(text: str, tags: str, clause: Span) -> Span | None:
    """Who stands before what is asked of him or what he does."""
    first = tags[clause.start]
    if _LETS_DO.match(text, clause.start):
        return None
    moves = first == "V" and _MOVES_OTHERS.match(text, clause.start) is not None
    if not moves and (asked := named(grammar.ASKED_NAME, tags, clause)):
        return asked
    if first in "VW" and not moves and (doer := named(grammar.DOER_NAME, tags, clause)):
        return doer
    if first in "VYAIWP" and (described := named(grammar.DESCRIBED_NAME, tags, clause)):
        return described
    if first == "V" and text.startswith(QUALIFYING, clause.start):
        return named(grammar.QUALIFIED_NAME, tags, clause)
    acting = None if first == "V" else named(grammar.ACTING_NAME, tags, clause)
    if acting and tags[acting.end] == "W" and text[acting.start : acting.end] == "领导":
        return None  # 领导|试点工作
    if acting and (tags[acting.end] in "ADP" or not _only_opens_a_thing(tags, acting, clause.end)):
        return acting
    return None


def charged_by(text: str, tags: str, clause: Span) -> Span | None:
    """Who is charged by 由: 报名由|本人|进行; not in what describes a thing (建立|由政府负责人牵头的机制)."""
    clause_is_thing = is_nominal(tags[clause.start : clause.end]) and grammar.ASKED_ITSELF.match(tags, clause.end)
    for match in grammar.CHARGED.finditer(tags, clause.start, clause.end):
        describes = _describes(tags, clause, match.start())
        if text.startswith(("哪", "谁"), match.start("who")):
            continue
        if clause_is_thing and "U" in tags[match.end("who") : clause.end]:
            continue  # 由各部门召开的会议，|不得…
        if not describes and not _NO_CHARGE.match(text, match.end("who"), clause.end):
            return _all_charged(tags, clause, whole_name(text, tags, clause, Span(*match.span("who"))))
    if clause_is_thing:
        return None
    for by in _BY_UNKNOWN.finditer(text, clause.start, clause.end):
        if tags[by.start()] == "B" and not _describes(tags, clause, by.start()):
            return Span(*by.span("who"))
    return None


def told_by(text: str, tags: str, clause: Span) -> Span | None:
    """Who is told to act: 要求|每位党员|作出承诺, 明确|教师|必须…."""
    for match in _LETS_DO.finditer(text, clause.start, clause.end):
        if tags[match.start()] != CONTINUED and tags[match.end() :][:1] != DATE and may_begin_name(tags, match.end()):
            rule = grammar.REQUESTED_NAME if match[0] == "请" else grammar.TOLD_NAME
            name = rule.match(tags, match.end(), clause.end)
            if match[0] == "明确" and name and not grammar.MODAL.match(tags, name.end("who")):
                continue
            if match[0] == "需要" and name and "U" in name["who"]:
                continue  # 需要|公众知晓的政府信息
            if name and name.end("who") - match.end() <= FURTHEST_BEHIND_VERB:
                return Span(*name.span("who"))
    return None


def bare_name(tags: str, clause: Span) -> Span | None:
    """The name that is all there is of the clause, before what is asked in the next."""
    behind = min(clause.end + LONGEST_CLAUSE, len(tags))
    if "U" in tags[clause.start : clause.end] and (
        described := grammar.DESCRIBED_BARE_NAME.match(tags, clause.start, behind)
    ):
        return Span(*described.span("who"))
    return named(grammar.ASKED_BARE_NAME, tags, clause) or named(grammar.BARE_NAME, tags, clause)


def named(pattern: re.Pattern[str], tags: str, clause: Span) -> Span | None:
    """The name that the rule finds at the start of the clause."""
    if pattern not in _DESCRIBED and tags[clause.start] != "V" and not may_begin_name(tags, clause.start):
        return None
    match = pattern.match(tags, clause.start, min(clause.end + LOOK_BEYOND, len(tags)))
    if match and match.end("who") <= min(clause.end, clause.start + LONGEST_NAME):
        return Span(*match.span("who"))
    return None


def may_begin_name(tags: str, start: int) -> bool:
    """Whether the word there may be the first of a name: not a verb, a preposition or 的."""
    return tags[start : start + 1] not in tuple(_NO_NAME)


def is_described_thing(tags: str, clause: Span) -> bool:
    """Whether a clause is the name of a thing with 的 behind a verb: 国务院部门|制定的文件|，."""
    return bool(grammar.DESCRIBED_THING.match(tags, clause.start, clause.end))


def is_brought_object(text: str, tags: str, clause: Span, who: Span) -> bool:
    """Whether a clause names what somebody brings somewhere: 群众|向政府反映的意见|，, 企业|从境外进口的货物|，."""
    return text.startswith(("向", "从"), who.end) and bool(grammar.BROUGHT.match(tags, who.end, clause.end))


_DESCRIBED = (grammar.DESCRIBED_NAME, grammar.QUALIFIED_NAME)


def _only_opens_a_thing(tags: str, name: Span, end: int) -> bool:
    """Whether the name only opens that of a thing; the rule sees the modal word of the next clause."""
    return bool(grammar.ONLY_OPENS_A_THING.match(tags, name.end, min(end + LOOK_BEYOND, len(tags))))


# Behind a rank. takes: 广东省‹招生委员会办公室›  县‹安全生产委员会›; not: 广东省对委员会  学校安全委员会
_COMMITTEE = re.compile("(?<=[省市县区])[^，、；。的对由将要应须于向把会]{2,8}委员会(?:办公室)?(?!的)")


def whole_name(text: str, tags: str, clause: Span, name: Span | None) -> Span | None:
    """The name with what makes an office of it: 同级人民政府|审核机构|进行审核."""
    if name is None:
        return None
    if committee := _COMMITTEE.match(text, name.end, clause.end):
        return Span(name.start, committee.end())
    office = grammar.OFFICE_BEHIND.match(tags, name.end, clause.end)
    if office is None or _MOVES_OTHERS.match(text, name.end):
        return name
    return Span(name.start, office.end("who"))


def _all_charged(tags: str, clause: Span, name: Span | None) -> Span | None:
    """The name with what describes it further, or joins it: 由县政府|确定的审核机构, 由审核机构|或者审核人员."""
    behind = grammar.CHARGED_BEHIND.match(tags, name.end, clause.end) if name else None
    return Span(name.start, behind.end("who")) if name and behind else name


def _describes(tags: str, clause: Span, by: int) -> bool:
    """Whether 由 only describes a thing: 建立|由政府负责人牵头的机制."""
    of = tags.rfind("U", by, clause.end)
    led = set(tags[clause.start : by]) & set("VYPFD")
    return of >= 0 and bool(led - {"P"} or (led and not set(tags[of : clause.end]) & set("VY")))


_BY_UNKNOWN = re.compile(
    r"由(?P<who>[^，；：。的由此]{2,30}?)(?=(?:分别|共同|具体|统一)?(?:牵头|负责(?!人|同志)|承担|主办|承办|组织实施|主持))"
)
"""Who is charged, though no table has the last word of the name: 由|医务科|牵头."""


def is_nominal(tags: str) -> bool:
    """Whether the clause ends in a noun, or has no verb at all: 提请讨论的|议题, 多措并举."""
    last = tags[tags.rfind("U") + 1 :]
    return not set(last) & set("VYMOFSQrA" if "U" in tags else "VYMOFSQrG")
