"""Computes the labels that Word shows before numbered paragraphs: a .docx holds only how they are counted."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from notice_site.model.frozen import dataclass
from notice_site.reading.readers.number_formats import formatted
from notice_site.reading.readers.symbol_fonts import is_symbol_font

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_PLACEHOLDER = re.compile(r"%([1-9])")
_PRIVATE = re.compile("[\ue000-\uf8ff]")  # bullets of symbol fonts, whose shape no other font has
_LEVELS = 9  # levels of a list, by ECMA-376
_DIGITS_READ = 5  # a longer number of level or list is damage


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
