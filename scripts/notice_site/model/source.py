"""Sources: the files as they were received, read into lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from enum import StrEnum
from typing import NamedTuple

from notice_site.model.frozen import dataclass


class Align(StrEnum):
    """How the source places a line, where its format says so."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class CellSpan(NamedTuple):
    """A cell of a table that covers several rows or columns: where it begins, and how many it covers."""

    row: int
    column: int
    height: int
    width: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a plain text, or one paragraph of a format that has paragraphs.

    `text` is as found (entities decoded, inner white space kept); `number` is the physical line
    of the source file, from 1 (for .docx the paragraph, for .pdf the line over all pages).
    """

    text: str
    number: int
    align: Align = Align.LEFT
    heading: int = 0  # 1-6 where the format marks a heading, else 0
    rows: tuple[tuple[str, ...], ...] = ()  # the cells, where the line is a whole table
    spans: tuple[CellSpan, ...] = ()  # of the cells of `rows`, those that cover more than one place
    whole: bool = False  # the format itself says that this is a whole paragraph
    gap_before: bool = False  # a blank line or page edge stands before it
    page: int = 0  # page of a paged format, from 1
    glyphs: tuple[tuple[str, str], ...] = ()  # signs that the file has, and the characters that `text` has for them


@dataclass(frozen=True, slots=True)
class Dropped:
    """Visible text of a source that is not shown, and why (页码, site furniture …)."""

    text: str
    reason: str
    line: int = 0
    lines_above: int | None = field(default=None, compare=False, repr=False)  # kept lines; None: not told


@dataclass(frozen=True, slots=True)
class Source:
    """What was read from one file of the notices folder."""

    name: str  # path below the notices folder, with /
    sha256: str
    size: int  # bytes
    format: str  # text, html, markdown, docx, pdf, office
    encoding: str  # utf-8, utf-8-sig, utf-16, gb18030, big5 or binary
    lines: Sequence[Line]
    dropped: tuple[Dropped, ...] = ()
    has_text: bool = True  # False for scans: pictures only
    metadata: tuple[tuple[str, str], ...] = ()  # label and value, as a site's metadata table gives them
