"""Reads a PDF as a person does: the words of each page without running head and page number."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Sequence
from functools import lru_cache

from pdfminer.high_level import extract_pages
from pdfminer.layout import LTPage, LTTextContainer, LTTextLine
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser

logging.getLogger("pdfminer").setLevel(logging.ERROR)

MARGIN = 60
"""Points at the head and foot of a page that hold no text of it."""


@lru_cache(maxsize=2)
def pages(pdf: bytes) -> list[LTPage]:
    """The pages; those of the last prints are kept, because each test of a print reads it whole."""
    return list(extract_pages(io.BytesIO(pdf)))


def lines(page: LTPage) -> list[LTTextLine]:
    """The lines of a page from top to bottom."""
    boxes = [box for box in page if isinstance(box, LTTextContainer)]
    found = [line for box in boxes for line in box if isinstance(line, LTTextLine)]
    return sorted(found, key=lambda line: (-round(line.y0), line.x0))


def bare(text: str) -> str:
    """Text without white space, which a print does not keep."""
    return "".join(text.split())


def body(page: LTPage, margin: int = MARGIN) -> str:
    """What stands between head and foot."""
    return bare("".join(line.get_text() for line in lines(page) if margin < line.y0 < page.height - margin))


def text(pdf: bytes, margin: int = MARGIN) -> str:
    return "".join(body(page, margin) for page in pages(pdf))


def without_places(text: str) -> str:
    """Text without the places that a print adds behind quotations: （文件2 三、（一），第5页）."""
    return re.sub(r"（(?:文件\d+|本件)[^，。]*?，第\d+页）", "", text)


def outline(pdf: bytes) -> list[tuple[int, str]]:
    """The bookmarks with their depth, from 1."""
    document = PDFDocument(PDFParser(io.BytesIO(pdf)))
    return [(level, title) for level, title, *_ in document.get_outlines()]


def in_order(wanted: Sequence[str], text: str) -> list[str]:
    """Those of the wanted texts that do not follow each other in the text."""
    missing, at = [], 0
    for part in wanted:
        found = text.find(part, at)
        if found < 0:
            missing.append(part)
        else:
            at = found + len(part)
    return missing
