"""Finds where a text says how often (每周, 定期) or how long (不少于3个月, 15天内)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from notice_site.text.calendar_forms import MONTH
from notice_site.text.taken_spans import TakenSpans

_COUNT = r"(?:\d{1,3}|[一二两三四五六七八九十]+)"

# takes: 每周  每月  ‹每年›至少  每半年  每两个月  每学期  每3个工作日  ‹每年›的3月
# ‹每学年›的聘用合同; not: 每个单位  每人  每年的考核 (a word that qualifies another)  每年度  每季节  每周刊  每日新闻
# 每日包括安全在内
_EVERY = re.compile(
    rf"""
    每 (?: 半 | {_COUNT})?
    (?: 天 | 日 | 周 | 个?星期 | 个?月 | 旬 | 个?季度 | 季 (?!节) | 学期 | 学年 | 年 | 个工作日)
    (?! (?<! 学[年期]) 的 (?! [\d一二三四五六七八九十年]) | 度 | 级 | 刊 | 新闻 | 电讯 | 经济 | 包括)
    """,
    re.VERBOSE,
)
# How a recurring time goes on behind 每月, 每年, 每周.
# takes: 10日前  5日、20日前  12月底前  年底  末  的3月  ‹五›，  ‹一›上午
# 最后一个星期五  第二周  的第一个周一  第一个工作日
# not: 补助  五个部门  前
_POINT_IN_TURN = re.compile(
    rf"""
    的?
    (?: (?: {MONTH.pattern})
      | [年月]? [初底末终] (?: \d{{1,2}}[日号])?
      | (?: 第 [一二三四五\d] | 最后 一?) 个? (?: (?: 周 (?!年) | 星期) [一二三四五六日天]? | 工作日 | 月)
      | 第? [一二三四] 季度
      | [上中下]旬
      | \d{{1,2}}[日号]
      | [一二三四五六日] (?= [上下晚，,。、；;召组集])
    )
    (?: 、 \d{{1,2}}[日号])*
    (?: 以前 | 之前 | 前)?
    """,
    re.VERBOSE,
)
# Money, marks and growth per unit of time are rates, not duties.
# takes: 1000元  补助1,000.50元  300余元  3万元  递增  增加3  下降5%; not: 增加投入  3次  投入，元
_RATE = re.compile(
    r"""
      [^，,。；;]{0,8} \d [\d,.]* [多余]? [万亿]? (?: 元 | 美元 | % | ％)
    | 递增 | 递减 | 增长 | 增加\d
    """,
    re.VERBOSE,
)

# takes: 定期  定期或不定期; not: 规定期限  不定期  定期存款  定期或即时
_REGULARLY = re.compile(
    r"""
    (?<! [规法约限指特确既固不议否判])
    定期 (?: [和或与、]? 不定期)?
    (?! 限 | 间 | 内 | 满 | 刊 | 存 | 债 | 或)
    """,
    re.VERBOSE,
)

# takes: 按月  逐月  按季度  按旬; not: 按月平均  按季节  按月份
_BY = re.compile(
    r"""
    [按逐] (?: 月 | 季度? | 旬 | 学期)
    (?! 节 | 平均 | 均 | 度 | 份 | 报)
    """,
    re.VERBOSE,
)

# takes: 一年一次  一季度两次  一个月2次; not: 一届一次会议  一年十次
_TIMES = re.compile(r"一 (?: 天 | 日 | 周 | 月 | 个月 | 季度? | 年 | 学期 | 学年) [一二两三\d]次", re.VERBOSE)

# A side of any year or term: what is to be done at it is done at each.
# takes: 党员‹年初›围绕工作作出承诺  ，‹年终›考评  ‹学期末›，  ‹年（学年）终›采取  ‹年初›有计划
# not: 2014年初  今年初  年初以来  年终奖  年初的工作  纳入年终考核  做好年终总结  奖金、年终加薪
_SIDE_OF_TURN = re.compile(
    r"""
    (?<! [\d〇○一二三四五六七八九今去明本上每整全近])
    (?: 学年 | 学期 | 年) (?: [（(] (?: 学年 | 学期 | 年) [）)])? [初终末]
    (?! [的以之前后至到奖期] | 级)
    (?: (?<= [，,。；;][年期][初终末]) (?! 奖 | 加薪) | (?= [，,有由向对以围采制作公签组开报按根进确与结]))
    """,
    re.VERBOSE,
)
# A name that is put between quotation marks.
# takes: “每月重点工作清单、每周工作清单”; not: “每周学习，”  每月重点工作清单
_NAME = re.compile("“[^“”，,。；;]{0,80}”")

_UNIT = r"""
    (?: 个?工作日 | 日历天 | 天 | 日 | 周 (?! 岁 | 年) | 个?星期 | 个月 | 季度 | 个?学期 | 个?学年 | 年 | 个?小时)
