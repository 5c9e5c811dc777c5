"""A printed document has the words of its source, all and in order, in a file that archives and screen readers take."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1

from notice_site.bundling.paper.notice_print import notice_print
from notice_site.bundling.paper.pdf import pdf
from notice_site.model import Block, BlockKind
from notice_site.pages.core.site import site
from notice_site.pipeline.study_pack import Study
from tests.bundling.paper.reader import bare, in_order, lines, outline, pages, text
from tests.pages.sample import FORWARDING, INNER, OUTER, block

FEWEST_OF_A_FULL_LINE = 38
"""Characters; the last line of the paragraph has fewer."""

EDITION, RIGHTS = "1.0-abc", "以发布机关的文本为准。"


def printed(*blocks: Block) -> bytes:
    return pdf(notice_print([replace(OUTER, blocks=blocks)], FORWARDING, EDITION, RIGHTS))


def test_every_word_of_every_source_is_there_in_order_and_nothing_else(sources: Study) -> None:
    for page in site(sources.corpus, sources.reference.levels, {}, [], sources.edition).source_pages:
        shown = text(pdf(notice_print(page.notices, page.source, EDITION, RIGHTS)))
        blocks = [bare(block.text) for notice in page.notices for block in notice.blocks]
        assert in_order(blocks, shown) == []
        rest = shown
        for words in (*blocks, "来源文本不完整，在文末中断", bare(RIGHTS), f"版本{EDITION}"):
            rest = rest.replace(words, "", 1)
        assert rest == bare(f"来源文本 {page.source.name} SHA-256 {page.source.sha256}")


def test_the_same_document_gives_the_same_bytes() -> None:
    first, second = (pdf(notice_print([OUTER, INNER], FORWARDING, EDITION, RIGHTS)) for _ in range(2))
    assert first == second


def test_characters_that_a_font_draws_alike_stay_apart() -> None:
    shown = text(printed(block("p_1", BlockKind.PARAGRAPH, "大⼤，·•‧，〜～，郎郞")))
    assert "大⼤，·•‧，〜～" in shown


def test_lines_of_a_paragraph_end_at_one_edge_and_no_line_is_stretched_apart() -> None:
    words = "市、县机关及其直属单位和企事业单位，乡镇、街道要组织集中学习、专题讨论。2014年“四风”问题（试行）》" * 8
    (page,) = pages(printed(block("p_1", BlockKind.PARAGRAPH, words), block("p_2", BlockKind.PARAGRAPH, "短句。")))
    full = [line for line in lines(page) if len(bare(line.get_text())) > FEWEST_OF_A_FULL_LINE]
    edges = [line.x1 for line in full if "SHA-256" not in line.get_text()]
    assert len(edges) > 6
    assert max(edges) - min(edges) < 1.5
    assert next(line for line in lines(page) if "短句" in line.get_text()).x1 < edges[0] / 2


def test_the_file_is_tagged_names_its_standard_and_title_and_bears_no_date() -> None:
    content = printed(block("p_1", BlockKind.PARAGRAPH, "文字"))
    document = PDFDocument(PDFParser(io.BytesIO(content)))
    assert resolve1(document.catalog["MarkInfo"])["Marked"]
    assert "StructTreeRoot" in document.catalog
    assert document.catalog["Lang"] == b"zh-CN"
    assert "CreationDate" not in document.info[0]
    metadata = resolve1(document.catalog["Metadata"]).get_data().decode()
    assert re.search(r"<pdfaid:conformance>A<|pdfaid:conformance=\"A\"", metadata)


def test_titles_and_sections_are_bookmarks() -> None:
    content = pdf(notice_print([OUTER, INNER], FORWARDING, EDITION, RIGHTS))
    titles = [title for _, title in outline(content)]
    assert titles[0] == "转发《关于甲的通知》的通知"
    assert "关于甲的通知" in titles
    assert any(title.startswith("一、提高认识") for title in titles)


@pytest.mark.parametrize(("columns", "is_across"), [(6, False), (7, True)])
def test_a_table_of_many_columns_lies_across_the_page(columns: int, is_across: bool) -> None:
    rows = tuple(tuple(f"第{row}行第{column}格" for column in range(columns)) for row in range(2))
    content = printed(block("table_1", BlockKind.TABLE, "表", rows=rows))
    assert any(page.width > page.height for page in pages(content)) == is_across
    assert sorted(text(content)).count("格") == 2 * columns
