"""How much of a source is read before it is refused: the limits and their defaults."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds for one source; a source beyond one of them gives a Problem, never a page.

    They stop files made to exhaust the machine (nested tags, zip bombs), and lie far above
    what real notices need.
    """

    source_bytes: int = 20_000_000
    html_depth: int = 1_000  # open elements; unclosed <font> of old pages pile up to some hundreds
    archive_entries: int = 2_000  # files in a .docx
    archive_bytes: int = 100_000_000  # all files of a .docx, unpacked
    pdf_pages: int = 500
    office_seconds: int = 60  # for LibreOffice to convert one .doc or .wps


DEFAULTS = Limits()
