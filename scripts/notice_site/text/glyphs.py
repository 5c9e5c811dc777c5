"""Gives back the characters that a font names by a radical or a ligature of the same shape (⻓ for 长, ﬁ for fi)."""

from __future__ import annotations

import unicodedata

# CJK Radicals Supplement: the property Equivalent_Unified_Ideograph of the Unicode Character Database, which
# normalization does not use. U+2E80 and U+2E9A stand for no character.
_SUPPLEMENT = """
    ⺁厂 ⺂乛 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺇𠘨 ⺈刀 ⺉刂 ⺊卜 ⺋㔾 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 ⺑𡯂 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄
    ⺗心 ⺘扌 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺟母 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺪𤴔 ⺫目 ⺬示 ⺭礻
    ⺮𥫗 ⺯糹 ⺰纟 ⺱罓 ⺲罒 ⺳㓁 ⺴冗 ⺵𦉫 ⺶羊 ⺷𦍌 ⺸𦍋 ⺹耂 ⺺肀 ⺻聿 ⺼肉 ⺽𦥑 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀
    ⻄西 ⻅见 ⻆角 ⻇𧢲 ⻈讠 ⻉贝 ⻊𧾷 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏邑 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻕𨸏 ⻖阝 ⻗雨 ⻘青 ⻙韦
    ⻚页 ⻛风 ⻜飞 ⻝食 ⻞𩙿 ⻟飠 ⻠饣 ⻡𩠐 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜
    ⻰龙 ⻱龜 ⻲亀 ⻳龟
"""
# Normalization gives 戶; fonts for simplified characters share the glyph of ⼾ with 户.
_OTHERWISE = {"⼾": "户"}
_KANGXI_RADICALS = range(0x2F00, 0x2FD6)
_LIGATURES = range(0xFB00, 0xFB07)  # ﬀ to ﬆ
_ANGLE_BRACKETS = range(0x2329, 0x232B)  # they are the same as 〈 and 〉 (U+3008, U+3009) and share their glyphs

_CHARACTERS = (
    {code: unicodedata.normalize("NFKC", chr(code)) for code in (*_KANGXI_RADICALS, *_LIGATURES, *_ANGLE_BRACKETS)}
    | {ord(pair[0]): pair[1] for pair in _SUPPLEMENT.split()}
    | {ord(radical): character for radical, character in _OTHERWISE.items()}
)


def characters_of(text: str) -> str:
    """The text with characters in place of radicals, ligatures and brackets of the same shape.

    >>> characters_of("⻓⻔用⼾⼯作 ﬁle"), characters_of("⺀ 長 戶 Ａ"), characters_of("\u2329") == "\u3008"
    ('长门用户工作 file', '⺀ 長 戶 Ａ', True)
    """
    return text.translate(_CHARACTERS)


def replacements(text: str) -> tuple[tuple[str, str], ...]:
    """Each radical, ligature and bracket of the text with what it stands for, once, in their order.

    >>> replacements("⻓效⻓期，ﬁle"), replacements("长效")
    ((('⻓', '长'), ('ﬁ', 'fi')), ())
    """
    return tuple((char, _CHARACTERS[ord(char)]) for char in dict.fromkeys(text) if ord(char) in _CHARACTERS)
