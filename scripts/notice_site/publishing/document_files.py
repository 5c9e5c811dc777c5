"""Lists the files in which each document is offered: plain text, Markdown, Akoma Ntoso."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from notice_site.execution.cache import fingerprint
from notice_site.pages.core.document_formats import (
    AKOMA_NTOSO,
    MARKDOWN,
    PLAIN_TEXT,
    DocumentFormat,
    document_file,
    has_files,
)
from notice_site.pages.core.pending_files import PendingFile
from notice_site.pages.core.site import Site, SourcePage
from notice_site.publishing.akoma_ntoso import akoma_ntoso_of
from notice_site.publishing.document_text import markdown_text, plain_text


def document_files(site: Site) -> Iterator[PendingFile]:
    """Lists the files of every document that has text."""
    akoma_ntoso = akoma_ntoso_of(site)
    for source_page in site.source_pages:
        for notice in filter(has_files, source_page.notices):
            makers: dict[DocumentFormat, Callable[[], str | bytes]] = {
                PLAIN_TEXT: partial(plain_text, notice),
                MARKDOWN: partial(markdown_text, notice, site.links),
                AKOMA_NTOSO: partial(akoma_ntoso, notice),
            }
            inputs = _inputs(site, source_page, notice.id)
            for form, make in makers.items():
                yield PendingFile(document_file(notice.id, form), make, inputs)


def _inputs(site: Site, source_page: SourcePage, notice_id: str) -> bytes | None:
    """Hashes what the files of a document are made from: its source, and what it cites."""
    if not site.fingerprints:
        return None
    cited = [(repr(edge), site.fingerprints.get(edge.key)) for edge in site.citations.cites.get(notice_id, ())]
    return fingerprint(site.document_inputs[notice_id], site.source_fingerprint(source_page), cited)
