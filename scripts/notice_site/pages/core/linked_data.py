"""Describes documents and terms for machines (schema.org); what is not known is left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from notice_site.model import Notice, Term

LANGUAGE = "zh-CN"


def documents(notices: Sequence[Notice]) -> dict[str, object]:
    """Describes the first document as a DigitalDocument, and those that it carries as parts of it."""
    first, *others = notices
    return _known(_document(first) | {"hasPart": [_known({"@id": f"#{n.id}"} | _document(n)) for n in others]})


def term(entry: Term) -> dict[str, object]:
    """Describes a DefinedTerm; its description is the first definition that a document gives."""
    return _known(
        {
            "@type": "DefinedTerm",
            "name": entry.term,
            "alternateName": list(entry.variants),
            "description": entry.definitions[0].text if entry.definitions else None,
            "inLanguage": LANGUAGE,
        }
    )


def _document(notice: Notice) -> dict[str, object]:
    return {
        "@type": "DigitalDocument",
        "name": notice.title,
        "author": [{"@type": "Organization", "name": issuer} for issuer in notice.issuers],
        "dateCreated": notice.date,
        "datePublished": notice.published.date if notice.published else None,
        "identifier": notice.number,
        "genre": notice.genre,
        "inLanguage": LANGUAGE,
    }


def _known(fields: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in fields.items() if value not in (None, "", [], ())}
