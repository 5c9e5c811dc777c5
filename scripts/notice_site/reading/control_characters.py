"""Takes characters that no page can show out of texts, and records them by their code points."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from notice_site.model import Dropped, Line
from notice_site.reading.extracted_text import ExtractedText, Paragraph

# Control characters but white space, the marks that turn the writing direction, surrogates and code
# points that are no characters: none has a shape of its own.
# takes: NUL, backspace, U+0080, U+202E; not: tab, newline, U+0085, U+200B, U+FFFD, private use
_CONTROL_CHARACTERS = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def take_out(text: str, line: int) -> tuple[str, tuple[Dropped, ...]]:
    """The text without them and, where there were any, their code points as one dropped entry of that line.

    >>> take_out("通\\u202e知", 3)
    ('通知', (Dropped(text='U+202E×1', reason='控制字符，无法显示', line=3),))
    """
    if not (counts := Counter(_CONTROL_CHARACTERS.findall(text))):
        return text, ()
    names = "、".join(f"U+{ord(char):04X}×{count}" for char, count in sorted(counts.items()))
    return _CONTROL_CHARACTERS.sub("", text), (Dropped(names, "控制字符，无法显示", line),)


def has_control_characters(text: str) -> bool:
    """Whether there is anything to take out."""
    return _CONTROL_CHARACTERS.search(text) is not None


def without_control_characters(extracted: ExtractedText) -> ExtractedText:
    """Takes them out of what a reader returns: a format can disguise them (&#x202E; in HTML, glyphs of a .pdf)."""
    dropped: list[Dropped] = []
    paragraphs: list[Paragraph] = []
    for paragraph in extracted.paragraphs:
        if has_control_characters(paragraph.line.text):
            line, taken = _line(paragraph.line)
            dropped += taken
            if line.text.strip():
                paragraphs.append(replace(paragraph, line=line))
        else:
            paragraphs.append(paragraph)
    for entry in extracted.dropped:
        text, taken = take_out(entry.text, entry.line)
        dropped += [replace(entry, text=text), *taken]
    return replace(extracted, paragraphs=tuple(paragraphs), dropped=tuple(entry for entry in dropped if entry.text))


def _line(line: Line) -> tuple[Line, tuple[Dropped, ...]]:
    text, taken = take_out(line.text, line.number)
    rows = tuple(tuple(take_out(cell, 0)[0] for cell in row) for row in line.rows)
    return replace(line, text=text, rows=rows), taken
