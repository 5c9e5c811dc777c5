"""The ISO dates of times, and where their year is from."""

from __future__ import annotations

import random
from datetime import date, timedelta
from time import process_time

import pytest

from notice_site.text.tenses import Tense
from notice_site.text.time_expressions import time_expressions
from notice_site.text.time_readings import TimeFrame, YearAbove, read_times, resolve_dates

APRIL = TimeFrame("2014-04-03", "成文日期")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2012年3月收礼，同年5月又收，次年2月被立案", "2012-03 2012-05 2013-02"),
        ("今年11月评估，次年1月通报", "2014-11 2015-01"),
        ("于次年1月报送", "?"),
        ("高考前一年的8月15日", "?"),
        ("2013年6月高考，前一年的8月15日报名", "2013-06 2012-08-15"),
        ("2012年7月12日发生地震，2月3日、3月19日又发生了地震", "2012-07-12 2013-02-03 2013-03-19"),
        ("2013年7月召开了大会，3月印发了方案", "2013-07 2014-03"),
        ("2013年7月召开了大会，5月印发了方案", "2013-07 2013-05"),
        ("2013年7月要召开大会，5月要印发方案", "2013-07 2014-05"),
        ("对2003年以来的工作进行检查，要于7月15日前报送", "2003..None None..2014-07-15"),
        ("2015年春季学期：3月1日入学，3月2日行课", "2015-03-01 2015-03-02"),
        ("2015年春季学期放假。3月1日入学", "2014-03-01"),
        ("每年12月底前报告，次年1月通报", "? ?"),
    ],
)
def test_a_year_that_is_counted_from_the_one_named_last(text: str, expected: str) -> None:
    """Without such a year there is none: the day of the document does not say which year is meant."""
    read = [reading.dates for reading in read_times(text, APRIL)]
    said = [(d.start or "?") if d.start == d.end else f"{d.start}..{d.end}" for d in read]
    assert " ".join(said) == expected


def test_what_the_year_after_the_last_one_is_counted_from_is_said() -> None:
    _, after, later = read_times("2012年7月12日发生地震，2月3日、3月19日又发生了地震。", APRIL)
    assert (after.dates.year_from, later.dates.year_from) == ("本段前文2012年之后", "本段前文2012年之后")


def test_a_year_counted_from_one_that_the_text_does_not_state_says_so() -> None:
    _, after = read_times("12月底前完成，次年1月10日前报送。", APRIL)
    assert (after.dates.end, after.dates.year_from) == ("2015-01-10", "次年；本段前文所指2014年")


def dates(text: str, frame: TimeFrame = APRIL, context: int | None = None, tense: Tense = Tense.OPEN) -> str:
    found = resolve_dates(time_expressions(text)[0], frame, context, tense)
    return f"{found.start or ''}..{found.end or ''}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2014年3月9日", "2014-03-09..2014-03-09"),
        ("3月17日至18日", "2014-03-17..2014-03-18"),
        ("到“十二五”末", "..2015-12-31"),
        ("“十三五”期间，", "2016..2020"),
        ("9月第二周", "2014-09..2014-09"),
        ("第二周召开", ".."),
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


def readings(text: str, frame: TimeFrame = APRIL) -> list[tuple[str | None, str | None, str | None]]:
    return [(r.dates.start, r.dates.end, r.dates.year_from) for r in read_times(text, frame)]


ABOVE_2021 = TimeFrame(above=(YearAbove(2021, "标题"),))


@pytest.mark.parametrize(
    ("text", "frame", "expected"),
    [
        ("2013年工作中，6月印发了方案。", APRIL, ("2013-06", "2013-06", "本段前文2013年")),
        ("7月底前完成。", ABOVE_2021, (None, "2021-07-31", "标题2021年")),
        ("7月底前完成。", TimeFrame("2021", "文号"), (None, "2021-07-31", "文号2021")),
        ("近日，省委印发了《意见》。", APRIL, (None, "2014-04-03", "成文日期2014-04-03")),
        ("近期，各地要开展自查。", APRIL, ("2014-04-03", None, "成文日期2014-04-03")),
        ("近期，我市接连发生事故。", APRIL, (None, "2014-04-03", "成文日期2014-04-03")),
        (
            "本办法自印发之日起施行。",
            TimeFrame("2014-04-03", "成文日期", "2014-04-05", "印发日期"),
            ("2014-04-05", None, "印发日期2014-04-05"),
        ),
        ("3月召开了大会。", TimeFrame("2014-02-03", "成文日期"), ("2013-03", "2013-03", "成文日期2014-02-03")),
        ("全年", ABOVE_2021, ("2021-01-01", "2021-12-31", "标题2021年")),
    ],
)
def test_the_nearest_year_that_can_be_meant(
    text: str, frame: TimeFrame, expected: tuple[str | None, str | None, str | None]
) -> None:
    assert readings(text, frame) == [expected]


