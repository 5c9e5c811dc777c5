"""Orders fragments of text on a page into rows from top to bottom, column after column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_LEVEL_OVERLAP = 0.4  # of the lower height: superscripts and 文件 beside two issuers overlap a row that much
_LEVELS_BACK = 3  # a fragment may belong to a row that others have begun below
_STEP_SIZE = 0.5  # of the size of the characters: rows that are nearer are one row, set in two heights
_USUAL_STEP = 1.6  # sizes from row to row in a print that has too few rows to show it
_LEVELS_OF_COLUMNS = 8  # fewer rows in two columns are a head or a signature with two names
_COLUMN_WIDTH = 0.3  # of the width of the print: the left part of a row that columns part is so wide
_COLUMN_SHARE = 0.6  # of the rows are parted where the page has two columns


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
    """Orders the fragments of one page; `before` is how many rows the pages before have."""
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
    return median([step for step in steps if step > _STEP_SIZE * size] or [_USUAL_STEP * size])


def _levels(fragments: Sequence[Fragment]) -> list[list[Fragment]]:
    """Groups fragments by height on the page, from the top, each group from left to right.

    A fragment joins the uppermost level whose first one it overlaps well: 文件 beside two issuers stands with
    the upper one.
    """
    levels: list[list[Fragment]] = []
    for fragment in sorted(fragments, key=lambda f: (-f.y1, f.x0)):
        for level in levels[-_LEVELS_BACK:]:
            first = level[0]
            overlap = min(first.y1, fragment.y1) - max(first.y0, fragment.y0)
            if overlap >= _LEVEL_OVERLAP * min(first.height, fragment.height):
                level.append(fragment)
                break
        else:
            levels.append([fragment])
    return [sorted(level, key=lambda f: f.x0) for level in levels]


def _columns(levels: list[list[Fragment]]) -> list[list[list[Fragment]]]:
    """Leaves the levels in one column, or parts them in two where most of them have a gap in the middle."""
    if len(levels) < _LEVELS_OF_COLUMNS:
        return [levels]
    left = min(level[0].x0 for level in levels)
    right = max(level[-1].x1 for level in levels)
    middle = (left + right) / 2
    parted = [level for level in levels if len(level) >= 2 and not any(f.x0 < middle < f.x1 for f in level)]
    column_width = _COLUMN_WIDTH * (right - left)
    wide = [level for level in parted if max(f.x1 for f in level if f.x1 <= middle) - left > column_width]
    if len(wide) < _COLUMN_SHARE * len(levels):
        return [levels]
    columns: list[list[list[Fragment]]] = [[], []]
    for level in levels:
        for k in (0, 1):
            if part := [f for f in level if (f.x0 + f.x1 > 2 * middle) == bool(k)]:
                columns[k].append(part)
    return columns
