"""Declares what the search writes of a document and by which facets it narrows its answers.

Both declarations stand in the manifest of the search data; the scripts know fields and facets only from there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

from notice_site.model import Notice
from notice_site.model.frozen import dataclass
from notice_site.reading.reference.volumes import THIS_VOLUME
from notice_site.search_index.records import Document, SearchBlock, notice_date, proposed_readings


@dataclass(frozen=True, slots=True)
class DocumentParts:
    """What the record of a document is written from; `levels` are the names of the levels by their ids."""

    document: Document
    passages: Sequence[SearchBlock]
    url: str
    levels: Mapping[str, str]

    @property
    def notice(self) -> Notice:
        """The document as it was understood."""
        return self.document.notice


def _sections(passages: Sequence[SearchBlock]) -> dict[str, str]:
    """The block above each block, where its id does not say it: sec_1__p_2 stands under sec_1."""
    above = {passage.block: passage.block.rpartition("__")[0] or None for passage in passages}
    return {passage.block: passage.section or "" for passage in passages if passage.section != above[passage.block]}


FIELDS: Mapping[str, Callable[[DocumentParts], Any]] = {
    "url": lambda of: of.url,
    "title": lambda of: of.notice.title or "",
    "title_block": lambda of: of.document.title_block or "",
    "date": lambda of: notice_date(of.notice),
    "number": lambda of: of.notice.number or "",
    "level": lambda of: of.levels.get(of.notice.level or "", ""),
    "issuers": lambda of: list(of.notice.issuers),
    "genre": lambda of: of.notice.genre or "",
    "blocks": lambda of: [passage.block for passage in of.passages],
    "texts": lambda of: [passage.text for passage in of.passages],
    "headings": lambda of: [passage.heading for passage in of.passages],
    "sections": lambda of: _sections(of.passages),
    "runs_on": lambda of: [number for number, passage in enumerate(of.passages) if passage.runs_on],
    "proposed": lambda of: proposed_readings(of.notice, of.passages),
    "spoken": lambda of: list(chain.from_iterable(of.document.spoken)),
}
"""The values of a document's record, in the order in which they are written: what a result shows and facets ask for,
then its passages with block, text and heading in lists."""


def document_record(document: Document, url: str, levels: Mapping[str, str]) -> dict[str, Any]:
    """One document as the engine reads it, which gets only the values."""
    parts = DocumentParts(document, document.passages, url, levels)
    return {name: value(parts) for name, value in FIELDS.items()}


_UNKNOWN = "未见"


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
    Facet("hit", "出现位置", "place"),
    Facet("volume", "分卷", "volume", "volume", THIS_VOLUME),
    Facet("level", "层级", "document", "level", "未定"),
    Facet("issuer", "发文机关", "document", "issuers"),
    Facet("year", "年份", "document", "date", length=len("2014"), order="newest"),
    Facet("genre", "文种", "document", "genre", "其他"),
)

DOCUMENT_FIELDS = tuple(facet.field for facet in FACETS if facet.of == "document")
"""What can be asked of a document before its text is loaded."""
