"""Lists for a character those that fonts draw with the same glyph, so that a print does not tell them apart."""

from __future__ import annotations

import unicodedata

# One group a word: radicals of the CJK supplement with the characters that they are (Unicode gives them no
# decomposition), and signs for which the fonts of the distributions share a glyph.
_GROUPS = (
    "⺂乛 ⺃乚 ⺅亻 ⺆冂 ⺇几 ⺈刀 ⺉刂 ⺋㔾 ⺌小 ⺎兀 ⺏尣 ⺐尢 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺘扌 ⺙攵 ⺛旡 ⺝月 ⺞歺 "
    "⺠民 ⺡氵 ⺣灬 ⺤爫 ⺦丬 ⺨犭 ⺩王 ⺫罒 ⺬示 ⺭礻 ⺯糹 ⺰纟 ⺱罓 ⺲罒 ⺳㓁 ⺴网 ⺵网 ⺶羊 ⺷羊 ⺸羊 ⺹耂 ⺺肀 "
    "⺼月 ⺽臼 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇角 ⻈讠 ⻉贝 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏阝 ⻐钅 ⻑長 ⻒镸 "
    "⻓长 ⻔门 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻟飠 ⻠饣 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 "
    "⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⼾户戶 ·•‧・ …⋯ 〜～ ∕／ ‒– -\u00ad\u2011 |￨ "
)


def twins(character: str) -> frozenset[str]:
    """Characters with the same glyph; not the character itself.

    >>> sorted(twins("⼤")), sorted(twins("⻓")), sorted(twins("大"))
    (['大'], ['长'], [])
    """
    found = {unicodedata.normalize("NFKC", character)}
    for group in _GROUPS.split():
        if character in group:
            found.update(group)
    return frozenset(twin for twin in found - {character} if len(twin) == 1)
