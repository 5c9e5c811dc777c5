"""Tells the format of a file by its first bytes and calls the reader of that format."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePosixPath

from notice_site.model import Line
from notice_site.reading.control_characters import without_control_characters
from notice_site.reading.decoding import Decoded, decode
from notice_site.reading.extracted_text import ExtractedText, Paragraph, ReadingWarning, SourceError
from notice_site.reading.readers.html import read_html
from notice_site.reading.readers.mail import is_mail, read_mail
from notice_site.reading.readers.markdown import read_markdown
from notice_site.reading.readers.office import as_docx, refuse_other_programs
from notice_site.reading.readers.plain import is_html, read_plain
from notice_site.reading.readers.zip_package import document_kind
from notice_site.reading.reference.limits import Limits

_HTML_SUFFIXES = frozenset((".html", ".htm", ".xhtml", ".shtml"))
_MARKDOWN_SUFFIXES = frozenset((".md", ".markdown"))

_HEAD_BYTES = 4_096  # a file of XML says near its beginning whose it is
_PDF_HEAD_BYTES = 1_024  # readers of .pdf take a file whose mark stands anywhere in them

# Documents that Word saves as one file of XML.
# takes: <?mso-application progid="Word.Document"?>, <pkg:package xmlns:pkg=…>, <w:wordDocument>; not: <html xmlns:w=…>
_WORD_XML = re.compile(rb"<\?mso-application\b[^>]*Word|<pkg:package\b|<w:wordDocument\b")

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .doc, .wps; also .xls, .ppt, .msg
_REFUSED = {
    b"\x89PNG": "图片",
    b"\xff\xd8\xff": "图片",
    b"GIF8": "图片",
    b"II*\x00": "图片",
    b"MM\x00*": "图片",
    b"Rar!": "压缩包",
    b"7z\xbc\xaf": "压缩包",
    b"\x1f\x8b": "压缩包",
}


def extract_text(raw: bytes, name: str, limits: Limits) -> ExtractedText:
    """Reads the file. Raises `SourceError`.

    The bytes decide before the suffix does: an exported .doc is often HTML, a renamed .txt a .docx.
    """
    return without_control_characters(_by_format(raw, PurePosixPath(name).suffix.lower(), limits))


def _by_format(raw: bytes, suffix: str, limits: Limits) -> ExtractedText:
    if raw.startswith(_ZIP):
        if document_kind(raw, limits) == "ooxml":
            return _read_docx(raw)
        return _converted(raw, ".odt", limits)
    if raw.startswith(_OLE):
        refuse_other_programs(raw)
        return _converted(raw, ".wps" if suffix == ".wps" else ".doc", limits)
    if raw.startswith(b"{\\rtf"):
        return _converted(raw, ".rtf", limits)
    if b"%PDF-" in raw[:_PDF_HEAD_BYTES]:
        return _read_pdf(raw, limits)
    if kind := next((kind for mark, kind in _REFUSED.items() if raw.startswith(mark)), ""):
        raise SourceError(f"是{kind}，不是文档", "放入 .txt .html .docx 或有文字的 .pdf")
    if _WORD_XML.search(raw[:_HEAD_BYTES]):
        raise SourceError("是 Word 的 XML 文档", "用 Word 或 WPS 打开并另存为 .docx")
    if is_mail(raw):
        return _read_mail(raw, limits)
    return _read_text(raw, suffix, limits)


def _read_mail(raw: bytes, limits: Limits) -> ExtractedText:
    """Reads the text inside; the subject of a mail stands before it as a heading, as the title of a page does."""
    mail = read_mail(raw)
    extracted = _read_text(mail.raw, ".html" if mail.is_html else ".txt", limits)
    subject = (Paragraph(Line(mail.subject, 1, heading=1, whole=True)),) if mail.subject else ()
    attached = tuple(
        ReadingWarning(0, f"邮件的附件“{name}”未读取", "需要收录时另存为单独的文件放入") for name in mail.attachments
    )
    return replace(extracted, paragraphs=(*subject, *extracted.paragraphs), warnings=(*extracted.warnings, *attached))


def _converted(raw: bytes, suffix: str, limits: Limits) -> ExtractedText:
    docx = as_docx(raw, suffix, limits)
    document_kind(docx, limits)
    return replace(_read_docx(docx), format="office")


# The libraries behind these two take longer to load than many corpora to read: only on demand.


def _read_docx(raw: bytes) -> ExtractedText:
    from notice_site.reading.readers.docx import read_docx

    return read_docx(raw)


def _read_pdf(raw: bytes, limits: Limits) -> ExtractedText:
    from notice_site.reading.readers.pdf import read_pdf

    return read_pdf(raw, limits)


def _read_text(raw: bytes, suffix: str, limits: Limits) -> ExtractedText:
    decoded = decode(raw)
    if suffix in _MARKDOWN_SUFFIXES:
        extracted = read_markdown(decoded.text, decoded.encoding, limits)
    elif suffix in _HTML_SUFFIXES or is_html(decoded.text):
        extracted = read_html(decoded.text, decoded.encoding, limits)
    else:
        extracted = read_plain(decoded.text, decoded.encoding)
    dropped = (*decoded.dropped, *extracted.dropped)
    return replace(extracted, dropped=dropped, warnings=(*extracted.warnings, *_doubts(decoded)))


def _doubts(decoded: Decoded) -> tuple[ReadingWarning, ...]:
    """Warnings where the encoding was told by its characters alone, where bytes are damaged, or a conversion failed."""
    warnings: list[ReadingWarning] = []
    if decoded.encoding == "big5":
        warnings.append(ReadingWarning(0, "按 Big5（繁体）编码读取", "与原件核对，或另存为 UTF-8 文本"))
    if count := decoded.text.count("\ufffd"):
        line = decoded.text[: decoded.text.index("\ufffd")].count("\n") + 1
        message = f"有 {count} 个字节或字无法解码，显示为 \ufffd"
        warnings.append(ReadingWarning(line, message, "与原件核对"))
    return tuple(warnings)
