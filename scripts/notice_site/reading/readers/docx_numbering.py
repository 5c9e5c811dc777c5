"""Computes the labels that Word shows before numbered paragraphs: a .docx holds only how they are counted."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lxml import etree

from notice_site.reading.readers.symbol_fonts import is_symbol_font

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_DIGITS = "零一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_FULLWIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_PLACEHOLDER = re.compile(r"%([1-9])")
_PRIVATE = re.compile("[\ue000-\uf8ff]")  # bullets of symbol fonts, whose shape no other font has
_LARGEST = 9_999  # numbers beyond are shown in Western digits
_LARGEST_ROMAN = 3_999  # MMMCMXCIX: Roman numerals have no letter beyond M
_LETTER_REPEATED = 30  # times that Word repeats a letter: z, aa, … and after thirty z digits
_LEVELS = 9  # levels of a list, by ECMA-376
_DIGITS_READ = 5  # a longer number of level or list is damage
# The first of each run of circled numbers in Unicode, by its number, and how many follow in that run.
_CIRCLED = {1: ("①", 20), 21: ("㉑", 15), 36: ("㊱", 15)}


def counted(number: int) -> str:
    """Writes a number in Han numerals as headings count.

    >>> [counted(n) for n in (1, 10, 11, 20, 35, 100, 101, 110, 1010)]
    ['一', '十', '十一', '二十', '三十五', '一百', '一百零一', '一百一十', '一千零一十']
    """
    text = _han(number, _DIGITS, ("", "十", "百", "千"))
    return text.removeprefix("一") if text.startswith("一十") else text


def _han(number: int, digits: str, units: tuple[str, str, str, str]) -> str:
    if not 0 < number <= _LARGEST:
        return digits[0] if number == 0 else str(number)
    result = ""
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit:
            result += digits[digit] + units[place]
        elif result and not result.endswith(digits[0]):
            result += digits[0]
    return result.rstrip(digits[0])


def _from(first: str, last: int, otherwise: Callable[[int], str] = str) -> Callable[[int], str]:
    """Writes numbers from one on as the characters that follow `first` in Unicode, as far as they go."""
    return lambda number: chr(ord(first) + number - 1) if 1 <= number <= last else otherwise(number)


def _circled(number: int) -> str:
    for start, (first, count) in _CIRCLED.items():
        if start <= number < start + count:
            return chr(ord(first) + number - start)
    return str(number)


def _letters(number: int) -> str:
    """a … z, aa, bb … as Word counts."""
    if not 1 <= number <= 26 * _LETTER_REPEATED:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    if not 1 <= number <= _LARGEST_ROMAN:
        return str(number)
    pairs = zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
    result = ""
    for value, letters in pairs:
        result += letters * (number // value)
        number %= value
    return result


def _fullwidth(number: int) -> str:
    return str(number).translate(_FULLWIDTH)


def _digitwise(number: int) -> str:
    return "".join("〇一二三四五六七八九"[int(d)] for d in str(number))


def _cycle(characters: str) -> Callable[[int], str]:
    return lambda number: characters[(number - 1) % len(characters)] if number > 0 else str(number)


# The number formats of ECMA-376, 17.18.59, that Chinese documents use; any other is shown as decimal.
_FORMATS: Mapping[str, Callable[[int], str]] = {
    "chineseCounting": counted,
    "chineseCountingThousand": counted,
    "japaneseCounting": counted,
    "taiwaneseCounting": counted,
    "taiwaneseCountingThousand": counted,
    "koreanCounting": counted,
    "ideographDigital": _digitwise,
    "japaneseDigitalTenThousand": _digitwise,
    "taiwaneseDigital": _digitwise,
    "chineseLegalSimplified": lambda number: _han(number, _LEGAL, ("", "拾", "佰", "仟")),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "ideographEnclosedCircle": _from("㊀", 10, counted),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "decimalFullWidth": _fullwidth,
    "decimalFullWidth2": _fullwidth,
    "decimalZero": lambda number: f"{number:02}",
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "none": lambda number: "",
}


def formatted(number: int, style: str) -> str:
    """Writes the number in the format of that name.

    >>> [formatted(3, s) for s in ("chineseCounting", "decimalEnclosedCircle", "upperRoman", "decimal", "bullet")]
    ['三', '③', 'III', '3', '3']
    """
    return _FORMATS.get(style, str)(number)


@dataclass(frozen=True, slots=True)
class _Level:
    style: str
    text: str  # with %1 … %9 for the numbers of the levels
    start: int
    restart: int | None  # the level (from 1) whose step restarts this one; 0 for never; None for any above
    gap: str  # what stands between label and text
    decimal: bool  # all numbers of the label in Western digits
    font: str  # of the label
    paragraph_style: str  # the style whose paragraphs are numbered at this level


class Numbering:
    """Counts the paragraphs of one document in order; `label` must be asked for each numbered one, once."""

    def __init__(self, root: etree._Element | None) -> None:
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, tuple[str, dict[int, _Level], dict[int, int]]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root)

    def label(self, list_id: str, level: int) -> str:
        """Counts the next paragraph of that list and level (from 0): its label and gap; "" for an unknown list."""
        if list_id not in self._lists or not 0 <= level < _LEVELS:
            return ""
        abstract, levels, starts = self._lists[list_id]
        if level not in levels:
            return ""
        counts = self._counts.setdefault(abstract, {})
        if level in starts and (list_id, level) not in self._begun:
            counts[level] = starts[level]
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = levels[level].start
        self._begun.add((list_id, level))
        for deeper in [k for k in counts if k > level]:
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or level < restart:
                del counts[deeper]
        return self._shown(levels, level, counts)

    @property
    def levels_of_styles(self) -> Mapping[tuple[str, str], int]:
        """The level at which a list numbers the paragraphs of a style, by list and style."""
        return {
            (list_id, level.paragraph_style): k
            for list_id, (_, levels, _) in self._lists.items()
            for k, level in levels.items()
            if level.paragraph_style
        }

    @staticmethod
    def _shown(levels: Mapping[int, _Level], level: int, counts: dict[int, int]) -> str:
        shown = levels[level]
        if shown.style == "bullet":
            text = "•" if is_symbol_font(shown.font) and shown.text.strip() else _PRIVATE.sub("•", shown.text)
        else:

            def number(match: re.Match[str]) -> str:
                k = int(match[1]) - 1
                if k not in levels:
                    return ""
                value = counts.setdefault(k, levels[k].start) if k <= level else levels[k].start
                return formatted(value, "decimal" if shown.decimal and levels[k].style != "none" else levels[k].style)

            text = _PLACEHOLDER.sub(number, shown.text)
        return text + shown.gap if text else ""

    # --- definitions --------------------------------------------------------------------------

    def _read(self, root: etree._Element) -> None:
        by_style: dict[str, str] = {}
        links: dict[str, str] = {}
        for element in root.findall(f"{W}abstractNum"):
            name = element.get(f"{W}abstractNumId") or ""
            self._abstract[name] = _levels(element)
            if style := _value(element, "styleLink"):
                by_style[style] = name
            if style := _value(element, "numStyleLink"):
                links[name] = style
        for element in root.findall(f"{W}num"):
            abstract = _value(element, "abstractNumId")
            abstract = by_style.get(links.get(abstract, ""), abstract)
            levels = dict(self._abstract.get(abstract, {}))
            starts: dict[int, int] = {}
            for override in element.findall(f"{W}lvlOverride"):
                k = _integer(override.get(f"{W}ilvl"), 0)
                levels |= _levels(override)
                if (start := _value(override, "startOverride")) != "":
                    starts[k] = _integer(start, 1)
            self._lists[element.get(f"{W}numId") or ""] = (abstract, levels, starts)


def _levels(parent: etree._Element) -> dict[int, _Level]:
    levels: dict[int, _Level] = {}
    for element in parent.findall(f"{W}lvl"):
        style = _value(element, "numFmt") or "decimal"
        restart = _value(element, "lvlRestart")
        gap = "" if _value(element, "suff") == "nothing" else " "
        levels[_integer(element.get(f"{W}ilvl"), 0)] = _Level(
            style,
            _value(element, "lvlText"),
            _integer(_value(element, "start"), 0 if style == "bullet" else 1),
            _integer(restart, 0) if restart else None,
            gap,
            element.find(f"{W}isLgl") is not None,
            (fonts.get(f"{W}ascii") or "") if (fonts := element.find(f"{W}rPr/{W}rFonts")) is not None else "",
            _value(element, "pStyle"),
        )
    return levels


def _value(parent: etree._Element, name: str) -> str:
    child = parent.find(W + name)
    return (child.get(f"{W}val") or "") if child is not None else ""


def _integer(text: str | None, default: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) <= _DIGITS_READ else default
