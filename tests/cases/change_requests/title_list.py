"""Makes the page 题名, which lists the titles of all documents."""

from __future__ import annotations

from collections.abc import Iterator

from notice_site.model import Page
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.site import Site


def title_list(site: Site) -> Iterator[Page]:
    """The one page of titles."""
    titles = md.bullets([md.escape(labels_zh.title(notice)) for notice in site.corpus.notices])
    yield Page("titles.md", md.page("题名", md.heading(1, Markdown("题名"), id="titles"), titles))
