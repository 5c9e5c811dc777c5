"""Holds the forms in which texts name a part of the calendar: 今年3月, 5月下旬, 2014年底, 10.2-10.8.

Each form is a regular expression whose named groups say what it names. `calendar_parts` reads them.
"""

from __future__ import annotations

import re

from notice_site.text.dates import NUMBER, YEAR

RELATIVE_YEARS = {"去年": -1, "上年": -1, "今年": 0, "本年": 0, "明年": 1, "来年": 1}
WITHIN_YEAR = "年内"  # with no word for the year: this one
WHOLE_YEAR = "全年"
FOLLOWING_YEARS = ("次年", "翌年")
"""The year after the one just named, not after that of the document."""
RELATIVE_MONTHS = {"上月": -1, "上个月": -1, "本月": 0, "下月": 1, "下个月": 1}
THIS_MONTH = "月"  # 月底前 without a word for the month: this one
TODAY = "即日"

TO = "[-－—―–~～至到、]"
"""Between the first and the last of several: 4至6月, 5-8日."""

_YEAR_WORD = "|".join([*RELATIVE_YEARS, *FOLLOWING_YEARS])
_YEAR = rf"""
    (?: (?P<year> (?<![\d一二三四五六七八九〇○]) {YEAR}) 年
      | (?P<year_word> {_YEAR_WORD})
    )
"""
_BEFORE_STOP = r"(?= [，,。；;、）)至到前后左以之] | $)"  # 月中， but not 月中国
_NOT_FIRST = "(?! 步 | 审 | 稿 | 选 | 试 | 中 | 级 | 期 | 始 | 次)"  # 2020年|初步建成
_XUN_WORD = r"(?P<xun> 上、?中 | 中、?下 | [上中下]) 旬"
_DAY = rf"""
    (?P<day> {NUMBER}) (?: {TO} (?P<day_to> {NUMBER}))? [日号]
    (?: [（(] (?: (?: 星期 | 周 | 礼拜) [一二三四五六日天] | 农历) [^（）()]{{0,8}} [）)]
      | 星期 [一二三四五六日天]
    )?
"""
_CLOCK = r"""
    (?: \d{1,2} [:：] \d\d
      | (?: \d{1,2} | [一二三四五六七八九十]{1,3}) [时点] (?: \d{1,2}分 | 半 | 整 | [一三]刻)?
    )
"""
TIME_OF_DAY = rf"""
    (?: 凌晨 | 清晨 | 早上 | 早晨 | 上午 | 中午 | 下午 | 傍晚 | 晚上 | 晚间 | 夜间 | 晚)?
    (?: (?: 北京时间)? {_CLOCK} (?: {TO} {_CLOCK})?
      | 下班
    )?
"""

# takes: 3月  今年3月份  2014年4―6月  四月二十三日上午  5月上中旬  4月底  11月5日（星期五）  本月中旬  14年3月
# 9月第二周  3月5日上午10时30分  9月29日中午12:00  9月29日下午五点半  9月29日8:00-11:30  ‹3月›份额  ‹4月›中国
# not: 3个月  近三月  十月革命  月均  3月刊  第3月  一月一主题  共2.3月  上一月
MONTH = re.compile(
    rf"""
    (?: {_YEAR} | (?P<short_year> (?<![\d.．]) \d\d) 年)?
    (?: (?P<month> (?: (?<![\d.．第前后近半数几个满零一二三四五六七八九十百])
                     | (?<= ^\d[.．]) | (?<= \s\d[.．]) | (?<= ^\d\d[.．])) {NUMBER})
        (?: {TO} (?P<month_to> {NUMBER}))? (?<! [上下每] 一) 月
      | (?P<month_word> {"|".join(RELATIVE_MONTHS)})
    )
    (?! 革命 | 度 | 均 | 薪 | 经 | 饼 | 租 | 刊 | 饷 | 一 (?! [日号至到] | {NUMBER} [日号]))
    (?: 份 (?! 额 | 量))?
    (?: {_XUN_WORD}
      | (?P<side> 初 {_NOT_FIRST} | [底末] | 中{_BEFORE_STOP})
      | {_DAY} {TIME_OF_DAY}
      | 的? (?: 第 [一二三四五] | 最后 一?) 个? (?: 周 (?!年) | 星期) [一二三四五六日天]?
    )?
    """,
    re.VERBOSE,
)

