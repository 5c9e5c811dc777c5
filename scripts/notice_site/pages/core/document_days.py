"""Tells the day of a document, and sorts documents by it: the one order of lists, matrices and neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from notice_site.model import Notice
from notice_site.pages.core import labels_zh


def known_day(notice: Notice) -> str | None:
    """Returns 成文日期, else 印发日期, else the day on which the document was published."""
    return notice.date or notice.printed or (notice.published.date if notice.published else None)


def dated(notice: Notice) -> str:
    """Words `known_day`, with what happened then unless it is 成文日期: 2014年1月24日见报; "" for none."""
    day = known_day(notice)
    return f"{labels_zh.day(day)}{day_kind(notice)}" if day else ""


def day_kind(notice: Notice) -> str:
    """What happened on `known_day`: 印发 or 见报; "" where it is 成文日期, which needs no word, or there is none."""
    if notice.date or not known_day(notice):
        return ""
    return labels_zh.EVENT_KINDS["printed" if notice.printed else "published"]


def carrier_with_day(notice: Notice, notices: Mapping[str, Notice]) -> Notice | None:
    """Finds the nearest document that carries this one and has a day."""
    seen = {notice.id}
    carrier = notices.get(notice.part_of or "")
    while carrier is not None and carrier.id not in seen and not known_day(carrier):
        seen.add(carrier.id)
        carrier = notices.get(carrier.part_of or "")
    return None if carrier is None or carrier.id in seen else carrier


def by_date(notices: Iterable[Notice], among: Iterable[Notice] = ()) -> list[Notice]:
    """Sorts documents by `known_day`, those without one last; equal ones stay in reading order.

    A carried document without a day stands beside its carrier, which is one of the documents or of those `among`.
    """
    documents = [*notices]
    carriers = {notice.id: notice for notice in (*among, *documents)}
    days = {
        notice.id: known_day(notice) or known_day(carrier_with_day(notice, carriers) or notice) for notice in documents
    }
    return sorted(documents, key=lambda notice: (days[notice.id] is None, days[notice.id] or ""))
