"""Writes CSV files that spreadsheet programs open without asking."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Mapping
from itertools import chain

Columns = Mapping[str, str]
"""The columns of a table from left to right, each with the type of its cells: string, integer, number."""

_FORMULA_SIGNS = frozenset("=+-@\t\r")


def columns(names: str, **types: str) -> Columns:
    """Names the columns of a table, those of text and, by their names, those of other types.

    >>> columns("词语 出现次数", 出现次数="integer")
    {'词语': 'string', '出现次数': 'integer'}
    """
    return {name: types.get(name, "string") for name in names.split()}


def csv_document(head: Iterable[str], rows: Iterable[Iterable[str]] = ()) -> bytes:
    """Writes a CSV file as RFC 4180 has it: UTF-8, lines that end in CR LF.

    Without the byte order mark Excel would take UTF-8 for the system's own encoding. A cell that a spreadsheet program
    would run as a formula gets an apostrophe before it.

    >>> csv_document(["词语"], [["六问"], ["=1+1"]]).decode("utf-8-sig")
    "词语\\r\\n六问\\r\\n'=1+1\\r\\n"
    """
    return codecs.BOM_UTF8 + csv_rows(chain([head], rows))


def csv_rows(rows: Iterable[Iterable[str]]) -> bytes:
    """Writes rows as they stand in such a file below others."""
    output = io.BytesIO()  # a large table is held once, as bytes
    with io.TextIOWrapper(output, "utf-8", newline="") as text:
        csv.writer(text, lineterminator="\r\n").writerows([_harmless(cell) for cell in row] for row in rows)
        text.flush()
        return output.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell[:1] in _FORMULA_SIGNS else cell
