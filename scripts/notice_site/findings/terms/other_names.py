"""Tells where a term is only a part of another name or word: 主题教育实践活动, 团十八大, 中心组织."""

from __future__ import annotations

import re
from collections.abc import Mapping

from notice_site.text.official_words import any_of, word_list

WORDS_OF_NAMES: Mapping[str, tuple[str, ...]] = {
    "activity": word_list("""
        主题 专题 先进性 警示 廉政 廉洁 法治 法制 普法 国防 爱国主义 革命传统 传统 诚信 感恩 文明 礼仪 环保 科普
        志愿服务 志愿 社会 社区 暑期 假期 劳动 安全 安全生产 食品药品 市场 治安 青年 少先队
    """),
    "meeting": word_list("团 团的 共青团 工会 妇联 妇女 作协 文联 侨联 科协 残联 青联 学联 工商联"),
    "slogan": word_list("网上 网络 互联网"),
}
"""By kind of term the words that, directly before it, make it the name of something else."""

WORD_GOES_ON: Mapping[str, str] = {
    "组": "织", "办": "法理公", "责": "任令", "课": "题", "章": "程", "风": "格景险", "点": "名评", "会": "计员",
}  # fmt: skip
"""By last character of a term the characters that, directly behind it, make it a piece of another word: 督导组|织."""

_ENDS_WITH = {kind: re.compile(rf"(?:{any_of(words)})$") for kind, words in WORDS_OF_NAMES.items()}
_QUOTED = re.compile(r"[“「『《](?P<name>[^“”「」『』《》]{1,30})[”」』》]$")
"""A name in marks directly before a term: “不忘初心、牢记使命”|教育实践活动."""

_IN_TITLE = re.compile(r"《[^《》]*[一-龥][^《》]*$")
"""The beginning of a title that a term ends: 《国家职业教育改革|实施方案》; not 省委《|实施方案》."""

LONGEST_TITLE = 120
"""Characters before a term in which the title begins that it ends."""

LONGEST_NAME = 32
"""Characters before a term in which a name that it ends stands."""


def is_cut_from_word(text: str, start: int, end: int) -> bool:
    """Whether the last character of text[start:end] begins another word with what follows.

    >>> is_cut_from_word("镇中心组织党员", 1, 4), is_cut_from_word("中心组学习", 0, 3)
    (True, False)
    """
    return text[end : end + 1] != "" and text[end] in WORD_GOES_ON.get(text[end - 1], "")


def is_end_of_name(text: str, start: int, end: int, kind: str, term: str) -> bool:
    """Whether text[start:end] only ends the name of another thing than `term`, a term of this kind.

    >>> is_end_of_name("结合主题教育实践活动", 4, 10, "activity", "党的群众路线教育实践活动")
    True
    >>> is_end_of_name("市委教育实践活动", 2, 8, "activity", "党的群众路线教育实践活动")
    False
    >>> is_end_of_name("“党的群众路线”教育实践活动", 8, 14, "activity", "党的群众路线教育实践活动")
    False
    """
    before = text[max(0, start - LONGEST_NAME) : start]
    if kind in _ENDS_WITH and _ENDS_WITH[kind].search(before):
        return True
    if kind == "document" and text[end : end + 1] == "》":
        return _IN_TITLE.search(text[max(0, start - LONGEST_TITLE) : start]) is not None
    quoted = _QUOTED.search(before) if kind == "activity" else None
    return quoted is not None and f"{quoted['name']}{text[start:end]}" not in (term, f"党的{term}")
