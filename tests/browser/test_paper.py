"""What a browser prints of each kind of page: how many sheets, what stands on the first, and what a reader chooses."""

from __future__ import annotations

import io
import logging
import re
import unicodedata

import pytest
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTTextContainer
from playwright.sync_api import Page, expect

from tests.browser.harness import Visitor

NOTICE = "notices/003_2e31e8bc992ce31d.html"
LEAST = 60  # characters on a first page that is more than a title
CARDS = "packs/zhaojingzi-sifeng/cards.html"


def printed(page: Page) -> list[str]:
    """The words on each sheet that Chromium prints, without blanks."""
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    sheets = extract_pages(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    return [squeezed("".join(box.get_text() for box in sheet if isinstance(box, LTTextContainer))) for sheet in sheets]


def squeezed(text: str) -> str:
    """The text without blanks; Chromium's PDF has radicals in the place of some characters (⽂ for 文)."""
    return "".join(unicodedata.normalize("NFKC", text).split())


@pytest.mark.parametrize(
    ("path", "most"),
    [
        (NOTICE, 7),
        ("glossary/sifeng.html", 8),
        pytest.param("tasks/index.html", 12, marks=pytest.mark.long),
        pytest.param("timeline/index.html", 14, marks=pytest.mark.long),
        pytest.param("compare/003_2e31e8bc992ce31d--004_8b50126b68af5ed6.html", 18, marks=pytest.mark.long),
        ("packs/zhaojingzi-sifeng/sheets.html", 4),
    ],
    ids=["notice", "term", "tasks", "timeline", "comparison", "sheets"],
)
def test_the_first_sheet_holds_more_than_a_title_and_no_sheet_is_blank(visitor: Visitor, path: str, most: int) -> None:
    page = visitor.page(path)
    sheets = printed(page)
    assert len(sheets) <= most
    title = squeezed(page.locator("h1").first.inner_text())
    assert len(sheets[0]) >= len(title) + LEAST, sheets[0]
    assert all(len(re.sub(r"—\d+—", "", sheet)) > 0 for sheet in sheets)


def test_the_heads_of_a_table_that_can_be_sorted_stand_on_each_of_its_sheets(visitor: Visitor) -> None:
    page = visitor.page("tasks/of-002_9a05cc43a8767791.html")
    heads = squeezed("".join(page.locator("th").all_text_contents()))
    assert page.locator("th button").count()
    sheets = printed(page)
    assert len(sheets) > 1
    assert [sheet for sheet in sheets if not set(heads) <= set(sheet) or "出处" not in sheet] == []


def test_fronts_and_backs_of_cards_alternate_from_the_first_sheet_on(visitor: Visitor) -> None:
    page = visitor.page(CARDS)
    sheets = printed(page)
    sides = page.locator(".card-side")
    assert len(sheets) == sides.count()
    for number, sheet in enumerate(sheets):
        first = page.locator(".card-side").nth(number).locator(".pack-card strong, .pack-card .card-term").first
        assert squeezed(first.text_content() or "")[:2] in sheet
        assert ("backs" in (sides.nth(number).get_attribute("class") or "")) == bool(number % 2)


def test_no_back_of_a_card_is_longer_than_its_front(visitor: Visitor) -> None:
    page = visitor.page("packs/sanyansanshi/cards.html", printed=True)
    heights = page.locator(".pack-card").evaluate_all("cards => cards.map(card => Math.round(card.offsetHeight))")
    assert len(set(heights)) == 1


def test_a_notice_prints_its_text_alone_until_more_is_chosen(visitor: Visitor) -> None:
    page = visitor.page(NOTICE)
    plain = "".join(printed(page))
    for absent in ("发文机关", "涉及词语", "校注", "旁注", "http"):
        assert absent not in plain
    page.get_by_role("button", name="打印", exact=True).click()
    dialog = page.get_by_role("dialog", name="打印")
    expect(dialog).to_be_visible()
    expect(page.locator(".md-header")).to_be_hidden()
    for name in ("校注", "时间与任务", "网址"):
        dialog.get_by_role("checkbox", name=name).check()
    whole = "".join(printed(page))
    for present in ("校注", "旁注", NOTICE):
        assert present in whole
    assert len(re.findall(r"https?:", whole)) <= 1
    assert "关闭" not in whole  # the dialog itself
    page.keyboard.press("Escape")
    expect(page.locator(".md-header")).to_be_visible()


def test_what_is_folded_is_printed_unfolded_and_folded_again(visitor: Visitor) -> None:
    page = visitor.page("compare/003_2e31e8bc992ce31d--004_8b50126b68af5ed6.html")
    folded = page.locator(".comparison details").first
    words = squeezed(folded.locator("p").first.text_content() or "")[:8]
    assert words in squeezed("".join(printed(page)))
    expect(folded).not_to_have_attribute("open", re.compile(".*"))
