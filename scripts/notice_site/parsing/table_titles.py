"""Parts the title that stands in the first row of a table, over all its columns, from the table."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from notice_site.model import Align
from notice_site.parsing import line_patterns
from notice_site.parsing.line_joining import Paragraph
from notice_site.text.spacing import squeeze

_FEWEST_ROWS = 3  # the title, the names of the columns, an entry
_FEWEST_COLUMNS = 2
_SHORTEST = 6  # characters: 值班表 over three columns may be a group of rows

# 2014年春节值班表  重点工作清单（共30项）  甲县乡镇领导名单; not 第一季度, 合计
_TABLE_TITLE = re.compile(r"(?:表|清单|名单|目录|台账|计划|方案|安排|指标|要点)(?:[（(][^（）()]{1,12}[）)])?$")


def with_table_titles(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs, each table that has a title in its first row as two of them."""
    return tuple(part for paragraph in paragraphs for part in _parts(paragraph))


def _parts(paragraph: Paragraph) -> tuple[Paragraph, ...]:
    rows = paragraph.rows
    if len(rows) < _FEWEST_ROWS or len(rows[0]) < _FEWEST_COLUMNS or not _is_title(rows[0]):
        return (paragraph,)
    title, rest = rows[0][0], rows[1:]
    if any(span.row == 0 and span.height > 1 for span in paragraph.spans):
        return (paragraph,)
    spans = tuple(span._replace(row=span.row - 1) for span in paragraph.spans if span.row > 0)
    first = Paragraph(
        squeeze(title), paragraph.lines, Align.CENTER, gap_before=paragraph.gap_before, decision=paragraph.decision
    )
    text = "\n".join("\t".join(row) for row in rest)
    return first, replace(paragraph, text=text, rows=rest, spans=spans, gap_before=False, decision=None)


def _is_title(row: tuple[str, ...]) -> bool:
    """Whether a row holds one text in its first cell and that text is a title."""
    title = squeeze(row[0])
    return (
        len(title) >= _SHORTEST
        and not any(row[1:])
        and line_patterns.is_title_like(title)
        and bool(_TABLE_TITLE.search(title) or line_patterns.genre(title))
    )