def test_a_plan_is_not_dated_by_the_year_of_a_title_that_is_over() -> None:
    frame = TimeFrame("2014-01-20", "成文日期", above=(YearAbove(2013, "标题"),))
    assert readings("3月10日前整改。", frame) == [(None, "2014-03-10", "成文日期2014-01-20")]
    assert readings("3月召开了大会。", frame) == [("2013-03", "2013-03", "标题2013年")]


def test_a_month_long_before_the_one_last_named_is_of_a_later_year() -> None:
    text = "截至2013年12月31日，共有党员3万名；截至2月底，已有4万名。"
    assert [end for _, end, _ in readings(text)] == ["2013-12-31", "2014-02-28"]
    assert [end for _, end, _ in readings("截至2013年5月，共有3万名；截至2月底，已有4万名。")] == [
        "2013-05-31",
        "2013-02-28",
    ]


def test_a_row_of_a_table_says_nothing_of_the_year_of_the_next() -> None:
    assert [end for _, end, _ in readings("巡查\t2021年3月底前\n清淤\t7月底前", TimeFrame())] == ["2021-03-31", None]


WRITTEN = (
    "{y}年{m}月{d}日", "{y}-{m:02}-{d:02}", "{y}.{m}.{d}", "{y}/{m}/{d}", "{y}年{m}月{d}日上午9:30",
    "{y}年{m}月{d}日（星期五）", "{Y}年{M}月{D}日",
)  # fmt: skip
"""Ways in which a day is written."""

DIGITS = "〇一二三四五六七八九"


def han(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else f"{DIGITS[tens]}十") + (DIGITS[ones] if ones else "")


def test_any_day_that_is_written_is_read_back() -> None:
    chance = random.Random(20140403)
    for _ in range(500):
        day = date(2000, 1, 1) + timedelta(chance.randrange(11000))
        y, m, d = day.year, day.month, day.day
        numbers = {"y": y, "m": m, "d": d, "Y": "".join(DIGITS[int(c)] for c in str(y)), "M": han(m), "D": han(d)}
        words = chance.choice(WRITTEN).format(**numbers)
        iso = day.isoformat()
        assert readings(f"请于{words}前报送。") == [(None, iso, None)], words
        assert readings(f"{words}召开大会。") == [(iso, iso, None)], words
        last = day + timedelta(chance.randrange(1, 400))
        stretch = f"{words}至{last.year}年{last.month}月{last.day}日"
        assert readings(f"活动时间：{stretch}。") == [(iso, last.isoformat(), None)], stretch


@pytest.mark.parametrize(
    "unit",
    [
        *("2014年", "3月5日、", "近日，"),
        *(pytest.param(u, marks=pytest.mark.long) for u in ("2014年3月", "每年", "在2014年，", "10.2-10.8", "年初，")),
    ],
)
def test_a_long_text_takes_no_longer_in_proportion(unit: str) -> None:
    def seconds(count: int) -> float:
        start = process_time()
        assert sum(1 for _ in read_times(unit * count, APRIL)) <= count
        return process_time() - start

    seconds(10)
    assert seconds(32000 // 4) < 0.2 + 12 * seconds(32000 // 16)


def test_what_has_been_done_this_year_was_done_before_the_day_of_the_document() -> None:
    readings = [*read_times("我市今年已列入试点。", TimeFrame("2014-04-03", "成文日期"))]
    assert [(reading.dates.start, reading.dates.end) for reading in readings] == [("2014-01-01", "2014-04-03")]
    assert not [*read_times("我市今年将列入试点。", TimeFrame("2014-04-03", "成文日期"))]
