"""Who cites whom: the picture, the lists, and what notice pages show of it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import lxml.html
import pytest

from notice_site.findings.citations.find import find_citations
from notice_site.model import Corpus, Notice
from notice_site.pages.citations.lists import cited_list
from notice_site.pages.citations.notice_sections import citation_annotator, citations_of_page
from notice_site.pages.citations.pages import citation_graph_pages
from notice_site.pages.citations.picture import Edge, Lane, Node, citation_graph
from notice_site.pages.comparison.shared_passages import margin_shared, shared_annotator, shared_of_page
from notice_site.pages.core.citation_index import citation_index
from notice_site.pages.core.links import Links
from notice_site.pages.core.pending_files import PendingFile
from notice_site.pages.core.site import SourcePage
from tests.findings.documents import document
from tests.pages.real import real_site
from tests.pages.rendering import tree


@cache
def pages() -> dict[str, PendingFile]:
    return {page.path: page for page in citation_graph_pages(real_site())}


def page(path: str) -> str:
    return str(pages()[path].content)


def picture(form: str = "wide") -> lxml.html.HtmlElement:
    figure = page("lineage/index.md").partition(f'<figure class="lineage-picture {form}">')[2]
    return lxml.html.fromstring(figure.partition("</figure>")[0])


def cited_by_each(*notices: Notice) -> dict[str, list[tuple[str, str | None]]]:
    """For each document the key and title of what it cites."""
    index = citation_index(Corpus((), notices, citations=find_citations(notices)))
    return {citing: [(cited.key, cited.title) for cited in edges] for citing, edges in index.cites.items()}


def test_wordings_of_one_document_that_is_not_held_are_one_thing() -> None:
    cited_by_document = cited_by_each(
        document("a", "根据《关于甲的通知》（中发〔2014〕7号），"),
        document("b", "按照中发〔2014〕7号精神，"),
        document("c", "贯彻《关于甲的通知》，"),
    )
    assert len({key for edges in cited_by_document.values() for key, _ in edges}) == 1


def test_plans_named_by_their_kind_alone_are_different_in_every_document() -> None:
    cited_by_document = cited_by_each(document("a", "对照省委《实施方案》，"), document("b", "对照省委《实施方案》，"))
    assert len({key for edges in cited_by_document.values() for key, _ in edges}) == 2


def test_documents_that_name_the_same_speech_are_not_joined() -> None:
    lines = re.findall(r'class="edge.*?href="([^"]*)"|<a href="(#[^"]*)" class="edge', page("lineage/index.md"))
    sources = {address.partition("-cite_")[0] for pair in lines for address in pair if address}
    assert sources == {f"#{c.ref.notice}" for c in real_site().corpus.citations if c.target or c.kind in
                       ("document", "regulation")}  # fmt: skip


def test_every_line_of_the_picture_carries_the_words_that_prove_it_and_leads_to_them() -> None:
    root = picture()
    quotes = {c.id: c.quote for c in real_site().corpus.citations}
    edges = [a for a in root.iter("a") if "edge" in (a.get("class") or "")]
    assert edges
    whole = tree(page("lineage/index.md"))
    for edge in edges:
        identity = (edge.get("href") or "").removeprefix("#")
        assert edge.findtext("title") == quotes[identity]
        assert quotes[identity] in whole.get_element_by_id(identity).text_content()


def test_the_list_has_every_citation_with_its_words() -> None:
    text = tree(page("lineage/index.md")).text_content()
    for citation in real_site().corpus.citations:
        assert citation.quote in text


def test_what_is_not_held_says_so_and_has_a_place_of_its_own() -> None:
    missing = tree(page("lineage/missing.md"))
    ids = {element.get("id") for element in missing.iter() if element.get("id")}
    links = re.findall(r"missing\.md#([^)]*)\)", page("lineage/index.md"))
    assert links
    assert set(links) <= ids
    assert "《中共许昌市委关于在全市党员中深入开展党的群众路线教育实践活动的实施意见》" in missing.text_content()


def graph_pages(texts: list[str]) -> list[PendingFile]:
    """The pages of a corpus in which each document has one of the texts."""
    notices = [document(f"n{n:03}", text, level="city") for n, text in enumerate(texts)]
    real = real_site()
    corpus = Corpus((), tuple(notices), citations=find_citations(notices))
    links = Links({n.id: real.links.notice(real.corpus.notices[0].id) for n in notices})
    return list(citation_graph_pages(replace(real, corpus=corpus, links=links)))


def test_a_large_corpus_is_cut_into_pages() -> None:
    pages = graph_pages([f"根据中发〔2014〕{n + 1}号，" for n in range(250)])
    paths = [p.path for p in pages]
    index, missing = ([p for p in paths if p.startswith(f"lineage/{name}")] for name in ("index", "missing"))
    assert paths == [*index, *missing]
    assert len(missing) == 7
    assert sum(str(p.content).count("<details") for p in pages[: len(index)]) == 250
    assert max(str(p.content).count("<details") for p in pages) <= 40
    assert "](missing-7.md#hole-n249-cite_1)" in str(pages[len(index) - 1].content)


@pytest.mark.parametrize(("count", "is_drawn"), [(15, True), (16, False)])
def test_fifteen_documents_are_drawn_and_their_lists_open_more_are_counted_and_folded(
    count: int, is_drawn: bool
) -> None:
    first = str(graph_pages(["根据中发〔2014〕1号，"] * count)[0].content)
    assert ("lineage-picture" in first) == is_drawn
    assert ("count-strip" in first) != is_drawn
    assert ("<details" in first) != is_drawn


def test_folded_documents_that_are_not_held_name_who_cites_them_first() -> None:
    pages = graph_pages([*(f"根据中发〔2014〕{n + 1}号，" for n in range(16)), "根据中发〔2014〕1号，"])
    missing = str(pages[-1].content)
    assert re.search(r'class="about"[^>]*>\s*2 件引用：[^<]+ 等<', missing)
    assert re.search(r'class="about"[^>]*>\s*1 件引用：[^<]+[^等]<', missing)


def test_each_bar_of_the_strip_leads_to_a_document_on_the_page_that_lists_it() -> None:
    pages = {p.path: str(p.content) for p in graph_pages([f"根据中发〔2014〕{n + 1}号，" for n in range(90)])}
    first = pages["lineage/index.md"]
    targets = re.findall(r'<a href="([^"#]*)#([^"]*)"', first.partition("count-strip")[2].partition("</figure>")[0])
    assert targets
    for path, place in targets:
        assert f'id="{place}"' in pages[f"lineage/{path.replace('.html', '.md')}" if path else "lineage/index.md"]


@pytest.mark.parametrize(("count", "rest"), [(20, ""), (21, "共 21 件")])
def test_twenty_citing_documents_are_named_and_the_rest_counted(count: int, rest: str) -> None:
    missing = str(graph_pages(["根据中发〔2014〕1号，"] * count)[-1].content)
    assert missing.count('class="relation"') == 20
    assert ("citations.json" in missing) == bool(rest)
    assert rest in missing


@pytest.mark.parametrize("name", ["短", "很长" * 60, "<b>&\"'"])
def test_boxes_hold_any_name(name: str) -> None:
    left, right = Node("a", name, "", "#a", "city"), Node("b", name, "未收录", "#b")
    drawing = citation_graph("图", [Lane("市", "city", (left,))], [right], [Edge("a", "b", "引用", name, "#c")])
    root = lxml.html.fromstring(str(drawing))
    lines = [t.text or "" for t in root.iter("text") if t.get("class") == "name"]
    assert all(len(line) <= 27 for line in lines)
    assert root.findtext(".//a/title") == name


@pytest.mark.parametrize("form", ["wide", "upright"])
def test_no_box_lies_over_another(form: str) -> None:
    root = picture(form)
    boxes = [[float(r.get(key) or 0) for key in ("x", "y", "width", "height")] for r in root.iter("rect")]
    for n, (x, y, width, height) in enumerate(boxes):
        for x2, y2, width2, height2 in boxes[n + 1 :]:
            assert x + width <= x2 or x2 + width2 <= x or y + height <= y2 or y2 + height2 <= y


# --- on notice pages -----------------------------------------------------------------------------


def source_page(notice_id: str) -> SourcePage:
    return next(s for s in real_site().source_pages if any(n.id == notice_id for n in s.notices))


def test_a_notice_page_says_what_it_cites_and_by_whom_it_is_cited() -> None:
    section = citations_of_page(real_site())
    for citation in real_site().corpus.citations:
        assert citation.quote in tree(section(source_page(citation.ref.notice))).text_content()
        if citation.target:
            cited = tree(section(source_page(citation.target))).text_content()
            assert "被引" in cited
            assert citation.quote in cited


def test_what_one_document_tells_to_be_a_document_is_one_everywhere() -> None:
    notices = (document("a", "介绍《安全生产基本条件》。"), document("b", "对照《安全生产基本条件》。"))
    index = citation_index(Corpus((), notices, citations=find_citations(notices)))
    assert {edge.kind for edges in index.cites.values() for edge in edges} == {"document"}
    assert len(index.missing()) == 1


def test_the_name_of_a_held_document_is_a_link_where_it_is_cited() -> None:
    marks = citation_annotator(real_site())
    linked = {(n.id, block, m.start) for n in real_site().corpus.notices for block, m in marks(n)}
    held = {
        (c.ref.notice, c.ref.block, c.ref.start)
        for c in real_site().corpus.citations
        if c.target not in (None, c.ref.notice)
    }
    assert linked == held


def test_the_report_of_its_own_issue_joins_a_document_to_no_other() -> None:
    site = real_site()
    [own] = [c for c in site.corpus.citations if c.target == c.ref.notice]
    lines = cited_list(site, site.citations, site.notices[own.ref.notice], "lineage/index.md")
    assert "本件" in lines
    assert all(edge.citing != own.ref.notice for edge in site.citations.cited_by.get(own.ref.notice, ()))
    assert f'"#{own.id}"' not in page("lineage/index.md").split("</svg>")[0]


def test_only_works_named_in_title_marks_have_them_on_the_page() -> None:
    lines = page("lineage/index.md")
    assert "《焦裕禄》" in lines
    assert "《关于焦裕禄的报告文学、电影》" not in lines


def test_every_shared_passage_is_marked_on_both_pages_and_leads_to_the_comparison() -> None:
    marker = shared_annotator(real_site())
    spans: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for notice in real_site().corpus.notices:
        for block, mark in marker(notice):
            spans.setdefault((notice.id, block), []).append((mark.start, mark.end))
    for passage in real_site().corpus.passages:
        for ref in (passage.a, passage.b):
            assert any(a <= ref.start and ref.end <= b for a, b in spans[ref.notice, ref.block])
    beside = margin_shared(real_site())
    notes = [note for notice in real_site().corpus.notices for note in beside(notice)]
    assert {note.block for note in notes} == {block for _, block in spans}
    assert any("compare/" in note.text for note in notes)


def test_the_list_of_shared_wording_names_each_other_document() -> None:
    section = shared_of_page(real_site())
    for passage in real_site().corpus.passages:
        for here, there in ((passage.a, passage.b), (passage.b, passage.a)):
            other = next(n for n in real_site().corpus.notices if n.id == there.notice)
            title = (other.title or "").translate(str.maketrans("《》〈〉", "〈〉《》"))
            assert title in tree(section(source_page(here.notice))).text_content()
