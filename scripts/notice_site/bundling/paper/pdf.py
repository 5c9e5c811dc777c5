"""Sets a page of HTML as PDF with WeasyPrint: tagged PDF/A, and the same bytes for the same page and fonts.

What WeasyPrint cannot do: it writes into a file that it is PDF/A or that it is PDF/UA, never both. Ours say PDF/A-2a,
which asks for the tags of PDF/UA. It neither squeezes punctuation nor balances the lines of a title.
"""

from __future__ import annotations

import logging
from functools import cache
from typing import Any

from notice_site.bundling.paper.flush_lines import set_lines_flush
from notice_site.bundling.paper.fonts import missing
from notice_site.bundling.paper.twins import twins_apart

VARIANT = "pdf/a-2a"


def pdf(page: str) -> bytes:
    """The print of a page; what it shows stands in it, nothing is fetched. OSError where something is missing."""
    if fault := missing():
        raise OSError(fault)
    # Imported here: where the libraries are missing, everything but printing still works.
    from weasyprint import HTML

    set_lines_flush()
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    head, body_tag, body = page.partition("<body>")
    return bytes(HTML(string=head + body_tag + twins_apart(body)).write_pdf(font_config=_fonts(), pdf_variant=VARIANT))


@cache
def _fonts() -> Any:
    """The fonts of this computer, looked up once for all prints."""
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()
