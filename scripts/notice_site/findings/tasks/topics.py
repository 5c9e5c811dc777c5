"""Finds the thing that a sentence begins with and of which something is asked: 该项工作|于4月底前完成."""

from __future__ import annotations

import re
from collections.abc import Sequence

from notice_site.findings.tasks import grammar
from notice_site.findings.tasks.asides import Span
from notice_site.findings.tasks.objects import ends_as_noun
from notice_site.findings.tasks.parties import party_end
from notice_site.findings.tasks.tagging import rule, tag
from notice_site.text.official_words import any_of, word_list

_IF = re.compile("如果?|一旦|若|遇")
_CASE = re.compile(".*(?:的|后|前|时|中|情况下)|除.*外")
"""The case in which the duty holds, behind which the thing may stand: 采用分建模式的，|省级平台|要…."""

_HOLDS = word_list("实行 享受 使用 含 包括 作为 打印 纳入 可能 每人 不再 仍 一般 原则上 仅 及时 最迟")
_DONE = re.compile(
    rf"{any_of(_HOLDS)}|(?<![少低多高等大小])于(?=\d)|将(?=[被受])|为(?![了期主本先导]|[^，]{{1,3}}(?:，|$))|在(?=[^，]{{1,12}}前)"
)
"""What holds for the thing, besides what is asked of it and how: 电子版|包括附录, 该项工作|于4月底前完成."""

_LOOK = 14
"""Characters that such a rule sees of what follows: 在|三月十五日中午十二点前."""

_SINCE = re.compile("经(?![济费营办验常])|自[^，的]{1,12}(?:起(?!对)|之日)")
"""In the same way: 档案材料|经审核, 本意见|自下发之日起施行; not 经费."""

_ASKED = "MOBP"
"""Letters of tags with which begins what is asked of a thing: 必须, 由…列支, 按照…执行."""

_NO_TOPIC = re.compile(
    r"能够|逾期|.*内$|(?:建设|新增|有)(?=[◇一下])|.*(?:所称|各(?:留|占))|必要时|从事|国家$|教育(?=引导|学生|党员|干部|职工|群众)|建议|优先|\d|每|年终|涉及|认定|.*(?:是否|◇(?:提出|规定|要求|强调)|(?:是|月|不|未|有)$|已?被[认列纳]|(?<![所可])以(?![上下内外及])[^，的]*$)"
)
_VERBAL_TOPIC = re.compile("其|由此|已[^，]*的[^的]{2,}|因[^，]*的|不足|(?:引用|不|未|违反|通过)[^，]*的[^的]{2,}")
"""A thing may begin like a demand: 由此产生的资金|由…承担, 不符合规范的论文|可能…."""

_DESCRIBED = re.compile("[^，]*的[^的]{2,}")
"""The same before 由: 竞聘上岗的准备工作|由…牵头."""

LONGEST_PLAIN_THING = 12
"""Characters: a longer clause before a comma is a thing only where its end shows a noun; else it may be a sentence."""

# Behind the thing. takes: 补偿金‹在自愿的基础上›  电子版论文‹中›  计划‹还›; not: 该项工作
BEHIND_THING = rule("(?: at [^K]{2,16}? tail (?: tail | adverb | link)* | (?: tail | adverb | link)+) $")


def opening_thing(text: str, parts: Sequence[Span]) -> Span | None:
    """The thing that a sentence begins with, behind the case in which the duty holds."""
    tags = tag(text)
    for part, follower in zip(parts, [*parts[1:], None], strict=True):
        start = grammar.behind(grammar.LINK, tags, part.start, part.end)
        if start == part.end or _IF.match(text, start):
            continue
        if follower and text.startswith("关于", start):
            return Span(start + len("关于"), part.end)
        if follower and text[part.end - 1] == "的":
            continue
        done = _done(text, tags, start + 1, part.end)
        end = part.end if done is None else done
        named = done is not None or (
            follower
            and _done(text, tags, follower.start, follower.start + 1) is not None
            and (end - start <= LONGEST_PLAIN_THING or ends_as_noun(text, start, end))
            and not _TELLS.search(text[start:end])
        )
        tail = BEHIND_THING.search(tags, start + 1, end)
        thing = Span(start, tail.start() if tail else end)
        if tail and tags[thing.end] == "E" and text[thing.end] != "中":
            named = False  # 访学期满|后, 转制|时
        if named and _is_thing(text, tags, thing) and not _is_body_that_is(text, start, end):
            return thing
        if not _CASE.fullmatch(text, part.start, part.end):
            return None
    return None


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
