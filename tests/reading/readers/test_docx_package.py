"""Packages of Word: parts are found by their relations, also where one is missing, and other programs are named."""

from __future__ import annotations

import io
import zipfile

import pytest

from notice_site.reading.extracted_text import SourceError
from notice_site.reading.readers.docx import read_docx
from notice_site.reading.readers.docx_package import open_parts
from tests.reading.readers.docx_writer import docx, paragraph

WORD = docx(paragraph("正文"), styles="")


def changed(raw: bytes, *changes: tuple[str, str], without: str = "") -> bytes:
    """The package with words replaced in all its parts, and names too; one part left out."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as before, zipfile.ZipFile(buffer, "w") as after:
        for name in before.namelist():
            if name != without:
                text = before.read(name).decode()
                for old, new in changes:
                    text, renamed = text.replace(old, new), name.replace(old, new)
                    name = renamed
                after.writestr(name, text)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "raw",
    [
        WORD,
        changed(WORD, without="word/styles.xml"),
        changed(WORD, without="word/_rels/document.xml.rels"),
        changed(WORD, without="_rels/.rels"),
        changed(WORD, ('Target="word/', 'Target="/word/')),
        changed(WORD, ('Target="word/document', 'Target="WORD/Document')),
        changed(WORD, ("word/document", "word/document2"), ("_rels/document.xml", "_rels/document2.xml")),
    ],
    ids=["whole", "a part is missing", "no relations", "no relation of the package", "absolute", "capitals", "renamed"],
)
def test_a_package_is_read_by_what_is_there(raw: bytes) -> None:
    assert [p.line.text for p in read_docx(raw).paragraphs] == ["正文"]


def test_the_strict_format_is_read_with_a_warning() -> None:
    raw = changed(
        WORD,
        ("http://schemas.openxmlformats.org/wordprocessingml/2006/", "http://purl.oclc.org/ooxml/wordprocessingml/"),
    )
    content = read_docx(raw)
    assert [p.line.text for p in content.paragraphs] == ["正文"]
    assert ["严格" in warning.message for warning in content.warnings] == [True]


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (changed(WORD, ("word/", "xl/")), "Excel 工作簿"),
        (changed(WORD, ("word/", "ppt/")), "PowerPoint 演示文稿"),
        (changed(WORD, ("w:document", "w:other")), "不是 Word 文档"),
        (changed(WORD, without="word/document.xml"), "缺少 word/document.xml"),
        (changed(WORD, ("<w:body>", "<w:body")), "已损坏（XMLSyntaxError）"),
    ],
    ids=["a spreadsheet", "slides", "another root", "no main part", "broken XML"],
)
def test_what_is_refused_is_named(raw: bytes, message: str) -> None:
    with pytest.raises(SourceError) as refused:
        open_parts(raw)
    assert message in refused.value.message
