"""More texts that the rules of time take and refuse than stand beside them."""

from __future__ import annotations

import re

import pytest

from notice_site.text import time_grammar
from tests.text.test_examples import ASKED_WHOLE
from tests.word_rows import assert_takes

TAKEN = {
    "MONTH": """
        3月 4月底 11月5日（星期五） 本月中旬 14年3月
        3月5日上午10时30分 9月29日中午12:00 9月29日下午五点半 ‹3月›份额 ‹4月›中国
        """,
    "MONTH_SIDE": "于‹月底›前",
    "SEASON": "二季度 第1季度",
    "YEAR_SIDE": "2014年底 2014年终 到‹年底› 在‹年底›完成",
    "POINTS": "2014-3-9",
    "PLAN_END": "‹十三五末›",
    "WEEK_FORM": "‹本周›内",
    "WITHIN_YEAR_FORM": "，‹年内›完成 力争‹年内›完成",
    "WHOLE_YEAR_FORM": "全年",
    "POINT_DAYS": "9.25—10.8",
    "PLAN_YEARS": "十三五期间",
    "EVERY": "每月 ‹每年›至少 每半年 每学期",
    "POINT_IN_TURN": "10日前 年底 第二周 的第一个周一 第一个工作日 ‹一›是 ‹三›下午",
    "BY_TURNS": "按旬",
    "TIMES": "一个月2次",
    "SIDE_OF_TURN": "，‹年终›考评 ‹年初›有计划",
    "TIME_OF": "试用期一年 时间为一周以上",
    "LENGTH_TIME": "两天时间",
    "FROM_TO_LENGTH": "2至3年",
    "WITHIN": "‹在本意见印发之日起30日内› 五个工作日之内 半年以内 ‹2个小时内› 用时‹1.5个月内›",
    "SINCE_ISSUE": "‹自下发之日开始›执行",
    "RECENT": "‹前不久›，省委 ‹近日›国务院印发 ‹近期›，市纪委查处了 ‹近期›，省内火灾事故呈多发趋势",
    "SOON": "‹近期内›完成",
    "FESTIVAL": """
        在‹元旦、春节期间› ‹春节前夕›， ‹寒假前›上报 ‹国庆节假期期间›值班 ‹开学前›
        ‹学期结束前› ‹明年春节前› ‹寒假结束前› ‹开学前一周›， ‹2014年至2017年春节、端午节期间›
        """,
    "SEASON_TIME": "‹汛前›完成",
    "LUNAR": "农历八月十五",
    "WEEK": "于‹第12周›完成 ‹第二学期第一周›，",
}  # fmt: skip
REFUSED = {
    "MONTH": "月均 3月刊 第3月 一月一主题 共2.3月 上一月",
    "MONTH_SIDE": "个月底",
    "SEASON": "第五季度",
    "YEAR_SIDE": "2014年终奖",
    "YEAR_FORM": "1980年223号 今年度",
    "POINTS": "2014.012.9 2014.3.009 2014-3-9-12",
    "PLAN_END": "“十二五”期间",
    "POINT_DAYS": "10.2-10.8%",
    "PLAN_YEARS": "“十二五”规划",
    "EVERY": "每个单位 每日新闻 每季节 每周刊 每日包括安全在内",
    "POINT_IN_TURN": "前",
    "REGULARLY": "不定期",
    "SIDE_OF_TURN": "今年初 年初以来 纳入年终考核 做好年终总结 奖金、年终加薪",
    "FROM_TO_LENGTH": "3个月",
    "WITHIN": "1.3个工作日内 2014年内",
    "RECENT": "五日前 最近日期",
    "FESTIVAL": "第十一期间 开学后两周内",
    "SEASON_TIME": "春节前",
}  # fmt: skip


def pairs(table: dict[str, str]) -> dict[str, tuple[re.Pattern[str], str]]:
    """Each text with the rule it stands for; blanks divide the texts."""
    return {
        f"{name} {text}": (getattr(time_grammar, name), text) for name, row in table.items() for text in row.split()
    }


@pytest.mark.parametrize(("pattern", "text"), pairs(TAKEN).values(), ids=pairs(TAKEN))
def test_a_rule_of_time_takes(pattern: re.Pattern[str], text: str) -> None:
    assert_takes(pattern, text)


@pytest.mark.parametrize(("pattern", "text"), pairs(REFUSED).values(), ids=pairs(REFUSED))
def test_a_rule_of_time_refuses(pattern: re.Pattern[str], text: str) -> None:
    assert not (pattern.fullmatch(text) if pattern in ASKED_WHOLE else pattern.search(text))
