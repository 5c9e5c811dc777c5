"""Keeps characters apart that a font draws with one glyph, so that the text of a print is that of its source.

A PDF says for each glyph of a font which character it stands for, and that can be one only: a page with both 大 and
the radical ⼤ would give one of them for both. A font stands in the file once for each setting that it is used with,
even one that it does not know. The rarer character is therefore written with such a setting.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from itertools import count

from notice_site.bundling.paper.fonts import FAMILIES, glyph_names

_TAG = re.compile(r"(<[^>]*>)")  # attributes are written with &gt;


def twins_apart(body: str) -> str:
    """Returns the HTML with a span around each character whose glyph another character of the same page has."""
    parts = _TAG.split(body)
    fonts = [glyph_names(family) for family in FAMILIES]
    taken: dict[tuple[int, str], set[int]] = defaultdict(set)
    spans = {}
    for character in sorted({*"".join(parts[::2])}, key=lambda sign: (_is_rare(sign), sign)):
        glyphs = [(number, font.get(ord(character), character)) for number, font in enumerate(fonts)]
        setting = next(n for n in count() if not any(n in taken[glyph] for glyph in glyphs))
        for glyph in glyphs:
            taken[glyph].add(setting)
        if setting and not character.isspace():
            spans[ord(character)] = f"<span style='font-variation-settings:\"twin\" {setting}'>{character}</span>"
    return "".join(part.translate(spans) if spans and number % 2 == 0 else part for number, part in enumerate(parts))


def _is_rare(character: str) -> bool:
    """Whether a character stands for another one: the radical ⼤ for 大.

    >>> [sign for sign in "大⼤①➀，" if _is_rare(sign)]
    ['⼤', '①', '，']
    """
    return bool(unicodedata.decomposition(character))
