"""Terms in the browser: the card by mouse, keyboard and touch, the switch, the filter; over http and from the disk."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.harness import PHONE, Visitor
from tests.browser.ways import By, both_ways

NOTICE = "notices/001_2d29a2eb2623bc71.html"
LINK = ".text a.term[href$='/liuwen.html']"


def card(page: Page) -> Locator:
    return page.locator(".term-card")


def expect_six_questions(page: Page) -> None:
    """The open card tells reading, quotation with source, parts, and the way to the page of the term."""
    box = card(page)
    expect(box).to_be_visible()
    expect(box).to_contain_text("liù wèn")
    expect(box.locator("blockquote")).to_contain_text("“六问”")
    expect(box).to_contain_text("《关于在全市党员干部中大力学习弘扬焦裕禄精神的通知》")
    expect(box.locator("li")).to_have_count(6)
    width = page.viewport_size["width"] if page.viewport_size else 0
    place = box.bounding_box()
    assert place
    assert place["x"] >= 0
    assert place["x"] + place["width"] <= width


@both_ways
def test_a_card_opens_under_the_mouse_stays_while_it_is_in_it_and_closes_after(visitor: Visitor, by: By) -> None:
    page = visitor.page(NOTICE, by=by)
    link = page.locator(LINK).first
    link.hover()
    expect_six_questions(page)
    card(page).locator("li").first.hover()
    page.wait_for_timeout(600)
    expect(card(page)).to_be_visible()
    page.mouse.move(5, 5)
    expect(card(page)).to_be_hidden()


@both_ways
def test_a_card_opens_on_keyboard_focus_is_entered_by_arrow_and_closed_by_escape(visitor: Visitor, by: By) -> None:
    page = visitor.page(NOTICE, by=by)
    link = page.locator(LINK).first
    page.locator("#sec_2__p_1 a.term").first.focus()
    while not link.evaluate("link => link === document.activeElement"):
        page.keyboard.press("Tab")
    expect_six_questions(page)
    expect(link).to_have_attribute("aria-describedby", "term-card")
    page.keyboard.press("ArrowDown")
    expect(card(page).locator("a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("h1.headword")).to_contain_text("六")


@both_ways
def test_a_tap_opens_the_card_and_a_tap_beside_it_closes_it(visitor: Visitor, by: By) -> None:
    page = visitor.page(NOTICE, by=by, width=PHONE, touch=True)
    link = page.locator(LINK).first
    link.tap()
    expect_six_questions(page)
    assert page.url.endswith(NOTICE)
    box = card(page).bounding_box()
    assert box
    beside = 200 if box["y"] > 200 else box["height"] + 100  # the card lies at the foot or at the head of the screen
    page.touchscreen.tap(4, beside)
    expect(card(page)).to_be_hidden()
    link.tap()
    expect_six_questions(page)
    card(page).get_by_text("查看词条").tap()
    expect(page.locator("h1.headword")).to_be_visible()


@both_ways
def test_a_second_tap_on_the_term_follows_its_link(visitor: Visitor, by: By) -> None:
    page = visitor.page(NOTICE, by=by, width=PHONE, touch=True)
    link = page.locator(LINK).first
    link.tap()
    expect(card(page)).to_be_visible()
    link.tap()
    expect(page.locator("h1.headword")).to_be_visible()


def test_without_scripts_a_term_is_a_plain_link(visitor: Visitor) -> None:
    page = visitor.page(NOTICE, scripts=False)
    page.locator(LINK).first.click()
    assert page.url.endswith("/glossary/liuwen.html")
    expect(page.get_by_text("一问是否像焦裕禄那样").first).to_be_visible()
    page.locator(".parts a.quoted").first.click()
    assert NOTICE in page.url


@both_ways
def test_the_switch_links_every_place_keeps_the_text_and_is_remembered(visitor: Visitor, by: By) -> None:
    page = visitor.page(NOTICE, by=by)
    links = page.locator(".text a.term")
    text = page.locator(".text").first.text_content()
    few = links.count()
    page.get_by_role("button", name="标注", exact=True).click()
    switch = page.get_by_role("button", name="标出全部词语")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "true")
    many = links.count()
    assert many > few
    assert page.locator(".text .term-again").count() == many - few
    assert page.locator(".text").first.text_content() == text
    page.reload()
    expect(page.locator(".text a.term")).to_have_count(many)
    page.locator(".text a.term-again").first.hover()
    expect(card(page)).to_be_visible()
    page.get_by_role("button", name="标注", exact=True).click()
    page.get_by_role("button", name="标出全部词语").click()
    expect(page.locator(".text a.term")).to_have_count(few)
    assert page.locator(".text").first.text_content() == text


NARROWED = {
    "六问": ["六问", "六问六带头"],
    "liuwen": ["六问", "六问六带头"],
    "liù wèn liu": ["六问六带头"],
    "lwldt": ["六问六带头"],
    "yan yi lü": ["严以律己"],
    "yanyilv": ["严以律己"],
    "窝蜂": ["一窝蜂"],
    "四个关键环节": ["抓学习、找问题、治毛病、立规矩"],
    "不存在的词": [],
}


@both_ways
def test_the_index_narrows_by_characters_pinyin_and_initials(visitor: Visitor, by: By) -> None:
    page = visitor.page("glossary/index.html", by=by)
    for query, found in NARROWED.items():
        page.get_by_label("筛选").fill(query)
        shown = page.locator(".term-group a.term:visible")
        expect(shown).to_have_text(found)
        expect(page.get_by_role("status")).to_have_text(f"{len(found)} 条" if found else "没有这样的词语")


def test_a_narrowed_index_can_be_shared_by_its_address(visitor: Visitor) -> None:
    page = visitor.page("glossary/index.html")
    page.get_by_label("筛选").fill("liuwen")
    page.reload()
    expect(page.locator(".term-group a.term:visible")).to_have_count(2)


def test_a_line_of_the_concordance_leads_to_its_words_and_marks_them(visitor: Visitor) -> None:
    page = visitor.page("glossary/liuwen.html")
    page.locator(".concordance a.kwic").last.click()
    expect(page.locator(".text mark")).to_have_text("六问")
    expect(page.locator(".text mark")).to_be_in_viewport()


@pytest.mark.long  # tests/browser/test_every_kind.py has a narrower window
@pytest.mark.parametrize("by", ["file", "http"])
@pytest.mark.parametrize("path", ["glossary/index.html", "glossary/jiaoyushijianhuodong.html", "glossary/liuwen.html"])
def test_no_page_of_the_glossary_scrolls_sideways_on_a_phone(visitor: Visitor, by: By, path: str) -> None:
    page = visitor.page(path, by=by, width=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@both_ways
def test_the_order_of_the_uses_is_in_the_address_and_each_line_names_its_document(visitor: Visitor, by: By) -> None:
    page = visitor.page("glossary/gengjiazhuzhong.html", by=by)
    count = page.locator(".uses li").count()
    page.get_by_role("button", name="按左侧的字").click()
    expect(page.locator(".uses")).to_be_hidden()
    expect(page.locator(".concordance.sorted li")).to_have_count(count)
    assert {line.split()[0] for line in page.locator(".sorted .where").all_inner_texts()} == {"中央意见", "魏都意见"}
    page.reload()
    expect(page.get_by_role("button", name="按左侧的字")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="按文件").click()
    expect(page.locator(".uses")).to_be_visible()


def test_a_term_of_one_document_fits_one_screen(page: Page) -> None:
    for term in ("xuesancusizhua", "sancu", "liuwen", "liuwenliudaitou"):
        page.goto(f"glossary/{term}.html")
        box = page.locator(".term-page").bounding_box()
        assert box
        assert box["y"] + box["height"] <= 800, term
