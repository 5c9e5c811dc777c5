"""Sets a page of HTML as PDF with WeasyPrint: tagged PDF/A, and the same bytes for the same page and fonts.

What WeasyPrint cannot do: it writes into a file that it is PDF/A or that it is PDF/UA, never both. Ours say PDF/A-2a,
which asks for the tags of PDF/UA. It neither squeezes punctuation nor balances the lines of a title.
"""

from __future__ import annotations

import logging
from functools import cache
from typing import Any

from notice_site.bundling.paper.twins import twins_apart

VARIANT = "pdf/a-2a"

FONTS = ("Noto Serif CJK SC", "Noto Sans CJK SC")

PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-cjk"
"""What of Debian printing needs; scripts/environment.sh installs it."""


def missing() -> str:
    """Says what keeps this computer from printing, and what to install; "" where nothing does."""
    try:
        from weasyprint.text.ffi import harfbuzz_subset
    except OSError:
        return f"libpango is missing; install: {PACKAGES}"
    if not harfbuzz_subset:
        return f"libharfbuzz-subset is missing; install: {PACKAGES}"
    absent = [family for family in FONTS if not _is_installed(family)]
    return f"the font {absent[0]} is missing; install: {PACKAGES}" if absent else ""


def pdf(page: str) -> bytes:
    """The print of a page; what it shows stands in it, nothing is fetched. OSError where something is missing."""
    if fault := missing():
        raise OSError(fault)
    # Imported here: where the libraries are missing, everything but printing still works.
    from weasyprint import HTML

    logging.getLogger("fontTools").setLevel(logging.ERROR)
    head, body_tag, body = page.partition("<body>")
    return bytes(HTML(string=head + body_tag + twins_apart(body)).write_pdf(font_config=_fonts(), pdf_variant=VARIANT))


@cache
def _fonts() -> Any:
    """The fonts of this computer, looked up once for all prints."""
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()


@cache
def _is_installed(family: str) -> bool:
    from weasyprint.text.ffi import ffi, fontconfig

    pattern = ffi.gc(fontconfig.FcPatternCreate(), fontconfig.FcPatternDestroy)
    fontconfig.FcPatternAddString(pattern, b"family", family.encode())
    fontconfig.FcConfigSubstitute(ffi.NULL, pattern, fontconfig.FcMatchPattern)
    fontconfig.FcDefaultSubstitute(pattern)
    match = ffi.gc(fontconfig.FcFontMatch(ffi.NULL, pattern, ffi.new("FcResult *")), fontconfig.FcPatternDestroy)
    name = ffi.new("FcChar8 **")
    fontconfig.FcPatternGetString(match, b"family", 0, name)
    return bool(ffi.string(name[0]).decode() == family)
