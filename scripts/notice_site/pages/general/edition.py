"""Writes the page 版本与校验: which edition this is, and how to see that two copies are the same."""

from __future__ import annotations

import json
from collections.abc import Iterator

from notice_site.model import Page
from notice_site.pages.core import markdown as md
from notice_site.pages.core.links import Location
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.site import Site

EDITION_PAGE = "edition.md"
EDITION_DATA = Location("data/edition.json")

EDITION_SCRIPT = "edition.js"

BUNDLE_FILES = "bundle-files"
"""The id of the part of the page in which a bundle lists its files."""

_SAME = (
    "版本由程序版本和来源校验值的前 8 位组成，印在每一页的页脚。"
    "两处所见版本相同，所用的公文、词语和其他来源就逐字节相同。"
)
_HASH = "来源校验值是来源文件校验值清单的 SHA-256。在来源文件夹里运行下面的命令，得到同一数值："
_BY_HAND = "find notices reference packs -type f | LC_ALL=C sort | xargs -d '\\n' sha256sum | sha256sum"
_CHECK = "用 `make verify-bundle FILE=资料包.zip` 逐个核对包内文件；有任何一个字节不同，都会指出是哪个文件。"
_ONLINE = "离线资料包的文件清单见包内本页，列有每个文件的大小和校验值。"


def edition_page(site: Site) -> Iterator[Page]:
    """Writes the page on the edition, and the script by which the foot of every page names it and leads there."""
    edition = site.edition
    named = json.dumps(f"版本 {edition.label}", ensure_ascii=False)
    yield Page(EDITION_SCRIPT, f'document.currentScript.parentNode.querySelector("a").textContent = {named};\n')
    inputs = md.link(Markdown(f"{len(edition.inputs)} 个，逐个列出校验值"), EDITION_DATA.relative_to(EDITION_PAGE))
    facts = [
        ("版本", md.code(edition.label)),
        ("程序版本", md.code(edition.version)),
        ("来源校验值", md.code(edition.digest)),
        ("来源文件", inputs),
    ]
    listed = md.definitions((Markdown(name), value) for name, value in facts)
    yield Page(
        EDITION_PAGE,
        md.page(
            "版本与校验",
            md.heading(1, Markdown("版本与校验"), id="edition"),
            md.region(listed, classes=["card", "edition-facts"]),
            md.paragraph(Markdown(_SAME)),
            md.paragraph(Markdown(_HASH)),
            md.paragraph(md.code(_BY_HAND)),
            md.heading(2, Markdown("离线资料包"), id="bundle"),
            md.paragraph(Markdown(_CHECK)),
            md.region(md.paragraph(Markdown(_ONLINE)), id=BUNDLE_FILES),
        ),
    )
