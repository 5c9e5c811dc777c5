"""Notice pages: the whole text and nothing else, everything the source says or does not say, stable anchors."""

from __future__ import annotations

import itertools
import json
import re
from pathlib import Path

import pytest
from lxml.html import HtmlElement

from notice_site.pages.core import markdown as md
from notice_site.pages.core.annotations import Annotation
from notice_site.pages.core.site import site
from notice_site.pages.notice.page import notice_pages
from notice_site.pages.notice.title_breaks import break_places
from tests.golden import CASES
from tests.pages.rendering import block_text, by_class, tree
from tests.pages.sample import CORPUS, EDITION, LEVELS, ORIGINALS, OUTER, all_pages
from tests.project_sources import project_files

SAMPLE = {page.path: page for page in all_pages(CORPUS)}


def notice_page(name: str) -> HtmlElement:
    content = SAMPLE[f"notices/{name}.md"].content
    assert isinstance(content, str)
    return tree(content)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def facts(card: HtmlElement) -> dict[str, str]:
    names = [squeezed(name.text_content()) for name in card.iter("dt")]
    return dict(zip(names, (squeezed(value.text_content()) for value in card.iter("dd")), strict=True))


def test_every_block_reads_as_its_text() -> None:
    where = site(CORPUS, LEVELS, {}, (), EDITION).links
    for notice in CORPUS.notices:
        page = notice_page(Path(where.notice(notice.id).file).stem)
        for block in notice.blocks:
            assert block_text(page, block.id) == squeezed(block.text)


def test_every_block_of_the_published_sources_reads_as_its_text() -> None:
    files = project_files()
    trees: dict[str, HtmlElement] = {}
    for notice in json.loads(files["data/notices.json"])["items"]:
        file = notice["url"].partition("#")[0].replace(".html", ".md")
        if file not in trees:
            trees[file] = tree(files[file].decode())
        for block in notice["blocks"]:
            assert block_text(trees[file], block["id"]) == squeezed(block["text"])


@pytest.mark.parametrize("name", ["f1", "o2", "s3"])
def test_ids_are_unique(name: str) -> None:
    ids = [id for element in notice_page(name).iter() if (id := element.get("id"))]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", ["f1", "o2", "s3"])
def test_headings_go_down_one_level_at_a_time_from_one_h1(name: str) -> None:
    levels = [int(element.tag[1]) for element in notice_page(name).iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in itertools.pairwise(levels))


def test_documents_follow_the_order_of_the_source() -> None:
    ids = [id for element in notice_page("f1").iter() if (id := element.get("id"))]
    assert [id for id in ids if id in {"date", "f1-att_1", "att_1__sec_1", "cc"}] == [
        "date",
        "f1-att_1",
        "att_1__sec_1",
        "cc",
    ]


def test_each_document_has_its_own_card() -> None:
    outer, inner = map(facts, by_class(notice_page("f1"), "card"))
    assert outer["发文字号"] == "某发〔2014〕1号"
    assert outer["地区"] == "某省人工核定"
    assert outer["转发"] == "《关于甲的通知》"
    assert outer["来源文件"].startswith("转发<b>.html（")
    assert OUTER.sha256 in outer["来源文件"]
    assert inner["载于"] == "《转发〈关于甲的通知〉的通知》（某发〔2014〕1号）"
    assert inner["成文日期"] == "2014年3月"


def test_what_the_source_does_not_say_is_said_to_be_missing() -> None:
    card = facts(by_class(notice_page("o2"), "card")[0])
    assert card["发文字号"] == card["地区"] == "来源文本未载"
    assert card["成文日期"] == "来源文本中断，未见"
    assert card["来源文本未载"] == "主送"
    assert card["来源文本中断，未见"] == "印发日期、抄送"
    assert card["发表情况"] == "某报，2014年5月1日"


def test_a_text_that_breaks_off_says_so_before_and_behind_it() -> None:
    page = notice_page("o2")
    assert "不完整" in by_class(page, "card-line")[0].text_content()
    assert len(by_class(page, "breaks-off")) == 1
    assert not by_class(notice_page("f1"), "breaks-off")


def test_a_scan_says_that_it_has_no_text() -> None:
    page = notice_page("s3")
    assert "没有可读文字" in by_class(page, "state")[0].text_content()
    assert page.find(".//h1").text == "无标题文件（来源 003.pdf）"


def test_points_are_part_of_the_paragraph_and_have_their_own_ids() -> None:
    page = notice_page("o2")
    point = page.get_element_by_id("sec_1__sec_1__sec_2")
    assert point.tag == "span"
    assert squeezed(point.getparent().getparent().text_content()).replace("¶", "") == (
        "（一）原则。坚持三条。一是认真。务实。不空谈"
    )


