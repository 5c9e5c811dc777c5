"""Draws citations as inline SVG.

Held documents stand by level at the left, what is cited but not held at the right. An arrow is a citation. A second
drawing for narrow pages has all boxes below each other, and arrows between held documents only.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence

from notice_site.model.frozen import dataclass
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


@dataclass(frozen=True, slots=True)
class _Form:
    """Where held documents stand: their left side and width, the characters of a line, the widest bend beside them."""

    name: str
    left: int
    width: int
    line_length: int
    widest_reach: int


_WIDE = _Form("wide", _LEFT, _LEFT_WIDTH, _LINE_LENGTHS[0], _WIDEST_REACH)
_UPRIGHT = _Form("upright", 62, 296, 21, 60)
_UPRIGHT_WIDTH = 360


def citation_graph(title: str, lanes: Sequence[Lane], missing: Sequence[Node], edges: Sequence[Edge]) -> Markdown:
    """Draws the pictures below their legend. Nothing where there is no line."""
    if not edges:
        return md.EMPTY
    return md.stacked(
        _legend(edges, bool(missing)),
        md.figure(_wide(title, lanes, missing, edges), classes=["lineage-picture", "wide"]),
        md.figure(_upright(title, lanes, missing, edges), classes=["lineage-picture", "upright"]),
    )


_LINES = (
    ("转发、印发", "转发", ("转发", "印发")),
    ("落实", "落实", ("落实",)),
    ("依据、对照", "依据", ("依据", "对照")),
    ("学习、观看、引用", "学习", ("学习", "观看", "引用")),
)
"""Forms of lines: their names, the class that gives the form, the relations that have it."""


def _legend(edges: Sequence[Edge], with_missing: bool) -> Markdown:
    """Explains boxes and lines, each sign with its words; lines of forms that the picture has."""
    box = '<rect x="1" y="-7" width="24" height="14" rx="2"/>'
    signs = [("本站所收", f'<g class="held">{box}</g>')]
    signs += [("未收录", f'<g class="hole">{box}</g>')] * with_missing
    firsts = {edge.word[:2] for edge in edges}
    signs += [
        (name, f'<g class="edge relation-{word}"><path class="line" d="M0 0H26"/></g>')
        for name, word, relations in _LINES
        if firsts & {*relations}
    ]
    items = "".join(
        f'<li><svg width="26" height="20" viewBox="0 -10 26 20" aria-hidden="true">{shapes}</svg>{name}</li>'
        for name, shapes in signs
    )
    note = "<li>箭头指向被引用的文件；点击连线，查看原文</li>"
    return md.figure(f"<ul>{items}{note}</ul>", classes=["lineage-legend"])


def _wide(title: str, lanes: Sequence[Lane], missing: Sequence[Node], edges: Sequence[Edge]) -> str:
    """Draws all lines; `missing` stand so that these cross little."""
    left, marks = _left(lanes, _WIDE)
    right = _right(missing, left, edges)
    parts = [
        *marks,
        *_across(left, right, edges),
        *_around(left, edges, _WIDE),
        *(_box(box, _WIDE.line_length, "held") for box in left.values()),
        *(_box(box, _LINE_LENGTHS[1], "hole") for box in right.values()),
    ]
    return _drawing(title, _WIDTH, [*left.values(), *right.values()], parts, _WIDE.name)


def _upright(title: str, lanes: Sequence[Lane], missing: Sequence[Node], edges: Sequence[Edge]) -> str:
    """Draws a column of boxes, what is not held below the others and without lines: its boxes say how many cite it."""
    holes = [Lane("未收录（线略）", "", tuple(missing))] if missing else []
    boxes, marks = _left([*lanes, *holes], _UPRIGHT)
    held = {node.id for lane in lanes for node in lane.nodes}
    parts = [
        *marks,
        *_around({id: box for id, box in boxes.items() if id in held}, edges, _UPRIGHT),
        *(_box(box, _UPRIGHT.line_length, "held" if id in held else "hole") for id, box in boxes.items()),
    ]
    return _drawing(title, _UPRIGHT_WIDTH, [*boxes.values()], parts, _UPRIGHT.name)


def _drawing(title: str, width: int, boxes: Sequence[_Box], parts: Sequence[str], form: str) -> str:
    height = max(box.y + _HEIGHT for box in boxes) + _TOP
    return "\n".join(
        [
            f'<svg viewBox="0 0 {width} {height}" role="group" aria-labelledby="lineage-{form}">',
            f'<title id="lineage-{form}">{html.escape(title)}</title>',
            f'<defs><marker id="arrow-{form}" viewBox="0 0 8 8" refX="7" refY="4" markerUnits="userSpaceOnUse" '
            'markerWidth="9" markerHeight="9" orient="auto"><path d="M0 0.5 L8 4 L0 7.5 z"/></marker></defs>',
            *parts,
            "</svg>",
        ]
    )


def _left(lanes: Sequence[Lane], form: _Form) -> tuple[dict[str, _Box], list[str]]:
    """Places boxes below the names of their levels; returns them and these names."""
    boxes: dict[str, _Box] = {}
    marks = []
    y = _TOP
    for lane in lanes:
        tint = f" level-{lane.level}" if lane.level else ""
        marks.append(f'<text class="lane{tint}" x="{form.left}" y="{y + 18}">{html.escape(lane.name)}</text>')
        y += _LANE_GAP
        for node in lane.nodes:
            boxes[node.id] = _Box(node, form.left, y, form.width)
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


def _across(left: Mapping[str, _Box], right: Mapping[str, _Box], edges: Sequence[Edge]) -> Iterator[str]:
    """Draws lines to what is not held across the middle."""
    across = [edge for edge in edges if edge.target in right]
    starts = _ports(across, [edge.source for edge in across], [right[edge.target].middle for edge in across], left)
    ends = _ports(across, [edge.target for edge in across], [left[edge.source].middle for edge in across], right)
    for edge, start, end in zip(across, starts, ends, strict=True):
        x, x_end = _LEFT + _LEFT_WIDTH, _RIGHT - 2
        bend = (x_end - x) * 0.5
        path = f"M{x} {start:g} C{x + bend:g} {start:g} {x_end - bend:g} {end:g} {x_end} {end:g}"
        yield _edge(edge, path, x_end - 16, end + 4, _WIDE)


def _around(boxes: Mapping[str, _Box], edges: Sequence[Edge], form: _Form) -> Iterator[str]:
    """Draws lines between held documents around the left side."""
    left = form.left
    for number, edge in enumerate(edge for edge in edges if edge.target in boxes):
        source, target = boxes[edge.source], boxes[edge.target]
        start, end = source.middle - 8, target.middle + 8
        reach = min(form.widest_reach, _REACH + abs(start - end) * _REACH_PER_PIXEL + _TURN * (number % _TURNS))
        path = f"M{left} {start:g} C{left - reach:g} {start:g} {left - reach:g} {end:g} {left - 2} {end:g}"
        # The word stands at a quarter of the line: near the citing box, where lines seldom meet.
        yield _edge(edge, path, left - reach * 0.5625 - 4, start * 0.84375 + end * 0.15625 + 4, form)


def _ports(edges: Sequence[Edge], boxes: Sequence[str], far: Sequence[float], where: Mapping[str, _Box]) -> list[float]:
    """Finds where on the side of its box each line ends: spread over the side, in the order of the other ends."""
    places = [0.0] * len(edges)
    for id in set(boxes):
        at_box = sorted((n for n, box in enumerate(boxes) if box == id), key=lambda n: (far[n], n))
        for rank, number in enumerate(at_box, 1):
            places[number] = round(where[id].y + _HEIGHT * rank / (len(at_box) + 1), 1)
    return places


def _edge(edge: Edge, path: str, x: float, y: float, form: _Form) -> str:
    """Draws a line with its word left of x; the closest relation gives the line its form."""
    word = html.escape(edge.word)
    return (
        f'<a href="{html.escape(edge.address)}" class="edge relation-{word[:2]}">'
        f"<title>{html.escape(edge.proof)}</title>"
        f'<path class="wide" d="{path}"/><path class="line" d="{path}" marker-end="url(#arrow-{form.name})"/>'
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
