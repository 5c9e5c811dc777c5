"""Measures and breaks the short texts of a drawing, where no browser breaks lines."""

from __future__ import annotations

from collections.abc import Collection

_LATIN = 0.58
"""The width of a Latin letter or digit, in widths of a Han character."""

_FIRST_WIDE = 0x2010

_NOT_FIRST = "”’》〉）)、，。；：！？〕"
_NOT_LAST = "“‘《〈（(〔"

_NEAR = 0.5
"""How full a line is at least, so that a word is not split: a shorter line leaves too much empty."""

_ENDS_A_PHRASE = "中的、，》”"
_PHRASE = 2
"""How many characters off the middle a line may end for it to end with a phrase."""


def width_of(text: str) -> float:
    """The width of a text in Han characters.

    >>> width_of("四风"), round(width_of("8号"), 2)
    (2, 1.58)
    """
    return sum(1 if ord(character) >= _FIRST_WIDE else _LATIN for character in text)


def fitted(text: str, width: float) -> str:
    """Cuts a text to a width; what is cut off is ….

    >>> fitted("中共湖南省委", 4), fitted("省委", 4)
    ('中共湖…', '省委')
    """
    if width_of(text) <= width:
        return text
    while text and width_of(text) > width - 1:
        text = text[:-1]
    return f"{text}…"


def card_lines(name: str, width: float, most: int, words: Collection[str] = ()) -> list[str]:
    """Breaks a name into lines of about one length, at most `most`; none of `words` is split where that is possible.

    Of a name that is too long the middle is left out, because how a title ends tells what it is.

    >>> card_lines("在教育实践活动中学习弘扬焦裕禄精神", 9, 3, ["焦裕禄精神", "教育实践活动"])
    ['在教育实践活动中', '学习弘扬焦裕禄精神']
    >>> card_lines("甲乙丙丁戊己庚辛壬癸", 3, 2)
    ['甲乙丙', '…壬癸']
    """
    if width_of(name) > width * most:
        tail = max(1, int(width) - 1)
        name = f"{fitted(name[:-tail], width * (most - 1) + 1).rstrip('…')[: int(width) * (most - 1)]}…{name[-tail:]}"
    lines = []
    rest = name
    for left in range(most, 0, -1):
        if not rest:
            break
        needed = max(1, -(-width_of(rest) // width))
        if needed <= 1 or left == 1:
            lines.append(rest)
            break
        at = _break(rest, width_of(rest) / min(needed, left), width, words)
        lines.append(rest[:at])
        rest = rest[at:]
    return lines


def _break(text: str, wanted: float, width: float, words: Collection[str]) -> int:
    """Where the first line ends: near the wanted width, at no place that splits a word or a pair of marks."""
    spans = [(at, at + len(word)) for word in words for at in range(len(text)) if text.startswith(word, at)]
    fits = [at for at in range(1, len(text)) if width_of(text[:at]) <= width] or [1]
    marks = [at for at in fits if text[at] not in _NOT_FIRST and text[at - 1] not in _NOT_LAST] or fits
    near = [at for at in marks if width_of(text[:at]) >= _NEAR * wanted] or marks

    def badness(at: int) -> tuple[int, float]:
        split = sum(start < at < end for start, end in spans)
        return split, abs(width_of(text[:at]) - wanted) - _PHRASE * (text[at - 1] in _ENDS_A_PHRASE)

    return min(near, key=badness)
