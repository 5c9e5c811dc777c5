"""Reads the text of a .pdf by its place on the pages; a scan has none."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from pdfminer.layout import LTAnno, LTChar, LTComponent, LTContainer, LTImage, LTLine, LTRect, LTTextLine

from notice_site.reading.extracted_text import ExtractedText, Paragraph, ReadingWarning, SourceError
from notice_site.reading.readers.pdf_annotations import Annotation
from notice_site.reading.readers.pdf_footnotes import separate_footnotes
from notice_site.reading.readers.pdf_layout import pages
from notice_site.reading.readers.pdf_paragraphs import paragraphs_of
from notice_site.reading.readers.pdf_rows import Fragment, Row, rows_of
from notice_site.reading.readers.pdf_running_heads import separate_running_heads
from notice_site.reading.readers.pdf_split_tables import join_split_tables
from notice_site.reading.readers.pdf_tables import Box, boxes_of_tables, table_of
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
    pictures = unread = 0
    for number, page in enumerate(pages(raw), 1):
        if number > limits.pdf_pages:
            message = f"超过 {limits.pdf_pages} 页"
            raise SourceError(message, "分成几个文件，或在 reference/limits.yml 中提高 pdf_pages")
        parts = list(_parts(page.layout))
        pictures += sum(isinstance(part, LTImage) for part in parts)
        unread += page.unread
        rows += rows_of(_fragments(parts, page.annotations), number, len(rows))
    kept, dropped = separate_running_heads(rows)
    kept, heads = join_split_tables(kept)
    kept, notes = separate_footnotes(kept)
    paragraphs = tuple(map(_with_characters, (*paragraphs_of(kept), *notes)))
    dropped = tuple(replace(entry, text=characters_of(entry.text)) for entry in (*dropped, *heads))
    return ExtractedText("pdf", "binary", paragraphs, dropped, pictures, _warned(rows, unread))


def _parts(container: LTContainer[LTComponent]) -> Iterator[LTComponent]:
    """Text lines, pictures and rules of a page, those in frames and boxes too."""
    stack: list[LTComponent] = [container]
    while stack:
        part = stack.pop()
        if isinstance(part, (LTTextLine, LTImage, LTRect, LTLine)):
            yield part
        elif isinstance(part, LTContainer):
            stack += reversed(list(part))


def _fragments(parts: Sequence[LTComponent], annotations: Sequence[Annotation]) -> list[Fragment]:
    """The text of a page; what stands in the cells of a ruled table is one fragment."""
    tables = boxes_of_tables(part for part in parts if isinstance(part, (LTRect, LTLine)))
    boxes = [box for table in tables for box in table]
    texts: dict[Box | None, list[Fragment]] = {}
    for line in parts:
        if isinstance(line, LTTextLine):
            for box, characters in groupby(_placed(line, boxes), key=itemgetter(0)):
                if fragment := _fragment([character for _, character in characters]):
                    texts.setdefault(box, []).append(fragment)
    sizes = sorted(fragment.size for placed in texts.values() for fragment in placed)
    for fragment in _written_upon(annotations, sizes[len(sizes) // 2] if sizes else None):
        x, y = (fragment.x0 + fragment.x1) / 2, (fragment.y0 + fragment.y1) / 2
        texts.setdefault(next((box for box in boxes if box.holds(x, y)), None), []).append(fragment)
    fragments = texts.pop(None, [])
    for table in tables:
        if found := table_of(table, texts):
            fragments.append(found)
        else:
            fragments += [fragment for box in table for fragment in texts.get(box, ())]
    return fragments


def _written_upon(annotations: Sequence[Annotation], size: float | None) -> Iterator[Fragment]:
    """The lines of annotations, from the head of their boxes; `size` is that of the text of the page."""
    for annotation in annotations:
        lines = annotation.text.splitlines()
        step = (annotation.y1 - annotation.y0) / len(lines)
        for k, line in enumerate(lines):
            if line.strip():
                y1 = annotation.y1 - k * step
                x1 = min(annotation.x1, annotation.x0 + (size or step) * len(line))
                yield Fragment(line.strip(), annotation.x0, x1, y1 - step, y1, size or step)


def _placed(line: LTTextLine, boxes: Sequence[Box]) -> Iterator[tuple[Box | None, LTChar | LTAnno]]:
    """The characters of a line with the cell that each stands in; a space stands where the character before it does."""
    near = [box for box in boxes if box.y0 < line.y1 and line.y0 < box.y1]
    box = None
    for character in line:
        if isinstance(character, LTChar):
            x, y = (character.x0 + character.x1) / 2, (character.y0 + character.y1) / 2
            box = next((box for box in near if box.holds(x, y)), None)
        if isinstance(character, (LTChar, LTAnno)):
            yield box, character


def _fragment(characters: Sequence[LTChar | LTAnno]) -> Fragment | None:
    """The text of characters, where the visible ones stand: blanks may place a word as an indent does."""
    text = "".join(character.get_text() for character in characters).strip()
    placed = [character for character in characters if isinstance(character, LTChar) and character.get_text().strip()]
    sizes = sorted(character.size for character in placed)
    if not text or not sizes:
        return None
    return Fragment(
        text,
        min(character.x0 for character in placed),
        max(character.x1 for character in placed),
        min(character.y0 for character in placed),
        max(character.y1 for character in placed),
        sizes[len(sizes) // 2],
    )


def _with_characters(paragraph: Paragraph) -> Paragraph:
    """Gives a paragraph the characters that its font names by radicals and ligatures, and notes which."""
    line = paragraph.line
    if not (glyphs := replacements(line.text)):
        return paragraph
    rows = tuple(tuple(map(characters_of, row)) for row in line.rows)
    return replace(paragraph, line=replace(line, text=characters_of(line.text), rows=rows, glyphs=glyphs))


def _warned(rows: Sequence[Row], unread: int) -> tuple[ReadingWarning, ...]:
    warnings = []
    if count := sum(len(_UNMAPPED.findall(row.text)) for row in rows):
        message = f"有 {count} 个字形没有对应的文字，显示为 (cid:…)"
        warnings.append(ReadingWarning(0, message, "与原件核对，或放入其他格式的原件"))
    if unread:
        warnings.append(ReadingWarning(0, f"有 {unread} 处批注或勾选未读取", "与原件核对；需要的写进正文再放入"))
    return tuple(warnings)


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
