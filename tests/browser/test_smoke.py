"""The built site opens, from the disk as well as over http, in each width."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import expect

from tests.browser.harness import PHONE, WIDE, Visitor


@pytest.mark.parametrize("by", ["http", "file"])
@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_the_home_page_opens_in_chinese_and_does_not_scroll_sideways(
    visitor: Visitor, by: Literal["http", "file"], width: int
) -> None:
    page = visitor.page("index.html", by=by, width=width)
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
    expect(page.locator("h1").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
