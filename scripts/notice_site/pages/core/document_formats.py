"""Names the forms in which each document is offered as a file, and where these files lie."""

from __future__ import annotations

from notice_site.model import Notice
from notice_site.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class DocumentFormat:
    """A form of a document: its name on the site, the ending of a reader's copy, and the ending as published.

    MkDocs takes .md for a page, so Markdown is published as .txt.
    """

    name: str
    ending: str
    published: str


PLAIN_TEXT = DocumentFormat("纯文本", "txt", "txt")
MARKDOWN = DocumentFormat("Markdown", "md", "md.txt")
AKOMA_NTOSO = DocumentFormat("Akoma Ntoso", "xml", "xml")

DOCUMENT_FORMATS = (PLAIN_TEXT, MARKDOWN, AKOMA_NTOSO)


def has_files(notice: Notice) -> bool:
    """Tells whether a document has text that files can hold; a scan has none."""
    return bool(notice.blocks)


def document_file(notice_id: str, form: DocumentFormat) -> str:
    """Returns where a form of a document is published, below docs/.

    >>> document_file("003", MARKDOWN)
    'data/documents/003.md.txt'
    """
    return f"data/documents/{notice_id}.{form.published}"