"""
# A decimal stands after a word: 控制在2.5小时; in 1.3个工作日内 at the head of a line, 1. may be the number of an item.
_DECIMAL = r"\d{1,2} [.．] \d"
_LENGTH = rf"""
    (?: {_COUNT} (?: [-－—~～至到] {_COUNT})? [多余]? {_UNIT} 半?
      | (?<= [\u4e00-\u9fff]) {_DECIMAL} (?: [-－—~～至到] {_DECIMAL})? {_UNIT}
      | 半年
      | 半个月
    )
"""
_LIMIT = """
    (?: 不少于 | 不低于 | 不短于 | 不超过 | 不得超过 | 不能超过 | 不得少于 | 不得低于 | 不多于 | 不长于
      | 至少 | 至多 | 最多 | 最少 | 最长 | 最短 | 控制在 | 为期 | 为 | 达)
"""
_HEDGE = "(?: 一般 | 原则上 | 大体 | 累计 | 集中 | 均 | 各 | 应 | 应当 | 要)"
_TERM = """
    (?: 试用 | 公示 | 有效 | 任 | 聘 | 聘用 | 服务 | 整改 | 挂职 | 锻炼 | 处分 | 宽限 | 过渡 | 保存 | 保管 | 申报 | 报名
      | 考察 | 预告 | 培训 | 考核 | 工) 期
