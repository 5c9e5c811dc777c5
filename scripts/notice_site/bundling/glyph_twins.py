"""Lists for a character those that fonts draw with the same glyph, so that a print does not tell them apart."""

from __future__ import annotations

import unicodedata

from notice_site.text.glyphs import characters_of

# Signs for which the fonts of the distributions share a glyph, a group a word; other radicals are in text.glyphs.
_GROUPS = "⺇几 ⺫罒 ⺴网 ⺵网 ⺷羊 ⺸羊 ⺼月 ⺽臼 ⻇角 ⻏阝 ⼾户戶 ·•‧・ …⋯ 〜～ ∕／ ‒– -\u00ad\u2011 |￨ "


def twins(character: str) -> frozenset[str]:
    """Characters with the same glyph; not the character itself.

    >>> sorted(twins("⼤")), sorted(twins("⻓")), sorted(twins("大"))
    (['大'], ['长'], [])
    """
    found = {unicodedata.normalize("NFKC", character), characters_of(character)}
    for group in _GROUPS.split():
        if character in group:
            found.update(group)
    return frozenset(twin for twin in found - {character} if len(twin) == 1)
