"""Reads Org text: stars before a line make it a heading."""

from __future__ import annotations

from dataclasses import replace

from notice_site.model import Dropped
from notice_site.reading.extracted_text import ExtractedText, Paragraph
from notice_site.reading.readers.plain import read_plain


def read_org(text: str, encoding: str) -> ExtractedText:
    """The lines of the text; the stars of headings are dropped."""
    content = read_plain(text, encoding)
    starred = [p.line.number for p in content.paragraphs if p.line.text.startswith("* ")]
    dropped = tuple(Dropped("*", "Org 记号", number) for number in starred)
    return replace(content, format="org", paragraphs=tuple(map(_unmarked, content.paragraphs)), dropped=dropped)


def _unmarked(paragraph: Paragraph) -> Paragraph:
    text = paragraph.line.text
    is_heading = text.startswith("* ")
    return replace(paragraph, line=replace(paragraph.line, text=text.removeprefix("* "), heading=int(is_heading)))
