"""The EPUB is a valid book with every page in it, the same bytes each time."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from notice_site.bundling.epub import epub
from notice_site.bundling.imprint import imprint_of
from notice_site.bundling.reading_order import reading_groups
from tests.bundling.site_of_one_notice import EDITION, site

SITE = site()
BOOK = epub(SITE, imprint_of(SITE, "pack"), reading_groups(SITE, ()))
XHTML = "{http://www.w3.org/1999/xhtml}"


def member(name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(BOOK)) as zipped:
        return zipped.read(name)


def test_the_first_file_says_what_it_is_unpacked() -> None:
    with zipfile.ZipFile(io.BytesIO(BOOK)) as zipped:
        first = zipped.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert BOOK[30:58] == b"mimetypeapplication/epub+zip"


def test_each_page_is_a_chapter_of_well_formed_xhtml() -> None:
    with zipfile.ZipFile(io.BytesIO(BOOK)) as zipped:
        texts = [name for name in zipped.namelist() if name.endswith(".xhtml")]
        for name in texts:
            assert etree.fromstring(zipped.read(name)).tag == f"{XHTML}html"
    assert {f"EPUB/text/{key}.xhtml" for key in ("index", "notices-001", "glossary-sifeng", "edition")} <= {*texts}


def test_links_lead_to_chapters_of_the_book_and_others_are_words() -> None:
    index = member("EPUB/text/index.xhtml").decode()
    assert 'href="notices-001.xhtml#sec_1"' in index
    assert "<span>数据</span>" in index


def test_a_link_to_what_the_book_leaves_out_leads_to_its_page() -> None:
    assert b'href="notices-001.xhtml#sec_1__p_1"' in member("EPUB/text/glossary-sifeng.xhtml")
    assert b"L1" not in member("EPUB/text/notices-001.xhtml")


def test_the_text_is_there_and_what_needs_a_screen_is_not() -> None:
    chapter = etree.fromstring(member("EPUB/text/notices-001.xhtml"))
    words = "".join(map(str, chapter.itertext(f"{{{XHTML[1:-1]}}}*")))
    assert "坚持四风<要求>" in words
    assert "¶" not in words
    assert "打印" not in words


def test_pictures_and_drawings_come_along() -> None:
    assert member("EPUB/images/pictures-a.png") == SITE["pictures/a.png"]
    chapter = member("EPUB/text/notices-001.xhtml").decode()
    assert 'viewBox="0 0 10 10"' in chapter
    assert "<svg" in chapter
    assert 'xmlns="http://www.w3.org/2000/svg"' in chapter


def test_the_package_names_title_edition_language_and_rights() -> None:
    package = member("EPUB/package.opf").decode()
    for words in ("<dc:title>学习 包</dc:title>", "zh-CN", f"pack {EDITION}", "以发布机关的文本为准。"):
        assert words in package


def test_another_edition_is_another_book_and_the_same_edition_the_same_bytes() -> None:
    groups = reading_groups(SITE, ())
    assert epub(SITE, imprint_of(SITE, "pack"), groups) == BOOK
    other = {**SITE, "data/edition.json": SITE["data/edition.json"].replace(b"3f2a9c1b", b"00000000")}
    identifier = epub(other, imprint_of(other, "pack"), groups)
    assert member("EPUB/package.opf") not in identifier
    assert identifier != BOOK


def test_epubcheck_finds_no_fault(tmp_path: Path) -> None:
    check_epub(BOOK, tmp_path)


_FOR_ONE_BOOK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")  # compiling it better takes longer than checking it


def check_epub(book: bytes, folder: Path) -> None:
    """Runs epubcheck, where it is installed, on a book."""
    program, java = shutil.which("epubcheck"), shutil.which("java")
    if not program or not java:
        pytest.skip("epubcheck is missing: sudo apt-get install epubcheck")
    (folder / "book.epub").write_bytes(book)
    jar = Path(program).resolve()
    command = [java, *_FOR_ONE_BOOK, "-jar", str(jar)] if jar.suffix == ".jar" else [program]
    checked = subprocess.run([*command, str(folder / "book.epub")], capture_output=True, encoding="utf-8", check=False)
    assert "No errors or warnings detected" in checked.stdout, checked.stdout + checked.stderr
