"""Opens the package of a .docx, and tells from styles how each paragraph is shaped."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

from docx.opc.part import Part
from docx.package import Package
from lxml import etree

from notice_site.model import Align
from notice_site.reading.extracted_text import SourceError
from notice_site.reading.readers.docx_numbering import W

# Entities are never resolved and nothing is fetched; nesting beyond 256 is an error of the parser.
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)

_ALIGNS = {"center": Align.CENTER, "right": Align.RIGHT, "end": Align.RIGHT}
_HEADING_LEVELS = ("0", "1", "2", "3", "4", "5")  # HTML has six ranks, Word nine
_LEVEL_DIGITS = 2  # a longer number of a level is damage
_DAMAGED = "用文字处理软件重新另存为 .docx"


@dataclass(frozen=True, slots=True)
class Parts:
    """The roots of the parts by the last word of their relation: document, styles, numbering, header …"""

    roots: dict[str, list[etree._Element]]

    def one(self, kind: str) -> etree._Element | None:
        """The part of that kind, None where there is none."""
        return self.roots[kind][0] if self.roots.get(kind) else None


def open_parts(raw: bytes) -> Parts:
    """The parts of a package that the limits let pass. Raises `SourceError` for what is no Word document."""
    try:
        package = Package.open(io.BytesIO(raw))
        main = package.main_document_part
        related = [(rel.reltype, rel.target_part) for rel in main.rels.values() if not rel.is_external]
        root = _root(main)
        if root.tag != f"{W}document":
            raise SourceError("不是 Word 文档（或为“严格”Open XML）", "另存为普通的 .docx")
        roots: dict[str, list[etree._Element]] = {"document": [root]}
        wanted = ("styles", "numbering", "footnotes", "endnotes", "comments", "header", "footer", "settings")
        for relation, part in related:
            kind = relation.rsplit("/", 1)[-1]
            if kind in wanted:
                roots.setdefault(kind, []).append(_root(part))
    except SourceError:
        raise
    except Exception as error:  # the library lets through whatever a damaged package makes it meet
        raise SourceError(f".docx 已损坏（{type(error).__name__}）", _DAMAGED) from None
    return Parts(roots)


def _root(part: Part) -> etree._Element:
    return etree.fromstring(part.blob, _PARSER)


@dataclass(frozen=True, slots=True)
class Shape:
    """What a paragraph's own properties and its styles say about it; the number is (list, level) or None."""

    align: Align = Align.LEFT
    heading: int = 0
    number: tuple[str, int] | None = None
    contents: bool = False  # an entry of an automatic table of contents


class Styles:
    """The paragraph styles of one document."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._default = ""
        for style in root.findall(f"{W}style") if root is not None else ():
            if style.get(f"{W}type") == "paragraph":
                name = style.get(f"{W}styleId") or ""
                self._styles[name] = style
                if style.get(f"{W}default") in ("1", "true", "on"):
                    self._default = name

    def shape(self, paragraph: etree._Element) -> Shape:
        """Direct properties win over those of the style, and those over the style that it is based on."""
        direct = paragraph.find(f"{W}pPr")
        style = value(direct, "pStyle") or self._default
        layers = [direct, *(s.find(f"{W}pPr") for s in self._chain(style))]
        align = next((a for layer in layers if (a := value(layer, "jc"))), "")
        outline = next((o for layer in layers if (o := value(layer, "outlineLvl"))), "")
        heading = int(outline) + 1 if outline in _HEADING_LEVELS else 0
        names = [value(s, "name").lower() for s in self._chain(style)]
        contents = any(name.startswith("toc ") for name in names)
        return Shape(_ALIGNS.get(align, Align.LEFT), heading, _number(layers), contents)

    def _chain(self, name: str) -> Iterator[etree._Element]:
        seen: set[str] = set()
        while name in self._styles and name not in seen:
            seen.add(name)
            yield self._styles[name]
            name = value(self._styles[name], "basedOn")


def _number(layers: list[etree._Element | None]) -> tuple[str, int] | None:
    """List and level: the level may be set on the paragraph and the list in its style."""
    list_id = level = ""
    for layer in layers:
        properties = layer.find(f"{W}numPr") if layer is not None else None
        list_id = list_id or value(properties, "numId")
        level = level or value(properties, "ilvl")
    if not list_id or list_id == "0":
        return None
    return list_id, int(level) if level.isascii() and level.isdigit() and len(level) <= _LEVEL_DIGITS else 0


def value(parent: etree._Element | None, name: str) -> str:
    """The w:val of a child, "" where there is none."""
    child = parent.find(W + name) if parent is not None else None
    return (child.get(f"{W}val") or "") if child is not None else ""
