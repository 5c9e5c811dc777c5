"""A booklet has what its pack names, on pages that can be handed out; no word is cut."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from notice_site.bundling.paper.booklet import PARTS, Booklet, booklet
from notice_site.bundling.paper.cards import COLUMNS
from notice_site.bundling.paper.pdf import pdf
from notice_site.pipeline.study_pack import Study
from tests.bundling.paper.reader import bare, body, in_order, lines, outline, pages, text, without_places

PACKS = (
    "zhaojingzi-sifeng",
    pytest.param("sanyansanshi", marks=pytest.mark.long),
    pytest.param("dierpi-renwu-shijian", marks=pytest.mark.long),
)

FEWEST_CHARACTERS = 60
"""A page with fewer is nearly empty; one that is ruled for notes has none."""


@pytest.fixture(scope="module", params=PACKS)
def book(request: pytest.FixtureRequest, sources: Study) -> tuple[Booklet, bytes]:
    made = of(sources, request.param)
    return made, pdf(booklet(made))


def of(sources: Study, name: str, *parts: str) -> Booklet:
    pack = sources.named(name)
    return Booklet(sources.tree(pack).site, pack, "以发布机关的文本为准。", parts or [*PARTS])


def test_a_booklet_of_two_or_three_sources_has_sixteen_to_twenty_four_pages(book: tuple[Booklet, bytes]) -> None:
    assert 14 <= len(pages(book[1])) <= 24


def test_every_paragraph_is_there_in_order(book: tuple[Booklet, bytes]) -> None:
    blocks = [bare(block.text) for notice in book[0].notices for block in notice.blocks]
    shown = text(book[1])
    assert in_order(blocks, shown[shown.index("学习材料") + 100 :]) == []


def test_every_question_row_and_definition_is_there(book: tuple[Booklet, bytes]) -> None:
    shown = without_places(text(book[1], margin=36))
    for sheet in book[0].pack.sheets:
        for row in sheet.rows:
            assert bare(row.text) in shown
    for question in book[0].pack.questions:
        behind = question.blanks[-1][1] if question.blanks else 0
        assert bare(question.quote.text[behind:]) in shown


def test_no_page_is_nearly_empty_but_those_for_notes(book: tuple[Booklet, bytes]) -> None:
    for page in pages(book[1])[1:]:
        head = bare("".join(line.get_text() for line in lines(page) if line.y0 > page.height - 60))
        assert head == "笔记" or len(body(page, margin=30)) >= FEWEST_CHARACTERS


def test_the_contents_name_the_pages_on_which_parts_begin(book: tuple[Booklet, bytes]) -> None:
    sheets = pages(book[1])
    contents = body(sheets[1])
    for name in book[0].parts:
        number = re.search(rf"{re.escape(bare(PARTS[name]))}\.+(\d+)", contents)
        assert number, name
        assert bare(PARTS[name]) in body(sheets[int(number[1]) - 1], margin=0)


def test_fronts_of_cards_are_on_odd_pages_and_no_card_is_longer_than_its_place(book: tuple[Booklet, bytes]) -> None:
    sheets = pages(book[1])
    terms = [bare(term.term) for term in book[0].site.corpus.terms]
    first = next(number for number, page in enumerate(sheets, 1) if "词语卡片" in body(page, margin=0) and number > 3)
    assert first % 2 == 1
    for page in sheets[first:][::2]:
        heads = [
            line for line in lines(page) if bare(line.get_text()).removesuffix("用例").partition("（续")[0] in terms
        ]
        assert heads
        for column in range(COLUMNS):
            here = [line for line in heads if (line.x0 > page.width / 2) == bool(column)]
            for above, below in pairwise(here):
                inside = [
                    line
                    for line in lines(page)
                    if (line.x0 > page.width / 2) == bool(column) and below.y1 < line.y0 < above.y0
                ]
                assert all(line.y0 > below.y1 + 6 for line in inside), bare(above.get_text())


def test_the_bookmarks_are_the_parts_and_the_documents(book: tuple[Booklet, bytes]) -> None:
    found = outline(book[1])
    assert [title for level, title in found if level == 1][1:] == [PARTS[name] for name in book[0].parts]


def test_no_words_of_the_screen_are_printed(book: tuple[Booklet, bytes]) -> None:
    shown = text(book[1], margin=0)
    assert not re.search(r"下载：|点开|其余\d+项|展开其余|复制链接|检索框", shown)


def test_only_chosen_parts_are_printed(sources: Study) -> None:
    shown = text(pdf(booklet(of(sources, "sanyansanshi", "questions", "sheets"))), margin=0)
    assert "填空与思考" in shown
    assert "词语卡片" not in shown
    one = pdf(booklet(of(sources, "sanyansanshi", "questions")))
    assert len(pages(one)) == 1
