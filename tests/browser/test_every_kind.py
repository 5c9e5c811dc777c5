"""Every kind of page, of 6 documents and of 52: form, motion, accessibility, weight, the policy, and from the disk."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import shorten, violations
from tests.browser.harness import HEIGHTS, WIDE, Visitor
from tests.browser.page_kinds import kinds, largest
from tests.browser.profiles import Profiles
from tests.browser.published import published

FIRST = (
    140_000  # bytes, compressed, of a page with all that it loads; of documents tests/browser/test_weight.py has less
)
OF_SEARCH = 165_000  # the same with the scripts that search
LATER = 40_000  # the page itself
ONLY_SERVED = "404.html"  # at any depth, so its links begin at the root
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

_WIDTH_AT_TWICE_THE_SIZE = """() => {
    const root = document.documentElement;
    root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`;
    const width = root.scrollWidth;
    root.style.fontSize = "";
    return width;
}"""


@dataclass(frozen=True)
class Seen:
    """What was seen on one page."""

    path: str
    faults: list[str]
    edges: tuple[float, float, list[tuple[float, int]]] | None  # None for the page that stands alone
    moving: list[str]  # for readers who want no motion
    wide: int  # how wide it is in a wide window
    narrow: int  # and in the narrowest one
    large_type: int  # there with type of twice its size
    violations: list[str]
    files: set[str]  # that it asked for, below the site
    faults_from_disk: list[str]


@dataclass(frozen=True)
class Walk:
    """A site and what was seen on its pages."""

    site: Path
    pages: list[Seen]

    def weight(self, path: str) -> int:
        """How many bytes a server sends for a file."""
        return len(gzip.compress((self.site / path).read_bytes(), 6, mtime=0))


def long_pages(site: Path) -> list[str]:
    """The largest page of a term, and all notices."""
    notices = (path.relative_to(site).as_posix() for path in sorted((site / "notices").glob("*.html")))
    return [largest(site, "glossary"), *notices]


@pytest.fixture(scope="module", params=["site", pytest.param("site_of_many", marks=pytest.mark.long)])
def walk(profiles: Profiles, request: pytest.FixtureRequest) -> Iterator[Walk]:
    """Every kind of page and, of the smaller site, all long ones."""
    site: Path = request.getfixturevalue(request.param)
    is_small = request.param == "site"
    paths = [*dict.fromkeys([*kinds(site).values(), *(long_pages(site) if is_small else [largest(site, "notices")])])]
    with nullcontext(request.getfixturevalue("server")) if is_small else published(site) as address:
        visitor = Visitor(profiles, address, site)
        try:
            yield Walk(site, list(_looked_at(visitor, visitor.page(), visitor.page(by="file"), paths)))
        finally:
            visitor.close()


@pytest.fixture
def seen(walk: Walk) -> list[Seen]:
    return walk.pages


def _looked_at(visitor: Visitor, page: Page, from_disk: Page, paths: list[str]) -> Iterator[Seen]:
    page.emulate_media(reduced_motion="reduce")  # nothing is halfway to another colour when axe looks at it
    for path in paths:
        if path != ONLY_SERVED:
            from_disk.goto(visitor.file_url(path))
            expect(from_disk.locator("h1").first).to_be_visible()
        faults_from_disk = [*visitor.faults]
        visitor.faults.clear()
        visitor.requests.clear()
        page.set_viewport_size({"width": WIDE, "height": HEIGHTS[WIDE]})
        page.goto(path)
        expect(page.locator("h1").first).to_be_visible()
        edges = page.evaluate(_EDGES) if page.locator(".md-tabs").count() else None
        moving = page.evaluate(_MOVING)
        wide = page.evaluate("document.documentElement.scrollWidth")
        page.set_viewport_size({"width": NARROWEST, "height": 640})
        narrow = page.evaluate("document.documentElement.scrollWidth")
        large_type = page.evaluate(_WIDTH_AT_TWICE_THE_SIZE)
        page.set_viewport_size({"width": WIDE, "height": HEIGHTS[WIDE]})
        shorten(page)
        asked = (url for url in visitor.requests if url.startswith(visitor.http))
        files = {url.removeprefix(visitor.http).partition("?")[0] for url in asked}
        faults, axe = [*visitor.faults], violations(page)
        yield Seen(path, faults, edges, moving, wide, narrow, large_type, axe, files, faults_from_disk)
        visitor.faults.clear()


def test_no_page_meets_a_fault_or_violates_the_policy(seen: list[Seen]) -> None:
    assert len(seen) > 20
    assert [(page.path, page.faults) for page in seen if page.faults] == []


def test_no_page_meets_a_fault_when_opened_from_the_disk(seen: list[Seen]) -> None:
    assert [(page.path, page.faults_from_disk) for page in seen if page.faults_from_disk] == []


def test_none_is_heavy_on_a_first_visit_or_a_later_one(walk: Walk) -> None:
    heavy = {}
    for page in walk.pages:
        assert page.path in page.files
        assert any(file.endswith(".css") for file in page.files)
        first, later = sum(map(walk.weight, page.files)), walk.weight(page.path)
        if first > (OF_SEARCH if page.path == "search/index.html" else FIRST) or later > LATER:
            heavy[page.path] = (first, later)
    assert heavy == {}


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


def test_none_scrolls_sideways_with_large_type_on_the_narrowest_phone(seen: list[Seen]) -> None:
    assert [(page.path, page.large_type) for page in seen if page.large_type > NARROWEST] == []
