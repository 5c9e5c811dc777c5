"""The engine over the sources of the project: a fixed list of queries, and queries that want to do harm."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page

from tests.browser.harness import served
from tests.search_index.engine_site import Answers, ask, opened

ROOT = Path(__file__).parents[2]
QUERIES = {
    (manner, typed): first
    for manner, queries in yaml.safe_load((ROOT / "tests/search_index/queries.yml").read_text(encoding="utf-8")).items()
    for typed, first in queries.items()
}
FUZZY = 5  # tier in match.js

HARMFUL = {
    "正则": ".* [a-z]+ (六|问) ^$ \\d{3} a{100000} (?=六) [",
    "标记": "<img src=x onerror=alert(1)> <script>alert(1)</script> </script> &lt;b&gt; <mark>六问</mark>",
    "引号": "\"'`${alert(1)}",
    "一万字": "六" * 10_000,
    "一万个字母": "xian" * 2_500,
    "五百个音节": "xi'an" * 100,
    "许多数字": "4" * 400,
    "表情": "😀👩‍👩‍👧‍👦🇨🇳六",
    "控制字符": "\x00\x01\x1f\x7f六\u200b问\ufeff\u202e",
    "半个字符": "\ud840六\udc00",
    "生僻字": "𠀀𪚥㐀",
    "只有标点": "。，！？…—“”　",
    "空白": "   \t\n",
    "变音": "z̃ḧ́è̈ń́g̈ ü̈ ê̄ ɑ",
    "原型": "__proto__ constructor toString",
}


@pytest.fixture(scope="module")
def engine(browser: Browser, engine_folder: Path) -> Iterator[Page]:
    with served(engine_folder) as address, opened(browser, address) as page:
        yield page


@pytest.fixture(scope="module")
def answers(engine: Page) -> dict[str, Answers]:
    typed = [typed for _, typed in QUERIES]
    return dict(zip(typed, ask(engine, "small", typed), strict=True))


def test_the_list_has_two_hundred_queries() -> None:
    assert len(QUERIES) >= 200


@pytest.mark.parametrize(("manner", "typed"), QUERIES, ids=[f"{manner} {typed}" for manner, typed in QUERIES])
def test_the_first_answer_is(manner: str, typed: str, answers: dict[str, Answers]) -> None:
    assert _first(answers[typed], QUERIES[manner, typed]) == QUERIES[manner, typed]


def _first(answer: Answers, expected: str) -> str:
    """The first answer in the words of the list."""
    if not answer.found:
        return f"没有，相近 {answer.nearest[0]}" if answer.nearest else "没有"
    first = answer.found[0]
    accent = "近音" if first["tier"] == FUZZY else ""
    if "term" in first:
        return f"{accent}词语 {first['term']}"
    length = len(expected.split(" ")[1])  # of the beginning of the name that the list gives
    best = next(place for place in first["places"] if place["tier"] == first["tier"])
    return f"{accent}文件 {first['url'][:length]} {best['words'][0]}"


@pytest.mark.parametrize("form", ["small", "sharded"])
@pytest.mark.parametrize("name", HARMFUL)
def test_a_harmful_query_does_no_harm(engine: Page, name: str, form: str) -> None:
    typed = HARMFUL[name]
    (answer,) = ask(engine, form, [typed])
    (whole,) = ask(engine, form, ["六问"])
    assert whole.terms[0] == "六问"
    if name in ("一万字", "一万个字母", "只有标点", "空白"):
        assert not answer.found


def test_every_beginning_of_a_query_is_answered(engine: Page) -> None:
    """Each key typed is a query of its own."""
    for wording in ("zhaojingzi、zhengyiguan", "xue三促si抓", "liù wèn liù dài tóu", "群組發〔2014〕8號"):
        for end in range(1, len(wording) + 1):
            (answer,) = ask(engine, "small", [wording[:end]])
            assert answer.found or answer.nearest or not any(c.isalnum() for c in wording[:end]), wording[:end]
