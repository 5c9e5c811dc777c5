"""Writes numbers as lists count them: 三, ③, III, c."""

from __future__ import annotations

from collections.abc import Callable, Mapping

_DIGITS = "零一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_FULLWIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_LARGEST = 9_999  # numbers beyond are shown in Western digits
_LARGEST_ROMAN = 3_999  # MMMCMXCIX: Roman numerals have no letter beyond M
_LETTER_REPEATED = 30  # times that Word repeats a letter: z, aa, … and after thirty z digits
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
