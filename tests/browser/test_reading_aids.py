"""What helps reading a notice: pinyin, numbers of paragraphs, where reading stopped, words cited by a link."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from notice_site.pipeline.reference import read_reference
from tests.browser.harness import PHONE, Visitor, wait_until
from tests.browser.ways import By

ROOT = Path(__file__).parents[2]

SELECT = """([from, to]) => {
    const node = (place) => {
        const skipped = (at) => at.parentElement.closest(".permalink, sup, rt");
        const walker = document.createTreeWalker(document.getElementById(place[0]), NodeFilter.SHOW_TEXT,
            at => skipped(at) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
        let left = place[1];
        while (walker.nextNode()) {
            if (left <= walker.currentNode.length) return [walker.currentNode, left];
            left -= walker.currentNode.length;
        }
    };
    const [a, b] = [node(from), node(to)];
    getSelection().setBaseAndExtent(a[0], a[1], b[0], b[1]);
}"""
RUBY = ".text ruby"
WORDS = "() => [...document.querySelectorAll('mark.marked-words')].map(mark => Notices.blockText.read(mark)).join('')"


@pytest.fixture(scope="session")
def notice(site: Path) -> dict[str, Any]:
    """The longest document on a page of its own."""
    found = json.loads((site / "data" / "notices.json").read_text("utf-8"))["items"]
    return max((item for item in found if "#" not in item["url"]), key=lambda item: len(item["blocks"]))


def _sections(notice: dict[str, Any]) -> list[dict[str, Any]]:
    return [block for block in notice["blocks"] if block["kind"] == "section" and block["depth"] == 1]


def paragraphs(notice: dict[str, Any]) -> list[dict[str, Any]]:
    return [block for block in notice["blocks"] if block["kind"] == "paragraph" and not block["inline"]]


def neighbours(notice: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Two paragraphs, the one behind the other."""
    blocks = notice["blocks"]
    return next(
        (first, second)
        for first, second in pairwise(blocks)
        if first in (plain := paragraphs(notice)) and second in plain and len(first["text"]) > 60
    )


def switch(page: Page, name: str, panel: str = "标注") -> None:
    """Presses a switch in a part that a button of the bar unfolds."""
    opener = page.get_by_role("button", name=panel, exact=True)
    if opener.get_attribute("aria-expanded") == "false":
        opener.click()
    page.get_by_role("button", name=name).click()


def annotate(page: Page, what: str) -> None:
    switch(page, "注音")
    page.get_by_role("menuitem", name=re.compile(f"^{what}")).click()
    expect(page.locator(RUBY).first).to_be_attached()


def select(page: Page, start: tuple[str, int], end: tuple[str, int]) -> None:
    page.evaluate(SELECT, [list(start), list(end)])


# --- pinyin --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("by", "step"), [("file", 3), *(pytest.param(by, 1, marks=pytest.mark.long) for by in ("file", "http"))]
)
def test_every_character_is_read_as_the_build_reads_it(visitor: Visitor, site: Path, by: By, step: int) -> None:
    own = read_reference(ROOT / "source_texts")[0].readings
    for item in json.loads((site / "data" / "notices.json").read_text("utf-8"))["items"][::step]:
        if "#" in item["url"] or not item["blocks"]:
            continue
        page = visitor.page(item["url"], by=by)
        annotate(page, "全文")
        shown = page.evaluate(
            """ids => ids.map(id => Notices.blockText.own(id).map(([node]) => {
                const rt = node.parentElement.closest("ruby")?.querySelector("rt");
                return rt ? [[node.data, rt.textContent]] : Array.from(node.data).map(c => [c, ""]);
            }).flat())""",
            [block["id"] for block in item["blocks"]],
        )
        for block, said in zip(item["blocks"], shown, strict=True):
            assert said == [list(pair) for pair in zip(block["text"], own.readings(block["text"]), strict=True)]


def test_pinyin_stands_over_the_selected_words_alone(page: Page, notice: dict[str, Any]) -> None:
    page.goto(notice["url"])
    block = paragraphs(notice)[1]
    select(page, (block["id"], 3), (block["id"], 9))
    annotate(page, "选中的文字")
    assert page.evaluate("[...document.querySelectorAll('.text ruby')].map(r => r.firstChild.data).join('')") == re.sub(
        r"\W", "", block["text"][3:9]
    )


def test_pinyin_stands_over_one_section_and_goes_again(page: Page, notice: dict[str, Any]) -> None:
    section = _sections(notice)[1]
    page.goto(notice["url"])
    annotate(page, section["label"])
    assert page.locator(RUBY).count() > 20
    assert page.evaluate(
        """id => [...document.querySelectorAll(".text ruby")]
            .every(ruby => Notices.blockText.section(document.getElementById(id))
                .some(piece => piece.contains(ruby)))""",
        section["id"],
    )
    switch(page, "注音")
    page.get_by_role("menuitem", name="取消注音").click()
    expect(page.locator(RUBY)).to_have_count(0)
    page.reload()
    expect(page.locator(RUBY)).to_have_count(0)


def test_the_menu_of_a_heading_offers_pinyin_for_its_section(page: Page, notice: dict[str, Any]) -> None:
    section = _sections(notice)[-1]
    page.goto(notice["url"])
    page.locator(f"[id='{section['id']}']").hover()
    page.locator(f"[id='{section['id']}'] > .permalink").click()
    page.get_by_role("menuitem", name="本节注音").click()
    expect(page.locator(f"[id='{section['id']}'] ruby").first).to_be_attached()
    expect(page.locator(f"[id='{paragraphs(notice)[0]['id']}'] ruby")).to_have_count(0)


