"""Every query of tests/search_index/open.yml, in both forms of the data, over http and from the disk.

Of a case `q` is typed, or the `longest` block of a document. `docs` are the documents that answer with nothing lacking,
by the beginnings of their names; `first` are words marked in the first place, `marks` words marked in the first
document, `near` words that are marked or a term in near answers; `unlike` must not be offered. What the page `says` is
looked for on it, at an `address` where one is given.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from notice_site.model import Corpus
from tests.browser.harness import Visitor, served
from tests.browser.marionette import Firefox
from tests.browser.ways import By, both_ways
from tests.search_index.engine_site import FORMS, Answers, ask, ask_firefox

Case = Mapping[str, Any]
CASES: list[Case] = yaml.safe_load((Path(__file__).parents[1] / "search_index/open.yml").read_text("utf-8"))
OF_ENGINE = [case for case in CASES if "says" not in case]
OF_PAGE = [case for case in CASES if "says" in case]


def typed(case: Case, corpus: Corpus) -> str:
    if "longest" in case:
        texts = (b.text for notice in corpus.notices if notice.id.startswith(case["longest"]) for b in notice.blocks)
        return max(texts, key=len)
    return str(case["q"])


def is_right(case: Case, answer: Answers) -> bool:
    documents = [found for found in answer.found if "url" in found]
    places = [sorted(found["places"], key=lambda place: place["tier"]) for found in documents]
    marked = [{word for place in of_document for word in place["words"]} for of_document in places]
    if "docs" in case:
        return {found["url"][:3] for found in documents if not found["lacks"]} == set(case["docs"])
    if "first" in case:
        return case["first"] in places[0][0]["words"]
    if "marks" in case:
        return case["marks"] in marked[0]
    if "near" in case:
        return case["near"] in set().union(*marked)
    return set(case["unlike"]).isdisjoint({*answer.nearest, *answer.terms})


def wrong(answers: list[Answers]) -> list[Case]:
    return [case for case, answer in zip(OF_ENGINE, answers, strict=True) if not is_right(case, answer)]


@pytest.mark.parametrize("over", ["http", "file"])
def test_the_engine_answers_every_query_in_both_forms(
    browser: Browser, engine_folder: Path, corpus: Corpus, over: str
) -> None:
    page = browser.new_page()
    with served(engine_folder) as address:
        page.goto(f"{address}engine.html" if over == "http" else (engine_folder / "engine.html").as_uri())
        for form in FORMS:
            assert wrong(ask(page, form, [typed(case, corpus) for case in OF_ENGINE])) == [], form
    page.close()


@pytest.mark.long
@pytest.mark.parametrize("over", ["http", "file"])
def test_firefox_answers_every_query_in_both_forms(
    firefox: Firefox, engine_folder: Path, corpus: Corpus, over: str
) -> None:
    with served(engine_folder) as address:
        firefox.open(f"{address}engine.html" if over == "http" else (engine_folder / "engine.html").as_uri())
        for form in FORMS:
            assert wrong(ask_firefox(firefox, form, [typed(case, corpus) for case in OF_ENGINE])) == [], form


@both_ways
def test_the_page_says_what_it_found(visitor: Visitor, corpus: Corpus, by: By) -> None:
    for case in OF_PAGE:
        page: Page = visitor.page(f"search/index.html?{case.get('address') or address_of(case, corpus)}", by=by)
        expect(page.locator("#search-page")).to_contain_text(case["says"])
        expect(page.locator("#search-page")).not_to_contain_text("没有可以检索的文字")


def address_of(case: Case, corpus: Corpus) -> str:
    return f"find={quote(typed(case, corpus))}"
