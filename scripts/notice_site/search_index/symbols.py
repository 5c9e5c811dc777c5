"""Reduces text to the symbols that search compares: no blanks, no punctuation, one width, simplified forms.

`overrides/assets/javascripts/search/symbols.js` does the same in the browser; a test compares the two.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from notice_site.text.library_table import LibraryTable

# What is ignored on both sides: controls, blanks, punctuation, invisible marks. Written out as ranges and not as
# Unicode categories, because Python and each browser know a different version of Unicode. Signs such as + and ○
# (二○一四年) are kept. The half of a surrogate pair is a symbol of its own, as in JavaScript.
_IGNORED = (
    "\\x00-*,-/:;?@\\[-\\]_`{}\\x7f-\xa1\xa7\xab\xad\xb6\xb7\xbb\xbf\u02b9-\u02bf\u2000-\u206f\u2e00-\u2e5d"
    "\u3000-\u3003\u3008-\u3011\u3014-\u301f\u3030\u303d\u30a0\u30fb\ufe00-\ufe1f\ufe30-\ufe61\ufe63\ufe68-\ufe6f"
    "\uff01-\uff0a\uff0c-\uff0f\uff1a\uff1b\uff1f\uff20\uff3b-\uff3d\uff3f\uff5b\uff5d\uff5f-\uff65\ufeff\ufff0-\uffff"
)
IGNORED = re.compile(f"[{_IGNORED}]")

# Characters that are themselves simplified but are also written, in some words, for another one: 瞭望, but 瞭解 for
# 了解. A query is read so where it finds nothing as it is. These are the ones that OpenCC puts into words (s2t, s2tw).
SECOND_FORMS = "瞭了覆复藉借著着俱具座坐薰熏彷仿揹背伕夫暱昵甦苏"

_WIDTHS = {0xFF00 + code: 0x20 + code for code in range(1, 0x5F)}
_CAPITALS = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
_CAPITALS |= {0xFF21 + code: ord("a") + code for code in range(26)}
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")

# Radicals and compatibility forms as PDF files have them (⼯作), and every block that holds Han characters.
_FORMS = ((0x2E80, 0x2FE0), (0xF900, 0xFB00), (0x2F800, 0x2FA20))
_HAN = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0x20000, 0x323B0))


@LibraryTable
def simplified_forms() -> dict[str, str]:
    """Each traditional, variant or compatibility character and the simplified one it is searched as: 羣 -> 群.

    From OpenCC's tables, character by character: what depends on the word (乾坤, 瞭望) is in SECOND_FORMS or is one
    with what does not.
    """
    from opencc import OpenCC  # here, because most builds know the table

    plain = {chr(code): unicodedata.normalize("NFKC", chr(code)) for start, end in _FORMS for code in range(start, end)}
    plain = {form: character for form, character in plain.items() if len(character) == 1 and character != form}
    characters = [chr(code) for start, end in _HAN for code in range(start, end)]
    simple: dict[str, str] = {}
    for table in ("hk2s", "t2s"):  # the first knows forms of Hong Kong (衞), the second has the last word
        converted = OpenCC(table).convert("\n".join(characters)).split("\n")
        simple |= {before: after for before, after in zip(characters, converted, strict=True) if before != after}
    return simple | {form: simple.get(character, character) for form, character in plain.items()}


@cache
def _folding() -> dict[int, str | int]:
    forms: dict[int, str | int] = {ord(before): after for before, after in simplified_forms().items()}
    return forms | _WIDTHS | _CAPITALS


def symbols(text: str) -> str:
    """The symbols of a text; each stands for one UTF-16 unit of it that was kept.

    >>> symbols("践行“三嚴三實”要求，不少于 ３天。")
    '践行三严三实要求不少于3天'
    """
    kept = IGNORED.sub("", text).translate(_folding())
    return _ASTRAL.sub(lambda found: _surrogates(found.group()), kept)


def _surrogates(character: str) -> str:
    """The two UTF-16 units of a character beyond U+FFFF, as JavaScript sees them."""
    units = character.encode("utf-16-be")
    return "".join(chr(int.from_bytes(units[at : at + 2], "big")) for at in (0, 2))
