"""Issuers from signature, masthead and title; their level and place."""

from __future__ import annotations

from pathlib import Path

import pytest

from notice_site.parsing.issuers import issuers, level_of, place_of
from notice_site.reading import read_levels

LEVELS, _ = read_levels(Path(__file__).parents[2] / "source_texts" / "reference" / "levels.yml")


@pytest.mark.parametrize(
    ("signature", "masthead", "title", "expected"),
    [
        (["甲县教育局"], ["乙县文件"], "丙局关于甲的通知", ("甲县教育局",)),
        (["中共甲省委党的", "领导小组"], [], None, ("中共甲省委党的领导小组",)),
        (["甲局　　乙局"], [], None, ("甲局", "乙局")),
        (["甲局", "张三的"], [], None, ("甲局", "张三的")),
        (["总理　李克强"], [], "国务院令", ("国务院",)),
        (["总理　李克强"], ["国务院文件"], None, ("国务院",)),
        (["甲县人民"], ["甲县人民政府文件"], None, ("甲县人民政府",)),
        (["甲县人民"], [], "甲县人民政府关于学习的通知", ("甲县人民政府",)),
        (["甲县人民"], ["乙县人民政府文件"], None, ("甲县人民",)),
        ([], ["甲局", "文件", "乙局"], None, ("甲局", "乙局")),
        ([], ["文件"], "甲局转发通知", ("甲局",)),
        ([], [], "甲局印发《办法》的通知", ("甲局",)),
        ([], [], "甲局批转意见", ("甲局",)),
        ([], [], "甲局2014年工作要点", ("甲局",)),
        ([], [], "甲局1999年总结", ("甲局",)),
        ([], [], "甲 局 关于学习的通知", ("甲局",)),
        ([], [], "学习方法关于甲", ()),
        ([], [], "关于甲的通知", ()),
        ([], [], None, ()),
        ([], [], "《甲》局关于乙的通知", ()),
        ([], [], "局关于乙的通知", ()),
        ([], [], "甲" * 59 + "局关于乙", ("甲" * 59 + "局",)),
        ([], [], "甲" * 60 + "局关于乙", ()),
    ],
)  # fmt: skip
def test_issuers(signature: list[str], masthead: list[str], title: str | None, expected: tuple[str, ...]) -> None:
    assert issuers(signature, masthead, title) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["甲市人事局　乙市教育局", "关于评审的通知"], ("甲市人事局", "乙市教育局")),
        (["甲市人事局", "乙市教育局关于评审的通知"], ("甲市人事局", "乙市教育局")),
        (["甲市 人事局关于评审的通知"], ("甲市人事局",)),
        (["甲市人事局甲市教育局关于评审的通知"], ("甲市人事局", "甲市教育局")),
        (["中共甲县委甲县人民政府关于振兴的意见"], ("中共甲县委", "甲县人民政府")),
        (["中共中央国务院关于振兴的意见"], ("中共中央", "国务院")),
        (["甲市甲市区教育局关于评审的通知"], ("甲市甲市区教育局",)),
        (["县纪委对3起典型问题进行公开通报"], ("县纪委",)),
        (["县纪委对口支援通知"], ()),
    ],
)
def test_joint_issuers_of_a_title(lines: list[str], expected: tuple[str, ...]) -> None:
    assert issuers([], [], "".join(lines), lines) == expected


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("中共中央办公厅", "central"),
        ("教育部办公厅", "central"),
        ("党委组织部", None),
        ("组织部", None),
        ("中共中央组织部", "central"),
        ("甲县实验学校安全处", "unit"),
        ("甲县第一中学“不忘初心、牢记使命”主题教育领导小组办公室", "unit"),
        ("甲县学校管理局", "county"),
        ("中国银行业监督管理委员会甲市分局", "city"),
        ("中共湖南省委", "province"),
        ("上海市人民代表大会常务委员会", "province"),
        ("上海市甲区教育局", "county"),
        ("中华人民共和国国务院", "central"),
        ("许昌市教育局", "city"),
        ("中共魏都区委", "county"),
        ("张三", None),
    ],
)
def test_level(name: str, level: str | None) -> None:
    assert level_of([name], LEVELS) == level
    assert level_of(["张三", name], LEVELS) is None, "only the first issuer counts"


@pytest.mark.parametrize(
    ("name", "level", "text", "place"),
    [
        ("中共湖南省委", "province", "", "湖南省"), ("中国共产党甲市委", "city", "", "甲市"),
        ("许昌市规划局", "city", "", "许昌市"), ("河南省许昌市规划局", "city", "", "河南省许昌市"),
        ("甲市乙区教育局", "county", "", "甲市乙区"), ("甲市教育局", "city", "", "甲市"),
        ("甲自治区政府", "province", "", "甲自治区"), ("甲自治州政府", "city", "", "甲自治州"),
        ("甲自治县政府", "county", "", "甲自治县"),
        ("甲县政府", "county", "", "甲县"), ("甲旗政府", "county", "", "甲旗"),
        ("市委领导小组", "city", "", None), ("中共湖南省委", None, "", None), ("中共湖南省委", "central", "", None),
        ("中共魏都区委", "county", "按照中共许昌市委意见", "许昌市魏都区"),
        ("中共魏都区委", "county", "中共许昌市委、中共郑州市委", "魏都区"),
        ("中共魏都区委", "county", "中共许昌市委、中共许昌市委", "许昌市魏都区"),
        ("甲市乙局", "county", "中共许昌市委", "甲市"), ("中共魏都区委", "city", "中共许昌市委", "魏都区"),
        *(("甲" * 9 + f"自治{end}政府", "county", "", "甲" * 9 + f"自治{end}") for end in "区州县"),
        ("甲" * 9 + "县政府", "county", "", "甲" * 9 + "县"), ("甲" * 10 + "县政府", "county", "", None),
    ],
)  # fmt: skip
def test_place(name: str, level: str | None, text: str, place: str | None) -> None:
    assert place_of([name], level, text) == place


def test_nobody_has_no_place() -> None:
    assert place_of([], "county", "") is None