def test_copied_words_come_without_pinyin(page: Page, notice: dict[str, Any]) -> None:
    page.goto(notice["url"])
    first, second = neighbours(notice)
    annotate(page, "全文")
    for start, end in (((first["id"], 0), (first["id"], 12)), ((first["id"], 5), (second["id"], 7))):
        select(page, start, end)
        page.keyboard.press("ControlOrMeta+c")
        copied = page.evaluate("navigator.clipboard.readText()")
        wanted = (
            first["text"][:12] if start[0] == end[0] else first["text"][start[1] :] + "\n" + second["text"][: end[1]]
        )
        assert re.sub(r"\n+", "\n", copied) == wanted


def test_pinyin_of_the_whole_text_is_kept_and_marks_and_links_go_on(page: Page, notice: dict[str, Any]) -> None:
    page.goto(notice["url"])
    annotate(page, "全文")
    block = paragraphs(notice)[1]
    page.goto(f"{notice['url']}?at={block['id']}.2-8#{block['id']}")
    expect(page.locator(RUBY).first).to_be_attached()
    assert page.evaluate(WORDS) == block["text"][2:8]
    page.locator(".text a.term").first.hover()
    expect(page.locator(".term-card")).to_be_visible()


# --- citing --------------------------------------------------------------------------------------


@pytest.mark.parametrize("by", ["http", pytest.param("file", marks=pytest.mark.long)])
@pytest.mark.parametrize(
    "pinyin", [pytest.param(False, id="plain", marks=pytest.mark.long), pytest.param(True, id="with pinyin")]
)
def test_a_copied_link_marks_exactly_the_words_selected(
    visitor: Visitor, notice: dict[str, Any], by: By, pinyin: bool
) -> None:
    first, second = neighbours(notice)
    for start, end, words in (
        ((first["id"], 2), (first["id"], 60), first["text"][2:60]),  # over links of terms
        ((first["id"], 10), (second["id"], 15), first["text"][10:] + second["text"][:15]),  # over paragraphs
    ):
        page = visitor.page(notice["url"], by=by)
        if pinyin:
            annotate(page, "全文")
        page.evaluate(
            "navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); }"
            if by == "http"
            else "document.execCommand = () => { window.copied = document.activeElement.value; return true; };"
            "Object.defineProperty(navigator, 'clipboard', { value: undefined })"
        )
        select(page, start, end)
        page.get_by_role("button", name="引用").click()
        page.get_by_role("menuitem", name="复制选中文字和出处").click()
        quoted, source, link = page.evaluate("window.copied").rsplit("\n", 2)
        assert quoted.strip("“”").replace("\n", "") == words
        assert re.match("——.*《", source)
        again = visitor.page()
        again.goto(link)
        assert again.evaluate(WORDS) == words


# --- numbers of paragraphs -----------------------------------------------------------------------


@pytest.mark.parametrize("width", [1280, PHONE])
def test_paragraphs_are_numbered_when_asked_for(visitor: Visitor, notice: dict[str, Any], width: int) -> None:
    page = visitor.page(notice["url"], width=width)
    shown = "[...document.querySelectorAll('.text [data-number]')].map(p => getComputedStyle(p, '::before').content)"
    assert set(page.evaluate(shown)) == {"none"}
    switch(page, "显示段号")
    numbers = [content.strip('"') for content in page.evaluate(shown)]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    page.reload()
    assert page.evaluate(shown)[0] == '"1"'


# --- where reading stopped -----------------------------------------------------------------------


def test_the_place_of_reading_is_offered_and_not_jumped_to(page: Page, notice: dict[str, Any]) -> None:
    page.goto(notice["url"])
    expect(page.locator(".resume")).to_have_count(0)
    block = paragraphs(notice)[len(paragraphs(notice)) // 2]
    page.evaluate("id => document.getElementById(id).scrollIntoView()", block["id"])
    wait_until(page, "(localStorage.getItem('notice-places') || '').includes('html')")
    kept = page.evaluate("JSON.parse(localStorage.getItem('notice-places'))[0][1]")
    page.goto("index.html")
    page.goto(notice["url"])
    assert page.evaluate("scrollY") == 0
    page.get_by_role("link", name="继续阅读").click()
    expect(page.locator(f"#{kept}")).to_be_in_viewport()
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    wait_until(page, "!localStorage.getItem('notice-places').includes('html')")


def test_all_aids_work_where_nothing_can_be_kept(visitor: Visitor, notice: dict[str, Any]) -> None:
    page = visitor.page()
    page.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name,"
        " { configurable: true, get() { throw new DOMException('no', 'SecurityError'); } })"
    )
    page.goto(notice["url"])
    annotate(page, "全文")
    switch(page, "显示段号")
    switch(page, "标出全部词语")
    switch(page, "字号", "更多")
    page.locator("[data-md-component=palette] label:visible").click()
    page.keyboard.press("s")
    expect(page.locator(".md-search__input")).to_be_focused()


# --- outline -------------------------------------------------------------------------------------


def test_the_outline_follows_the_reading(visitor: Visitor, notice: dict[str, Any]) -> None:
    page = visitor.page(notice["url"])
    sections = _sections(notice)
    for section in (sections[1], sections[-1]):
        page.evaluate("id => { location.hash = id; }", section["id"])
        active = page.locator(".md-sidebar--secondary .md-nav__link[aria-current]")
        expect(active).to_have_attribute("href", re.compile(f"#{section['id']}"))
        expect(active).to_be_in_viewport()
    phone = visitor.page(notice["url"], width=PHONE)
    phone.get_by_role("button", name="目录", exact=True).click()
    phone.get_by_role("menuitem", name=re.compile(f"^{sections[1]['label']}")).click()
    expect(phone.locator(f"[id='{sections[1]['id']}']")).to_be_in_viewport()
