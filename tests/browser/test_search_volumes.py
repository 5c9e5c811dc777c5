"""A corpus in volumes answers as one index of everything would, on http and from the disk; absent volumes are named."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from notice_site.model import Corpus, Volume
from notice_site.pages.core.links import links
from notice_site.pages.core.term_index import term_place
from notice_site.pipeline.reference import read_reference
from notice_site.search_index.files import FORMAT, SMALL, search_files
from tests.browser.harness import PHONE, Visitor, served
from tests.browser.profiles import Profiles
from tests.browser.published import published
from tests.browser.ways import By, both_ways
from tests.project_sources import project_corpus
from tests.search_index.engine_site import Answer, Answers, ask, write_data, write_engine_page
from tests.search_index.typed import generated

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "source_texts"
COUNTS = {
    "汉字": 30, "带标点": 10, "繁体": 20, "全拼": 30, "空格": 10, "隔音符号": 10, "声调": 12, "数字声调": 12,
    "未写完": 20, "混写": 20, "近音": 20,
}  # fmt: skip
FORMS_OF = {"small": ("small", "small"), "mixed": ("small", "sharded"), "large": ("sharded", "sharded")}
OTHER = "下卷"
ITEMS = ".md-search-result__item"
REFERENCE, _ = read_reference(SOURCES)
LEVELS = {level.id: level.name for level in REFERENCE.levels}
OWN = REFERENCE.readings


@pytest.fixture(scope="module")
def whole() -> Corpus:
    return project_corpus()


@pytest.fixture(scope="module")
def halves(whole: Corpus) -> tuple[Corpus, Corpus]:
    """The sources in turn, with the terms that they mention, as builds of their own would hold them."""
    return part(whole, 0), part(whole, 1)


def part(whole: Corpus, first: int) -> Corpus:
    sources = {source.name for source in whole.sources[first::2]}
    notices = tuple(notice for notice in whole.notices if notice.source in sources)
    ids = {notice.id for notice in notices}
    mentions = tuple(mention for mention in whole.mentions if mention.ref.notice in ids)
    met = {mention.term for mention in mentions}

    def definitions(term: Any) -> Any:
        return tuple(quote for quote in term.definitions if quote.ref.notice in ids)

    terms = tuple(replace(term, definitions=definitions(term)) for term in whole.terms if term.id in met)
    return replace(whole, notices=notices, mentions=mentions, terms=terms)


# --- the engine ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def pages(
    browser: Browser, whole: Corpus, halves: tuple[Corpus, Corpus], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Mapping[str, Page]]:
    """The engine beside data of all in one, and of two volumes in either form that name each other."""
    folder = tmp_path_factory.mktemp("各 卷")
    write_data(folder / "whole", "small", whole, OWN, LEVELS)
    for name, forms in FORMS_OF.items():
        for (here, there), form, corpus in zip((("a", "b"), ("b", "a")), forms, halves, strict=True):
            volumes = [Volume(OTHER, f"../{name}-{there}/")]
            write_data(folder / f"{name}-{here}", form, corpus, OWN, LEVELS, volumes)
    write_engine_page(folder)
    with served(folder) as address:
        http, file = browser.new_page(), browser.new_page()
        http.goto(f"{address}engine.html")
        file.goto((folder / "engine.html").as_uri())
        yield {"http": http, "file": file}
        http.close()
        file.close()


@pytest.fixture(scope="module")
def queries(whole: Corpus) -> list[str]:
    wordings = [query.text for query in generated(whole, OWN, COUNTS, seed=20130618)]
    spoken = [[syllable for syllable in term.pinyin if syllable[:1].isalpha()] for term in whole.terms]
    initials = ["".join(syllable[0] for syllable in syllables) for syllables in spoken if len(syllables) > 1]
    return [*wordings, *initials[::3], "瞭解", "3严3实", "liwanglong", "学四促三抓", "。"]


@pytest.fixture(scope="module")
def expected(pages: Mapping[str, Page], queries: list[str]) -> list[Answers]:
    return ask(pages["http"], "whole", queries)


def standing(answer: Answer) -> tuple[object, ...]:
    """What decides about the order of answers; of those that stand equal the reader's own volume comes first."""
    if "term" in answer:
        return ("term", answer["tier"], answer["mentions"])
    return ("text", answer["tier"], answer["headed"], answer["date"])


def what(answer: Answer) -> tuple[str, str]:
    """The answer without the volume it is from."""
    places = sorted(map(str, answer.get("places", ())))
    return answer.get("term") or answer["url"].rpartition("/")[2], "".join(places)


