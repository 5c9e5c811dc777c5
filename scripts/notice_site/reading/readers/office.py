"""Converts old office files (.doc, .wps, .rtf, .odt) to .docx with LibreOffice, where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from notice_site.reading.extracted_text import SourceError
from notice_site.reading.reference.limits import Limits

# What the old container of Office holds, by the names of its streams; a .doc may hold a worksheet as a part.
_WORD = "WordDocument"
_STREAMS = {
    "EncryptedPackage": ("有密码保护，无法读取", "去掉密码后另存为 .docx"),
    "Workbook": ("是 Excel 工作簿，不是文字文档", "把其中的文字另存为 .docx 或 .html 后放入"),
    "PowerPoint Document": ("是 PowerPoint 演示文稿，不是文字文档", "把其中的文字另存为 .docx 或 .html 后放入"),
    "__substg1.0_": ("是 Outlook 邮件", "在 Outlook 中打开，另存为 .html 或 .eml"),
}
_ADVICE = "用 Word 或 WPS 打开并另存为 .docx，放入 .docx"


def refuse_other_programs(raw: bytes) -> None:
    """Raises `SourceError` with the true reason for a file of the old Office format that is no document of Word."""
    if _WORD.encode("utf-16-le") in raw:
        return
    for name, reason in _STREAMS.items():
        if name.encode("utf-16-le") in raw:
            raise SourceError(*reason)


def as_docx(raw: bytes, suffix: str, limits: Limits) -> bytes:
    """Converts the file. Raises `SourceError` where LibreOffice is not installed, fails or takes too long.

    LibreOffice runs with a profile of its own, without macros and in a folder that is removed.
    """
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise SourceError(f"读取 {suffix} 需要 LibreOffice，本机未安装", f"安装 LibreOffice；或{_ADVICE}")
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        source = work / f"source{suffix}"
        source.write_bytes(raw)
        command = [
            program,
            "--headless",
            "--norestore",
            f"-env:UserInstallation={(work / 'profile').as_uri()}",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(work / "out"),
            str(source),
        ]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=limits.office_seconds, cwd=work)
            return (work / "out" / "source.docx").read_bytes()
        except subprocess.TimeoutExpired:
            raise SourceError(f"LibreOffice 在 {limits.office_seconds} 秒内未能转换", _ADVICE) from None
        except (subprocess.CalledProcessError, OSError):
            raise SourceError("LibreOffice 无法转换此文件", _ADVICE) from None
