"""The finished corpus goes in, the published JSON files come out: sorted, one form, byte for byte the same."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from notice_site.csv_documents import csv_document
from notice_site.editions import Edition
from notice_site.findings.transmission import find_transmissions
from notice_site.model import Block, Citation, Corpus, Level, Notice, Page, Repair
from notice_site.pages.links import links
from notice_site.publishing_reuse import comparison_items, reuse_items, reuse_table
from notice_site.publishing_tasks import numbers_table, task_items, tasks_table
from notice_site.publishing_terms import term_items, terms_table
from notice_site.publishing_timeline import timeline_calendar, timeline_items, timeline_table, transmission_items
from notice_site.spacing import squeeze

VERSION = 1


def data_pages(corpus: Corpus, levels: Sequence[Level], edition: Edition) -> Iterator[Page]:
    """The data files below docs/data/, each {"version": 1, "items": […]}; `levels` is the table of levels."""
    where = links(corpus.notices)
    yield Page("data/notices.json", document(_notice(n, where.notice(n.id).url) for n in corpus.notices))
    yield Page("data/terms.json", document(term_items(corpus)))
    yield Page("data/terms.csv", csv_document(*terms_table(corpus)))
    yield Page("data/timeline.json", document(timeline_items(corpus)))
    yield Page("data/tasks.json", document(task_items(corpus)))
    yield Page("data/tasks.csv", csv_document(*tasks_table(corpus, levels)))
    yield Page("data/numbers.csv", csv_document(*numbers_table(corpus, levels)))
    yield Page("data/timeline.csv", csv_document(*timeline_table(corpus)))
    yield Page("data/timeline.ics", timeline_calendar(corpus))
    yield Page("data/transmission.json", document(transmission_items(find_transmissions(corpus))))
    yield Page("data/citations.json", document(_citation(c) for c in corpus.citations))
    yield Page("data/reuse.json", document(reuse_items(corpus)))
    yield Page("data/comparisons.json", document(comparison_items(corpus)))
    yield Page("data/reuse.csv", csv_document(*reuse_table(corpus)))
    yield Page("data/edition.json", document([_edition(edition)]))


def document(items: Iterable[Mapping[str, Any]]) -> bytes:
    """One data file: version and items, UTF-8, one field a line, in a list of objects one object a line.

    Keys are in the order given. (The encoder's own indentation is written in Python and takes ten times as long.)
    """
    listed = ",\n".join(_item(item) for item in items)
    return f'{{"version": {VERSION}, "items": [{listed}]}}\n'.encode()


def _item(item: Mapping[str, Any]) -> str:
    fields = ",\n".join(f" {_encoded(name)}: {_field(value)}" for name, value in item.items())
    return f"{{\n{fields}\n}}"


def _field(value: object) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "[\n  " + ",\n  ".join(map(_encoded, value)) + "\n ]"
    return _encoded(value)


_encoded = json.JSONEncoder(ensure_ascii=False).encode


def _edition(edition: Edition) -> dict[str, Any]:
    return {
        "name": edition.name,
        "edition": edition.label,
        "version": edition.version,
        "sha256": edition.digest,
        "inputs": [{"path": path, "sha256": sha256} for path, sha256 in edition.inputs],
    }


def _notice(notice: Notice, url: str) -> dict[str, Any]:
    return {
        "id": notice.id,
        "source": notice.source,
        "sha256": notice.sha256,
        "url": url,
        "part_of": notice.part_of,
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
    published: dict[str, Any] = {
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
        published["rows"] = [list(row) for row in block.rows]
    return published


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


def _citation(citation: Citation) -> dict[str, Any]:
    return {
        "id": citation.id,
        "notice": citation.ref.notice,
        "block": citation.ref.block,
        "title": citation.title,
        "number": citation.number,
        "kind": citation.kind,
        "relation": citation.relation,
        "target": citation.target,
        "quote": citation.quote,
        "decided": citation.decided,
    }
