"""Which levels the words of an addressee mean."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from notice_site.findings.tasks.levels import AddresseePatterns, Jurisdiction, levels_of
from notice_site.reading import read_levels

LEVELS, _ = read_levels(Path(__file__).parents[3] / "source_texts" / "reference" / "levels.yml")
PATTERNS = AddresseePatterns(LEVELS)
RANKS = frozenset(level.id for level in LEVELS if level.issuers)

LEVELS_MEANT = [
    ("省以下", "central", (), {"city", "county", "town", "village"}),
    ("省以下", "county", (), {"county", "town", "village"}),
    ("县及以上", "central", (), {"province", "city", "county"}),
    ("县级以上", "province", (), {"city", "county"}),
    ("县以上", None, (), {"central", "province", "city", "county"}),
    ("县以下", "central", ("town",), {"town"}),
    ("乡镇以下", None, (), {"town", "village"}),
    ("各级机关", "city", (), {"city", "county"}),
    ("各级党政机关", "city", (), {"city", "county"}),
    ("各级机关", "city", ("county",), {"county"}),
    ("各级机关", "city", ("town",), {"city", "county"}),
    ("各级机关", None, (), set()),
    ("各级机关", "village", (), set()),
    ("省及以下", "central", (), {"city", "county", "town", "village"}),
    ("省级及以上", None, (), {"central", "province"}),
    ("村以下", "central", (), {"village"}),
    ("县以下", "county", (), {"town", "village"}),
    ("县以上", "county", (), set()),
    ("县以下各级机关", "central", (), {"town", "village"}),
]


@pytest.mark.parametrize(("words", "issuer", "levels", "expected"), LEVELS_MEANT)
def test_the_levels_of_an_addressee(
    words: str, issuer: str | None, levels: tuple[str, ...], expected: set[str]
) -> None:
    assert RANKS & set(levels_of(words, PATTERNS, Jurisdiction(issuer, frozenset(levels)))) == expected


WORDS_MEANT = {
    "农业农村部、税务总局": {"central"},
    "各级财政部门": {"sector"},
    "住房城乡建设部门": {"sector"},
    "各地教育部门和中小学": {"sector", "school"},
    "人力资源社会保障部等有关部门和单位": {"central"},
    "各有关部门和单位，各省级人民政府": {"every-unit", "province"},
    "地方各级人民政府": {"province", "city", "county", "town"},
    "各市直学校": {"school", "direct"},
    "各直属单位": {"direct"},
    "上市的药品": set(),
    "地级以上市有关部门": {"city"},
    "财政部门以外的学校": {"school"},
    "各市财政局": {"city"},
    "行业主管部门": {"sector"},
    "国务院有关部门": {"central"},
    "国家有关部门": {"central"},
    "中央和国家机关有关部门": {"central"},
    "你省有关部门": {"province"},
    "县级政务新媒体": {"county"},
    "县级新闻媒体": {"media"},
    "中国政府网政务新媒体": {"central"},
    "县级以上地方各级人民政府": {"province", "city", "county"},
    "学校党组织书记": {"school", "chief"},
    "中央八项规定精神": set(),
    "市场和城市社区": {"village"},
    "试点地区政府": {"other"},
    "住宅区和居民区物业": set(),
    "安居区和各县区": {"county"},
    "校长和副校长": {"school", "chief"},
    "各校纪委书记": {"school", "discipline"},
    "农村、社区等基层单位": {"village"},
    "党员领导干部": {"leaders"},
    "老党员、流动党员": {"retired-member", "floating-member"},
}


@pytest.mark.parametrize(("words", "expected"), WORDS_MEANT.items(), ids=WORDS_MEANT.keys())
def test_the_levels_and_kinds_that_words_mean(words: str, expected: set[str]) -> None:
    assert {*levels_of(words, PATTERNS, Jurisdiction("central", frozenset()))} == expected


def test_a_word_does_not_count_inside_a_longer_one() -> None:
    level = replace(LEVELS[0], addressees=(re.compile("市"),), exceptions=(re.compile("市场"),))
    patterns = AddresseePatterns((level,))
    assert patterns.ends("市场和市", 0, 4) == [4]
    assert [patterns.opens(text, 0) for text in ("市要", "市场要")] == [True, False]
    assert patterns.named("市场", otherwise=False) == frozenset()


def test_expressions_with_groups_and_without_both_open_a_name() -> None:
    level = replace(LEVELS[0], addressees=(re.compile("甲局"), re.compile("(乙|丙)办")))
    patterns = AddresseePatterns((level,))
    assert [patterns.opens(text, 0) for text in ("甲局要", "丙办要", "丁局要")] == [True, True, False]


@pytest.mark.parametrize(
    ("words", "expected"),
    {
        "青河一中": {"school"},
        "县一中、二中": {"school"},
        "三中全会": set(),
        "党政办和各支部": {"grassroots-party"},
    }.items(),
)
def test_kinds_of_units(words: str, expected: set[str]) -> None:
    kinds = {*levels_of(words, PATTERNS, Jurisdiction("county", frozenset()))} - {"other"} - RANKS
    assert kinds == expected
