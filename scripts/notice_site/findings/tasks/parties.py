"""Finds where the words end that name people or bodies: 生活困难|党员, 农机合作社等农机服务|组织."""

from __future__ import annotations

import re
from functools import lru_cache

from notice_site.findings.tasks.vocabulary import NEVER_IN_A_NAME, NOT_A_NAME, PREDICATE
from notice_site.text.official_words import BODY_ENDINGS, ROLES, any_of, word_list

_PARTIES = (
    *(word for word in BODY_ENDINGS if word not in ("系统", "中心")),  # 管理系统, 以服务为中心
    *ROLES,
    *word_list("""
    大家 我们 个人 责任人员 人员 人才 人选 青年 老人 儿童 学生 师生 考生 家长 教职员工 教职工 毕业生 新生 军人 农民 农户
    大户
    困难户 专业户 用户 家庭 劳动者 消费者 竞聘者 报名者 经营者 候选人 带头人 专家 负责同志 纳税人 主体 各方 社会各界
    任何人 行业 协会 商会 社团 媒体 银行 基金 幼儿园 院所 中小学 小学 中学 大学 合作社 组织 农场 省份 市县 大省 山区
    垦区 地方 党务工作者
    """),
)
_FURTHER_PEOPLE = word_list("""
公民 市民 居民 村民 网民 彩民 渔民 牧民 灾民 移民 农户 商户 租户 客户 业主 律师 医师 技师 工程师 导师 供应商 经销商
运营商 开发商 承包商
""")
_PEOPLE = rf"""
    [^\W\d的了和与及、]{{1,2}} (?: (?<! [^运]动) (?<! [全满超减增]) 员 (?! 额 | 数) | (?<! 或 | 前 | 后 | 两 | 三) 者)
  | {any_of(_FURTHER_PEOPLE)}
"""
_PARTY = re.compile(
    rf"(?: {any_of(_PARTIES)} | {_PEOPLE} ) 们? (?! [长性] | 网站 | 采购 | 购买 | 系统 | 平台 | 报道)", re.VERBOSE
)
"""The noun with which the name of people or of a body ends: 生活困难|党员, 小微|企业, 退役|运动员; not 动员, 或者."""

_ALSO_VERBS = ("领导", "组织", "组织领导")
"""Nouns that name nobody where nothing stands before them: 加强|领导."""

_JOINED = re.compile(rf"、|以及|及其?|和|或(?!者)|特别是|尤其是|等(?=[^，。；、的]{{0,12}}?(?:{any_of(_PARTIES)}))")
"""What stands between two members of a list: 甲、乙等|农机服务组织."""

_WITH = re.compile("[与同]")
_ALIKE = re.compile("共[建享同]|联合|构建|的◇")
"""What makes 甲与乙 a list: 优势农机企业|与|学校|共建; not 推广人员|与|企业|开展合作."""

_QUALIFIED = re.compile("有[^，]{1,20}的")
"""A name may begin with what its bearers have: 有条件的|地方."""

_NEVER_INSIDE = re.compile(rf"{NEVER_IN_A_NAME.pattern}|[对向都也]|在(?![职校编岗读])", re.VERBOSE)

_LONGEST_COMPOUND = 7
"""Characters between two nouns of one name: 农村|集体经济组织, 地方|政府; farther off, the second is an object."""


_PEOPLE_OF_RANK = ("党员", "干部", "群众", "职工", "教师", "学生")
_LONGEST_BEHIND_PEOPLE = 4
"""The same behind these: 党员|干部; what stands farther off is something of theirs: 党员|马克思主义群众观点."""


_EDGE = re.compile("[，；。：]")


@lru_cache(maxsize=1024)  # 甲与乙与丙…: whether 丙 acts with the others is asked from each of them
def party_end(text: str, start: int, stop: int, described: bool = False) -> int | None:
    """Where the list of people or bodies ends that begins at `start`; None where none begins there.

    With `described`, the name may begin with a verb, if 的 stands between: 学习困难的|学生.

    >>> text = "家庭农场、农机合作社等农机服务组织生产条件"
    >>> text[: party_end(text, 0, len(text))]
    '家庭农场、农机合作社等农机服务组织'
    >>> party_end("先进技术及产品", 0, 7) is None
    True
    """
    edge = _EDGE.search(text, start, stop)
    stop = edge.start() if edge else stop
    verbal = begins_like_a_verb(text, start, stop)
    if text[start : start + 1] in ("等", "、", "或", "者") or (verbal and not described):
        return None
    end: int | None = None
    at = start
    while found := _PARTY.search(text, at, stop):
        apart = _LONGEST_BEHIND_PEOPLE if end and text.startswith(_PEOPLE_OF_RANK, end - 2) else _LONGEST_COMPOUND
        if end is not None and at == end and found.end() - end > apart:
            break
        at = end = found.end()
        joined = _JOINED.match(text, end, stop)
        if joined is None and (partner := _WITH.match(text, end, stop)) and _acts_with(text, partner.end(), stop):
            joined = partner
        if joined:
            at = joined.end()
        elif ends_here(text, end, stop):
            break
    if (
        end is None
        or text[start:end] in _ALSO_VERBS
        or _NEVER_INSIDE.search(text, start, end)
        or (verbal and "的" not in text[start:end])
    ):
        return None
    return end


def begins_like_a_verb(text: str, start: int, stop: int) -> bool:
    """Whether text[start:stop] begins like a demand, not like a name: 开展…; not 领导班子…, 有条件的地方….

    >>> [begins_like_a_verb(t, 0, len(t)) for t in ("开展活动", "领导班子自查情况", "有条件的地方")]
    [True, False, False]
    """
    if _PARTY.match(text, start, stop) or _QUALIFIED.match(text, start, stop):
        return False
    return NOT_A_NAME.match(text, start, stop) is not None


def ends_here(text: str, end: int, stop: int) -> bool:
    """Whether what follows shows that a name ends there: a predicate, 的 or nothing."""
    return end == stop or text[end] in "的◇" or PREDICATE.match(text, end, stop) is not None


# Behind a name, what makes it the first part of a longer one.
# takes: ‹法律顾问和专家›作用  ‹队伍›建设; not: 的责任  岗位技能培养
_FURTHER = re.compile(
    rf"队伍|(?:{_PARTY.pattern})|[^\W的]{{2,6}}(?:[、和与]|及其?)[^\W的]{{0,8}}?(?:{any_of(_PARTIES)})", re.VERBOSE
)


def goes_on(text: str, end: int, stop: int) -> bool:
    """Whether the name only opens another: 政府|法律顾问和专家, 干部|队伍."""
    return _FURTHER.match(text, end, stop) is not None


def _acts_with(text: str, start: int, stop: int) -> bool:
    partner = party_end(text, start, stop)
    return partner is not None and _ALIKE.match(text, partner, stop) is not None
