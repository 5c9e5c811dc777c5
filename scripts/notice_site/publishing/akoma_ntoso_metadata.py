"""Writes the metadata of a document in Akoma Ntoso: what it is, what it refers to, what was done to its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from notice_site.model import Notice, Repair
from notice_site.pages.core import labels_zh
from notice_site.pages.core.absent_facts import absence
from notice_site.pages.core.document_days import known_day
from notice_site.pages.notice.repairs import MECHANICAL, doubtful, doubtful_place
from notice_site.publishing.document_marks import DocumentMarks, Mark
from notice_site.publishing.xml_text import element, xml_text
from notice_site.text.spacing import squeeze

NO_DATE = "0001-01-01"
"""What stands for a date that is not known to the day, where the schema asks for one; it is never shown as a date."""

REPAIRS_NAMESPACE = "urn:notice-site:repairs"

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def uri_of(notice: Notice) -> str:
    """Returns the identifier of a document as a work: /akn/cn/doc/2014-04-02/003."""
    return f"/akn/cn/doc/{known_day(notice) or NO_DATE}/{notice.id}"


def mark_doubts(notice: Notice, marked: DocumentMarks) -> None:
    """Marks where notes belong: behind the doubtful words."""
    for name, (_, repair) in doubtful([notice]).items():
        at = doubtful_place(notice.block(repair.block).text, repair)
        number = name.removeprefix("note-")
        marked.add(repair.block, Mark(at, at, "noteRef", {"href": f"#{_note_id(name)}", "marker": number}))


def metadata(notice: Notice, marked: DocumentMarks, carrier: Notice | None, carried: Sequence[Notice]) -> str:
    """Writes the metadata; `carrier` holds this document as a part, `carried` are parts of this document."""
    authors = [f"#issuer_{number}" for number, _ in enumerate(notice.issuers, 1)] or ["#unstated"]
    unstated = f"发文机关：{absence(notice, 'issuers')}"
    for address, name in zip(authors, notice.issuers or [unstated], strict=True):
        marked.refer("TLCOrganization", address[1:], f"/akn/ontology/organization/cn/{address[1:]}", name)
    marked.refer("TLCOrganization", "site", "/akn/ontology/organization/cn/site", labels_zh.SITE)
    for role, name in (("issuer", "发文机关"), ("editor", "编者")):
        marked.refer("TLCRole", role, f"/akn/ontology/role/cn/{role}", name)
    if carrier:
        marked.refer("attachmentOf", "carrier", uri_of(carrier), labels_zh.cite(carrier), type="act")
    for number, part in enumerate(carried, 1):
        marked.refer("hasAttachment", f"part_{number}", uri_of(part), labels_zh.cite(part), type="act")
    parts = [
        element("identification", "".join(_frbr(notice, authors)), {"source": "#site"}),
        *_publication(notice),
        element("references", _lines(marked.references.values()), {"source": "#site"}),
        *_notes(notice),
        element("proprietary", _lines(_record(notice)), {"source": "#site", "xmlns:r": REPAIRS_NAMESPACE}),
    ]
    return element("meta", _lines(parts))


def _frbr(notice: Notice, authors: Iterable[str]) -> list[str]:
    """Writes the three levels: the document as such, its Chinese text, this file."""
    work = uri_of(notice)
    text = f"{work}/zho@"
    date = _date(notice)
    by = [element("FRBRauthor", attributes={"href": author, "as": "#issuer"}) for author in authors]
    site = [element("FRBRauthor", attributes={"href": "#site", "as": "#editor"})]
    alias = {"value": labels_zh.title(notice), "name": "题名"}
    subtype = [element("FRBRsubtype", attributes={"value": notice.genre})] if notice.genre else []
    number = [element("FRBRnumber", attributes={"value": notice.number})] if notice.number else []
    return [
        element(
            "FRBRWork",
            _lines([
                *_names(f"{work}/!main", work),
                element("FRBRalias", attributes=alias), date, *by,
                element("FRBRcountry", attributes={"value": "cn"}), *subtype, *number,
            ]),
        ),
        element(
            "FRBRExpression",
            _lines([
                *_names(f"{text}/!main", text), date, *by,
                element("FRBRauthoritative", attributes={"value": "false"}),
                element("FRBRlanguage", attributes={"language": "zho"}),
            ]),
        ),
        element(
            "FRBRManifestation",
            _lines([
                *_names(f"{text}/!main.xml", f"{text}.akn"),
                element("FRBRdate", attributes={"date": NO_DATE, "name": "未记"}), *site,
                element("FRBRformat", attributes={"value": "application/akn+xml"}),
            ]),
        ),
    ]  # fmt: skip


def _names(this: str, uri: str) -> list[str]:
    return [element("FRBRthis", attributes={"value": this}), element("FRBRuri", attributes={"value": uri})]


def _date(notice: Notice) -> str:
    """Writes when the document was made; a date that is not known to the day is said in words."""
    if notice.date and _DAY.fullmatch(notice.date):
        return element("FRBRdate", attributes={"date": notice.date, "name": "成文日期"})
    words = f"成文日期：{labels_zh.day(notice.date) if notice.date else absence(notice, 'date')}"
    return element("FRBRdate", attributes={"date": NO_DATE, "name": words})


def _publication(notice: Notice) -> list[str]:
    published = notice.published
    if not (published and published.date and _DAY.fullmatch(published.date)):
        return []
    return [element("publication", attributes={"date": published.date, "name": "见报", "showAs": published.medium})]


def _notes(notice: Notice) -> list[str]:
    """Writes a note for each doubt, in the words of the site."""
    notes = [
        element("note", element("p", xml_text(_doubt(repair))), {"eId": _note_id(name)})
        for name, (_, repair) in doubtful([notice]).items()
    ]
    return [element("notes", _lines(notes), {"source": "#site"})] if notes else []


def _doubt(repair: Repair) -> str:
    """Words a doubt: 疑误：“郟陵”，疑为“鄢陵”；县名."""
    before = f"“{repair.before}”" if repair.before else ""
    after = f"{'现作' if repair.kind in MECHANICAL else '疑为'}“{repair.after}”" if repair.after else ""
    what = "，".join(part for part in (before, after) if part)
    return f"{labels_zh.REPAIRS[repair.kind]}：{'；'.join(part for part in (what, repair.reason) if part)}"


def _record(notice: Notice) -> list[str]:
    """Lists the source, every repair, and the visible text that was left out."""
    source = element("r:source", attributes={"name": notice.source, "sha256": notice.sha256, "status": notice.status})
    repairs = [
        element(
            "r:repair",
            attributes={
                "block": repair.block, "kind": repair.kind.value, "before": repair.before, "after": repair.after,
                "reason": repair.reason, "confidence": str(repair.confidence),
                "confirmed": str(repair.confirmed).lower(),
            },
        )
        for repair in notice.repairs
    ]  # fmt: skip
    dropped = [
        element("r:dropped", xml_text(squeeze(entry.text)), {"reason": entry.reason}) for entry in notice.dropped
    ]
    return [source, *repairs, *dropped]


def _note_id(name: str) -> str:
    return name.replace("-", "_")


def _lines(parts: Iterable[str]) -> str:
    return "\n" + "\n".join(parts) + "\n"
