"""Tells what inline elements make of their characters: struck out, raised, or signs of a symbol font."""

from __future__ import annotations

import re

from lxml import etree

from notice_site.model.frozen import dataclass
from notice_site.reading.readers.raised_text import lowered, raised, runs_together
from notice_site.reading.readers.symbol_fonts import is_symbol_font, shown_in

_STRUCK = frozenset(("del", "s", "strike"))
# takes: text-decoration:line-through, TEXT-DECORATION-LINE: underline line-through; not: text-decoration:underline
_STRUCK_STYLE = re.compile(
    r"(?: ^ | ; ) \s* text-decoration (?:-line)? \s*:\s* [^;]* \bline-through\b", re.IGNORECASE | re.VERBOSE
)
# takes: vertical-align:super, vertical-align: sub; not: vertical-align:middle
_RAISED_STYLE = re.compile(r"(?: ^ | ; ) \s* vertical-align \s*:\s* (super|sub) \b", re.IGNORECASE | re.VERBOSE)
_RAISED = {"sup": "sup", "sub": "sub", "super": "sup"}
# takes: font-family:Wingdings, 'Times'; font:7.0pt "Times New Roman"; not: mso-fareast-font-family:宋体
_FONT_STYLE = re.compile(
    r"""
    (?: ^ | ; ) \s*
    font (?: -family \s*:\s* | \s*:\s* [^;,]*? \d [\w.%/]* \s+ )
    ( [^;,]+ )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST_SIGN = 3  # characters: bullets and ticks stand alone; a longer text has its font by mistake


@dataclass(frozen=True, slots=True)
class Look:
    """How the characters inside an element look: raised is sup, sub or empty."""

    raised: str = ""
    font: str = ""


PLAIN = Look()


def look_of(element: etree._Element, name: str, around: Look) -> Look:
    """How the characters of an element look, inside one with the look `around`."""
    style = element.get("style") or ""
    own = _RAISED_STYLE.search(style) if "align" in style.lower() else None
    place = _RAISED.get(name) or (_RAISED[own[1].lower()] if own else around.raised)
    named = _FONT_STYLE.search(style) if "font" in style.lower() else None
    font = named[1] if named else element.get("face") or around.font
    font = font if is_symbol_font(font) else ""
    return around if (place, font) == (around.raised, around.font) else Look(place, font)


def as_shown(text: str, look: Look) -> tuple[str, str, str]:
    """The text as it looks, its characters whose shape no other font has, and what runs together with what precedes.

    >>> as_shown("2", Look("sup")), as_shown("l", Look(font="Wingdings")), as_shown("th", Look("sup"))
    (('²', '', ''), ('●', '', ''), ('th', '', 'th'))
    """
    lost = ""
    if look.font and len(text.strip()) <= _LONGEST_SIGN:
        text, lost = shown_in(look.font, text)
    shown = raised(text) if look.raised == "sup" else lowered(text) if look.raised == "sub" else text
    return shown, lost, text.strip() if look.raised and runs_together(text, shown) else ""


def is_struck(element: etree._Element, name: str) -> bool:
    """Whether the page strikes the text inside out: it is there to be read as no longer valid."""
    return name in _STRUCK or strikes(element.get("style") or "")


def strikes(declarations: str) -> bool:
    """Whether declarations of a style strike text out."""
    return _STRUCK_STYLE.search(declarations) is not None
