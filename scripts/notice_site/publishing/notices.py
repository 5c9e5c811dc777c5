"""Writes notices, citations and the edition as data: items of notices.json, citations.json and edition.json."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from notice_site.model import Block, Citation, Notice, Repair
from notice_site.model.edition import Edition
from notice_site.text.spacing import squeeze


def notice_item(notice: Notice, url: str, of_carrier: Mapping[str, str | None]) -> dict[str, Any]:
    """Writes an item of notices.json; `url` is the address of the document, `of_carrier` what its carrier states."""
    return {
        "id": notice.id,
        "source": notice.source,
        "sha256": notice.sha256,
        "url": url,
        "part_of": notice.part_of,
        "of_carrier": dict(of_carrier) or None,
        "role": notice.role,
        "kind": notice.kind,
        "title": notice.title,
        "genre": notice.genre,
        "number": notice.number,
        "issuers": list(notice.issuers),
        "level": notice.level,
        "place": notice.place,
        "recipients": notice.recipients,
        "cc": notice.cc,
        "date": notice.date,
        "printed": notice.printed,
        "published": ({"date": notice.published.date, "medium": notice.published.medium} if notice.published else None),
        "status": notice.status,
        "attachments": list(notice.attachments),
        "blocks": [_block(b) for b in notice.blocks],
        "dropped": [{"text": squeeze(d.text), "reason": d.reason} for d in notice.dropped],
        "repairs": [_repair(r) for r in notice.repairs],
    }


def _block(block: Block) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": block.id,
        "kind": block.kind.value,
        "depth": block.depth,
        "label": block.label,
        "heading": block.heading,
        "text": block.text,
        "parent": block.parent,
        "inline": block.inline,
    }
    if block.rows:
        item["rows"] = [list(row) for row in block.rows]
    if block.spans:
        item["spans"] = [list(span) for span in block.spans]
    if block.decided:
        item["decided"] = True
    return item


def _repair(repair: Repair) -> dict[str, Any]:
    return {
        "block": repair.block,
        "kind": repair.kind.value,
        "before": repair.before,
        "after": repair.after,
        "reason": repair.reason,
        "confidence": repair.confidence,
        "confirmed": repair.confirmed,
    }


def citation_item(citation: Citation) -> dict[str, Any]:
    """Writes an item of citations.json."""
    return {
        "id": citation.id,
        "notice": citation.ref.notice,
        "block": citation.ref.block,
        "title": citation.title,
        "wording": citation.wording,
        "number": citation.number,
        "kind": citation.kind,
        "relation": citation.relation,
        "target": citation.target,
        "quote": citation.quote,
        "decided": citation.decided,
    }


def edition_item(edition: Edition) -> dict[str, Any]:
    """Writes the one item of edition.json."""
    return {
        "name": edition.name,
        "edition": edition.label,
        "version": edition.version,
        "sha256": edition.digest,
        "inputs": [{"path": path, "sha256": sha256} for path, sha256 in edition.inputs],
    }
