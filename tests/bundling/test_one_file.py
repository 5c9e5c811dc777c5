"""A site in one file: every page is a chapter, every link leads within it, nothing is loaded from elsewhere."""

from __future__ import annotations

import re

import pytest

from notice_site.bundling.chapters import Goal, goal_of
from notice_site.bundling.imprint import imprint_of
from notice_site.bundling.link_check import link_faults
from notice_site.bundling.one_file import one_file
from notice_site.bundling.reading_order import reading_groups
from tests.bundling.site_of_one_notice import EDITION, site

SITE = site()
ABOUT = imprint_of(SITE, "pack")
GROUPS = reading_groups(SITE, ())
WHOLE = one_file(SITE, ABOUT, GROUPS)


def test_the_imprint_is_what_the_site_says_of_itself() -> None:
    assert (ABOUT.file, ABOUT.title, ABOUT.purpose) == (f"pack-{EDITION}", "学习 包", "供学习。")
    assert ABOUT.rights == "以发布机关的文本为准。"
    with pytest.raises(ValueError, match="edition"):
        imprint_of({"index.html": SITE["index.html"]})


def test_pages_stand_in_the_order_of_a_book_without_indexes() -> None:
    assert GROUPS == (
        ("概览", ("index.html",)),
        ("文件", ("notices/001.html",)),
        ("词语", ("glossary/sifeng.html",)),
        ("关于", ("edition.html",)),
    )
    files = [
        "index.html",
        "notices/1.html",
        "notices/2.html",
        "glossary/a.html",
        "packs/x/cards.html",
        "tasks/index.html",
    ]
    assert reading_groups(files, ["notices/2.html"])[1] == ("文件", ("notices/2.html", "notices/1.html"))
    assert [name for name, _ in reading_groups(files, ())] == ["概览", "文件", "学习单", "词语", "时间、任务、对照"]


def test_every_link_leads_to_a_place_of_the_file_itself() -> None:
    assert list(link_faults({"pack.html": WHOLE.encode()})) == []
    targets = set(re.findall(r'<a [^>]*href="([^"]*)"', WHOLE))
    assert targets
    assert all(target.startswith("#") for target in targets)


def test_ids_are_unique() -> None:
    ids = re.findall(r'\bid="([^"]*)"', WHOLE)
    assert len(ids) == len(set(ids))


def test_nothing_is_loaded_from_elsewhere() -> None:
    assert not re.findall(r'<(?:script|img|link)[^>]* (?:src|href)="(?!data:)', WHOLE)
    assert not re.findall(r"url\((?!['\"]?data:)", WHOLE)


def test_words_stay_as_they_are() -> None:
    assert "&lt;要求&gt;" in WHOLE
    assert "一、总要求。" in WHOLE


def test_a_link_to_exact_words_keeps_which_words() -> None:
    assert re.search(r'href="#sec_1__p_1--notices-001"[^>]* data-at="sec_1__p_1\.2-4"|data-at="sec_1__p_1\.2-4"', WHOLE)


def test_a_link_to_a_page_that_is_no_chapter_becomes_words() -> None:
    assert "<span>数据</span>" in WHOLE
    assert "另一件的话</span>" in WHOLE
    assert re.search(r"<g>\s*<text>一</text>\s*</g>", WHOLE)


def test_terms_say_which_card_is_theirs_and_cards_are_there() -> None:
    assert 'data-term="sifeng"' in WHOLE
    assert 'termCard("sifeng"' in WHOLE


def test_scripts_and_data_stand_in_the_order_in_which_they_need_each_other() -> None:
    order = [
        WHOLE.index(part)
        for part in ("/* one file */", "/* terms */", "termCard(", "/* loading */", "__part(", "/* page */")
    ]
    assert order == sorted(order)


def test_data_cannot_end_the_element_it_stands_in() -> None:
    assert WHOLE.count("</script>") == WHOLE.count("<script")
    assert r"<\/script" in WHOLE


def test_the_contents_name_chapters_and_sections_without_closing_stops() -> None:
    contents = WHOLE[WHOLE.index('<nav class="contents"') : WHOLE.index("</nav>")]
    assert re.findall(r">([^<>]+)</a>", contents) == ["学习包", "通知", "一、总要求", "四风", "版本"]


def test_each_source_has_printed_pages_of_its_own_that_name_it_and_the_edition() -> None:
    assert '@page source-1 { @top-left { content: "《通知》（甲〔2014〕1号）" } }' in WHOLE
    assert f"版本 {EDITION}" in WHOLE
    assert "counter(pages)" in WHOLE


def test_building_twice_gives_the_same_file() -> None:
    assert one_file(SITE, ABOUT, GROUPS) == WHOLE


@pytest.mark.parametrize(
    ("target", "goal"),
    [
        ("../glossary/a.html", Goal("glossary/a.html")),
        ("#sec_1", Goal("notices/1.html", "sec_1")),
        ("2.html?at=p_1.0-2&at=p_2.1-3#p_1", Goal("notices/2.html", "p_1", ("p_1.0-2", "p_2.1-3"))),
        ("2.html#%E7%94%B2", Goal("notices/2.html", "甲")),
        ("https://example.org/", None),
        ("data:text/plain,a", None),
        ("", None),
        ("#", None),
    ],
)
def test_what_a_link_leads_to(target: str, goal: Goal | None) -> None:
    assert goal_of("notices/1.html", target) == goal
