"""Tells from properties and styles how each paragraph is shaped and how each of its runs is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from notice_site.model import Align
from notice_site.model.frozen import dataclass
from notice_site.reading.readers.docx_numbering import W

_ALIGNS = {"center": Align.CENTER, "right": Align.RIGHT, "end": Align.RIGHT}
_HEADING_LEVELS = ("0", "1", "2", "3", "4", "5")  # HTML has six ranks, Word nine
_LEVEL_DIGITS = 2  # a longer number of a level is damage
_ON = ("1", "true", "on")
_OFF = ("0", "false", "off")
_STRUCK = ("strike", "dstrike")


@dataclass(frozen=True, slots=True)
class Shape:
    """What a paragraph's own properties and its styles say about it; the number is (list, level) or None."""

    align: Align = Align.LEFT
    heading: int = 0
    number: tuple[str, int] | None = None
    contents: bool = False  # an entry of an automatic table of contents


@dataclass(frozen=True, slots=True)
class RunShape:
    """How the characters of a run are shown."""

    hidden: bool = False
    struck: bool = False
    raised: str = ""  # superscript or subscript
    font: str = ""


class Styles:
    """The paragraph and character styles of one document.

    `levels` gives the level of a list that a style numbers, by list and style, as the definition of the list says it.
    """

    def __init__(self, root: etree._Element | None, levels: Mapping[tuple[str, str], int] | None = None) -> None:
        self._styles: dict[str, dict[str, etree._Element]] = {"paragraph": {}, "character": {}}
        self._levels = levels or {}
        self._default = ""
        self._runs: dict[tuple[str, str], RunShape] = {}
        for style in root.findall(f"{W}style") if root is not None else ():
            kind, name = style.get(f"{W}type") or "", style.get(f"{W}styleId") or ""
            if kind in self._styles:
                self._styles[kind][name] = style
                if kind == "paragraph" and style.get(f"{W}default") in _ON:
                    self._default = name

    def shape(self, paragraph: etree._Element) -> Shape:
        """Direct properties win over those of the style, and those over the style that it is based on."""
        direct = paragraph.find(f"{W}pPr")
        chain = [*self._chain("paragraph", value(direct, "pStyle") or self._default)]
        layers = [direct, *(style.find(f"{W}pPr") for style in chain)]
        align = next((a for layer in layers if (a := value(layer, "jc"))), "")
        outline = next((o for layer in layers if (o := value(layer, "outlineLvl"))), "")
        heading = int(outline) + 1 if outline in _HEADING_LEVELS else 0
        contents = any(value(style, "name").lower().startswith("toc ") for style in chain)
        names = [style.get(f"{W}styleId") or "" for style in chain]
        return Shape(_ALIGNS.get(align, Align.LEFT), heading, self._number(layers, names), contents)

    def run_shape(self, run: etree._Element, paragraph: etree._Element | None) -> RunShape:
        """What a run says itself wins over its styles.

        Hiding and striking are switches: a character style inside a paragraph style of that kind turns it off.
        """
        direct = run.find(f"{W}rPr")
        own = paragraph.find(f"{W}pPr") if paragraph is not None else None
        names = (value(own, "pStyle") or self._default, value(direct, "rStyle"))
        if names not in self._runs:
            layers = [
                [style.find(f"{W}rPr") for style in self._chain(kind, name)]
                for kind, name in zip(("character", "paragraph"), reversed(names), strict=True)
            ]
            self._runs[names] = RunShape(
                _is_odd(_switch(layer, "vanish") for layer in layers),
                any(_is_odd(_switch(layer, name) for layer in layers) for name in _STRUCK),
                next((v for layer in layers for each in layer if (v := value(each, "vertAlign"))), ""),
                next((v for layer in layers for each in layer if (v := _font(each))), ""),
            )
        styled = self._runs[names]
        if direct is None:
            return styled
        hidden = _switch([direct], "vanish")
        struck = [on for name in _STRUCK if (on := _switch([direct], name)) is not None]
        return RunShape(
            styled.hidden if hidden is None else hidden,
            any(struck) if struck else styled.struck,
            value(direct, "vertAlign") or styled.raised,
            _font(direct) or styled.font,
        )

    def _chain(self, kind: str, name: str) -> Iterator[etree._Element]:
        seen: set[str] = set()
        styles = self._styles[kind]
        while name in styles and name not in seen:
            seen.add(name)
            yield styles[name]
            name = value(styles[name], "basedOn")

    def _number(self, layers: list[etree._Element | None], styles: list[str]) -> tuple[str, int] | None:
        """List and level: the level may be set on the paragraph and the list in its style.

        Where the list says which of its levels the style numbers, that counts and not the level in the style.
        """
        list_id = level = ""
        for k, layer in enumerate(layers):
            properties = layer.find(f"{W}numPr") if layer is not None else None
            list_id = list_id or value(properties, "numId")
            level = level or (value(properties, "ilvl") if not k else "")
        if not list_id or list_id == "0":
            return None
        if not level:
            linked = next((self._levels[list_id, style] for style in styles if (list_id, style) in self._levels), None)
            if linked is not None:
                return list_id, linked
            numbers = [layer.find(f"{W}numPr") for layer in layers if layer is not None]
            level = next((own for properties in numbers if (own := value(properties, "ilvl"))), "")
        return list_id, int(level) if level.isascii() and level.isdigit() and len(level) <= _LEVEL_DIGITS else 0


def _switch(layers: list[etree._Element | None], name: str) -> bool | None:
    """Whether the first layer that says something turns the property on; None where none does."""
    for layer in layers:
        element = layer.find(W + name) if layer is not None else None
        if element is not None:
            return element.get(f"{W}val") not in _OFF
    return None


def _is_odd(switches: Iterator[bool | None]) -> bool:
    return sum(map(bool, switches)) % 2 == 1


def _font(properties: etree._Element | None) -> str:
    fonts = properties.find(f"{W}rFonts") if properties is not None else None
    return (fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or "") if fonts is not None else ""


def value(parent: etree._Element | None, name: str) -> str:
    """The w:val of a child, "" where there is none."""
    child = parent.find(W + name) if parent is not None else None
    return (child.get(f"{W}val") or "") if child is not None else ""
