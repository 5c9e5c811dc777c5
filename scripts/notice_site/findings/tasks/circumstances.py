"""Tells whether a clause that opens with a preposition only leads on to the next one."""

from __future__ import annotations

import re

from notice_site.findings.tasks import grammar
from notice_site.findings.tasks.asides import Span
from notice_site.findings.tasks.tagging import tag

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
