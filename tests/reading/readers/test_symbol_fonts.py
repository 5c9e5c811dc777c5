"""Each letter of a symbol font is the sign that the font shows for it."""

from __future__ import annotations

import pytest

from notice_site.reading.readers.symbol_fonts import is_symbol_font, shown_in

SIGNS = {
    "Wingdings": "6C● 6D○ 6E■ 6F□ 70□ 71□ 72□ 73◆ 74◆ 75◆ 76❖ 77◆ 9F• A1○ A4◎ A7▪ A8□ AB★ B2☆ D8➢ DF← E0→ E1↑ E2↓ E8→ "
    "F0⇨ FB✗ FC✓ FD☒ FE☑ 81① 8A⑩ 8C❶ 95❿",
    "Wingdings 2": "4F✗ 50✓ 51☒ 52☑ 53☒ 54☒ 97● A3□ 30□",
    "Webdings": "61✓ 63□ 67■ 6E● 72✗",
    "Symbol": "A3≤ A5∞ AE→ B0° B1± B2″ B3≥ B4× B7• B8÷ B9≠ BB≈ BC… D6√ E5∑ 61α 7Aζ 41Α 5AΖ 25% 3F? 5B[ 7D}",
}


@pytest.mark.parametrize(
    ("font", "code", "sign"),
    [(font, int(entry[:2], 16), entry[2:]) for font, signs in SIGNS.items() for entry in signs.split()],
)
def test_a_sign(font: str, code: int, sign: str) -> None:
    assert is_symbol_font(font)
    assert shown_in(font, chr(code)) == (sign, "")
