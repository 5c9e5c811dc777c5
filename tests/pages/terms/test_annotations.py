"""Links on terms: the first of a term in each section, never a changed character, never a link inside a link."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_site.findings.terms.find import find_mentions
from notice_site.model import Block, BlockKind, Corpus, Notice, Source, Term
from notice_site.model.glossary import Entry, Form
from notice_site.pages.core import markdown as md
from notice_site.pages.core.annotations import Annotation, annotated
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.site import Site, site
from notice_site.pages.core.term_index import WITHIN_LEGEND
from notice_site.pages.notice.block_text import document_text
from notice_site.pages.notice.page import notice_pages
from notice_site.pages.terms.annotations import term_annotator, terms_of_page
from notice_site.text.spacing import squeeze
from tests.pages.real import real_site
from tests.pages.rendering import read, render
from tests.pages.sample import EDITION


def small_site(*blocks: Block, words: tuple[str, ...] = ("六问", "六问六带头", "三严三实")) -> Site:
    """A site of one document with these blocks, in which `words` are the terms t0, t1 …."""
    entries = [Entry(f"t{number}", word, (Form(word),), (), "slogan", 1) for number, word in enumerate(words)]
    notice = Notice("n", "n.txt", "", "题", blocks)
    terms = tuple(Term(entry.id, entry.term, (), ("x",) * len(entry.term), "slogan") for entry in entries)
    source = Source("n.txt", "", 1, "text", "utf-8", ())
    return site(Corpus((source,), (notice,), terms, find_mentions(entries, [notice])), (), {}, (), EDITION)


def paragraph(block_id: str, text: str, parent: str | None = None, kind: BlockKind = BlockKind.PARAGRAPH) -> Block:
    return Block(block_id, kind, text, parent=parent)


def shown(of: Site) -> str:
    """The text of the one document with [links] and {marks} as the marker of terms puts them."""
    (source_page,) = of.source_pages
    marks: dict[str, list[Annotation]] = {}
    for block, mark in term_annotator(of)(source_page.first):
        marks.setdefault(block, []).append(mark)
    lines = [annotated(block.text, marks.get(block.id, ())) for block in source_page.first.blocks]
    text = "\n".join(lines)
    text = re.sub(r"\]\(\.\./glossary/(t\d)\.md\)\{ \.term \}", r"=\1]", text)
    return re.sub(r'<span class="term-again" data-term="(t\d)">(.*?)</span>', r"{\2=\1}", text)


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ([paragraph("p_1", "六问，六问"), paragraph("p_2", "六问")], "[六问=t0]，{六问=t0}\n{六问=t0}"),
        (
            [
                paragraph("sec_1", "一、六问。六问", kind=BlockKind.SECTION),
                paragraph("sec_1__p_1", "六问", "sec_1"),
                paragraph("sec_2", "二、六问", kind=BlockKind.SECTION),
            ],
            "一、[六问=t0]。{六问=t0}\n{六问=t0}\n二、[六问=t0]",
        ),
        (
            [
                paragraph("title", "六问通知", kind=BlockKind.TITLE),
                paragraph("p_1", "六问"),
                paragraph("signature", "六问办", kind=BlockKind.SIGNATURE),
            ],
            "{六问=t0}通知\n[六问=t0]\n{六问=t0}办",
        ),
        ([paragraph("p_1", "六问六带头，六问")], "[六问六带头=t1]，[六问=t0]"),
        ([paragraph("p_1", "没有词语")], "没有词语"),
    ],
    ids=[
        "once in a section",
        "each section again, a heading belongs to its section",
        "head and foot only marked",
        "the longest only",
        "no term",
    ],
)
def test_the_first_of_a_term_in_each_section_is_a_link(blocks: list[Block], expected: str) -> None:
    assert shown(small_site(*blocks)) == expected


def test_links_do_not_change_a_character_of_any_page() -> None:
    of = real_site()
    plain = {page.path: page.content for page in notice_pages(of)}
    linked = {page.path: page.content for page in notice_pages(of, (term_annotator,))}
    assert plain.keys() == linked.keys()
    for path, content in linked.items():
        assert str(content).count(".term }") > 10
        assert read(render(str(content)))[0] == read(render(str(plain[path])))[0]


def test_without_its_links_a_document_reads_exactly_as_its_blocks() -> None:
    of = real_site()
    mark = term_annotator(of)
    for notice in of.corpus.notices:
        marks: dict[str, tuple[Annotation, ...]] = {}
        for block, found in mark(notice):
            marks[block] = (*marks.get(block, ()), found)
        written = read(render(document_text(notice.blocks, marks, title_level=1)))[0]
        assert squeeze(written) == squeeze("".join(block.text for block in notice.blocks))


class _Nesting(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = 0
        self.deepest = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open += tag == "a"
        self.deepest = max(self.deepest, self.open)

    def handle_endtag(self, tag: str) -> None:
        self.open -= tag == "a"


def test_no_link_stands_inside_a_link_on_any_page() -> None:
    for page in notice_pages(real_site(), (term_annotator,), (terms_of_page,)):
        parser = _Nesting()
        parser.feed(render(str(page.content)))
        assert parser.deepest == 1, page.path


NOTE = Annotation(3, 3, md.footnote_mark("note-1"))


def link(start: int, end: int) -> Annotation:
    before, after = md.link_ends("x.md", classes=["term"])
    return Annotation(start, end, before, after, is_link=True)


def test_a_note_number_inside_a_linked_term_waits_for_its_end() -> None:
    assert annotated("防止窝蜂下基层", [NOTE, link(2, 4)]) == "防止[窝蜂](x.md){ .term }[^note-1]下基层"
    assert annotated("防止窝蜂", [Annotation(3, 3, Markdown("!")), link(2, 4)]) == "防止[窝蜂](x.md){ .term }!"


@given(
    st.text("*_[]()<>&`{}#.1 a一二三“”", min_size=1, max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=5),
)
def test_any_links_on_any_text_leave_the_text_as_it_is(text: str, ends: list[tuple[int, int]]) -> None:
    marks = [link(*sorted((start % len(text), end % len(text)))) for start, end in ends]
    found, _ = read(render(annotated(text, [mark for mark in marks if mark.start < mark.end])))
    assert found == text


def test_the_terms_of_a_page_are_listed_below_it_with_their_counts() -> None:
    of = small_site(paragraph("p_1", "六问六带头，六问"), paragraph("p_2", "三严三实"))
    listed = terms_of_page(of)(of.source_pages[0])
    counts = re.findall(r"\[(\w+)\].*?>([\d＋]+)<", listed)
    assert counts == [("六问", "1＋1"), ("三严三实", "1"), ("六问六带头", "1")]
    assert WITHIN_LEGEND in listed
    plain = small_site(paragraph("p_1", "三严三实"))
    assert WITHIN_LEGEND not in terms_of_page(plain)(plain.source_pages[0])
    without = small_site(paragraph("p_1", "无"))
    assert terms_of_page(without)(without.source_pages[0]) == ""
