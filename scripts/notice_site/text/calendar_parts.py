"""Finds the parts of the calendar that a text names (今年3月, 5月下旬, 2014年底), and their first and last day."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from notice_site.text.dates import NUMBER, YEAR
from notice_site.text.numerals import han_to_int

GRAINS = ("day", "xun", "month", "year")
"""How finely a wording names time, the finest first."""

_RELATIVE_YEARS = {"去年": -1, "上年": -1, "今年": 0, "本年": 0, "明年": 1, "来年": 1}
_WITHIN_YEAR = "年内"  # with no word for the year: this one
FOLLOWING_YEARS = ("次年", "翌年")
"""The year after the one just named, not after that of the document."""
_RELATIVE_MONTHS = {"上月": -1, "上个月": -1, "本月": 0, "下月": 1, "下个月": 1}

_LAST_DAY = 31  # stands for the last day of any month
_XUN = {"上": (1, 10), "中": (11, 20), "下": (21, _LAST_DAY), "上中": (1, 20), "中下": (11, _LAST_DAY)}
# Dictionaries give 月初 月底 as the first and last days of a month, no more: a third of it is what they lie in.
_SIDES_OF_MONTH = {"初": (1, 10), "中": (11, 20), "底": (21, _LAST_DAY), "末": (21, _LAST_DAY)}
_SIDES_OF_YEAR = {"初": (1, 1), "中": (6, 7), "底": (12, 12), "末": (12, 12), "终": (12, 12)}
_CLOSING = frozenset("底末终")
_QUARTERS = {name: (3 * k + 1, 3 * k + 3) for k in range(4) for name in ("一二三四"[k], str(k + 1))}
_HALVES = {"上": (1, 6), "下": (7, 12)}

_YEAR_WORD = "|".join([*_RELATIVE_YEARS, *FOLLOWING_YEARS])
_YEAR = rf"""
    (?: (?P<year> (?<![\d一二三四五六七八九〇○]) {YEAR}) 年
      | (?P<year_word> {_YEAR_WORD})
    )
"""
_TO = "[-－—―–~～至到、]"
_BEFORE_STOP = r"(?= [，,。；;、）)至到前后左以之] | $)"  # 月中， but not 月中国
_XUN_WORD = r"(?P<xun> 上、?中 | 中、?下 | [上中下]) 旬"
_DAY = rf"""
    (?P<day> {NUMBER}) (?: {_TO} (?P<day_to> {NUMBER}))? [日号]
    (?: [（(] (?: 星期 | 周 | 礼拜) [一二三四五六日天] [）)])?
"""
_TIME_OF_DAY = r"""
    (?: 凌晨 | 清晨 | 早上 | 早晨 | 上午 | 中午 | 下午 | 傍晚 | 晚上 | 晚间 | 夜间 | 晚)?
    (?: (?: 北京时间)? \d{1,2}
        (?: [:：]\d\d
          | [时点] (?: \d{1,2}分 | 半 | 整)?
        )
    )?
