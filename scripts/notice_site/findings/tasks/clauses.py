"""Reads a clause: who is to act, whether something is asked, in which case, of what it speaks."""

from __future__ import annotations

import re
from typing import NamedTuple

from notice_site.findings.tasks import grammar
from notice_site.findings.tasks.asides import LONGEST_CLAUSE, Span
from notice_site.findings.tasks.tagging import CONTINUED, tag
from notice_site.findings.tasks.word_classes import QUALIFYING
from notice_site.text.official_words import any_of, word_list

LONGEST_NAME = 90
"""Characters: what stands farther from the start of a clause is no end of a name."""

_LEADING, _NO_NAME, _NOUNS, _CASE_ENDS = "DPIZf", "VYMOFSBDPZQIUJKAf", "GETXNHRo", "UE"
"""Letters of tags: that open a circumstance, with which no name begins, with which circumstances and cases end."""

_NO_CHARGE = re.compile(
    r".{0,24}?(?:组成|构成|担任|为主|带队(?!开展|进行|检查)|负责解释|[扩放调提转变改升降][^，]{0,2}[至为到]|^向)"
)
"""What follows a name behind 由 without charging it: 由厅级干部|带队, 由甲|组成, 由企业|扩展至社会."""

_LETS_DO = re.compile(r"(?:(?:明确)?要求|明确|责成|责令|需要|建议)(?!的)|请(?![示求假教问批审])")
"""Verbs behind which stands who is to act: |要求|每位党员作出承诺."""

_LEAVES = re.compile(r"(?:积极|大力)?(?:鼓励|允许|提倡|倡导|建议)|(?:均|也|还)?可(?!能)")
"""The start of what is left to choice: 鼓励企业…, 可适当放宽."""

_LETTING = ("允许", "鼓励", "提倡", "倡导")
"""The words of choice that open their clause; 可 stands behind who may."""


def leaves_choice(text: str, tags: str, start: int, end: int) -> bool:
    """Whether words leave something to choice; not 在政策|允许|范围内, 要保留|可|供应的粮."""
    if text.find("可由", start, end) >= 0 or text.find("可以由", start, end) >= 0:
        return True
    for match in grammar.LEFT_TO_CHOICE.finditer(tags, start, end):
        clause = tags.rfind("K", start, match.start("who")) + 1
        if text.startswith(_LETTING, match.start("who")):
            if grammar.LET.match(tags, max(start, clause - 1), end):
                return True
        elif "M" not in tags[max(start, clause) : match.start("who")]:
            return True
    return False


_PHRASE_ENDS = re.compile(
    r"""
      (?: (?<! 反映 | 了解 | 掌握 | 说明 | 通报 | 汇报) 情况 | 事项 | 行为 | 过程 | 结果 | 事故) $
    | 的 (?P<noun> [^的]{2,} ) $
    """,
    re.VERBOSE,
)
"""How a phrase with 对 ends that asks nothing itself: 对|措施制定与执行情况|，, 对|违反规定的单位和个人|，."""

# takes: 按照统筹安排的原则  根据应急加工的需要  结合工作实际; not: 按照方案开展活动  根据情况调整计划
_GROUNDS = re.compile(
    r"""
    (?: 按照? | 根据 | 依据 | 依照 | 遵循 | 遵照 | 结合 | 针对 | 围绕 | 本着 | 着眼 | 立足) (?P<of> [^，]*)
    (?: 原则 | 要求 | 需[要求] | 精神 | 规定 | 部署 | 实际 | 情况 | 特点 | 方针 | 思路 | 标准 | 目标 | 主题
      | 现状 | 职责 | 分工 | 安排 | 指示 | 意见 | 规划 | 方案 | 办法 | 条例 | 文件 | ◇) $
    """,
    re.VERBOSE,
)

_OF_SOMETHING = re.compile("的[^的，]{1,6}$")
"""The end of words that lead on: 根据行业|的发展|，."""

_TREATED = re.compile("进行|给予|予以|实施|实行|加以|采取|开展|建立|提出|一律|从严|负责|(?:加强|加大|提高|做好)")
"""The verbs that ask something of the object of 对 in its own clause: 对网站|进行|检查."""

_GIVES = re.compile("提供|创造|奠定|营造|[作做]出|打下|积累|助力|服务|贡献")
"""What is done for a purpose: 为推进活动|提供|保障, which goes with what stands before it."""

