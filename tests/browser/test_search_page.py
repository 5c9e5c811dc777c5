"""The page 检索: answers, facets, order, address, table, keys, phone, and without scripts."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.harness import PHONE, WIDE, Visitor
from tests.browser.ways import By, both_ways
from tests.search_index.engine_site import FOLDER, MODULES


def search_page(visitor: Visitor, query: str, by: By = "http", width: int = WIDE) -> Page:
    page = visitor.page(f"search/index.html?{query}", by=by, width=width)
    expect(page.locator(".search-count")).to_contain_text(re.compile("找到|没有"))
    return page


def count(page: Page) -> tuple[int, int, int]:
    """Terms, documents and paragraphs that the page says it found."""
    numbers = re.findall(r"\d+", page.locator(".search-count").inner_text())
    terms, documents, paragraphs, places = map(int, numbers)
    assert places >= paragraphs
    return terms, documents, paragraphs


@both_ways
@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_terms_and_documents_are_shown_with_their_words_marked(visitor: Visitor, by: By, width: int) -> None:
    page = search_page(visitor, "find=zhengfengsuji", by, width)
    expect(page.locator(".search-term mark").first).to_have_text("正风肃纪")
    assert set(page.locator(".search-excerpt mark").all_inner_texts()) == {"正风肃纪"}
    assert page.locator(".search-text").count() == count(page)[1] > 1
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_answer_leads_to_its_paragraph_with_the_words_marked(visitor: Visitor) -> None:
    page = search_page(visitor, "find=gongwenlvxing")
    page.locator(".search-excerpt").first.click()
    page.wait_for_url("**/notices/*")
    assert "".join(page.locator("article mark").all_inner_texts()) == "公文旅行"


def test_the_address_holds_the_whole_state_and_back_goes_back(visitor: Visitor) -> None:
    page = search_page(visitor, "find=四风")
    everything = count(page)
    page.locator("[data-facet=level][value=中央]").check()
    expect(page).to_have_url(re.compile("level="))
    expect(page.locator("[data-facet=level][value=中央]")).to_be_focused()
    central = count(page)
    assert central[1] < everything[1]
    page.locator("#search-sort").select_option("date")
    expect(page).to_have_url(re.compile("sort=date"))
    address = page.url
    page.go_back()
    page.go_back()
    expect(page).not_to_have_url(re.compile("level="))
    assert count(page) == everything
    page.goto(address)
    expect(page.locator(".search-count")).to_contain_text("找到")
    assert count(page) == central
    expect(page.locator("[data-facet=level][value=中央]")).to_be_checked()
    expect(page.locator("#search-sort")).to_have_value("date")


def test_facets_count_what_they_lead_to(visitor: Visitor) -> None:
    page = search_page(visitor, "find=教育实践活动")
    boxes = page.locator(".search-facets input:visible")
    values = [(box.get_attribute("data-facet"), box.get_attribute("value")) for box in boxes.all()]
    assert len(values) > 12
    for facet, value in values:
        box = page.locator(f'[data-facet="{facet}"][value="{value}"]')
        said = int(box.locator("xpath=..").locator(".search-number").inner_text())
        box.check()
        terms, documents, places = count(page)
        assert said == (documents if facet != "hit" else terms or places), (facet, value)
        page.locator(f'[data-facet="{facet}"][value="{value}"]').uncheck()


def test_sorted_by_date_the_newest_document_is_first(visitor: Visitor) -> None:
    page = search_page(visitor, "find=群众&sort=date")
    said = re.findall(r"(\d+)年(\d+)月(\d+)日", "\n".join(page.locator(".search-about").all_inner_texts()))
    dates = [tuple(map(int, day)) for day in said]
    assert len(dates) > 3
    assert dates == sorted(dates, reverse=True)


def test_the_table_holds_every_place(visitor: Visitor) -> None:
    page = search_page(visitor, "find=zhengfengsuji")
    terms, _, places = count(page)
    with page.expect_download() as download:
        page.locator(".search-save").click()
    assert download.value.suggested_filename == "检索-zhengfengsuji.csv"
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert text.startswith("\ufeff出现位置,")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert len(rows) == terms + places
    assert {row["相符文字"] for row in rows if row["出现位置"] == "正文"} == {"正风肃纪"}
    assert all(row["链接"].startswith(visitor.http) for row in rows)


def test_the_page_is_used_by_keys_alone(visitor: Visitor) -> None:
    page = visitor.page("search/index.html")
    expect(page.locator("#search-field")).to_be_focused()
    page.keyboard.type("san'yan")
    expect(page.locator(".search-term mark").first).to_have_text("三严")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.search-term a')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary/*")


def test_it_is_told_to_screen_readers(visitor: Visitor) -> None:
    page = search_page(visitor, "find=sanyansansi")
    expect(page.get_by_role("searchbox", name="检索")).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="找到")).to_have_count(1)
    expect(page.get_by_role("group", name="层级")).to_be_visible()
    expect(page.get_by_role("combobox", name="排序")).to_be_visible()
    expect(page.locator(".search-term").first).to_contain_text("近音")


def test_nothing_found_is_said_and_the_nearest_terms_are_offered(visitor: Visitor) -> None:
    page = search_page(visitor, "find=学四促三抓")
    expect(page.locator(".search-count")).to_have_text("没有找到“学四促三抓”。")
    expect(page.locator(".search-nearest a").first).to_have_text("学三促四抓")
    expect(page.locator(".search-narrow")).to_be_hidden()
    page.locator("#search-field").fill("。。")
    expect(page.locator(".search-count")).to_have_text("没有可以检索的文字。")


def test_markup_in_the_address_is_shown_and_not_run(visitor: Visitor) -> None:
    page = search_page(visitor, "find=%3Cimg%20src=x%20onerror=alert(1)%3E&level=%3Cb%3E&level=%22%5D")
    assert page.locator("#search-page img, #search-page b").count() == 0


def test_without_scripts_the_page_says_so_and_shows_the_way_round(visitor: Visitor) -> None:
    page = visitor.page("search/index.html", scripts=False)
    expect(page.locator("#search-page")).to_contain_text("需要浏览器运行 JavaScript")
    page.locator("#search-page a").first.click()
    expect(page).to_have_url(re.compile("glossary/index.html"))
    expect(page.locator(".md-search")).to_be_hidden()


def test_the_dialog_loads_the_same_modules_of_the_engine_as_the_page() -> None:
    listed = re.search(r"const MODULES = \[(.*?)\]", (FOLDER / "dialog-results.js").read_text("utf-8"), re.DOTALL)
    assert listed
    assert tuple(re.findall('"([^"]+)"', listed[1])) == MODULES
