"""Where an expression of time begins and ends: the words around a part of the calendar that belong to it, its shape."""

from __future__ import annotations

import pytest

from notice_site.text.time_expressions import time_expressions
from tests.text.test_time_expressions import spoken

# What stands around a part of the calendar: the words that are taken are between ‹ and ›, behind them the shape.
AROUND = """
‹4月底以前›完成 before
‹4月底之前›完成 before
‹4月底前›完成 before
‹4月底›前往 at
‹4月底›前来 at
‹4月底›前去 at
‹4月底›前期 at
‹4月底›前夕 at
‹4月底›前几天 at
‹4月底›前半月 at
‹4月底前›半年 before
‹4月底›前3个 at
‹4月底›前三天 at
‹4月底›前两名 at
‹4月底›前两天 at
‹4月底前›两院 before
‹5月下旬以后›召开 after
‹5月下旬之后›召开 after
‹5月下旬过后›召开 after
‹5月下旬后›召开 after
‹5月下旬›后期 at
‹5月下旬›后续 at
‹5月下旬›后勤 at
‹5月下旬›后备 at
‹5月下旬›后段 at
‹5月下旬›后半 at
‹5月下旬›后果 at
‹5月下旬›后来 at
‹5月下旬›后台 at
‹5月下旬›后盾 at
‹5月下旬›后顾 at
‹5月下旬›后面 at
‹5月下旬›后几 at
‹5月下旬后›进入 after
‹5月下旬后›进行 after
‹5月下旬›后进班子 at
‹5月下旬›后3天 at
‹2009年8月以来› since
‹2009年8月至今› since
‹2009年8月迄今› since
‹1月1日起›降低 from
‹1月1日之日起›降低 from
‹1月1日开始› from
‹1月1日始› from
‹1月1日›始终 at
‹1月1日›起草 at
‹1月1日›起诉 at
‹1月1日›起点 at
‹1月1日›起步 at
‹1月1日›起初 at
‹1月1日›起来 at
‹1月1日›起床 at
‹1月1日›起源 at
‹1月1日›起飞 at
‹1月1日›起义 at
‹1月1日›起因 at
‹1月1日›起火 at
‹4月期间›召开 at
‹4月间›召开 at
‹4月›间隔 at
‹4月›间接 at
‹4月内›召开 at
‹4月›内部 at
‹4月›内容 at
‹4月›内地 at
‹4月›内外 at
‹4月上旬中›， at
‹大约4月›召开 at
‹大概4月›召开 at
‹大致4月›召开 at
‹大体4月›召开 at
‹约4月›召开 at
‹约在4月›召开 at
‹约于4月›召开 at
‹4月左右›召开 at
‹4月前后›召开 at
‹4月上下›召开 at
‹不迟于4月›召开 until
‹不得迟于4月›召开 until
‹不晚于4月›召开 until
‹不得晚于4月›召开 until
‹不超过4月›召开 until
‹最迟4月›召开 until
‹最晚4月›召开 until
‹至迟4月›召开 until
‹最迟应4月›召开 until
‹最迟应当4月›召开 until
‹最迟须4月›召开 until
‹最迟要4月›召开 until
‹最迟应当在4月›召开 until
‹最迟应当于4月›召开 until
‹最迟应当到4月›召开 until
‹不早于4月›召开 after
‹不得早于4月›召开 after
‹截至4月›召开 until
‹截止4月›召开 until
‹截止到4月›召开 until
‹延长至4月›召开 until
‹延至4月›召开 until
‹延期至4月›召开 until
‹推迟到4月›召开 until
‹推迟至4月›召开 until
‹到4月›召开 until
‹至4月›召开 until
甚至‹4月›召开 at
乃至‹4月›召开 at
以至‹4月›召开 at
直至‹4月›召开 at
及至‹4月›召开 at
‹3月1日至8日› range
‹3月1日到8日› range
‹3月1日-4月8日› range
‹3月1日－4月8日› range
‹3月1日—4月8日› range
‹3月1日――4月8日› range
‹3月1日–4月8日› range
‹3月1日~4月8日› range
‹3月1日～4月8日› range
‹3月1日 至 4月8日› range
‹3月1日至8日止› range
‹3月1日至8日为止› range
‹3月1日至中旬› range
‹3月起至4月› range
‹3月开始至4月› range
‹3月开始，到4月› range
‹3月开始、到4月› range
‹3月起，4月›结束 range
‹3月起,4月›完成 range
‹3月起，4月›基本结束 range
‹3月起，4月›全面完成 range
‹3月起，4月›全部完成 range
"""

YEARS = ("完成", "实现", "建成", "结束", "启动", "开展", "达到", "成立", "施行", "实施", "出台", "颁布")


def first_expression(text: str) -> tuple[str, str]:
    (expression, *_) = time_expressions(text)
    return text[expression.start : expression.end], expression.shape.value


