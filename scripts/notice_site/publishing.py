"""The finished corpus goes in, the published JSON files come out: sorted, one form, byte for byte the same."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from json.encoder import encode_basestring
from types import NoneType
from typing import Any

from notice_site.csv_documents import csv_document
from notice_site.editions import Edition
from notice_site.model import Block, Citation, Level, Notice, Repair
from notice_site.pages.drafts import Draft
from notice_site.pages.site import Site
from notice_site.publishing_reuse import comparison_items, reuse_items, reuse_table
from notice_site.publishing_tasks import numbers_table, task_items, tasks_table
from notice_site.publishing_terms import term_items, terms_table
from notice_site.publishing_timeline import timeline_calendar, timeline_items, timeline_table, transmission_items
from notice_site.spacing import squeeze

VERSION = 1


@dataclass(frozen=True, slots=True)
class DataFile:
    """One data file that is yet to be made, and how many records it will have; None for what is no list of them."""

    draft: Draft
    records: int | None = None


def data_files(of: Site, levels: Sequence[Level]) -> Iterator[DataFile]:
    """The data files below docs/data/, each {"version": 1, "items": […]}; `levels` is the table of levels."""
    corpus = of.corpus
    passed_on, _ = of.transmissions, of.terms  # sorted here, before the work is spread

    def listed(name: str, records: int, items: Callable[[], Iterable[Mapping[str, Any]]]) -> DataFile:
        return DataFile(Draft(f"data/{name}.json", lambda: document(items())), records)

    def table(name: str, rows: Callable[[], tuple[Sequence[str], Iterable[Sequence[str]]]]) -> DataFile:
        return DataFile(Draft(f"data/{name}.csv", lambda: csv_document(*rows())))

    yield listed(
        "notices", len(corpus.notices), lambda: (_notice(n, of.links.notice(n.id).url) for n in corpus.notices)
    )
    yield listed("terms", len(corpus.terms), lambda: term_items(of.terms))
    yield table("terms", lambda: terms_table(of.terms))
    yield listed("timeline", len(corpus.events), lambda: timeline_items(corpus))
    yield listed("tasks", len(corpus.tasks), lambda: task_items(corpus))
    yield table("tasks", lambda: tasks_table(corpus, levels))
    yield table("numbers", lambda: numbers_table(corpus, levels))
    yield table("timeline", lambda: timeline_table(corpus))
    yield DataFile(Draft("data/timeline.ics", lambda: timeline_calendar(corpus)))
    yield listed("transmission", len(passed_on), lambda: transmission_items(passed_on))
    yield listed("citations", len(corpus.citations), lambda: map(_citation, corpus.citations))
    yield listed("reuse", len(corpus.passages), lambda: reuse_items(corpus))
    yield listed("comparisons", len(corpus.comparisons), lambda: comparison_items(corpus))
    yield table("reuse", lambda: reuse_table(corpus))
    yield listed("edition", 1, lambda: [_edition(of.edition)])


def document(items: Iterable[Mapping[str, Any]]) -> bytes:
    """One data file: version and items, UTF-8, one field a line, in a list of objects one object a line.

    Keys are in the order given. (The encoder's own indentation is written in Python and takes ten times as long.)
    """
    written = io.BytesIO()  # a large file is held once, as bytes
    written.write(b'{"version": %d, "items": [' % VERSION)
    for number, item in enumerate(items):
        written.write(b",\n" if number else b"")
        written.write(_item(item).encode())
    written.write(b"]}\n")
    return written.getvalue()


def _item(item: Mapping[str, Any]) -> str:
    fields = ",\n".join([f" {_encoded(name)}: {_field(value)}" for name, value in item.items()])
    return f"{{\n{fields}\n}}"


def _field(value: object) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "[\n  " + ",\n  ".join(map(_whole, value)) + "\n ]"
    return _encoded(value)


def _encoded(value: object) -> str:
    """A value as JSON; nearly all are plain, and what the encoder prepares for each call takes longer than these."""
    known = _PLAIN.get(type(value))
    return known(value) if known else _whole(value)


_whole = json.JSONEncoder(ensure_ascii=False).encode
_PLAIN: Mapping[type, Callable[[Any], str]] = {
    str: encode_basestring,
    int: int.__repr__,
    bool: lambda value: "true" if value else "false",
    NoneType: lambda value: "null",
    list: lambda values: f"[{', '.join(map(_encoded, values))}]",
}


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
