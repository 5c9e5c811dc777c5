"""Describes the lists of files that published sites and bundles carry, field by field, as `data_fields` does data."""

from __future__ import annotations

from notice_site.pages.core.data_field import SHA_256, text, whole_number
from notice_site.pages.general.data_fields import FileDescription

_SIZE = whole_number("字节数")
_HASH = text("SHA-256 校验值", pattern=SHA_256)

LISTS = (
    FileDescription(
        "downloads.json",
        "下载页上的一个文件。清单为 downloads/downloads.json，附有下载文件的网站才有",
        {
            "path": text("从网站首页算起的路径"),
            "group": text("", values={"site": "整站", "pack": "学习包", "notice": "公文", "sheet": "任务单"}),
            "of": text("学习包、文件或单位类别的编号；整站为空"),
            "title": text("名称"),
            "form": text("格式，即扩展名", values=dict.fromkeys(("zip", "html", "pdf", "docx", "epub"), "")),
            "size": _SIZE,
            "sha256": _HASH,
            "edition": text("版本号"),
        },
    ),
    FileDescription(
        "manifest.json",
        "离线资料包（zip）里的一个文件。清单在解压后的文件夹里",
        {"path": text("从清单所在文件夹算起的路径"), "size": _SIZE, "sha256": _HASH},
        {"name": text("资料包的名称"), "edition": text("版本号")},
    ),
)
"""Lists that are made after the pages, so that the page 数据 describes them without their size."""
