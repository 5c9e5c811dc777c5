"""Old office files go through LibreOffice where it is installed; where it is not, the message says so."""

from __future__ import annotations

import shutil
import stat
from pathlib import Path

import pytest

from notice_site.reading.extracted_text import SourceError
from notice_site.reading.formats import extract_text
from notice_site.reading.reference.limits import DEFAULTS, Limits
from tests.reading.readers.docx_writer import docx, paragraph

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(100)
RTF = rb"{\rtf1\ansi Notice 36}"


def _program(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Puts a stand-in for LibreOffice on the path."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


@pytest.mark.parametrize(
    ("raw", "name", "suffix"),
    [(OLE, "a.doc", ".doc"), (OLE, "a.wps", ".wps"), (RTF, "a.rtf", ".rtf"), (RTF, "a.doc", ".rtf")],
    ids=["doc", "wps", "rtf", "rtf that is called doc"],
)
def test_missing_program_is_named(raw: bytes, name: str, suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(SourceError, match=f"读取 {suffix} 需要 LibreOffice") as refused:
        extract_text(raw, name, DEFAULTS)
    assert "另存为 .docx" in refused.value.advice


def test_converted_file_is_read_as_docx(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "made.docx").write_bytes(docx(paragraph("正文")))
    _program(tmp_path, monkeypatch, f'mkdir out && cp "{tmp_path}/made.docx" out/source.docx')
    content = extract_text(OLE, "a.doc", DEFAULTS)
    assert (content.format, [p.line.text for p in content.paragraphs]) == ("office", ["正文"])


@pytest.mark.parametrize(
    ("script", "message"), [("exit 1", "无法转换"), ("true", "无法转换"), ("exec sleep 30", "未能转换")]
)
def test_program_that_fails_or_hangs_is_a_problem(
    script: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _program(tmp_path, monkeypatch, script)
    with pytest.raises(SourceError, match=message):
        extract_text(OLE, "a.doc", Limits(office_seconds=1))


@pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is missing: sudo apt-get install libreoffice-writer"
)
def test_libreoffice_converts_rich_text() -> None:
    content = extract_text(RTF, "a.rtf", DEFAULTS)
    assert [p.line.text for p in content.paragraphs] == ["Notice 36"]


def test_exported_doc_that_is_html_is_read_as_html() -> None:
    assert extract_text("<p>正文</p>".encode(), "a.doc", DEFAULTS).format == "html"


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"\x89PNG\r\n\x1a\n", "图片"),
        (b"\xff\xd8\xff\xe0", "图片"),
        (b"Rar!\x1a", "压缩包"),
        (OLE + "Workbook".encode("utf-16-le"), "是 Excel 工作簿"),
        (OLE + "PowerPoint Document".encode("utf-16-le"), "是 PowerPoint 演示文稿"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "有密码保护"),
        (OLE + "__substg1.0_".encode("utf-16-le"), "是 Outlook 邮件"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>', "Word 的 XML"),
        (bytes(range(256)) * 4, "空字节|控制字符|无法解码"),
    ],
    ids=["png", "jpeg", "rar", "xls", "ppt", "password", "msg", "Word XML", "binary"],
)
def test_other_binaries_are_refused_by_name(raw: bytes, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        extract_text(raw, "a.txt", DEFAULTS)
