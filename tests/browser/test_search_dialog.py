"""The theme's search dialog with our worker behind it: keys, mouse, input methods, addresses, late answers."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.harness import PHONE, Visitor, wait_until
from tests.browser.ways import By, both_ways

FIELD = "[data-md-component=search-query]"
ITEMS = ".md-search-result__item"

# Sends these messages to a worker of its own; gives what it answered until it has been quiet for a while.
_CONVERSATION = """
([script, messages]) => new Promise((done) => {
  const worker = new Worker(script);
  const heard = [];
  let quiet = setTimeout(() => done(heard), 3000);
  worker.addEventListener("message", ({ data }) => {
    heard.push(data);
    clearTimeout(quiet);
    quiet = setTimeout(() => done(heard), 1200);
  });
  messages.forEach((message) => worker.postMessage(message));
})
"""


def answers(page: Page) -> list[str]:
    """The head lines of the groups that the dialog shows."""
    return page.locator(f"{ITEMS} h1").all_inner_texts()


def type_into_dialog(page: Page, text: str) -> None:
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.type(text)


@both_ways
def test_pinyin_typed_into_the_dialog_finds_the_term_and_its_paragraphs(visitor: Visitor, by: By) -> None:
    page = visitor.page("index.html", by=by)
    type_into_dialog(page, "liuwen")
    expect(page.locator(f"{ITEMS} h1").first).to_have_text("六问")
    expect(page.locator(ITEMS).first).to_contain_text("liù wèn")
    expect(page.locator(ITEMS).first).to_contain_text("一问是否像焦裕禄那样")
    marked = page.locator(f"{ITEMS} article p mark").first
    expect(marked).to_have_text("六问")


def test_the_key_opens_search_in_a_narrow_window_too(visitor: Visitor) -> None:
    page = visitor.page("index.html", width=PHONE)
    expect(page.locator(FIELD)).not_to_be_visible()
    type_into_dialog(page, "liuwen")
    expect(page.locator(f"{ITEMS} h1").first).to_have_text("六问")


@both_ways
def test_enter_opens_the_best_answer_with_its_words_marked(visitor: Visitor, by: By) -> None:
    page = visitor.page("index.html", by=by)
    type_into_dialog(page, "tixing yuetan")
    expect(page.locator(f"{ITEMS} mark").first).to_have_text("提醒约谈")
    page.keyboard.press("Enter")
    page.wait_for_url("**/notices/002*")
    marks = page.locator("article mark")  # links and notes part the words
    expect(marks.first).to_be_in_viewport()
    assert "".join(marks.all_inner_texts()) == "提醒约谈"


def test_a_term_opens_with_enter_and_arrows_lead_through_the_answers(visitor: Visitor) -> None:
    page = visitor.page("index.html")
    type_into_dialog(page, "lw")
    expect(page.locator(f"{ITEMS} h1").first).to_have_text("六问")
    page.keyboard.press("ArrowDown")
    expect(page.locator(f"{ITEMS} a").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(f"{ITEMS} a").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary/*")
    expect(page).to_have_title(re.compile("^六问"))


@both_ways
def test_an_address_with_a_query_opens_the_dialog_with_its_answers(visitor: Visitor, by: By) -> None:
    page = visitor.page("about.html?q=sanyansansi", by=by)
    expect(page.locator(f"{ITEMS} h1").first).to_have_text("三严三实")
    expect(page.locator(ITEMS).first).to_contain_text("近音")


def test_a_search_is_shared_as_an_address(visitor: Visitor) -> None:
    page = visitor.page("about.html")
    type_into_dialog(page, "liu wen")
    expect(page.locator(f"{ITEMS} h1").first).to_have_text("六问")
    page.locator("[data-md-component=search-share]").click()
    assert page.evaluate("navigator.clipboard.readText()") == f"{visitor.http}about.html?q=liu+wen"


def test_a_candidate_picked_by_mouse_from_an_input_method_is_searched(visitor: Visitor) -> None:
    """An input method that is used by mouse changes the field without any key."""
    page = visitor.page("index.html")
    page.keyboard.press("/")
    page.evaluate(
        """(selector) => {
          const field = document.querySelector(selector);
          field.dispatchEvent(new CompositionEvent("compositionstart"));
          field.value = "公文旅行";
          field.dispatchEvent(new CompositionEvent("compositionend", { data: "公文旅行" }));
          field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        }""",
        FIELD,
    )
    expect(page.locator(f"{ITEMS} h1").first).to_have_text("公文旅行")


def test_typing_on_a_phone_shows_answers_without_sideways_scroll(visitor: Visitor) -> None:
    page = visitor.page("index.html", width=PHONE)
    page.locator("label.md-header__button[for=__search]").click()
    page.keyboard.type("zhengfengsuji")
    expect(page.locator(f"{ITEMS} h1").first).to_have_text("正风肃纪")
    wait_until(page, "document.documentElement.scrollWidth <= innerWidth")  # the theme's veil grows first


def test_where_nothing_is_found_the_nearest_terms_are_offered(visitor: Visitor) -> None:
    page = visitor.page("index.html")
    type_into_dialog(page, "学四促三抓")
    expect(page.locator(f"{ITEMS} h1").first).to_have_text("没有找到“学四促三抓”")
    expect(page.locator(f"{ITEMS} h1").nth(1)).to_have_text("学三促四抓")


def test_markup_in_a_query_is_shown_and_not_run(visitor: Visitor) -> None:
    page = visitor.page("index.html")
    type_into_dialog(page, "<img src=x onerror=alert(1)>六<b>问")
    expect(page.locator(f"{ITEMS} h1").first).to_contain_text("<img src=x onerror=alert(1)>六<b>问")
    assert page.locator(f"{ITEMS} img, {ITEMS} b").count() == 0


def test_nothing_is_loaded_before_the_first_query_and_nothing_typed_is_sent(visitor: Visitor) -> None:
    page = visitor.page("index.html")
    asked = visitor.requests
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "/search/" in url and "worker.js" not in url and "search_index" not in url
                and "dialog.js" not in url]  # fmt: skip
    asked.clear()
    type_into_dialog(page, "liuwen")
    expect(page.locator(ITEMS).first).to_be_visible()
    assert asked
    assert not [url for url in asked if "liuwen" in url or "六问" in url]


def _talk(page: Page, *messages: object) -> list[dict[str, Any]]:
    script = page.evaluate("JSON.parse(document.getElementById('__config').textContent).search")
    heard: list[dict[str, Any]] = page.evaluate(_CONVERSATION, [script, list(messages)])
    return heard


@both_ways
def test_only_the_last_of_many_queries_is_answered(visitor: Visitor, by: By) -> None:
    page = visitor.page("index.html", by=by)
    typed = "zhengfengsuji"
    heard = _talk(page, *({"type": 2, "data": typed[:end]} for end in range(1, len(typed) + 1)))
    results = [message["data"]["items"] for message in heard if message["type"] == 3]
    assert len(results) == 1
    assert "正风肃纪" in results[0][0][0]["title"]


def test_the_worker_is_ready_at_once_and_speaks_the_themes_messages(visitor: Visitor) -> None:
    page = visitor.page("index.html")
    heard = _talk(page, {"type": 0, "data": {}}, {"type": 2, "data": "三严三实"}, None, 5, {"type": 9})
    assert heard[0] == {"type": 1}
    (result,) = [message for message in heard if message["type"] == 3]
    for group in result["data"]["items"]:
        assert sum("#" not in item["location"] for item in group) == 1
        scores = [item["score"] for item in group if "#" in item["location"]]
        assert scores == sorted(scores, reverse=True)
        assert group[0]["score"] == max(item["score"] for item in group)
        for item in group:
            assert {"location", "title", "text", "score", "terms"} <= item.keys()
    firsts = [group[0]["score"] for group in result["data"]["items"]]
    assert firsts == sorted(firsts, reverse=True)
    assert len(set(firsts)) == len(firsts)


def test_an_empty_field_is_answered_with_nothing(visitor: Visitor) -> None:
    page = visitor.page("index.html")
    heard = _talk(page, {"type": 2, "data": "  "})
    assert heard[-1]["data"]["items"] == []


def test_the_site_works_from_a_folder_with_a_blank_and_chinese_in_its_name(
    visitor: Visitor, site: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "中文 目录"
    shutil.copytree(site, copy)
    moved = Visitor(visitor.profiles, visitor.http, copy)
    page = moved.page("notices/index.html", by="file")
    type_into_dialog(page, "公文旅行")
    expect(page.locator(f"{ITEMS} h1").first).to_have_text("公文旅行")
    assert not moved.close()
