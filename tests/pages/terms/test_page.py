"""Term pages, their concordances and charts, indexes, cards and tables say what the sources say, and where."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from functools import cache

import pytest

from notice_site.findings.part_of_corpus import part_of_corpus
from notice_site.model import Mention, Pack, Page, Ref, Selection, Term
from notice_site.pages.core.bar_chart import Bar, bar_chart
from notice_site.pages.core.pending_files import PendingFile
from notice_site.pages.core.site import site
from notice_site.pages.core.term_index import by_pinyin, letter, numbers, spoken, term_index
from notice_site.pages.terms.concordance import LIMIT
from notice_site.pages.terms.concordance import MOST_OPEN as MOST_USES_OPEN
from notice_site.pages.terms.index_pages import MOST_OPEN, term_index_pages
from notice_site.pages.terms.page import UNEXPLAINED, term_pages
from notice_site.pages.terms.popovers import popover_scripts
from notice_site.publishing.terms import term_item, terms_table
from tests.pages.real import real_site
from tests.pages.rendering import read, render
from tests.pages.sample import EDITION, LEVELS, many
from tests.pages.terms.test_annotations import paragraph, small_site


@cache
def real_pages() -> dict[str, str]:
    pages: list[Page | PendingFile] = [
        *term_pages(real_site()),
        *term_index_pages(real_site()),
        *popover_scripts(real_site()),
    ]
    assert len({page.path for page in pages}) == len(pages)
    return {page.path: str(page.content) for page in pages}


def text_of(path: str) -> str:
    return read(render(real_pages()[path].partition("\n---\n")[2]))[0]


def section(path: str, heading: str) -> str:
    """The text of one section of a page, up to the next heading."""
    source = real_pages()[path]
    found = re.search(rf"## {heading} .*?\n(.*?)(?=\n## |\Z)", source, re.DOTALL)
    assert found, f"{path} has no section {heading}"
    return read(render(found[1]))[0]


def test_parts_are_listed_in_order_as_quoted() -> None:
    parts = section("glossary/xuesancusizhua.md", "具体内容")
    expected = [
        "突出弘扬焦裕禄精神",
        "以群众评价促反思",
        "以群众评判促整改",
        "抓好立行立改事项",
        "抓好一批本地区本单位",
    ]
    places = [parts.index(part) for part in expected]
    assert places == sorted(places)


def test_definitions_stand_by_document_in_order_of_date() -> None:
    definitions = section("glossary/jiaoyushijianhuodong.md", "文中表述")
    assert re.findall(r"\d{4}年\d+月\d+日", definitions) == ["2014年1月24日", "2014年3月9日"]
    assert "至9月基本完成" in definitions


def test_passages_that_only_use_a_term_are_said_to_be_uses() -> None:
    assert "文山会海，力戒形式主义" in section("glossary/wenshanhuihai.md", "文中表述")
    assert f"{UNEXPLAINED}，以下是用例。" in section("glossary/wenshanhuihai.md", "文中表述")


def test_the_senses_of_a_term_are_told_apart_with_their_counts() -> None:
    counts = re.findall(r'\*\*(.*?)\*\* <span class="count">(.*?)</span>', real_pages()["glossary/huitoukan.md"])
    assert [count for _, count in counts] == ["1 处", "2 处，其中 1 处含于他词", "1 处"]
    assert "对近年来联系慰问过的困难群众进行回头看" in section("glossary/huitoukan.md", "义项")


def test_a_slogan_with_several_numbers_is_shown_as_a_tree() -> None:
    _, *branches = real_pages()["glossary/xuesancusizhua.md"].split(" 项</span>\n{: .branch-name }")
    assert [len(re.findall(r"^\d\. ", branch, re.MULTILINE)) for branch in branches] == [1, 3, 4]
    assert section("glossary/liuwenliudaitou.md", "具体内容").count("所收文件没有写明各项") == 2


def test_every_figure_tells_apart_what_stands_inside_longer_terms() -> None:
    pages_of_term = real_pages()["glossary/qunzhongluxian.md"]
    assert "32 处，其中 23 处含于他词" in pages_of_term.split("## ")[0]
    in_documents = pages_of_term.split("## 全部用例")[1]
    assert in_documents.count("含于他词：") == 6
    for of_document in in_documents.split("{: .source }")[1:]:
        alone, _, inside = of_document.partition("含于他词：")
        assert "</b>教育实践活动" not in alone
        assert inside.count("kwic") == inside.count("</b>教育") + inside.count("</b>专题")
    assert "其中 5 处含于他词" in section("glossary/qunzhongluxian.md", "各件出现次数")
    assert "其中 23 处含于他词" in real_pages()["glossary/cards/qunzhongluxian.js"]


def test_a_term_that_no_source_explains_says_so() -> None:
    assert UNEXPLAINED in section("glossary/wuxingweidu.md", "文中表述")
    unexplained = [
        term
        for term in real_site().corpus.terms
        if not term.items and not term.definitions and not any(sense.definitions for sense in term.senses)
    ]
    said = [path for path in real_pages() if path.endswith(".md") and UNEXPLAINED in real_pages()[path]]
    assert len(said) == len(unexplained) > 20


def test_the_first_appearance_is_in_the_earliest_document_also_where_only_the_newspaper_dates_it() -> None:
    first = section("glossary/zhaojingzi.md", "最早出现（本站所收）")
    assert "2014年1月24日" in first
    assert "指导意见" in first


def test_a_page_of_a_term_tells_every_place_once() -> None:
    book = term_index(real_site().corpus)
    for term_id, mentions in book.mentions.items():
        lines = real_pages()[f"glossary/{term_id}.md"].count('class="kwic"')
        several = len(book.by_notice(term_id)) > 1
        assert lines == len(mentions) + several * len(book.firsts(term_id)), term_id


def test_a_line_of_the_concordance_shows_the_words_around_the_term_as_they_stand() -> None:
    lines = section("glossary/yiwofeng.md", "全部用例")
    assert "…相互征求意见“公文旅行”、“函来函往”,防止“窝蜂”下基层、重复征求意见。" in lines
    assert "…征求意见搞“公文旅行”、“函来函往”，防止“一窝蜂”下基层、重复征求意见。" in lines


def test_long_concordances_leave_no_document_out_and_say_what_they_do_not_show() -> None:
    of = small_site(paragraph("p_1", "六问，" * (LIMIT + 50)), words=("六问",))
    (page,) = term_pages(of)
    assert str(page.content).count('class="kwic"') == LIMIT
    said = f"共 {LIMIT + 50} 处，以下列出 {LIMIT} 处，其余见[检索](../search/index.md?find=%E5%85%AD%E9%97%AE)。"
    assert said in str(page.content)


def test_the_chart_says_in_words_what_it_shows() -> None:
    drawing = bar_chart("次数", "处", [Bar("甲<", 4), Bar("乙", 1, "x.html", "level-city")])
    assert '<ol aria-label="次数">' in drawing
    assert re.findall(r"<li>(.*?)<svg class=\"bar", drawing) == [
        '甲&lt; <span class="amount">4 处</span>',
        '<a href="x.html">乙</a> <span class="amount">1 处</span>',
    ]
    assert re.findall(r"width=\"([\d.]+)\"", drawing) == ["100", "25"]
    assert bar_chart("次数", "处", []) == ""


@pytest.mark.parametrize(
    ("path", "headings"),
    [
        ("glossary/index.md", ["B", "C", "Z", "0–9"]),
        ("glossary/index-number.md", ["一", "二", "三", "四", "五", "六", "八", "十"]),
        ("glossary/index-kind.md", ["提法", "比喻说法", "地名"]),
        ("glossary/index-level.md", ["中央", "省", "市", "县区"]),
    ],
)
def test_an_index_has_its_headings_in_order(path: str, headings: list[str]) -> None:
    found = re.findall(r"^## (.*?) \{", real_pages()[path], re.MULTILINE)
    assert [heading for heading in found if heading in headings] == headings


def test_a_slogan_stands_under_each_number_it_names() -> None:
    groups = re.split(r"^## ", real_pages()["glossary/index-number.md"], flags=re.MULTILINE)
    assert ["学三促四抓" in group for group in groups if group[0] in "三四六"] == [True, True, False]
    assert ["抓学习、找问题" in group for group in groups if group[0] in "三四六"] == [False, True, False]


def test_every_term_stands_once_in_the_index_by_sound_with_what_the_filter_looks_for() -> None:
    entries = re.findall(
        r"^- \[.*?\]\((.*?)\.md\)\{ \.term data-find=\"(.*?)\"", real_pages()["glossary/index.md"], re.M
    )
    assert sorted(name for name, _ in entries) == sorted(term.id for term in real_site().corpus.terms)
    found = dict(entries)
    assert found["liuwen"] == "liuwen lw"
    assert found["yanyilvji"] == "yanyilvji yylj 律己严不严"


def test_terms_are_ordered_by_sound_and_then_by_tone() -> None:
    ordered = [term.term for term in by_pinyin(real_site().corpus.terms)]
    assert ordered.index("六问") + 1 == ordered.index("六问六带头")
    assert ordered.index("三查") < ordered.index("三促") < ordered.index("三严三实")
    assert ordered[-1] == "10个普遍性问题"
    assert {letter(term) for term in real_site().corpus.terms} <= {*"ABCDEFGHJKLMNOPQRSTWXYZ", "0–9"}


def test_digits_of_a_term_stand_together_in_its_reading() -> None:
    (term,) = (term for term in real_site().corpus.terms if term.term == "10个普遍性问题")
    assert spoken(term) == "10 gè pǔ biàn xìng wèn tí"
    assert numbers(term) == (10,)


def test_cards_are_classic_scripts_that_hold_text_and_addresses_only() -> None:
    scripts = {path: text for path, text in real_pages().items() if path.endswith(".js")}
    assert len(scripts) == len(real_site().corpus.terms)
    for path, script in scripts.items():
        call = re.fullmatch(r'termCard\("([a-z0-9-]+)",(\{.*\})\);\n', script)
        assert call, path
        assert path == f"glossary/cards/{call[1]}.js"
        card = json.loads(call[2])
        assert "quote" in card or "parts" in card or "unexplained" in card
        assert not ("parts" in card and "unexplained" in card)
        assert card["url"] == f"glossary/{call[1]}.html"
        assert len(script.encode()) < 4000


def test_published_terms_have_the_fields_of_the_data_contract() -> None:
    book = real_site().terms
    items = {item["term"]: item for item in (term_item(book, id) for id in book.terms)}
    six = items["六问"]
    assert " ".join(six) == (
        "id term variants pinyin kind count counts items structure definitions usage senses mentions related note url"
    )
    assert (six["pinyin"], six["count"], len(six["items"]), len(six["mentions"])) == ("liù wèn", 6, 6, 2)
    assert six["mentions"][0]["form"] == "六问"
    assert items["三促"]["mentions"][0]["within"] == "xuesancusizhua"
    assert (items["三严三实"]["count"], items["照镜子"]["count"]) == (None, None)
    tree = items["学三促四抓"]
    assert (tree["count"], tree["counts"]) == (None, [1, 3, 4])
    assert [(part["label"], part["term"], len(part["items"])) for part in tree["structure"]] == [
        ("学", None, 1), ("三促", "sancu", 3), ("四抓", "sizhua", 4),
    ]  # fmt: skip
    assert {mention["sense"] for mention in items["回头看"]["mentions"]} == {
        sense["sense"] for sense in items["回头看"]["senses"]
    }


def test_the_table_has_a_row_for_each_term() -> None:
    head, rows = terms_table(real_site().terms)
    written = io.StringIO()
    csv.writer(written).writerows([head, *rows])
    read_back = list(csv.DictReader(io.StringIO(written.getvalue())))
    (six,) = (row for row in read_back if row["词语"] == "六问")
    assert (six["拼音"], six["数"], six["出现次数"], six["文件数"]) == ("liù wèn", "6", "2", "1")
    assert six["各部分"].count("｜") == 5


def test_a_site_without_terms_has_indexes_that_say_so() -> None:
    of = small_site(paragraph("p_1", "无"), words=())
    pages = {page.path: str(page.content) for page in term_index_pages(of)}
    assert "没有词语表所列的词语" in pages["glossary/index.md"]
    assert list(term_pages(of)) == []


@pytest.mark.parametrize(("documents", "is_folded"), [(MOST_OPEN, False), (MOST_OPEN + 1, True)])
def test_the_terms_of_more_than_a_dozen_documents_are_folded(documents: int, is_folded: bool) -> None:
    corpus = many(documents)
    notice_term = Term("tongzhi", "通知", (), ("tōng", "zhī"), "document")
    mentions = tuple(Mention("tongzhi", Ref(f"n{number}", "title", 0, 2), "通知") for number in range(documents))
    of = site(replace(corpus, terms=(notice_term,), mentions=mentions), LEVELS, {}, (), EDITION)
    pages = {page.path: str(page.content) for page in term_index_pages(of)}
    by_document = pages["glossary/index-document.md"]
    assert by_document.count("<details") == documents * is_folded
    assert by_document.count("\n## ") == documents * (not is_folded)
    assert all(f"](../notices/n{number}.md)" in by_document for number in range(documents))


@pytest.mark.parametrize(("uses", "is_folded"), [(MOST_USES_OPEN, False), (MOST_USES_OPEN + 1, True)])
def test_many_uses_of_a_term_are_folded_by_level(uses: int, is_folded: bool) -> None:
    corpus = many(uses)
    notice_term = Term("tongzhi", "通知", (), ("tōng", "zhī"), "document")
    mentions = tuple(Mention("tongzhi", Ref(f"n{number}", "title", 0, 2), "通知") for number in range(uses))
    of = site(replace(corpus, terms=(notice_term,), mentions=mentions), LEVELS, {}, (), EDITION)
    (page,) = term_pages(of)
    levels = str(page.content).count("\n### ")
    assert levels
    assert str(page.content).count('<details class="group"') == levels * is_folded


def test_what_a_pack_quotes_from_a_document_that_it_has_not_stands_under_the_name_of_that_document() -> None:
    """回头看 stands in one document of the pack, but another explains one of its senses."""
    whole = real_site()
    district = "003_2e31e8bc992ce31d"
    pack = Pack("p", "p", "甲", "乙", (Selection(district),), ("huitoukan",))
    part = part_of_corpus(whole.corpus, pack, [])
    [page] = term_pages(site(part, [], {}, (), EDITION))
    explained = re.search(r"## 义项 .*?(?=\n## )", str(page.content), re.DOTALL)
    assert explained
    for name in ("关于开展第二批党的群众路线教育实践活动的指导意见", whole.notices[district].title):
        assert f"《{name}》" in explained[0]
