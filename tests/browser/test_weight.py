"""What a browser loads for a notice page, compressed as a server does it: on the first visit, and after that."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from tests.browser.harness import Visitor

FIRST = 120_000  # bytes
LATER = 25_000


def packed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6, mtime=0))


@pytest.fixture(scope="session")
def notices(site: Path) -> list[str]:
    return [f"notices/{path.name}" for path in sorted((site / "notices").glob("*.html")) if path.stem != "index"]


def test_a_first_visit_loads_at_most_120_kB_and_a_later_one_25(
    visitor: Visitor, site: Path, notices: list[str]
) -> None:
    heavy = {}
    for path in notices:
        visitor.requests.clear()
        page = visitor.page(path)
        page.wait_for_load_state("networkidle")
        asked = (url for url in visitor.requests if url.startswith(visitor.http))
        files = {url.removeprefix(visitor.http).partition("?")[0] for url in asked}
        assert path in files
        assert any(file.endswith(".css") for file in files)
        first, later = sum(packed(site / file) for file in files), packed(site / path)
        if first > FIRST or later > LATER:
            heavy[path] = (first, later)
    assert not heavy


def test_pages_load_what_their_readers_ask_for(visitor: Visitor, notices: list[str]) -> None:
    page = visitor.page(notices[-1])

    def loaded() -> set[str]:
        return {url.rpartition("/")[2].partition("?")[0] for url in visitor.requests}

    page.wait_for_load_state("networkidle")
    asked = {
        "presentation.js",
        "presentation.css",
        "pinyin.js",
        "shortcuts-help.js",
        "dialog-results.js",
        "find-in-notice.js",
    }
    assert not asked & loaded()
    page.get_by_role("button", name="更多", exact=True).click()
    page.locator('.tools [data-tool="present"]').click()
    page.locator(".present-bar").wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="标注", exact=True).click()
    page.locator('.tools [data-tool="pinyin"]').click()
    page.get_by_role("menuitem", name="全文", exact=True).wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="查本件").click()
    page.get_by_role("searchbox", name=re.compile("查本件")).wait_for()
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    page.get_by_role("dialog", name="键盘操作").wait_for()
    page.keyboard.press("Escape")
    page.keyboard.press("s")
    page.keyboard.type("sf")
    page.locator(".md-search-result__item").first.wait_for()
    assert asked <= loaded()
