"""Notice pages in the browser: anchors, citing, the text as received, notes, marked words, phone, print, no scripts."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.harness import PHONE, WIDE, Visitor, wait_until


@pytest.fixture(scope="session")
def notices(site: Path) -> list[dict[str, Any]]:
    """The documents that the site publishes about itself, each a page or a part of one."""
    found: list[dict[str, Any]] = json.loads((site / "data" / "notices.json").read_text("utf-8"))["items"]
    return found


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def with_blocks(notices: list[dict[str, Any]], **wanted: object) -> tuple[dict[str, Any], dict[str, Any]]:
    """The first document, and in it the first block, that has these values."""
    return next(
        (notice, block)
        for notice in notices
        for block in notice["blocks"]
        if all(block[name] == value for name, value in wanted.items())
    )


def page_of(notice: dict[str, Any], block: dict[str, Any] | None = None, query: str = "") -> str:
    path = str(notice["url"]).partition("#")[0]
    return f"{path}{query}#{block['id']}" if block else path + query


@pytest.mark.parametrize("step", [pytest.param(3, id="some"), pytest.param(1, id="all", marks=pytest.mark.long)])
def test_an_anchor_shows_its_paragraph_marked_below_the_header(
    page: Page, notices: list[dict[str, Any]], step: int
) -> None:
    for notice in notices[::step]:
        block = [block for block in notice["blocks"] if block["kind"] == "paragraph"][-1]
        page.goto(page_of(notice, block))
        wait_until(page, "document.querySelector(':target')")
        box = page.locator(":target").bounding_box()
        assert box is not None
        header = page.locator(".md-header").bounding_box()
        assert header is not None
        assert header["height"] <= box["y"] < 800
        ground = page.locator(":target").evaluate("element => getComputedStyle(element).backgroundColor")
        assert ground != "rgba(0, 0, 0, 0)"


def test_a_paragraph_copies_its_link_its_citation_and_its_words(page: Page, notices: list[dict[str, Any]]) -> None:
    notice = next(notice for notice in notices if notice["number"] and not notice["part_of"])
    block = next(block for block in notice["blocks"] if block["kind"] == "paragraph")
    page.goto(page_of(notice))
    inner = notice["title"].translate(str.maketrans("《》", "〈〉"))
    issuer = "、".join(notice["issuers"])
    citation = f"{'' if issuer in notice['title'] else issuer}《{inner}》（{notice['number']}）"
    copied = []
    for offer in ("复制链接", "复制引用：公文引用", "复制文字和出处"):
        page.locator(f"#{block['id']}").hover()
        page.locator(f"#{block['id']} > .permalink").click()
        page.get_by_role("menuitem", name=offer, exact=True).click()
        expect(page.get_by_role("status").filter(has_text="已复制")).to_be_visible()
        copied.append(page.evaluate("navigator.clipboard.readText()"))
    link = page.url
    assert link.endswith(f"#{block['id']}")
    assert copied == [link, citation, f"“{block['text']}”\n——{citation}\n{link}"]


def test_the_menu_works_by_keyboard(page: Page, notices: list[dict[str, Any]]) -> None:
    page.goto(page_of(notices[0]))
    link = page.locator(".text .permalink").first
    link.focus()
    expect(link).to_be_visible()
    page.keyboard.press("Enter")
    menu = page.get_by_role("menu")
    expect(menu).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(menu.get_by_role("menuitem").nth(1)).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(link).to_be_focused()


def test_selected_words_are_copied_with_a_link_that_finds_them(page: Page, notices: list[dict[str, Any]]) -> None:
    notice, block = with_blocks(notices, kind="paragraph")
    page.goto(page_of(notice))
    words = page.evaluate(
        """id => {
            const nodes = Array.from(document.getElementById(id).childNodes);
            const text = nodes.find(node => node.nodeType === Node.TEXT_NODE && node.length > 8);
            getSelection().setBaseAndExtent(text, 2, text, 8);
            return getSelection().toString();
        }""",
        block["id"],
    )
    page.get_by_role("button", name="引用").click()
    page.get_by_role("menuitem", name="复制选中文字和出处").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"“{words}”\n——")
    assert re.search(rf"\?at={block['id']}\.\d+-\d+#{block['id']}$", copied)


def test_each_paragraph_stands_beside_its_lines_as_received_and_the_address_says_so(
    page: Page, site: Path, notices: list[dict[str, Any]]
) -> None:
    page.goto(page_of(notices[0]))
    page.get_by_role("button", name="校勘").click()
    received = page.locator(".received li")
    expect(received.first).to_be_visible()
    assert "view=source" in page.url
    whole = (site / "sources" / notices[0]["source"]).read_text("utf-8-sig")
    assert squeezed("".join(received.all_text_contents())) == squeezed(whole)
    piece, beside = page.locator("p.paragraph").first, page.locator("p.paragraph + .received").first
    assert squeezed(beside.inner_text())[:10] == squeezed(piece.inner_text())[:10]
    page.reload()
    expect(received.first).to_be_visible()
    page.go_back()
    expect(received).to_have_count(0)


def test_the_text_alone_is_a_mode_that_is_kept(page: Page, notices: list[dict[str, Any]]) -> None:
    page.goto(page_of(notices[0]))
    page.get_by_role("button", name="洁净").click()
    expect(page.locator(".margin-list, .notes").first).to_be_hidden()
    page.goto(page_of(notices[-1]))
    expect(page.get_by_role("button", name="洁净")).to_have_attribute("aria-pressed", "true")
    page.goto(page_of(notices[-1], query="?view=study"))
    expect(page.get_by_role("button", name="学习")).to_have_attribute("aria-pressed", "true")


def test_words_are_found_in_the_document_by_characters_pinyin_and_initials(
    page: Page, notices: list[dict[str, Any]]
) -> None:
    notice = next(notice for notice in notices if any("三严三实" in block["text"] for block in notice["blocks"]))
    page.goto(page_of(notice))
    page.get_by_role("button", name="查本件").click()
    field = page.get_by_role("searchbox", name=re.compile("查本件"))
    on_page = [other for other in notices if page_of(other) == page_of(notice)]
    count = sum(block["text"].count("三严三实") for other in on_page for block in other["blocks"])
    for typed in ("三严三实", "sanyansanshi", "syss"):
        field.fill(typed)
        expect(page.locator(".find-in-notice [role=status]")).to_have_text(f"1 / {count} 处")
        assert squeezed("".join(page.locator("mark.is-current").all_text_contents())) == "三严三实"
    page.keyboard.press("Escape")
    expect(page.locator("mark")).to_have_count(0)


def test_selected_words_offer_citing_and_searching(page: Page, notices: list[dict[str, Any]]) -> None:
    notice, block = with_blocks(notices, kind="paragraph")
    page.goto(page_of(notice))
    page.evaluate("id => getSelection().selectAllChildren(document.getElementById(id))", block["id"])
    menu = page.get_by_role("toolbar", name="选中的文字")
    menu.get_by_role("button", name="复制引用").click()
    assert block["text"] in page.evaluate("navigator.clipboard.readText()")
    term = page.locator(".text a.term").first
    term.evaluate("term => getSelection().selectAllChildren(term)")
    expect(menu.get_by_role("link", name="查词")).to_have_attribute("href", term.evaluate("term => term.href"))
    expect(menu.get_by_role("link", name="检索")).to_have_attribute("href", re.compile(r"search/index\.html\?find="))


def test_a_place_is_cited_with_issuer_date_and_section(page: Page, notices: list[dict[str, Any]]) -> None:
    notice, block = next(
        (notice, block)
        for notice in notices
        if notice["date"] and notice["issuers"] and not notice["part_of"]
        for block in notice["blocks"]
        if block["kind"] == "section" and block["parent"]
    )
    parent = next(other for other in notice["blocks"] if other["id"] == block["parent"])
    page.goto(page_of(notice))
    cited = dict(page.evaluate("id => Notices.citations.of(document.getElementById(id), 'https://a/#b')", block["id"]))
    place = f"{parent['label']}{block['label']}"
    assert cited["公文引用"].endswith(place)
    assert cited["GB/T 7714—2015"].startswith(f"{'、'.join(notice['issuers'])}. {notice['title']}")
    assert f"({notice['date']})" in cited["GB/T 7714—2015"]
    assert place in cited["GB/T 7714—2015"]
    assert cited["文字和链接"].endswith("https://a/#b")


def test_entries_for_citation_managers_are_those_of_the_data_files_with_the_place(
    page: Page, site: Path, notices: list[dict[str, Any]]
) -> None:
    files = {entry["id"]: entry for entry in json.loads((site / "data/documents.csl.json").read_bytes())}
    bibtex, ris = ((site / f"data/documents.{ending}").read_bytes().decode() for ending in ("bib", "ris"))
    notice, section = next(
        (notice, block)
        for notice in notices
        if notice["number"] and not notice["part_of"]
        for block in notice["blocks"]
        if block["kind"] == "section" and block["depth"] == 1
    )
    page.goto(page_of(notice))
    give = "id => Notices.citations.entries(document.querySelector(id), 'https://a/#b')"
    whole = dict(page.evaluate(give, ".text[data-citation]"))
    (entry,) = json.loads(whole["CSL-JSON"])
    assert {name: entry[name] for name in ("id", "title", "author", "issued", "number")} == {
        name: files[notice["id"]][name] for name in ("id", "title", "author", "issued", "number")
    }
    for name, published in (("BibTeX", bibtex), ("RIS", ris)):
        lines = [line.rstrip() for line in whole[name].split("\n") if "https://a/#b" not in line]
        assert all(line in [other.rstrip() for other in published.split("\n")] for line in lines), name
    (placed,) = json.loads(dict(page.evaluate(give, f"#{section['id']}"))["CSL-JSON"])
    assert (placed["locator"], placed["URL"]) == (section["label"].rstrip("、"), "https://a/#b")


def test_a_paragraph_leads_to_its_lines_in_the_source_and_an_anchor_back(
    page: Page, notices: list[dict[str, Any]]
) -> None:
    notice, block = with_blocks(notices, kind="paragraph")
    page.goto(page_of(notice))
    page.locator(f"#{block['id']}").hover()
    page.locator(f"#{block['id']} > .permalink").click()
    page.get_by_role("menuitem", name=re.compile("看来源文本")).click()
    line = page.locator(".received li:target")
    expect(line).to_be_visible()
    assert squeezed(line.inner_text())[:10] == squeezed(block["text"])[:10]
    page.evaluate(f"location.hash = '{block['id']}'")
    expect(page.locator(f"#{block['id']}")).to_be_visible()


@pytest.mark.parametrize("count", [3, pytest.param(30, marks=pytest.mark.long)])
def test_exact_words_are_marked(visitor: Visitor, site: Path, notices: list[dict[str, Any]], count: int) -> None:
    texts = {(notice["id"], block["id"]): (notice, block) for notice in notices for block in notice["blocks"]}
    terms = json.loads((site / "data" / "terms.json").read_text("utf-8"))["items"]
    mentions = [mention for term in terms for mention in term["mentions"]]
    page = visitor.page()
    for mention in mentions[:: max(1, len(mentions) // count)]:
        notice, block = texts[mention["notice"], mention["block"]]
        start, end = mention["start"], mention["end"]
        page.goto(page_of(notice, block, f"?at={block['id']}.{start}-{end}"))
        marked = "".join(page.locator("mark").all_inner_texts())
        assert squeezed(marked) == squeezed(block["text"][start:end])


@pytest.mark.parametrize("step", [pytest.param(2, id="some"), pytest.param(1, id="all", marks=pytest.mark.long)])
def test_copied_text_is_the_text_alone(page: Page, notices: list[dict[str, Any]], step: int) -> None:
    for notice in notices[::step]:
        page.goto(page_of(notice))
        for block in notice["blocks"]:
            if block["kind"] not in ("section", "paragraph") or block["inline"]:
                continue
            copied = page.evaluate(
                """id => {
                    const element = document.getElementById(id);
                    const whole = element.closest(".run-in") || element;
                    getSelection().selectAllChildren(whole);
                    return getSelection().toString();
                }""",
                block["id"],
            )
            points = notice["blocks"][notice["blocks"].index(block) + 1 :]
            expected = block["text"]
            for point in points:
                if not point["inline"]:
                    break
                expected += point["text"]
            assert copied.strip() == expected.strip()


def test_notes_stand_beside_their_lines_in_a_wide_window(visitor: Visitor, notices: list[dict[str, Any]]) -> None:
    notice = next(notice for notice in notices if any(not repair["kind"].startswith(("join", "noise"))
                                                      for repair in notice["repairs"]))  # fmt: skip
    page = visitor.page(page_of(notice), width=WIDE)
    text = page.locator(".text").first.bounding_box()
    mark = page.locator("sup[id^='fnref']").first.bounding_box()
    note = page.locator(".footnote li").first.bounding_box()
    assert text
    assert mark
    assert note
    assert note["x"] >= text["x"] + text["width"]
    assert abs(note["y"] - mark["y"]) < 40
    phone = visitor.page(page_of(notice), width=PHONE)
    below = phone.locator(".footnote li").first.bounding_box()
    last = phone.locator(".text").last.bounding_box()
    assert below
    assert last
    assert below["y"] >= last["y"] + last["height"]


def test_everything_can_be_read_without_scripts(visitor: Visitor, notices: list[dict[str, Any]]) -> None:
    page = visitor.page(page_of(notices[0]), scripts=False)
    expect(page.locator(".text").first).to_be_visible()
    expect(page.locator(".tools")).to_be_hidden()
    page.locator("details.source-text > summary").click()
    received = page.locator("details.source-text a")
    expect(received).to_be_visible()
    assert page.request.get(f"notices/{received.get_attribute('href')}").ok
    page.locator(".text .permalink").first.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#"))


@pytest.mark.long  # tests/browser/test_every_kind.py has the widest and the narrowest window
@pytest.mark.parametrize("width", [WIDE, PHONE, 768, 1024])
def test_no_page_scrolls_sideways(visitor: Visitor, notices: list[dict[str, Any]], width: int) -> None:
    page = visitor.page(width=width)
    for path in ("index.html", "notices/index.html", "browse/issuer.html", "data.html", "about.html",
                 *dict.fromkeys(page_of(notice) for notice in notices)):  # fmt: skip
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_the_print_of_a_notice_has_neither_frame_nor_tools(visitor: Visitor, notices: list[dict[str, Any]]) -> None:
    page = visitor.page(page_of(notices[0]), printed=True)
    for gone in (".md-header", ".md-tabs", ".tools", ".by-date", "details.source-text", ".permalink >> nth=0"):
        expect(page.locator(gone)).to_be_hidden()
    expect(page.locator(".text").first).to_be_visible()


def test_a_table_sorts_by_a_column_and_keeps_that_in_the_address(page: Page) -> None:
    page.goto("notices/index.html")
    column = page.get_by_role("columnheader", name="层级")
    column.get_by_role("button").click()
    expect(column).to_have_attribute("aria-sort", "ascending")
    levels = page.locator(".listing td:nth-child(4) [data-order]").evaluate_all(
        "cells => cells.map(cell => Number(cell.dataset.order))"
    )
    assert levels == sorted(levels)
    page.reload()
    expect(page.get_by_role("columnheader", name="层级")).to_have_attribute("aria-sort", "ascending")


def test_the_size_of_type_is_kept(page: Page, notices: list[dict[str, Any]]) -> None:
    page.goto(page_of(notices[0]))
    size = "getComputedStyle(document.querySelector('.text')).fontSize"
    before = page.evaluate(size)
    page.get_by_role("button", name="更多", exact=True).click()
    page.get_by_role("button", name="字号").click()
    larger = page.evaluate(size)
    assert float(larger.removesuffix("px")) > float(before.removesuffix("px"))
    page.reload()
    assert page.evaluate(size) == larger


def test_the_source_file_comes_down_byte_for_byte(page: Page, site: Path, notices: list[dict[str, Any]]) -> None:
    page.goto(page_of(notices[0]))
    with page.expect_download() as download:
        page.locator(".card summary").first.click()
        page.locator(".card a[download]").first.click()
    assert download.value.suggested_filename == notices[0]["source"]