"""

# takes: 时间不少于3天  公示期七天  试用期一年  期限最长不超过240个月  时间为一周以上
# not: 近期一年  学期两次  时间3年前
_TIME_OF = re.compile(
    rf"""
    (?: 时间 | 时长 | 时限 | 期限 | 为期 | 周期 | {_TERM})
    (?: {_HEDGE} | {_LIMIT})*
    {_LENGTH}
    (?: 以上 | 以下 | 以内 | 左右)?
    (?! 前 | 后 | 龄)
    """,
    re.VERBOSE,
)
# takes: 8个月时间  两天时间  10天左右的时间  用‹2.5个月时间›; not: 近3年时间  第3天时间  1.3天时间
_LENGTH_TIME = re.compile(
    rf"""
    (?<! [近前去第\d]) (?<! \d [.．])
    {_LENGTH} (?: 左右)? 的? 时间
    """,
    re.VERBOSE,
)
# takes: 不少于5天  至少两周  不得超过半年; not: 超过5年仍未返回 (a condition)  至少3年前  不少于5年的
_AT_LEAST = re.compile(
    rf"""
    (?: 不得?少于 | 不得?低于 | 不得?超过 | 不能超过 | 至少 | 至多 | 最多 | 最长)
    {_LENGTH}
    (?! 龄 | 前 | 后 | 的)
    """,
    re.VERBOSE,
)
# A length that is a stretch itself: 3—12个月就业见习. takes: 3—12个月  2至3年  ‹5-7天›培训
# not: 3个月  近3至5年  3-5年以上  2014-2016年  1.3-5年
_FROM_TO_LENGTH = re.compile(
    rf"""
    (?<! [近前去第\d]) (?<! \d [.．])
    \d{{1,2}} [-－—~～至到] \d{{1,2}} {_UNIT}
    (?! 龄 | 前 | 后 | 以[上下] | 级 | 度)
    """,
    re.VERBOSE,
)
# takes: 15天内  ‹自收到申请之日起15个工作日内›办结  ‹在本意见印发之日起30日内›  五个工作日之内  半年以内
# 控制在‹2.5小时以内›  ‹2个小时内›  用时‹1.5个月内›
# not: 五年以内的人员  近三年内  2014年内  3年内部  1.3个工作日内
_WITHIN = re.compile(
    rf"""
    (?: [自从在] [^，,。；;自从在]{{2,12}} 之日起 | (?<! [近前去第\d一二三四五六七八九十〇○月年]) (?<! \d [.．]))
    {_LENGTH} (?: 之内 | 以内 | 内)
    (?! (?: [（(]含[）)])? 的 | 部 | 外 | 容 | 地)
    """,
    re.VERBOSE,
)

# Words that are a date as soon as one knows that of the document.
# takes: ‹自发布之日起›施行  ‹自本意见印发之日起›执行  ‹自下发之日开始›执行
# not: 自企业登记之日起签订  自发布之日起30日内
_SINCE_ISSUE = re.compile(
    r"""
    自 (?: 本[\u4e00-\u9fff]{1,4})?
    (?: 发布 | 印发 | 下发 | 公布 | 颁布 | 发文 | 签发) 之日
    (?: 起 | 开始)+
    (?= [\u4e00-\u9fff]{0,2} (?: 施行 | 执行 | 实施 | 生效))
    """,
    re.VERBOSE,
)


def recurring_in(text: str) -> Iterator[tuple[int, int]]:
    """Where the text says how often something is to be done.

    >>> text = "实行每周联络员会议，每月10日前报送，定期调度，按月通报"
    >>> [text[a:b] for a, b in recurring_in(text)]
    ['每周', '每月10日前', '定期', '按月']
    >>> list(recurring_in("按照每月1000元的标准，在规定期限内，制定“每月工作清单”，每个单位"))
    []
    """
    names = TakenSpans(len(text))
    for match in _NAME.finditer(text):
        names.take(*match.span())
    for match in _EVERY.finditer(text):
        if match.start() not in names and not _RATE.match(text, match.end()):
            turn = _POINT_IN_TURN.match(text, match.end())
            yield match.start(), turn.end() if turn else match.end()
    for pattern in (_REGULARLY, _BY, _TIMES, _SIDE_OF_TURN):
        for match in pattern.finditer(text):
            if match.start() not in names:
                yield match.span()


def durations_in(text: str) -> Iterator[tuple[int, int]]:
    """Where the text says how long something is to last or within how much time it is due.

    >>> text = "时间不少于3天，大体安排8个月时间，公示时间为七天，收到后15天内"
    >>> [text[a:b] for a, b in durations_in(text)]
    ['时间不少于3天', '8个月时间', '时间为七天', '15天内']
    >>> list(durations_in("距退休五年以内的人员，有期徒刑10个月，近三年内，2014年内，任期不超过两届"))
    []
    """
    taken = TakenSpans(len(text))
    matches = chain.from_iterable(
        pattern.finditer(text) for pattern in (_TIME_OF, _LENGTH_TIME, _WITHIN, _AT_LEAST, _FROM_TO_LENGTH)
    )
    yield from sorted(match.span() for match in matches if taken.take(*match.span()))


def since_issue_in(text: str) -> Iterator[tuple[int, int]]:
    """Where the text takes effect from its own issue.

    >>> text = "本意见自下发之日开始执行，自企业登记之日起签订"
    >>> [text[a:b] for a, b in since_issue_in(text)]
    ['自下发之日开始']
    """
    for match in _SINCE_ISSUE.finditer(text):
        yield match.span()
