"""Zip files: which hold a document, and which would unpack to more than the limits."""

from __future__ import annotations

import io
import zipfile

import pytest

from notice_site.reading.extracted_text import SourceError
from notice_site.reading.readers.zip_package import document_kind
from notice_site.reading.reference.limits import DEFAULTS, Limits

TEXT = b"application/vnd.oasis.opendocument.text"


def packed(**files: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return buffer.getvalue()


WORD = packed(**{"[Content_Types].xml": b"12345", "a": b"12345"})


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (WORD, "ooxml"),
        (packed(mimetype=TEXT), "opendocument"),
        (packed(mimetype=TEXT + b"-template"), "opendocument"),
    ],
    ids=["Word", "OpenDocument", "template"],
)
def test_the_kind_is_told_by_the_files_inside(raw: bytes, kind: str) -> None:
    assert document_kind(raw, DEFAULTS) == kind


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (packed(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "是 OpenDocument 表格"),
        (packed(mimetype=b"application/epub+zip"), "是 EPUB 电子书"),
        (packed(a=TEXT), "是压缩包"),
        (packed(**{"OFD.xml": b""}), "OFD"),
        (WORD[:-30], "损坏"),
        (b"PK\x03\x04", "损坏"),
    ],
    ids=["a spreadsheet", "a book", "another file", "OFD", "cut off", "a mark alone"],
)
def test_what_is_no_document_is_refused(raw: bytes, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        document_kind(raw, DEFAULTS)


@pytest.mark.parametrize(
    ("limits", "message"),
    [
        (Limits(archive_entries=2, archive_bytes=10), ""),
        (Limits(archive_entries=1, archive_bytes=10), "有 2 个文件，超过上限 1"),
        (Limits(archive_entries=2, archive_bytes=9), "有 10 字节，超过上限 9"),
    ],
    ids=["at the limits", "too many files", "too many bytes"],
)
def test_a_package_may_reach_the_limits(limits: Limits, message: str) -> None:
    if message:
        with pytest.raises(SourceError, match=message):
            document_kind(WORD, limits)
    else:
        assert document_kind(WORD, limits) == "ooxml"
