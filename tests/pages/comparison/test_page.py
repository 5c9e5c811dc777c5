"""Pages that show two documents side by side: nothing lost, nothing changed, every link leads to its row."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from functools import cache

import pytest
from lxml.html import HtmlElement

from notice_site.model import Comparison, Notice, Page, Passage, Ref
from notice_site.pages.comparison.downloads import comparison_files
from notice_site.pages.comparison.index_page import compare_index
from notice_site.pages.comparison.page import compare_pages, not_whole
from notice_site.pages.comparison.places import comparison_place
from notice_site.pages.comparison.rows import Sides
from notice_site.pages.comparison.shared_passages import shared_of_page
from notice_site.pages.comparison.variants import variant_annotator
from notice_site.pages.core.pending_files import PendingFile
from notice_site.pages.core.reuse_index import SharedPassage, shared_characters
from notice_site.publishing.reuse import comparison_item
from tests.pages.real import real_site
from tests.pages.rendering import by_class, tree


@cache
def pages() -> dict[str, Page]:
    both_kinds: list[Page | PendingFile] = [*compare_index(real_site()), *compare_pages(real_site())]
    return {page.path: Page(page.path, page.content) for page in both_kinds}


def comparison() -> Comparison:
    """The district's opinion beside the central one."""
    return max(real_site().corpus.comparisons, key=lambda comparison: comparison.shared)


@cache
def shown() -> HtmlElement:
    return tree(str(pages()[comparison_place(comparison()).file].content))


def notice(notice_id: str) -> Notice:
    return next(notice for notice in real_site().corpus.notices if notice.id == notice_id)


def text(element: HtmlElement) -> str:
    """The text of a cell without the link that leads to its place in the document."""
    if "where" in (element.get("class") or "").split():
        return ""
    return (element.text or "") + "".join(text(child) + (child.tail or "") for child in element)


def rows() -> list[HtmlElement]:
    return [row for row in by_class(shown(), "row") if "heads" not in row.get("class")]


def test_the_column_of_the_derived_document_is_all_of_it_in_its_order() -> None:
    cells = [cell for row in rows() for cell in by_class(row, "own")]
    derived = notice(comparison().derived)
    expected = [row.derived.block for row in comparison().rows if row.derived]
    assert [text(cell).strip() for cell in cells] == [derived.block(block).text for block in expected]


def test_every_paragraph_of_the_base_stands_on_the_page_once() -> None:
    base = notice(comparison().base)
    written = [text(p).strip() for row in rows() for cell in by_class(row, "base") for p in cell.iter("p")]
    for row in comparison().rows:
        if row.base and row.kind != "moved":
            assert written.count(base.block(row.base.block).text) == 1


def test_every_link_inside_the_page_leads_to_a_row() -> None:
    ids = {element.get("id") for element in shown().iter() if element.get("id")}
    targets = [a.get("href")[1:] for a in shown().iter("a") if a.get("href").startswith("#")]
    assert targets
    assert set(targets) <= ids


def test_passages_at_another_place_lead_to_the_row_of_that_place_and_back() -> None:
    links = {(row.get("id"), a.get("href")[1:]) for row in rows() for a in by_class(row, "elsewhere")}
    assert any((there, here) in links for here, there in links)
    for row in rows():
        for link in by_class(row, "elsewhere"):
            there = shown().get_element_by_id(link.get("href")[1:]).text_content()
            words = re.findall(r"\w{5}", link.text_content())
            assert sum(word in there for word in words) >= len(words) / 2


def test_differences_are_marked_by_elements_not_only_by_colour() -> None:
    annotated = {(e.tag, e.get("class")) for e in shown().iter("ins", "del") if by_class(e.getparent(), "where")}
    assert {("ins", "changed"), ("del", "changed"), ("ins", "only"), ("del", "only"), ("ins", "mark")} <= annotated


def test_the_longest_run_of_313_characters_is_named_with_its_row() -> None:
    said = next(p.text_content() for p in shown().iter("p") if "最长" in p.text_content())
    number = re.search(r"第 (\d+) 行", said)
    assert "313 字" in said
    assert number
    row = shown().get_element_by_id(f"r{number[1]}")
    assert "写明出处" in row.text_content()
    assert "市、县领导班子和领导干部重点解决政绩观不正确" in row.text_content()


def test_the_figures_on_the_page_are_those_of_the_data() -> None:
    [item] = [i for i in map(comparison_item, real_site().corpus.comparisons) if i["own"] == comparison().derived]
    figures = by_class(shown(), "figures")[0].text_content()
    for key in ("base_length", "own_length", "shared"):
        assert f"{item[key]:,} 字" in figures


def test_where_the_text_breaks_off_the_rest_of_the_base_is_not_called_dropped() -> None:
    words = shown().text_content()
    assert "无法比对" in words
    assert "未承接 " not in words


