"""Tells the encoding of a text file and decodes it, also where a few bytes are damaged."""

from __future__ import annotations

import codecs
import contextlib
import re
import unicodedata
from dataclasses import dataclass

from notice_site.model import Dropped
from notice_site.reading.control_characters import has_control_characters, take_out
from notice_site.reading.extracted_text import SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# Short texts in GB18030 can be good UTF-8 too: the bytes of 通知 read as U+0368 U+05AA, marks of rare scripts.
# A text in Chinese that is UTF-8 has Han characters, which take three bytes.
_RARE_LETTER = re.compile("[\u0250-\u036f\u0530-\u07ff]")
_THREE_BYTES = re.compile("[\u0800-\U0010ffff]")

# Declarations of an encoding that the bytes alone do not tell from GB18030.
# takes: charset=big5, CHARSET = "Big5-HKSCS", charset='euc-kr'; not: charset=gbk, charset=utf-8, big5
_OTHER_CHARSET = re.compile(
    rb"""
    charset \s* = \s* ["']?
    ( (?:x-)? big5 [\w-]* | euc-[a-z]+ | shift_jis )
    """,
    re.IGNORECASE | re.VERBOSE,
)

_HEAD_BYTES = 4_096  # a page declares its encoding, and a binary file shows its NUL bytes, near the beginning
_BYTES_PER_NUL = 20  # more than one NUL in so many bytes: UTF-16 without its mark, or no text
_HAN_PER_DAMAGED_BYTE = 50  # a text with damage keeps so many Han characters for each: the wrong encoding does not
_SAMPLE_CHARACTERS = 20_000  # enough to tell a binary file, whatever its size
_SHAPES_PER_SHAPELESS = 10  # in a text that people wrote, at most one character in so many has no shape

_HAN = re.compile("[\u3400-\u9fff]")
_LINE_END = re.compile("\r\n?")


def _undecodable(message: str) -> SourceError:
    return SourceError(message, "另存为 UTF-8 文本，或放入 .html .docx .pdf 原件")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text with line ends made \\n and control characters taken out, which `dropped` lists."""

    text: str
    encoding: str  # utf-8, utf-8-sig, utf-16 or gb18030
    dropped: tuple[Dropped, ...] = ()


def decode(raw: bytes) -> Decoded:
    """Decodes by the byte order mark, else as UTF-8, else as GB18030 (which holds GBK and GB2312).

    Raises `SourceError` for binary files and for bytes that fit none of them.

    >>> decode("通知".encode("gbk")).encoding
    'gb18030'
    >>> decode(b"\\xff\\xfe" + "通知".encode("utf-16-le")).text
    '通知'
    """
    encoding = next((name for mark, name in _MARKS if raw.startswith(mark)), None)
    if encoding:
        return _cleaned(_clean_or_nearly(raw, encoding), encoding)
    head = raw[:_HEAD_BYTES]
    if head.count(b"\x00") * _BYTES_PER_NUL > len(head):
        raise _undecodable("文件含大量空字节，是二进制文件或没有字节序标记的 UTF-16")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(raw)
    if _RARE_LETTER.search(text) and not _THREE_BYTES.search(text):
        with contextlib.suppress(SourceError):
            return _cleaned(_strict(raw, "gb18030"), "gb18030")
    return _cleaned(text, "utf-8")


def _not_utf8(raw: bytes) -> Decoded:
    """Decodes bytes that are no clean UTF-8: as GB18030, or as either of them with a few bytes damaged."""
    if declared := _OTHER_CHARSET.search(raw[:_HEAD_BYTES]):
        raise _undecodable(f"声明的编码 {declared[1].decode()} 不能读取")
    if text := _nearly(raw, "utf-8"):
        return _cleaned(text, "utf-8")
    return _cleaned(_clean_or_nearly(raw, "gb18030"), "gb18030")


def _clean_or_nearly(raw: bytes, encoding: str) -> str:
    try:
        return _strict(raw, encoding)
    except SourceError:
        if text := _nearly(raw, encoding):
            return text
        raise


def _nearly(raw: bytes, encoding: str) -> str:
    """The text with U+FFFD for damaged bytes, where these are few beside the Han characters; else ""."""
    text = raw.decode(encoding, "replace")
    return text if text.count("\ufffd") * _HAN_PER_DAMAGED_BYTE < len(_HAN.findall(text)) else ""


def _strict(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeError as error:
        at = f"第 {error.start + 1} 个字节" if isinstance(error, UnicodeDecodeError) else "末尾"
        raise _undecodable(f"按 {encoding} 无法解码（{at}处）") from None


def _cleaned(text: str, encoding: str) -> Decoded:
    text = _LINE_END.sub("\n", text.removeprefix("\ufeff"))
    if not has_control_characters(text):
        return Decoded(text, encoding)
    if _looks_binary(text):
        raise _undecodable("解码后多为控制字符或未定义字符，是二进制文件或其他编码")
    lines = [take_out(line, number) for number, line in enumerate(text.split("\n"), 1)]
    dropped = tuple(entry for _, taken in lines for entry in taken)
    return Decoded("\n".join(line for line, _ in lines), encoding, dropped)


def _looks_binary(text: str) -> bool:
    """Whether too many characters have no shape for a text that people wrote."""
    sample = text[:_SAMPLE_CHARACTERS]
    shapeless = sum(unicodedata.category(c) in ("Cc", "Cn", "Cs") and c not in "\t\n\f\v" for c in sample)
    return shapeless * _SHAPES_PER_SHAPELESS > len(sample)