@pytest.mark.parametrize("row", [row for row in AROUND.splitlines() if " " in row])
def test_words_around_a_part_of_the_calendar(row: str) -> None:
    marked, _, shape = row.rpartition(" ")
    text = marked.replace("‹", "").replace("›", "")
    assert first_expression(text) == (marked[marked.index("‹") + 1 : marked.index("›")], shape)


@pytest.mark.parametrize("verb", YEARS)
def test_what_is_done_in_a_year_says_when(verb: str) -> None:
    for how in ("", "基本", "全部", "全面", "正式"):
        words = spoken(f"力争在2015年{how}{verb}").replace(" due ", " at ")
        assert words == "2015年 at 2015..2015 year stated"
    assert spoken("力争在2015年首次高考") == ""
    assert spoken(f"力争2015年{verb}") == "", "no word or mark before the year"


@pytest.mark.parametrize(
    "opening", ["从", "自", "在", "于", "到", "至", "", "，", ",", "。", "；", ";", "：", ":", "、", "（", "("]
)
def test_what_stands_before_a_year_that_says_when(opening: str) -> None:
    assert "2015年" in spoken(f"{opening}2015年完成")


@pytest.mark.parametrize("edge", ["，", ",", "。", "；", ";", "）", ")", "、", ""])
def test_a_year_that_is_a_clause_of_its_own_says_when(edge: str) -> None:
    assert spoken(f"在2015年{edge}") == "2015年 at 2015..2015 year stated"


@pytest.mark.parametrize(
    "words", ["出生", "生，", "生,", "生。", "生；", "生;", "生）", "生)", "参加工作", "入党", "入团", "毕业", "任现职"]
)
def test_dates_of_a_life_are_left_out(words: str) -> None:
    assert spoken(f"1965年8月{words}") == ""
    assert spoken("1965年8月生产") != ""


@pytest.mark.parametrize("sign", ["、", "和", "及", "与"])
def test_days_that_are_listed_share_the_month_and_the_word_behind_the_last(sign: str) -> None:
    text = f"3月5日{sign}8日前报送"
    assert [(text[e.start : e.end], e.shape.value, e.first and e.first.months) for e in time_expressions(text)] == [
        ("3月5日", "before", (3, 3)), ("8日前", "before", (3, 3)),
    ]  # fmt: skip
    assert [e.shape.value for e in time_expressions("3月5日，4月8日前")] == ["at", "before"]


@pytest.mark.parametrize(
    ("text", "shapes"),
    [
        ("3月5日、8日、12日前报送", "before before before"),
        ("3月5日、4月8日和5月12日后召开", "after after after"),
        ("3月5日、8日、12日召开", "at at at"),
        ("3月5日、8日、12日起实行", "at at from"),
        ("3月5日前、4月8日、12日前报送", "before before before"),
        ("3月5日起、4月8日、5月12日前报送", "from before before"),
    ],
)
def test_the_word_behind_a_list_holds_for_all_its_days(text: str, shapes: str) -> None:
    assert " ".join(e.shape.value for e in time_expressions(text)) == shapes


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("4月底前", "month"), ("到年底", "year"), ("4月底", "xun"), ("4月初前", "xun"), ("3月1日至4月", "month"),
        ("3月至4月1日", "month"), ("3月1日", "day"), ("每周", None), ("到2015年", "year"),
    ],
)  # fmt: skip
def test_the_precision_is_that_of_the_coarser_end(text: str, precision: str | None) -> None:
    assert [e.precision for e in time_expressions(text)] == [precision]


def test_a_range_ends_with_a_part_of_twenty_four_characters() -> None:
    longest = "二〇一四年十二月二十三日（星期五）上午10:30"
    assert len(longest) == 24
    assert first_expression(f"2013年3月至{longest}") == (f"2013年3月至{longest}", "range")


def test_nothing_is_found_inside_titles_and_tags() -> None:
    assert spoken("《甲》3月《乙》") != ""
    assert spoken("《2014年3月《乙》4月计划》") == ""
    assert spoken("<a href=2014-3-9>") == ""
    assert spoken("<" + "甲" * 53 + "2014年3月>") == ""
    assert spoken("<" + "甲" * 54 + "2014年3月>") != ""
    assert spoken("《" + "甲" * 193 + "2014年3月》") == ""
    assert spoken("《" + "甲" * 194 + "2014年3月》") != ""


DUE = """
完成 基本完成 结束 实现 建成 到位 办结 告一段落 报送 上报 各县上报 报材料 提交
各县提交 各县递交 各县报送 递交 交材料 送材料
"""
NOT_DUE = """
报告 报名 报纸 报刊 交流 交通 交往 交谈 送学 送别 三字全完成 各县要报材料 召开大会 ，完成
"""


@pytest.mark.parametrize("words", DUE.split())
def test_what_is_due_at_a_time(words: str) -> None:
    assert first_expression(f"7月{words}") == ("7月", "due")


@pytest.mark.parametrize("words", NOT_DUE.split())
def test_what_takes_place_at_a_time(words: str) -> None:
    assert first_expression(f"7月{words}") == ("7月", "at")
