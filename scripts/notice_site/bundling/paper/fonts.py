"""Finds the fonts of prints on this computer, and which characters each draws with one glyph."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

FAMILIES = ("Noto Serif CJK SC", "Noto Sans CJK SC")

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
    absent = [family for family in FAMILIES if font_file(family) is None]
    return f"the font {absent[0]} is missing; install: {PACKAGES}" if absent else ""


@cache
def font_file(family: str) -> str | None:
    """The file that holds a family in normal weight; None where the family is not installed."""
    from weasyprint.text.ffi import ffi, fontconfig

    pattern = ffi.gc(fontconfig.FcPatternCreate(), fontconfig.FcPatternDestroy)
    fontconfig.FcPatternAddString(pattern, b"family", family.encode())
    fontconfig.FcConfigSubstitute(ffi.NULL, pattern, fontconfig.FcMatchPattern)
    fontconfig.FcDefaultSubstitute(pattern)
    match = ffi.gc(fontconfig.FcFontMatch(ffi.NULL, pattern, ffi.new("FcResult *")), fontconfig.FcPatternDestroy)

    def text(name: bytes) -> str:
        value = ffi.new("FcChar8 **")
        fontconfig.FcPatternGetString(match, name, 0, value)
        return str(ffi.string(value[0]).decode())

    return text(b"file") if text(b"family") == family else None


@cache
def glyph_names(family: str) -> Mapping[int, str]:
    """The name of the glyph that an installed family draws for each code point."""
    from fontTools.ttLib import TTCollection, TTFont, TTLibError

    path = font_file(family)
    try:
        collection = TTCollection(path, lazy=True)
    except TTLibError:  # one font alone
        with TTFont(path, lazy=True) as font:
            return dict(font.getBestCmap())
    with collection:
        font = next(font for font in collection if font["name"].getDebugName(1) == family)
        return dict(font.getBestCmap())