@pytest.mark.parametrize(
    ("by", "form"),
    [
        ("file", "mixed-a"),
        pytest.param("http", "small-a", marks=pytest.mark.long),
        pytest.param("file", "small-b", marks=pytest.mark.long),
        pytest.param("http", "mixed-b", marks=pytest.mark.long),
        pytest.param("http", "large-a", marks=pytest.mark.long),
    ],
)
def test_volumes_answer_as_one_index_of_everything(
    pages: Mapping[str, Page], queries: list[str], expected: list[Answers], by: By, form: str
) -> None:
    for typed, one, many in zip(queries, expected, ask(pages[by], form, queries), strict=True):
        assert sorted(map(what, many.found)) == sorted(map(what, one.found)), typed
        assert [*map(standing, many.found)] == [*map(standing, one.found)], typed
        assert sorted(many.nearest) == sorted(one.nearest), typed


def test_many_queries_have_answers_from_both_volumes(pages: Mapping[str, Page], queries: list[str]) -> None:
    both = 0
    for answers in ask(pages["http"], "small-a", queries[::4]):
        urls = [answer["url"] for answer in answers.found if "url" in answer]
        both += 0 < sum(url.startswith("../small-b/") for url in urls) < len(urls)
    assert both > len(queries) / 40


def test_a_term_of_both_volumes_is_one_with_a_place_in_each(
    pages: Mapping[str, Page], halves: tuple[Corpus, Corpus]
) -> None:
    terms = [{term.term: term for term in half.terms} for half in halves]
    shared = sorted(terms[0].keys() & terms[1].keys())
    assert shared
    for name, answers in zip(shared, ask(pages["file"], "small-a", shared), strict=True):
        (found,) = [answer["pages"] for answer in answers.found if answer.get("term") == name]
        assert found == [f"term/{terms[0][name].id}", f"../small-b/term/{terms[1][name].id}"]


# --- the site ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Shelf:
    """A folder with the site in two volumes, 上卷 and 下卷; each has the search data of its half."""

    folder: Path
    halves: tuple[Corpus, Corpus]

    def put(self, here: int, *volumes: Volume) -> None:
        """The search data of one volume, which names these others."""
        corpus = self.halves[here]
        where = links(corpus.notices)
        files = search_files(
            corpus,
            {notice.id: where.notice(notice.id).url for notice in corpus.notices},
            {term.id: term_place(term.id).url for term in corpus.terms},
            LEVELS,
            OWN,
            SMALL if here == 0 else 0,
            volumes=volumes,
        )
        for path, content in files:
            target = self.folder / ("上卷", "下卷")[here] / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.unlink(missing_ok=True)
            target.write_bytes(content)


