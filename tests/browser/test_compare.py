"""Comparison and lineage in the browser: same height side by side, stacked on a phone, ways there and back."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.harness import PHONE, Visitor
from tests.browser.ways import By, both_ways

DISTRICT = "notices/003_2e31e8bc992ce31d.html"
COMPARISON = "compare/003_2e31e8bc992ce31d--004_8b50126b68af5ed6.html"
ITEMS = "compare/items-003_2e31e8bc992ce31d--004_8b50126b68af5ed6.html"
LINEAGE = "lineage/index.html"

_TOPS = """() => [...document.querySelectorAll('.comparison .row:not(.heads)')]
  .map(row => [...row.querySelectorAll(':scope > .cell')].map(cell => cell.getBoundingClientRect().top))
  .filter(tops => tops.length === 2)"""
_CUT = """() => [...document.querySelectorAll('.comparison .cell, .comparison .row-label')]
  .filter(e => e.scrollWidth > e.clientWidth + 1).length"""


def test_both_sides_of_a_row_stand_on_one_height(visitor: Visitor) -> None:
    tops = visitor.page(COMPARISON).evaluate(_TOPS)
    assert len(tops) > 10
    assert all(base == own for base, own in tops)


def test_on_a_phone_the_sides_stand_below_each_other_and_nothing_is_cut(visitor: Visitor) -> None:
    page = visitor.page(COMPARISON, width=PHONE)
    assert all(base < own for base, own in page.evaluate(_TOPS))
    assert page.evaluate(_CUT) == 0
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE


@both_ways
def test_from_a_shared_passage_the_reader_comes_to_its_row_and_back_to_the_words(visitor: Visitor, by: By) -> None:
    page = visitor.page(DISTRICT, by=by)
    page.locator(".margin-list li:has(a[href='#sec_2__sec_1']) a:text-is('并排看')").first.click()
    row = page.locator(".comparison .row:target")
    expect(row).to_contain_text("市、县领导班子和领导干部重点解决政绩观不正确")
    expect(row).to_be_in_viewport()
    row.locator(".own .where").click()
    expect(page.locator("#sec_2__sec_1")).to_be_in_viewport()


@both_ways
def test_what_could_not_be_compared_opens_on_demand(visitor: Visitor, by: By) -> None:
    page = visitor.page(COMPARISON, by=by)
    rest = page.locator(".comparison details")
    expect(rest.get_by_text("狠抓专项整治不放松")).to_be_hidden()
    rest.locator("summary").click()
    expect(rest.get_by_text("狠抓专项整治不放松")).to_be_visible()


def test_copied_text_has_no_marks_and_no_row_numbers(visitor: Visitor) -> None:
    page = visitor.page(COMPARISON)
    cell = page.locator(".comparison .row.is-partly .own", has=page.locator(".elsewhere")).first
    copied = cell.evaluate("cell => { getSelection().selectAllChildren(cell); return getSelection().toString(); }")
    assert "⇢" not in copied
    assert copied.strip().startswith("(二)总的要求。要把“照镜子、正衣冠、洗洗澡、治治病”的总要求贯穿全过程")


@both_ways
def test_from_an_item_the_reader_comes_to_its_words(visitor: Visitor, by: By) -> None:
    page = visitor.page(COMPARISON, by=by)
    page.get_by_role("link", name="逐项对照").click()
    page.get_by_role("button", name="全部展开").click()
    row = page.locator(".item-table tr", has_text="落实惠民政策缩水走样").first
    expect(row).to_contain_text("改写")
    row.locator("td").last.locator(".source").first.click()
    marked = page.locator("mark.marked-words")
    expect(marked.first).to_be_visible()
    assert "".join(marked.all_text_contents()) == "对群众冷暖关心不够,落实惠民政策缩水走样"


def test_on_a_phone_items_are_cards_that_name_both_documents(visitor: Visitor) -> None:
    page = visitor.page(ITEMS, width=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE
    cells = page.locator(".item-table tbody tr").first.locator("td")
    expect(cells.first).to_have_attribute("data-label", re.compile("中央意见"))
    expect(cells.last).to_have_attribute("data-label", re.compile("魏都意见"))


@both_ways
def test_a_line_of_the_picture_leads_to_the_words_that_prove_it(visitor: Visitor, by: By) -> None:
    page = visitor.page(LINEAGE, by=by)
    page.locator(".lineage-picture.wide a.relation-转发 text").click()
    proof = page.locator(".proof-line:target")
    expect(proof).to_contain_text("转发")
    proof.locator("a").click()
    expect(page).to_have_url(re.compile("notices/000_6d8494eddf5d3065.html"))


def test_on_a_phone_the_picture_stands_upright(visitor: Visitor) -> None:
    page = visitor.page(LINEAGE, width=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE
    expect(page.locator(".lineage-picture.wide")).to_be_hidden()
    picture = page.locator(".lineage-picture.upright").bounding_box()
    assert picture
    assert picture["width"] <= PHONE
    assert picture["height"] > picture["width"]
