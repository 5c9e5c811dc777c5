"""Dates as they stand beside a document's text, and times where only that one stands there counts.

Written in the words of `time_words`; above each rule stand texts that it takes and texts that it does not take.
"""

from __future__ import annotations

from notice_site.text.time_words import form

# takes: 2014年4月2日  2014 年4 月2 日  二○一○年十二月十三日  二〇一六年三月廿九日  2011年2月; not: 4月2日  2014年底
DATE = form(r"(?P<y> four_digits) \s* 年 \s* (?P<m> number) \s* 月 (?: \s* (?P<d> number) \s* [日号])?")
# takes: 2011.2.  2014-03-09  2014/3/9  2014.03.09; not: 1.2.3  1814.3.9  2014年3月
POINT_DATE = form(r"(?P<y> western_year) \s* [.\-/．] \s* (?P<m> \d{1,2}) \s* (?: [.\-/．] \s* (?P<d> \d{1,2})?)?")
# takes: 2021年  二〇一四年  ‹2014年›度; not: 2021号  12021年  〔2021〕
STATED_YEAR = form(r"(?<! [\d一二三四五六七八九〇○]) (?P<year> four_digits) \s? 年")
# Only the last year of a stretch has its 年. takes: 2020～2021年  2014—2020年; not: 2014年—2020年  20～2021年
STRETCH_OF_YEARS = form(r"(?<! \d) (?P<from> western_year) dash (?P<to> western_year) 年")
# takes: 9月26日  九月二十六日  9 月 26 号; not: 9月  26日  9月底
DAY_OF_YEAR = form(r"(?P<m> number) \s* 月 \s* (?P<d> number) \s* [日号]")
# With or without its year and its day, wherever it stands.
# takes: 2014年04月03号  二〇一四年四月  四月三十日  12月; not: 4年  112月  2014.4.3
DAY_OR_MONTH = form(r"(?: (?P<y> four_digits) 年)? (?<! \d) (?P<m> number) 月 (?: (?P<d> number) [日号])?")
# As the pages around a document have it, without blanks.
# takes: 2014-03-10  2014年3月10日15:28  2014/3/10; not: 每周一  3月15日前
PAGE_DAY = form(r"western_year [-/.年] \d{1,2} [-/.月] \d{1,2} 日? seconds?")
# As programs write it. takes: 2014-03-11  2014/3/1115:28; not: 2014年3月11日  2014.3.11
CLERICAL_DAY = form(r"western_year [-/] \d{1,2} [-/] \d{1,2} seconds?")
# As browsers print it, in any country.
# takes: 11/30/26 2:39 AM  2015/12/1  2026/11/30 02:39  2015/12/1 上午10:20  30.11.2026 14:05  2015年12月1日
# not: 1/3  2015/12-1  11月30日
BROWSER_DAY = form(r"""(?: \d{4} (?P<sign> [/.-]) \d{1,2} (?P=sign) \d{1,2}
      | \d{1,2} (?P<mark> [/.-]) \d{1,2} (?P=mark) \d{2} (?: \d{2})? | \d{4}年 \d{1,2}月 \d{1,2}日)
    (?: ,? \s* (?: [上下]午 | 中午 | 晚上 | 凌晨)? \s* seconds (?: \s* [AP]M)?)?""")
# In front of a name. takes: ‹3月17日至18日，›  ‹3月9日›; not: 3月9日上午  3月
DAYS_IN_FRONT = form(r"(?P<days> plain_day (?: [至—-] (?: \d{1,2} 月)? \d{1,2} 日)?) [，,]? $")
# What a report opens with. takes: ‹近日，›甲县  ‹日前，›  ‹4月23日下›午  ‹今天上›午; not: 近日内  4月23日前
NEWS_DAY = form(r"(?: 近日 | 日前 | 昨日 | 今日 | 今天 | plain_day) [，,上下晚\s]")
# A word of time, whether or not it says when.
# takes: 从2014年上半年  3月5日前  月底  15个工作日内  每学期  10月起  3月至9月底  今年; not: 月度  年级  周期
ANY_TIME = form(r"""[从自于到至在]?
    (?: (?: \d{4} | [今明当]) 年 (?: 上半年 | 下半年 | 第?[一二三四]季度)? | plain_month | [年月季] [底末初]
      | \d{1,9} (?: 个工作日 | 日 | 天 | 个月 | 年 | 小时) | 每 (?: 半年 | 学?[年期] | 学期 | 个?月 | 周 | 天 | 季度))
    (?: [至到-] plain_month)? (?: 之?前 | 以前 | 以?后 | 之后 | 起 | 之?内 | 以内 | 期间 | 左右 | 开始)?""")
