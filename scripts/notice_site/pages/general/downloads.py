"""Writes the page 下载: what can be taken away, for whom each form is, how it is opened and checked.

Size and hash of a file are not known before the site is built: `make publish` puts the files in the place that the
page keeps for them (see `model/download.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from notice_site.model import Page
from notice_site.pages.core import markdown as md
from notice_site.pages.core.download_place import download_place
from notice_site.pages.core.links import Location
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.site import NOTICES_INDEX, Site
from notice_site.pages.general.edition import EDITION_PAGE

DOWNLOADS = Location("downloads/index.md")
_PAGE = DOWNLOADS.file
_DATA = Location("data.md")

_LEAD = "整站、学习包、公文和各级各类单位的任务单，都可以存到手机、电脑或优盘，没有网络也能看、能印。"

_ABSENT = "本站未附下载文件；用 make publish 生成的网站，在此列出每个文件的大小和校验值。"

_FOR_WHOM = {
    "在没有网络的单位使用": "整站的 zip：全部网页、检索和数据，解压后与网站用法相同。",
    "组织学习": "学习包：选定的文件、词语、填空与思考、学习单。",
    "打印散发": "PDF：按 A4 排好，可以直接打印。",
    "摘编成本单位的材料": "Word：公文版式，文字可以改，适用于 Word 和 WPS。",
    "查明对本单位的要求": "任务单：一个层级或一类单位一份，逐条附出处。",
    "在手机上阅读": "EPUB，或者单个网页。",
}

_HOW_TO_OPEN = {
    "手机": "单个网页和 PDF 可以直接打开；EPUB 用系统自带的图书软件或阅读软件打开。zip 在手机上不便使用。",
    "办公电脑": "zip 先全部解压（右键：全部解压缩），再进入文件夹双击 index.html；不要在压缩包里直接打开。"
    "Word 文件里的方正小标宋、仿宋、黑体、楷体，电脑上没有的，由 Word 或 WPS 以相近字体代替。",
    "投影": "打开单个网页或解压后的网站，在公文页选“放映”；放 PDF 时选全屏。",
}

_INSIDE = (
    "整站的 zip 内有全部网页、检索、来源文件、数据文件，以及每件公文的纯文本、Markdown 和 Akoma Ntoso；"
    "学习包、PDF、Word 和 EPUB 不在其中，另行下载。"
)

_CHECK = (
    "校验值（SHA-256）相同，文件就逐字节相同。Windows 在文件所在文件夹运行第一行，macOS 和 Linux 运行第二行，"
    "与上面所列对照："
)
_COMMANDS = ("certutil -hashfile 文件名 SHA256", "shasum -a 256 文件名")


def downloads_page(site: Site) -> Iterator[Page]:
    """Writes the page."""
    yield Page(
        _PAGE,
        md.page(
            "下载",
            md.heading(1, Markdown("下载"), id="downloads"),
            md.paragraph(Markdown(_LEAD), classes=["lead"]),
            _edition(site),
            download_place("all", _ABSENT),
            md.heading(2, Markdown("用哪一种"), id="which"),
            _listed(_FOR_WHOM),
            md.heading(2, Markdown("怎样打开"), id="open"),
            _listed(_HOW_TO_OPEN),
            md.heading(2, Markdown("整站的 zip 里有什么"), id="inside"),
            md.paragraph(Markdown(_INSIDE)),
            _singly(),
            md.heading(2, Markdown("怎样核对"), id="check"),
            md.paragraph(Markdown(_CHECK)),
            *(md.paragraph(md.code(command)) for command in _COMMANDS),
        ),
    )


def _edition(site: Site) -> Markdown:
    parts = [
        md.escape(f"各文件属于版本 {site.edition.label}，文件名里写明。版本的含义见"),
        md.link(Markdown("版本与校验"), Location(EDITION_PAGE).relative_to(_PAGE)),
        Markdown("。如何选用，见"),
        md.link(Markdown("用哪一种"), "#which"),
        Markdown("；如何打开，见"),
        md.link(Markdown("怎样打开"), "#open"),
        Markdown("。"),
    ]
    return md.paragraph(md.joined(parts))


def _singly() -> Markdown:
    """Says where single files are: beside each document, and on the page of the data."""
    parts = [
        Markdown("单件公文的来源文件和各种格式，也可在"),
        md.link(Markdown("各件网页"), NOTICES_INDEX.relative_to(_PAGE)),
        Markdown("的文件档案里下载；全部表格和数据见"),
        md.link(Markdown("数据"), _DATA.relative_to(_PAGE)),
        Markdown("。"),
    ]
    return md.paragraph(md.joined(parts))


def _listed(entries: Mapping[str, str]) -> Markdown:
    listed = md.definitions((md.escape(name), md.escape(about)) for name, about in entries.items())
    return md.region(listed, classes=["download-notes"])
