"""The errands of readers, done as readers do them, each from the home page and with the most steps it may take.

A step is a click, a choice or a line typed. All errands share one site.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.harness import PHONE, WIDE, Visitor


@dataclass
class Errand:
    """A reader on a page; counts the steps."""

    page: Page
    steps: int = 0

    def click(self, what: Locator) -> None:
        """Clicks what is to be seen."""
        self.steps += 1
        what.click()

    def choose(self, link: str) -> None:
        """Clicks the first link of that name in the content of the page."""
        self.click(self.page.locator("article").get_by_role("link", name=link).first)

    def open(self, tab: str) -> None:
        """Chooses a section of the site by its name at the head of each page."""
        self.click(self.page.locator(".md-tabs").get_by_role("link", name=tab, exact=True))

    def search(self, words: str) -> None:
        """Types into the field of the home page."""
        self.steps += 1
        field = self.page.get_by_role("searchbox").first
        field.fill(words)
        field.press("Enter")

    def downloaded(self, link: Locator) -> bytes:
        """Downloads what a link or button gives."""
        with self.page.expect_download() as download:
            self.click(link)
        return Path(download.value.path()).read_bytes()

    def see(self, words: str) -> None:
        """The words stand on the screen."""
        expect(self.page.locator("article").get_by_text(words).first).to_be_visible()


@pytest.fixture
def errand(visitor: Visitor) -> Errand:
    """A reader before the home page, on a wide screen."""
    return Errand(visitor.page("index.html", width=WIDE))


def test_a_slogan_is_read_in_its_exact_words_with_what_stands_around_them(errand: Errand) -> None:
    errand.search("六问")
    errand.click(errand.page.locator(".search-excerpt").first)
    errand.page.wait_for_url("**/notices/*")
    expect(errand.page.locator(".text mark").first).to_be_in_viewport()
    assert "".join(errand.page.locator(".text mark").all_inner_texts()) == "六问"
    assert errand.steps <= 2


def test_a_document_is_found_by_its_number(errand: Errand) -> None:
    errand.search("湘群组发〔2014〕36号")
    errand.click(errand.page.locator(".search-text h3 a").first)
    errand.page.wait_for_url("**/notices/*")
    errand.see("湘群组发〔2014〕36号")
    assert errand.steps <= 2


def test_the_source_file_is_had_with_its_hash(errand: Errand) -> None:
    errand.choose("关于把第二批教育实践活动引向深入的通知")
    errand.click(errand.page.get_by_text("文件档案").first)
    archive = errand.page.locator("details.archive")
    content = errand.downloaded(archive.locator("dt:has-text('来源文件') + dd a").first)
    assert sha256(content).hexdigest() in archive.inner_text()
    assert errand.steps <= 3


def test_what_is_missing_from_the_collection_is_listed(errand: Errand) -> None:
    errand.open("源流")
    errand.click(errand.page.locator('article a[href="missing.html"]').first)
    expect(errand.page.locator("h1")).to_contain_text("未收录的文件")
    errand.see("中共许昌市委关于在全市党员中深入开展党的群众路线教育实践活动的实施意见")
    assert errand.steps <= 2


def test_a_term_is_found_by_its_initials_on_a_phone(visitor: Visitor) -> None:
    errand = Errand(visitor.page("index.html", width=PHONE, touch=True))
    errand.search("xscsz")
    errand.click(errand.page.locator(".search-term a").first)
    expect(errand.page.locator("h1.headword")).to_contain_text("学")
    errand.see("以群众评价促反思")
    assert errand.steps <= 2


def test_the_uses_of_a_term_are_sorted_by_what_stands_beside_it(errand: Errand) -> None:
    errand.click(errand.page.locator('article a[href="glossary/sifeng.html"]').first)
    errand.click(errand.page.get_by_role("button", name="按右侧的字"))
    lines = errand.page.locator(".concordance.sorted li")
    beside = [line.removeprefix("四风") for line in lines.locator(".tail").all_inner_texts()]
    assert len(beside) > 20
    same = [line for line in beside if line.lstrip("”").startswith("问题")]
    first = next(number for number, line in enumerate(beside) if line in same)
    assert beside[first : first + len(same)] == same  # like words stand together
    assert errand.steps <= 2


def test_the_data_of_a_table_open_in_a_spreadsheet(errand: Errand) -> None:
    errand.open("数据")
    content = errand.downloaded(errand.page.locator('article a[href$="terms.csv"]').first)
    assert content.startswith("\ufeff".encode())  # a spreadsheet then reads the characters
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert any(row["词语"] == "六问" for row in rows)
    assert errand.steps <= 2


def test_the_words_of_centre_and_district_stand_side_by_side(errand: Errand) -> None:
    errand.open("对照")
    errand.click(errand.page.locator("article table a").first)
    row = errand.page.locator(".comparison .row.is-altered").first
    left, right = (row.locator(f".cell.{side}").bounding_box() for side in ("base", "own"))
    assert left
    assert right
    assert abs(left["y"] - right["y"]) < 2
    assert left["x"] + left["width"] <= right["x"]
    assert errand.steps <= 2


def test_one_paragraph_is_cited_as_the_standard_asks(errand: Errand) -> None:
    errand.choose("关于开展第二批党的群众路线教育实践活动的指导意见")
    paragraph = errand.page.locator(".text p:has(a.permalink)").nth(3)
    paragraph.hover()
    errand.click(paragraph.locator("a.permalink").first)
    errand.click(errand.page.get_by_role("menuitem", name="复制引用：GB/T 7714—2015"))
    cited = errand.page.evaluate("navigator.clipboard.readText()")
    assert cited.startswith("中共中央办公厅. 关于开展第二批党的群众路线教育实践活动的指导意见[EB/OL].")
    assert "(2014-01-24)" in cited
    assert "#" in cited
    assert errand.steps <= 3
