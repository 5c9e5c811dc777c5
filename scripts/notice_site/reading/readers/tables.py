"""Tells tables of data from tables that only lay out a page, which printers and sites use for heads and tails."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from notice_site.model import CellSpan, Line
from notice_site.model.frozen import dataclass
from notice_site.reading.extracted_text import Paragraph
from notice_site.text.spacing import squeeze


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell holds, and how many rows and columns it covers."""

    paragraphs: Sequence[Paragraph]
    height: int = 1
    width: int = 1

    @property
    def text(self) -> str:
        return "\n".join(paragraph.line.text.strip() for paragraph in self.paragraphs)


# The first words of a notice's tail, which printers set in ruled boxes.
# takes: 抄送：市委办, 主题词：师德, （共印50份）, …办公室2009年11月30日印发; not: 印发范围, 抄送单位数
_TAIL = re.compile(
    r"""
    ^ (?: 抄送 | 抄报 | 主送 | 送 | 报 | 发 | 主题词 ) [:：]
    | ^ [（(]? 共印\d+份 [）)]? $
    | 日印发 。? $
    """,
    re.VERBOSE,
)
# The red head of a notice, alone or beside the names of those who issue together.
# takes: 绍兴市教育局文件; not: 文件, 文件名称, 有关文件清单
_MASTHEAD = re.compile(r"^.{4,40}文件$")


_WIDEST = 100  # columns: cells beyond count as one column each, however many they claim
_FEWEST_PLACES = 50_000  # a table with fewer takes no time worth mention
_MOST_PLACES_FOR_CELL = 20  # a form has five for each cell: wide cells, and narrow ones above them
_ROWS_OF_TAIL = 6  # 主题词, 主送, 抄报, 抄送, 印发 and the number of copies
_ROWS_OF_MASTHEAD = 3  # the issuers, two below each other at most, and the number
_CELLS_OF_MASTHEAD = 5
_TEXT_PARAGRAPHS = 3  # a cell with so many holds running text
_TEXT_SHARE = 0.7  # and most of the table's characters: the other cells are margins and menus
_NAME_OF_FIELD = 20  # characters: what a field of a form is called
_FEWEST_FIELDS = 2  # one name beside an empty cell may be a title that is laid out
_ONE_LINE = 120  # characters: cells with more together are paragraphs beside each other


def unfold(rows: Sequence[Sequence[Cell]]) -> list[Paragraph]:
    """Makes one paragraph with `rows` of a table of data, and takes the paragraphs of any other in reading order."""
    filled = [[cell for cell in row if cell.paragraphs] for row in rows]
    filled = [row for row in filled if row]
    if not filled:
        return []
    if (not _is_form(rows) and _lays_out(filled)) or is_sparse(_places(rows), sum(map(len, rows))):
        return [paragraph for row in filled for paragraph in _in_order(row)]
    grid, spans = grid_of(rows)
    first = next(paragraph for row in filled for cell in row for paragraph in cell.paragraphs).line
    text = "\n".join("\t".join(row) for row in grid)
    linked = all(paragraph.linked for row in filled for cell in row for paragraph in cell.paragraphs)
    line = Line(text, first.number, rows=grid, spans=spans, whole=True, gap_before=first.gap_before)
    return [Paragraph(line, linked=linked)]


def is_sparse(places: int, cells: int) -> bool:
    """Whether nearly all places of a grid would be empty, as where the cells of one row are no columns of the others.

    >>> is_sparse(places=100 * 100, cells=200), is_sparse(places=1000 * 1000, cells=2000)
    (False, True)
    """
    return places > _FEWEST_PLACES and places > _MOST_PLACES_FOR_CELL * cells


def _places(rows: Sequence[Sequence[Cell]]) -> int:
    """The places of the grid that these rows need, empty ones too."""
    widest = covered = 0  # columns, and those that cells above cover
    ends: dict[int, int] = {}  # by row how many columns are no longer covered
    for number, row in enumerate(rows):
        covered -= ends.pop(number, 0)
        widths = [min(cell.width, _WIDEST) for cell in row]
        widest = max(widest, covered + sum(widths))
        for cell, width in zip(row, widths, strict=True):
            if cell.height > 1:
                covered += width
                ends[number + cell.height] = ends.get(number + cell.height, 0) + width
    return widest * len(rows)


