"""The print of a study pack: every paragraph in order, contents with the right pages, source and edition on each."""

from __future__ import annotations

import io
import json
import logging
import re
import zipfile
from pathlib import Path

import pytest
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTPage, LTTextContainer, LTTextLine

from notice_site.bundling.printing import page_numbers
from tests.browser.conftest import PACK
from tests.bundling.test_epub import check_epub

HEAD, FOOT = 785, 50  # points from the foot of the page: where its text ends and begins


@pytest.fixture(scope="module")
def pdf(dist: Path) -> bytes:
    (file,) = dist.glob(f"{PACK}-*.pdf")
    return file.read_bytes()


@pytest.fixture(scope="module")
def pages(pdf: bytes) -> list[LTPage]:
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    return list(extract_pages(io.BytesIO(pdf)))


def lines(page: LTPage) -> list[LTTextLine]:
    """The lines of a page from top to bottom."""
    found = [line for box in page if isinstance(box, LTTextContainer) for line in box if isinstance(line, LTTextLine)]
    return sorted(found, key=lambda line: (-round(line.y0), line.x0))


def words(found: list[LTTextLine]) -> str:
    return "".join("".join(line.get_text() for line in found).split())


def body(page: LTPage) -> str:
    """The words between head and foot, without the raised numbers of notes, which are set small."""
    return words([line for line in lines(page) if FOOT < line.y0 < HEAD and line.height > 7])


@pytest.fixture(scope="module")
def paragraphs(dist: Path) -> list[str]:
    """The text of the blocks of the pack, in the order of the pack."""
    (file,) = dist.glob(f"{PACK}-*.zip")
    with zipfile.ZipFile(file) as zipped:
        notices = json.loads(zipped.read(f"{file.stem}/data/notices.json"))["items"]
    return ["".join(block["text"].split()) for notice in notices for block in notice["blocks"]]


def test_every_paragraph_is_there_in_order(pages: list[LTPage], paragraphs: list[str]) -> None:
    text = "".join(map(body, pages))
    at = text.index(paragraphs[0], text.index("发文机关"))
    assert len(paragraphs) > 20
    for paragraph in paragraphs:
        found = re.compile("[0-9]{0,2}".join(map(re.escape, paragraph))).search(text, at)
        assert found, paragraph
        at = found.end()


def test_each_page_names_its_source_the_edition_and_its_number(pages: list[LTPage], dist: Path) -> None:
    (file,) = dist.glob(f"{PACK}-*.pdf")
    edition = file.stem.removeprefix(f"{PACK}-")
    for number, page in enumerate(pages, 1):
        foot = words([line for line in lines(page) if line.y0 <= FOOT])
        assert edition in foot
        assert foot.endswith(f"{number}/{len(pages)}")
    heads = [words([line for line in lines(page) if line.y0 >= HEAD]) for page in pages]
    assert "《中共魏都区委关于在全区党员中深入开展党的群众路线教育实践活动的实施意见》" in heads
    assert "《关于开展第二批党的群众路线教育实践活动的指导意见》" in heads
    headless = [number for number, head in enumerate(heads[3:], 4) if not head]  # behind the title and the contents
    assert not any(body(pages[number - 1]) for number in headless)  # before the fronts of cards a page stays blank


def test_the_contents_give_the_page_on_which_each_chapter_begins(pdf: bytes, pages: list[LTPage]) -> None:
    numbers = page_numbers(pdf)
    contents = "".join(body(page) for page in pages[1:3])
    for id, title in (
        ("notices-003_2e31e8bc992ce31d", "中共魏都区委关于在全区党员中深入开展党的群众路线教育实践活动的实施意见"),
        ("notices-004_8b50126b68af5ed6", "关于开展第二批党的群众路线教育实践活动的指导意见"),
        ("timeline-index", "时间线"),
    ):
        assert title in body(pages[numbers[id] - 1])
        assert f"{numbers[id]}{title}" in contents  # the number stands on the same line, a little higher


def test_fronts_of_cards_are_on_odd_pages_and_their_backs_behind_them(pages: list[LTPage]) -> None:
    texts = [body(page) for page in pages]
    heads = [words([line for line in lines(page) if line.y0 >= HEAD]) for page in pages]
    front = next(number for number, head in enumerate(heads, 1) if head.endswith("词语卡片") and texts[number - 1])
    assert front % 2 == 1
    assert "zhàojìngzi" in texts[front - 1]
    assert "主要是对照理论理想" in texts[front]


def test_the_book_of_the_pack_and_of_the_corpus_are_valid(dist: Path, tmp_path: Path) -> None:
    for file in sorted(dist.glob("*.epub")):
        (tmp_path / file.stem).mkdir()
        check_epub(file.read_bytes(), tmp_path / file.stem)
