"""Tells what the letters of symbol fonts look like: Wingdings shows l as ● and ü as ✓."""

from __future__ import annotations

from collections.abc import Mapping

_GREEK = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"

# By code of the font. What stands in no table has a shape that Unicode or our readers' fonts do not have.
_WINGDINGS = {
    0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "□", 0x72: "□", 0x73: "◆", 0x74: "◆", 0x75: "◆",
    0x76: "❖", 0x77: "◆", 0x9F: "•", 0xA1: "○", 0xA4: "◎", 0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xB2: "☆",
    0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "→", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒",
    0xFE: "☑", **{0x81 + k: chr(ord("①") + k) for k in range(10)}, **{0x8C + k: chr(ord("❶") + k) for k in range(10)},
}  # fmt: skip
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0xA3: "□", 0x30: "□"}
_WEBDINGS = {0x61: "✓", 0x63: "□", 0x67: "■", 0x6E: "●", 0x72: "✗"}
_SYMBOL = {
    0xA3: "≤", 0xA5: "∞", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷",
    0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xD6: "√", 0xE5: "∑",
    **{0x61 + k: letter for k, letter in enumerate(_GREEK)},
    **{0x41 + k: letter.upper() for k, letter in enumerate(_GREEK) if letter not in "ϕϖ"},
    **{code: chr(code) for code in (*range(0x25, 0x40), 0x5B, 0x5D, 0x7B, 0x7C, 0x7D) if code not in (0x27, 0x2A)},
}  # fmt: skip
_FONTS: dict[str, Mapping[int, str]] = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": {},
    "webdings": _WEBDINGS,
    "symbol": _SYMBOL,
}
_PRIVATE_AREA = 0xF000  # Word writes the characters of such fonts there too
_LAST_CODE = 0xFF  # symbol fonts have one byte; what lies beyond is shown in another font


def is_symbol_font(name: str) -> bool:
    """Whether letters in this font show as signs.

    >>> is_symbol_font("Wingdings"), is_symbol_font("'Symbol'"), is_symbol_font("宋体")
    (True, True, False)
    """
    return _plain(name) in _FONTS


def shown_in(font: str, text: str) -> tuple[str, str]:
    """What a text in a symbol font shows, and its characters whose shape no other font has.

    >>> shown_in("Wingdings", "l "), shown_in("Wingdings", "\\uf0fe"), shown_in("Wingdings", "J项")
    (('● ', ''), ('☑', ''), ('项', 'J'))
    """
    signs = _FONTS.get(_plain(font), {})
    shown, lost = [], []
    for character in text:
        code = ord(character)
        code -= _PRIVATE_AREA if _PRIVATE_AREA <= code <= _PRIVATE_AREA + _LAST_CODE else 0
        if character.isspace() or code > _LAST_CODE:
            shown.append(character)
        elif code in signs:
            shown.append(signs[code])
        else:
            lost.append(character)
    return "".join(shown), "".join(lost)


def _plain(name: str) -> str:
    return name.strip().strip("\"'").lower()
