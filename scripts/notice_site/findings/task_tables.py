"""Reads task tables: of each row, the cells that say what is to be done, by whom and by when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from notice_site.findings.task_table_heads import Column, Role, columns_of, head_rows, is_task_table
from notice_site.model import Block, BlockKind, CellSpan, Notice
from notice_site.model.frozen import dataclass
from notice_site.text.spacing import squeeze

_DUTIES = (Role.TASK, Role.MEASURE, Role.TOPIC)
"""What is to be done; where a row has several, all of them are its words: 规范会议管理 | 制定并实施管理办法."""

_WHO = (Role.LEAD, Role.UNIT, Role.PERSON)
"""Who has to act: the first of these columns that is filled in; 分管领导 only in a table that has none of them."""

_HIGHEST_START = 3
"""Rows above the head: a title over all columns, 填报单位：…, 单位：万元."""

_HIGHEST_HEAD = 3
"""Rows of a head: 责任分工 over 牵头单位 and 配合单位, with a further division below."""

# A cell that says that there is nothing, or numbers its row. takes: 1—1  （二）  —  无  /  3.; not: 无违纪  1月  一查
_NO_WORDS = re.compile(r"[\d\W_]*|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]?|无")
# A cell that means the one above it. takes: 同上  〃; not: 同上级部门
_DITTO = re.compile(r"[（(]?(?:同上|同前|〃|″|“|”|\"|'')[）)]?")
# The first words of a row that sums up or explains. takes: 合计  注：…  说明：  填表人：李某; not: 注册登记  合计划
_ASIDE_ROW = re.compile(r"(?:合计|总计|小计|共计)$|(?:备?注|说明|填报?[表人]人?|审核人|单位负责人|制表人?)[:：]")
# The label of a heading. takes: 一、学习教育  （二）整改  第一阶段; not: 一查到底
_HEADING = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}"
)


class TableCell(NamedTuple):
    """The words of a cell, and where they stand in the text of its block."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One row of a task table: `duties` are its cells that say what is to be done, from left to right."""

    block: str
    start: int  # of the row in the text of the block
    end: int
    duties: tuple[TableCell, ...]
    addressee: TableCell | None = None
    support: TableCell | None = None  # who helps
    carried: bool = False  # the addressee stands in a row above, which this one leaves empty
    deadline: TableCell | None = None
    is_due: bool = False  # the head of that column says that it holds deadlines, not just times
    stage: str | None = None
    is_problem: bool = False  # the table names no remedy: what is to be done is that the problem be solved


def task_rows(notice: Notice) -> Iterator[TaskRow]:
    """The rows of all task tables of a document, in reading order.

    A table that follows on a task table without a head of its own, and has as many columns, goes on with its head.
    """
    before: _Table | None = None
    for block in notice.blocks:
        if block.kind is not BlockKind.TABLE or not block.rows:
            before = None
            continue
        table = _read(block)
        if table is None and before and len(before.columns) == len(block.rows[0]):
            table = _Table(block, before.columns, before.head)
        if table:
            yield from table.rows()
        before = table


def _read(block: Block) -> _Table | None:
    """The table, if one of its first rows is the head of a task table."""
    for start in range(min(_HIGHEST_START + 1, len(block.rows) - 1)):
        height = min(head_rows(block.rows, block.spans, start), _HIGHEST_HEAD, len(block.rows) - start - 1)
        columns = columns_of(block.rows, block.spans, start, height)
        if is_task_table(columns):
            begins = start + height
            return _Table(block, _with_duties(columns, block.rows[begins:]), block.rows[start:begins], begins)
    return None


