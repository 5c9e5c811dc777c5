"""The pages on tasks in the browser: nothing is cut off, folded parts open, numbers sort, links reach the words."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.harness import PHONE, WIDE, Visitor

MATRIX, NUMBERS = "tasks/index.html", "tasks/numbers.html"


@pytest.mark.parametrize("path", [MATRIX, NUMBERS, "tasks/leading-group.html"])
@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_no_page_on_tasks_scrolls_sideways_or_cuts_a_cell(visitor: Visitor, path: str, width: int) -> None:
    page = visitor.page(path, by="file", width=width)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    cut = page.evaluate(
        """[...document.querySelectorAll(":is(.task-matrix, .data-table) td")].filter(
            cell => cell.offsetParent && cell.scrollWidth > cell.clientWidth + 1
        ).map(cell => cell.textContent.trim().slice(0, 40))"""
    )
    assert cut == []


def test_a_cell_of_the_matrix_names_its_document_on_a_phone(visitor: Visitor) -> None:
    page = visitor.page(MATRIX, by="file", width=PHONE)
    gap = page.locator(".task-matrix td", has_text="—").first
    assert "通知" in (gap.get_attribute("data-label") or "") or "意见" in (gap.get_attribute("data-label") or "")


def test_what_is_folded_away_in_the_matrix_opens_by_keyboard(visitor: Visitor) -> None:
    page = visitor.page(MATRIX, by="file")
    folded = page.locator(".task-matrix details").first
    expect(folded.locator("ul").first).to_be_hidden()
    folded.locator("summary").first.focus()
    page.keyboard.press("Enter")
    expect(folded.locator("ul").first).to_be_visible()


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
    link = page.locator(".task-table a.source").first
    asked = page.locator(".task-table tbody tr").first.locator(".item").first.inner_text()
    link.click()
    expect(page.locator("mark").first).to_be_visible()
    assert asked in "".join(page.locator("mark").all_inner_texts())
