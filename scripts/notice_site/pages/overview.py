"""Dates and levels of all documents go in, a picture comes out: levels by months, a mark a document."""

from __future__ import annotations

from notice_site.pages.markdown import EMPTY, Markdown
from notice_site.pages.site import Site


def overview(site: Site, page: str) -> Markdown:
    return EMPTY