# takes: ‹月底›前  到‹月底›  于‹月底›前; not: 本月底前  每月底前  个月底  3月底前
MONTH_SIDE = re.compile(
    rf"""
    (?<! [\d一二三四五六七八九十本上下每当各个季]) (?P<month_word> {THIS_MONTH}) (?P<side> [底末])
    (?: (?= 以前 | 之前 | 前) | (?<= [到至]月[底末]))
    """,
    re.VERBOSE,
)

# takes: 2014年上半年  今年第三季度  二季度  第1季度  三季度末  第二、三季度; not: 四个季度  第五季度  前三季度
SEASON = re.compile(
    rf"""
    {_YEAR}?
    (?: (?P<half> [上下]) 半年
      | (?<!前) 第? (?P<quarter> [一二三四1-4]) (?: {TO} 第? (?P<quarter_to> [一二三四1-4]))? 季度
    )
    (?P<season_side> [底末])?
    """,
    re.VERBOSE,
)

# takes: 2014年底  2020年年底  今年年初  2014年终  ‹年底›前  到‹年底›  ‹2014年中›前  在‹年底›完成
# not: 每位党员年初 (of any year)  年中国  年终奖  2014年终奖  2020年初步建成
YEAR_SIDE = re.compile(
    rf"""
    (?: {_YEAR} 年?
      | 年 (?= [底末终] (?: 以前 | 之前 | 前 | 完成 | 建成 | 实现))
      | (?<= [到至]) 年 (?= [底末终])
    )
    (?P<year_side> 初 {_NOT_FIRST} | [底末] | (?<=年) 终 | 中{_BEFORE_STOP})
    (?! 期 | 始 | 级 | 次 | 点 | 奖)
    """,
    re.VERBOSE,
)

# takes: 2014.03.09  2014-3-9  2014/3/9  2014．3．9
# not: 2014.3  2014.3/9  2014.012.9  2014.3.009  12014.3.9  2014.3.9.1  2014-3-9-12  a2014.3.9 (part of an address)
POINTS = re.compile(
    r"""
    (?<! [0-9A-Za-z./\-])
    (?P<year> (?:19|20)\d\d) ([.\-/．]) (?P<month> \d{1,2}) \2 (?P<day> \d{1,2})
    (?! [0-9A-Za-z/]
      | [.．]\d
      | -\d{1,2} (?!\d)
    )
    """,
    re.VERBOSE,
)

_POINT_DAY = r"(?: 0?[1-9] | 1[0-2]) [.．] (?: 3[01] | [12]\d | 0?[1-9])"
_UNIT = r"\s* (?: [\d.．%％‰] | [万亿千百元倍个节章条款项米公吨度岁分级版次人号页年秒℃])"

# The days of a stretch with a point between month and day.
# takes: 10.2-10.8  9.25—10.8  2014.10.2－10.8; not: 10.2-10.8亿元  10.2-10.8%  第3.1-3.5节  10.32-10.8  1.10.2-10.8
POINT_DAYS = re.compile(
    rf"""
    (?<! [\d.．第\-/A-Za-z])
    (?: (?P<year> (?:19|20)\d\d) [.．])?
    (?P<point> {_POINT_DAY})
    [-－—―–~～至]{{1,2}}
    (?P<point_to> {_POINT_DAY})
    (?! {_UNIT})
    """,
    re.VERBOSE,
)
# The months of a stretch with a point between year and month.
# takes: 2014.3-2014.9  2014.10—2015.03; not: 2014.3  2014.3-9  2014.13-2015.2.1
POINT_MONTHS = re.compile(
    r"""
    (?<! [0-9A-Za-z./\-])
    (?P<point> (?:19|20)\d\d [.．] (?: 0?[1-9] | 1[0-2]))
    [-－—―–~～至]{1,2}
    (?P<point_to> (?:19|20)\d\d [.．] (?: 1[0-2] | 0?[1-9]))
    (?! [\d.．])
    """,
    re.VERBOSE,
)
# The years of a stretch of which only the last has its 年.
# takes: 2014—2020年  2018－2020年; not: 2014年  2014—20年  2014—2020年度
YEARS = re.compile(
    r"""
    (?<! [\d.．/A-Za-z])
    (?P<point> (?:19|20)\d\d) [-－—―–~～至]{1,2} (?P<point_to> (?:19|20)\d\d) 年 (?!度)
    """,
    re.VERBOSE,
)

