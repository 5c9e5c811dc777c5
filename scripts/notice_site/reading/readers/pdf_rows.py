"""Orders fragments of text on a page into rows from top to bottom, column after column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import groupby, pairwise
from statistics import median

from notice_site.model import CellSpan
from notice_site.model.frozen import dataclass

_WESTERN_END = re.compile(r"[A-Za-z,.;:)]$")
_WESTERN_START = re.compile(r"^[A-Za-z(]")

_LEVEL_OVERLAP = 0.4  # of the lower height: superscripts and 文件 beside two issuers overlap a row that much
_LEVELS_BACK = 3  # a fragment may belong to a row that others have begun below
_STEP_SIZE = 0.5  # of the size of the characters: rows that are nearer are one row, set in two heights
_USUAL_STEP = 1.6  # sizes from row to row in a print that has too few rows to show it
_LEVELS_OF_COLUMNS = 8  # fewer rows in two columns are a head or a signature with two names
_LEVELS_BETWEEN = 3  # fewer rows between two that run across are pieces of one
_SET_OFF_STEPS = 1.6  # usual steps: a head or foot stands so far off the columns; paragraphs may stand 1.5 apart
_COLUMN_WIDTH = 0.3  # of the width of the print: the left part of a row that columns part is so wide
_COLUMN_SHARE = 0.6  # of the rows are parted where the page has two columns


@dataclass(frozen=True, slots=True)
class Table:
    """The cells of a ruled table, where its columns begin and end, and the last page of one that runs on over pages."""

    rows: tuple[tuple[str, ...], ...]
    edges: tuple[float, ...]
    last_page: int = 0
    spans: tuple[CellSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class Fragment:
    """A run of characters set in one go; lengths in points, y upwards from the foot of the page."""

    text: str
    x0: float
    x1: float
    y0: float
    y1: float
    size: float  # of its characters
    table: Table | None = None

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
    column: int = 0  # 1 or 2 where the page has two, side by side; 0 for what runs across
    table: Table | None = None


def rows_of(fragments: Sequence[Fragment], page: int, before: int) -> list[Row]:
    """Orders the fragments of one page; `before` is how many rows the pages before have."""
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
            column=column,
            table=level[0].table,
        )
        for k, (column, level) in enumerate(_around_tables(fragments), 1)
    ]


def joined(texts: Iterable[str]) -> str:
    """Joins the rows of a paragraph, with a space only between Western words.

    >>> joined(["关于", "通知"]), joined(["use of", "HIS"])
    ('关于通知', 'use of HIS')
    """
    result = ""
    for text in texts:
        space = " " if _WESTERN_END.search(result) and _WESTERN_START.match(text) else ""
        result += space + text
    return result


def row_pitch(rows: Sequence[Row]) -> float:
    """The usual distance from row to row, in points."""
    steps = [upper.top - lower.top for upper, lower in pairwise(rows) if upper.page == lower.page]
    size = median(row.size for row in rows) if rows else 1.0
    return median([step for step in steps if step > _STEP_SIZE * size] or [_USUAL_STEP * size])


def levels_of(fragments: Sequence[Fragment]) -> list[list[Fragment]]:
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


def _around_tables(fragments: Sequence[Fragment]) -> Iterator[tuple[int, list[Fragment]]]:
    """Column and level in reading order: what is above a table or beside it comes before it."""
    rest = [fragment for fragment in fragments if fragment.table is None]
    for table in sorted((fragment for fragment in fragments if fragment.table), key=lambda f: (-f.y1, f.x0)):
        yield from _ordered([fragment for fragment in rest if fragment.y0 + fragment.y1 > 2 * table.y0])
        yield 0, [table]
        rest = [fragment for fragment in rest if fragment.y0 + fragment.y1 <= 2 * table.y0]
    yield from _ordered(rest)


def _ordered(fragments: Sequence[Fragment]) -> Iterator[tuple[int, list[Fragment]]]:
    """Column and level in reading order: what runs across the columns parts those above it from those below."""
    levels = levels_of(fragments)
    middle = _middle(levels)
    if middle is None:
        yield from ((0, level) for level in levels)
        return
    set_off = _set_off(levels)
    across = [k in set_off or any(f.x0 < middle < f.x1 for f in level) for k, level in enumerate(levels)]
    for is_across, numbers in groupby(range(len(levels)), key=across.__getitem__):
        group = [levels[k] for k in numbers]
        if is_across or len(group) < _LEVELS_BETWEEN:
            yield from ((0, level) for level in group)
            continue
        pieces = [fragment for level in group for fragment in level]
        yield from ((1, level) for level in levels_of([fragment for fragment in pieces if fragment.x1 <= middle]))
        yield from ((2, level) for level in levels_of([fragment for fragment in pieces if fragment.x1 > middle]))


def _set_off(levels: Sequence[Sequence[Fragment]]) -> Set[int]:
    """The numbers of the first and the last level, where white space parts them from the columns."""
    tops = [max(fragment.y1 for fragment in level) for level in levels]
    steps = [upper - lower for upper, lower in pairwise(tops)]
    wide = _SET_OFF_STEPS * median(steps)
    return {k for k, step in ((0, steps[0]), (len(levels) - 1, steps[-1])) if step > wide}


def _middle(levels: Sequence[Sequence[Fragment]]) -> float | None:
    """The place between two columns, where most levels have a gap in the middle of the page."""
    if len(levels) < _LEVELS_OF_COLUMNS:
        return None
    left = min(level[0].x0 for level in levels)
    right = max(fragment.x1 for level in levels for fragment in level)
    middle = (left + right) / 2
    width = _COLUMN_WIDTH * (right - left)
    parted = [level for level in levels if level[0].x1 <= middle and not any(f.x0 < middle < f.x1 for f in level)]
    wide = [level for level in parted if len(level) > 1 and max(f.x1 for f in level if f.x1 <= middle) - left > width]
    return middle if len(wide) >= _COLUMN_SHARE * len(levels) else None
