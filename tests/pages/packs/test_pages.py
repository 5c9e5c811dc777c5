"""The pages of study packs consist of quotations, blanks and links to where the words stand."""

from __future__ import annotations

import re
from functools import cache

import pytest

from notice_site.model import Page
from notice_site.pages.packs.pages import pack_pages
from tests.pages.real import real_site
from tests.pages.rendering import render

PACKS = ("sanyansanshi", "zhaojingzi-sifeng", "dierpi-renwu-shijian")


@cache
def pages() -> dict[str, str]:
    def content(page: Page) -> str:
        assert isinstance(page.content, str)
        return page.content

    return {page.path: content(page) for page in pack_pages(real_site())}


def test_the_three_packs_have_their_pages() -> None:
    assert {pack.id for pack in real_site().corpus.packs} == set(PACKS)
    for pack in PACKS:
        assert f"packs/{pack}/index.md" in pages()
        assert f"packs/{pack}/cards.md" in pages()
    assert "packs/sanyansanshi/sheets.md" in pages()
    assert "packs/dierpi-renwu-shijian/sheets.md" not in pages()


def test_the_sheet_on_the_six_questions_has_them_as_quoted_and_three_empty_columns() -> None:
    html = render(pages()["packs/sanyansanshi/sheets.md"])
    table = re.findall(r"<table>.*?</table>", html, re.DOTALL)[0]
    assert re.findall(r"<th>(.*?)</th>", table) == ["原文", "对照情况", "差距", "改进措施"]
    rows = [
        re.findall(r"<td>(.*?)</td>", row, re.DOTALL) for row in re.findall(r"<tr>(.*?)</tr>", table, re.DOTALL)[1:]
    ]
    assert len(rows) == 6
    text = real_site().corpus.notices
    source = "".join(block.text for notice in text if notice.id == "001_2d29a2eb2623bc71" for block in notice.blocks)
    for number, (quoted, *empty) in zip("一二三四五六", rows, strict=True):
        words = re.sub(r"<.*?>", "", quoted)
        assert words.startswith(f"{number}问是否像焦裕禄那样")
        assert words in source
        assert 'href="../../notices/001_2d29a2eb2623bc71.' in quoted
        assert empty == ["", "", ""]


@pytest.mark.parametrize("pack", PACKS)
def test_a_question_with_its_blanks_filled_in_is_the_words_of_the_source(pack: str) -> None:
    (own,) = (found for found in real_site().corpus.packs if found.id == pack)
    notices = {notice.id: notice for notice in real_site().corpus.notices}
    html = render(pages()[f"packs/{pack}/index.md"])
    shown = re.findall(r'<span class="quoted">(.*?)</span> ——', html, re.DOTALL)
    assert len(shown) == len(own.questions) > 0
    for question, words in zip(own.questions, shown, strict=True):
        ref = question.quote.ref
        assert notices[ref.notice].block(ref.block).text[ref.start : ref.end] == question.quote.text
        plain = re.sub(r"<.*?>", "", words)
        assert len(plain) == len(question.quote.text)
        for start, end in question.blanks:
            assert plain[start:end] == "＿" * (end - start)
        kept = [n for n in range(len(plain)) if not any(start <= n < end for start, end in question.blanks)]
        assert [plain[n] for n in kept] == [question.quote.text[n] for n in kept]


@pytest.mark.parametrize("pack", PACKS)
def test_each_term_has_a_card_and_its_back_stands_in_the_same_place(pack: str) -> None:
    (own,) = (found for found in real_site().corpus.packs if found.id == pack)
    names = {term.id: term.term for term in real_site().corpus.terms}
    html = render(pages()[f"packs/{pack}/cards.md"])
    sides = re.findall(
        r'<div class="card-side (fronts|backs)">(.*?)\n</div>\n(?=<div class="card-side|$)', html + "\n", re.S
    )
    fronts = [re.findall(r'<p class="card-term[^"]*">(.*?)</p>', side) for kind, side in sides if kind == "fronts"]
    backs = [re.findall(r"<p><strong>(.*?)</strong></p>", side) for kind, side in sides if kind == "backs"]
    assert fronts == backs
    assert [name for page in fronts for name in page] == [names[id] for id in own.terms]


def test_the_back_of_a_card_gives_the_parts_of_a_term_that_is_explained_by_them() -> None:
    cards = pages()["packs/zhaojingzi-sifeng/cards.md"]
    four = cards.split("**四风**")[1].split("</div>")[0]
    assert "享乐主义" in str(four)
    assert "未作解释" not in str(four)


def test_the_back_of_a_card_quotes_the_definition_and_names_its_source() -> None:
    html = render(pages()["packs/sanyansanshi/cards.md"])
    assert "“三严三实”要求是党员干部加强自身建设的基本准则" in html
    assert "——《关于在全市党员干部中大力学习弘扬焦裕禄精神的通知》" in html


def test_the_back_of_a_card_names_a_source_once_behind_all_that_is_quoted_from_it() -> None:
    back = pages()["packs/sanyansanshi/cards.md"].split("**六问**")[1].split("</div>")[0]
    assert "六问是否" in back
    assert back.count("——") == 1


def test_the_back_of_a_card_shows_a_term_that_nothing_explains_in_use_and_says_so() -> None:
    back = pages()["packs/sanyansanshi/cards.md"].split("**严以修身**")[1].split("</div>")[0]
    assert "查修身严不严" in back
    assert "所收文件未作解释，以上是用例" in back
