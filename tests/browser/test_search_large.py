"""The dialog and the page over the sharded form of the data, as a large corpus has it, over http and from the disk."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from notice_site.pages.core.links import links
from notice_site.pages.core.term_index import term_place
from notice_site.pipeline.reference import read_reference
from notice_site.search_index.files import search_files
from tests.browser.harness import Visitor, served
from tests.browser.profiles import Profiles
from tests.browser.ways import By, both_ways
from tests.project_sources import SOURCES, project_corpus

ITEMS = ".md-search-result__item"


@pytest.fixture(scope="module")
def large(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with its search data in the other form."""
    copy = tmp_path_factory.mktemp("large") / "site"
    shutil.copytree(site, copy)
    for file in (copy / "search").glob("*.js"):
        file.unlink()
    corpus, reference = project_corpus(), read_reference(SOURCES)[0]
    where = links(corpus.notices)
    files = search_files(
        corpus,
        {notice.id: where.notice(notice.id).url for notice in corpus.notices},
        {term.id: term_place(term.id).url for term in corpus.terms},
        {level.id: level.name for level in reference.levels},
        reference.readings,
        small=0,
    )
    for path, content in files:
        (copy / path).parent.mkdir(parents=True, exist_ok=True)
        (copy / path).write_bytes(content)
    return copy


@pytest.fixture(scope="module")
def address(large: Path) -> Iterator[str]:
    with served(large) as address:
        yield address


@pytest.fixture
def guest(profiles: Profiles, address: str, large: Path) -> Iterator[Visitor]:
    visitor = Visitor(profiles, address, large)
    yield visitor
    faults = visitor.close()
    assert not faults, "\n".join(faults)


@both_ways
def test_the_dialog_answers_and_leads_to_the_marked_words(guest: Visitor, by: By) -> None:
    page = guest.page("index.html", by=by)
    page.keyboard.press("/")
    page.keyboard.type("tongguo xiafa dudaoka")
    expect(page.locator(f"{ITEMS} article p mark").first).to_have_text("通过下发督导卡")
    page.keyboard.press("Enter")
    page.wait_for_url("**/notices/002*")
    assert "".join(page.locator("article mark").all_inner_texts()) == "通过下发督导卡"


@both_ways
def test_only_what_a_query_needs_is_loaded(guest: Visitor, by: By) -> None:
    page = guest.page("index.html", by=by)
    page.keyboard.press("/")
    page.keyboard.type("公文旅行")
    expect(page.locator(f"{ITEMS} h1").first).to_have_text("公文旅行")
    expect(page.locator(ITEMS).nth(2)).to_be_visible()
    loaded = [url for url in guest.requests if "/search/index/" in url]
    assert 0 < len(loaded) < len([*(guest.site / "search/index").iterdir()])


@both_ways
def test_the_page_narrows_sorts_and_goes_on_to_the_end(guest: Visitor, by: By) -> None:
    page = guest.page("search/index.html?find=sifeng&sort=date", by=by)
    expect(page.locator(".search-count")).to_contain_text("找到")
    dates = [text[:20] for text in page.locator(".search-about").all_inner_texts()]
    assert len(dates) > 3
    page.locator("[data-facet=level][value=中央]").check()
    expect(page.locator(".search-text")).to_have_count(2)
    expect(page.locator("[data-facet=level][value=中央]")).to_be_checked()


def test_nothing_found_is_said_in_this_form_too(guest: Visitor) -> None:
    page = guest.page("search/index.html?find=liuwenliudaitu")
    expect(page.locator(".search-count")).to_have_text("没有找到“liuwenliudaitu”。")
    expect(page.locator(".search-nearest a").first).to_be_visible()


def test_a_part_that_is_missing_is_said(guest: Visitor, large: Path) -> None:
    page = guest.page("index.html")
    page.route("**/search/terms.js*", lambda route: route.abort())
    page.keyboard.press("/")
    page.keyboard.type("六问")
    expect(page.locator(f"{ITEMS} h1").first).to_have_text("检索数据未能载入")
    page.unroute("**/search/terms.js*")
    page.keyboard.type("六")
    expect(page.locator(f"{ITEMS} h1").first).to_have_text("六问六带头")
    guest.faults.clear()  # the browser reports the file that the test withheld
