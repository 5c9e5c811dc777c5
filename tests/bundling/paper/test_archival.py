"""A print keeps the points of PDF/A-2a and PDF/UA that a program can look at without a validator.

veraPDF, which judges all of them, is in no registry of packages.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1
from pdfminer.psparser import PSLiteral

from notice_site.bundling.paper.booklet import Booklet, booklet
from notice_site.bundling.paper.notice_print import notice_print
from notice_site.bundling.paper.pdf import pdf
from notice_site.bundling.paper.unit_sheets import unit_sheet_print
from notice_site.pages.core.site import site
from notice_site.pages.tasks.task_cells import task_index
from notice_site.pipeline.study_pack import Study
from tests.pages.sample import FORWARDING, INNER, OUTER

RIGHTS = "以发布机关的文本为准。"


def html_of(kind: str, sources: Study) -> str:
    if kind == "notice":
        return notice_print([OUTER, INNER], FORWARDING, "1", RIGHTS)
    if kind == "sheet":
        tasks = task_index(site(sources.corpus, sources.reference.levels, {}, [], sources.edition))
        return unit_sheet_print(tasks, "member", RIGHTS)
    pack = sources.named("sanyansanshi")
    return booklet(Booklet(sources.tree(pack).site, pack, RIGHTS))


@pytest.fixture(scope="module", params=["notice", "sheet", "booklet"])
def printed(request: pytest.FixtureRequest, sources: Study) -> PDFDocument:
    return PDFDocument(PDFParser(io.BytesIO(pdf(html_of(request.param, sources)))))


def name(value: Any) -> str:
    literal = resolve1(value)
    return str(literal.name) if isinstance(literal, PSLiteral) else ""


def tags(node: Any) -> Iterator[str]:
    """The tags of the structure in reading order."""
    node = resolve1(node)
    if isinstance(node, list):
        for child in node:
            yield from tags(child)
    elif isinstance(node, dict):
        yield name(node.get("S"))
        yield from tags(node.get("K"))


def test_every_font_is_in_the_file_and_says_its_characters(printed: PDFDocument) -> None:
    fonts = [
        resolve1(font)
        for page in PDFPage.create_pages(printed)
        for font in resolve1(resolve1(page.resources).get("Font", {})).values()
    ]
    assert fonts
    for font in fonts:
        assert "ToUnicode" in font
        (descendant,) = resolve1(font["DescendantFonts"])
        assert {"FontFile2", "FontFile3"} & resolve1(resolve1(descendant)["FontDescriptor"]).keys()


def test_the_file_names_its_colours_and_standard_and_is_not_locked(printed: PDFDocument) -> None:
    (intent,) = resolve1(printed.catalog["OutputIntents"])
    assert name(resolve1(intent)["S"]) == "GTS_PDFA1"
    assert "DestOutputProfile" in resolve1(intent)
    metadata = resolve1(printed.catalog["Metadata"]).get_data().decode()
    assert re.search(r'pdfaid:part(>|=")2', metadata)
    assert re.search(r'pdfaid:conformance(>|=")A', metadata)
    assert all("ID" in xref.get_trailer() and "Encrypt" not in xref.get_trailer() for xref in printed.xrefs)


def test_screen_readers_get_language_title_and_headings_without_a_gap(printed: PDFDocument) -> None:
    assert printed.catalog["Lang"] == b"zh-CN"
    assert resolve1(printed.catalog["MarkInfo"])["Marked"]
    assert printed.info[0]["Title"]
    headings = [int(tag[1]) for tag in tags(printed.catalog["StructTreeRoot"]) if re.fullmatch("H[1-6]", tag)]
    assert headings[0] == 1
    assert all(below <= above + 1 for above, below in pairwise(headings)), headings
