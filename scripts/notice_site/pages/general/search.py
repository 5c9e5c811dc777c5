"""Writes the page 检索, which scripts fill; without scripts it names other ways in."""

from __future__ import annotations

from collections.abc import Iterator

from notice_site.model import Page
from notice_site.pages.core import markdown as md
from notice_site.pages.core.links import SEARCH
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.site import NOTICES_INDEX, Site
from notice_site.pages.core.term_index import INDEX

SCRIPTS = (
    "symbols", "syllables", "numerals", "words", "query", "match", "wordings", "texts", "coding", "terms", "shards",
    "spoken", "index", "plan", "parts", "misspelled", "attempts", "volume", "engine", "loading", "labels", "excerpts",
    "facets", "csv-export", "results", "page",
)  # fmt: skip
"""Scripts below assets/javascripts/search/, each after those that it needs."""


def search_page(site: Site) -> Iterator[Page]:
    """Writes the search page; its scripts put the form and the results in place of the words below the heading."""
    del site
    without_scripts = md.joined(
        [
            Markdown("本页检索需要浏览器运行 JavaScript。不能运行时，可以从"),
            md.link(Markdown("词语的音序索引"), INDEX.relative_to(SEARCH.file)),
            Markdown("或"),
            md.link(Markdown("全部文件"), NOTICES_INDEX.relative_to(SEARCH.file)),
            Markdown("查找。"),
        ]
    )
    yield Page(
        SEARCH.file,
        md.page(
            "检索",
            md.heading(1, Markdown("检索"), id="search"),
            md.region(md.paragraph(without_scripts), id="search-page"),
            about={
                "scripts": [f"assets/javascripts/search/{name}.js" for name in SCRIPTS],
                "hide": ["navigation", "toc"],
            },
        ),
    )