# The day of the document itself. takes: ‹即日›起; not: 即日  当日起
TODAY_FORM = re.compile(rf"(?P<month_word>{TODAY})(?=起)")

# takes: ‹年内›完成  ，‹年内›完成  力争‹年内›完成; not: 三年内  学年内
WITHIN_YEAR_FORM = re.compile(
    rf"""
    (?: ^ | (?<= [，,。；;：:、在于保争要应须]))
    (?P<year_word> {WITHIN_YEAR})
    """,
    re.VERBOSE,
)

# A cell or clause of its own. takes: 全年  ，‹全年›；; not: 全年集中学习12次  贯穿全年
WHOLE_YEAR_FORM = re.compile(
    rf"""
    (?: ^ | (?<= [，,。；;：:、\t\n]))
    (?P<year_word> {WHOLE_YEAR})
    (?= [，,。；;、\t\n] | $)
    """,
    re.VERBOSE,
)

# takes: 2014年  今年  ‹2014年›3月; not: 2014年度  1980年223号  2014年第3期  今年度  2014年第十二届  2014年版
YEAR_FORM = re.compile(
    rf"""
    {_YEAR}
    (?! 度 | 级 | 版
      | 第? \d+ [号期届]
      | 第 [一二三四五六七八九十]+ [期届]
    )
    """,
    re.VERBOSE,
)

PLANS = {"七五": 1986, "八五": 1991, "九五": 1996, "十五": 2001} | {
    f"十{number}五": 2006 + 5 * place for place, number in enumerate("一二三四五")
}
"""The first year of each plan of five years; 十五 is one only between quotation marks."""

_PLAN = rf"(?: [“\"] (?P<plan> {'|'.join(PLANS)}) [”\"] | (?P<bare_plan> [八九]五 | 十[一二三四五]五))"

# The last year of a plan. takes: “十二五”末  ‹十三五末›  “十五”期末; not: 十五末  “十二五”规划  “十二五”期间
PLAN_END = re.compile(rf"{_PLAN} 期? (?P<plan_end> [末底])", re.VERBOSE)
# All years of a plan. takes: “十二五”期间  “十五”时期  十三五期间; not: “十二五”末  十五期间  “十二五”规划
PLAN_YEARS = re.compile(rf"{_PLAN} (?: 期间 | 时期 | 期内)", re.VERBOSE)

FORMS = (
    PLAN_END, POINTS, MONTH, MONTH_SIDE, SEASON, YEAR_SIDE, TODAY_FORM, WITHIN_YEAR_FORM, WHOLE_YEAR_FORM, YEAR_FORM,
)  # fmt: skip
"""The forms of one part, those that take precedence first."""

STRETCHES = (POINT_DAYS, POINT_MONTHS, YEARS, PLAN_YEARS)
"""The forms of a beginning and an end."""

# What may follow 至. takes: 18日  18号上午  5-8日  二十三日（周五）晚7点半; not: 18天  日
DAY = re.compile(_DAY + TIME_OF_DAY, re.VERBOSE)
# The same. takes: 中旬  上中旬  中、下旬; not: 旬  上、下半月
XUN = re.compile(_XUN_WORD, re.VERBOSE)
