"""Reads whole dates as notices write them (二○一○年十二月十三日, 2011.2.) into ISO dates."""

from __future__ import annotations

import calendar
import re

from notice_site.text.date_forms import DATE, DAY_OF_YEAR, POINT_DATE
from notice_site.text.numerals import han_to_int


def iso(match: re.Match[str]) -> str | None:
    """The ISO form of a match of `DATE` or `POINT_DATE`: a day, a month, or None where no such day exists.

    >>> iso(DATE.search("二O一八年十月三十一日"))
    '2018-10-31'
    >>> iso(DATE.search("二0一四年三月"))
    '2014-03'
    """
    year = han_to_int(re.sub(r"\s", "", match["y"]))
    month = han_to_int(match["m"])
    if year is None or month is None or not 1 <= month <= 12:
        return None
    if not match["d"]:
        return f"{year:04}-{month:02}"
    day = han_to_int(match["d"])
    if day is None or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return f"{year:04}-{month:02}-{day:02}"


def whole_date(text: str) -> str | None:
    """The date, if the text is nothing but a date (brackets and spaces around it allowed).

    >>> whole_date("2014 年4 月2 日"), whole_date("(2014年3月9日)"), whole_date("2011.2.")
    ('2014-04-02', '2014-03-09', '2011-02')
    >>> whole_date("一九八一年五月二十三日"), whole_date("2014年4月4日印发"), whole_date("3.5")
    ('1981-05-23', None, None)
    """
    bare = text.strip().strip("（）()〔〕[]").strip()
    for pattern in (DATE, POINT_DATE):
        if match := pattern.fullmatch(bare):
            return iso(match)
    return None


def day_without_year(text: str) -> tuple[int, int] | None:
    """Month and day, if the text is nothing but a day without its year.

    >>> day_without_year("9月26日"), day_without_year("（ 九月二十六日 ）"), day_without_year("2月30日")
    ((9, 26), (9, 26), None)
    >>> day_without_year("9月26日前"), day_without_year("2014年9月26日")
    (None, None)
    """
    match = DAY_OF_YEAR.fullmatch(text.strip().strip("（）()").strip())
    month, day = (han_to_int(match["m"]), han_to_int(match["d"])) if match else (None, None)
    leap_year = 2000
    if not month or not day or month > 12 or day > calendar.monthrange(leap_year, month)[1]:
        return None
    return month, day


def last_date(text: str) -> tuple[str, int, int] | None:
    """The last full date in the text with its span, or None.

    >>> last_date("山东省财政2021年2月25日")
    ('2021-02-25', 5, 15)
    """
    found = None
    for match in DATE.finditer(text):
        if value := iso(match):
            found = (value, match.start(), match.end())
    return found
