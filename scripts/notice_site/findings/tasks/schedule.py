"""Tells by when a duty is due, and to which stage of the work it belongs."""

from __future__ import annotations

import re
from collections.abc import Sequence

_YEAR = r"(?:(?:20)?\d\d年|今年|明年|[一二]〇[〇一二三四五六七八九]{2}年)"
_MONTH = (
    rf"(?:{_YEAR}?(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})月(?:份)?(?:\d{{1,2}}[日号]|上旬|中旬|下旬|[中底初末])?"
    r"|年底|年内|[上下]半年|月底)"
)
_DEADLINE = re.compile(
    rf"""
      {_MONTH} (?:[（(][^（）()]{{1,8}}[）)])?               # 4月10日（星期四）
      (?: 之前 | 以前 | 前 | 左右 | 以后 | 之后 | 起)
    | 至{_MONTH} (?= 基本 | 全面 | 全部 | 完成 | 结束)
    | (?<=于){_MONTH}
    | {_MONTH} (?= 基本完成 | 完成 | 结束)
    | \d{{1,3}} (?: 个工作日 | 日 | 天 | 个月 | 小时) (?: 以 | 之)? 内
    | 近期(?=，)
    | 即日起
    """,
    re.VERBOSE,
)
"""By when: 4月底前, 5月中旬左右, 5月下旬以后, 收到材料后15天内, 近期，."""

_STAGE = re.compile(
    r"""
      学习教育 [、，,] (?: 听取意见 | 征求意见)
    | 查摆问题 [、，,] 开展批评
    | 整改落实 [、，,] 建章立制
    """,
    re.VERBOSE,
)
"""The stages of the campaign; other notices name theirs in headings: 动员部署阶段."""

_STAGE_HEADING = re.compile(r"阶段")


def deadline(words: str) -> str | None:
    """The words that say by when, as found.

    >>> deadline("总体上在4月底前完成"), deadline("安排在5月下旬以后召开"), deadline("3月17日在兰考调研")
    ('4月底前', '5月下旬以后', None)
    """
    match = _DEADLINE.search(words)
    return match[0] if match else None


def stage(words: str, headings: Sequence[str]) -> str | None:
    """The stage of the campaign that the words name, else the nearest heading that names one; as found."""
    for text in (words, *reversed(headings)):
        if match := _STAGE.search(text):
            return match[0]
        if text is not words and _STAGE_HEADING.search(text):
            return text
    return None
