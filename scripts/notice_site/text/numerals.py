"""Reads numerals as notices write them (十三, 二〇一四, １２, 36)."""

from __future__ import annotations

import re
import unicodedata

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {
    "〇": 0, "○": 0, "Ｏ": 0, "O": 0, "o": 0, "０": 0, "0": 0, "两": 2,
}  # fmt: skip
_UNITS = {"十": 10, "百": 100, "千": 1000}

HAN_NUMERAL = r"[一二三四五六七八九十百千零〇两]"
"""Regular expression class of the characters of a Han numeral (not of years, which may hold ○ and O)."""


def han_to_int(text: str) -> int | None:
    """The value of a Han or Western numeral below ten thousand, or None where it is none.

    >>> [han_to_int(t) for t in ("十", "十三", "二十", "廿九", "一百零二", "36", "２０")]
    [10, 13, 20, 29, 102, 36, 20]
    >>> han_to_int("几"), han_to_int(""), han_to_int("二〇一四")
    (None, None, 2014)
    """
    folded = unicodedata.normalize("NFKC", text)
    if folded.isascii() and folded.isdigit():
        return int(folded)
    text = text.replace("廿", "二十").replace("卅", "三十")
    if not text or any(c not in _DIGITS and c not in _UNITS for c in text):
        return None
    if not any(c in _UNITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total, digit = 0, None
    for char in text:
        if char in _UNITS:
            total += (1 if digit is None else digit) * _UNITS[char]
            digit = None
        else:
            digit = _DIGITS[char]
    return total + (digit or 0)


# takes: 双  二十一  36; not: 照镜子  单
_SPOKEN_NUMERAL = re.compile(rf"双|\d+|{HAN_NUMERAL}+")


def numeral_segments(wording: str) -> tuple[str, ...]:
    """A slogan cut before each of its numbers; what stands before the first is a piece too.

    >>> numeral_segments("学三促四抓"), numeral_segments("一个引领、三区带动"), numeral_segments("六问")
    (('学', '三促', '四抓'), ('一个引领', '三区带动'), ('六问',))
    """
    starts = [0, *(match.start() for match in _SPOKEN_NUMERAL.finditer(wording) if match.start())]
    pieces = [wording[a:b].strip("、，, 和") for a, b in zip(starts, [*starts[1:], len(wording)], strict=True)]
    return tuple(filter(None, pieces))


def numerals_in(wording: str) -> tuple[int, ...]:
    """The numbers that a slogan names, in order.

    >>> numerals_in("学三促四抓"), numerals_in("双基双治"), numerals_in("10个普遍性问题")
    ((3, 4), (2, 2), (10,))
    >>> numerals_in("照镜子")
    ()
    """
    values = (2 if found == "双" else han_to_int(found) for found in _SPOKEN_NUMERAL.findall(wording))
    return tuple(value for value in values if value is not None)
