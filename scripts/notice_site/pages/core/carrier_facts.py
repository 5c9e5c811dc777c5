"""Tells the level, the issuers and the date of the document that carries another.

An annex or an issued document often has no issuer and no date of its own. What is shown for it is always marked as a
fact of the carrier (主件); the document itself stays without.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from notice_site.model import Notice
from notice_site.pages.core.document_days import carrier_with_day, known_day


class CarrierFacts(NamedTuple):
    """The documents that give the level, the date and the issuers of a carried document; None where none is taken."""

    level: Notice | None
    date: Notice | None
    issuers: Notice | None = None

    def as_data(self) -> dict[str, str | None]:
        """What is taken over, by the name of the field; data give the issuers of the carrier with the carrier."""
        of_level = {"level": self.level.level} if self.level else {}
        return of_level | ({"date": known_day(self.date)} if self.date else {})


def from_carrier(notice: Notice, notices: Mapping[str, Notice]) -> CarrierFacts:
    """Finds the nearest carriers with these facts.

    A document that names its issuer takes only a date: that the issuer was not understood says nothing of its rank.
    What is forwarded is by somebody else, so the issuers of the forwarding document are not taken over.
    """
    if notice.part_of is None:
        return CarrierFacts(None, None)
    date = None if known_day(notice) else carrier_with_day(notice, notices)
    if notice.level or notice.issuers:
        return CarrierFacts(None, date)
    carriers = [*_carriers(notice, notices)]
    level = next((carrier for carrier in carriers if carrier.level), None)
    issued = None if notice.role == "forwarded" else next((carrier for carrier in carriers if carrier.issuers), None)
    return CarrierFacts(level, date, issued)


def _carriers(notice: Notice, notices: Mapping[str, Notice]) -> Iterator[Notice]:
    """Yields the document that carries this one, the one that carries that, and so on."""
    seen = {notice.id}
    carrier = notices.get(notice.part_of or "")
    while carrier is not None and carrier.id not in seen:
        seen.add(carrier.id)
        yield carrier
        carrier = notices.get(carrier.part_of or "")
