"""Word files have the words of their documents and nothing else, in styles, and give the same bytes each time."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table

from notice_site.model import Block, BlockKind, CellSpan, Notice
from notice_site.pages.core.site import Site
from notice_site.pages.tasks.sheet import sheet_of
from notice_site.pages.tasks.task_cells import task_index
from notice_site.publishing.word.layout import LINE
from notice_site.publishing.word.notice import NOTE_STYLE, word_notice
from notice_site.publishing.word.sheet import word_sheet
from notice_site.text.spacing import squeeze
from tests.pages.real import real_site
from tests.pages.sample import INNER, LONG, OUTER
from tests.publishing.test_document_files import SITES, words

_SOFFICE = shutil.which("soffice")


def opened(content: bytes) -> Document:
    return docx.Document(io.BytesIO(content))


def text_of(document: Document) -> str:
    """The words of a file without those of the site."""
    return squeeze("".join(_texts(document)))


def _texts(document: Document) -> Iterator[str]:
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            for cell in part._tbl.iter(qn("w:tc")):  # of merged cells the one that holds the text
                yield "".join(text.text or "" for text in cell.iter(qn("w:t")))
        elif part.style is None or part.style.name != NOTE_STYLE:
            yield part.text


@pytest.mark.parametrize("of", SITES)
def test_the_words_are_those_of_the_documents(of: Callable[[], Site]) -> None:
    for page in of().source_pages:
        expected = "".join(map(words, page.notices))
        assert text_of(opened(word_notice(page.notices))) == expected, page.source.name


def test_headings_have_styles_and_run_in_headings_a_typeface() -> None:
    paragraphs = opened(word_notice([LONG])).paragraphs
    styles = [(paragraph.style.name if paragraph.style else "", paragraph.text) for paragraph in paragraphs]
    assert styles[:3] == [
        ("Title", "关于乙的意见"),
        ("Heading 1", "一、总体要求"),
        ("Normal", "（一）原则。坚持三条。一是认真。务实。不空谈"),
    ]
    head, rest = paragraphs[2].runs
    assert (head.text, head.style.name) == ("（一）原则。", "段首标题 2")
    assert rest.text.startswith("坚持三条。")


def test_a_text_that_breaks_off_says_so_in_words_of_the_site() -> None:
    *_, last = opened(word_notice([LONG])).paragraphs
    assert last.style is not None
    assert last.style.name == NOTE_STYLE
    assert "来源文本至此中断" in last.text


def test_merged_cells_are_merged_and_each_document_begins_a_page() -> None:
    table = Block("table", BlockKind.TABLE, "甲\n乙丙", rows=(("甲", ""), ("乙", "丙")), spans=(CellSpan(0, 0, 1, 2),))
    document = opened(word_notice([OUTER, Notice("n", "n.txt", "0" * 64, "丁", (table,)), INNER]))
    (grid,) = document.tables
    assert grid.cell(0, 0)._tc is grid.cell(0, 1)._tc
    starts = [paragraph.text for paragraph in document.paragraphs if paragraph.paragraph_format.page_break_before]
    assert starts == ["关于甲的通知"]


def test_the_page_is_that_of_the_standard() -> None:
    section = opened(word_notice([OUTER])).sections[0]
    margins = (section.top_margin, section.right_margin, section.bottom_margin, section.left_margin)
    assert [round(margin.mm) for margin in margins if margin is not None] == [37, 26, 35, 28]
    grids = section._sectPr.findall(qn("w:docGrid"))
    assert [grid.get(qn("w:linePitch")) for grid in grids] == [str(round(LINE * 20))] == ["579"]
    assert "".join(run.text for run in section.footer.paragraphs[0].runs).replace("1", "") == "—  —"


def test_no_clock_is_in_the_file() -> None:
    content = word_notice([OUTER, INNER])
    assert content == word_notice([OUTER, INNER])
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert {info.date_time for info in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"dcterms:" not in re.sub(rb'xmlns:\w+="[^"]*"', b"", parts.read("docProps/core.xml"))


def test_a_sheet_quotes_every_clause() -> None:
    site = real_site()
    sheet = sheet_of(task_index(site), "county", site.corpus.notices)
    text = text_of(opened(word_sheet(sheet, site)))
    assert sheet.clauses
    for clause in sheet.clauses:
        assert squeeze("；".join(clause.words)) in text
    assert word_sheet(sheet, site) == word_sheet(sheet, site)


@pytest.mark.skipif(_SOFFICE is None, reason="LibreOffice is missing: sudo apt-get install libreoffice-writer")
def test_libreoffice_prints_every_word(tmp_path: Path) -> None:
    page = min(real_site().source_pages, key=lambda page: len(page.notices[0].blocks))
    (tmp_path / "notice.docx").write_bytes(word_notice(page.notices))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = [str(_SOFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), "notice.docx"]
    subprocess.run(convert, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    with pypdfium2.PdfDocument(tmp_path / "notice.pdf") as printed:
        pages = [page.get_textpage().get_text_range() for page in printed]
    printed_words = "".join(re.sub(rf"— {number} —", "", text) for number, text in enumerate(pages, 1))
    assert squeeze(printed_words.replace("\ufffe", "")) == "".join(map(words, page.notices))