# takes: 在小组指导下  在竞赛开始的同时  在此基础上  于活动期间  受总理委托; not: 在全区开展  在会上发言  受到委托
_SETTING = re.compile(
    "[在于] .* (?: 下 | 同时 | 期间 | 过程中 | 之[前后中] | 基础上) $ | 受 (?!到) .* (?: 委托 | 指派 | 邀请) $",
    re.VERBOSE,
)

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

LOOK_BEYOND = 6
"""Characters of the next clause that a rule may see: its modal word with adverbs."""

FURTHEST_BEHIND_VERB = 24
"""Characters between 要求 and the end of the name of whom something is required."""


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
    dated, opens_with_date = "T" in tags[span.start : span.end], tags[span.start] == "T"
    if start >= span.end:
        return Clause(span, is_circumstance=True, dated=dated)
    rest = Span(start, span.end)
    clause, first = tags[start : span.end], tags[start]
    last = clause.rstrip("-")[-1:] or CONTINUED  # a time may reach over the mark between clauses
    who = _whole_name(text, tags, rest, _subject(text, tags, rest))
    charged = None if who else _charged(text, tags, rest)
    told = charged or (None if who else _told(text, tags, rest))
    describes = not who and not told and bool(grammar.ABOUT_THOSE.match(tags, start, span.end))
    asks = (bool(grammar.MODAL.search(clause)) and not describes) or bool(
        who and grammar.ASKED.match(tags, who.end, span.end)
    )
    is_case = not asks and (last in _CASE_ENDS or first == "I") and not (told and last != "U")
    case_of = told or (_named(grammar.CASE_NAME, tags, rest) if may_begin_name(tags, start) else None)
    if not is_case or (case_of and text.startswith(("及", "、", "以及", "级", "的，"), case_of.end)):
        case_of = None  # 北京等直辖市|及周边地区的库存中, 经营私营企业|的，
    if is_case:
        who = told = None
    elif not who and not told and (identified := _named(grammar.IDENTIFIED_NAME, tags, rest)):
        case_of = identified if text.startswith("是", identified.end) else None
    if who and text.startswith("关于", start):
        who = None
    if who and grammar.DUE.match(tags, who.end):
        who = None  # 个人应缴纳的费用
    if text.startswith(("特别是", "尤其是"), span.start) and not asks:
        who = told = None
    if who and not asks and (_is_described_thing(tags, rest) or _is_brought_object(text, tags, rest, who)):
        who = None  # 起草单位报送的材料，
    bare = None if who or told or (last == "E" and text[span.end - 1] not in "中上下") else _bare_name(tags, rest)
    led = first in _LEADING
    verbless = not grammar.DONE_SOMEHOW.match(clause) and (
        grammar.VERB.search(clause) is None or last in _NOUNS or "等" in text[span.end - 4 : span.end]
    )
    gives = text.startswith(("向", "给"), start) and grammar.VERB.search(clause)
    return Clause(
        span,
        who=who or told,
        is_subject=who is not None,
        told=who is None and charged is None and told is not None,
        case_of=case_of,
        bare_name=bare,
        asked_next=bare is not None
        and first not in "VY"
        and text.startswith("，", span.end)
        and grammar.ASKED_ITSELF.match(tags, span.end) is not None,
        is_described=bare is not None and "U" in clause,
        asks=asks,
        demands=bool(grammar.DEMAND.match(clause)),
        is_case=is_case,
        is_circumstance=describes
        or (text.startswith("关于", start) and text.endswith("问题", start, span.end))
        or clause == "X"
        or (
            "U" in clause
            and not (asks or who or told)
            and _is_nominal(clause)
            and not grammar.DONE_SOMEHOW.match(clause)
            and text.startswith("，", span.end)
            and bool(grammar.ASKED_ITSELF.match(tags, span.end))
        )
        or (led and not (asks or who or told) and (verbless or leads_on(text, tags, rest)) and not gives),
        goes_on=text.startswith(("且", "并", "或"), span.start),
        about=text.startswith(("对", "针对"), start),
        topic=not who and not told and bool(grammar.TOPIC.match(tags, start, span.end)),
        is_led=tags[span.start] in _LEADING,
        optional=leaves_choice(text, tags, start, span.end) or bool(_LEAVES.match(text, start, span.end)),
        dated=dated,
        opens_with_date=opens_with_date and text[span.start] not in "至到从自",
        measured=bool(grammar.MEASURE.search(clause)),
        reaches=bool(grammar.REACH.search(clause)),
        states=bool(grammar.FACT.search(clause)) and not asks,
        ends_in_verb=last in "VYW",
        is_nominal=_is_nominal(clause),
        names_those=not (who or told or asks)
        and (text.startswith(QUALIFYING, start) or first in "Wx")
        and bool(grammar.THOSE.match(tags, start, span.end)),
        bare_thing=bool(grammar.BARE_THING.match(tags, start, min(span.end + 1, len(tags))))
        or (not who and not asks and _is_described_thing(tags, rest)),
    )


