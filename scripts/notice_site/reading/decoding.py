"""Bytes of a source -> its text, the encoding found, and the characters that no page can show."""

from __future__ import annotations

import codecs
import contextlib
import re
import unicodedata
from dataclasses import dataclass

from notice_site.model import Dropped
from notice_site.reading.content import Unreadable
from notice_site.reading.control_characters import has_control_characters, take_out

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# Some words in GB18030 are good UTF-8 too, read as letters of rare scripts and without Han: 通知, 联通.
_RARE_LETTER = re.compile("[\u0250-\u036f\u0530-\u07ff]")
_THREE_BYTES = re.compile("[\u0800-\U0010ffff]")

# Encodings of Chinese that the bytes alone do not tell from GB18030.
_OTHER_CHARSET = re.compile(rb"charset\s*=\s*[\"']?(big5[\w-]*|x-big5|euc-[a-z]+|shift_jis)", re.IGNORECASE)

_HAN = re.compile("[\u3400-\u9fff]")
_LINE_END = re.compile("\r\n?")


def _undecodable(message: str) -> Unreadable:
    return Unreadable(message, "另存为 UTF-8 文本，或放入 .html .docx .pdf 原件")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text with line ends made \\n and control characters taken out, which `dropped` lists."""

    text: str
    encoding: str  # utf-8, utf-8-sig, utf-16 or gb18030
    dropped: tuple[Dropped, ...] = ()


def decode(raw: bytes) -> Decoded:
    """Text of `raw`: by its byte order mark, else UTF-8, else GB18030 (which holds GBK and GB2312).

    Raises `Unreadable` for binary files and for bytes that fit none of them.

    >>> decode("通知".encode("gbk")).encoding
    'gb18030'
    >>> decode(b"\\xff\\xfe" + "通知".encode("utf-16-le")).text
    '通知'
    """
    encoding = next((name for mark, name in _MARKS if raw.startswith(mark)), None)
    if encoding:
        return _cleaned(_clean_or_nearly(raw, encoding), encoding)
    if b"\x00" in raw[:4096] and raw[:4096].count(b"\x00") * 20 > len(raw[:4096]):
        raise _undecodable("文件含大量空字节，是二进制文件或没有字节序标记的 UTF-16")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(raw)
    if _RARE_LETTER.search(text) and not _THREE_BYTES.search(text):
        with contextlib.suppress(Unreadable):
            return _cleaned(_strict(raw, "gb18030"), "gb18030")
    return _cleaned(text, "utf-8")


def _not_utf8(raw: bytes) -> Decoded:
    """Text of bytes that are no clean UTF-8: GB18030, or either of them with a few bytes damaged."""
    if found := _OTHER_CHARSET.search(raw[:4096]):
        raise _undecodable(f"声明的编码 {found[1].decode()} 不能读取")
    if text := _nearly(raw, "utf-8"):
        return _cleaned(text, "utf-8")
    return _cleaned(_clean_or_nearly(raw, "gb18030"), "gb18030")


def _clean_or_nearly(raw: bytes, encoding: str) -> str:
    try:
        return _strict(raw, encoding)
    except Unreadable:
        if text := _nearly(raw, encoding):
            return text
        raise


def _nearly(raw: bytes, encoding: str) -> str:
    """The text with U+FFFD for damaged bytes where these are less than one in fifty Han characters; else ""."""
    text = raw.decode(encoding, "replace")
    return text if text.count("\ufffd") * 50 < len(_HAN.findall(text)) else ""


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
    """More than one character in ten has no shape: no text that people wrote."""
    sample = text[:20_000]
    bad = sum(unicodedata.category(c) in ("Cc", "Cn", "Cs") and c not in "\t\n\f\v" for c in sample)
    return bad * 10 > len(sample)
