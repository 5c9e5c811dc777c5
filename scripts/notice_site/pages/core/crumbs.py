"""Writes the way from the top of the site to a page."""

from __future__ import annotations

from notice_site.pages.core import markdown as md
from notice_site.pages.core.markdown import Markdown


def crumbs(*steps: Markdown) -> Markdown:
    """Links the pages above a page, the outermost first: 文件 › 省级 › 2014年3月."""
    way = md.paragraph(md.joined(steps, Markdown(" › ")))
    return md.region(way, tag="nav", classes=["crumbs"], named={"aria-label": "位置"})