def _is_nominal(tags: str) -> bool:
    """Whether the clause ends in a noun, or has no verb at all: 提请讨论的|议题, 多措并举."""
    last = tags[tags.rfind("U") + 1 :]
    return not set(last) & set("VYMOFSQrA" if "U" in tags else "VYMOFSQrG")


def leads_on(text: str, tags: str, clause: Span) -> bool:
    """Whether a clause that opens with a preposition only leads on to the next.

    为促进发展，|要…, 在小组指导下，|要…, 对违反规定的单位，|要….
    """
    if not text.startswith("，", clause.end):
        return False
    if tags[clause.start] == "P" and (grounds := _GROUNDS.match(text, clause.start, clause.end)):
        said = text[grounds.start("of") : grounds.end("of")]
        return said.endswith("的") or not set(tag(said)) & set("VYAM")
    if tags[clause.start] == "P" and (of := _OF_SOMETHING.search(text, clause.start, clause.end)):
        verbs = set(tags[clause.start : of.start()]) & set("VYAM") or "V-V" in tags[of.start() : clause.end]
        return not verbs and not text.startswith("采", clause.start)
    if tags[clause.start] == "Z" and not grammar.ACTS_THERE.search(tags, clause.start, clause.end):
        return True
    if text.startswith(("对", "针对"), clause.start):
        if grammar.ASKED_NEXT.match(tags, clause.end) and not _TREATED.search(text, clause.start + 1, clause.end):
            return True
        ends = _PHRASE_ENDS.search(text, clause.start, clause.end)
        return ends is not None and not (ends["noun"] and set("VYMOQrF") & set(tags[ends.start("noun") : clause.end]))
    if tags[clause.start] == "f":
        gives = _GIVES.search(text, clause.start, clause.end)
        return gives is None and bool(grammar.PURPOSE.match(tags, clause.start, clause.end))
    return _SETTING.match(text, clause.start, clause.end) is not None


def _is_described_thing(tags: str, clause: Span) -> bool:
    """Whether a clause is the name of a thing with 的 behind a verb: 国务院部门|制定的文件|，."""
    return bool(grammar.DESCRIBED_THING.match(tags, clause.start, clause.end))


def _is_brought_object(text: str, tags: str, clause: Span, who: Span) -> bool:
    """Whether a clause names what somebody brings somewhere: 群众|向政府反映的意见|，, 企业|从境外进口的货物|，."""
    return text.startswith(("向", "从"), who.end) and bool(grammar.BROUGHT.match(tags, who.end, clause.end))


def may_begin_name(tags: str, start: int) -> bool:
    """Whether the word there may be the first of a name: not a verb, a preposition or 的."""
    return tags[start : start + 1] not in tuple(_NO_NAME)


def _named(pattern: re.Pattern[str], tags: str, clause: Span) -> Span | None:
    """The name that the rule finds at the start of the clause."""
    if pattern not in _DESCRIBED and tags[clause.start] != "V" and not may_begin_name(tags, clause.start):
        return None
    match = pattern.match(tags, clause.start, min(clause.end + LOOK_BEYOND, len(tags)))
    if match and match.end("who") <= min(clause.end, clause.start + LONGEST_NAME):
        return Span(*match.span("who"))
    return None


_DESCRIBED = (grammar.DESCRIBED_NAME, grammar.QUALIFIED_NAME)


def _subject(text: str, tags: str, clause: Span) -> Span | None:
    """Who stands before what is asked of him or what he does."""
    first = tags[clause.start]
    if _LETS_DO.match(text, clause.start):
        return None
    moves = first == "V" and _MOVES_OTHERS.match(text, clause.start) is not None
    if not moves and (asked := _named(grammar.ASKED_NAME, tags, clause)):
        return asked
    if first in "VW" and not moves and (doer := _named(grammar.DOER_NAME, tags, clause)):
        return doer
    if first in "VYAIWP" and (described := _named(grammar.DESCRIBED_NAME, tags, clause)):
        return described
    if first == "V" and text.startswith(QUALIFYING, clause.start):
        return _named(grammar.QUALIFIED_NAME, tags, clause)
    acting = None if first == "V" else _named(grammar.ACTING_NAME, tags, clause)
    if acting and tags[acting.end] == "W" and text[acting.start : acting.end] == "领导":
        return None  # 领导|试点工作
    if acting and (tags[acting.end] in "ADP" or not _only_opens_a_thing(tags, acting, clause.end)):
        return acting
    return None


