"""Writes the equations of Word in one line: a fraction as 1/2, a power as 3², a sum as ∑_(i=1)^n."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from notice_site.reading.readers.raised_text import lowered, raised

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
EQUATIONS = frozenset((f"{M}oMath", f"{M}oMathPara"))

# takes: 12, x, 3.5, 人均面积, √2; not: a+b, 1/2, (a)(b)
_SIMPLE = re.compile(r"√?[\w.%°′]*")
_ROOTS = {"": "√", "2": "√", "3": "∛", "4": "∜"}
_COMBINING = ("\u0305", "\u0332")  # a bar above, a bar below


def in_one_line(element: etree._Element) -> str:
    """Writes an equation, or a part of one, in the notation of calculators.

    >>> math = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    >>> number = "<m:r><m:t>%s</m:t></m:r>"
    >>> half = f"<m:f><m:num>{number % 1}</m:num><m:den>{number % 2}</m:den></m:f>"
    >>> in_one_line(etree.fromstring(f'<m:oMath xmlns:m="{math}">{number % 3}{half}</m:oMath>'))
    '3 1/2'
    """
    name = element.tag.removeprefix(M) if isinstance(element.tag, str) else ""
    if name == "t":
        return element.text or ""
    if name.endswith("Pr"):
        return ""
    if writer := _WRITERS.get(name):
        return writer(element)
    text = ""
    for child in element:
        part = in_one_line(child)
        beside_fraction = f"{M}f" in (child.tag, getattr(child.getprevious(), "tag", ""))
        text = beside(text, part) if beside_fraction else text + part
    return text


def beside(text: str, part: str) -> str:
    """Puts a part behind a text, with a space where two numbers would become one.

    >>> beside("长3", "1/2"), beside("按", "1/2")
    ('长3 1/2', '按1/2')
    """
    parted = _is_letter_or_digit(text[-1:]) and _is_letter_or_digit(part[:1])
    return f"{text} {part}" if parted else text + part


def _is_letter_or_digit(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _part(element: etree._Element, name: str) -> str:
    child = element.find(M + name)
    return in_one_line(child) if child is not None else ""


def _parts(element: etree._Element, name: str, separator: str) -> str:
    return separator.join(in_one_line(child) for child in element.findall(M + name))


def _property(element: etree._Element, name: str, default: str) -> str:
    found = element.find(f"{element.tag}Pr/{M}{name}")
    return (found.get(f"{M}val") or "") if found is not None else default


def _in_brackets(text: str) -> str:
    is_bracketed = text.startswith("(") and text.endswith(")") and text.count("(") == 1
    return text if _SIMPLE.fullmatch(text) or is_bracketed else f"({text})"


def _fraction(element: etree._Element) -> str:
    bar = "¦" if _property(element, "type", "bar") == "noBar" else "/"
    return f"{_in_brackets(_part(element, 'num'))}{bar}{_in_brackets(_part(element, 'den'))}"


def _scripts(element: etree._Element) -> str:
    """Writes a base with what is raised and lowered at it."""
    text = _in_brackets(_part(element, "e"))
    if (below := _part(element, "sub")).strip():
        text += lowered(below) if lowered(below) != below else f"_{_in_brackets(below)}"
    if (above := _part(element, "sup")).strip():
        text += raised(above) if raised(above) != above else f"^{_in_brackets(above)}"
    return text


def _root(element: etree._Element) -> str:
    degree = _part(element, "deg").strip()
    return _ROOTS.get(degree, f"{_in_brackets(degree)}√") + _in_brackets(_part(element, "e"))


def _sum(element: etree._Element) -> str:
    below, above = (_in_brackets(_part(element, name)) for name in ("sub", "sup"))
    sign = _property(element, "chr", "∫") + (f"_{below}" if below else "") + (f"^{above}" if above else "")
    return beside(sign, _in_brackets(_part(element, "e")))


def _delimited(element: etree._Element) -> str:
    inside = _parts(element, "e", _property(element, "sepChr", "|"))
    return _property(element, "begChr", "(") + inside + _property(element, "endChr", ")")


def _bar(element: etree._Element) -> str:
    return _part(element, "e") + _COMBINING[_property(element, "pos", "bot") == "bot"]


_WRITERS: dict[str, Callable[[etree._Element], str]] = {
    "f": _fraction,
    "sSup": _scripts,
    "sSub": _scripts,
    "sSubSup": _scripts,
    "sPre": lambda e: f"{lowered(_part(e, 'sub'))}{raised(_part(e, 'sup'))}{_part(e, 'e')}",
    "rad": _root,
    "nary": _sum,
    "d": _delimited,
    "func": lambda e: f"{_part(e, 'fName')}({_part(e, 'e')})",
    "limLow": lambda e: f"{_part(e, 'e')}_{_in_brackets(_part(e, 'lim'))}",
    "limUpp": lambda e: f"{_part(e, 'e')}^{_in_brackets(_part(e, 'lim'))}",
    "acc": lambda e: _part(e, "e") + _property(e, "chr", "\u0302"),
    "bar": _bar,
    "eqArr": lambda e: _parts(e, "e", "；"),
    "m": lambda e: f"[{_parts(e, 'mr', '；')}]",
    "mr": lambda e: _parts(e, "e", "，"),
}
