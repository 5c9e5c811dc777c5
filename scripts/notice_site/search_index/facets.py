"""Declares what the search writes of a document and by which facets it narrows its answers.

The declaration stands in the manifest of the search data; the scripts know fields and facets only from there.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from notice_site.reading.reference.volumes import OWN

FIELDS = (
    "url", "title", "title_block", "date", "number", "level", "issuers", "genre",
    "blocks", "texts", "headings", "sections", "runs_on", "spoken",
)  # fmt: skip
"""The values of a document's record, in the order in which they are written."""

_UNKNOWN = "原文未载"


class Facet(NamedTuple):
    """One way to narrow answers.

    `name` stands in addresses, `label` on the page. `of` is what has the values: document, volume, or place (a hit in a
    document). `field` is that of the record which holds them, `missing` what an empty one is called, `length` how many
    of its characters count (0: all), `order` how values are sorted: frequency or newest.
    """

    name: str
    label: str
    of: str
    field: str = ""
    missing: str = _UNKNOWN
    length: int = 0
    order: str = "frequency"

    @property
    def declaration(self) -> dict[str, Any]:
        """As the scripts read it."""
        return self._asdict()


FACETS = (
    Facet("hit", "所在", "place"),
    Facet("volume", "分卷", "volume", "volume", OWN),
    Facet("level", "层级", "document", "level"),
    Facet("issuer", "发文机关", "document", "issuers"),
    Facet("year", "年份", "document", "date", length=len("2014"), order="newest"),
    Facet("genre", "文种", "document", "genre", "其他"),
)

DOCUMENT_FIELDS = tuple(facet.field for facet in FACETS if facet.of == "document")
"""What can be asked of a document before its text is loaded."""
