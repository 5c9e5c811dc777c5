"""The bytes of the sources go in, files to download come out, byte for byte and inert when a browser opens them.

A published file is named after its page, because that name is plain ASCII and stable; a link to it carries the
name that the source came with. Whatever a browser could run or lay out (.html, .svg, .xml, .md and all it may
learn) is published as .txt; formats that browsers only hand on or show locked keep their ending.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import PurePosixPath

from notice_site.pages.core.pending_files import Draft
from notice_site.pages.core.site import Sheet, Site

_INERT = frozenset({".txt", ".pdf", ".doc", ".docx", ".wps", ".odt", ".rtf"})


def original_pages(site: Site) -> Iterator[Draft]:
    """Every source that has a page and whose bytes are at hand."""
    for sheet in site.sheets:
        if sheet.source.name in site.originals:
            content = partial(site.originals.__getitem__, sheet.source.name)
            yield Draft(original_file(sheet), content, site.read_from(sheet))


def original_file(sheet: Sheet) -> str:
    """Where the source of a page is published: `sources/000.txt`, `sources/page.html.txt`."""
    ending = PurePosixPath(sheet.source.name).suffix.lower()
    kept = ending if ending in _INERT else ".txt"
    return f"sources/{sheet.first.id}{kept}"
