"""The pages on tasks in the browser: nothing is cut off, folded parts open, numbers sort, links reach the words."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Page, expect

from tests.browser.harness import PHONE, WIDE, Visitor

INDEX, NUMBERS, SHEET = "tasks/index.html", "tasks/numbers.html", "tasks/village.html"
MANY = 6  # documents of a sheet that a phone shows whole, as in duties.js


@pytest.mark.parametrize("path", [INDEX, NUMBERS, "tasks/leading-group.html"])
@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_no_page_on_tasks_scrolls_sideways_or_cuts_a_cell(visitor: Visitor, path: str, width: int) -> None:
    page = visitor.page(path, by="file", width=width)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    cut = page.evaluate(
        """[...document.querySelectorAll(":is(.data-table td, .clauses li)")].filter(
            cell => cell.offsetParent !== null && cell.scrollWidth > cell.clientWidth + 1
        ).map(cell => cell.textContent.trim().slice(0, 40))"""
    )
    assert cut == []


def test_a_class_unfolds_by_keyboard(visitor: Visitor) -> None:
    page = visitor.page(INDEX, by="file")
    folded = page.locator("details.matrix-row").first
    expect(folded.locator("ul").first).to_be_hidden()
    folded.locator("summary").first.focus()
    page.keyboard.press("Enter")
    expect(folded.locator("ul").first).to_be_visible()


def test_on_a_phone_the_classes_stand_folded_on_a_few_screens(visitor: Visitor) -> None:
    page = visitor.page(INDEX, by="file", width=PHONE)
    assert page.evaluate("document.documentElement.scrollHeight") < 6000


def test_one_field_narrows_the_whole_page_and_the_address_keeps_it(visitor: Visitor) -> None:
    page = visitor.page(INDEX, by="file")
    page.get_by_role("searchbox", name="筛选").fill("批评")
    shown = page.locator(".clauses li:visible")
    assert shown.count() > 1
    for clause in page.locator(".clauses:visible").all():
        assert "批评" in clause.inner_text()
    assert page.locator("details.matrix-row:visible").count() < page.locator("details.matrix-row").count()
    count = shown.count()
    page.reload()
    assert page.locator(".clauses li:visible").count() == count
    page.get_by_label("发文层级").select_option(label="县区")
    assert 0 < page.locator(".clauses li:visible").count() < count
    assert "level=county" in page.url


def sheet_of(documents: int, page: Page, site: Path) -> None:
    """Opens the sheet of villages as it is where so many documents ask something of them."""
    whole = html.document_fromstring((site / SHEET).read_bytes())
    asking = [*whole.iterfind(".//div[@class='of-document']")]
    present = {document.get("data-notice") for document in asking}
    for number in range(documents - len(present)):
        copied = deepcopy(asking[0])
        copied.set("data-notice", f"copied-{number}")
        asking[0].addnext(copied)
    page.route(f"**/{SHEET}", lambda it: it.fulfill(body=html.tostring(whole), content_type="text/html; charset=utf-8"))
    page.goto(SHEET)


def test_on_a_phone_a_sheet_of_many_documents_unfolds_one_by_one(visitor: Visitor, site: Path) -> None:
    page = visitor.page(width=PHONE)
    sheet_of(MANY + 1, page, site)
    buttons = page.locator(".column-head .unfold")
    first, second = page.locator(".of-document").nth(0), page.locator(".of-document").nth(1)
    expect(first.locator(".clauses").first).to_be_visible()
    expect(second.locator(".column-head .doc-name")).to_be_visible()
    expect(second.locator(".clauses").first).to_be_hidden()
    button = second.locator(".unfold")
    expect(button).to_have_text(f"展开 {second.locator('.clauses li').count()} 条")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_text("收起")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(second.locator(".clauses").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(second.locator(".clauses").first).to_be_hidden()
    words = second.locator(".clauses .item").first.text_content() or ""
    page.get_by_role("searchbox", name="筛选").fill(words)  # what fits a choice is never folded
    expect(second.locator(".clauses").first).to_be_visible()
    expect(buttons.first).to_be_hidden()


def test_a_sheet_of_few_documents_or_in_a_wide_window_is_not_folded(visitor: Visitor, site: Path) -> None:
    phone = visitor.page(width=PHONE)
    sheet_of(MANY, phone, site)
    expect(phone.locator(".of-document .clauses").last).to_be_visible()
    expect(phone.locator(".unfold")).to_have_count(0)
    wide = visitor.page()
    sheet_of(MANY + 1, wide, site)
    expect(wide.locator(".of-document .clauses").nth(3)).to_be_visible()
    expect(wide.locator(".unfold").nth(1)).to_be_hidden()


def test_the_answer_stands_there_without_scripts(visitor: Visitor) -> None:
    page = visitor.page(INDEX, scripts=False)
    page.get_by_role("link", name="村社区", exact=True).first.click()
    expect(page.locator(".sheet .clauses li").first).to_be_visible()
    expect(page.locator(".duties-choice")).to_have_count(0)


def test_numbers_sort_by_number_and_the_address_keeps_it(visitor: Visitor) -> None:
    page = visitor.page(NUMBERS, by="file")
    page.get_by_role("button", name="数", exact=True).click()
    cells = page.locator(".number-table tbody td:nth-child(3)").all_inner_texts()
    numbers = [float(text) for text in cells if text.replace(".", "").isdigit()]
    assert numbers == sorted(numbers)
    assert len(numbers) < len(cells), "an amount without a number stays last"
    page.reload()
    assert page.locator(".number-table tbody td:nth-child(3)").all_inner_texts() == cells


def test_the_source_of_a_task_shows_its_exact_words_marked(visitor: Visitor) -> None:
    page = visitor.page("tasks/media.html", by="http")
    link = page.locator(".clauses a.source").first
    asked = page.locator(".clauses li").first.locator(".item").first.inner_text()
    link.click()
    expect(page.locator("mark").first).to_be_visible()
    assert asked in "".join(page.locator("mark").all_inner_texts())
