"""Every kind of page, opened once under the policy of deploy/nginx.conf: form, motion and rules of accessibility."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import shorten, violations
from tests.browser.harness import HEIGHTS, WIDE, Visitor
from tests.browser.pictures import kinds
from tests.browser.profiles import Profiles

NARROWEST = 320  # also the width that 1280 px leave at a zoom of 400 %

# The left edges of text and tabs, and of each column beside the text with the number of its entries.
_EDGES = """() => [
    document.querySelector(".md-content__inner").getBoundingClientRect().left,
    document.querySelector(".md-tabs__list a").getBoundingClientRect().left,
    [...document.querySelectorAll(".md-sidebar")].filter((bar) => bar.offsetWidth).map(
        (bar) => [bar.getBoundingClientRect().left, bar.querySelectorAll("li").length]),
]"""
_MOVING = """[...document.querySelectorAll("*"), document.documentElement].filter(element => {
    const style = getComputedStyle(element);
    return style.scrollBehavior === "smooth" || style.animationName !== "none"
        || style.transitionDuration.split(", ").some(time => parseFloat(time) > 0.001);
}).map(element => element.tagName + "." + element.className)"""


@dataclass(frozen=True)
class Seen:
    """What was seen on one page."""

    path: str
    faults: list[str]
    edges: tuple[float, float, list[tuple[float, int]]] | None  # None for the page that stands alone
    moving: list[str]  # for readers who want no motion
    wide: int  # how wide it is in a wide window
    narrow: int  # and in the narrowest one
    violations: list[str]


def long_pages(site: Path) -> list[str]:
    """The longest page of a term, and all notices."""
    longest = max((site / "glossary").glob("[!i]*.html"), key=lambda path: path.stat().st_size)
    return [path.relative_to(site).as_posix() for path in (longest, *sorted((site / "notices").glob("*.html")))]


@pytest.fixture(scope="module")
def seen(profiles: Profiles, server: str, site: Path) -> list[Seen]:
    """Every kind of page and all long ones."""
    visitor = Visitor(profiles, server, site)
    try:
        page = visitor.page()
        return list(_looked_at(visitor, page, [*dict.fromkeys([*kinds(site).values(), *long_pages(site)])]))
    finally:
        visitor.close()


def _looked_at(visitor: Visitor, page: Page, paths: list[str]) -> Iterator[Seen]:
    page.emulate_media(reduced_motion="reduce")  # nothing is halfway to another colour when axe looks at it
    for path in paths:
        page.set_viewport_size({"width": WIDE, "height": HEIGHTS[WIDE]})
        page.goto(path)
        expect(page.locator("h1").first).to_be_visible()
        edges = page.evaluate(_EDGES) if page.locator(".md-tabs").count() else None
        moving = page.evaluate(_MOVING)
        wide = page.evaluate("document.documentElement.scrollWidth")
        page.set_viewport_size({"width": NARROWEST, "height": 640})
        narrow = page.evaluate("document.documentElement.scrollWidth")
        page.set_viewport_size({"width": WIDE, "height": HEIGHTS[WIDE]})
        shorten(page)
        yield Seen(path, [*visitor.faults], edges, moving, wide, narrow, violations(page))
        visitor.faults.clear()


def test_no_page_meets_a_fault_or_violates_the_policy(seen: list[Seen]) -> None:
    assert len(seen) > 20
    assert [(page.path, page.faults) for page in seen if page.faults] == []


def test_axe_finds_nothing(seen: list[Seen]) -> None:
    """Of parts that are alike it looks at the first few; `make test-long` has whole pages, dark ones and phones."""
    assert [fault for page in seen for fault in page.violations] == []


def test_all_begin_at_one_left_edge_and_leave_no_column_empty(seen: list[Seen]) -> None:
    framed = [(page.path, page.edges) for page in seen if page.edges]
    assert len(framed) > len(seen) / 2
    for path, (text, tabs, columns) in framed:
        assert abs(text - tabs) <= 1, path
        assert all(left > text and entries for left, entries in columns), path


def test_nothing_moves_for_readers_who_want_no_motion(seen: list[Seen]) -> None:
    assert [(page.path, page.moving) for page in seen if page.moving] == []


def test_none_scrolls_sideways_in_a_wide_window_and_on_the_narrowest_phone(seen: list[Seen]) -> None:
    assert [page.path for page in seen if page.wide > WIDE or page.narrow > NARROWEST] == []
