"""Long lists are cut into pages: nothing lost, no page too long, few pages changed by one item, few pages named."""

from __future__ import annotations

import random

import pytest

from notice_site.pages.core.links import Location
from notice_site.pages.core.paging import numbered_file, pager, stable_pages


@pytest.mark.parametrize("seed", range(5))
def test_every_item_stands_once_in_order_on_a_page_of_bounded_weight(seed: int) -> None:
    rng = random.Random(seed)
    items = [(f"件{number}", rng.randint(1, 30)) for number in range(500)]
    pages = stable_pages(items, 40, lambda item: item[0], lambda item: item[1])
    assert [item for page in pages for item in page] == items
    assert all(sum(weight for _, weight in page) <= 40 for page in pages)


def test_what_weighs_more_than_a_page_has_one_of_its_own() -> None:
    assert stable_pages([1, 99, 1], 10, str, lambda item: item) == [(1,), (99,), (1,)]


def test_no_items_are_one_empty_page() -> None:
    assert stable_pages([], 10, str) == [()]


@pytest.mark.parametrize("at", [0, 250, 499])
def test_one_item_more_leaves_most_pages_as_they_were(at: int) -> None:
    items = [f"件{number}" for number in range(500)]
    before = stable_pages(items, 20, str)
    after = stable_pages([*items[:at], "新", *items[at:]], 20, str)
    assert len(set(before) - set(after)) <= 8  # of some thirty


@pytest.mark.parametrize("count", [2, 12, 13, 10_000])
def test_a_page_names_the_first_the_last_and_its_neighbours_and_not_many(count: int) -> None:
    for number in {0, 1, count // 2, count - 1}:
        links = pager(Location("tasks/index.md"), count, number)
        assert links.count("](") <= 30
        for other in {0, number - 1, number + 1, count - 1} - {-1, number, count}:
            assert numbered_file(Location("index.md"), other) in links


@pytest.mark.parametrize(("count", "links"), [(12, 11), (13, 5)])
def test_few_pages_are_all_linked_and_of_more_some(count: int, links: int) -> None:
    assert pager(Location("tasks/index.md"), count, 0).count("](") == links


def test_one_page_has_no_pager() -> None:
    assert pager(Location("tasks/index.md"), 1, 0) == ""
