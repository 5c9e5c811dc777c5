"""Finds the object of 对: 对|报名者|进行审查, 对于|排查出来的隐患|，要整改."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_site.findings.tasks import grammar
from notice_site.findings.tasks.asides import LONGEST_CLAUSE, Span
from notice_site.findings.tasks.parties import begins_like_a_verb, party_end
from notice_site.findings.tasks.tagging import rule, tag
from notice_site.text.official_words import any_of, word_list

CLAUSE = re.compile(rf"[^，；：。！？]{{1,{LONGEST_CLAUSE}}}")

_ABOUT = re.compile("(?<![面应反核相绝校派结针])对于?(?![口象外照标比联立话策接待])")
"""对|报名者|进行审查, 对于|排查出来的隐患|，要整改; not 反对, 对照."""

_STRONGER = re.compile("(?:加强|加大|强化|提高|做好|完善|深化|落实|严格|开展|制定)$")
"""What makes a noun of what follows: 加强|对|幼儿园建设|的监管."""

_LIGHT = word_list(r"""
进行 开展 给予 予以 实施 实行 加以 加强 加大 强化 提出 提高 建立 制定 做好 采取 作出 做出 收取的 办理 严格 统一
增加 履行 负总责 负全责 处以 处(?=\d|警告|罚款) 免征 免收 免予 免除 免于 减免 减按 减征
严肃 坚决 从严 依规 一律 限期 责令
""")
_ALSO_NAMED = word_list(
    "奖励 表彰(?!奖励) 通报 处理 处罚 处分 问责 整顿 整治 清理 慰问 约谈 发放 拨付 简化 取消 暂停 停止 设立 归纳 整理"
)
"""The same of verbs that are nouns behind 的: 对|违规的单位|通报; not 对违规单位的通报."""

_TREATED = re.compile(
    rf"(?:{any_of(_LIGHT)}|(?<!的)(?:{any_of(_ALSO_NAMED)}|负责(?!人|同志))|一视同仁|举一反三|依规依纪|依纪依法)(?!的)"
)
"""The verbs by which something is done to the object: 对|报名者|进行…, 对|违规的单位|通报."""

# takes: 报名者‹逐一检查›  教师‹要›整改  职工‹在›培训期间  员工‹按›规定; not: 重点单位
_HOW = rule(
    """(?: adverb | date)+ (?: verb | act | activity | how | to | at | measure)
    | adverb* (?: must | may | will) | how | at | by"""
)


_PROBLEM = re.compile("针对(?P<problem>[^，]*?的[^，]*?(?:问题|隐患|不足))(?=，)")
"""针对|摸底排查出的问题|，…; not 针对党员的工作实际."""


def objects_treated(text: str, clause: Span, stop: int, after: int) -> Iterator[Span]:
    """What or whom the clause treats, each: the problem of 针对 and the objects of 对."""
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
    if opens and _THOSE.search(text, start, clause.end):
        return None
    first = next(
        (at for at in treated[1:] if _WORK_BEFORE.search(text, start, at) and _LIGHT_VERB.match(text, at)), None
    )
    first = first or (treated[0] if treated else None)
    if first is not None and opens and last_of > first:
        later = next((at for at in treated if at > last_of), None)
        end = later if later is not None else clause.end
        if (
            later is not None
            or party_end(text, last_of + 1, end) == end
            or (not _TREATED.match(text, first) and text.startswith("，", end) and ends_as_noun(text, start, end))
        ):
            return end
        return first
    if first is not None and (opens or last_of < first):
        return first
    if opens and (verb := _OWN_VERB.search(tags, max(last_of, start), clause.end)):
        return verb.start("who")  # 对排查出的隐患|明确责任人
    if opens:
        end = _relative_end(text, Span(start, clause.end))
        bare = not set(tags[start:end]) & set("VYASMOU") and grammar.ASKED_ITSELF.match(tags, end)
        return end if bare or ends_as_noun(text, start, end) else None
    return last_of if last_of > start and _STRONGER.search(text, clause.start, about.start()) else None


# Before what is done. takes: 落实规定切实纠正“四风”‹工作›  开展自查‹情况›; not: 教师  情况和
_WORK_BEFORE = re.compile("(?:工作|情况|行为|问题)$")
_LIGHT_VERB = re.compile("进行|开展|予以|给予|实施|加以")

# takes: 成效突出‹的给予›表扬; not: 单位的限期整改情况
_THOSE = re.compile("的(?:给予|予以|责令|及时|一律)")

# takes: 排查出的隐患‹明确›责任人; not: 事项情况  工作开展
_OWN_VERB = rule("(?: plain | thing | name) (?P<who> verb) (?= plain | thing | name)")


_ESPECIALLY = ("特别是", "尤其是")
"""Words behind which the object goes on: 对会议|尤其是|开展批评的情况，作出评价."""


def _treated(text: str, tags: str, clause: Span) -> Iterator[int]:
    """Where in the words behind 对 begins what is done to the object."""
    signs = {match.start() for match in _TREATED.finditer(text, clause.start + 1, clause.end)}
    signs |= {match.start() for match in _HOW.finditer(tags, clause.start + 1, clause.end)}
    for at in sorted(signs):
        before = tags[clause.start : at].rstrip("-")[-1:]
        if before in tuple("VY") and ("的" in text[at : clause.end] or at < max(signs)):
            continue  # 对构成|处罚项的问题, 对贯彻|实施情况进行
        if (
            tags[at] == "-"
            or before == "J"
            or text.startswith(_ESPECIALLY, at - 3)
            or (before == "U" and tags[at] not in "MO")
        ):
            continue
        if before in tuple("VY") and not _TREATED.match(text, at):
            continue  # 对工作紧盯|不放
        if before in tuple("AT") and any(earlier < at for earlier in signs):
            continue  # 对教师|及时进行…: where its adverbs begin
        yield at


_NOUN = re.compile("的[^的，]+$|(?:情况|问题|工作|事项|隐患|案件|行为|业务|项目|资金|现象|材料|意见|任务|活动|线索)$")
"""With what the object ends where nothing but a comma follows: 对|自查自纠情况|，督导组…; not 对工作紧盯不放，."""

_NO_OBJECT = re.compile("对(?![照象策口标])|[的不未]$")


def ends_as_noun(text: str, start: int, end: int) -> bool:
    """Whether the words end as the name of a thing or of somebody does."""
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
        next_clause = CLAUSE.match(text, start)
        end = next_clause.end() if next_clause else start
        if (name := _RELATIVE.match(text, start, end)) and party_end(text, name.end(), end) == end:
            return end
    return clause.end