def test_the_index_lists_every_comparison() -> None:
    index = tree(str(pages()["compare/index.md"].content))
    targets = [a.get("href") for a in by_class(index, "name")]
    assert targets == [comparison_place(c).relative_to("compare/index.md") for c in real_site().corpus.comparisons]


def test_a_pair_of_documents_has_one_figure_on_every_page() -> None:
    figure = f"{comparison().shared:,} 字"
    assert figure in by_class(shown(), "figures")[0].text_content()
    index = tree(str(pages()["compare/index.md"].content))
    assert f"{comparison().shared:,}" in [cell.text_content() for cell in index.iter("td")]
    section = shared_of_page(real_site())
    for source_page in real_site().source_pages:
        if {comparison().base, comparison().derived} & {each.id for each in source_page.notices}:
            assert figure in section(source_page)


def test_documents_that_no_page_compares_share_the_same_number_from_either_side() -> None:
    shared = real_site().shared
    for here, passages in shared.items():
        for there in {passage.there.notice for passage in passages}:
            back = [passage for passage in shared[there] if passage.there.notice == here]
            assert shared_characters(p for p in passages if p.there.notice == there) == shared_characters(back)


def test_passages_that_overlap_are_counted_once() -> None:
    a, b, c = (Ref("x", "p_1", start, end) for start, end in ((0, 20), (10, 30), (0, 25)))
    there = [Ref("y", "p_1", 0, 40), Ref("y", "p_2", 0, 40), Ref("y", "p_3", 0, 40)]
    passages = [
        SharedPassage(h, t, Passage("", h, t, "altered", 1.0, False)) for h, t in zip((a, b, c), there, strict=True)
    ]
    assert shared_characters(passages) == 30


def test_a_comparison_can_be_taken_away_with_what_differs_in_brackets() -> None:
    files = {file.path: file.content for file in comparison_files(real_site())}
    (path,) = [path for path in files if path.endswith(".json")]
    whole = json.loads(files[path])
    csv_file = files[path.replace(".json", ".csv")]
    assert isinstance(csv_file, bytes)
    rows = [*csv.DictReader(io.StringIO(csv_file.decode("utf-8-sig")))]
    assert rows == whole["rows"]
    base, own = whole["documents"]
    verbatim = next(row for row in rows if row["类别"] == "原文照录")
    assert verbatim[base].replace("(", "（") == verbatim[own].replace("(", "（")
    assert "〔" not in verbatim[base]
    added = next(row for row in rows if row["类别"] == "新增")
    assert added[base] == ""
    assert added[own].startswith("〔")


@pytest.mark.parametrize(("count", "is_cut"), [(60, False), (61, True)])
def test_of_a_list_of_several_pages_all_comparisons_are_handed_to_the_filter(count: int, is_cut: bool) -> None:
    site = real_site()
    corpus = replace(site.corpus, comparisons=site.corpus.comparisons[:1] * count)
    pages = {page.path: str(page.content) for page in compare_index(replace(site, corpus=corpus))}
    assert ("comparison-choice.js" in pages["compare/index.md"]) is is_cut
    assert ("compare/pairs.js" in pages) is is_cut
    if not is_cut:
        return
    arguments = pages["compare/pairs.js"].removeprefix("comparedPairs(").removesuffix(");\n")
    documents, pairs = json.loads(f"[{arguments}]")
    assert len(pairs) == count
    first = corpus.comparisons[0]
    derived, base, _, shared, *_ = pairs[0]
    assert [documents[derived][0], documents[base][0]] == [first.derived, first.base]
    assert shared == f"{first.shared:,}"
    assert ["不完整", "tag warning"] in documents[derived]


def test_a_shared_passage_marks_the_words_that_differ_and_quotes_the_other_document() -> None:
    marks = variant_annotator(real_site())
    written = {mark.before for notice in real_site().corpus.notices for _, mark in marks(notice)}
    notes = {match[1] for mark in written if (match := re.search(r'data-variant="(.*?)"', mark))}
    assert "中央意见作“靠”" in notes  # 把“面对面”与“背对背”结合起来
    assert "魏都意见作“对”" in notes
    assert not [note for note in notes if re.search(r"“[，、。；]*”", note)]


@pytest.mark.parametrize(
    ("base", "derived", "expected"),
    [
        ("complete", "truncated", "魏都意见的来源文本不完整，各种结果只就所收的部分而言。"),
        ("excerpt", "complete", "中央意见为节选，各种结果只就所收的部分而言。"),
        ("excerpt", "truncated", "中央意见为节选，魏都意见的来源文本不完整，各种结果只就所收的部分而言。"),
        ("complete", "complete", ""),
    ],
)
def test_nothing_is_told_of_what_is_missing_of_a_document(base: str, derived: str, expected: str) -> None:
    """新增 beside a part of a document does not say that the rest of it has no such words."""
    sides = Sides.of(real_site(), comparison())
    sides = replace(sides, base=replace(sides.base, status=base), derived=replace(sides.derived, status=derived))
    assert str(not_whole(sides)).removesuffix("\n{: .about-comparison }") == expected
