"""The tables of words for offices, bodies and their ranks that several stages look for.

A stage takes what it needs by name; a further office or body is one word here.
"""

from __future__ import annotations

from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first.

    >>> any_of(("证", "证书"))
    '证书|证'
    """
    return "|".join(sorted(words, key=len, reverse=True))


def word_list(text: str) -> tuple[str, ...]:
    """The words of a table that is written as one text.

    >>> word_list("局长 校长")
    ('局长', '校长')
    """
    return tuple(text.split())


SPEAKERS = word_list("总书记 主席 副主席 总理 副总理 国务委员 同志")
"""Titles behind the name of somebody whose speeches are cited: 习近平总书记."""

OFFICES = word_list("书记 主席 总理 委员长 省长 市长 州长 县长 区长 厅长 局长 校长 院长 主任 部长")
"""The offices that stand beside a name: 总理 李克强, 马某某副主席."""

ROLES = (
    *OFFICES,
    *word_list("同志 干部 党员 领导 负责人 责任人 一把手 成员 职工 教师 代表 委员 群众"),
)
"""What somebody is who acts."""

BODY_ENDINGS = word_list("""
领导小组 团体 工作组 督导组 检查组 督查组 巡视组 审核组 专班 活动办 办公室 办公厅 委员会 常委会 党工委
党委 党组 纪委 省委 市委 县委 区委 党总支 党支部 支部 党组织 基层组织 班子 政府 人大 政协 国务院
中央 法院 检察院 单位 部门 机构 机关 学校 高校 院校 企业 公司 医院 集团 协会 学会 各地 地区 系统
社区 街道 中心
""")
"""The words with which the name of a body ends: 甲市|活动办."""

BODY_CHARACTERS = "部厅局署所校社团司站处科院"
"""The characters with which it may end too: 教育|局."""

RANKS = "省市县区州"
"""The ranks by which bodies call themselves and others: 市委, 我区."""

CITING_BODY_CHARACTERS = f"{RANKS}委部厅局办组室府院会团"
"""The last character of a body that is named before the title of its document: 许昌市委|《…意见》."""

SELF = word_list("我 本 全 该 各")
"""What stands before a rank or a body that is not named: 我区, 本单位."""

UNNAMED_BODIES = word_list("学校 单位 机关 党委 党组")
"""Bodies that have no name of their own: which one is meant depends on who speaks."""
