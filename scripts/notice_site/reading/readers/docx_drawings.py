"""Finds the words of what is drawn in a .docx: shapes, WordArt and SmartArt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from lxml import etree

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_VML = "{urn:schemas-microsoft-com:vml}"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"

WORD_ART = f"{_VML}textpath"
SHAPE_TEXT = f"{A}txBody"
DIAGRAM = f"{_DIAGRAM}relIds"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
EMBEDDED = f"{_OFFICE}OLEObject"


def shape_lines(element: etree._Element) -> list[str]:
    """The paragraphs inside a shape, in order."""
    return ["".join(text.text or "" for text in paragraph.iter(f"{A}t")) for paragraph in element.iter(f"{A}p")]


def diagram_lines(element: etree._Element, parts: Mapping[str, etree._Element]) -> list[str] | None:
    """The words of a SmartArt diagram, each point before those below it; None where its data are missing."""
    data = parts.get(element.get(f"{_RELATION}dm") or "")
    if data is None:
        return None
    points = {point.get("modelId") or str(k): point for k, point in enumerate(data.iter(f"{_DIAGRAM}pt"))}
    below: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for link in data.iter(f"{_DIAGRAM}cxn"):
        if link.get("type", "parOf") == "parOf":
            order = link.get("srcOrd") or ""
            place = int(order) if order.isascii() and order.isdecimal() else 0
            below[link.get("srcId") or ""].append((place, link.get("destId") or ""))
    waiting = [name for name, point in reversed(points.items()) if point.get("type") == "doc"]
    reached: dict[str, None] = {}
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached[name] = None
            waiting += [target for _, target in sorted(below[name], reverse=True)]
    ordered = [name for name in (*reached, *(name for name in points if name not in reached)) if name in points]
    return [line for name in ordered for line in shape_lines(points[name])]


def embedded_kind(element: etree._Element) -> str:
    """What an embedded object is called in messages: 公式 for those of equation editors."""
    program = (element.get("ProgID") or "").lower()
    return "公式" if "equation" in program or "mathtype" in program else "对象"
