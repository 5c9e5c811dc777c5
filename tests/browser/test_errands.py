"""The eleven errands of readers, done as readers do them, each from the home page and with the most steps it may take.

`make test` does them in a wide window, `make test-long` on a phone and, from the disk, in Firefox too, but for what
Firefox does not let a test see, downloads and the clipboard. On a phone a section of the site is one step further away.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from pdfminer.high_level import extract_text
from playwright.sync_api import Page

from tests.browser.errands import Errand
from tests.browser.harness import PHONE, WIDE, Visitor
from tests.browser.reader import Driver, PageDriver, Reader

_SORTED = "return [...document.querySelectorAll('.concordance.sorted li .tail')].map((tail) => tail.textContent);"
_MARKED = "[...document.querySelectorAll('.text mark')].map((mark) => mark.textContent).join('')"
_DEADLINES = """return [...document.querySelectorAll('.events tbody tr')].filter((row) => row.checkVisibility())
    .map((row) => [row.querySelector('.kind').textContent, row.querySelector('.when').textContent]);"""
_SIDES = """return ["base", "own"].map((side) => {
    const box = document.querySelector(`.comparison .row.is-altered .cell.${side}`).getBoundingClientRect();
    return [box.left, box.right, box.top, box.bottom];
});"""


@pytest.fixture(
    params=["wide", *(pytest.param(form, marks=pytest.mark.long) for form in ("phone", "firefox"))],
)
def errand(request: pytest.FixtureRequest, visitor: Visitor, server: str) -> Iterator[Errand]:
    """A reader before the home page."""
    is_narrow = request.param == "phone"
    driver: Driver
    if request.param == "firefox":
        driver = request.getfixturevalue("firefox")
    else:
        page = visitor.page(width=PHONE if is_narrow else WIDE, touch=is_narrow)
        driver = PageDriver(page, visitor.faults)
    before = len(driver.faults())
    reader = Reader(driver, (visitor.file_url("") if request.param == "firefox" else server).rstrip("/"))
    reader.go("index.html")
    yield Errand(reader, is_narrow)
    assert driver.faults()[before:] == []


@pytest.fixture(params=[WIDE, pytest.param(PHONE, marks=pytest.mark.long)], ids=["wide", "phone"])
def page(request: pytest.FixtureRequest, visitor: Visitor) -> Page:
    """A page of Chromium, in which a test sees downloads, the clipboard and what is printed."""
    return visitor.page(width=request.param)


@pytest.fixture
def errand_in(page: Page, visitor: Visitor, server: str) -> Errand:
    """A reader before the home page, on that page."""
    reader = Reader(PageDriver(page, visitor.faults), server.rstrip("/"))
    reader.go("index.html")
    return Errand(reader, (page.viewport_size or {"width": WIDE})["width"] == PHONE)


def downloaded(errand: Errand, page: Page, selector: str, words: str = "") -> bytes:
    """What a link gives."""
    with page.expect_download() as download:
        errand.click(selector, words)
    return Path(download.value.path()).read_bytes()


def test_a_slogan_is_read_in_its_exact_words_with_what_stands_around_them(errand: Errand) -> None:
    errand.search("六问")
    errand.click(".search-excerpt")
    errand.see(f"location.pathname.includes('/notices/') && {_MARKED} === '六问'")
    errand.see("{ const box = document.querySelector('.text mark').getBoundingClientRect();"
               " return box.top >= 0 && box.bottom <= innerHeight; }")  # fmt: skip
    assert errand.steps == 2


def test_the_duties_of_ones_level_stand_on_one_printed_sheet(errand_in: Errand, page: Page) -> None:
    errand_in.open("任务")
    errand_in.click("article a", "村社区", whole=True)
    errand_in.see_words("对村社区的要求", "h1")
    for part in ("要解决的问题", "要做的事"):
        errand_in.see_words(part, ".sheet h2")
    assert page.evaluate("[...document.querySelectorAll('.clauses li')].every(li => li.querySelector('a.source'))")
    page.evaluate("window.print = () => { window.isPrinted = true; }")
    errand_in.click(".print-here button", "打印", whole=True)
    errand_in.click("dialog button", "打印", whole=True)
    assert page.evaluate("window.isPrinted")
    printed = extract_text(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert printed.count("\f") == 1, "the sheet is one page"
    assert "对村社区的要求" in printed
    assert errand_in.steps == 4 + errand_in.is_narrow


def test_the_words_of_centre_and_district_stand_side_by_side(errand: Errand) -> None:
    errand.open("对照")
    errand.click("article table a")
    errand.see("document.querySelector('.comparison .row.is-altered')")
    base, own = errand.read(_SIDES)
    if errand.is_narrow:
        assert base[3] <= own[2] + 1  # one close below the other
        assert own[2] - base[3] < 40
    else:
        assert abs(base[2] - own[2]) < 2
        assert base[1] <= own[0]
    assert errand.steps == 2 + errand.is_narrow


def test_one_paragraph_is_cited_as_the_standard_asks(errand_in: Errand, page: Page) -> None:
    errand_in.click("article a", "关于开展第二批党的群众路线教育实践活动的指导意见")
    page.wait_for_url("**/notices/*")
    paragraph = page.locator(".text p:has(a.permalink)").nth(3)
    paragraph.hover()
    place = paragraph.locator("a.permalink").first.get_attribute("href")
    errand_in.click(f".text a.permalink[href='{place}']")
    errand_in.click("[role=menuitem]", "复制引用：GB/T 7714—2015", whole=True)
    cited = page.evaluate("navigator.clipboard.readText()")
    assert cited.startswith("中共中央办公厅. 关于开展第二批党的群众路线教育实践活动的指导意见[EB/OL].")
    assert "(2014-01-24)" in cited
    assert str(place) in cited
    assert errand_in.steps == 3


def test_all_deadlines_of_a_month_are_listed(errand: Errand) -> None:
    errand.open("时间线")
    errand.click("[role=group][aria-label=类别] button", "期限", whole=True)
    errand.click(".time-strip a[data-month='2014-04']")
    errand.see("location.search.includes('month=2014-04')")
    rows = errand.read(_DEADLINES)
    assert rows
    assert all(kind == "期限" and "2014年4月" in when for kind, when in rows)
    assert errand.steps == 3 + errand.is_narrow


def test_a_document_is_found_by_its_number(errand: Errand) -> None:
    errand.search("湘群组发〔2014〕36号")
    errand.click(".search-text h3 a")
    errand.see("location.pathname.includes('/notices/')")
    errand.see_words("湘群组发〔2014〕36号")
    assert errand.steps == 2


def test_the_source_file_is_had_with_its_hash(errand_in: Errand, page: Page) -> None:
    errand_in.click("article a", "关于把第二批教育实践活动引向深入的通知")
    errand_in.click("summary", "文件档案")
    content = downloaded(errand_in, page, "details.archive a[href*='../sources/']")
    assert sha256(content).hexdigest() in page.locator("details.archive").inner_text()
    assert errand_in.steps == 3


def test_what_is_missing_from_the_collection_is_listed(errand: Errand) -> None:
    errand.open("源流")
    errand.click("article a[href='missing.html']")
    errand.see_words("未收录的文件", "h1")
    errand.see_words("中共许昌市委关于在全市党员中深入开展党的群众路线教育实践活动的实施意见")
    assert errand.steps == 2 + errand.is_narrow


def test_a_term_is_found_by_its_initials(errand: Errand) -> None:
    errand.search("xscsz")
    errand.click(".search-term a")
    errand.see("document.querySelector('h1.headword')?.textContent.includes('学')")
    errand.see_words("以群众评价促反思")
    assert errand.steps == 2


def test_the_uses_of_a_term_are_sorted_by_what_stands_beside_it(errand: Errand) -> None:
    errand.click("article a[href='glossary/sifeng.html']")
    errand.click("button", "按右侧的字", whole=True)
    errand.see("document.querySelector('.concordance.sorted li')")
    beside = [line.removeprefix("四风") for line in errand.read(_SORTED)]
    assert len(beside) > 20
    same = [line for line in beside if line.lstrip("”").startswith("问题")]
    first = next(number for number, line in enumerate(beside) if line in same)
    assert beside[first : first + len(same)] == same  # like words stand together
    assert errand.steps == 2


def test_the_data_of_a_table_open_in_a_spreadsheet(errand_in: Errand, page: Page) -> None:
    errand_in.open("数据")
    content = downloaded(errand_in, page, "article a[href$='terms.csv']")
    assert content.startswith("\ufeff".encode())  # a spreadsheet then reads the characters
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert any(row["词语"] == "六问" for row in rows)
    assert errand_in.steps == 2 + errand_in.is_narrow