@pytest.fixture(scope="module")
def shelf(site: Path, halves: tuple[Corpus, Corpus], tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    found = Shelf(tmp_path_factory.mktemp("网站 根"), halves)
    for name in ("上卷", "下卷"):
        shutil.copytree(site, found.folder / name, copy_function=os.link)
    shutil.copyfile(site / "404.html", found.folder / "404.html")
    found.put(1, Volume("上卷", "../上卷/"), Volume("下卷", "../下卷/"))  # also itself, which is passed over
    return found


@pytest.fixture
def both(shelf: Shelf) -> Shelf:
    shelf.put(0, Volume(OTHER, "../下卷/"))
    return shelf


@pytest.fixture(scope="module")
def address(shelf: Shelf) -> Iterator[str]:
    """Served under the policy of deploy/nginx.conf."""
    with published(shelf.folder) as address:
        yield address


@pytest.fixture
def guest(profiles: Profiles, address: str, shelf: Shelf) -> Iterator[Visitor]:
    visitor = Visitor(profiles, address, shelf.folder)
    yield visitor
    faults = visitor.close()
    assert not faults, "\n".join(faults)


def search_page(guest: Visitor, query: str, by: By = "http", volume: str = "上卷", **options: Any) -> Page:
    page = guest.page(f"{volume}/search/index.html?{query}", by=by, **options)
    expect(page.locator(".search-count")).to_contain_text(re.compile("找到|没有"))
    expect(page.locator(".search-extent")).not_to_contain_text("正在")
    return page


def in_other(both: Shelf) -> str:
    """A title that only the other volume has."""
    titles = [[notice.title or "" for notice in half.notices] for half in both.halves]
    return max(set(titles[1]) - set(titles[0]), key=len)


@both_ways
def test_the_dialog_leads_into_another_volume(guest: Visitor, both: Shelf, by: By) -> None:
    page = guest.page("上卷/about.html", by=by)
    page.keyboard.press("/")
    page.keyboard.type(in_other(both))
    found = page.locator(ITEMS, has=page.get_by_text(OTHER, exact=True)).first
    expect(found.locator("h1")).to_have_text(in_other(both))
    found.locator("a").first.click()
    page.wait_for_url(re.compile("/%E4%B8%8B%E5%8D%B7/notices/"))
    expect(page.locator("article mark").first).to_be_visible()


@both_ways
def test_the_dialog_shows_a_term_once_with_its_page_in_each_volume(guest: Visitor, both: Shelf, by: By) -> None:
    page = guest.page("上卷/about.html", by=by)
    page.keyboard.press("/")
    page.keyboard.type("sifeng")
    first = page.locator(ITEMS).first
    expect(first.locator("h1")).to_have_text("四风")
    expect(first.locator("h2")).to_have_text(["本卷", OTHER])
    expect(first).to_contain_text("sì fēng")
    expect(page.locator(f"{ITEMS} h1").filter(has_text=re.compile("^四风$"))).to_have_count(1)
    first.locator("a").last.click()
    page.wait_for_url(re.compile("/%E4%B8%8B%E5%8D%B7/glossary/"))
    expect(page).to_have_title(re.compile("^四风"))


@both_ways
@pytest.mark.parametrize(("volume", "other"), [("上卷", "下卷"), ("下卷", "上卷")])
def test_the_page_marks_counts_and_narrows_over_all_volumes(
    guest: Visitor, both: Shelf, by: By, volume: str, other: str
) -> None:
    page = search_page(guest, "find=sifeng", by, volume)
    expect(page.locator(".search-extent")).to_have_text(f"已检索本卷、{other}。")
    shown = page.locator(".search-text").count()
    marked = page.locator(".search-text", has=page.locator(".search-volume")).count()
    assert 0 < marked < shown
    href = page.locator(".search-text", has=page.locator(".search-volume")).first.locator("h3 a").get_attribute("href")
    assert href is not None
    expect(page.locator(".search-term").first.get_by_role("link", name=other)).to_be_visible()
    page.locator(f"[data-facet=volume][value={other}]").check()
    expect(page.locator(".search-text")).to_have_count(marked)
    expect(page.locator(".search-term").first).to_be_visible()
    expect(page).to_have_url(re.compile("volume="))
    page.locator(".search-excerpt").first.click()
    page.wait_for_url(lambda url: href.partition("/notices/")[0] in url)


def test_the_table_names_the_volume_of_each_row(guest: Visitor, both: Shelf) -> None:
    page = search_page(guest, "find=sifeng")
    with page.expect_download() as download:
        page.locator(".search-save").click()
    head, *rows = Path(download.value.path()).read_text(encoding="utf-8").splitlines()
    assert head.endswith(",链接,分卷")
    assert {row.rpartition(",")[2] for row in rows if row} == {"本卷", OTHER}


def test_other_volumes_are_asked_for_when_a_search_starts(guest: Visitor, both: Shelf) -> None:
    page = guest.page("上卷/index.html")
    page.wait_for_load_state("networkidle")
    assert not [url for url in guest.requests if "/%E4%B8%8B%E5%8D%B7/" in url]
    page.keyboard.press("/")
    page.keyboard.type("sifeng")
    expect(page.locator(f"{ITEMS} .md-tag").filter(has_text=OTHER).first).to_be_visible()
    assert [url for url in guest.requests if "/%E4%B8%8B%E5%8D%B7/search/manifest.js" in url]


def test_a_site_without_volumes_has_no_word_of_them(guest: Visitor, shelf: Shelf) -> None:
    shelf.put(0)
    page = guest.page("上卷/search/index.html?find=sifeng")
    expect(page.locator(".search-count")).to_contain_text("找到")
    expect(page.locator(".search-extent")).to_be_hidden()
    expect(page.locator("[data-facet=volume], .search-volume")).to_have_count(0)
    assert not [url for url in guest.requests if "/%E4%B8%8B%E5%8D%B7/" in url]


@both_ways
def test_a_volume_that_is_not_there_is_named_and_the_others_answer(guest: Visitor, shelf: Shelf, by: By) -> None:
    shelf.put(0, Volume("二卷", "../二卷/"), Volume(OTHER, "../下卷/"))
    page = search_page(guest, "find=sifeng", by, width=PHONE)
    expect(page.locator(".search-extent")).to_contain_text(f"已检索本卷、{OTHER}。未能检索二卷：检索数据未能载入。")
    expect(page.locator(".search-volume").first).to_have_text(OTHER)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page = guest.page("上卷/about.html", by=by)
    page.keyboard.press("/")
    page.keyboard.type("sifeng")
    expect(page.locator(f"{ITEMS} h1").last).to_have_text("未能检索二卷")
    expect(page.locator(f"{ITEMS} .md-tag").filter(has_text=OTHER).first).to_be_visible()
    guest.faults.clear()  # the browser reports the files that are not there


@both_ways
def test_a_volume_of_another_format_is_named_as_such(guest: Visitor, both: Shelf, by: By) -> None:
    manifest = both.folder / "下卷" / "search" / "manifest.js"
    text = manifest.read_text("utf-8")
    manifest.write_text(text.replace(f'"format":{FORMAT},', ""), "utf-8")
    try:
        page = search_page(guest, "find=sifeng", by)
        expect(page.locator(".search-extent")).to_contain_text(f"未能检索{OTHER}：检索数据的格式与本卷不同。")
        assert page.locator(".search-text").count() > 0
    finally:
        manifest.write_text(text, "utf-8")


def test_a_volume_that_goes_away_during_a_search_is_named(guest: Visitor, both: Shelf) -> None:
    page = guest.page()
    page.route("**/%E4%B8%8B%E5%8D%B7/search/texts/*", lambda route: route.abort())
    page.goto("上卷/search/index.html?find=sifeng")
    expect(page.locator(".search-extent")).to_contain_text(f"未能检索{OTHER}")
    assert page.locator(".search-text").count() > 0
    guest.faults.clear()  # the browser reports the files that the test withheld


# --- built apart ---------------------------------------------------------------------------------


def _run(script: str, *arguments: str | Path) -> None:
    subprocess.run([sys.executable, ROOT / "scripts" / script, *map(str, arguments)], check=True, capture_output=True)


@pytest.mark.long
def test_volumes_built_apart_are_searched_together_from_their_bundles(profiles: Profiles, tmp_path: Path) -> None:
    """As the README says; a bundle alone answers too and says what is missing."""
    shelf = tmp_path / "U盘"
    for name, other, source in (("一", "二", "000_6d8494eddf5d3065.txt"), ("二", "一", "004_8b50126b68af5ed6.txt")):
        volume = tmp_path / name
        for folder in ("sources/notices", "sources/reference", "docs"):
            (volume / folder).mkdir(parents=True)
        shutil.copyfile(SOURCES / "notices" / source, volume / "sources" / "notices" / source)
        listed = f"- {{name: 第{other}卷, address: ../{other}/}}\n"
        (volume / "sources" / "reference" / "volumes.yml").write_text(listed, "utf-8")
        shutil.copyfile(ROOT / "docs" / "about.md", volume / "docs" / "about.md")
        shutil.copyfile(ROOT / "mkdocs.yml", volume / "mkdocs.yml")
        shutil.copytree(ROOT / "overrides", volume / "overrides")
        _run("build_docs.py", "--sources", volume / "sources", "--docs", volume / "docs", "--strict")
        _run("build_site.py", "--project", volume, "--site", volume / "site")
        _run("bundle.py", "--site", volume / "site", "--dist", volume / "dist")
        (bundle,) = (volume / "dist").glob("*.zip")
        with zipfile.ZipFile(bundle) as zipped:
            zipped.extractall(shelf)
        (shelf / bundle.stem).rename(shelf / name)
    visitor = Visitor(profiles, f"{shelf.as_uri()}/", shelf)
    page = search_page(visitor, "find=sifeng", "file", "一")
    expect(page.locator(".search-extent")).to_have_text("已检索本卷、第二卷。")
    expect(page.locator(".search-volume").first).to_have_text("第二卷")
    assert visitor.close() == []
    shutil.rmtree(shelf / "二")
    alone = Visitor(profiles, f"{shelf.as_uri()}/", shelf)
    page = search_page(alone, "find=sifeng", "file", "一")
    expect(page.locator(".search-extent")).to_contain_text("已检索本卷。未能检索第二卷：检索数据未能载入。")
    expect(page.locator(".search-text")).not_to_have_count(0)
    alone.close()
