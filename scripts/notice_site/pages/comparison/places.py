"""Gives comparisons, and the rows in them, their addresses."""

from __future__ import annotations

from collections.abc import Mapping

from notice_site.model import Comparison
from notice_site.pages.core.links import Location

INDEX = Location("compare/index.md")


def comparison_id(comparison: Comparison) -> str:
    """Joins the ids of both documents, that of the derived one first."""
    return f"{comparison.derived}--{comparison.base}"


def comparison_place(comparison: Comparison) -> Location:
    """Returns the page of a comparison."""
    return Location(f"compare/{comparison_id(comparison)}.md")


def items_place(comparison: Comparison) -> Location:
    """Returns the page that compares two documents item by item."""
    return Location(f"compare/items-{comparison_id(comparison)}.md")


def row_places(comparison: Comparison) -> Mapping[tuple[str, str], Location]:
    """Finds the row in which each paragraph stands, by ids of document and block."""
    file = comparison_place(comparison).file
    places: dict[tuple[str, str], Location] = {}
    for number, row in enumerate(comparison.rows, 1):
        for notice, cell in ((comparison.base, row.base), (comparison.derived, row.derived)):
            if cell and row.kind != "moved":
                places[notice, cell.block] = Location(file, f"r{number}")
    return places
