"""Computes the numbers that a browser shows before the items of an ordered list."""

from __future__ import annotations

import re

from lxml import etree

from notice_site.reading.readers.number_formats import formatted

# What `type` and list-style-type call the formats of numbers, as Word calls them, and what stands behind the number.
_STYLES = {
    "1": "decimal", "decimal": "decimal", "decimal-leading-zero": "decimalZero",
    "a": "lowerLetter", "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter",
    "A": "upperLetter", "upper-alpha": "upperLetter", "upper-latin": "upperLetter",
    "i": "lowerRoman", "lower-roman": "lowerRoman", "I": "upperRoman", "upper-roman": "upperRoman",
    "cjk-ideographic": "chineseCounting", "simp-chinese-informal": "chineseCounting",
    "trad-chinese-informal": "chineseCounting", "cjk-decimal": "ideographDigital",
    "cjk-heavenly-stem": "ideographTraditional", "cjk-earthly-branch": "ideographZodiac",
    "none": "none", "disc": "none", "circle": "none", "square": "none",
}  # fmt: skip
_HAN_STYLES = ("chineseCounting", "ideographDigital", "ideographTraditional", "ideographZodiac")
# takes: list-style-type:lower-alpha, list-style: none; not: list-style-position:inside
_LIST_STYLE = re.compile(
    r"(?: ^ | ; ) \s* list-style (?:-type)? \s*:\s* (?: (?: inside | outside ) \s+ )? ([\w-]+)",
    re.IGNORECASE | re.VERBOSE,
)
# takes: 3, -1, +7; not: 三, 3a, 1000000
_NUMBER = re.compile(r"\s*([+-]?[0-9]{1,6})\s*")
# An item that its author has numbered, in a list whose own numbers the page does not show.
# takes: 1. 登记, （一）登记, 一、登记, 第三条 登记, ①登记, a)登记; not: 2014年登记, 一是登记, 登记
_OWN_NUMBER = re.compile(
    r"""
    \s*
    (?:
        [（(] [0-9０-９一二三四五六七八九十]{1,4} [)）]
      | (?: [0-9０-９]{1,3} | [一二三四五六七八九十百]{1,4} | [A-Za-z] ) [.．、)）]
      | 第 [0-9一二三四五六七八九十百]{1,5} [章节条项]
      | [①-⑳⑴-⒇⒈-⒛]
    )
    """,
    re.VERBOSE,
)


def list_numbers(root: etree._Element) -> dict[etree._Element, str]:
    """The number of each item of an ordered list, as `start`, `value`, `type` and `reversed` have it.

    A list whose style is none has no numbers, nor has one that shows the way through a site.
    """
    numbers: dict[etree._Element, str] = {}
    for ordered in root.iter("ol"):
        if "breadcrumb" in (ordered.get("class") or ""):
            continue
        items = [child for child in ordered if child.tag == "li"]
        backwards = ordered.get("reversed") is not None
        number = _integer(ordered.get("start"), len(items) if backwards else 1)
        style = _style(ordered, "decimal")
        for item in items:
            number = _integer(item.get("value"), number)
            own_style = _style(item, style)
            if label := formatted(number, own_style):
                numbers[item] = label + ("、" if own_style in _HAN_STYLES else ".")
            number += -1 if backwards else 1
    return numbers


def has_own_number(text: str) -> bool:
    """Whether the text of an item begins with a number of its own.

    >>> has_own_number("（一）登记"), has_own_number("2014年登记")
    (True, False)
    """
    return _OWN_NUMBER.match(text) is not None


def _style(element: etree._Element, default: str) -> str:
    named = _LIST_STYLE.search(element.get("style") or "")
    name = named[1].lower() if named else (element.get("type") or "").strip()
    return _STYLES.get(name, default)


def _integer(text: str | None, default: int) -> int:
    number = _NUMBER.fullmatch(text or "")
    return int(number[1]) if number else default
