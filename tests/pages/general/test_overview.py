"""The overview marks each document by level and time, and counts where there are many."""

from __future__ import annotations

from dataclasses import replace

import pytest

from notice_site.model import Corpus
from notice_site.pages.core.site import site
from notice_site.pages.general.overview import overview
from tests.pages.sample import EDITION, LEVELS, many


def overview_of(dates: list[str]) -> str:
    """The overview of documents of one level with these dates."""
    corpus = many(len(dates))
    notices = tuple(replace(n, level="county", date=date) for n, date in zip(corpus.notices, dates, strict=True))
    return overview(site(Corpus(corpus.sources, notices), LEVELS, {}, (), EDITION), "index.md")


@pytest.mark.parametrize(("count", "marks"), [(12, 12), (13, 0)])
def test_a_cell_has_twelve_marks_or_a_number(count: int, marks: int) -> None:
    drawn = overview_of(["2014-03-01"] * count)
    assert drawn.count("[■]") == marks
    assert (f">{count}</span>" in drawn) == (not marks)


@pytest.mark.parametrize(("last", "column"), [("2014-12-01", "2014年1月 |"), ("2015-01-01", "| 2014年 |")])
def test_twelve_months_are_columns_and_more_are_years(last: str, column: str) -> None:
    assert column in overview_of(["2014-01-01", last])
