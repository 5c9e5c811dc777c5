"""The page 存疑与整理 says what there is to look at, and stays short however many sources there are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from notice_site.model import Corpus, Problem
from notice_site.pages.general.review import review_pages
from tests.pages.real import real_site


def page(sources: int) -> str:
    """The first page for so many sources, each with one fault."""
    problems = tuple(Problem(f"{number:03}.txt", 1, "缺少日期", "写明日期") for number in range(sources))
    return str(next(review_pages(replace(real_site(), corpus=Corpus((), (), problems=problems)))).content)


@pytest.mark.parametrize(("sources", "is_folded"), [(15, False), (16, True)])
def test_more_than_fifteen_sources_are_folded_each_with_its_counts(sources: int, is_folded: bool) -> None:
    shown = page(sources)
    assert f"共 {sources} 条：问题 {sources} 条。" in shown
    assert ("<details" in shown) == is_folded
    assert ("问题 1 条" in shown) == is_folded
    assert (shown.count("\n## ") == 0) == is_folded


@pytest.mark.parametrize(("sources", "pages"), [(60, 1), (61, 2)])
def test_a_page_holds_sixty_sources(sources: int, pages: int) -> None:
    problems = tuple(Problem(f"{number:03}.txt", 1, "缺少日期", "写明日期") for number in range(sources))
    assert len([*review_pages(replace(real_site(), corpus=Corpus((), (), problems=problems)))]) == pages


def test_where_there_is_nothing_to_look_at_the_page_says_so() -> None:
    assert "没有存疑、未能识别或经过整理之处。" in page(0)
