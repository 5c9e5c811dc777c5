"""Finds the tables of a page by their rules, with what stands in each cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from pdfminer.layout import LTLine, LTRect
from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

from notice_site.model import Line
from notice_site.reading.extracted_text import Paragraph
from notice_site.reading.readers.pdf_rows import Fragment, Table, joined, levels_of
from notice_site.reading.readers.tables import Cell, grid_of, is_head_or_tail

Edge = dict[str, Any]
"""A rule as pdfplumber takes it: `x0`, `x1`, `top`, `bottom` (downwards) and `orientation`, h or v."""

# Points by which rules that belong together miss each other, and up to which a filled strip is a rule.
_TOLERANCE = 3.0
_STRIP = 3.0
# Drawings have thousands of strokes; the search takes time by the square of them. A page set in the smallest type
# has room for a table of 60 rows and 20 columns.
_MOST_EDGES = 1_500
_MOST_CROSSINGS = 1_500

_OUTER_RULES = 2  # a frame has two upright rules, a table more

_FULL_REST = 1.9  # characters: a row of a cell that leaves no more room goes on in the next one


class Box(NamedTuple):
    """A cell: its edges in points, y upwards."""

    x0: float
    y0: float
    x1: float
    y1: float

    def holds(self, x: float, y: float) -> bool:
        return self.x0 <= x < self.x1 and self.y0 <= y < self.y1


def boxes_of_tables(rules: Iterable[LTRect | LTLine]) -> list[list[Box]]:
    """The cells of each ruled table of a page, from the top; a table has two columns at least."""
    edges = [edge for rule in rules for edge in _edges(rule)]
    if not edges or len(edges) > _MOST_EDGES:
        return []
    edges = merge_edges(edges, _TOLERANCE, _TOLERANCE, _TOLERANCE, _TOLERANCE)
    edges = [edge for edge in edges if edge["x1"] - edge["x0"] + edge["bottom"] - edge["top"] >= _TOLERANCE]
    edges += _open_sides(edges)
    edges += _open_ends(edges)
    crossings = edges_to_intersections(edges, _TOLERANCE, _TOLERANCE)
    if len(crossings) > _MOST_CROSSINGS:
        return []
    tables = [
        [Box(x0, -bottom, x1, -top) for x0, top, x1, bottom in cells]
        for cells in cells_to_tables(intersections_to_cells(crossings))
    ]
    return [boxes for boxes in tables if len({box.x0 for box in boxes}) > 1]


def _edges(rule: LTRect | LTLine) -> Iterator[Edge]:
    """The edges of a stroked box, or the one of a line or a thin strip. A coloured background has none."""
    width, height = rule.x1 - rule.x0, rule.y1 - rule.y0
    if min(width, height) <= _STRIP:
        if width >= height:
            yield _edge("h", rule.x0, rule.x1, (rule.y0 + rule.y1) / 2, (rule.y0 + rule.y1) / 2)
        else:
            yield _edge("v", (rule.x0 + rule.x1) / 2, (rule.x0 + rule.x1) / 2, rule.y0, rule.y1)
    elif isinstance(rule, LTRect) and rule.stroke:
        yield from (_edge("h", rule.x0, rule.x1, y, y) for y in (rule.y0, rule.y1))
        yield from (_edge("v", x, x, rule.y0, rule.y1) for x in (rule.x0, rule.x1))


def _edge(orientation: str, x0: float, x1: float, y0: float, y1: float) -> Edge:
    return {
        "orientation": orientation, "x0": x0, "x1": x1, "top": -y1, "bottom": -y0, "width": x1 - x0, "height": y1 - y0,
    }  # fmt: skip


def _open_sides(edges: Sequence[Edge]) -> Iterator[Edge]:
    """The outer sides that many tables leave open: at the ends of rules of one width, with columns ruled between."""
    upright = [edge for edge in edges if edge["orientation"] == "v"]
    level = sorted((edge for edge in edges if edge["orientation"] == "h"), key=lambda edge: float(edge["top"]))
    for upper, lower in pairwise(level):
        if max(abs(upper[end] - lower[end]) for end in ("x0", "x1")) > _TOLERANCE:
            continue
        between = [
            float(edge["x0"])
            for edge in upright
            if edge["top"] <= upper["top"] + _TOLERANCE and edge["bottom"] >= lower["top"] - _TOLERANCE
        ]
        for end in (float(upper["x0"]), float(upper["x1"])):
            inner = any(upper["x0"] + _TOLERANCE < x < upper["x1"] - _TOLERANCE for x in between)
            if inner and not any(abs(x - end) <= _TOLERANCE for x in between):
                yield _edge("v", end, end, -lower["top"], -upper["top"])


def _open_ends(edges: Sequence[Edge]) -> Iterator[Edge]:
    """The level rules that are missing where the page cuts a row: at the ends of upright rules that one rule joins."""
    level = [edge for edge in edges if edge["orientation"] == "h"]
    for end in ("top", "bottom"):
        upright = sorted((edge for edge in edges if edge["orientation"] == "v"), key=lambda edge: float(edge[end]))
        while upright:
            y = float(upright[0][end])
            group = [edge for edge in upright if edge[end] - y <= _TOLERANCE]
            upright = upright[len(group) :]
            x0, x1 = min(edge["x0"] for edge in group), max(edge["x0"] for edge in group)
            joined_by_rule = any(
                edge["x0"] <= x0 + _TOLERANCE
                and edge["x1"] >= x1 - _TOLERANCE
                and all(rule["top"] <= edge["top"] + _TOLERANCE and rule["bottom"] >= edge["top"] for rule in group)
                for edge in level
            )
            if len(group) > _OUTER_RULES and joined_by_rule:
                yield _edge("h", x0, x1, -y, -y)


def table_of(boxes: Sequence[Box], texts: Mapping[Box | None, Sequence[Fragment]]) -> Fragment | None:
    """The table with its text. None where the rules only frame text: one column, or the head or tail of a notice."""
    columns = _places([x for box in boxes for x in (box.x0, box.x1)])
    lines = _places([-y for box in boxes for y in (box.y0, box.y1)])
    pad = min((f.x0 - box.x0 for box in boxes for f in texts.get(box, ())), default=0.0)
    rows: list[list[Cell]] = []
    covered: set[tuple[int, int]] = set()
    by_place = {(lines[-box.y1], columns[box.x0]): box for box in boxes}
    for i in range(max(lines.values())):
        row: list[Cell] = []
        for j in range(max(columns.values())):
            if (i, j) in covered:
                continue
            box = by_place.get((i, j))
            if box is None:
                row.append(Cell(()))
                continue
            height, width = lines[-box.y0] - i, columns[box.x1] - j
            covered |= {(i + di, j + dj) for di in range(height) for dj in range(width)}
            row.append(Cell(_paragraphs(box, texts.get(box, ()), pad), height, width))
        rows.append(row)
    filled = [[cell for cell in row if cell.paragraphs] for row in rows]
    if max(map(len, filled)) < 2 or is_head_or_tail([row for row in filled if row]):
        return None
    sizes = sorted(fragment.size for box in boxes for fragment in texts.get(box, ()))
    grid, spans = grid_of(rows)
    return Fragment(
        text="\n".join("\t".join(row) for row in grid),
        x0=min(box.x0 for box in boxes),
        x1=max(box.x1 for box in boxes),
        y0=min(box.y0 for box in boxes),
        y1=max(box.y1 for box in boxes),
        size=sizes[len(sizes) // 2],
        table=Table(grid, tuple(sorted(columns)), spans=spans),
    )


def _places(edges: Iterable[float]) -> dict[float, int]:
    return {edge: k for k, edge in enumerate(sorted(set(edges)))}


def _paragraphs(box: Box, fragments: Sequence[Fragment], pad: float) -> list[Paragraph]:
    """The paragraphs of a cell: a row goes on in the next one where it fills the cell."""
    paragraphs: list[list[str]] = []
    goes_on = False
    for level in levels_of(fragments):
        text = "\u3000".join(fragment.text for fragment in level)
        if goes_on:
            paragraphs[-1].append(text)
        else:
            paragraphs.append([text])
        room = (box.x1 - box.x0 - 2 * max(pad, 0.0)) - (level[-1].x1 - level[0].x0)
        goes_on = room <= _FULL_REST * max(fragment.size for fragment in level)
    return [Paragraph(Line(joined(texts), 0)) for texts in paragraphs]
