"""Reads the numbers that the words of a duty demand (至少学习5次以上, 时间不少于3天)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from notice_site.model import Quantity
from notice_site.text.numerals import HAN_NUMERAL, han_to_int

AT_LEAST, AT_MOST, EXACTLY, ABOUT, MORE_THAN = "≥", "≤", "=", "≈", ">"

_NUMBER = rf"(?: \d{{1,3}} (?:,\d{{3}})+ | \d+ (?:\.\d+)? (?: 万 (?![字元千]) )? | {HAN_NUMERAL}{{1,4}} | 几 | 若干)"
_UNIT = r"""
    (?: 人次 | 次 | 个 (?: 工作日 | 月 | 小时 | 学时 | 课时 | 百分点)?
      | 天 | 周岁 | 岁 | 周 (?![期边年密]) | 年 (?! 级 | 度 | 轻 | 龄 | 会) | 小时 | 学时 | 课时 | 学分 | 分钟
      | 分 (?! [钟之别类组工管析解子批期步段册数]) | 座 | 所 (?! [有在需属谓]) | 台 | 辆 | 套 | 棵 | 株 | 间 (?! [隔接])
      | 篇 | 份 | 名 | 人 (?! 均 | 员 | 民 | 才 | 次)
      | 项 | 条 | 件 | 家 | 户 | 场 | 期 | 堂 | 节 | 遍 | 轮 | 批次 | 本 | 部 (?! [分门委署]) | 册 | 张 | 幅
      | 万?字 (?! 号 | 样) | 元 | 万元 | 亿元 | [亿万]?千瓦 | 厘米 | 毫米 | 公里 | 平方米 | 亩 | 公顷 | 吨 | 页 | 题
      | 门 (?! 类 | 户 | 诊) | [MGK]B
      | 日 (?= 内 | 之内 | 以[内上]) | % | ％
    )
