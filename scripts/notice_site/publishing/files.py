"""Lists the published data files; the same corpus gives the same bytes."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from json.encoder import encode_basestring
from types import NoneType
from typing import Any, TypeVar

from notice_site.execution.cache import fingerprint
from notice_site.model import Block, Citation, Comparison, Notice, Passage, Repair, Task
from notice_site.model.edition import Edition
from notice_site.pages.core.site import Site
from notice_site.publishing.csv_tables import csv_document, csv_rows
from notice_site.publishing.reuse import comparison_item, reuse_item, reuse_table
from notice_site.publishing.tasks import numbers_table, task_item, tasks_table
from notice_site.publishing.terms import term_item, terms_table
from notice_site.publishing.timeline import timeline_calendar, timeline_item, timeline_table, transmission_item
from notice_site.text.spacing import squeeze

VERSION = 1

Group = TypeVar("Group", bound=Hashable)
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a data file; `fingerprint` is a hash of all that it is made from, or None."""

    make: Callable[[], bytes]
    fingerprint: bytes | None = None


Places = dict[bytes, tuple[int, int]]
"""Where the parts of a data file stand, by what they are made from: first byte, and length."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """One data file that is yet to be made, and how many records it will have; None for what is no list of them.

    Its parts, found when they are made, stand between `head` and `tail`, those that are not empty parted by `between`.
    """

    path: str
    parts: Callable[[], Iterable[Part]]
    records: int | None = None
    head: bytes = b""
    between: bytes = b""
    tail: bytes = b""

    def content(self, known: Callable[[bytes], bytes | None] = lambda fingerprint: None) -> tuple[bytes, Places]:
        """The file, and where its parts stand in it; `known` has those that were made from the same before."""
        written = io.BytesIO()  # a large file is held once, as bytes
        places: Places = {}
        written.write(self.head)
        for part in self.parts():
            content = (known(part.fingerprint) if part.fingerprint else None) or part.make()
            if content and written.tell() > len(self.head):
                written.write(self.between)
            if part.fingerprint:
                places[part.fingerprint] = (written.tell(), len(content))
            written.write(content)
        written.write(self.tail)
        return written.getvalue(), places


def data_files(of: Site) -> Iterator[DataFile]:
    """The data files below docs/data/, each {"version": 1, "items": […]}."""
    corpus = of.corpus
    passed_on, terms = of.transmissions, of.terms  # sorted here, before the work is spread
    document_inputs = {id: fingerprint(asked) for id, asked in of.document_inputs.items()}
    comparison_fingerprints = of.comparison_fingerprints if of.fingerprints else {}
    task_head, task_rows = tasks_table(of)
    reuse_head, reuse_rows = reuse_table(corpus)

    def listed(name: str, records: int, parts: Callable[[], Iterable[Part]]) -> DataFile:
        return DataFile(f"data/{name}.json", parts, records, b'{"version": %d, "items": [' % VERSION, b",\n", b"]}\n")

    def items(name: str, found: Sequence[Value], item: Callable[[Value], Mapping[str, Any]]) -> DataFile:
        return listed(name, len(found), lambda: [Part(lambda: _joined(map(item, found)))])

    def whole(name: str, make: Callable[[], bytes]) -> DataFile:
        return DataFile(f"data/{name}", lambda: [Part(make)])

    def table(name: str, head: Sequence[str], parts: Callable[[], Iterable[Part]]) -> DataFile:
        return DataFile(f"data/{name}.csv", parts, head=csv_document(head))

    def notice_item(notice: Notice) -> Mapping[str, Any]:
        return _notice(notice, of.links.notice(notice.id).url)

    def by_task(make: Callable[[Iterable[Task]], bytes]) -> Callable[[], Iterator[Part]]:
        return lambda: _parts(corpus.tasks, lambda task: task.ref.notice, document_inputs.get, make)

    def by_passage(make: Callable[[Iterable[Passage]], bytes]) -> Callable[[], Iterator[Part]]:
        return lambda: _parts(corpus.passages, _both_of, comparison_fingerprints.get, make)

    yield listed(
        "notices",
        len(corpus.notices),
        lambda: _parts(
            corpus.notices,
            lambda notice: notice.id,
            document_inputs.get,
            lambda found: _joined(map(notice_item, found)),
        ),
    )
    yield listed(
        "terms",
        len(corpus.terms),
        lambda: (Part(partial(_joined, [term_item(terms, id)])) for id in terms.terms),
    )
    yield whole("terms.csv", lambda: csv_document(*terms_table(terms)))
    yield items("timeline", corpus.events, timeline_item)
    yield listed("tasks", len(corpus.tasks), by_task(lambda tasks: _joined(map(task_item, tasks))))
    yield table("tasks", task_head, by_task(lambda tasks: csv_rows(task_rows(tasks))))
    yield whole("numbers.csv", lambda: csv_document(*numbers_table(of)))
    yield whole("timeline.csv", lambda: csv_document(*timeline_table(corpus)))
    yield whole("timeline.ics", lambda: timeline_calendar(corpus))
    yield items("transmission", passed_on, transmission_item)
    yield items("citations", corpus.citations, _citation)
    yield listed("reuse", len(corpus.passages), by_passage(lambda passages: _joined(map(reuse_item, passages))))
    yield listed(
        "comparisons",
        len(corpus.comparisons),
        lambda: _parts(
            corpus.comparisons,
            _both_compared,
            comparison_fingerprints.get,
            lambda found: _joined(map(comparison_item, found)),
        ),
    )
    yield table("reuse", reuse_head, by_passage(lambda passages: csv_rows(reuse_rows(passages))))
    yield items("edition", [of.edition], _edition)


def _both_of(passage: Passage) -> frozenset[str]:
    return frozenset((passage.a.notice, passage.b.notice))


def _both_compared(comparison: Comparison) -> frozenset[str]:
    return frozenset((comparison.base, comparison.derived))


def _parts(
    values: Iterable[Value],
    group: Callable[[Value], Group],
    fingerprint_of: Callable[[Group], bytes | None],
    make: Callable[[Sequence[Value]], bytes],
) -> Iterator[Part]:
    """A part for each stretch of values of one group; of a group that comes again, only the first is known again."""
    met: set[Group] = set()
    for name, found in groupby(values, group):
        yield Part(partial(make, tuple(found)), None if name in met else fingerprint_of(name))
        met.add(name)


def _joined(items: Iterable[Mapping[str, Any]]) -> bytes:
    """Items as they stand in a data file: one field a line, in a list of objects one object a line.

    Keys are in the order given. (The encoder's own indentation is written in Python and takes ten times as long.)
    """
    return ",\n".join(map(_item, items)).encode()


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
