"""The sources to download: byte for byte, and nothing a browser would run."""

from __future__ import annotations

import pytest

from notice_site.pages.core.site import SourcePage
from notice_site.pages.notice.originals import original_file
from tests.pages.sample import CORPUS, IMAGES, ORIGINALS, all_pages, source


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("a.txt", "sources/s3.txt"),
        ("A.PDF", "sources/s3.pdf"),
        ("a.docx", "sources/s3.docx"),
        ("a.html", "sources/s3.txt"),
        ("a.svg", "sources/s3.txt"),
        ("a.md", "sources/s3.txt"),
        ("../目录/a", "sources/s3.txt"),
    ],
)
def test_only_inert_formats_keep_their_ending(name: str, file: str) -> None:
    assert original_file(SourcePage(source(name), (IMAGES,))) == file


def test_the_bytes_are_those_of_the_source() -> None:
    pages = {page.path: page.content for page in all_pages(CORPUS)}
    assert pages["sources/f1.txt"] == ORIGINALS["转发 <b>.html"]
