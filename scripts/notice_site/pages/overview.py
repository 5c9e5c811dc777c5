"""Dates and levels of all documents go in, a picture comes out: levels by months, a mark a document."""

from __future__ import annotations

from .markdown import EMPTY, Markdown
from .site import Site


def overview(site: Site, page: str) -> Markdown:
    return EMPTY
