"""Finds what or whom a duty is done to: 对|干部|进行培训, 引导|大家|学习, 传达到|全体党员."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from notice_site.findings.tasks import grammar
from notice_site.findings.tasks.asides import MOST_REMEMBERED, Span, StrippedText
from notice_site.findings.tasks.objects import CLAUSE, objects_treated
from notice_site.findings.tasks.parties import begins_like_a_verb, ends_here, goes_on, party_end
from notice_site.findings.tasks.tagging import tag
from notice_site.findings.tasks.topics import BEHIND_THING, opening_thing
from notice_site.text.official_words import any_of, word_list


@lru_cache(MOST_REMEMBERED)
def target(words: StrippedText, span: Span, addressee: Span | None) -> Span | None:
    """The words for what or whom the duty is done to, as a span of the stripped text; None where it names none.

    The thing that a sentence without an acting subject begins with comes first, then those who are brought to act,
    the object of 对 and those who are served, whichever stands first, then what is put somewhere and owners.
    """
    text = words.text
    parts, thing = _parts(text, span)
    if thing and (addressee is None or thing.end <= addressee.start):
        return thing
    after = addressee.end if addressee else span.start
    near = [place for part in parts for form in _NEAR for place in form(text, part, span.end, after)]
    rest = [place for form in (_put, _whole_object, _owner) for part in parts for place in form(text, part)]
    for place in (*sorted(near, key=lambda place: place.start), *rest):
        if addressee is None or place.end <= addressee.start or place.start >= addressee.end:
            return place
    return None


def topic(words: StrippedText, span: Span) -> Span | None:
    """The thing that the words begin with, of which something is asked."""
    return _parts(words.text, span)[1]


def opening_target(words: StrippedText, span: Span, addressee: Span | None) -> Span | None:
    """What the sentence begins with and does something to, before its predicate: 该项工作|于…, 对于隐患|，要…."""
    text = words.text
    parts, thing = _parts(text, span)
    if thing and (addressee is None or thing.end <= addressee.start):
        return thing
    first = parts[0] if parts else span
    for about in objects_treated(text, first, span.end, span.start):
        opens = first.start + len(text[first.start : about.start].removesuffix("于").removesuffix("对"))
        if about.end >= first.end and grammar.fills(grammar.LEADING, tag(text), first.start, opens):
            return Span(first.start, about.end)
    return None


@lru_cache(maxsize=512)  # what a duty begins with is asked for several times
def _parts(text: str, span: Span) -> tuple[list[Span], Span | None]:
    """The clauses of a duty, and the thing that it begins with."""
    parts = [Span(*part.span()) for part in CLAUSE.finditer(text, span.start, span.end)]
    return parts, opening_thing(text, parts)


# --- those who are brought to act, helped or told -------------------------------------------------

_MOVING = word_list("""
鼓励 支持 引导 推动 督促 帮助 允许 发动 动员 带动(?!力) 激励(?!措施|机制|作用|约束) 促使 责令
奖励(?!措施|制度|机制|办法) 强制要求 强迫 诱导 邀请 聘请 委托(?![^，]*作为) 选择 补助 慰问 看望 关心 关爱 爱护
使(?![用馆节命者团领]) 让 告知 通报到 传达到 传达至 发放到 发放至 扩展至 延伸到 面向 选好 配强 优先安排
""")
_ALSO_NOUNS = word_list("组织 指导 安排 宣传 培养 培育 发展(?!基础|水平|潜力|前景) 走访 扶持 表彰")
"""The verbs that are nouns too: what follows them is somebody only where a name ends there."""

_MOVED = re.compile(
    rf"""
    (?: (?P<sure> (?<! [指行大天促]) (?: {any_of(_MOVING)} ) | 教育 (?=引导|学生|党员|干部|职工|群众|广大))
      | {any_of(_ALSO_NOUNS)})
    (?: [、和]? (?:真心|真情)? (?: {any_of((*_MOVING, *_ALSO_NOUNS, "壮大", "规范", "服务", "吸引"))}) )*
    (?: (?<=[组织养育导]) 好)?
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


# --- those for whom or with whom ------------------------------------------------------------------

_FOR = re.compile("[与为给向]")
_SERVED = re.compile(
    r"""
    (?: 面对面 | 心贴心 | 的(?=沟通|协调|协作|合作))*
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


_NEAR = (_moved, objects_treated, _served)


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
    | 负责 (?: 组织 | 开展 | 实施 | 指导 | 协调 | 监督 | 推进 | 管理 | 、)+ (?P<work> [^，、和及与] [^，、]{2,} 工作) $
    | 做好 (?P<watched> (?!对) [^，]{3,}?) 的 (?: 监督 | 监管 | 管理 | 督导 | 指导)+ 工作 $
    | (?: 做好 | 推进) (?P<this> [该此] [^，]{2,} 工作) $
    | 推动 (?P<moved> [^，]{2,}?) (?: 向 [^，]+ (?: 延伸 | 转变 | 拓展 | 覆盖) | 与 [^，]+ (?: 对接 | 联通 | 衔接))
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
            adverbs = BEHIND_THING.search(tag(text), taken.end() + 1, end)
            yield Span(taken.end(), adverbs.start() if adverbs else end)


def _whole_object(text: str, clause: Span) -> Iterator[Span]:
    for owned in _OWNED.finditer(text, clause.start, clause.end):
        yield Span(*owned.span(owned.lastgroup or 0))


def _owner(text: str, clause: Span) -> Iterator[Span]:
    for raised in _RAISED.finditer(text, clause.start, clause.end):
        end = party_end(text, raised.end(), clause.end)
        if end is not None and not goes_on(text, end, clause.end):
            yield Span(raised.end(), end)