"""

# takes: 3月  今年3月份  2014年4―6月  四月二十三日上午  5月上中旬  4月底  11月5日（星期五）  本月中旬
# 3月5日上午10时30分  ‹3月›份额  ‹4月›中国; not: 3个月  近三月  十月革命  月均  3月刊  第3月
MONTH_PART = re.compile(
    rf"""
    {_YEAR}?
    (?: (?P<month> (?<![\d.．第前后近半数几个满零一二三四五六七八九十百]) {NUMBER})
        (?: {_TO} (?P<month_to> {NUMBER}))? 月
      | (?P<month_word> {"|".join(_RELATIVE_MONTHS)})
    )
    (?! 革命 | 度 | 均 | 薪 | 经 | 饼 | 租 | 刊 | 饷)
    (?: 份 (?! 额 | 量))?
    (?: {_XUN_WORD}
      | (?P<side> [初底末] | 中{_BEFORE_STOP})
      | {_DAY} {_TIME_OF_DAY}
    )?
    """,
    re.VERBOSE,
)

# takes: 2014年上半年  今年第三季度  二季度  第1季度; not: 四个季度  第五季度
SEASON_PART = re.compile(
    rf"""
    {_YEAR}?
    (?: (?P<half> [上下]) 半年
      | 第? (?P<quarter> [一二三四1-4]) 季度
    )
    """,
    re.VERBOSE,
)

# takes: 2014年底  2020年年底  今年年初  2014年终  ‹年底›前  到‹年底›  ‹2014年中›前
# not: 每位党员年初 (of any year)  年中国  年终奖  2014年终奖
YEAR_SIDE_PART = re.compile(
    rf"""
    (?: {_YEAR} 年?
      | 年 (?= [底末终] (?: 以前 | 之前 | 前))
      | (?<= [到至]) 年 (?= [底末终])
    )
    (?P<year_side> [初底末] | (?<=年) 终 | 中{_BEFORE_STOP})
    (?! 期 | 始 | 级 | 次 | 点 | 奖)
    """,
    re.VERBOSE,
)

# takes: 2014.03.09  2014-3-9  2014/3/9  2014．3．9
# not: 2014.3  2014.3/9  2014.012.9  2014.3.009  12014.3.9  2014.3.9.1  2014-3-9-12  a2014.3.9 (part of an address)
POINT_PART = re.compile(
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

# The day of the document itself. takes: ‹即日›起; not: 即日  当日起
TODAY_PART = re.compile(r"(?P<month_word>即日)(?=起)")

# takes: ‹年内›完成  ，‹年内›完成  力争‹年内›完成; not: 三年内  学年内
WITHIN_YEAR_PART = re.compile(
    rf"""
    (?: ^ | (?<= [，,。；;：:、在于保争要应须]))
    (?P<year_word> {_WITHIN_YEAR})
    """,
    re.VERBOSE,
)

# takes: 2014年  今年  ‹2014年›3月; not: 2014年度  1980年223号  2014年第3期  今年度  2014年第十二届  2014年版
YEAR_PART = re.compile(
    rf"""
    {_YEAR}
    (?! 度 | 级 | 版
      | 第? \d+ [号期届]
      | 第 [一二三四五六七八九十]+ [期届]
    )
    """,
    re.VERBOSE,
)

# What may follow 至. takes: 18日  18号上午  5-8日  二十三日（周五）晚7点半; not: 18天  日
DAY_PART = re.compile(_DAY + _TIME_OF_DAY, re.VERBOSE)
# The same. takes: 中旬  上中旬  中、下旬; not: 旬  上、下半月
XUN_PART = re.compile(_XUN_WORD, re.VERBOSE)


@dataclass(frozen=True, slots=True)
class CalendarPart:
    """A stretch of the calendar; what the wording leaves open is None.

    `months` and `days` are the first and the last one; day 31 stands for the last day of any month.
    `closing` says that only the end of the stretch is named (月底, 年底).
    """

    grain: str
    year: int | None = None
    year_word: str | None = None
    months: tuple[int, int] | None = None
    month_word: str | None = None
    days: tuple[int, int] | None = None
    closing: bool = False

    @property
    def bare_year(self) -> bool:
        """Whether nothing but a year is named."""
        return self.grain == "year"

    def bounds(self, year: int) -> tuple[str, str] | None:
        """The ends of the stretch in that year, each as finely as worded; None where there is no such day.

        >>> CalendarPart("xun", months=(4, 4), days=(21, 31)).bounds(2014)
        ('2014-04-21', '2014-04-30')
        >>> CalendarPart("month", months=(1, 3)).bounds(2014)
        ('2014-01', '2014-03')
        >>> CalendarPart("day", months=(2, 2), days=(29, 29)).bounds(2014) is None
        True
        """
        if self.grain == "year":
            return f"{year:04}", f"{year:04}"
        if self.months is None:
            return None
        first, last = self.months
        if self.days is None:
            return f"{year:04}-{first:02}", f"{year:04}-{last:02}"
        length = calendar.monthrange(year, last)[1]
        start, end = self.days
        if self.grain == "day" and end > length:
            return None
        return f"{year:04}-{first:02}-{start:02}", f"{year:04}-{last:02}-{min(end, length):02}"

    def anchored(self, day: str | None) -> CalendarPart:
        """The part with 今年, 本月 and 即日 replaced as that day (ISO) sees them; unchanged without such words."""
        year, month, date = _numbers(day)
        part = self
        if self.year_word and self.year_word not in FOLLOWING_YEARS and year:
            part = replace(part, year=year + _RELATIVE_YEARS.get(self.year_word, 0))
        if self.month_word in _RELATIVE_MONTHS and year and month:
            count = year * 12 + month - 1 + _RELATIVE_MONTHS[self.month_word]
            part = replace(part, year=part.year or count // 12, months=(count % 12 + 1, count % 12 + 1))
        if self.month_word == "即日" and month and date:
            part = replace(part, year=year, months=(month, month), days=(date, date))
        return part


def _numbers(day: str | None) -> tuple[int | None, int | None, int | None]:
    """Year, month and day of an ISO date, each None where it ends before."""
    year, month, date = [*(int(number) for number in (day or "").split("-") if number), None, None, None][:3]
    return year, month, date


def parts_in(text: str) -> Iterator[tuple[int, int, CalendarPart]]:
    """The parts of the calendar that the text names, each with its span, in order and without overlap.

    >>> [text[a:b] for text in ["从今年3月开始，至9月底，二〇一四年五月上中旬"] for a, b, _ in parts_in(text)]
    ['今年3月', '9月底', '二〇一四年五月上中旬']
    >>> list(parts_in("每年开展1次，3个月，十月革命，国发〔2014〕41号，前三月"))
    []
    """
    found: list[tuple[int, int, CalendarPart]] = []
    for pattern in (POINT_PART, MONTH_PART, SEASON_PART, YEAR_SIDE_PART, TODAY_PART, WITHIN_YEAR_PART, YEAR_PART):
        for match in pattern.finditer(text):
            if (part := part_of(match)) and all(match.end() <= a or b <= match.start() for a, b, _ in found):
                found.append((match.start(), match.end(), part))
    yield from sorted(found, key=lambda item: item[:2])


def part_of(match: re.Match[str]) -> CalendarPart | None:
    """What a match of one of the patterns above names, or None where the calendar has no such part."""
    named = match.groupdict()
    year = han_to_int(named["year"]) if named.get("year") else None
    whole = CalendarPart("year", year, named.get("year_word"), month_word=named.get("month_word"))
    if half := named.get("half"):
        return replace(whole, grain="month", months=_HALVES[half])
    if quarter := named.get("quarter"):
        return replace(whole, grain="month", months=_QUARTERS[quarter])
    if side := named.get("year_side"):
        return replace(whole, grain="month", months=_SIDES_OF_YEAR[side], closing=side in _CLOSING)
    if named.get("month"):
        if not (months := _run(match, "month", 12)):
            return None
        whole = replace(whole, grain="month", months=months)
    if xun := named.get("xun"):
        return replace(whole, grain="xun", days=_XUN[xun.replace("、", "")])
    if side := named.get("side"):
        return replace(whole, grain="xun", days=_SIDES_OF_MONTH[side], closing=side in _CLOSING)
    if named.get("day"):
        days = _run(match, "day", 31)
        return replace(whole, grain="day", days=days) if days else None
    if whole.month_word:
        return replace(whole, grain="day" if whole.month_word == "即日" else "month")
    return whole


def _run(match: re.Match[str], name: str, most: int) -> tuple[int, int] | None:
    """(4, 6) for 4至6, (4, 5) for 4、5; None for numbers out of order or range, and for a list with gaps (4、7)."""
    first, last = match[name], match.groupdict().get(f"{name}_to")
    start = han_to_int(first)
    end = han_to_int(last) if last else start
    if not start or not end or not 1 <= start <= end <= most:
        return None
    listed = last and match.string[match.start(f"{name}_to") - 1] == "、"
    return None if listed and end != start + 1 else (start, end)
