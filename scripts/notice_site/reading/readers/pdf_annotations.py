"""Reads what was filled into the form of a page or written upon it, and counts what such marks cannot tell as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import resolve1
from pdfminer.psparser import PSLiteral, literal_name
from pdfminer.utils import decode_text

_HIDDEN = 2 | 32  # bits of /F: not shown at all, not shown on the screen
_DEEPEST_FORM = 8  # a field may take what it lacks from the one above it
_COMMENTS = frozenset(
    ("Text", "Highlight", "Underline", "Squiggly", "StrikeOut", "Caret", "Stamp", "Ink", "FileAttachment")
)


class Annotation(NamedTuple):
    """Text on a page and the box that shows it, in points, y upwards."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float


def annotations_of(page: PDFPage) -> tuple[tuple[Annotation, ...], int]:
    """The filled fields and free texts of a page, and how many comments and ticks there are besides."""
    texts: list[Annotation] = []
    unread = 0
    for entry in _dictionaries(page.annots):
        if _number(entry.get("F")) & _HIDDEN:
            continue
        kind = literal_name(resolve1(entry.get("Subtype")))
        content = _text(entry.get("Contents"))
        box = _box(entry.get("Rect"))
        if kind == "Widget":
            content = _value(entry)
            unread += _is_ticked(entry)
        elif kind != "FreeText":
            unread += kind in _COMMENTS and bool(content)
            continue
        if content and box is None:
            unread += 1
        elif content and box is not None:
            texts.append(Annotation(content, *box))
    return tuple(texts), unread


def _dictionaries(annotations: Any) -> Iterator[Mapping[str, Any]]:
    found = resolve1(annotations)
    for reference in found if isinstance(found, list) else ():
        entry = resolve1(reference)
        if isinstance(entry, dict) and "Subtype" in entry:
            yield entry


def _inherited(field: Mapping[str, Any], key: str) -> Any:
    """An entry of a field, or of the nearest field above that has it."""
    for _ in range(_DEEPEST_FORM):
        if key in field:
            return resolve1(field[key])
        above = resolve1(field.get("Parent"))
        if not isinstance(above, dict):
            return None
        field = above
    return None


def _value(field: Mapping[str, Any]) -> str:
    """What was written into a field or chosen from its list; "" for buttons and signatures."""
    if _name(_inherited(field, "FT")) not in ("Tx", "Ch"):
        return ""
    value = _inherited(field, "V")
    values: Sequence[Any] = value if isinstance(value, list) else [value]
    return "、".join(filter(None, map(_text, values)))


def _is_ticked(field: Mapping[str, Any]) -> bool:
    state = resolve1(field.get("AS"))
    return _name(_inherited(field, "FT")) == "Btn" and _name(state) not in ("", "Off")


def _name(value: Any) -> str:
    return literal_name(value) if isinstance(value, PSLiteral) else ""


def _text(value: Any) -> str:
    value = resolve1(value)
    return decode_text(value).strip() if isinstance(value, bytes) else ""


def _number(value: Any) -> int:
    value = resolve1(value)
    return value if isinstance(value, int) else 0


def _box(value: Any) -> tuple[float, float, float, float] | None:
    places = resolve1(value)
    if not isinstance(places, list) or len(places) != 4:
        return None
    numbers = [resolve1(place) for place in places]
    if not all(isinstance(number, (int, float)) for number in numbers):
        return None
    x0, y0, x1, y1 = numbers
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
