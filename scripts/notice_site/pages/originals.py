"""The bytes of the sources go in, files to download come out, byte for byte and inert when a browser opens them.

A published file is named after its page, because that name is plain ASCII and stable; a link to it carries the
name that the source came with. Whatever a browser could run or lay out (.html, .svg, .xml, .md and all it may
learn) is published as .txt; formats that browsers only hand on or show locked keep their ending.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from notice_site.model import Page
from notice_site.pages.site import Sheet, Site

_INERT = frozenset({".txt", ".pdf", ".doc", ".docx", ".wps", ".odt", ".rtf"})


def original_pages(site: Site) -> Iterator[Page]:
    """Every source that has a page and whose bytes are at hand."""
    for sheet in site.sheets:
        content = site.originals.get(sheet.source.name)
        if content is not None:
            yield Page(original_file(sheet), content)


def original_file(sheet: Sheet) -> str:
    """Where the source of a page is published: `sources/000.txt`, `sources/page.html.txt`."""
    ending = PurePosixPath(sheet.source.name).suffix.lower()
    kept = ending if ending in _INERT else ".txt"
    return f"sources/{sheet.first.id}{kept}"
