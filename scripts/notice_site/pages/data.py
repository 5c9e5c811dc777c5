"""The published data files go in, the page 数据 comes out: what each holds, its size, and what its fields mean."""

from __future__ import annotations

from collections.abc import Iterator

from notice_site.model import Page
from notice_site.pages import markdown as md
from notice_site.pages import words
from notice_site.pages.links import Place
from notice_site.pages.markdown import Markdown
from notice_site.pages.review import REVIEW
from notice_site.pages.site import Site

_PAGE = "data.md"


def data_page(site: Site) -> Iterator[Page]:
    """The one page on data."""
    rows = [
        [
            md.link(md.escape(file.path.rsplit("/", 1)[-1]), Place(file.path).seen_from(_PAGE)),
            md.escape(words.size(len(file.content))),
        ]
        for file in site.data
    ]
    yield Page(
        _PAGE,
        md.page(
            "数据",
            md.heading(1, Markdown("数据"), id="data"),
            md.table([Markdown("文件"), Markdown("大小")], rows),
            md.paragraph(
                md.joined(
                    [
                        Markdown("转换中的修整、存疑和未识别之处，见"),
                        md.link(Markdown("待核"), REVIEW.seen_from(_PAGE)),
                        Markdown("。"),
                    ]
                )
            ),
        ),
    )
