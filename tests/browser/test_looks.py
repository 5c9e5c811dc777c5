"""Faults of form that were met once, on pages of every kind: sideways scroll, wide lines, filters, tabs, tables."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Page, expect

from tests.browser.harness import PHONE, WIDE, Visitor
from tests.browser.page_kinds import kinds
from tests.browser.test_every_kind import NARROWEST, long_pages


@pytest.mark.long  # tests/browser/test_every_kind.py makes the window narrow after the page has loaded
def test_no_kind_of_page_scrolls_sideways_on_the_narrowest_phone(visitor: Visitor, site: Path) -> None:
    page = visitor.page(width=NARROWEST)
    for path in (*kinds(site).values(), *long_pages(site)):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROWEST, path


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_a_filtered_table_shows_only_the_rows_that_fit(visitor: Visitor, width: int) -> None:
    page = visitor.page("data.html", width=width)
    page.locator(".table-filter input").fill("timeline")
    rows = page.locator(".data-table tbody tr:visible")
    expect(rows).to_have_count(page.locator(".data-table tbody tr", has_text="timeline").count())


def test_sizes_are_sorted_as_sizes(visitor: Visitor) -> None:
    page = visitor.page("data.html")
    page.get_by_role("button", name="大小").click()
    sizes = page.locator(".data-table:has(th:text-is('大小')) tbody td:nth-child(4)").all_text_contents()
    amounts = [float(re.sub(r"[^\d.]", "", size)) for size in sizes]
    assert amounts == sorted(amounts), sizes


_TABLES = """[...document.querySelectorAll(".md-content table")].filter(e => e.checkVisibility()).map(e => {
    const style = getComputedStyle(e);
    return [style.borderLeftWidth, style.borderTopWidth,
            e.offsetWidth, e.closest(".md-content__inner").clientWidth, e.textContent.trim().slice(0, 40)];
})"""


def test_tables_have_no_frame_and_fill_the_column(page: Page) -> None:
    for path in ("review/index.html", "data.html", "notices/index.html", "tasks/numbers.html"):
        page.goto(path)
        tables = page.evaluate(_TABLES)
        assert tables, path
        for left, top, wide, column, words in tables:
            assert (left, top) == ("0px", "0px"), words
            assert abs(wide - column) <= 1, words


@pytest.mark.parametrize(
    ("path", "tab"),
    [
        ("browse/level.html", "文件"),
        ("glossary/index-kind.html", "词语"),
        ("tasks/numbers.html", "任务"),
        ("data.html", "数据"),
        ("review/index.html", None),
    ],
)
def test_the_tab_of_the_place_is_marked_below_it_too(site: Path, path: str, tab: str | None) -> None:
    page = html.document_fromstring((site / path).read_text("utf-8"))
    tabs = (link for link in page.iter("a") if "md-tabs__link" in link.get("class", ""))
    marked = [link for link in tabs if link.get("aria-current")]
    assert ["".join(map(str, link.itertext())).strip() for link in marked] == ([tab] if tab else [])


def test_the_colour_switch_shows_that_the_keys_are_on_it(visitor: Visitor) -> None:
    page = visitor.page("about.html")
    switch = page.locator(".md-header__option input").first
    page.locator(".md-logo").first.focus()
    page.keyboard.press("Tab")
    expect(switch).to_be_focused()
    assert switch.evaluate("e => getComputedStyle(e.nextElementSibling).outlineStyle") == "solid"
