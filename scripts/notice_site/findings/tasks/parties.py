"""Finds where the words end that name people or bodies: 生活困难|党员, 农机合作社等农机服务|组织."""

from __future__ import annotations

import re
from functools import lru_cache

from notice_site.findings.tasks.tagging import rule, tag

_NO_PARTY = ("中心", "家庭", "基地")
"""Names that elsewhere say who acts, and behind a verb a thing: 以服务为|中心."""

_ALSO_VERBS = ("领导", "组织", "组织领导")
"""Nouns that name nobody where nothing stands before them: 加强|领导."""

_THINGS_OF_THEIRS = re.compile("[长性]|采购|购买|系统|平台|报道|密集|聚集")
"""What makes a thing of a name: 政府|采购, 人员|密集场所."""

# What stands between two members of a list. takes: 甲‹、›乙  甲‹及其›乙  甲‹等›农机服务组织; not: 甲的乙
_JOINED = rule("joint | nametail (?= [xWGV-]{0,12} (?: body | person))")
_AS_WELL = re.compile("以及|特别是|尤其是")

# The last of a list, though no table has its last word. takes: ‹农产品批发市场›到贫困地区; not: 贫困地区
_UNKNOWN = rule("(?: plain | thing | activity){2,} (?= how | to | at | adverb | must | may)")
_PARTY = rule("body | person")

_WITH = re.compile("[与同]")
_ALIKE = re.compile("共[建享同]|联合|构建|的◇")
"""What makes 甲与乙 a list: 优势农机企业|与|学校|共建; not 推广人员|与|企业|开展合作."""

_QUALIFIED = re.compile("具?[有备][^，]{1,20}的|符合[^，]{1,20}的")
"""A name may begin with what its bearers have: 有条件的|地方."""

_ASKS, _ACTS, _LEADS = "MOFSB", "VYA", "DPZf"
"""Letters of tags: that no name has inside, that its head has not behind 的, that part it from another."""

_LONGEST_COMPOUND = 7
"""Characters between two nouns of one name: 农村|集体经济组织, 地方|政府; farther off, the second is an object."""

_PEOPLE_OF_RANK = ("党员", "干部", "群众", "职工", "教师", "学生")
_LONGEST_BEHIND_PEOPLE = 4
"""The same behind these: 党员|干部; what stands farther off is something of theirs: 党员|马克思主义群众观点."""


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
    tags = tag(text)
    comma = tags.find("K", start, stop)
    stop = stop if comma < 0 else comma
    verbal = begins_like_a_verb(text, start, stop)
    qualified = _QUALIFIED.match(text, start, stop)
    head = qualified.end() if qualified else start
    if text[start : start + 1] in ("等", "、", "或", "者") or (verbal and not described):
        return None
    end: int | None = None
    at = start
    while found := _PARTY.search(tags, at, stop):
        if text[found.start() : found.end()] in _NO_PARTY or _THINGS_OF_THEIRS.match(text, found.end(), stop):
            if end is not None:
                break
            at = found.end()
            continue
        apart = _LONGEST_BEHIND_PEOPLE if end and text.startswith(_PEOPLE_OF_RANK, end - 2) else _LONGEST_COMPOUND
        if end is None and not described and set(tags[head : found.start()]) & set("AS"):
            return None  # 每项工作都符合中央要求
        parted = end is not None and set(tags[end : found.start()]) & set(_LEADS)
        if end is not None and at == end and (found.end() - end > apart or parted):
            break
        if end is not None and at > end and (unknown := _UNKNOWN.match(tags, at, found.start())):
            return unknown.end()
        at = end = found.end() + _also_called(text, found.end(), stop)
        joined = (
            None if text.startswith("与", end) else _JOINED.match(tags, end, stop) or _AS_WELL.match(text, end, stop)
        )
        if joined is None and (partner := _WITH.match(text, end, stop)) and _acts_with(text, partner.end(), stop):
            joined = partner
        if joined:
            at = joined.end()
        elif ends_here(text, end, stop):
            break
    if (
        end is None
        or text[start:end] in _ALSO_VERBS
        or "你" in text[start + 1 : end]  # 经费补助|你省
        or set(tags[head:end]) & set(_ASKS)
        or set(tags[max(start, text.rfind("的", start, end)) : end]) & set(_LEADS)
        or (verbal and "的" not in text[start:end])
        or _DOES.search(text, max(start, text.rfind("的", start, end)), end)
    ):
        return None
    return end


# takes: 国家竞争力‹提供›优质人才  措施‹作为›本地区; not: 担保机构
_DOES = re.compile("提供|作为|成为|从事(?!.*的)")


def _also_called(text: str, end: int, stop: int) -> int:
    """The length of a noun behind a name that elsewhere is a verb: 学校|领导."""
    for noun in _ALSO_VERBS:
        behind = end + len(noun)
        if text.startswith(noun, end, stop) and (ends_here(text, behind, stop) or text.startswith("责任", behind)):
            return len(noun)
    return 0


def begins_like_a_verb(text: str, start: int, stop: int) -> bool:
    """Whether text[start:stop] begins like a demand, not like a name: 开展…; not 领导班子…, 有条件的地方….

    >>> [begins_like_a_verb(t, 0, len(t)) for t in ("开展活动", "领导班子自查情况", "有条件的地方")]
    [True, False, False]
    """
    words = tag(text)[start:stop].lstrip("A-")  # 重点|部门
    if not words or words[0] in "NHo" or _QUALIFIED.match(text, start, stop):
        return False
    return words[0] in _NO_NOUN or bool(_DOES_TO.match(words))


_NO_NOUN = "VYMOFSBDPZQIJf"
"""Letters of tags with which no noun begins."""

_DOES_TO = rule("activity joint? person")
"""教育|群众, 培训|和|个人; not 教育|部门."""


def ends_here(text: str, end: int, stop: int) -> bool:
    """Whether what follows shows that a name ends there: a predicate, 的 or nothing."""
    return end == stop or text[end] in "的◇与同" or text.startswith("从事", end) or tag(text)[end] in _PREDICATE


_PREDICATE = "VYAMOFSBDPZQIfT"
"""Letters of tags with which begins what a subject does."""

# Behind a name, what makes it the first part of a longer one.
# takes: ‹法律顾问和专家›作用  ‹队伍›建设; not: 的责任
_FURTHER = rule("name | (?: plain | thing | activity){1,6} joint [^KMOFSBDPU]{0,8}? name")


def goes_on(text: str, end: int, stop: int) -> bool:
    """Whether the name only opens another: 政府|法律顾问和专家, 干部|队伍."""
    return _FURTHER.match(tag(text), end, stop) is not None


def _acts_with(text: str, start: int, stop: int) -> bool:
    partner = party_end(text, start, stop)
    return partner is not None and _ALIKE.match(text, partner, stop) is not None
