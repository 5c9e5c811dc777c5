"""What a slogan consists of is shown as a tree, and the words of several documents side by side."""

from __future__ import annotations

import re

import pytest

from notice_site.pages.terms.structure import marked
from tests.pages.terms.test_page import real_pages, section


def rows(path: str) -> list[list[str]]:
    table = section(path, "具体内容")
    source = real_pages()[path].partition('<div class="data-table wording-table"')[2].partition("</div>")[0]
    assert table
    return [[cell.strip() for cell in line.split(" | ")] for line in source.splitlines() if line.startswith("| ")][2:]


def test_each_branch_of_a_slogan_has_its_own_leaves_with_their_places() -> None:
    _, *branches = real_pages()["glossary/sanyansanshi.md"].split('<div class="parts branch"')
    leaves = [re.findall(r"^\d\. \[(.*?)\]\(.*?\?at=", branch, re.MULTILINE) for branch in branches]
    assert leaves[0] == ["严以修身", "严以用权", "严以律己"]
    assert leaves[1] == ["谋事要实", "创业要实", "做人要实"]


def test_words_that_are_the_same_are_said_to_be_and_others_are_marked() -> None:
    table = rows("glossary/gengjiazhuzhong.md")
    assert "领导带头、层层示范" in table[0][1]
    assert "<ins>一级抓一级</ins>" in table[0][2]
    assert [row[2].startswith("[同](") for row in table] == [False, True, True, True, True, True]


def test_a_part_that_a_document_does_not_have_is_said_to_be_missing() -> None:
    table = rows("glossary/qunzhongtizijizhao.md")
    assert sum("未写" in cell for row in table for cell in row) == 1
    assert any("集体议" in row[1] and "未写" in row[2] for row in table)


@pytest.mark.parametrize(
    ("first", "other", "shown"),
    [
        ("抓作风", "抓作风", "抓作风"),
        ("抓作风，转作风。", "抓作风,转作风", "抓作风,转作风"),
        ("抓作风", "抓学风促转变", "抓<ins>学风促转变</ins>"),
        ("不少于3天", "不少于5天", "不少于<ins>5</ins>天"),
    ],
    ids=["the same", "the same but for punctuation", "other words", "another number"],
)
def test_only_letters_that_differ_are_marked(first: str, other: str, shown: str) -> None:
    assert marked(first, other) == shown


def test_a_term_of_one_document_names_it_once_and_has_no_chart_of_counts() -> None:
    page = real_pages()["glossary/xuesancusizhua.md"]
    assert page.count("中共魏都区委关于在全区党员中") == 1
    assert "各件出现次数" not in page
    assert "最早出现" not in page
