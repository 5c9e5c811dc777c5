"""Reads the text of a .pdf by its place on the pages; a scan has none."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pdfminer.layout import LTChar, LTComponent, LTContainer, LTImage, LTTextLine

from notice_site.reading.extracted_text import ExtractedText, Paragraph, ReadingWarning, SourceError
from notice_site.reading.readers.pdf_layout import pages
from notice_site.reading.readers.pdf_paragraphs import paragraphs_of
from notice_site.reading.readers.pdf_rows import Fragment, Row, rows_of
from notice_site.reading.readers.pdf_running_heads import separate_running_heads
from notice_site.reading.reference.limits import Limits
from notice_site.text.glyphs import characters_of, replacements

_PACKED = 2  # times that a stream may be packed: two filters one after the other
_STREAM = re.compile(rb"stream\r?\n")
_UNMAPPED = re.compile(r"\(cid:\d+\)")


def read_pdf(raw: bytes, limits: Limits) -> ExtractedText:
    """Reads all pages in reading order; the number of a line is that of its row, counted over all pages.

    Raises `SourceError` for damaged and locked files and for those beyond the limits.
    """
    _refuse_bombs(raw, limits)
    rows: list[Row] = []
    pictures = 0
    for number, (_, page) in enumerate(pages(raw), 1):
        if number > limits.pdf_pages:
            message = f"超过 {limits.pdf_pages} 页"
            raise SourceError(message, "分成几个文件，或在 reference/limits.yml 中提高 pdf_pages")
        parts = list(_parts(page))
        pictures += sum(isinstance(part, LTImage) for part in parts)
        fragments = [f for part in parts if isinstance(part, LTTextLine) if (f := _fragment(part))]
        rows += rows_of(fragments, number, len(rows))
    kept, dropped = separate_running_heads(rows)
    paragraphs = tuple(map(_with_characters, paragraphs_of(kept)))
    dropped = tuple(replace(entry, text=characters_of(entry.text)) for entry in dropped)
    return ExtractedText("pdf", "binary", paragraphs, dropped, pictures, _warned(rows))


def _parts(container: LTContainer[LTComponent]) -> Iterator[LTComponent]:
    """Text lines and pictures of a page, those in frames and boxes too."""
    stack: list[LTComponent] = [container]
    while stack:
        part = stack.pop()
        if isinstance(part, (LTTextLine, LTImage)):
            yield part
        elif isinstance(part, LTContainer):
            stack += reversed(list(part))


def _fragment(line: LTTextLine) -> Fragment | None:
    text = line.get_text().rstrip("\n")
    sizes = sorted(char.size for char in line if isinstance(char, LTChar) and char.get_text().strip())
    if not text.strip() or not sizes:
        return None
    return Fragment(text.strip(), line.x0, line.x1, line.y0, line.y1, sizes[len(sizes) // 2])


def _with_characters(paragraph: Paragraph) -> Paragraph:
    """Gives a paragraph the characters that its font names by radicals and ligatures, and notes which."""
    line = paragraph.line
    if not (glyphs := replacements(line.text)):
        return paragraph
    rows = tuple(tuple(map(characters_of, row)) for row in line.rows)
    return replace(paragraph, line=replace(line, text=characters_of(line.text), rows=rows, glyphs=glyphs))


def _warned(rows: Sequence[Row]) -> tuple[ReadingWarning, ...]:
    count = sum(len(_UNMAPPED.findall(row.text)) for row in rows)
    if not count:
        return ()
    return (ReadingWarning(0, f"有 {count} 个字形没有对应的文字，显示为 (cid:…)", "与原件核对，或放入其他格式的原件"),)


def _refuse_bombs(raw: bytes, limits: Limits) -> None:
    """Raise `SourceError` where one stream of the file unpacks to more than the limit."""
    view = memoryview(raw)
    for mark in _STREAM.finditer(raw):
        try:
            data: bytes | memoryview = view[mark.end() :]
            for _ in range(_PACKED):
                data = zlib.decompressobj().decompress(data, limits.archive_bytes + 1)
                if len(data) > limits.archive_bytes:
                    message = f".pdf 内有解压后超过 {limits.archive_bytes:,} 字节的数据"
                    raise SourceError(message, "重新生成此文件，或在 reference/limits.yml 中提高 archive_bytes")
        except zlib.error:
            continue
