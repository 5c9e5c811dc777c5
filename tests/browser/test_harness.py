"""The harness notices every fault, over http and from the disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest

from tests.browser.harness import PHONE, WIDE, Visitor, served
from tests.browser.profiles import Profiles

By = Literal["http", "file"]
both_ways = pytest.mark.parametrize("by", ["http", "file"])


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address and the folder of a site of one page, which each test writes."""
    folder = tmp_path_factory.mktemp("small")
    with served(folder) as address:
        yield address, folder


@pytest.fixture
def stranger(profiles: Profiles, small_site: tuple[str, Path]) -> Iterator[Visitor]:
    """A visitor of the small site, whose faults are looked at by the test."""
    visitor = Visitor(profiles, *small_site)
    yield visitor
    visitor.close()


def visit(visitor: Visitor, body: str, by: By, fault: str | None = None) -> list[str]:
    document = f"<!doctype html><meta charset=utf-8><link rel=icon href=data:,><title>一页</title>{body}"
    name = f"{len(list(visitor.site.iterdir()))}.html"  # of its own: a browser may keep a page of the same second
    for path in ("index.html", name):
        (visitor.site / path).write_text(document, "utf-8")
    page = visitor.page(name, by=by)
    for _ in range(4 if fault is None else 200):  # a fault is waited for, none only for a while
        page.wait_for_timeout(50)
        if fault is not None and any(fault in noted for noted in visitor.faults):
            break
    return visitor.faults


@both_ways
def test_a_good_page_has_no_fault(stranger: Visitor, by: By) -> None:
    assert visit(stranger, "<p>好</p>", by) == []


@both_ways
@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<script>console.error('坏了')</script>", "坏了"),
        ("<script>throw new Error('没接住')</script>", "没接住"),
        ("<script>Promise.reject(new Error('没履约'))</script>", "没履约"),
        ("<img src=http://127.0.0.1:9/x.png>", "request leaves the site: http://127.0.0.1:9/x.png"),
        ("<script src=https://example.org/x.js></script>", "request leaves the site: https://example.org/x.js"),
        ("<img src=missing.png>", "Failed to load resource"),
        ("<iframe src=file:///etc/hostname></iframe>", "file:///etc/hostname"),
    ],
    ids=["console error", "uncaught error", "rejected promise", "picture", "script", "missing file", "other file"],
)
def test_each_fault_is_noticed(stranger: Visitor, by: By, body: str, fault: str) -> None:
    assert any(fault in noted for noted in visit(stranger, body, by, fault))


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_pages_have_the_width_and_form_asked_for(stranger: Visitor, width: int) -> None:
    visit(stranger, "", "http")
    page = stranger.page("index.html", width=width, dark=True, printed=True)
    assert page.evaluate("innerWidth") == width
    assert page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    assert page.evaluate("matchMedia('print').matches")


@both_ways
def test_a_page_finds_nothing_that_an_earlier_one_stored(profiles: Profiles, stranger: Visitor, by: By) -> None:
    stored = "document.cookie + JSON.stringify([localStorage, sessionStorage])"
    visit(stranger, "", by)
    first = stranger.page("index.html", by=by)
    empty = first.evaluate(stored)
    first.evaluate("document.cookie = 'a=1'; localStorage.a = sessionStorage.a = '1'")
    assert first.evaluate(stored) != empty
    assert stranger.page("index.html", by=by).evaluate(stored) == empty
    first.evaluate("localStorage.a = '1'")
    assert stranger.close() == []
    other = Visitor(profiles, stranger.http, stranger.site)
    assert other.page("index.html", by=by).evaluate(stored) == empty
    assert other.close() == []
