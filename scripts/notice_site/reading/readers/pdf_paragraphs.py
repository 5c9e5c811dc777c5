"""Joins the rows of a print into paragraphs: a row that runs to the right edge goes on in the next."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise
from statistics import median

from notice_site.model import Align, Line
from notice_site.model.frozen import dataclass
from notice_site.reading.extracted_text import Paragraph
from notice_site.reading.readers.pdf_rows import Row, joined, row_pitch
from notice_site.text.labels import Style, match_label

# takes: 第一章 总则……………3, 一、总体要求. . . . . . 12; not: 等等……, 见附件……3
_LEADER = re.compile(r"(?: [.．·・‥…] \s* ){4,} \d{1,4} $", re.VERBOSE)
_MARK = re.compile("[，。；：！？、,:;]")
_QUOTES = re.compile(r".{0,2}[“”‘’]")
_SENTENCE_END = re.compile(r"[。；：！？]$")

# Widths in characters of running text. A first-line indent is two characters wide; glyphs and justified rows are
# placed up to half a character off.
_CENTERED_INDENT = 2.6  # a centred row begins further in than an indented one
_CENTERED_LARGE_INDENT = 1.0  # a title in larger characters may nearly fill its row
_CENTERED_REST = 0.5  # a row that ends nearer to the right edge fills it
_CENTERED_DIFFERENCE = 1.6  # between the free space on both sides
_FULL_REST = 1.9  # a full row leaves no room for a character and a punctuation mark, which may not begin a row
_OPEN_REST = 1.99  # a row that ends within a sentence is full with that much room: marks may not begin or end a row
_QUOTED_REST = 3.6  # the same before a row that begins with quotes, which browsers keep with the characters beside them
_WHOLE_REST = 2.0  # a row with more room than that has ended its paragraph
_FIRST_INDENT = 4.5  # the first row of a paragraph begins no further in; a date set to the right does
_FLUSH_INDENT = 0.8  # a row that goes on begins at the left edge

# Shares of the width of the print area.
_RIGHT_INDENT = 0.4  # a signature begins behind the first two fifths
_RIGHT_REST = 0.35  # and ends in the last third: a date below it may be set in from the right edge
_RIGHT_RATIO = 1.5  # the space before it is so many times that behind it

# Shares of the size of a row's characters.
_LARGER_SIZE = 1.15  # a title in 二号 above a text in 三号 is 22 : 16 points; 16 : 14, 三号 beside 四号, is no title
_SAME_SIZE = 0.15  # rows of one paragraph differ by less

# Distances in usual steps from row to row.
_GAP_STEPS = 1.6  # more than that is white space that the author left
_PARAGRAPH_STEPS = 1.8  # a paragraph does not run on over more than that

_APART = 1.15  # of the step within paragraphs: paragraphs stand apart on purpose
_STEPS_TELL = 3  # so many steps within and between paragraphs show it

_ROWS_OF_SIDE = 12  # the edges of odd or of even pages alone show in so many rows
_EDGE_GRID = 2.0  # points: rows that end so near each other end at one edge
_ROWS_AT_EDGE = 2
_BEYOND_SHARE = 3  # more than one row in so many beyond a place are no marks that hang over the edge
_EDGE_SHARE = 10  # and one row in so many ends at the edge: a single row may run out of the print area


@dataclass(frozen=True, slots=True)
class PrintArea:
    """The area of a page that is printed on, in points, and the size of its running text."""

    left: float
    right: float
    em: float
    pitch: float  # from row to row

    def indent(self, row: Row) -> float:
        """How many characters the row begins after the left edge."""
        return (row.x0 - self.left) / self.em

    def rest(self, row: Row) -> float:
        """How many characters the row ends before the right edge."""
        return (self.right - row.x1) / self.em

    def align(self, row: Row) -> Align:
        """Tells how a row is aligned by the free space on both sides; a first-line indent alone centres nothing."""
        before, after = self.indent(row), self.rest(row)
        indent = _CENTERED_LARGE_INDENT if row.size > _LARGER_SIZE * self.em else _CENTERED_INDENT
        if before > indent and after > _CENTERED_REST and abs(before - after) < _CENTERED_DIFFERENCE:
            return Align.CENTER
        width = (self.right - self.left) / self.em
        if before > _RIGHT_INDENT * width and after < _RIGHT_REST * width and before > _RIGHT_RATIO * after:
            return Align.RIGHT
        return Align.LEFT


def paragraphs_of(rows: Sequence[Row]) -> tuple[Paragraph, ...]:
    """Joins rows into paragraphs, `whole` where the print shows that no more follows."""
    areas = print_areas(rows)
    flush = _flush_points(rows, areas)
    step = _paragraph_step(rows, areas)
    groups: list[list[Row]] = []
    for row in rows:
        if groups and _goes_on(groups[-1][-1], row, areas, step) and not _begins_point(groups[-1][-1], row, flush):
            groups[-1].append(row)
        else:
            groups.append([row])
    result = []
    previous: Row | None = None
    for group in groups:
        first, last = group[0], group[-1]
        if first.table:
            line = Line(
                first.text, first.number, rows=first.table.rows, spans=first.table.spans, whole=True, page=first.page
            )
            result.append(Paragraph(line))
            previous = last
            continue
        area = areas[first.page, first.column]
        gap = previous is not None and (
            previous.page != first.page or previous.top - first.top > _GAP_STEPS * area.pitch
        )
        line = Line(
            joined(row.text for row in group),
            first.number,
            align=area.align(first) if len(group) == 1 else Align.LEFT,
            whole=areas[last.page, last.column].rest(last) > _WHOLE_REST
            or len(group) > 1
            or _LEADER.search(last.text) is not None,
            gap_before=gap,
            page=first.page,
        )
        result.append(Paragraph(line))
        previous = last
    return tuple(result)


def _goes_on(row: Row, following: Row, areas: PrintAreas, step: float) -> bool:
    """Whether a paragraph runs on: its row is full and the next one begins at the left edge, in the same size.

    No paragraph goes on over more than `step`, in points.
    """
    if row.table or following.table or _LEADER.search(row.text):
        return False
    area, next_area = areas[row.page, row.column], areas[following.page, following.column]
    is_open = _SENTENCE_END.search(row.text) is None and match_label(following.text) is None
    quoted = is_open and _QUOTES.match(following.text) is not None
    full = _QUOTED_REST if quoted else _OPEN_REST if is_open else _FULL_REST
    if area.rest(row) > full or abs(next_area.indent(following)) > _FLUSH_INDENT:
        return False
    if area.indent(row) > _FIRST_INDENT:
        return False
    if abs(row.size - following.size) > _SAME_SIZE * row.size or area.align(row) is Align.CENTER:
        return False
    if (row.page, row.column) != (following.page, following.column):
        return True
    return row.top - following.top <= step


def _paragraph_step(rows: Sequence[Row], areas: PrintAreas) -> float:
    """The longest step within a paragraph, in points; shorter than that between paragraphs, where they stand apart."""
    within, between = [], []
    for row, following in _neighbours(rows):
        area = areas[row.page, row.column]
        if abs(row.size - following.size) > _SAME_SIZE * row.size or area.align(following) is not Align.LEFT:
            continue
        step = row.top - following.top
        if area.rest(row) > _WHOLE_REST:
            between.append(step)
        elif area.indent(following) < _FLUSH_INDENT:
            within.append(step)
    usual = _PARAGRAPH_STEPS * row_pitch([row for row in rows if row.table is None])
    if min(len(within), len(between)) < _STEPS_TELL or median(between) < _APART * median(within):
        return usual
    return min(usual, (median(within) + median(between)) / 2)


def _neighbours(rows: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    """Rows of text with the one below, in the same column of a page."""
    for row, following in pairwise(rows):
        if not (row.table or following.table) and (row.page, row.column) == (following.page, following.column):
            yield row, following


def _flush_points(rows: Sequence[Row], areas: PrintAreas) -> Set[Style]:
    """The styles of labels with which paragraphs begin at the left edge, where the row above has ended one.

    Every style in a print that indents no paragraph.
    """
    flush = indented = 0
    styles = set()
    for row, following in _neighbours(rows):
        area = areas[row.page, row.column]
        if area.rest(row) <= _WHOLE_REST or area.align(following) is not Align.LEFT:
            continue
        if area.indent(following) >= _FLUSH_INDENT:
            indented += 1
            continue
        flush += 1
        if label := match_label(following.text):
            styles.add(label.style)
    return frozenset(Style) if flush > indented else styles


def _begins_point(row: Row, following: Row, styles: Set[Style]) -> bool:
    """Whether a sentence has ended and a point with a label of these styles begins (（二）…).

    The first section begins below a row without any mark as well: 甲县人民医院 ⏎ 一、工作安排.
    """
    label = match_label(following.text)
    if label is None:
        return False
    first = label.style is Style.HAN and label.number == 1 and not _MARK.search(row.text)
    return first or (label.style in styles and _SENTENCE_END.search(row.text) is not None)


PrintAreas = Mapping[tuple[int, int], PrintArea]
"""The print areas by page and column."""


def print_areas(rows: Sequence[Row]) -> PrintAreas:
    """The print area of each page: odd and even pages may differ, a short page is like the others of its side."""
    lines = [row for row in rows if row.table is None]
    em = median([row.size for row in lines] or [1.0]) or 1.0  # a damaged file may set characters in no size
    pitch = row_pitch(lines)
    edged = [*rows, *(row for row in rows if row.table)]  # a table is as wide as the text; two rows at an edge count
    areas = {}
    for page, column in {(row.page, row.column) for row in rows}:
        alike = [row for row in edged if column in (0, row.column)]
        side = [row for row in alike if row.page % 2 == page % 2]
        side = side if len(side) >= _ROWS_OF_SIDE else alike
        left, right = _edge([-row.x0 for row in side]), _edge([row.x1 for row in side])
        areas[page, column] = PrintArea(-left, right, em, pitch)
    return areas


def _edge(places: Sequence[float]) -> float:
    """The outermost place at which enough rows end and beyond which few do, else the outermost of all.

    Places count to two points.
    """
    counts = Counter(_EDGE_GRID * round(place / _EDGE_GRID) for place in places)
    beyond = 0
    for place, count in sorted(counts.items(), reverse=True):
        if count >= _ROWS_AT_EDGE and count * _EDGE_SHARE >= len(places):
            return place
        beyond += count
        if beyond * _BEYOND_SHARE > len(places):
            break
    return max(counts)
