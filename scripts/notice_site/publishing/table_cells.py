"""Lists the cells of a table with the places that merged cells cover."""

from __future__ import annotations

from notice_site.model import Block
from notice_site.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell: where it begins, its text, how many rows and columns it covers."""

    row: int
    column: int
    text: str
    height: int = 1
    width: int = 1


def cells(block: Block) -> list[list[TableCell]]:
    """Returns the cells of a table by row; places on which a merged cell goes on are left out.

    A merged cell reaches at most to the edge of the table. A place that holds text is never left out.
    """
    merged = {(span.row, span.column): span for span in block.spans}
    height = len(block.rows)
    covered: set[tuple[int, int]] = set()
    rows: list[list[TableCell]] = []
    for row, texts in enumerate(block.rows):
        rows.append([])
        for column, text in enumerate(texts):
            if (row, column) in covered:
                continue
            span = merged.get((row, column))
            last_row = min(row + span.height, height) if span else row + 1
            last_column = min(column + span.width, len(texts)) if span else column + 1
            places = {(r, c) for r in range(row, last_row) for c in range(column, last_column)} - {(row, column)}
            if any(r_c in covered or _text(block, *r_c).strip() for r_c in places):
                places, last_row, last_column = set(), row + 1, column + 1
            covered |= places
            rows[-1].append(TableCell(row, column, text, last_row - row, last_column - column))
    return rows


def _text(block: Block, row: int, column: int) -> str:
    return block.rows[row][column] if column < len(block.rows[row]) else ""
