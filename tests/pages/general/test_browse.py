"""Ways into the corpus: every document under each of its values, short pages, three steps from home."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from notice_site.model import Corpus
from notice_site.pages.core.facets import PAGE_LENGTH, browse_facets, facet_index
from notice_site.pages.core.site import site
from notice_site.pages.general.browse import MOST_OPEN, ROWS_OPEN
from tests.pages.rendering import configuration, tree
from tests.pages.sample import CORPUS, EDITION, LEVELS, all_pages, many

ROOT = Path(__file__).resolve().parents[3]
NAMES = {level.id: level.name for level in LEVELS}
FACETS = {facet.id: facet for facet in browse_facets(NAMES)}
# The tabs at the head of every page.
NAVIGATION = [file for entry in configuration()["nav"][1:] for file in entry.values()]
LINK = re.compile(r"\]\(([^)\s#?]+\.md)")


def written(corpus: Corpus) -> dict[str, str]:
    pages = all_pages(corpus)
    return {page.path: page.content for page in pages if isinstance(page.content, str)}


@pytest.mark.parametrize("corpus", [CORPUS, many(450)], ids=["a small corpus", "a corpus with long indexes"])
def test_every_page_is_within_three_steps_of_home(corpus: Corpus) -> None:
    pages = written(corpus)
    steps = {"index.md": 0} | dict.fromkeys(NAVIGATION, 1)
    frontier = [*steps]
    while frontier:
        page = frontier.pop(0)
        for target in LINK.findall(pages.get(page, "")):
            file = posixpath.normpath(posixpath.join(posixpath.dirname(page), target))
            if file in pages and file not in steps:
                steps[file] = steps[page] + 1
                frontier.append(file)
    assert steps.keys() >= {path for path in pages if path.endswith(".md")}
    assert max(steps.values()) <= 3


@pytest.mark.parametrize("facet", FACETS)
def test_each_document_stands_under_each_of_its_values(facet: str) -> None:
    corpus = many(450)
    listed = Counter(
        (group.value, notice.id) for page in facet_index(FACETS[facet], corpus.notices).pages for group in page
        for notice in group.notices
    )  # fmt: skip
    expected = Counter(
        (value, notice.id) for notice in corpus.notices for value in FACETS[facet].values(notice) or ("",)
    )
    assert listed == expected


@pytest.mark.parametrize("facet", FACETS)
def test_no_page_of_an_index_is_long(facet: str) -> None:
    pages = facet_index(FACETS[facet], many(450).notices).pages
    assert len(pages) == 3
    assert all(sum(len(group.notices) for group in page) <= PAGE_LENGTH for page in pages)


def test_levels_stand_in_the_order_of_the_table_and_missing_ones_last() -> None:
    groups = facet_index(FACETS["level"], CORPUS.notices).groups()
    assert [group.word for group in groups] == ["中央", "省", "县区", "层级未定"]


def test_issuers_stand_in_the_order_of_sound() -> None:
    values = [group.value for group in facet_index(FACETS["issuer"], CORPUS.notices).groups()]
    assert values == ["某区委", "某区政府", "某省委", "中央某组", ""]


def test_documents_of_a_group_stand_by_date_and_undated_ones_last() -> None:
    for group in facet_index(FACETS["genre"], many(40).notices).groups():
        dates = [notice.date or "9999" for notice in group.notices]
        assert dates == sorted(dates)


def test_values_that_share_their_letters_have_anchors_of_their_own() -> None:
    groups = [*facet_index(FACETS["issuer"], many(20).notices).groups()]
    assert len({group.place for group in groups}) == len(groups)


def test_a_notice_page_does_not_grow_with_the_corpus() -> None:
    small, large = (written(many(count))["notices/n1.md"] for count in (20, 400))
    assert len(large) <= len(small) + 40


def test_lists_say_which_texts_break_off() -> None:
    page = tree(written(CORPUS)["notices/index.md"])
    (row,) = [row for row in page.iter("tr") if "关于乙的意见" in row.text_content()]
    assert "不完整" in row.text_content()


@pytest.mark.parametrize(("count", "folded"), [(ROWS_OPEN, False), (ROWS_OPEN + 1, True)])
def test_a_long_group_shows_its_first_documents_and_folds_the_rest(count: int, folded: bool) -> None:
    corpus = many(count)
    notices = tuple(replace(notice, level="county") for notice in corpus.notices)
    page = tree(written(replace(corpus, notices=notices))["browse/level.md"])
    summaries = [summary.text_content() for summary in page.iter("summary")]
    assert summaries == ["展开其余 1 件"] * folded
    assert sum(1 for _ in page.iter("tr")) - sum(1 for _ in page.iter("thead")) == count
    assert f"县区 {count} 件" in " ".join(page.text_content().split())


@pytest.mark.parametrize(("count", "is_folded"), [(MOST_OPEN, False), (MOST_OPEN + 1, True)])
def test_of_many_documents_each_group_is_a_line_with_its_count(count: int, is_folded: bool) -> None:
    corpus = many(count)
    notices = tuple(replace(notice, genre=f"文种{at % 9}") for at, notice in enumerate(corpus.notices))
    page = tree(written(replace(corpus, notices=notices))["browse/genre.md"])
    lines = [" ".join(summary.text_content().split()) for summary in page.iter("summary")]
    assert len(lines) == 9 * is_folded
    assert sum(int(line.split()[-2]) for line in lines) == count * is_folded
    assert len(page.xpath("//td//a[contains(@class, 'name')]")) == count


@pytest.mark.parametrize(("count", "tables"), [(PAGE_LENGTH, 1), (PAGE_LENGTH + 1, 3)])
def test_an_index_too_long_for_one_table_shows_the_first_of_each_level(count: int, tables: int) -> None:
    corpus = many(count)
    levels = ("central", "province", "county")
    notices = tuple(replace(notice, level=levels[at % 3]) for at, notice in enumerate(corpus.notices))
    page = tree(written(replace(corpus, notices=notices))["notices/index.md"])
    assert sum(1 for _ in page.iter("table")) == tables
    assert ("以下按层级各列最早的 10 件" in page.text_content()) is (tables > 1)


def test_a_corpus_without_documents_still_has_its_pages() -> None:
    assert {"index.md", "notices/index.md", "browse/level.md", "data.md"} <= written(Corpus((), ())).keys()
    assert site(Corpus((), ()), LEVELS, {}, (), EDITION).source_pages == ()
