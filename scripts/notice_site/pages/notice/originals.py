"""Publishes the sources for download, byte for byte, and inert when a browser opens them.

A published file is named after its page, because that name is plain ASCII and stable; a link to it carries the
name that the source came with. Whatever a browser could run or lay out (.html, .svg, .xml, .md and all it may
learn) is published as .txt; formats that browsers only hand on or show locked keep their ending.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import PurePosixPath

from notice_site.pages.core.pending_files import PendingFile
from notice_site.pages.core.site import Site, SourcePage

_INERT = frozenset({".txt", ".pdf", ".doc", ".docx", ".wps", ".odt", ".rtf"})


def original_files(site: Site) -> Iterator[PendingFile]:
    """Lists every source that has a page and whose bytes are at hand."""
    for source_page in site.source_pages:
        if source_page.source.name in site.originals:
            content = partial(site.originals.__getitem__, source_page.source.name)
            fingerprint = site.source_fingerprint(source_page)
            yield PendingFile(original_file(source_page), content, fingerprint, is_copy=True)


def original_file(source_page: SourcePage) -> str:
    """Returns where the source of a page is published: `sources/000.txt`."""
    ending = PurePosixPath(source_page.source.name).suffix.lower()
    kept = ending if ending in _INERT else ".txt"
    return f"sources/{source_page.first.id}{kept}"
