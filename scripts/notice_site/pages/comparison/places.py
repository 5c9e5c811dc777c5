"""Gives comparisons, and the rows in them, their addresses."""

from __future__ import annotations

from collections.abc import Mapping

from notice_site.model import Comparison, Notice
from notice_site.pages.core.document_days import by_date
from notice_site.pages.core.links import Location
from notice_site.pages.core.site import Site

INDEX = Location("compare/index.md")

PICK = Location("compare/any.md")
"""The page on which a reader lays any documents side by side."""


def pickable(site: Site) -> list[Notice]:
    """Lists the documents that can be laid side by side, by date: those with text, where there are two at least."""
    notices = [notice for notice in by_date(site.corpus.notices) if notice.kind != "no-text"]
    return notices if len(notices) > 1 else []


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
