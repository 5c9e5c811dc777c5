"""Finds what or whom a duty is done to: 对|干部|进行培训, 引导|大家|学习, 传达到|全体党员."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from notice_site.findings.tasks import grammar
from notice_site.findings.tasks.asides import LONGEST_CLAUSE, MOST_REMEMBERED, Span, StrippedText
from notice_site.findings.tasks.parties import begins_like_a_verb, ends_here, goes_on, party_end
from notice_site.findings.tasks.tagging import rule, tag
from notice_site.text.official_words import any_of, word_list

_CLAUSE = re.compile(rf"[^，；：。！？]{{1,{LONGEST_CLAUSE}}}")


@lru_cache(MOST_REMEMBERED)
def target(words: StrippedText, span: Span, addressee: Span | None) -> Span | None:
    """The words for what or whom the duty is done to, as a span of the stripped text; None where it names none.

    The thing that a sentence without an acting subject begins with comes first, then those who are brought to act,
    the object of 对 and those who are served, whichever stands first, then what is put somewhere and owners.
    """
    text = words.text
    parts, topic = _parts(text, span)
    if topic and (addressee is None or topic.end <= addressee.start):
        return topic
    after = addressee.end if addressee else span.start
    near = [place for part in parts for form in _NEAR for place in form(text, part, span.end, after)]
    rest = [place for form in (_put, _whole_object, _owner) for part in parts for place in form(text, part)]
    for place in (*sorted(near, key=lambda place: place.start), *rest):
        if addressee is None or place.end <= addressee.start or place.start >= addressee.end:
            return place
    return None


def opening_target(words: StrippedText, span: Span, addressee: Span | None) -> Span | None:
    """What the sentence begins with and does something to, before its predicate: 该项工作|于…, 对于隐患|，要…."""
    text = words.text
    parts, topic = _parts(text, span)
    if topic and (addressee is None or topic.end <= addressee.start):
        return topic
    first = parts[0] if parts else span
    for about in _about(text, first, span.end, span.start):
        opens = first.start + len(text[first.start : about.start].removesuffix("于").removesuffix("对"))
        if about.end >= first.end and grammar.fills(grammar.LEADING, tag(text), first.start, opens):
            return Span(first.start, about.end)
    return None


@lru_cache(maxsize=4)  # what a duty begins with is asked for twice
def _parts(text: str, span: Span) -> tuple[list[Span], Span | None]:
    """The clauses of a duty, and the thing that it begins with."""
    parts = [Span(*part.span()) for part in _CLAUSE.finditer(text, span.start, span.end)]
    return parts, _topic(text, parts)


# --- the thing that a sentence begins with --------------------------------------------------------

_IF = re.compile("如果?|一旦|若|遇")
_CASE = re.compile(".*(?:的|后|前|时|中|情况下)")
"""The case in which the duty holds, behind which the thing may stand: 采用分建模式的，|省级平台|要…."""

_HOLDS = word_list("实行 享受 使用 含 包括 作为 适用 打印 纳入 可能 每人 不再 仍 一般 原则上 仅 及时 最迟")
_DONE = re.compile(
    rf"{any_of(_HOLDS)}|(?<![少低多高等大小])于(?=\d)|将(?=[被受])|为(?![了期主本先导]|[^，]{{1,3}}(?:，|$))|在(?=[^，]{{1,12}}前)"
)
"""What holds for the thing, besides what is asked of it and how: 电子版|包括附录, 该项工作|于4月底前完成."""

_OF_THINGS = ("日常", "近期", "当前", "目前", "平时", "全年", "年终", "年底")
"""Words for when that are part of a short name: 日常|工作|由乡镇负责."""

_LOOK = 14
"""Characters that such a rule sees of what follows: 在|三月十五日中午十二点前."""

_SINCE = re.compile("经(?![济费营办验常])|自[^，的]{1,12}(?:起(?!对)|之日)")
"""In the same way: 档案材料|经审核, 本意见|自下发之日起施行; not 经费."""

_ASKED = "MOBP"
"""Letters of tags with which begins what is asked of a thing: 必须, 由…列支, 按照…执行."""

_NO_TOPIC = re.compile(
    r"能够|(?:建设|新增|有)(?=[◇一下])|.*(?:所称|各(?:留|占))|必要时|教育(?=引导|学生|党员|干部|职工|群众)|建议|优先|\d|每|年终|涉及|认定|.*(?:是否|◇(?:提出|规定|要求|强调)|(?:是|月|不|未|有)$|已?被[认列纳]|(?<![所可])以(?![上下内外及])[^，的]*$)"
)
_VERBAL_TOPIC = re.compile("其|由此|已[^，]*的[^的]{2,}|因[^，]*的|不足|(?:引用|不|未|违反|通过)[^，]*的[^的]{2,}")
"""A thing may begin like a demand: 由此产生的资金|由…承担, 不符合规范的论文|可能…."""

_DESCRIBED = re.compile("[^，]*的[^的]{2,}")
"""The same before 由: 竞聘上岗的准备工作|由…牵头."""

LONGEST_PLAIN_THING = 12
"""Characters: a longer clause before a comma is a thing only where its end shows a noun; else it may be a sentence."""

# Behind the thing. takes: 补偿金‹在自愿的基础上›  电子版论文‹中›  计划‹还›; not: 该项工作
_BEHIND_THING = rule("(?: at [^K]{2,16}? tail (?: tail | adverb | link)* | (?: tail | adverb | link)+) $")


def _topic(text: str, parts: Sequence[Span]) -> Span | None:
    """The thing that a sentence begins with, behind the case in which the duty holds."""
    tags = tag(text)
    for part, follower in zip(parts, [*parts[1:], None], strict=True):
        start = grammar.behind(grammar.LINK, tags, part.start, part.end)
        if start == part.end or _IF.match(text, start):
            continue
        if follower and text[part.end - 1] == "的":
            continue
        done = _done(text, tags, start + 1, part.end)
        end = part.end if done is None else done
        named = done is not None or (
            follower
            and _done(text, tags, follower.start, follower.start + 1) is not None
            and (end - start <= LONGEST_PLAIN_THING or _ends_as_noun(text, start, end))
            and not _SENTENCE.match(tags, start, end)
            and not _TELLS.search(text[start:end])
        )
        tail = _BEHIND_THING.search(tags, start + 1, end)
        thing = Span(start, tail.start() if tail else end)
        if tail and tags[thing.end] == "E" and text[thing.end] != "中":
            named = False  # 访学期满|后, 转制|时
        if thing.end - thing.start == len("工作") and text.startswith(_OF_THINGS, part.start, start):
            thing = Span(part.start, thing.end)
        if named and _is_thing(text, tags, thing) and not _is_body_that_is(text, start, end):
            return thing
        if not _CASE.fullmatch(text, part.start, part.end):
            return None
    return None


# takes: ‹流动党员参加›教育实践活动  ‹纳税人首次享受›扣除; not: 担保业务收费  党员参加的活动
_SENTENCE = rule("[^KU]*? name (?: adverb | date)* (?: verb | act) (?! [^K]* of)")

# takes: 医疗保障‹继续执行原办法›  活动‹是一项工作›  经营者‹没有理由›; not: 没有档案的党员  统一标准
_TELLS = re.compile("(?:继续|仍|均|首次|逐步|没有|已|(?<![总还就])是)[^的，]*$|是[^，]*的工作$")


def _done(text: str, tags: str, start: int, stop: int) -> int | None:
    """Where between the two begins what is asked of the thing before it, or holds for it."""
    holds = next((m.start() for m in _DONE.finditer(text, start, stop + _LOOK) if tags[m.start()] != "-"), len(text))
    asked = next((at for at in range(start, stop) if tags[at] in _ASKED or _SINCE.match(text, at)), len(text))
    first = min(holds, asked)
    return first if first < stop else None


def _is_thing(text: str, tags: str, thing: Span) -> bool:
    """Whether the words are a noun: no verb or preposition opens them, unless 的 makes it a description."""
    start, end = thing.start, thing.end
    if (
        end - start < 2
        or _NO_TOPIC.match(text[start:end])
        or tags[end - 1] in tuple("ES")  # 报告已|经国务院
        or "的" in (text[start], text[end - 1])
    ):
        return False
    if set(tags[start:end]) & set("DFMO"):
        return False
    first = tags[start:end].lstrip("A-")[:1]  # 相互|督查
    described = _DESCRIBED if text.startswith("由", end) and first in tuple("VY") else _VERBAL_TOPIC
    return first not in ("", *"VYPZfISBJQ") or described.match(text, start, end) is not None


def _is_body_that_is(text: str, start: int, end: int) -> bool:
    """Whether the words only say what a body is: 应急部|为主管单位."""
    return text.startswith("为", end) and party_end(text, start, end) == end


# --- those who are brought to act, helped or told -------------------------------------------------

_MOVING = word_list("""
鼓励 支持 引导 推动 督促 帮助 允许 发动 动员 带动 激励(?!措施|机制|作用|约束) 促使 责令 奖励(?!措施|制度|机制|办法)
慰问 看望 关心 关爱 爱护 使(?![用馆节命者团领]) 让 告知 通报到 传达到
传达至 发放到 发放至 扩展至 延伸到 面向 选好 配强 优先安排
""")
_ALSO_NOUNS = word_list("组织 指导 安排 宣传 培养 培育 发展 走访 扶持 表彰")
"""The verbs that are nouns too: what follows them is somebody only where a name ends there."""

_MOVED = re.compile(
    rf"""
    (?: (?P<sure> (?<! [指行大天促]) (?: {any_of(_MOVING)} ) | 教育 (?=引导|学生|党员|干部|职工|群众|广大))
      | {any_of(_ALSO_NOUNS)})
    (?: [、和]? (?:真心|真情)? (?: {any_of((*_MOVING, *_ALSO_NOUNS, "壮大", "规范", "服务"))}) )*
    (?! 的 | 者 | 大会
      | 措施 | 政策 | 下 (?![级属列]) | 需要 | 咨询 | 委员 | 小组 | 办公室 | 意见 | 中心
      | 行政 | 局 | 厅 | 部 | 基金 | 机制 | 机构 | 领导 (?! 干部 | 班子) | 实践 | 难度 | 关系 | 生活 | 处置)
    """,
    re.VERBOSE,
)
"""The verbs before those who are brought to act, helped or told: 引导|大家|学习, 教育引导和发动|全体党员|…."""


def _moved(text: str, clause: Span, stop: int, after: int) -> Iterator[Span]:
    tags = tag(text)
    for moving in _MOVED.finditer(text, clause.start, clause.end):
        if tags[moving.start()] in "-N":
            continue  # 党|组织
        end = party_end(text, moving.end(), clause.end)
        if end is not None and (moving["sure"] or ends_here(text, end, clause.end)):
            yield Span(moving.end(), end)


# --- the object of 对 -----------------------------------------------------------------------------

_ABOUT = re.compile("(?<![面应反核相绝校派结针])对于?(?![口象外照标比联立话策接待])")
"""对|报名者|进行审查, 对于|排查出来的隐患|，要整改; not 反对, 对照."""

_CLOSED = re.compile("(?:发现|提出|反映|查出|形成|存在|涉及|违反|造成|作出|检查|调查|移送|报送|申请|取得|获得)$")
"""The verb before 的 in the words for a thing: 对|检查中发现|的问题，…; not 进行有效的监管."""

_STRONGER = re.compile("(?:加强|加大|强化|提高|做好|完善|深化|落实|严格|开展|制定)$")
"""What makes a noun of what follows: 加强|对|幼儿园建设|的监管."""

_LIGHT = word_list(r"""
进行 开展 给予 予以 实施 实行 加以 加强 加大 强化 提出 提高 建立 制定 做好 采取 作出 做出 收取的 办理 严格 统一
增加 履行 负总责 负全责 处以 处(?=\d|警告|罚款) 免征 免收 免予 免除 免于 减免 减按 减征 严肃 坚决 从严 依规 一律 限期 责令
""")
_ALSO_NAMED = word_list(
    "奖励 表彰(?!奖励) 通报 处理 处罚 处分 问责 整顿 整治 清理 慰问 约谈 发放 拨付 简化 取消 暂停 停止 设立 归纳 整理"
)
"""The same of verbs that are nouns behind 的: 对|违规的单位|通报; not 对违规单位的通报."""

_TREATED = re.compile(
    rf"(?:{any_of(_LIGHT)}|(?<!的)(?:{any_of(_ALSO_NAMED)}|负责(?!人|同志))|一视同仁|依规依纪|依纪依法)(?!的)"
)
"""The verbs by which something is done to the object: 对|报名者|进行…, 对|违规的单位|通报."""

# takes: 报名者‹逐一检查›  教师‹要›整改  职工‹在›培训期间  员工‹按›规定; not: 重点单位
_HOW = rule(
    """(?: adverb | date)+ (?: verb | act | activity | how | to | at | measure)
    | adverb* (?: must | may) | how | at | by"""
)


_PROBLEM = re.compile("针对(?P<problem>[^，]*?的[^，]*?(?:问题|隐患|不足))(?=，)")
"""针对|摸底排查出的问题|，…; not 针对党员的工作实际."""


def _about(text: str, clause: Span, stop: int, after: int) -> Iterator[Span]:
    if problem := _PROBLEM.search(text, clause.start, min(clause.end + 1, stop)):
        yield Span(*problem.span("problem"))
    for about in _ABOUT.finditer(text, clause.start, clause.end):
        end = _object_end(text, clause, about, after, stop)
        if end is not None:
            end -= text[about.end() : end].endswith("等")
            name = text[about.end() : end]
            if (
                len(name) > 1
                and not _NO_OBJECT.search(name)
                and ("的" in name or not begins_like_a_verb(text, about.end(), end))
            ):
                yield Span(about.end(), end)


def _object_end(text: str, clause: Span, about: re.Match[str], after: int, stop: int) -> int | None:
    """Where the object of 对 ends; None where it is a case (对推进不力的，…) or where that cannot be told."""
    start, tags = about.end(), tag(text)
    begin = after if clause.start < after < start else clause.start
    opens = grammar.fills(grammar.LEADING, tags, grammar.behind(grammar.LINK, tags, begin, clause.end), about.start())
    last_of = text.rfind("的", start, clause.end)
    treated = list(_treated(text, tags, Span(start, clause.end)))
    if text[clause.end - 1] == "的" and not any(tags[at] in "MO" for at in treated):
        return None
    if treated and tags[treated[0]] in "MO" and text[treated[0] - 1] == "的":
        return None  # 对不合格的|要
    if opens and _THOSE.search(text, start, clause.end):
        return None
    first = treated[0] if treated else None
    if first is not None and opens and last_of > first:
        later = next((at for at in treated if at > last_of), None)
        end = later if later is not None else clause.end
        if (
            later is not None
            or party_end(text, last_of + 1, end) == end
            or (end < stop and _CLOSED.search(text, start, last_of))
            or (not _TREATED.match(text, first) and text.startswith("，", end) and _ends_as_noun(text, start, end))
        ):
            return end
        return first
    if first is not None and (opens or last_of < first):
        return first
    if opens and (verb := _OWN_VERB.search(tags, max(last_of, start), clause.end)):
        return verb.start("who")  # 对排查出的隐患|明确责任人
    if opens:
        end = _relative_end(text, Span(start, clause.end))
        return end if _ends_as_noun(text, start, end) else None
    return last_of if last_of > start and _STRONGER.search(text, clause.start, about.start()) else None


# takes: 成效突出‹的给予›表扬; not: 单位的限期整改情况
_THOSE = re.compile("的(?:给予|予以|责令|及时|一律)")

# takes: 排查出的隐患‹明确›责任人; not: 事项情况  工作开展
_OWN_VERB = rule("(?: plain | thing | name) (?P<who> verb) (?= plain | thing | name)")


def _treated(text: str, tags: str, clause: Span) -> Iterator[int]:
    """Where in the words behind 对 begins what is done to the object."""
    signs = {match.start() for match in _TREATED.finditer(text, clause.start + 1, clause.end)}
    signs |= {match.start() for match in _HOW.finditer(tags, clause.start + 1, clause.end)}
    for at in sorted(signs):
        before = tags[clause.start : at].rstrip("-")[-1:]
        if before in tuple("VY") and ("的" in text[at : clause.end] or at < max(signs)):
            continue  # 对构成|处罚项的问题, 对贯彻|实施情况进行
        if tags[at] == "-" or before == "J" or (before == "U" and tags[at] not in "MO"):
            continue
        if before in tuple("VY") and not _TREATED.match(text, at):
            continue  # 对工作紧盯|不放
        if before in tuple("AT") and any(earlier < at for earlier in signs):
            continue  # 对教师|及时进行…: where its adverbs begin
        yield at


_NOUN = re.compile("的[^的，]+$|(?:情况|问题|工作|事项|隐患|案件|行为|业务|项目|资金|现象|材料|意见|任务|活动|线索)$")
"""With what the object ends where nothing but a comma follows: 对|自查自纠情况|，督导组…; not 对工作紧盯不放，."""

_NO_OBJECT = re.compile("对|[的不未]$")


def _ends_as_noun(text: str, start: int, end: int) -> bool:
    return _NOUN.search(text[start:end]) is not None or party_end(text, start, end) == end


_RELATIVE = re.compile("[^，；。]*的(?=[^，；。的]{2,20}$)")
MOST_CLAUSES = 3
"""Clauses of which the object of 对 may consist: 对|占比较高，增长较快，控制在合理区间的机构|，…."""


def _relative_end(text: str, clause: Span) -> int:
    """Where the object ends that has clauses inside: 对|违反规定，从事有偿家教的在职教师|，…."""
    end = clause.end
    for _ in range(1, MOST_CLAUSES):
        if "的" in text[clause.start : clause.end] or not text.startswith("，", end):
            break
        start = end + 1
        next_clause = _CLAUSE.match(text, start)
        end = next_clause.end() if next_clause else start
        if (name := _RELATIVE.match(text, start, end)) and party_end(text, name.end(), end) == end:
            return end
    return clause.end


# --- those for whom or with whom ------------------------------------------------------------------

_FOR = re.compile("[与为给向]")
_SERVED = re.compile(
    r"""
    (?: 面对面 | 心贴心)*
    (?: 提供 | 开展 | 沟通 | 交流 | 协商 | 建立 | 发放 | 办理 | 撑腰 | 注资 | 捐资 | 研究 | 合作 | 对接 | 解决 | 的◇)
    """,
    re.VERBOSE,
)
"""What is done for or with somebody: 为|生活困难党员|提供…, 与|职工|协商."""


def _served(text: str, clause: Span, stop: int, after: int) -> Iterator[Span]:
    tags = tag(text)
    for preposition in _FOR.finditer(text, clause.start, clause.end):
        if tags[preposition.start()] not in "fDJ":
            continue  # 为主
        end = party_end(text, preposition.end(), clause.end, described=True)
        if end is not None and _SERVED.match(
            text, grammar.behind(grammar.LEADING, tag(text), end, clause.end), clause.end
        ):
            yield Span(preposition.end(), end)


_NEAR = (_moved, _about, _served)


# --- what is put somewhere, whole objects and owners ----------------------------------------------

_TAKEN = re.compile("[将把]")
_PLACED = re.compile("(?:纳入|列入|交?由|(?:建设|打造)成)")
"""将|师德师风情况|纳入…, 把|基层党组织|建设成为…."""

_PASSED_ON = re.compile("报(?!告|道|名|表|酬|备案|废|销|考|刊|纸)|提交|移交")
"""将|装备需求|报政府列入预算: what is passed on before it is put somewhere."""

_OWNED = re.compile(
    r"""
      (?: 规范 | 审核 | 审查) (?P<conduct> [^，]{2,} (?: 机构 | 单位 | 部门 | 教师 | 企业 | 主体 | 人员) 的 [^，]+)
    | (?: 放宽 | 统筹协调 | 改动) (?P<thing> (?!对) [^，、和及与] [^，]{3,}?) (?= 、(?:放宽|取消|缩减) | $)
    | (?: 免收 | 减免) (?P<freed> [^，]*) 的
    """,
    re.VERBOSE,
)
"""The verbs whose whole object is meant: 规范|银行业机构的收费行为, 免收|运输车辆|的通行费."""

_RAISED = re.compile("追究|增强|提高|提升|维护|加强|减轻|发挥好?|尊重|调动|激发|强化")
"""The verbs before what belongs to somebody: 追究|责任人|的责任, 增强|广大党员|的意识."""


def _put(text: str, clause: Span) -> Iterator[Span]:
    for taken in _TAKEN.finditer(text, clause.start, clause.end):
        if tag(text)[taken.start()] not in "FD":
            continue  # 将来
        placed = _PLACED.search(text, taken.end() + 1, clause.end)
        if placed and not begins_like_a_verb(text, taken.end(), placed.start()):
            passed_on = _PASSED_ON.search(text, taken.end() + 1, placed.start())
            end = passed_on.start() if passed_on else placed.start()
            adverbs = _BEHIND_THING.search(tag(text), taken.end() + 1, end)
            yield Span(taken.end(), adverbs.start() if adverbs else end)


def _whole_object(text: str, clause: Span) -> Iterator[Span]:
    for owned in _OWNED.finditer(text, clause.start, clause.end):
        yield Span(*owned.span(owned.lastgroup or 0))


def _owner(text: str, clause: Span) -> Iterator[Span]:
    for raised in _RAISED.finditer(text, clause.start, clause.end):
        end = party_end(text, raised.end(), clause.end)
        if end is not None and not goes_on(text, end, clause.end):
            yield Span(raised.end(), end)
