"""Writes the three ways on from the home page: to read, to study, to do research."""

from __future__ import annotations

from notice_site.pages.core import markdown as md
from notice_site.pages.core.links import SEARCH, Location
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.site import NOTICES_INDEX, Site
from notice_site.pages.core.term_index import INDEX
from notice_site.pages.general.downloads import DOWNLOADS
from notice_site.pages.general.feed import FEED

Ways = tuple[tuple[str, Location], ...]

_READING = ("level", "date", "issuer")
"""The ways into the documents that the home page names; the list of all has the others."""

_STUDY: Ways = (
    ("学习包", Location("packs/index.md")),
    ("本单位的任务", Location("tasks/index.md")),
    ("时间线", Location("timeline/index.md")),
    ("词语", INDEX),
    ("下载", DOWNLOADS),
)
_RESEARCH: Ways = (
    ("对照", Location("compare/index.md")),
    ("源流", Location("lineage/index.md")),
    ("检索", SEARCH),
    ("数据", Location("data.md")),
)


def doors(site: Site, page: str) -> Markdown:
    """Writes what each way offers, and the pages it leads to."""
    indexes = (site.facet_indexes[way] for way in _READING)
    ways = [(f"按{of.facet.title}", Location(of.file(0))) for of in indexes]
    reading = (("全部文件", NOTICES_INDEX), *ways)
    count = len(site.corpus.notices)
    boxes = [
        _door("读原文", f"{count} 件公文逐字照录，可逐行核对来源文本。", reading, page),
        _door("办学习", "按层级、单位查要求和时限；学习单、词语卡片可打印。", _STUDY, page),
        _door("做研究", "比较各级对同一事项的表述，查考转发与引用，下载数据。", _RESEARCH, page),
    ]
    feed = md.paragraph(md.link(Markdown("订阅新收文件（Atom）"), Location(FEED).relative_to(page)), classes=["more"])
    return md.stacked(
        md.region(md.stacked(*boxes), tag="nav", id="ways", classes=["doors"], named={"aria-label": "分类浏览"}), feed
    )


def _door(title: str, about: str, ways: Ways, page: str) -> Markdown:
    links = [md.link(Markdown(name), place.relative_to(page)) for name, place in ways]
    return md.region(
        md.stacked(
            md.paragraph(md.strong(Markdown(title)), classes=["door-name"]),
            md.paragraph(Markdown(about)),
            md.bullets(links),
        ),
        classes=["door"],
    )