def _only_opens_a_thing(tags: str, name: Span, end: int) -> bool:
    """Whether the name only opens that of a thing; the rule sees the modal word of the next clause."""
    return bool(grammar.ONLY_OPENS_A_THING.match(tags, name.end, min(end + LOOK_BEYOND, len(tags))))


def _bare_name(tags: str, clause: Span) -> Span | None:
    """The name that is all there is of the clause, before what is asked in the next."""
    behind = min(clause.end + LONGEST_CLAUSE, len(tags))
    if "U" in tags[clause.start : clause.end] and (
        described := grammar.DESCRIBED_BARE_NAME.match(tags, clause.start, behind)
    ):
        return Span(*described.span("who"))
    return _named(grammar.ASKED_BARE_NAME, tags, clause) or _named(grammar.BARE_NAME, tags, clause)


def _charged(text: str, tags: str, clause: Span) -> Span | None:
    """Who is charged by 由: 报名由|本人|进行; not in what describes a thing (建立|由政府负责人牵头的机制)."""
    clause_is_thing = _is_nominal(tags[clause.start : clause.end]) and grammar.ASKED_ITSELF.match(tags, clause.end)
    for match in grammar.CHARGED.finditer(tags, clause.start, clause.end):
        describes = _describes(tags, clause, match.start())
        if text.startswith(("哪", "谁"), match.start("who")):
            continue
        if clause_is_thing and "U" in tags[match.end("who") : clause.end]:
            continue  # 由各部门召开的会议，|不得…
        if not describes and not _NO_CHARGE.match(text, match.end("who"), clause.end):
            return _all_charged(tags, clause, _whole_name(text, tags, clause, Span(*match.span("who"))))
    if clause_is_thing:
        return None
    for by in _BY_UNKNOWN.finditer(text, clause.start, clause.end):
        if tags[by.start()] == "B" and not _describes(tags, clause, by.start()):
            return Span(*by.span("who"))
    return None


def _describes(tags: str, clause: Span, by: int) -> bool:
    """Whether 由 only describes a thing: 建立|由政府负责人牵头的机制."""
    of = tags.rfind("U", by, clause.end)
    led = set(tags[clause.start : by]) & set("VYPFD")
    return of >= 0 and bool(led - {"P"} or (led and not set(tags[of : clause.end]) & set("VY")))


_BY_UNKNOWN = re.compile(
    r"由(?P<who>[^，；：。的由此]{2,30}?)(?=(?:分别|共同|具体|统一)?(?:牵头|负责(?!人|同志)|承担|主办|承办|组织实施|主持))"
)
"""Who is charged, though no table has the last word of the name: 由|医务科|牵头."""


def _all_charged(tags: str, clause: Span, name: Span | None) -> Span | None:
    """The name with what describes it further, or joins it: 由县政府|确定的审核机构, 由审核机构|或者审核人员."""
    behind = grammar.CHARGED_BEHIND.match(tags, name.end, clause.end) if name else None
    return Span(name.start, behind.end("who")) if name and behind else name


def _whole_name(text: str, tags: str, clause: Span, name: Span | None) -> Span | None:
    """The name with what makes an office of it: 同级人民政府|审核机构|进行审核."""
    if name is None:
        return None
    office = grammar.OFFICE_BEHIND.match(tags, name.end, clause.end)
    if office is None or _MOVES_OTHERS.match(text, name.end):
        return name
    return Span(name.start, office.end("who"))


def _told(text: str, tags: str, clause: Span) -> Span | None:
    """Who is told to act: 要求|每位党员|作出承诺, 明确|教师|必须…."""
    for match in _LETS_DO.finditer(text, clause.start, clause.end):
        if tags[match.start()] != CONTINUED and may_begin_name(tags, match.end()):
            rule = grammar.REQUESTED_NAME if match[0] == "请" else grammar.TOLD_NAME
            name = rule.match(tags, match.end(), clause.end)
            if match[0] == "明确" and name and not grammar.MODAL.match(tags, name.end("who")):
                continue
            if match[0] == "需要" and name and "U" in name["who"]:
                continue  # 需要|公众知晓的政府信息
            if name and name.end("who") - match.end() <= FURTHEST_BEHIND_VERB:
                return Span(*name.span("who"))
    return None