def _is_form(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the table is a form to fill in: short names, each with an empty cell to its right (党员姓名 | ).

    A signature that is laid out so has its empty cells at the left, or a date.
    """
    names = [row[0] for row in rows if len(row) > 1 and row[0].paragraphs and not any(c.paragraphs for c in row[1:])]
    texts = [squeeze(cell.text) for row in rows for cell in row if cell.paragraphs]
    linked = any(paragraph.linked for cell in names for paragraph in cell.paragraphs)
    short = all(len(text) <= _NAME_OF_FIELD and "。" not in text and "年" not in text for text in texts)
    return len(names) >= _FEWEST_FIELDS and short and not linked


def _lays_out(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the table places running text, a masthead or a tail, and is no table of data."""
    if len(rows) == 1 or max(len(row) for row in rows) == 1:
        return True
    cells = [cell for row in rows for cell in row]
    if any(paragraph.line.rows for cell in cells for paragraph in cell.paragraphs):
        return True
    texts = [squeeze(cell.text) for cell in cells]
    if is_head_or_tail(rows):
        return True
    largest = max(range(len(cells)), key=lambda k: len(texts[k]))
    has_text = len(cells[largest].paragraphs) >= _TEXT_PARAGRAPHS
    return has_text and len(texts[largest]) >= _TEXT_SHARE * sum(map(len, texts))


def is_head_or_tail(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether these filled cells are the masthead of a notice or the remarks at its end (抄送, 印发)."""
    cells = [cell for row in rows for cell in row]
    if len(rows) <= _ROWS_OF_TAIL and any(_TAIL.search(squeeze(cell.text)) for cell in cells):
        return True
    return len(rows) <= _ROWS_OF_MASTHEAD and len(cells) <= _CELLS_OF_MASTHEAD and _is_masthead(rows)


def _is_masthead(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether few cells are the red head of a notice; 文件 alone may stand beside several issuers."""
    texts = [squeeze(cell.text) for cell in rows[0]]
    return any(map(_MASTHEAD.search, texts)) or ("文件" in texts and any(len(row) == 1 for row in rows))


def _in_order(row: Sequence[Cell]) -> list[Paragraph]:
    """Reads a row that lays out: as one line where each cell holds one, else cell after cell."""
    if len(row) > 1 and all(len(cell.paragraphs) == 1 and not cell.paragraphs[0].line.rows for cell in row):
        parts = [cell.paragraphs[0] for cell in row]
        if sum(len(part.line.text) for part in parts) <= _ONE_LINE:
            line = replace(parts[0].line, text="　".join(part.line.text.strip() for part in parts))
            return [Paragraph(line, all(part.linked for part in parts), sum(part.links for part in parts))]
    return [paragraph for cell in row for paragraph in cell.paragraphs]


class Grid(NamedTuple):
    """The cells of a table by row and column, and which of them cover more than one place."""

    rows: tuple[tuple[str, ...], ...]
    spans: tuple[CellSpan, ...] = ()


def grid_of(rows: Sequence[Sequence[Cell]]) -> Grid:
    """Places texts at their columns; a cell over several rows or columns leaves "" where it goes on."""
    grid: list[list[str]] = []
    spans: list[CellSpan] = []
    taken: dict[int, int] = {}  # column -> rows still covered from above
    for number, row in enumerate(rows):
        texts: list[str] = []
        below: dict[int, int] = {}
        for cell in row:
            while taken.get(len(texts), 0):
                texts.append("")
            width = cell.width if len(texts) < _WIDEST else 1
            spans.append(CellSpan(number, len(texts), cell.height, width))
            for k in range(width):
                if cell.height > 1:
                    below[len(texts)] = cell.height
                texts.append("" if k else cell.text)
        taken = {column: left - 1 for column, left in {**taken, **below}.items() if left > 1}
        grid.append(texts)
    kept = [number for number, texts in enumerate(grid) if any(texts)]
    grid = [grid[number] for number in kept]
    width = max((column + 1 for row in grid for column, text in enumerate(row) if text), default=0)
    table = tuple(tuple((row + [""] * width)[:width]) for row in grid)
    return Grid(table, tuple(_placed(spans, kept, width)))


def _placed(spans: Iterable[CellSpan], kept: Sequence[int], width: int) -> Iterator[CellSpan]:
    """Those that cover several places of the table that has only the rows `kept`, and `width` columns."""
    for span in spans:
        first, end = bisect_left(kept, span.row), bisect_left(kept, span.row + span.height)
        columns = min(span.width, width - span.column)
        if columns > 0 and (end - first) * columns > 1:
            yield CellSpan(first, span.column, end - first, columns)