def test_a_table_keeps_every_cell() -> None:
    cells = [cell.text_content() for cell in notice_page("o2").get_element_by_id("table").iter("th", "td")]
    assert cells == ["项目", "次数", "学习", "3 | 4"]


def test_a_doubt_is_noted_behind_its_words_and_a_certain_change_is_only_recorded() -> None:
    page = notice_page("f1")
    notes = by_class(page, "footnote")[0].findall(".//li")
    assert [squeezed(note.text_content()) for note in notes] == ["疑误转发疑为印发。与题名不合。可信度60%。↩"]
    paragraph = page.get_element_by_id("p_1")
    assert (paragraph.text, paragraph.find("sup").tail) == ("现将《关于甲的通知》转发", "给你们。")
    record = page.get_element_by_id("record").text_content()
    assert "〔 2014 〕 1 号" in record
    assert "— 1 —" in record


def test_the_source_text_is_at_hand_line_by_line_with_its_numbers() -> None:
    script = SAMPLE["notices/lines/f1.js"].content
    assert isinstance(script, str)
    lines = json.loads(script.removeprefix("sourceLines(").removesuffix(");\n"))
    assert len(lines) == 9
    assert lines[1] == [2, "某发〔 2014 〕 1 号"]
    assert "9 行" in notice_page("f1").get_element_by_id("source-text").text_content()


def test_blocks_name_their_lines_in_the_source() -> None:
    assert notice_page("f1").get_element_by_id("att_1__sec_1").get("data-lines") == "8"


def test_pages_lead_to_those_before_and_after_them_by_date() -> None:
    assert by_class(notice_page("f1"), "next")[0].get("href") == "o2.md"
    assert by_class(notice_page("o2"), "previous")[0].get("href") == "f1.md"
    assert not by_class(notice_page("f1"), "previous")


def test_front_matter_is_html_where_templates_put_it_out_unescaped() -> None:
    content = SAMPLE["notices/f1.md"].content
    assert isinstance(content, str)
    assert content.startswith('---\ntitle: "转发《关于甲的通知》的通知"\n')


def test_page_kinds_can_mark_words_and_add_sections() -> None:
    of = site(CORPUS, LEVELS, ORIGINALS, (), EDITION)
    (page, *_) = notice_pages(
        of,
        [
            lambda _: (
                lambda notice: [("p_1", Annotation(0, 1, *md.span_ends(classes=["term"])))] if notice is OUTER else []
            )
        ],
        [lambda _: lambda source_page: md.heading(2, md.escape("词语"), id=f"terms-{source_page.first.id}")],
    )
    assert isinstance(page.content, str)
    root = tree(page.content)
    assert [term.text for term in by_class(root, "term")] == ["现"]
    assert block_text(root, "p_1") == OUTER.block("p_1").text
    assert root.get_element_by_id("terms-f1") is not None


def test_one_line_of_the_card_tells_the_document_and_the_rest_is_folded() -> None:
    outer, inner = by_class(notice_page("f1"), "card")
    assert "某发〔2014〕1号" in by_class(outer, "card-line")[0].text_content()
    assert "2014年3月" in by_class(inner, "card-line")[0].text_content()
    assert by_class(outer, "archive")[0].tag == "details"
    assert OUTER.sha256 not in by_class(outer, "card-line")[0].text_content()


def test_each_margin_note_leads_to_its_words_and_a_shared_passage_to_the_comparison() -> None:
    page = tree((CASES / "pages/docs/notices/002_bingqu.md").read_text("utf-8"))
    notes = by_class(page, "beside")
    assert {note.get("class") for note in notes} >= {"beside shared", "beside time"}
    for note in notes:
        page.get_element_by_id((note.get("href") or "")[1:])
    shared = next(note for note in notes if note.get("class") == "beside shared")
    assert re.search(r"^(同|与).*\d+ 字$", shared.text_content())
    assert shared.getnext().text in {"并排看", "看原文", "见列表"}


@pytest.mark.parametrize(
    ("title", "lines", "places"),
    [
        ("中共某区委关于学习的意见", {1: "中共某区委", 2: "", 3: "　关于学习的意见"}, [5]),
        ("关于学习的意见", {1: "关于学习的意见"}, []),
        ("关于学习的意见", {1: "某报讯", 2: "关于学习的意见"}, []),
    ],
    ids=["in two lines", "in one line", "the lines say more than the title"],
)
def test_a_title_breaks_where_the_source_breaks_it(title: str, lines: dict[int, str], places: list[int]) -> None:
    assert break_places(title, (min(lines), max(lines)), lines) == places
