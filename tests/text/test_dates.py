"""Whole dates in every way of writing, and texts that hold none."""

from __future__ import annotations

import pytest

from notice_site.text.dates import day_without_year, last_date, whole_date
from notice_site.text.iso_dates import first_day, last_day

WHOLE = {
    "2014年4月2日": "2014-04-02",
    "2014 年4 月2 日": "2014-04-02",
    "2014年4月2号": "2014-04-02",
    "1 9 9 9年4月": "1999-04",
    "二〇一四年四月二十三日": "2014-04-23",
    "二○一○年十二月十三日": "2010-12-13",
    "二零一四年十月": "2014-10",
    "一九八一年五月二十三日": "1981-05-23",
    "２月": None,
    "2014年１２月３１日": "2014-12-31",
    "２０１４年３月５日": "2014-03-05",
    "2011.2.": "2011-02",
    "2011.2": "2011-02",
    "2014-03-09": "2014-03-09",
    "2014/3/9": "2014-03-09",
    "2014．3．9": "2014-03-09",
    "1914.3.9": "1914-03-09",
    "2114.3.9": None,
    "（2014年3月9日）": "2014-03-09",
    "(2014年3月9日)": "2014-03-09",
    "〔2014年3月〕": "2014-03",
    "[2014年3月]": "2014-03",
    "2014年1月1日": "2014-01-01",
    "2014年0月1日": None,
    "2014年12月31日": "2014-12-31",
    "2014年13月1日": None,
    "2014年4月30日": "2014-04-30",
    "2014年4月31日": None,
    "2014年4月0日": None,
    "2016年2月29日": "2016-02-29",
    "2014年2月29日": None,
    "4月2日": None,
    "2014年4月4日印发": None,
    "3.5": None,
    "1.2.3": None,
    "2014年": None,
    "3014年4月2日": None,
    "": None,
}


@pytest.mark.parametrize(("text", "iso"), WHOLE.items(), ids=WHOLE.keys())
def test_a_text_that_is_a_date_or_is_none(text: str, iso: str | None) -> None:
    assert whole_date(text) == iso


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2014年3月9日至2014年4月2日止", ("2014-04-02", 10, 19)),
        ("2014年4月2日，又2014年4月31日", ("2014-04-02", 0, 9)),
        ("4月2日", None),
    ],
)
def test_the_last_date_of_a_text(text: str, expected: tuple[str, int, int] | None) -> None:
    assert last_date(text) == expected


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2014", "2014-01-01", "2014-12-31"),
        ("2014-02", "2014-02-01", "2014-02-28"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2014-04-05", "2014-04-05", "2014-04-05"),
    ],
)
def test_the_first_and_the_last_day(iso: str, first: str, last: str) -> None:
    assert (first_day(iso).isoformat(), last_day(iso).isoformat()) == (first, last)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3月31日", (3, 31)), ("2月29日", (2, 29)), ("4月30号", (4, 30)), ("12月31日", (12, 31)), ("1月1日", (1, 1)),
        ("4月31日", None), ("2月30日", None), ("13月1日", None), ("0月1日", None), ("3月0日", None),
    ],
)  # fmt: skip
def test_a_day_without_its_year_is_one_of_its_month(text: str, expected: tuple[int, int] | None) -> None:
    assert day_without_year(text) == expected
