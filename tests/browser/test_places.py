"""Marks and links hit their words: behind characters beyond U+FFFF, and in the cells of a table."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.harness import Visitor, served
from tests.browser.profiles import Profiles

ROOT = Path(__file__).parents[2]
TEXT = (
    "关于开展学习活动的通知\n\n各县：\n\n一、𠮷𠮷县要求。𠮷县于2014年3月9日前学习焦裕禄精神。\n\n"
    "某市委\n\n2014年3月9日\n"
)
TABLE = (
    "<h1>关于分解任务的通知</h1><p>各科室：</p><p>任务如下。</p><table>"
    "<tr><td>序号</td><td>任务</td><td></td><td>责任科室</td><td>完成时限</td></tr>"
    "<tr><td>1</td><td>开展自查<br>公开结果</td><td></td><td>办公室<br>人事科</td><td>4月底前</td></tr>"
    "<tr><td></td><td>完成总结</td><td></td><td>工会</td><td>5月底前</td></tr></table>"
)
BLOCK = """[...document.querySelectorAll(".text [id]")].map(element => element.id)
    .find(id => Notices.blockText.own(id).some(([node]) => node.data.includes("焦裕禄")))"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of two notices: in one 𠮷 stands before a date and a term, the other holds a task table."""
    folder = tmp_path_factory.mktemp("places")
    (folder / "sources/notices").mkdir(parents=True)
    (folder / "sources/notices/rare.txt").write_text(TEXT, "utf-8")
    (folder / "sources/notices/table.html").write_text(TABLE, "utf-8")
    (folder / "docs").mkdir()
    for page in (ROOT / "docs").glob("*.md"):
        shutil.copyfile(page, folder / "docs" / page.name)
    shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    (folder / "overrides").symlink_to(ROOT / "overrides")
    for command in (
        [ROOT / "scripts/build_docs.py", "--sources", folder / "sources", "--docs", folder / "docs"],
        [ROOT / "scripts/build_site.py", "--project", folder, "--site", folder / "site"],
    ):
        subprocess.run([sys.executable, *map(str, command)], check=True, stdout=subprocess.DEVNULL)
    return folder / "site"


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    with served(built) as address:
        yield address


@pytest.fixture
def guest(profiles: Profiles, address: str, built: Path) -> Iterator[Visitor]:
    visitor = Visitor(profiles, address, built)
    yield visitor
    faults = visitor.close()
    assert not faults, "\n".join(faults)


def test_a_link_marks_the_words_behind_a_rare_character(guest: Visitor) -> None:
    page = guest.page("notices/rare.html")
    block = page.evaluate(BLOCK)
    text = "".join(page.evaluate("id => Notices.blockText.own(id).map(([node]) => node.data)", block))
    start = text.index("2014")
    page.goto(f"notices/rare.html?at={block}.{start}-{start + 9}#{block}")
    assert "".join(page.locator("mark.marked-words").all_text_contents()) == "2014年3月9日"


def test_selected_words_are_given_as_places_of_characters(guest: Visitor) -> None:
    page = guest.page("notices/rare.html")
    places = page.evaluate(
        """id => {
        const node = Notices.blockText.own(id).find(([one]) => one.data.includes("焦裕禄"))[0];
        const range = document.createRange();
        const at = node.data.indexOf("焦裕禄");
        range.setStart(node, at);
        range.setEnd(node, at + 3);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
        const text = Notices.blockText.own(id).map(([one]) => one.data).join("");
        return [Notices.blockText.selected().places, id, text];
    }""",
        page.evaluate(BLOCK),
    )
    start = places[2].index("焦裕禄")
    assert places[0] == [f"{places[1]}.{start}-{start + 3}"]


def test_an_answer_of_the_search_leads_to_the_words(guest: Visitor) -> None:
    page = guest.page("search/index.html?find=焦裕禄精神")
    expect(page.locator("#search-page mark").first).to_have_text("焦裕禄精神")
    link = page.locator("#search-page a[href*='at=']").first
    link.click()
    # The words are marked once more when the page has loaded: what is looked at may be between the two.
    page.wait_for_function(
        "words => Array.from(document.querySelectorAll('mark.marked-words'), (m) => m.textContent).join('') === words",
        arg="焦裕禄精神",
    )
    expect(page.locator("mark.marked-words").first).to_be_visible()


@pytest.mark.parametrize("source", ["tasks/other.html", "timeline/index.html"])
def test_links_to_the_cells_of_a_table_mark_the_words_of_the_cells(guest: Visitor, source: str) -> None:
    page = guest.page(source)
    links = page.locator("a[href*='tbl_1.']").evaluate_all("links => [...new Set(links.map(link => link.href))]")
    marked = []
    for link in links:
        page.goto(link)
        marked.append("".join(page.locator("mark.marked-words").all_text_contents()))
    expected = {"tasks/other.html": ["开展自查公开结果", "完成总结"], "timeline/index.html": ["4月底前", "5月底前"]}
    assert marked == expected[source]


def test_words_selected_in_a_cell_are_given_as_their_place_in_the_block(guest: Visitor) -> None:
    page = guest.page("notices/table.html")
    place = page.evaluate(
        """() => {
        const cell = [...document.querySelectorAll(".source-table td")].find(td => td.textContent === "工会");
        getSelection().selectAllChildren(cell);
        return Notices.blockText.selected().places[0];
    }"""
    )
    page.goto(f"notices/table.html?at={place}")
    assert page.locator("mark.marked-words").all_text_contents() == ["工会"]
