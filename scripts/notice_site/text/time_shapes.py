"""Names the ways in which an expression places something in time."""

from __future__ import annotations

from enum import StrEnum


class Shape(StrEnum):
    """How an expression places something in time."""

    AT = "at"  # 3月9日  4月中旬左右
    DUE = "due"  # 9月完成  11月底报送
    RANGE = "range"  # 3月17日至18日
    BEFORE = "before"  # 4月底前
    UNTIL = "until"  # 到2020年  截至4月10日: the stretch named is still in it
    AFTER = "after"  # 5月下旬以后
    FROM = "from"  # 2014年1月开始
    SINCE = "since"  # 2009年8月以来
    RECURRING = "recurring"  # 每周  定期
    DURATION = "duration"  # 时间不少于3天
    FROM_ISSUE = "from-issue"  # 自发布之日起
    RECENT = "recent"  # 近日，省委印发了
    SOON = "soon"  # 近期，各地要开展
