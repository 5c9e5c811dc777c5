"""Bytes and name of a file -> its content, by the reader of the format that the bytes show."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

from notice_site.reading.content import Content, Warned
from notice_site.reading.decoding import decode
from notice_site.reading.html_reader import read_html
from notice_site.reading.limits import Limits
from notice_site.reading.markdown_reader import read_markdown
from notice_site.reading.plain import is_html, read_plain

_HTML_SUFFIXES = frozenset((".html", ".htm", ".xhtml", ".shtml"))
_MARKDOWN_SUFFIXES = frozenset((".md", ".markdown"))

# First bytes of files that hold no text of their own.
_OTHER_BINARIES = {
    b"\x89PNG": "图片",
    b"\xff\xd8\xff": "图片",
    b"GIF8": "图片",
    b"BM": "图片",
    b"II*\x00": "图片",
    b"MM\x00*": "图片",
    b"Rar!": "压缩包",
    b"7z\xbc\xaf": "压缩包",
    b"\x1f\x8b": "压缩包",
    b"AT&TFORM": "DjVu 文件",
}


def read_content(raw: bytes, name: str, limits: Limits) -> Content:
    """What the file says. Raises `Unreadable`.

    The bytes decide before the suffix does: an exported .doc is often HTML, a renamed .txt a .docx.
    """
    return _read_text(raw, PurePosixPath(name).suffix.lower(), limits)


def _read_text(raw: bytes, suffix: str, limits: Limits) -> Content:
    text = decode(raw)
    if suffix in _MARKDOWN_SUFFIXES:
        content = read_markdown(text.text, text.encoding, limits)
    elif suffix in _HTML_SUFFIXES or is_html(text.text):
        content = read_html(text.text, text.encoding, limits)
    else:
        content = read_plain(text.text, text.encoding)
    return replace(content, dropped=(*text.dropped, *content.dropped), warned=(*content.warned, *_lost(text.text)))


def _lost(text: str) -> tuple[Warned, ...]:
    """A warning where an earlier conversion left replacement characters for text it could not read."""
    if not (count := text.count("\ufffd")):
        return ()
    line = text[: text.index("\ufffd")].count("\n") + 1
    return (Warned(line, f"有 {count} 个替换字符（U+FFFD）：原件在转换中丢过字", "与原件核对"),)
