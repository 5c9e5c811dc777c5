"""Draws citations as inline SVG.

Held documents stand by level at the left, what is cited but not held at the right. An arrow is a citation.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from notice_site.pages.core import markdown as md
from notice_site.pages.core.markdown import Markdown

# Pixels of the drawing; the page scales it.
_WIDTH = 960
_LEFT, _LEFT_WIDTH = 96, 372
_RIGHT, _RIGHT_WIDTH = 650, 306
_HEIGHT, _GAP, _LANE_GAP, _TOP = 62, 12, 34, 8
_LINE, _LINE_LENGTHS = 19, (27, 22)  # height of a line of text, characters of a line at the left and right

# Lines between held documents run around the left side: the further apart the boxes, the wider. Neighbouring lines
# take turns in three widths. None may leave the drawing.
_REACH, _REACH_PER_PIXEL, _TURN, _TURNS, _WIDEST_REACH = 26, 1 / 14, 10, 3, 76


@dataclass(frozen=True, slots=True)
class Node:
    """A box: its name, a line below it, where it leads, and the level that tints it ("" for none)."""

    id: str
    name: str
    about: str
    target: str
    level: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """The held documents of one level, under its name."""

    name: str
    level: str
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from the citing to the cited box: its word, the words that prove it, where these stand."""

    source: str
    target: str
    word: str
    proof: str
    address: str


@dataclass(frozen=True, slots=True)
class _Box:
    node: Node
    x: int
    y: int
    width: int

    @property
    def middle(self) -> float:
        return self.y + _HEIGHT / 2


def citation_graph(title: str, lanes: Sequence[Lane], missing: Sequence[Node], edges: Sequence[Edge]) -> Markdown:
    """Draws the picture; `missing` stand so that lines cross little. Nothing where there is no line."""
    if not edges:
        return md.EMPTY
    left, marks = _left(lanes)
    right = _right(missing, left, edges)
    height = max(box.y + _HEIGHT for box in (*left.values(), *right.values())) + _TOP
    lines = [
        f'<svg viewBox="0 0 {_WIDTH} {height}" role="group" aria-labelledby="lineage-title">',
        f'<title id="lineage-title">{html.escape(title)}</title>',
        '<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerUnits="userSpaceOnUse" markerWidth="9" '
        'markerHeight="9" orient="auto">'
        '<path d="M0 0.5 L8 4 L0 7.5 z"/></marker></defs>',
        *marks,
        *_edges(left, right, edges),
        *(_box(box, _LINE_LENGTHS[0], "held") for box in left.values()),
        *(_box(box, _LINE_LENGTHS[1], "hole") for box in right.values()),
        "</svg>",
    ]
    return md.figure("\n".join(lines), classes=["lineage-picture"])


def _left(lanes: Sequence[Lane]) -> tuple[dict[str, _Box], list[str]]:
    """Places the boxes of held documents below the names of their levels; returns them and these names."""
    boxes: dict[str, _Box] = {}
    marks = []
    y = _TOP
    for lane in lanes:
        tint = f" level-{lane.level}" if lane.level else ""
        marks.append(f'<text class="lane{tint}" x="{_LEFT}" y="{y + 18}">{html.escape(lane.name)}</text>')
        y += _LANE_GAP
        for node in lane.nodes:
            boxes[node.id] = _Box(node, _LEFT, y, _LEFT_WIDTH)
            y += _HEIGHT + _GAP
    return boxes, marks


def _right(missing: Sequence[Node], left: Mapping[str, _Box], edges: Sequence[Edge]) -> dict[str, _Box]:
    """Places what is not held, each box near the middle of those that cite it, without overlap."""
    heights: dict[str, float] = {}
    for node in missing:
        citing = [left[edge.source].middle for edge in edges if edge.target == node.id]
        heights[node.id] = sum(citing) / len(citing) if citing else 0
    boxes: dict[str, _Box] = {}
    y = _TOP + _LANE_GAP
    ordered = sorted(missing, key=lambda node: heights[node.id])
    room = max((box.y + _HEIGHT for box in left.values()), default=0)
    for number, node in enumerate(ordered):
        below = (len(ordered) - number) * (_HEIGHT + _GAP) - _GAP
        y = max(y, min(int(heights[node.id] - _HEIGHT / 2), room - below))
        boxes[node.id] = _Box(node, _RIGHT, y, _RIGHT_WIDTH)
        y += _HEIGHT + _GAP
    return boxes