"""

# Words before the number that say how it is meant, and words behind it.
_BEFORE = {
    AT_LEAST: r"至少 | 不少于 | 不低于 | 不得少于 | 不得低于 | 最少 | 起码 | 不小于 | (?<![传下]) 达到",
    AT_MOST: r"不超过 | 不得超过 | 不能超过 | 不要超过 | 不应超过 | 不多于 | 不得多于 | 最多 | 至多"
    r" | 不高于 | 不得高于 | 控制在 | 限 (?: 报 | 申报 | 推荐)"
    r" | [只仅] (?:能|可|可以)? (?: 享受 | 申请 | 申报 | 领取 | 推荐 | 报 | 限 | 开设 | 设立?)",
    ABOUT: r"大体 (?:安排)? | 大约 | 约 (?![谈束]) | 大致",
    MORE_THAN: r"(?<![不得能要应]) 超过 | (?<!不) 突破",
}
_AFTER = {
    AT_LEAST: r"[及或]? 以上",
    AT_MOST: r"[之以]? 内 (?! [容部外]) | [及或]? 以下",
    ABOUT: r"左右 | 上下 | 前后",
}

# How often. takes: 每周  每两个月  每3个月  每季度  每个学期  每半年  每一年; not: 每周一  每个单位  每学年的  每次
_OFTEN = re.compile(
    r"""
    每 [个一]?
    (?P<each>
      (?: 半 | (?: \d{1,2} | [一二两三四五六]) 个?)?
      (?: 年 | 学年 | 学期 | 季度 | 月 | 周 (?![一二三四五六日末]) | 星期 (?![一二三四五六日]) | 天 | 日)
    )
    (?!的)
    """,
    re.VERBOSE,
)

# A verb that asks for so many: a number without a comparing word is demanded only behind one.
# takes: 开展  撰写  上报了  选派好  期限为  必须是  时间一般为  一式  新建; not: 受到  开展活动  传达  是
_ASKED = re.compile(
    r"""
    (?: 召开 | 开展 | 进行 | 组织 | 举行 | 举办 | 撰写 | 写出? | 上报? | 看 | 讲 | 办 | 听 | 交流 | 学习 | 选择 | 选派
      | 选取 | 建立 | 确定 | 联系 | 帮扶 | 走访 | 剖析 | 核查 | 抽查 | 检查 | 抓 | 解决 | 列出 | 提出 | 查找 | 征求
      | 推荐 | 评选 | 设立 | 安排 | 筛选 | 公示 | 观看 | 参加 | 培育 | 打造 | 签订 | 提交 | 完成
      | 任选 | 选 | 返还 | 给予 | 按 | (?: 必须 | 只能 | 应当? | 须) [是为有] | 一式 | 派 | 立项 | 推出 | 引进 | 新增
      | 培训 | 拆除 | 罚款 | 扣 | [新合改扩]建 | (?: 时间 | 期限 | 周期 | 试用期 | 有效期) (?: 一般 | 原则上)? [为是]?
    )
    好? (?: 了 | 各 | 再 | 集中 | 出 | 以下 | 下列)? $
    """,
    re.VERBOSE,
)

# So many for each: 每组|3-5人, 每校慰问困难教师|2至3名. takes: 每组  每校慰问困难教师  每个班; not: 每年开展  每次
_EACH = re.compile("每 个? (?! [年月周天日季学半次]) [\u4e00-\u9fff]{1,10} $", re.VERBOSE)
# So many people who are put in charge: 设副召集人|2人. takes: 设副召集人  配备专职人员; not: 设立  建设办公室
_PUT = re.compile("(?: (?<! 建) 设 | 配备) [\u4e00-\u9fff]{2,8} $", re.VERBOSE)
_PEOPLE = frozenset("人名")
# Behind a length or a number that is no amount of what is to be done: 24小时|值班, 三年内|不得申报.
# takes: 值班  值守  ，一般不得  不再; not: 完成  召开
_NO_AMOUNT = re.compile(
    "(?: 值班 | 值守 | 在岗 | 带班 | 不间断 | [，,]? (?: 一般 | 原则上)? (?: 不得 | 不予 | 不再))", re.VERBOSE
)
# What is forbidden: 不得同时在|两个以上机构执业 does not ask for two. takes: 不得同时在  不能由; not: 不得少于
_FORBIDDEN = re.compile(
    "(?: 不得 | 不能 | 不可 | 禁止) (?! 少于 | 低于 | 超过 | 多于 | 高于) [^，,。；;]* $", re.VERBOSE
)

# What a share is paid of. takes: 返还其上年度缴纳保险费的; not: 机械化率的  返还保险费
_SHARE = re.compile("(?:返还|补贴|补助|奖励)[^，。；]*的$")

# Behind a number that is a measure to be kept. takes: 的标准  的比例; not: 的文件  标准
_KEPT = re.compile("的 (?: 标准 | 比例 | 额度 | 幅度)", re.VERBOSE)
# Between two amounts for which one word holds: 分别达到65%|和|55%. takes: 和  、; not: ，  的
_LIKEWISE = re.compile("[和与及、]")

# What is counted because the notice lists it, not because so many are wanted.
# takes: 环节  普遍性问题  方面; not: 心得体会  县
_LISTED = re.compile(
    r"""
    [^，。；、]{0,4}
    (?: 环节 | 方面 | 重点 | 结合 | 原则 | 关系 | 阶段 | 步骤 | 台阶 | 层面 | 关键 | 问题 | 专项 | 意识 | 作用 | 到位
      | 确保 | 高潮)
    """,
    re.VERBOSE,
)

# takes: 至少5次  超过10亿元  5次以上  3至5篇  不超过30人  大体安排8个月  1500字左右  几个  95%  2.5小时
# not: 第一次  2014年  三年级  两人均  每周边  5号  3日
_AMOUNT = re.compile(
    rf"""
    (?: (?: (?P<least> {_BEFORE[AT_LEAST]}) | (?P<most> {_BEFORE[AT_MOST]}) | (?P<more> {_BEFORE[MORE_THAN]}) )
        (?: [^，。；：\d]{{2,12}} 的 (?= [\d.]+ [%％]) )?  # 不高于承担责任的0.5%
    )?
    (?P<about> {_BEFORE[ABOUT]})?
    (?<! [\d.第零〇一二三四五六七八九十百千])
    (?: (?P<from> {_NUMBER}) (?: 个?[年月天周日人次名元] | 个)? (?: 至 | 到 | - | — | ~ | ～))?
    (?! (?:19|20)\d\d年)  # a date, not a duration
    (?P<number> {_NUMBER})
    (?P<unit> {_UNIT})
    (?P<half> (?<=[天年月周时]) 半 (?!年))?
    (?: (?P<least_after> {_AFTER[AT_LEAST]}) | (?P<most_after> {_AFTER[AT_MOST]}) | (?P<about_after> {_AFTER[ABOUT]}))?
    """,
    re.VERBOSE,
)

# takes: XXX元  若干元; not: 10元
_SUM_LEFT_OUT = re.compile("[X×*]{2,} 元 | 若干元", re.VERBOSE)

# takes: “八个专项整治”  《十项规定》  （3次）  (3次)  ‘两个责任’; not: 八个专项整治  “没有结尾
_HIDDEN = re.compile(
    r"“[^“”]*” | 《[^《》]*》 | （(?!不超过|至少|不少于|不低于)[^（）]*） | \([^()]*\) | ‘[^‘’]*’", re.VERBOSE
)
# takes: 预算1,000元  要学习; not: ，  ；。
_CLAUSE = re.compile(r"(?:[^，,；;。：:]|(?<=\d),(?=\d{3}))+")
_AS_WELL = re.compile(r"[^、]+")

# What says how much of that which the clause before it asks.
# takes: ‹时间不›少于3天  ‹人数为›10名  ‹比例一般不›低于  ‹总数控›制在; not: 时间安排  人均
_BARE_MEASURE = re.compile(
    r"""
    (?: 时间 | 时长 | 期限 | 人数 | 次数 | 比例 | 数量 | 总数)
    (?: 一般 | 原则上)?
    (?: 不 | 为 | 是 | 达 | 控 | 至少 | 最)
    """,
    re.VERBOSE,
)
# The word holds for the numbers behind it. takes: ‹至少›剖析一个县  ‹不少于›一次; not: 至少3次  传达到
_STILL_LEAST = re.compile(rf"(?:{_BEFORE[AT_LEAST]}) (?!\d)", re.VERBOSE)


@lru_cache(8_192)  # documents take over paragraphs from each other
def quantities(text: str) -> tuple[Quantity, ...]:
    """The amounts that a duty demands, in order; numbers that only describe are none.

    >>> [(q.number, q.unit, q.comparator) for q in quantities("至少学习5次以上，蹲点调研时间不少于3天")]
    [(5, '次', '≥'), (3, '天', '≥')]
    >>> [(q.number, q.unit, q.comparator) for q in quantities("至少开展1次讨论、上1次党课，建立每周联络员会议制度")]
    [(1, '次', '≥'), (1, '次', '≥'), (1, '次/周', '=')]
    >>> [(q.number, q.comparator) for q in quantities("筛选10个左右单位，抓几个反面典型，召开一次会议")]
    [(10, '≈'), (None, '几个'), (1, '=')]
    >>> quantities("执行期限为2019年1月1日至2023年12月31日")
    ()
    >>> quantities("对照方案提出的10个普遍性问题，聚焦“八个专项整治”，抓好四个环节，来一次大扫除")
    ()
    >>> quantities("取得3次以上的，予以表彰")
    ()
    """
    shown = _HIDDEN.sub(lambda quoted: "◇" * len(quoted[0]), text)
    found: list[Quantity] = []
    before = 0  # where the clause before this one begins
    for clause in _CLAUSE.finditer(shown):
        amounts = list(_in_clause(text, shown, clause.span()))
        if len(amounts) == 1:
            start = before if _BARE_MEASURE.match(shown, clause.start()) else clause.start()
            amounts = [replace(amounts[0], wording=text[start : clause.end()].strip())]
        found += amounts
        before = clause.start()
    return tuple(found)


def amount_words(wording: str) -> str:
    """The first number of a clause with its unit, as worded; "" where the words give no number.

    >>> [amount_words(text) for text in ("时间不少于3天", "至少开展1次集中学习", "一般不少于3个月", "选10-15人")]
    ['3天', '1次', '3个月', '10-15人']
    >>> amount_words("抓几个典型"), amount_words("深入学习")
    ('', '')
    """
    match = _AMOUNT.search(wording)
    if not match or _value(match["number"]) is None:
        return ""
    return wording[match.start("from" if match["from"] else "number") : match.end("half" if match["half"] else "unit")]


def _in_clause(text: str, shown: str, clause: tuple[int, int]) -> Iterator[Quantity]:
    if shown[: clause[1]].endswith("的"):  # a condition: 取得3次以上的，…
        return
    least = False
    for part in _AS_WELL.finditer(shown, *clause):
        least = least or bool(_STILL_LEAST.search(part[0]))
        wording = text[part.start() : part.end()]
        often = _OFTEN.search(part[0])
        found = False
        before: tuple[int, str] | None = None  # where the last amount ends, and how it compares
        for match in _AMOUNT.finditer(shown, part.start(), part.end()):
            same = before[1] if before and _LIKEWISE.fullmatch(shown, before[0], match.start()) else None
            comparator = _comparator(match) or same
            before = (match.end(), comparator) if comparator else None
            if often and match.start() < part.start() + often.end() and part.start() + often.start() < match.end():
                continue  # the 两个月 of 每两个月
            for number, compared in _demanded(shown, match, comparator, part.start(), least, bool(often)):
                found = True
                yield Quantity(number, _unit(match["unit"], often), compared, wording)
        if often and not found and not _SUM_LEFT_OUT.search(part[0]):
            yield Quantity(1, _unit("次", often), EXACTLY, wording)


def _unit(unit: str, often: re.Match[str] | None) -> str:
    return f"{unit}/{often['each']}" if often else unit


def _demanded(
    shown: str, match: re.Match[str], comparator: str | None, start: int, least: bool, often: bool
) -> Iterator[tuple[float | None, str]]:
    """The number and how it compares; nothing where the number is not demanded."""
    if _NO_AMOUNT.match(shown, match.end()):
        return
    if comparator == AT_LEAST and match["least_after"] and _FORBIDDEN.search(shown, start, match.start()):
        return
    if comparator is None:
        asked = any(rule.search(shown, start, match.start()) for rule in (_ASKED, _SHARE, _EACH))
        asked = asked or (match["unit"] in _PEOPLE and bool(_PUT.search(shown, start, match.start())))
        kept = _KEPT.match(shown, match.end())
        if not (often or least or asked or kept):
            return
        if not least and _LISTED.match(shown, match.end()):
            return
        comparator = AT_LEAST if least else EXACTLY
    number = _value(match["number"])
    if number is not None and match["half"]:
        number += 0.5
    if number is None:
        yield None, match["number"] + match["unit"][0]
    elif match["from"] and (lower := _value(match["from"])) is not None:
        yield lower, AT_LEAST
        yield number, AT_MOST
    else:
        yield number, comparator


def _comparator(match: re.Match[str]) -> str | None:
    if match["about_after"]:  # 达到50%左右
        return ABOUT
    if match["least"] or match["least_after"]:
        return AT_LEAST
    if match["most"] or match["most_after"]:
        return AT_MOST
    if match["more"]:
        return MORE_THAN
    return ABOUT if match["about"] else None


def _value(text: str) -> float | None:
    """The number: 1,000 and 1000, 2.5, 3万, 十二."""
    digits = text.removesuffix("万").replace(",", "")
    number = float(digits) if "." in digits else han_to_int(digits)
    return (
        number * 10_000 if number is not None and text != digits and text[-1] == "万" and text[0].isdigit() else number
    )