def _with_duties(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> Sequence[Column]:
    """The columns; where no head says what is to be done, the one with the most words under an unknown head does."""
    if any(column.role in (*_DUTIES, Role.PROBLEM) for column in columns):
        return columns
    unknown = [k for k, column in enumerate(columns) if column.role is None]
    longest = max(unknown, key=lambda k: sum(len(row[k]) for row in rows))
    return [column._replace(role=Role.TASK) if k == longest else column for k, column in enumerate(columns)]


@dataclass(frozen=True)
class _Table:
    """A task table: what its columns hold, the rows of its head, which may be repeated in it, and where these end."""

    block: Block
    columns: Sequence[Column]
    head: Sequence[Sequence[str]]
    begins: int = 0

    def rows(self) -> Iterator[TaskRow]:
        grid, stage = _Grid(self.block), None
        above: TaskRow | None = None
        for number in range(self.begins, len(self.block.rows)):
            row = self.block.rows[number]
            if row in self.head or self._repeats_head(row):
                continue
            if heading := self._heading(number, grid):
                stage = heading if "阶段" in heading else stage
                above = None
            elif read := self._row(number, grid, above):
                above = read
                yield replace(read, stage=stage) if stage and not read.stage else read

    def _repeats_head(self, row: Sequence[str]) -> bool:
        """Whether a row names the columns once more, as on each page of a print."""
        filled = [(squeeze(text), column.head) for text, column in zip(row, self.columns, strict=True) if text]
        return len(filled) > 1 and all(text == head for text, head in filled)

    def _heading(self, number: int, grid: _Grid) -> str | None:
        """The words of a row that is a heading or explains the table: 一、学习教育, 合计, 注：…; or None."""
        filled = [(column, squeeze(text)) for column, text in enumerate(self.block.rows[number]) if text]
        column, first = filled[0]
        if _ASIDE_ROW.match(first):
            return first
        if len(filled) > 1 or grid.is_covered(number):
            return None
        is_duty = self.columns[column].role in _DUTIES
        return first if not is_duty or grid.is_wide(number, column) or _HEADING.match(first) else None

    def _row(self, number: int, grid: _Grid, above: TaskRow | None) -> TaskRow | None:
        """What the row asks; None where it says of nothing that it is to be done, as the rows of a form to fill in."""

        def cells(*roles: Role, merged: bool = True) -> list[TableCell]:
            places = [k for k, column in enumerate(self.columns) if column.role in roles]
            return grid.filled(number, places, merged=merged)

        goes_on = above is not None and grid.goes_on(number)
        here = cells(*_DUTIES, merged=False)
        acting = _WHO if any(column.role in _WHO for column in self.columns) else (Role.SUPERVISOR,)
        named = next((cell for role in acting for cell in cells(role)), None)
        due, when = cells(Role.DEADLINE), cells(Role.DEADLINE, Role.SCHEDULE)
        if not (here or named or when):
            return None
        problems = cells(Role.PROBLEM)
        duties = here or cells(Role.MEASURE) or cells(Role.TASK, Role.TOPIC) or problems
        if not duties and goes_on and above:
            duties = list(above.duties)
        if not duties:
            return None
        row = TaskRow(self.block.id, *grid.bounds(number), tuple(duties), named, deadline=next(iter(when), None))
        row = replace(
            row,
            support=next(iter(cells(Role.SUPPORT)), None),
            is_due=bool(due),
            is_problem=duties is problems,
            stage=next((cell.text for cell in cells(Role.STAGE)), None),
        )
        return _completed(row, above, goes_on) if above else row


def _completed(row: TaskRow, above: TaskRow, goes_on: bool) -> TaskRow:
    """The row with what it takes over from the one above: 同上, or no name in a row that goes on the one above."""
    if _is_ditto(row.addressee) or (row.addressee is None and goes_on):
        row = replace(row, addressee=above.addressee, carried=above.addressee is not None)
    return replace(row, deadline=above.deadline, is_due=above.is_due) if _is_ditto(row.deadline) else row


def _is_ditto(cell: TableCell | None) -> bool:
    return cell is not None and _DITTO.fullmatch(squeeze(cell.text)) is not None


class _Grid:
    """The cells of a table with their places in the text of its block; a merged cell stands in all its places."""

    def __init__(self, block: Block) -> None:
        self._block = block
        self._starts: list[list[int]] = []
        at = 0
        for row in block.rows:
            starts = []
            for text in row:
                starts.append(at)
                at += len(text) + 1  # a tab, or the end of the row
            self._starts.append(starts)
        self._over = {
            (row, column): span
            for span in block.spans
            for row in range(span.row, span.row + span.height)
            for column in range(span.column, span.column + span.width)
        }

    def bounds(self, row: int) -> tuple[int, int]:
        """Where the row begins and ends in the text of the block."""
        return self._starts[row][0], self._starts[row][-1] + len(self._block.rows[row][-1])

    def filled(self, row: int, columns: Sequence[int], *, merged: bool) -> list[TableCell]:
        """The cells of these columns that hold words, each once; only where `merged` also those of several rows."""
        cells: dict[TableCell, None] = {}
        for column in columns:
            span = self._over.get((row, column), CellSpan(row, column, 1, 1))
            text = self._block.rows[span.row][span.column]
            if (merged or span.height == 1) and not _NO_WORDS.fullmatch(squeeze(text)):
                start = self._starts[span.row][span.column]
                cells[TableCell(text, start, start + len(text))] = None
        return [*cells]

    def is_wide(self, row: int, column: int) -> bool:
        """Whether the cell goes over more than half of the columns."""
        span = self._over.get((row, column))
        return span is not None and 2 * span.width > len(self._block.rows[row])

    def is_covered(self, row: int) -> bool:
        """Whether a cell of a row above goes on in the row."""
        return any(place[0] == row and span.row < row for place, span in self._over.items())

    def goes_on(self, row: int) -> bool:
        """Whether the row goes on with the one above without merged cells: its first cell, a number, is left empty."""
        return not self._block.rows[row][0] and (row, 0) not in self._over