def _edges(left: Mapping[str, _Box], right: Mapping[str, _Box], edges: Sequence[Edge]) -> Iterator[str]:
    """Draws lines to what is not held across the middle, and lines between held documents around the left side."""
    across = [edge for edge in edges if edge.target in right]
    around = [edge for edge in edges if edge.target in left]
    starts = _ports(across, [edge.source for edge in across], [right[edge.target].middle for edge in across], left)
    ends = _ports(across, [edge.target for edge in across], [left[edge.source].middle for edge in across], right)
    for edge, start, end in zip(across, starts, ends, strict=True):
        x, x_end = _LEFT + _LEFT_WIDTH, _RIGHT - 2
        bend = (x_end - x) * 0.5
        path = f"M{x} {start:g} C{x + bend:g} {start:g} {x_end - bend:g} {end:g} {x_end} {end:g}"
        yield _edge(edge, path, x_end - 16, end + 4)
    for number, edge in enumerate(around):
        source, target = left[edge.source], left[edge.target]
        start, end = source.middle - 8, target.middle + 8
        reach = min(_WIDEST_REACH, _REACH + abs(start - end) * _REACH_PER_PIXEL + _TURN * (number % _TURNS))
        path = f"M{_LEFT} {start:g} C{_LEFT - reach:g} {start:g} {_LEFT - reach:g} {end:g} {_LEFT - 2} {end:g}"
        # The word stands at a quarter of the line: near the citing box, where lines seldom meet.
        yield _edge(edge, path, _LEFT - reach * 0.5625 - 4, start * 0.84375 + end * 0.15625 + 4)


def _ports(edges: Sequence[Edge], boxes: Sequence[str], far: Sequence[float], where: Mapping[str, _Box]) -> list[float]:
    """Finds where on the side of its box each line ends: spread over the side, in the order of the other ends."""
    places = [0.0] * len(edges)
    for id in set(boxes):
        at_box = sorted((n for n, box in enumerate(boxes) if box == id), key=lambda n: (far[n], n))
        for rank, number in enumerate(at_box, 1):
            places[number] = round(where[id].y + _HEIGHT * rank / (len(at_box) + 1), 1)
    return places


def _edge(edge: Edge, path: str, x: float, y: float) -> str:
    """Draws a line with its word left of x; the closest relation gives the line its form."""
    word = html.escape(edge.word)
    return (
        f'<a href="{html.escape(edge.address)}" class="edge relation-{word[:2]}">'
        f"<title>{html.escape(edge.proof)}</title>"
        f'<path class="wide" d="{path}"/><path class="line" d="{path}" marker-end="url(#arrow)"/>'
        f'<text x="{x:g}" y="{y:g}" text-anchor="end">{word}</text></a>'
    )


def _box(box: _Box, length: int, kind: str) -> str:
    node = box.node
    tint = f" level-{node.level}" if node.level else ""
    lines = _wrapped(node.name, length)
    top = box.y + (_HEIGHT - _LINE * (len(lines) + bool(node.about))) / 2 + 14
    texts = [
        f'<text class="name" x="{box.x + 12}" y="{top + _LINE * number:g}">{html.escape(line)}</text>'
        for number, line in enumerate(lines)
    ]
    if node.about:
        y = top + _LINE * len(lines)
        texts.append(f'<text class="about" x="{box.x + 12}" y="{y:g}">{html.escape(node.about)}</text>')
    return (
        f'<a href="{html.escape(node.target)}" class="{kind}{tint}"><title>{html.escape(node.name)}</title>'
        f'<rect x="{box.x}" y="{box.y}" width="{box.width}" height="{_HEIGHT}" rx="3"/>{"".join(texts)}</a>'
    )


def _wrapped(name: str, length: int) -> list[str]:
    """Wraps a name on two lines at most; its middle is left out, because how a title ends tells what it is.

    >>> _wrapped("关于在全省开展党的群众路线教育实践活动的意见", 10)
    ['关于在全省开展党的群', '众路线教育…动的意见']
    """
    if len(name) > 2 * length:
        name = f"{name[: length + length // 2]}…{name[-(length // 2 - 1) :]}"
    return [name[at : at + length] for at in range(0, len(name), length)]
