"""Divides the words of a duty into the single things that it asks."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

from notice_site.findings.tasks import grammar
from notice_site.findings.tasks.asides import LONGEST_CLAUSE, Span, StrippedText
from notice_site.findings.tasks.circumstances import leads_on
from notice_site.findings.tasks.conditions import condition
from notice_site.findings.tasks.demands import FAULTS, faults
from notice_site.findings.tasks.objects import CLAUSE, objects_treated
from notice_site.findings.tasks.tagging import CONTINUED, rule, tag
from notice_site.findings.tasks.targets import opening_target
from notice_site.text.official_words import any_of, word_list
from notice_site.text.time_expressions import time_expressions
from notice_site.text.time_shapes import Shape

FEWEST_SHORT = 3
"""、 divides items only where there are so many: 甲、乙 is often one thing with two names."""

SHORTEST = 4
"""Characters of an item without its addressee: 由地方财政|承担 says nothing without it."""

_LISTED = re.compile(r"参[加与](?:单位|范围|对象|人员)(?:主要)?(?:是|为|包括)：?")
"""The words before a list of those who take part: 参加单位主要是：|区机关…，街道…."""

_WHOLE = re.compile(r"(?:对于|充分认识)[^；。]{0,400}?意义|[^，；。]{0,200}，?看是否[^；。]*")
"""One thing, however many clauses it has: 充分认识活动对于甲，|加强乙，|丙的重大意义, 看是否做到甲，|坚定乙."""


def items(words: StrippedText, span: Span, addressee: Span | None, predicate_start: int, scope: bool) -> Iterator[Span]:
    """The items of a duty, as spans of the stripped text; the words after the addressee begin at `predicate_start`.

    A list of faults (解决…等问题) gives its members, divided by its strongest mark; other words give their clauses,
    each with the circumstances before it. The addressee, the case in which the duty holds and what the sentence
    begins with are fields of their own, and no part of an item.
    """
    text = words.text
    if listed_faults := faults(text, span.start, span.end):
        yield from _members(text, Span(*listed_faults.span("list")))
        return
    listed = _LISTED.search(text, span.start, span.end) if scope else None
    if listed:
        yield from _members(text, Span(listed.end(), span.end))
        return
    clauses = list(_asked(words, span, addressee, predicate_start))
    whole = _trimmed(text, Span(predicate_start if predicate_start < span.end else span.start, span.end))
    yield from (item for item in clauses or [whole] if item.start < item.end)


def _asked(words: StrippedText, span: Span, addressee: Span | None, predicate_start: int) -> Iterator[Span]:
    text = words.text
    asked = Span(_beginning(words, span, addressee, predicate_start), span.end)
    segments = [Span(*segment.span()) for segment in _SEGMENT.finditer(text, asked.start, asked.end)]
    if len(segments) >= FEWEST_SEGMENTS:
        yield from (_trimmed(text, segment) for segment in segments)
    else:
        for step in _steps(text, asked):
            yield from _counted(text, step)


def _counted(text: str, step: Span) -> Iterator[Span]:
    """The members of a list in which each has a number: 至少开展1次讨论、|上1次党课."""
    if text.find("、", step.start, step.end) < 0:
        yield step
        return
    members = [Span(*member.span()) for member in _MEMBER.finditer(text, step.start, step.end)]
    if len(members) > 1 and all(_NUMBER.search(text, member.start, member.end) for member in members):
        yield from members
    else:
        yield step


_MEMBER = re.compile("[^、]+")
_NUMBER = re.compile(r"(?:\d|[一二两三四五六七八九十])+[次篇场份期堂项件条名轮]")


def _beginning(words: StrippedText, span: Span, addressee: Span | None, predicate_start: int) -> int:
    """Where what is asked begins: behind the case, what the sentence begins with and the addressee.

    An addressee behind other demands is part of its item: 取消聘任资格，|由单位调整工作.
    """
    text = words.text
    begin = span.start
    topic = opening_target(words, span, addressee)
    if topic and _MEASURE.match(text, topic.end):
        topic = None  # 担保费率|不超过1%: the measure says nothing alone
    if topic and text[topic.start] == "对" and text.startswith("进行", max(predicate_start, topic.end + 1)):
        return topic.start  # 对自查情况，活动办进行核查: 进行核查 says nothing alone
    for place in (condition(words, span), topic):
        if place and begin <= place.end and not text[begin : place.start].strip("，但并关于"):
            begin = place.end
    while lead := _SETTING.match(text, begin, span.end):
        begin = lead.end()
    if addressee and grammar.BY.fullmatch(tag(text), begin, addressee.start) and span.end - addressee.end >= SHORTEST:
        return addressee.end
    if addressee is None or predicate_start <= begin:
        return begin
    tags = tag(text)
    last = max(text.rfind("，", begin, addressee.start) + 1, begin)
    leads_on = all(
        _CIRCUMSTANCE.match(text, *before)
        or _says_when(text[slice(*before)])
        or not grammar.DEMAND.match(tags, *before)
        for before in (match.span() for match in _CLAUSE.finditer(text, begin, last))
    )
    opens = grammar.fills(grammar.LEADING, tags, last, addressee.start) or grammar.BY.fullmatch(
        tags, last, addressee.start
    )
    return predicate_start if leads_on and opens else begin


def _members(text: str, listed: Span) -> Iterator[Span]:
    """The members of a list, divided by ；, else by ，, else by 、 where these are many."""
    for mark in "；，、":
        within = re.compile(f"[^{mark}]+").finditer(text, listed.start, listed.end)
        pieces = [Span(member.start(), member.end()) for member in within]
        if len(pieces) >= (FEWEST_SHORT if mark == "、" else 2):
            yield from pieces
            return
    yield listed


_SEGMENT = re.compile("[^；。！？]{2,}")
FEWEST_SEGMENTS = 3
"""Words of so many sentences, or parts between ；, are divided at these alone: a list of clauses would be long."""


def _trimmed(text: str, segment: Span) -> Span:
    no_part = _NO_PART.match(text, segment.start, segment.end)
    start = no_part.end() if no_part else segment.start
    return Span(start + len(text[start : segment.end]) - len(text[start : segment.end].lstrip("，")), segment.end)


# --- the clauses of a demand ----------------------------------------------------------------------

_CLAUSE = re.compile(rf"[^，；：。！？]{{1,{LONGEST_CLAUSE}}}")

_MEASURE = re.compile(
    "，?(?:一般|原则上|均|都)*(?:不得|不)?(?:低于|高于|超过|少于|多于)|至少|每人|，?(?:不得|不能)(?:低|高|超|少)"
)
_SETTING = re.compile("，?(?:在[^，；。]{2,16}(?:过程中|阶段|期间|基础上|环节|[^其当集]中)|这一(?:环节|阶段|期间))，")
"""Where the demand stands in the course of things: 在执教过程中，|要…."""

_FORBIDDEN = re.compile("不得|不准|严禁|不允许|决不|绝不")
_NO_PART = re.compile(
    "(?:[一二三四五六七八九十]是|有否|并且?(?!购|存|轨|举|重|网)|且|同时(?=，)|也?可以|也?可(?![能靠行持操控]))+"
)
"""What opens a clause and is no part of the item: 二是|要…, 并|针对…, 可以|延期."""

_DONE = word_list("""
进行 开展 给予 予以 结合起来 提出 实行 实施 制定 制订 完成 执行 处理 选择 确定 计算 公布 办理 加强 完善 推进 做好
建立 享受 贯穿 落实
""")
"""Verbs by which a clause that opens with a preposition asks something itself: 按照规定|办理."""

_HOW = word_list("及时 认真 扎实 切实 逐步 逐一 抓紧 积极 主动 合理 严格 集中 分别 适当 深入 广泛 统筹 综合")

_STRONG = word_list(
    "按照 根据 依据 依照 遵照 围绕 结合 针对 着眼于 着眼 本着 随着 会同 立足 瞄准 聚焦 紧密结合 紧紧围绕 密切联系 紧扣"
)
_WEAK = word_list("""
依托 通过 采取 采用 运用 利用 以 为 对于 对 在 从 就 经 除 按 与 坚持以 对照 探索通过 善于从 注重到 注意从
""")
_TAIL = word_list("""
要求 原则 方式 形式 方法 办法 途径 手段 精神 实际 情况 需求 目标 核心 抓手 规定 部署 意见 基础上 前提下 过程中 期间 出发
一道 一起 部门 特点 职能 职责 现状 条件下 下 中 上 后 前 时 外 单位 问题 等 渠道 资源 生日 地方 高度
""")
_CIRCUMSTANCE = re.compile(
    rf"""
    (?: {any_of(_STRONG)} ) (?! .* (?: {any_of(_DONE)} | {any_of(_HOW)}) )
    | (?: 坚持)? 以 (?![下上内外及]) [^，]* 为 [^，]{{1,4}} $
    | (?: {any_of(_WEAK)} ) (?! .* (?: {any_of(_DONE)})) [^，]* (?: {any_of(_TAIL)}) $
    | 为 (?: 了 | 做好 | 确保 | 进一步 | 切实 | 贯彻 | 深入 | 庆祝 | 加强 | 推进)
    | (?: 通过 | 在 | 从 (?![严实快重]) | 按 (?![时期月]) | 经 | 采取 ) (?! .* (?: {any_of(_DONE)})) [^，]{{1,5}} $
    """,
    re.VERBOSE,
)
"""A clause that leads on to the next: 围绕…的要求，, 以…为重点，, 采取…等方式，."""

_ASKS = re.compile("(?:应当?|必?须|要|可以?|需)?[从自在于至到]?")
"""What may stand before a time that is a clause of its own."""

_LASTS = re.compile(r"\d+(?:个月|个工作日|天|日|年|小时)")
"""A length of time, which is asked for: |3个月|，."""

_GOES_ON = re.compile(
    "◇的|以及|直至|直到|和|与(?!会)|及(?!时)|包括|特别是|尤其是(?!要)|它|这(?=些|样)|促其|时间不(?=[少超低])|如(?=[^，]*等)|用于"
)
"""What goes on with the clause before it: 聚焦小微企业，|以及新兴产业企业."""

_MENDS = re.compile("解决|整治|克服|纠正")
"""What begins a list of faults of its own: 解决…问题，|着力解决…问题."""

_LEADING_OTHERS = re.compile("引导(?=[^，；。])|教育(?=引导|学生|党员)|(?<!促)使(?![用])|让(?!位|步)")
_LONGEST_LEADING = 4
"""Characters of such a verb with what must follow it."""

_OF_THEM = re.compile(
    "自觉|牢固|树立|坚定|增强|明确|积极|主动|立足|掌握|切实|严格|恪守|多渠道|依法|强化|轻声|学习|深入"
)
"""What those do who are led to it: 引导党员坚定信念，|自觉践行要求."""

LONGEST_SAYING = 4
"""Characters of a clause that says how, not what: 举一反三, 因地制宜."""


def _says_when(clause: str) -> bool:
    """Whether a clause only says when something is done, which is a field of its own.

    >>> _says_when("要于12月底前"), _says_when("2019年1月1日至12月31日"), _says_when("不少于3个月")
    (True, True, False)
    """
    times = [time for time in time_expressions(clause) if time.shape is not Shape.DURATION or clause.endswith("内")]
    return bool(times) and times[-1].end == len(clause) and bool(_ASKS.fullmatch(clause, 0, times[0].start))


def _steps(text: str, span: Span) -> Iterator[Span]:
    """The clauses, circumstances joined to what follows them, what goes on to what precedes."""
    spans = [match.span() for one in (_WHOLE, FAULTS) for match in one.finditer(text, span.start, span.end)]
    treated: dict[
        int, int
    ] = {}  # 对|占比较高，增长较快的机构|，给予…: the ends of what something is done to, by their starts
    for part in CLAUSE.finditer(text, span.start, span.end):
        for place in objects_treated(text, Span(*part.span()), span.end, span.start):
            treated |= {place.start: place.end} if place.end > part.end() else {}
    spans += treated.items()
    wholes = deque(sorted(spans))
    within = 0  # how far the wholes reach that begin before the clause
    tags = tag(text)
    item: Span | None = None
    leads_others, looked = False, span.start  # whether the item leads others so far
    complete = False  # whether the item has a clause that is more than a circumstance
    for clause in _CLAUSE.finditer(text, span.start, span.end):
        no_part = _NO_PART.match(text, clause.start(), clause.end())
        start, end = no_part.end() if no_part else clause.start(), clause.end()
        links = grammar.fills(grammar.LINK, tags, start, end) and not _LASTS.fullmatch(text, start, end)
        no_demand = links or (item is None and _says_when(text[start:end]))
        if start == end or no_demand:
            continue
        while wholes and wholes[0][0] < start:
            within = max(within, wholes.popleft()[1])
        inside = start < within and not (
            _MENDS.match(text, grammar.behind(grammar.LEADING, tags, start, end), end)
            or _FORBIDDEN.match(text, start, end)
        )
        adjoins = item is not None and not _SENTENCE_END.search(text, item.end, start)
        if item and not leads_others:
            leads_others = _LEADING_OTHERS.search(text, max(item.start, looked), item.end) is not None
            looked = item.end - _LONGEST_LEADING
        led_on = leads_others and _OF_THEM.match(text, start)
        joined = inside or led_on or not complete or _goes_on(text, clause.start(), end)
        if item and adjoins and (joined or _belongs_to(text, tags, item, Span(start, end))):
            item = Span(item.start, end)
        else:
            if item:
                yield item
            item, complete, leads_others = Span(start, end), False, False
        at = grammar.behind(grammar.LEADING, tags, start, end)
        leads = _CIRCUMSTANCE.match(text, at, end) or _leads_on(text, at if text.startswith("对", at) else start, end)
        complete = (complete or not leads or bool(_FORBIDDEN.search(text, start, at))) and end not in treated.values()
    if item:
        yield item


def _leads_on(text: str, start: int, end: int) -> bool:
    """Whether a clause only leads on to the next: 根据应急加工的需要，, 对存在的问题，."""
    if not text.startswith("，", end):
        return False
    tags = tag(text)
    return tags[start] != CONTINUED and leads_on(text, tags, Span(start, end))


# takes: ‹把›甲  ‹要将›甲  ‹进一步把›甲; not: 要学习  将会同甲
_TAKES = rule("(?: adverb | must | link)* (?: to | will) (?= [^VYPAM])")

# takes: 作为主要内容  写进合同; not: 提升能力
_PUT = re.compile("[^，]*(?:作为|写[进入]|[纳列]入|转化|贯穿|摆上)")

# takes: 建成以甲为龙头  成立以甲为组长  乙为副组长; not: 以甲为龙头的体系  坚持以甲为指导
_HEADED = re.compile("(?:[建成]成|[成建]立|形成|打造|构建|组建)[^，]*以[^，]+为[^，的]{1,6}$|为副?组长$")
# takes: ‹响应迅速的›体系  ‹王某同志为›副组长; not: 要学习
_HEADS = re.compile("[^，]+?[的为]")


def _belongs_to(text: str, tags: str, item: Span, clause: Span) -> bool:
    """Whether a clause is one thing with the item before it.

    把作风建设成果，|转化为动力; 建成以甲为龙头，|响应迅速的体系.
    """
    last = max(text.rfind("，", item.start, item.end) + 1, item.start)
    takes = _TAKES.match(tags, last, item.end)
    if takes and text[takes.end() - 1] in "把将" and not _PUT.match(text, takes.end(), item.end):
        return _PUT.match(text, clause.start, clause.end) is not None
    return bool(_HEADED.search(text[last : item.end]) and _HEADS.match(text, clause.start, clause.end))


_SENTENCE_END = re.compile("[；。！？]")


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether a clause is no item of its own: it goes on, or is a saying."""
    if _CIRCUMSTANCE.match(text, start, end):
        return False
    if _GOES_ON.match(text, start, end):
        return True
    return end - start <= LONGEST_SAYING and not grammar.DEMAND.match(tag(text), start, end)
