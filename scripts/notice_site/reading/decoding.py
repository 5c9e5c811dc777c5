"""Tells the encoding of a text file and decodes it, also where a few bytes are damaged."""

from __future__ import annotations

import codecs
import contextlib
import re
import unicodedata
from dataclasses import replace

from notice_site.model import Dropped
from notice_site.model.frozen import dataclass
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

# Declarations of an encoding that the bytes alone do not tell from GB18030. Big5 is read, the others are refused.
# takes: charset=big5, CHARSET = "Big5-HKSCS", charset='euc-kr'; not: charset=gbk, charset=utf-8, big5
_OTHER_CHARSET = re.compile(
    rb"""
    charset \s* = \s* ["']?
    ( (?:x-)? big5 [\w-]* | euc-[a-z]+ | shift_jis )
    """,
    re.IGNORECASE | re.VERBOSE,
)

# Two bytes above ASCII, as GB18030 and Big5 write most characters. Each lays the common ones at other places:
# 關於 is C3F6 A9F3 in Big5, which GB18030 reads as 闽╅; 的 is B5C4 in GB18030.
_PAIR = re.compile(rb"[\x81-\xfe][\x40-\xfe]")
_COMMON_IN_GB = re.compile(rb"[\xa1-\xa3\xb0-\xd7][\xa1-\xfe]")  # punctuation, and the 3,755 most used characters
_COMMON_IN_BIG5 = re.compile(rb"[\xa1-\xa3\xa4-\xc6][\x40-\xfe]")  # punctuation, and the 5,401 most used
_FRAME = re.compile(rb"\xa9[\xa4-\xef]")  # lines of drawn tables in GB18030, which say nothing of the text between them
_MOST_GB = 0.5  # of the pairs of a Big5 text at most so many look common in GB18030: a third; of a GBK text 0.95
_LEAST_BIG5 = 0.9  # of the pairs of a Big5 text at least so many are common there: 0.97; of a GBK text 0.55
_BIG5 = ("cp950", "big5hkscs")  # the second has rare characters of names; the first has the marks of Windows

# Characters whose bytes Python's GB18030, the edition of 2000, reads as private use. The edition of 2022 and browsers
# give A3A0 as the ideographic space, which old editors write as indent, and the others as marks and rare characters.
_BLANK_OF_GBK = "\ue5e5"
_SINCE_ENCODED = str.maketrans({
    _BLANK_OF_GBK: "\u3000",
    "\ue7c7": "\u1e3f",
    **dict(zip("\ue78d\ue78e\ue78f\ue790\ue791\ue792\ue793", "︐︒︑︓︔︕︖", strict=True)),
    **dict(zip("\ue794\ue795\ue796", "︗︘︙", strict=True)),
    **dict(zip("\ue81e\ue826\ue82b\ue82c\ue832\ue843\ue854\ue864", "龴龵龶龷龸龹龺龻", strict=True)),
})  # fmt: skip
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")
_HAN_PER_PRIVATE = 20  # a text that people wrote has so many Han characters for each one of private use

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
    encoding: str  # utf-8, utf-8-sig, utf-16, gb18030 or big5
    dropped: tuple[Dropped, ...] = ()


def decode(raw: bytes) -> Decoded:
    """Decodes by the byte order mark, else as UTF-8, else as Big5 or GB18030 (which holds GBK and GB2312).

    Raises `SourceError` for binary files and for bytes that fit none of them.

    >>> decode("通知".encode("gbk")).encoding
    'gb18030'
    >>> decode("關於開放閱覽室的通知".encode("big5")).text
    '關於開放閱覽室的通知'
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
            return _cleaned(_strict(raw, "gb18030").translate(_SINCE_ENCODED), "gb18030")
    return _cleaned(text, "utf-8")


def _not_utf8(raw: bytes) -> Decoded:
    """Decodes bytes that are no clean UTF-8: as Big5, as GB18030, or as one with a few bytes damaged."""
    if declared := _OTHER_CHARSET.search(raw[:_HEAD_BYTES]):
        if b"big5" in declared[1].lower() and (text := _as_big5(raw)):
            return _cleaned(text, "big5")
        raise _undecodable(f"声明的编码 {declared[1].decode()} 不能读取")
    if text := _nearly(raw, "utf-8"):
        return _cleaned(text, "utf-8")
    if text := _as_big5(raw):
        return _cleaned(text, "big5")
    text = _clean_or_nearly(raw, "gb18030").translate(_SINCE_ENCODED)
    if len(_PRIVATE_USE.findall(text)) * _HAN_PER_PRIVATE > len(_HAN.findall(text)):
        raise _undecodable("按 gb18030 解码后多为未定义字符，是其他编码")
    return _cleaned(text, "gb18030")


def _as_big5(raw: bytes) -> str:
    """The text where all bytes are Big5 and most are its common characters rather than those of GB18030, else ""."""
    pairs = [pair for pair in _PAIR.findall(raw) if not _FRAME.match(pair)]
    common_in_gb = sum(_COMMON_IN_GB.match(pair) is not None for pair in pairs)
    common_in_big5 = sum(_COMMON_IN_BIG5.match(pair) is not None for pair in pairs)
    if common_in_gb < _MOST_GB * len(pairs) and common_in_big5 >= _LEAST_BIG5 * len(pairs):
        for encoding in _BIG5:
            with contextlib.suppress(UnicodeDecodeError):
                return raw.decode(encoding)
    return ""


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
    if count := text.count(_BLANK_OF_GBK):  # an earlier conversion to Unicode took it for a character
        taken = Dropped(f"U+E5E5×{count}", "无法显示的空白", text.count("\n", 0, text.index(_BLANK_OF_GBK)) + 1)
        cleaned = _cleaned(text.replace(_BLANK_OF_GBK, "\u3000"), encoding)
        return replace(cleaned, dropped=(taken, *cleaned.dropped))
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
