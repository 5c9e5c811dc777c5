"""Any documents side by side, compared in the browser: named by the address, from the disk too."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.harness import PHONE, Visitor, served
from tests.browser.profiles import Profiles
from tests.browser.ways import By, both_ways

PROVINCE, DISTRICT, CENTRE = "002_9a05cc43a8767791", "003_2e31e8bc992ce31d", "004_8b50126b68af5ed6"
PAGE = "compare/any.html"


def chosen(*documents: str) -> str:
    return f"{PAGE}?{'&'.join(f'of={document}' for document in documents)}"


def rows(page: Page, base: list[str], own: list[str]) -> list[tuple[str, list[int], list[int]]]:
    found = page.evaluate("([base, own]) => Notices.picking.rows(base, own)", [base, own])
    return [(row["kind"], row["base"], row["own"]) for row in found]


@both_ways
def test_a_reader_picks_two_documents_and_finds_them_again_by_the_address(visitor: Visitor, by: By) -> None:
    page = visitor.page("compare/index.html", by=by)
    page.get_by_role("link", name="任选文件对照").click()
    expect(page.get_by_role("status")).to_have_text("选定两件文件，即在下面并排列出。")
    page.get_by_label("文件一").select_option(CENTRE)
    page.get_by_label("文件二").select_option(DISTRICT)
    altered = page.locator(".picked-comparison .row.is-altered").first
    expect(altered.locator("del, ins").first).to_be_visible()
    expect(page).to_have_url(re.compile(f"of={CENTRE}&of={DISTRICT}"))
    page.reload()
    expect(altered).to_be_visible()
    page.get_by_role("link", name="逐段对照页").click()
    expect(page).to_have_url(re.compile(f"{DISTRICT}--{CENTRE}"))


def test_keys_alone_pick_two_documents_and_stay_where_they_are(visitor: Visitor) -> None:
    page = visitor.page("compare/index.html")
    page.goto(PAGE)
    first, second = page.get_by_label("文件一"), page.get_by_label("文件二")
    first.focus()
    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.press("Tab")
    expect(second).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(second).to_be_focused()
    expect(page.locator(".picked-comparison .row").first).to_be_visible()
    assert first.input_value() != second.input_value()
    page.go_back()  # all steps of one field are one
    assert page.url.count("of=") == 1
    page.go_back()
    assert page.url.count("of=") == 0


@pytest.mark.long  # a site of few documents needs no filter
def test_documents_are_picked_from_many_by_a_filter(profiles: Profiles, site_of_many: Path) -> None:
    with served(site_of_many) as address:
        visitor = Visitor(profiles, address, site_of_many)
        page = visitor.page(PAGE, width=PHONE)
        names = page.get_by_label("文件一").locator("option").all_inner_texts()[1:]
        filter = page.get_by_role("searchbox", name="筛选")
        filter.fill("没有这样的文件")
        expect(page.locator(".picking-count")).to_have_text("没有相符的文件")
        filter.fill("通知 县区")
        fitting = [name for name in names if "通知" in name and "县区" in name]
        assert 1 < len(fitting) < len(names)
        expect(page.locator(".picking-count")).to_have_text(f"{len(fitting)} 件")
        assert page.get_by_label("文件一").locator("option").all_inner_texts()[1:] == fitting
        page.get_by_label("文件一").select_option(fitting[0])
        filter.fill("意见")  # what is picked stays
        expect(page.get_by_label("文件一").locator("option:checked")).to_have_text(fitting[0])
        page.get_by_label("文件二").select_option(index=1)
        expect(page.locator(".picked-comparison .row").first).to_be_visible()
        assert visitor.close() == []


def test_all_that_each_document_says_stands_in_its_column_in_its_order(visitor: Visitor) -> None:
    page = visitor.page(chosen(CENTRE, DISTRICT))
    page.locator(".picked-comparison").wait_for()
    shown = page.evaluate(
        """() => [...document.querySelectorAll('.picked-comparison .own p')].map(p =>
          [...p.childNodes].slice(1).map(node => node.textContent).join('')).slice(1)"""
    )
    given = page.evaluate(
        f"""() => new Promise(done => {{
          window.pickedDocument = (id, record) => done(record.blocks.map(([,, text]) => text));
          document.head.append(Object.assign(document.createElement('script'), {{src: 'documents/{DISTRICT}.js'}}));
        }})"""
    )
    assert shown == given


def saved(page: Page) -> list[list[str]]:
    """The table that a reader downloads."""
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV", exact=True).click()
    return [*csv.reader(Path(download.value.path()).read_text("utf-8-sig").splitlines())]


def test_what_is_shown_can_be_taken_away_as_a_table(visitor: Visitor) -> None:
    page = visitor.page(chosen(CENTRE, DISTRICT))
    shown = page.locator(".picked-comparison .row[id]")
    shown.first.wait_for()
    table = saved(page)
    assert table[0] == ["行", "类别", "中央意见位置", "中央意见", "魏都意见位置", "魏都意见"]
    assert {row[0] for row in table[1:] if len(row) == 6} <= {str(number + 1) for number in range(shown.count())}
    assert any("〔" in row[3] for row in table if row[1:2] == ["改写"])


def test_the_duties_can_be_taken_away_as_a_table(visitor: Visitor) -> None:
    page = visitor.page(f"{chosen(PROVINCE, DISTRICT)}&by=tasks")
    clauses = page.locator(".clauses li")
    clauses.first.wait_for(state="attached")
    table = saved(page)
    assert table[0] == ["类别", "文件", "对象", "要求", "数量", "位置"]
    assert len(table) == clauses.count() + 1
    assert all(row[0] and row[1] and row[3] for row in table)


def test_words_of_a_row_without_a_pair_do_not_lead_to_that_row(visitor: Visitor) -> None:
    page = visitor.page(chosen(DISTRICT, CENTRE))
    page.locator(".picked-comparison").wait_for()
    own = page.locator(".row[id]").evaluate_all(
        "rows => rows.flatMap(row => [...row.querySelectorAll('a.elsewhere')].filter(a => a.hash === `#${row.id}`))"
    )
    assert own == []


def test_the_duties_of_several_documents_stand_beside_each_other_by_class(visitor: Visitor) -> None:
    page = visitor.page(f"{chosen(PROVINCE, DISTRICT, CENTRE)}&by=tasks", width=PHONE)
    county = page.locator(".matrix-row", has=page.locator(".class-name:text-is('县区')"))
    county.locator("summary").click()
    expect(county.locator(".sheet-column")).to_have_count(3)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE
    county.locator(".source").first.click()
    expect(page.locator("mark.marked-words").first).to_be_visible()


def test_paragraphs_are_paired_by_their_characters(visitor: Visitor) -> None:
    page = visitor.page(PAGE)
    study, meet, other = "每个干部集中学习不少于三天。", "各单位召开专题民主生活会，开展批评。", "严格控制会议和文件。"
    # Half and full width, and punctuation, make no other text; a changed number makes an altered one.
    assert rows(page, ["学习3天，并讨论。"], ["学习３天,并讨论。"]) == [("punctuation-only", [0], [0])]
    assert rows(page, [study], [study.replace("三", "五")]) == [("altered", [0], [0])]
    # What has no pair stands between the pairs around it, and what changed places is still a pair.
    assert rows(page, [study, other], [study, meet]) == [("verbatim", [0], [0]), ("apart", [1], [1])]
    moved = rows(page, [study, meet, other], [meet, other, study])
    assert [kind for kind, _, _ in moved] == ["verbatim", "verbatim", "verbatim"]


def test_a_difference_is_the_words_that_differ(visitor: Visitor) -> None:
    page = visitor.page(PAGE)
    found = page.evaluate("() => Notices.picking.differences('学习不少于三天。', '集中学习不少于五天')")
    assert found["base"] == [["学习不少于", "same"], ["三", "changed"], ["天", "same"], ["。", "mark"]]
    assert found["own"] == [["集中", "only"], ["学习不少于", "same"], ["五", "changed"], ["天", "same"]]
