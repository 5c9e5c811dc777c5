"""Fragments of text on one page, by their place -> rows from top to bottom, column after column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median


@dataclass(frozen=True, slots=True)
class Fragment:
    """A run of characters set in one go; lengths in points, y upwards from the foot of the page."""

    text: str
    x0: float
    x1: float
    y0: float
    y1: float
    size: float  # of its characters

    @property
    def height(self) -> float:
        return max(self.y1 - self.y0, 1.0)


@dataclass(frozen=True, slots=True)
class Row:
    """One line as printed: fragments on one level, with a wide gap between them."""

    text: str
    page: int  # from 1
    number: int  # over all pages, from 1
    x0: float
    x1: float
    top: float
    bottom: float
    size: float


def rows_of(fragments: Sequence[Fragment], page: int, before: int) -> list[Row]:
    """The rows of one page; `before` is how many rows the pages before have."""
    levels = _levels(fragments)
    columns = _columns(levels)
    ordered = [level for column in columns for level in column]
    return [
        Row(
            text="\u3000".join(fragment.text for fragment in level),
            page=page,
            number=before + k,
            x0=level[0].x0,
            x1=max(fragment.x1 for fragment in level),
            top=max(fragment.y1 for fragment in level),
            bottom=min(fragment.y0 for fragment in level),
            size=max(fragment.size for fragment in level),
        )
        for k, level in enumerate(ordered, 1)
    ]


def row_pitch(rows: Sequence[Row]) -> float:
    """The usual distance from row to row, in points."""
    steps = [upper.top - lower.top for upper, lower in pairwise(rows) if upper.page == lower.page]
    size = median(row.size for row in rows) if rows else 1.0
    return median([step for step in steps if step > 0.5 * size] or [1.6 * size])


def _levels(fragments: Sequence[Fragment]) -> list[list[Fragment]]:
    """Fragments grouped by height on the page, from the top, each group from left to right.

    A fragment joins the uppermost level whose first one it overlaps well: 文件 beside two issuers stands with
    the upper one.
    """
    levels: list[list[Fragment]] = []
    for fragment in sorted(fragments, key=lambda f: (-f.y1, f.x0)):
        for level in levels[-3:]:
            first = level[0]
            overlap = min(first.y1, fragment.y1) - max(first.y0, fragment.y0)
            if overlap >= 0.4 * min(first.height, fragment.height):
                level.append(fragment)
                break
        else:
            levels.append([fragment])
    return [sorted(level, key=lambda f: f.x0) for level in levels]


def _columns(levels: list[list[Fragment]]) -> list[list[list[Fragment]]]:
    """The levels as one column, or parted in two where most of them have a gap at the same place."""
    if len(levels) < 8:
        return [levels]
    left = min(level[0].x0 for level in levels)
    right = max(level[-1].x1 for level in levels)
    middle = (left + right) / 2
    parted = [level for level in levels if len(level) >= 2 and not any(f.x0 < middle < f.x1 for f in level)]
    wide = [level for level in parted if max(f.x1 for f in level if f.x1 <= middle) - left > 0.3 * (right - left)]
    if len(wide) < 0.6 * len(levels):
        return [levels]
    columns: list[list[list[Fragment]]] = [[], []]
    for level in levels:
        for k in (0, 1):
            if part := [f for f in level if (f.x0 + f.x1 > 2 * middle) == bool(k)]:
                columns[k].append(part)
    return columns
