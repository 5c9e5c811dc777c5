"""The ISO dates of times, and where their year is from."""

from __future__ import annotations

import pytest

from notice_site.text.tenses import Tense
from notice_site.text.time_expressions import time_expressions
from notice_site.text.time_readings import TimeFrame, resolve_dates

APRIL = TimeFrame("2014-04-03", "成文日期")


def dates(text: str, frame: TimeFrame = APRIL, context: int | None = None, tense: Tense = Tense.OPEN) -> str:
    found = resolve_dates(time_expressions(text)[0], frame, context, tense)
    return f"{found.start or ''}..{found.end or ''}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2014年3月9日", "2014-03-09..2014-03-09"),
        ("3月17日至18日", "2014-03-17..2014-03-18"),
        ("4月10日前", "..2014-04-10"),
        ("4月底前", "..2014-04-30"),
        ("9月前", "..2014-08-31"),
        ("1月前", "..2013-12-31"),
        ("5月下旬前", "..2014-05-20"),
        ("5月上旬前", "..2014-04-30"),
        ("2020年前", "..2019-12-31"),
        ("5月下旬以后", "2014-05-21.."),
        ("11月至2015年2月", "2014-11..2015-02"),
        ("1月至2015年2月", "2015-01..2015-02"),
        ("5月1日至2015年5月10日", "2015-05-01..2015-05-10"),
        ("5月10日至2015年5月9日", "2014-05-10..2015-05-09"),
        ("5月10日至2015年5月10日", "2014-05-10..2015-05-10"),
        ("5月10日至2015年5月", "2014-05-10..2015-05"),
        ("4月中旬至4月15日", "2014-04-11..2014-04-15"),
        ("4月中旬至4月10日", "2014-04-11..2015-04-10"),
        ("5月至2015年5月10日", "2014-05..2015-05-10"),
        ("5月上旬至2015年5月下旬", "2015-05-01..2015-05-31"),
        ("11月至2015年11月", "2014-11..2015-11"),
        ("11月至2015年12月", "2015-11..2015-12"),
        ("11月至2015年", "2015-11..2015"),
        ("11月至次年2月", "2014-11..2015-02"),
        ("11月至2月", "2014-11..2015-02"),
        ("今年9月", "2014-09..2014-09"),
        ("明年3月", "2015-03..2015-03"),
    ],
)
def test_the_dates_of_an_expression(text: str, expected: str) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize(
    ("day", "month", "tense", "expected"),
    [
        ("2014-12-01", "4月", Tense.PLANNED, "2015-04"),
        ("2014-12-01", "6月", Tense.PLANNED, "2015-06"),
        ("2014-12-01", "7月", Tense.PLANNED, "2014-07"),
        ("2014-12-01", "6月", Tense.OPEN, "2014-06"),
        ("2014-03-01", "4月", Tense.HAPPENED, "2013-04"),
        ("2014-03-01", "3月", Tense.HAPPENED, "2014-03"),
        ("2014-03-01", "4月", Tense.OPEN, "2014-04"),
        ("2014", "4月", Tense.HAPPENED, "2014-04"),
    ],
)
def test_the_year_of_a_month_depends_on_what_is_planned_or_has_happened(
    day: str, month: str, tense: Tense, expected: str
) -> None:
    assert dates(month, TimeFrame(day, "成文日期"), tense=tense) == f"{expected}..{expected}"


@pytest.mark.parametrize(
    ("day", "text", "tense", "expected"),
    [
        ("2014-08-01", "第一季度", Tense.PLANNED, "2015-01..2015-03"),
        ("2014-06-01", "第一季度", Tense.PLANNED, "2014-01..2014-03"),
        ("2014-02-01", "第一季度", Tense.HAPPENED, "2014-01..2014-03"),
        ("2014-02-01", "二季度", Tense.HAPPENED, "2013-04..2013-06"),
    ],
)
def test_the_year_of_several_months_is_that_of_the_first(day: str, text: str, tense: Tense, expected: str) -> None:
    assert dates(text, TimeFrame(day, "成文日期"), tense=tense) == expected


@pytest.mark.parametrize(
    ("context", "tense", "expected"),
    [
        (2013, Tense.OPEN, "2013-05"),
        (2013, Tense.PLANNED, "2014-05"),
        (2014, Tense.PLANNED, "2014-05"),
        (2015, Tense.PLANNED, "2015-05"),
        (2015, Tense.OPEN, "2014-05"),
    ],
)
def test_the_year_stated_before_counts_where_it_can_be_meant(context: int, tense: Tense, expected: str) -> None:
    assert dates("5月", TimeFrame("2014-05-03", "成文日期"), context, tense) == f"{expected}..{expected}"


@pytest.mark.parametrize(
    ("text", "frame", "context", "year", "source"),
    [
        ("2014年3月9日", APRIL, None, "stated", None),
        ("3月9日", APRIL, None, "inferred", "成文日期2014-04-03"),
        ("今年3月", APRIL, None, "inferred", "今年；成文日期2014-04-03"),
        ("3月9日", APRIL, 2013, "inferred", "本段前文2013年"),
        ("11月至2015年2月", APRIL, None, "inferred", "同句所载年份"),
        ("3月9日", TimeFrame(), None, None, None),
        ("今年3月", TimeFrame(), None, None, None),
    ],
)
def test_where_the_year_is_from(
    text: str, frame: TimeFrame, context: int | None, year: str | None, source: str | None
) -> None:
    found = resolve_dates(time_expressions(text)[0], frame, context)
    assert (found.year, found.year_from) == (year, source)


@pytest.mark.parametrize(
    ("month", "tense", "source"),
    [
        ("4月", Tense.PLANNED, "成文日期2014-05-03"),
        ("5月", Tense.PLANNED, "本段前文2014年"),
        ("6月", Tense.PLANNED, "本段前文2014年"),
        ("4月", Tense.HAPPENED, "本段前文2014年"),
        ("5月", Tense.OPEN, "本段前文2014年"),
        ("6月", Tense.OPEN, "成文日期2014-05-03"),
    ],
)
def test_the_year_stated_before_is_that_of_a_plan_ahead_or_of_what_is_past(
    month: str, tense: Tense, source: str
) -> None:
    found = resolve_dates(time_expressions(month)[0], TimeFrame("2014-05-03", "成文日期"), 2014, tense)
    assert found.year_from == source
