"""Lays out the pages of a .pdf with pdfminer.six; a character that is set twice on one place counts once."""

from __future__ import annotations

import io
import logging
import math
import zlib
from collections.abc import Iterator
from itertools import product
from typing import Any, NamedTuple

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LAParams, LTPage
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.psexceptions import PSException

from notice_site.reading.extracted_text import SourceError
from notice_site.reading.readers.pdf_annotations import Annotation, annotations_of

# What the library remarks on a damaged file reaches the editor as a problem or not at all.
logging.getLogger("pdfminer").setLevel(logging.ERROR)

_LARGEST_SIDE = 5_000  # points; the side of an A0 sheet is 3,370, and the layout takes time by the area
# Of the size of a character: bold type and shadows are made by setting it once more so near. Two dots or two l that
# belong side by side are more than a fifth apart.
_OVERPRINT = 0.15


class Page(NamedTuple):
    """A page laid out, the text that was put upon it, and how many marks upon it were not read."""

    layout: LTPage
    annotations: tuple[Annotation, ...]
    unread: int


def pages(raw: bytes) -> Iterator[Page]:
    """The laid out pages. Raises `SourceError`: what the library finds wrong with the file is damage, and any other
    exception a fault of the program.
    """
    try:
        yield from _laid_out(raw)
    except SourceError:
        raise
    except PDFPasswordIncorrect:
        raise SourceError(".pdf 有密码", "放入没有密码的原件") from None
    except PDFEncryptionError:
        raise SourceError(".pdf 的加密方式无法读取", "放入没有加密的原件") from None
    except (PSException, zlib.error) as error:
        raise SourceError(f".pdf 已损坏（{type(error).__name__}）", "重新生成或另存此文件") from None
    except Exception as error:
        message = f"读取 .pdf 的程序库出错（{type(error).__name__}）"
        raise SourceError(message, "重新生成或另存此文件；仍然如此则是程序的错误，请报告") from None


def _laid_out(raw: bytes) -> Iterator[Page]:
    resources = PDFResourceManager()
    device = _Device(resources, laparams=LAParams(all_texts=True, boxes_flow=None))
    interpreter = PDFPageInterpreter(resources, device)
    for page in PDFPage.get_pages(io.BytesIO(raw)):
        left, foot, right, head = page.mediabox
        if max(abs(right - left), abs(head - foot)) > _LARGEST_SIDE:
            raise SourceError("页面尺寸超过一切纸张", "重新生成此文件")
        interpreter.process_page(page)
        yield Page(device.get_result(), *annotations_of(page))


class _Device(PDFPageAggregator):
    """Collects what a page shows, without characters that stand a second time on their place."""

    def begin_page(self, page: PDFPage, ctm: Any) -> None:
        self._places: dict[tuple[str, int, int], list[tuple[float, float]]] = {}
        super().begin_page(page, ctm)

    def render_char(self, matrix: Any, font: PDFFont, fontsize: float, *others: Any) -> float:
        text = self._text(font, others[2])
        near = _OVERPRINT * max(abs(fontsize) * math.hypot(matrix[2], matrix[3]), 1.0)
        if not self._is_overprint(text, matrix[4], matrix[5], near):
            return super().render_char(matrix, font, fontsize, *others)
        item, self.cur_item = self.cur_item, LTPage(0, (0, 0, 0, 0))
        advance = super().render_char(matrix, font, fontsize, *others)
        self.cur_item = item
        return advance

    def _text(self, font: PDFFont, code: int) -> str:
        try:
            return font.to_unichr(code)
        except PDFUnicodeNotDefined:
            return f"{font.fontname}:{code}"

    def _is_overprint(self, text: str, x: float, y: float, near: float) -> bool:
        """Whether the same character stands there already; if not, its place is noted."""
        column, row = int(x // near), int(y // near)
        for dx, dy in product((-1, 0, 1), repeat=2):
            for x0, y0 in self._places.get((text, column + dx, row + dy), ()):
                if abs(x - x0) < near and abs(y - y0) < near:
                    return True
        self._places.setdefault((text, column, row), []).append((x, y))
        return False
