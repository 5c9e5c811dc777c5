"""Keeps the place on a page in which `make publish` lists files that can be taken away; see `model/download.py`."""

from __future__ import annotations

from notice_site.pages.core import markdown as md
from notice_site.pages.core.markdown import Markdown


def download_place(wanted: str, absent: str) -> Markdown:
    """Writes the place; `wanted` is `all`, or a group and a thing of it, `absent` says what is missing without files.

    >>> print(download_place("pack liuwen", "没有附带学习包。"))
    <div class="download-place" data-downloads="pack liuwen" markdown="1">
    <BLANKLINE>
    没有附带学习包。
    {: .missing }
    <BLANKLINE>
    </div>
    """
    missing = md.paragraph(md.escape(absent), classes=["missing"])
    return md.region(missing, classes=["download-place"], named={"data-downloads": wanted})
