"""Writes each comparison as a table: the rows of its page with both texts, as CSV and as JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from functools import partial
from json.encoder import encode_basestring

from notice_site.model import Cell, Comparison, Notice
from notice_site.pages.comparison.places import comparison_id
from notice_site.pages.comparison.rows import Sides
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.links import Location
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.pending_files import PendingFile
from notice_site.pages.core.section_paths import section_path
from notice_site.pages.core.site import Site

_FORMULA = ("=", "+", "-", "@", "\t")
"""With these a spreadsheet takes a cell for a formula."""


def comparison_files(site: Site) -> Iterator[PendingFile]:
    """Writes both files of each comparison."""
    for comparison in site.corpus.comparisons:
        both = frozenset((comparison.base, comparison.derived))
        made_from = site.comparison_fingerprints[both] if site.fingerprints else None
        for ending, write in (("csv", _csv), ("json", _json)):
            yield PendingFile(_file(comparison, ending).file, partial(write, site, comparison), made_from)


def download_links(sides: Sides) -> Markdown:
    """Links both files."""
    links = []
    for ending in ("csv", "json"):
        place = _file(sides.comparison, ending)
        named = {"download": place.file.rpartition("/")[2]}
        links.append(md.link(Markdown(ending.upper()), place.relative_to(sides.file), named=named))
    return md.paragraph(md.joined([Markdown("下载本对照："), *links], Markdown(" ")), classes=["downloads"])


def _file(comparison: Comparison, ending: str) -> Location:
    return Location(f"compare/{comparison_id(comparison)}.{ending}")


def _rows(sides: Sides) -> Iterator[dict[str, str]]:
    """Gives the rows by what their cells are called; words that differ stand in 〔〕."""
    for number, row in enumerate(sides.comparison.rows, 1):
        base_place, base = _cell(sides, sides.base, row.base)
        own_place, own = _cell(sides, sides.derived, row.derived)
        base_name, own_name = sides.names
        yield {
            "行": str(number),
            "类别": labels_zh.ROWS[row.kind],
            f"{base_name}位置": base_place,
            base_name: base,
            f"{own_name}位置": own_place,
            own_name: own,
        }


def _cell(sides: Sides, notice: Notice, cell: Cell | None) -> tuple[str, str]:
    if cell is None:
        return "", ""
    text = sides.text(notice, cell.block)
    shown = "".join(
        text[part.start : part.end] if part.kind == "same" else f"〔{text[part.start : part.end]}〕"
        for part in cell.parts
    )
    blocks = sides.blocks[notice.id]
    return section_path(blocks[cell.block], blocks.get), shown


def _csv(site: Site, comparison: Comparison) -> bytes:
    rows = [*_rows(Sides.of(site, comparison))]
    table = io.StringIO()
    writer = csv.DictWriter(table, [*rows[0]] if rows else [], lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _as_text(value) for name, value in row.items()} for row in rows)
    return table.getvalue().encode("utf-8-sig")  # the mark tells spreadsheets that it is UTF-8


def _as_text(value: str) -> str:
    return f"'{value}" if value.startswith(_FORMULA) else value


def _json(site: Site, comparison: Comparison) -> bytes:
    sides = Sides.of(site, comparison)
    whole = {
        "documents": {
            name: labels_zh.cite(notice) for name, notice in zip(sides.names, (sides.base, sides.derived), strict=True)
        },
        "shared": comparison.shared,
        "rows": [*_rows(sides)],
    }
    return f"{_indented(whole)}\n".encode()


def _indented(value: object, behind: str = "\n") -> str:
    """Writes JSON as `json.dumps` does with indent=1, which takes four times as long.

    >>> _indented({"rows": [{"行": "1"}], "shared": 2, "none": []}) == json.dumps(
    ...     {"rows": [{"行": "1"}], "shared": 2, "none": []}, ensure_ascii=False, indent=1
    ... )
    True
    """
    if isinstance(value, str):
        return encode_basestring(value)
    inner = f"{behind} "
    if value and isinstance(value, dict):
        fields = [f"{encode_basestring(name)}: {_indented(of_name, inner)}" for name, of_name in value.items()]
        return f"{{{inner}{f',{inner}'.join(fields)}{behind}}}"
    if value and isinstance(value, list):
        return f"[{inner}{f',{inner}'.join([_indented(item, inner) for item in value])}{behind}]"
    return json.dumps(value)
