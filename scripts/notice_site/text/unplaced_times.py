"""Finds times that the calendar does not place: 近日, 近期, 元旦春节期间, 寒假前."""

from __future__ import annotations

import re
from collections.abc import Iterator

_CLAUSE_START = r"(?: ^ | (?<= [，,。；;：:、！？\s（(“”]))"
_DOING = "(?: 召开 | 开展 | 组织 | 举行 | 举办 | 出台 | 下发 | 印发 | 发布 | 部署 | 启动 | 报送)"

# The document tells of a day that is not long past.
# takes: ‹近日›，甲县部署  ‹日前›召开  ‹前不久›，省委  ‹近日›国务院印发  ‹近期›，我市接连发生
# not: 10日前  5 日前，  五日前  最近日期  将于近日召开  近期，重点筛选
RECENT = re.compile(
    rf"""
    {_CLAUSE_START}
    (?: 近日 (?!内) | (?<! [\d一二三四五六七八九十] \s) 日前 | 前不久 | 不久前)
    (?= [，,] | {_DOING} | [\u4e00-\u9fff]{{2,20}} (?: 印发 | 召开 | 出台 | 发布 | 下发 | 举行 | 查处 | 通报))
    | {_CLAUSE_START} 近期 (?= [，,]? [^，,。；;]{{0,8}} (?: 发生 | 出现 | 接连 | 连续))
    """,
    re.VERBOSE,
)
# What is to be done soon after the document is issued.
# takes: ‹近期›，重点筛选  于‹近期›召开  将于‹近日›召开  ‹近期内›完成  ‹近期›要开展; not: 近期目标  近期以来
SOON = re.compile(
    rf"""
      {_CLAUSE_START} 近期 (?: 内 | (?= [，,] | 将 | 要 | 拟 | {_DOING}))
    | (?<= [在于]) (?: 近日 | 近期) 内?
    """,
    re.VERBOSE,
)

_NAMES = """
    (?: 元旦 | 春节 | 元宵节? | 清明节? | 五一 | 五四 | 端午节? | 七一 | 八一 | 中秋节? | 国庆节? | 十一 | 两节 | 双节
      | 两会 | 重阳节? | 教师节 | 寒暑?假 | 暑假 | 节假日 | 小长假)
"""
# Feasts and holidays have no day of the solar year, or none that is worded; they stand as they are.
# takes: ‹元旦春节期间›值班  在‹元旦、春节期间›  ‹“七一”前后›，  ‹春节前夕›，  ‹寒假前›上报  ‹国庆节假期期间›值班
# ‹开学前›  ‹学期结束前›; not: 春节  国庆前期工作  第十一期间  春节前往
FESTIVAL = re.compile(
    rf"""
    (?: (?<! [\d一二三四五六七八九十第“]) [“"]? {_NAMES} (?: [”"]? [、和及]? [“"]? {_NAMES})* [”"]?
        (?: 节日 | 假期 | 长假 | 小长假)?
      | (?: 新学期 | 学期)? (?: 开学 | 学期结束 | 学期末)
    )
    (?: 期间 | 前夕 | 前后
      | (?P<before> [之以]? 前 (?! [期往来去]))
      | (?P<after> [之以]? 后 (?! [续期勤备]))
    )
    """,
    re.VERBOSE,
)
# Weeks are counted from the first of a term, which has no day of its own.
# takes: ‹第二周›召开  于‹第12周›完成  ，‹第十周›，; not: 第二周年  学习第二周期
WEEK = re.compile(
    rf"(?: {_CLAUSE_START} | (?<= [于在])) 第 (?: [一二三四五六七八九十]{{1,3}} | \d{{1,2}}) 周 (?! [年岁期])",
    re.VERBOSE,
)
# The words before such a time make it part of what something is done to.
# takes: 对教育系统  将  关于  把各校在; not: 各单位要在  ，
_OBJECT = re.compile(r"(?: 对 | 将 | 把 | 关于) [^，,。；;：:]{0,8} $", re.VERBOSE)
# The words behind it make it part of a name. takes: 开展自查情况  值班工作通知; not: 要值班  一律停止
_NAME_BEHIND = re.compile(r"[^，,。；;：:]{0,40} (?: 情况 | 通知 | 方案)", re.VERBOSE)
_LONGEST_OBJECT = 10  # characters of 关于 and eight more


def unplaced_in(text: str) -> Iterator[tuple[re.Pattern[str], re.Match[str]]]:
    """The times of a text that the calendar does not place, each with the form that it has.

    >>> [match[0] for _, match in unplaced_in("近日，省委印发了《意见》；近期，各地要自查，寒假前上报。")]
    ['近日', '近期', '寒假前']
    """
    for form in (RECENT, SOON, FESTIVAL, WEEK):
        for match in form.finditer(text):
            if form is not FESTIVAL or match["before"] or match["after"] or _is_free(text, *match.span()):
                yield form, match


def _is_free(text: str, start: int, end: int) -> bool:
    before = _OBJECT.search(text, max(0, start - _LONGEST_OBJECT), start)
    return not before and not _NAME_BEHIND.match(text, end)
