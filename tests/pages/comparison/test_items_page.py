"""Pages that lay the items of duties side by side: nothing lost, each item linked to its words."""

from __future__ import annotations

import re
from functools import cache

import pytest
from lxml.html import HtmlElement

from notice_site.model import Comparison, Notice, Ref
from notice_site.pages.comparison.index_page import compare_index
from notice_site.pages.comparison.items_page import item_pages
from notice_site.pages.comparison.places import comparison_place, items_place
from notice_site.pages.comparison.short_names import is_one_document, short_names
from notice_site.pages.core import labels_zh
from notice_site.publishing.reuse import comparison_item
from tests.findings.documents import document
from tests.pages.real import real_site
from tests.pages.rendering import by_class, tree


def comparison() -> Comparison:
    """The district's opinion beside the central one."""
    return max(real_site().corpus.comparisons, key=lambda each: each.shared)


@cache
def shown() -> HtmlElement:
    [page] = [page for page in item_pages(real_site()) if page.path == items_place(comparison()).file]
    return tree(str(page.content))


def words(ref: Ref) -> str:
    return real_site().notices[ref.notice].block(ref.block).text[ref.start : ref.end]


def test_each_item_stands_on_the_page_with_a_link_to_its_words() -> None:
    links = {a.get("href"): item for cell in shown().iter("td") for item, a in _linked(cell)}
    for row in comparison().items:
        for ref in (*(cell.ref for cell in (*row.base, *row.derived)), *([row.found] if row.found else [])):
            target = real_site().links.words(ref).relative_to(items_place(comparison()).file)
            assert links[target] == words(ref)


def _linked(cell: HtmlElement) -> list[tuple[str, HtmlElement]]:
    """The items of a cell, each with the link behind it."""
    return [
        (item.text_content(), item.xpath("following-sibling::a[contains(@class, 'source')]")[0])
        for item in by_class(cell, "item")
    ]


def test_the_figures_on_the_page_are_those_of_the_data() -> None:
    item = comparison_item(comparison())
    legend = by_class(shown(), "legend")[0].text_content()
    for kind, word in labels_zh.ITEM_ROWS.items():
        count = sum(row["kind"] == kind for row in item["items"])
        assert (f"{word} {count}" in legend) is bool(count)
    figures = by_class(shown(), "items-of-both")[0].text_content()
    for side in ("base", "own"):
        assert f"：{sum(len(row[side]) for row in item['items'])} 项" in figures


def test_each_row_stands_in_the_table_of_those_whom_it_addresses() -> None:
    tables = by_class(shown(), "item-table")
    counts = [len(table.xpath(".//tbody/tr")) for table in tables]
    assert sum(counts) == len(comparison().items)
    groups = by_class(shown(), "group")
    assert [len(group.xpath(".//tbody/tr")) for group in groups] == counts[: len(groups)]
    for group, count in zip(groups, counts, strict=False):
        assert sum(map(int, re.findall(r" (\d+)", by_class(group, "count")[0].text_content()))) == count
    assert len({group.get("id") for group in groups}) == len(groups)


def test_what_stands_after_the_point_where_the_text_breaks_off_is_not_said_to_be_missing() -> None:
    [summary] = [s.text_content() for s in shown().iter("summary") if "中断" in s.text_content()]
    number = re.search(r"(\d+) 项无法比对", summary)
    assert number
    assert int(number[1]) == sum(row.kind == "beyond" for row in comparison().items)


def test_the_list_that_the_district_quotes_is_not_its_own() -> None:
    rows = {cell.ref: row for row in comparison().items for cell in row.base}
    quoted = {words(ref): row.kind for ref, row in rows.items() if row.quoted}
    assert quoted["政绩观不正确"] == "quoted"
    assert quoted["庸懒散拖、推诿扯皮"] == "kept"


def test_the_pages_lead_to_each_other() -> None:
    [index] = compare_index(real_site())
    targets = {a.get("href") for a in tree(str(index.content)).iter("a")}
    assert items_place(comparison()).relative_to("compare/index.md") in targets
    crumbs = {a.get("href") for a in by_class(shown(), "crumbs")[0].iter("a")}
    assert comparison_place(comparison()).relative_to(items_place(comparison()).file) in crumbs


def named(**fields: str | None) -> Notice:
    return document("d", "文", **fields)


@pytest.mark.parametrize(
    ("base", "derived", "names"),
    [
        pytest.param(
            named(level="central", genre="意见"),
            named(level="county", genre="意见", place="许昌市魏都区"),
            ("中央意见", "魏都意见"),
            id="place and level",
        ),
        pytest.param(
            named(level="province", genre="通知", place="湖南省"),
            named(level="city", genre="通知"),
            ("湖南通知", "市通知"),
            id="a place that is not stated",
        ),
        pytest.param(
            named(level="central", genre="通知"),
            named(level="central", genre="通知"),
            ("对照件", "本件"),
            id="the same",
        ),
        pytest.param(named(level="central"), named(genre="通知", level="city"), ("对照件", "本件"), id="no 文种"),
        pytest.param(named(genre="通知"), named(genre="通知", level="city"), ("对照件", "本件"), id="no level"),
        pytest.param(
            named(level="county", genre="方案", place="市中区"),
            named(level="central", genre="意见"),
            ("县区方案", "中央意见"),
            id="a place of one character is not named",
        ),
    ],
)
def test_short_names(base: Notice, derived: Notice, names: tuple[str, str]) -> None:
    assert short_names(base, derived, real_site()) == names


@pytest.mark.parametrize(
    ("base", "derived", "is_one"),
    [
        (
            named(title="关于甲的通知", number="甲发〔2014〕1号"),
            named(title="关于甲的通知", number="甲发〔2014〕1号"),
            True,
        ),
        (
            named(title="关于甲的通知", number="甲发〔2014〕1号"),
            named(title="关于甲的通知", number="乙发〔2014〕1号"),
            False,
        ),
        (named(title="关于甲的通知"), named(title="关于甲的通知"), False),
    ],
    ids=["title and number", "another number", "no number"],
)
def test_copies_of_one_document_are_told(base: Notice, derived: Notice, is_one: bool) -> None:
    assert is_one_document(base, derived) is is_one
