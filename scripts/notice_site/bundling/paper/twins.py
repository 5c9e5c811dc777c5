"""Keeps characters apart that a font draws with one glyph, so that the text of a print is that of its source.

A PDF says for each glyph of a font which character it stands for, and that can be one only: a page with both 大 and
the radical ⼤ would give one of them for both. The rarer one is therefore set in the face for another region, which
the file holds as a font of its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict

from notice_site.text.glyphs import characters_of

_SIGNS = "-\u2011 \u2012\u2013 \u00b7\u2022\u2027\u30fb \u2026\u22ef \u2035\uff40 \u2215\uff0f \u301c\uff5e |\uffe8"
"""Signs that share a glyph in the fonts of `paper.pdf.FONTS`, a group a word; `characters_of` knows the radicals."""

_FIRST = {sign: group[0] for group in _SIGNS.split() for sign in group} | {
    chr(0x2780 + number): chr(0x2460 + number)
    for number in range(10)  # ➀ and ①
}

FACES = ("JP", "KR", "HK")
"""Regions whose faces lend the glyph; a group has at most one character more."""

STYLE = "".join(f'.twin-{face.lower()}{{font-family:"Noto Sans CJK {face}"}}' for face in FACES)

_TAG = re.compile(r"(<[^>]*>)")  # attributes are written with &gt;


def twins_apart(body: str) -> str:
    """The HTML with a span around each character whose glyph another character of the same page has.

    >>> twins_apart("<p>大⼤</p>"), twins_apart("<p>大·</p>")
    ('<p>大<span class="twin-jp">⼤</span></p>', '<p>大·</p>')
    """
    parts = _TAG.split(body)
    groups: dict[str, set[str]] = defaultdict(set)
    for character in {*"".join(parts[::2])}:
        groups[_shape(character)].add(character)
    spans = {
        ord(twin): f'<span class="twin-{face.lower()}">{twin}</span>'
        for group in groups.values()
        if len(group) > 1
        for twin, face in zip(sorted(group, key=lambda it: (it != _shape(it), it))[1:], FACES, strict=False)
    }
    return "".join(part.translate(spans) if spans and number % 2 == 0 else part for number, part in enumerate(parts))


def _shape(character: str) -> str:
    """One character for all that look like it.

    >>> _shape("⼤"), _shape("•"), _shape("樂") == "樂", _shape("大")
    ('大', '·', True, '大')
    """
    plain = unicodedata.normalize("NFC", characters_of(character))
    return _FIRST.get(plain, plain if len(plain) == 1 else character)
