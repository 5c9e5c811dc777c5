"""A published address that is lost, and a redirect that cannot be followed, are each reported once."""

from __future__ import annotations

import pytest

from notice_site.model import Redirect
from notice_site.pages.core.addresses import lost_addresses, record_of, redirect_problems

KNOWN = {"index.html": (), "notices/1.html": ("title", "p_1"), "notices/2.html": ("title", "sec_1")}


def problems(published: list[str], redirects: dict[str, str] | None = None) -> list[str]:
    """What is reported, as `file:line address…`."""
    lines = {address: line for line, address in enumerate(published, 1)}
    table = [Redirect(old, new, line) for line, (old, new) in enumerate((redirects or {}).items(), 1)]
    wrong = redirect_problems(KNOWN, table)
    good = [redirect for redirect in table if redirect not in wrong]
    found = (*wrong.values(), *lost_addresses(KNOWN, lines, good))
    return [f"{problem.file}:{problem.line} {problem.message}" for problem in found]


def test_all_is_well_while_each_address_is_there() -> None:
    assert problems(["index.html", "notices/1.html", "notices/1.html#p_1"]) == []


def test_a_lost_place_is_reported_with_its_line() -> None:
    assert problems(["notices/1.html", "notices/1.html#p_2"]) == [
        "addresses/published.txt:2 已发布的地址 notices/1.html#p_2 不再存在"
    ]


def test_a_lost_page_is_reported_once_without_its_places() -> None:
    assert problems(["notices/0.html", "notices/0.html#p_1", "notices/0.html#p_2"]) == [
        "addresses/published.txt:1 已发布的地址 notices/0.html 不再存在"
    ]


def test_a_redirected_page_takes_the_places_of_the_same_name_along() -> None:
    assert problems(["notices/0.html", "notices/0.html#p_1"], {"notices/0.html": "notices/1.html"}) == []


def test_a_place_that_the_new_page_does_not_have_needs_a_redirect_of_its_own() -> None:
    published = ["notices/0.html", "notices/0.html#p_9"]
    redirects = {"notices/0.html": "notices/1.html"}
    [problem] = problems(published, redirects)
    assert "published.txt:2" in problem
    assert "没有同名的位置" in problem
    assert problems(published, {**redirects, "notices/0.html#p_9": "notices/1.html#p_1"}) == []


@pytest.mark.parametrize(
    ("redirects", "fault"),
    [
        ({"notices/1.html": "notices/2.html"}, "仍是现有的地址"),
        ({"notices/1.html#p_1": "notices/2.html#sec_1"}, "仍是现有的地址"),
        ({"notices/0.html": "notices/3.html"}, "不是现有的地址"),
        ({"notices/0.html": "notices/1.html#p_9"}, "不是现有的地址"),
        ({"notices/0.html#p_1": "notices/1.html#p_1"}, "只写了其中的位置"),
        ({"index.html#old": "index.html"}, "不是公文的页面"),
    ],
)
def test_a_redirect_that_cannot_be_followed_is_reported(redirects: dict[str, str], fault: str) -> None:
    [problem] = problems([], redirects)
    assert problem.startswith("addresses/redirects.yml:1")
    assert fault in problem


def test_the_record_keeps_what_is_gone_and_adds_what_is_new() -> None:
    record = record_of(["notices/0.html", "notices/0.html#p_1", "notices/1.html#p_7"], KNOWN)
    assert record.split() == [
        "index.html",
        "notices/0.html", "#p_1",
        "notices/1.html", "#p_1", "#p_7", "#title",
        "notices/2.html", "#sec_1", "#title",
    ]  # fmt: skip
