"""Finds what superior bodies demand without a title: 中央活动办要求, 省委、市委“学三促四抓”的要求."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_site.findings.citations.names import CitedWork
from notice_site.findings.citations.vocabulary import COMPARING, FOLLOWING, GROUNDS, STUDYING
from notice_site.text.official_words import RANKS, any_of, word_list

DEMANDS = word_list("决策部署要求 部署要求 决策部署 工作部署 总体部署 统一部署 部署 要求 决定 指示 安排 号召")
"""What a body says without a title."""

_OFFICE = r"(?:活动办公室|活动办|教育实践活动领导小组|教育实践活动办公室|办公厅|巡回督导组|督导组|纪委|组织部)"
_NAME = rf"(?:(?!{any_of((*FOLLOWING, *GROUNDS, *COMPARING, *STUDYING))})[一-龥]){{2,3}}"
_OF_RANK = rf"(?:中共)?(?:{_NAME})?[{RANKS}](?:委|政府|纪委)"
_BODY = rf"(?:党中央|中央|国务院|上级党委|上级|{_OF_RANK}){_OFFICE}?"
_BODIES = rf"{_BODY}(?:[、和及与]{_BODY})*"
_DEMAND = rf"(?:{any_of(DEMANDS)})(?:[、和](?:{any_of(DEMANDS)}))*"

_ORDER = re.compile(
    rf"""
    (?: (?<![一-龥]) | (?<=[据照实彻行习会合守循到和与及]))     # a verb or a list before it: not 特别行政|区政府要求
    (?P<bodies> {_BODIES})
    (?: (?P<matter> 关于 [^，,。；;《》]{{2,40}}? 的
        | “[^”]{{1,20}}” )
        (?P<note> [（(] [^（）()]* [）)] )? 的?
      | (?: 确定 | 规定 | 提出 | 作出 | 制定)? 的?
    )
    (?P<demand> (?: 一系列 | 总体 | 有关 | 重要 | 统一 | 各项 | 新)* {_DEMAND}
              | (?<=[确规部][定署]的) [^，,。；;《》的]{{2,10}} (?:任务|内容))
    """,
    re.VERBOSE,
)
"""根据|中央活动办要求, 落实|党中央、国务院关于稳就业工作的决策部署, 落实|中央确定的专项整治任务; not 市委召开会议."""


def orders(text: str) -> Iterator[CitedWork]:
    """The demands of bodies in a text; a bracket that explains one belongs to its words, not to its title.

    >>> [work.title for work in orders("贯彻省委、市委“学三促四抓”（“学”就是……）的要求")]
    ['省委、市委“学三促四抓”的要求']
    >>> list(orders("应香港特别行政区政府要求"))
    []
    """
    for match in _ORDER.finditer(text):
        title = match[0].replace(match["note"], "") if match["note"] else match[0]
        yield CitedWork(match.start(), match.end(), title, None, "order", match["bodies"])
