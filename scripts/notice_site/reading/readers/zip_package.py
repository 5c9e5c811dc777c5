"""Tells which kind of document a zip file holds, and refuses what would unpack to more than the limits."""

from __future__ import annotations

import io
import zipfile

from notice_site.reading.extracted_text import SourceError
from notice_site.reading.reference.limits import Limits

_OTHER_DOCUMENTS = {
    b"application/vnd.oasis.opendocument.spreadsheet": "OpenDocument 表格",
    b"application/vnd.oasis.opendocument.presentation": "OpenDocument 演示文稿",
    b"application/epub+zip": "EPUB 电子书",
}


def document_kind(raw: bytes, limits: Limits) -> str:
    """ "ooxml" or "opendocument"; nothing is unpacked but a file of one line.

    Raises `SourceError` for what is no document, is damaged, or is larger than the limits allow: the sizes
    in the directory are binding, as no more than they say is ever unpacked.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            entries = package.infolist()
            if len(entries) > limits.archive_entries:
                message = f"压缩包内有 {len(entries):,} 个文件，超过上限 {limits.archive_entries:,}"
                raise SourceError(message, "用文字处理软件另存，或在 reference/limits.yml 中提高 archive_entries")
            size = sum(entry.file_size for entry in entries)
            if size > limits.archive_bytes:
                message = f"解压后有 {size:,} 字节，超过上限 {limits.archive_bytes:,}"
                raise SourceError(message, "用文字处理软件另存，或在 reference/limits.yml 中提高 archive_bytes")
            names = {entry.filename for entry in entries}
            if "[Content_Types].xml" in names:
                return "ooxml"
            declared = package.read("mimetype") if "mimetype" in names else b""
            if declared.startswith(b"application/vnd.oasis.opendocument.text"):
                return "opendocument"
    except (zipfile.BadZipFile, zipfile.LargeZipFile, OSError, RuntimeError, ValueError, NotImplementedError) as error:
        if isinstance(error, SourceError):
            raise
        raise SourceError("压缩结构已损坏，无法打开", "用文字处理软件重新另存为 .docx") from None
    if kind := next((kind for start, kind in _OTHER_DOCUMENTS.items() if declared.startswith(start)), ""):
        raise SourceError(f"是 {kind}，不是文字文档", "把其中的文字另存为 .docx 或 .html 后放入")
    if "OFD.xml" in names:
        raise SourceError("是 OFD 版式文件，尚不能读取", "另存为 .docx 或有文字的 .pdf")
    raise SourceError("是压缩包，不是文档", "解压后放入其中的文件")
