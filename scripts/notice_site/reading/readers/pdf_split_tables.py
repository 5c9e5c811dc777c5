"""Joins the parts of a table that runs on over pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from notice_site.model import CellSpan, Dropped
from notice_site.reading.readers.pdf_rows import Row, Table

_TOLERANCE = 3.0  # points by which edges of columns differ from page to page
_HEAD_ROWS = 3  # a head of a table that is repeated on each page has no more rows

TextRow = tuple[str, ...]


def join_split_tables(rows: Sequence[Row]) -> tuple[tuple[Row, ...], tuple[Dropped, ...]]:
    """Joins tables with the same columns that end one page and begin the next; repeated heads are dropped."""
    kept: list[Row] = []
    dropped: list[Dropped] = []
    for row in rows:
        above = kept[-1] if kept else None
        if row.table is None or above is None or above.table is None or row.page != _last_page(above) + 1:
            kept.append(row)
            continue
        edges = _common_edges(above.table.edges, row.table.edges)
        if not edges:
            kept.append(row)
            continue
        upper, lower = _widened(above.table, edges), _widened(row.table, edges)
        repeated = _repeated_head(upper, lower)
        dropped += [Dropped("\t".join(head), "续表重复的表头", row.number) for head in lower[:repeated]]
        cells = _joined(upper, lower[repeated:])
        text = "\n".join(map("\t".join, cells))
        below = len(cells) - len(lower)  # the row from which the lower part would count, had it no head
        spans = _joined_spans(_moved(above.table, edges, 0), _moved(row.table, edges, below), len(upper), cells)
        kept[-1] = replace(above, text=text, table=Table(cells, edges, row.page, spans))
    return tuple(kept), tuple(dropped)


def _last_page(row: Row) -> int:
    return (row.table and row.table.last_page) or row.page


def _common_edges(upper: tuple[float, ...], lower: tuple[float, ...]) -> tuple[float, ...]:
    """The edges of the part that has more columns, where those of the other are among them; () where not."""
    fewer, more = sorted((upper, lower), key=len)
    ends = abs(fewer[0] - more[0]) <= _TOLERANCE and abs(fewer[-1] - more[-1]) <= _TOLERANCE
    among = all(any(abs(edge - other) <= _TOLERANCE for other in more) for edge in fewer)
    return more if ends and among else ()


def _widened(table: Table, edges: Sequence[float]) -> tuple[TextRow, ...]:
    """The cells of a table placed in these columns."""
    columns = _columns(table, edges)
    result = []
    for row in table.rows:
        cells = [""] * (len(edges) - 1)
        for column, text in zip(columns, row, strict=False):
            cells[column] = text
        result.append(tuple(cells))
    return tuple(result)


def _columns(table: Table, edges: Sequence[float]) -> list[int]:
    """Which of these edges each edge of the table is."""
    return [min(range(len(edges)), key=lambda k: abs(edges[k] - edge)) for edge in table.edges]


def _moved(table: Table, edges: Sequence[float], rows: int) -> list[CellSpan]:
    """The merged cells of a table in these columns, so many rows farther down."""
    columns = _columns(table, edges)
    return [
        CellSpan(
            span.row + rows, columns[span.column], span.height, columns[span.column + span.width] - columns[span.column]
        )
        for span in table.spans
    ]


def _joined_spans(
    upper: Sequence[CellSpan], lower: Sequence[CellSpan], first: int, rows: Sequence[TextRow]
) -> tuple[CellSpan, ...]:
    """The merged cells of `rows`, of which those from `first` on stand in the lower part.

    A merged cell goes on below the page edge where the cell below it is empty: 办公室 beside two rows on the first
    page and one on the next.
    """
    spans = {(span.row, span.column): span for span in (*upper, *(span for span in lower if span.row >= first))}
    for span in upper:
        place = (first, span.column)
        if span.row + span.height == first < len(rows) and span.height > 1 and not rows[first][span.column]:
            below = spans.pop(place, CellSpan(*place, 1, span.width))
            spans[span.row, span.column] = span._replace(height=span.height + below.height)
    return tuple(sorted(spans.values()))


def _repeated_head(upper: Sequence[TextRow], lower: Sequence[TextRow]) -> int:
    """How many rows both begin with; none where that is all that the lower part has."""
    count = 0
    while count < min(_HEAD_ROWS, len(upper), len(lower)) and upper[count] == lower[count]:
        count += 1
    return count if count < len(lower) else 0


def _joined(upper: tuple[TextRow, ...], lower: tuple[TextRow, ...]) -> tuple[TextRow, ...]:
    """The rows of both parts; a row that the page cuts has no number again on the next page, and is one."""
    numbered = all(row[0] for row in upper)
    if numbered and not lower[0][0]:
        cut = tuple(above + below for above, below in zip(upper[-1], lower[0], strict=True))
        return (*upper[:-1], cut, *lower[1:])
    return (*upper, *lower)
