"""Tells whether a sentence asks for something, tells what has happened, or neither."""

from __future__ import annotations

import re
from enum import StrEnum


class Tense(StrEnum):
    """What the sentence says of its time: that it lies ahead, that it has passed, or neither."""

    PLANNED = "planned"
    HAPPENED = "happened"
    OPEN = "open"


# What is asked for rather than told.
# takes: ‹要›完成  ‹应›报送  ‹请›于  ‹须›在  ‹务必›  ‹拟›于  ‹将于›  ‹力争›  ‹不得›
# not: 重要讲话  要求  相应  应用  申请  宴请  请示  模拟  将任务交给
_PLANNED = re.compile(
    r"""
      (?<![重主首纪摘提概紧]) 要 (?![求闻素点领])
    | (?<![相反响适对供呼]) 应 (?![用急对变届])
    | (?<![申邀聘宴报提]) 请 (?!示)
    | 须 | 务必 | (?<![模虚]) 拟
    | 将[于在]
    | 计划 | 安排 | 力争 | 争取 | 确保 | 原则上 | 不得 | 基本完成
    """,
    re.VERBOSE,
)

# What has taken place.
# takes: ‹已›完成  ‹曾›任  召开‹了›大会  ‹受到›处分  ‹发生›事故; not: 为了  除了  了解
_HAPPENED = re.compile(
    r"""
      已 | 曾
    | (?<=[\u4e00-\u9fff]) (?<![为除]) 了 (?!解)
    | 受到 | 发生
    """,
    re.VERBOSE,
)


def tense_of(words: str) -> Tense:
    """What the words say; where they ask for something, what they tell besides does not count.

    >>> [tense_of(words).value for words in ("要在4月底前完成", "3月9日召开了大会", "3月9日大会")]
    ['planned', 'happened', 'open']
    """
    if _PLANNED.search(words):
        return Tense.PLANNED
    return Tense.HAPPENED if _HAPPENED.search(words) else Tense.OPEN
