"""Tells the level and the date of the document that carries another, where the other states none itself.

An annex or an issued document often has no issuer and no date of its own. What is shown for it is always marked as a
fact of the carrier (主件); the document itself stays without.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from notice_site.model import Notice
from notice_site.pages.core.term_index import known_day


class CarrierFacts(NamedTuple):
    """The documents that give the level and the date of a carried document; None where nothing is taken over."""

    level: Notice | None
    date: Notice | None

    def as_data(self) -> dict[str, str | None]:
        """What is taken over, by the name of the field."""
        of_level = {"level": self.level.level} if self.level else {}
        return of_level | ({"date": known_day(self.date)} if self.date else {})


def from_carrier(notice: Notice, notices: Mapping[str, Notice]) -> CarrierFacts:
    """Finds the nearest carriers with a level and with a date.

    A document that names its issuer takes no level: that the issuer was not understood says nothing of its rank.
    """
    level = date = None
    seen = {notice.id}
    carrier = notices.get(notice.part_of or "")
    while carrier is not None and carrier.id not in seen:
        seen.add(carrier.id)
        if level is None and carrier.level and not (notice.level or notice.issuers):
            level = carrier
        if date is None and known_day(carrier) and not known_day(notice):
            date = carrier
        carrier = notices.get(carrier.part_of or "")
    return CarrierFacts(level, date)
