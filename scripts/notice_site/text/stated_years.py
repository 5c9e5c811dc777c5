"""Finds the years that words state, apart from those of the titles that they name."""

from __future__ import annotations

import re
from functools import lru_cache

from notice_site.text.date_forms import STATED_YEAR, STRETCH_OF_YEARS
from notice_site.text.numerals import han_to_int

# What 《》 hold is the name of another document.
# takes: 《2014年工作要点》; not: 2014年工作要点
_TITLE = re.compile("《[^《》]*》")


@lru_cache(maxsize=4096)  # a heading is asked for each block below it
def years_in(words: str) -> tuple[int, ...]:
    """The years of four digits that words state outside the titles that they name.

    >>> years_in("2021年重点工作计划清单"), years_in("关于印发《2014年要点》的通知"), years_in("2018年至二〇二〇年规划")
    ((2021,), (), (2018, 2020))
    >>> years_in("2020～2021年度建设指南")
    (2020, 2021)
    """
    words = STRETCH_OF_YEARS.sub(r"\g<from>年\g<to>年", words)
    years = (han_to_int(re.sub(r"\s", "", match["year"])) for match in STATED_YEAR.finditer(_TITLE.sub("", words)))
    return tuple(year for year in years if year)
