"""Lists the published data files; the same corpus gives the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from notice_site.execution.cache import fingerprint
from notice_site.model import Comparison, Notice, Passage, Task
from notice_site.pages.core.carrier_facts import from_carrier
from notice_site.pages.core.site import Site
from notice_site.pages.general.data_fields import VERSION
from notice_site.publishing.csv_tables import Columns, csv_document, csv_rows
from notice_site.publishing.data_file import DataFile, FilePart, Value, grouped_parts
from notice_site.publishing.data_package import data_package
from notice_site.publishing.json_items import json_items
from notice_site.publishing.notices import citation_item, edition_item, notice_item
from notice_site.publishing.references import bibtex, csl_json, ris
from notice_site.publishing.reuse import comparison_item, reuse_item, reuse_table
from notice_site.publishing.tasks import numbers_table, task_item, tasks_table
from notice_site.publishing.terms import term_item, terms_table
from notice_site.publishing.timeline import timeline_calendar, timeline_item, timeline_table, transmission_item

MakeParts = Callable[[], Iterable[FilePart]]


def data_files(of: Site) -> Iterator[DataFile]:
    """Lists the data files below docs/data/."""
    files = [*_files(of)]
    yield from files
    yield _whole("datapackage.json", lambda: data_package(of.edition, files))


def _files(of: Site) -> Iterator[DataFile]:
    corpus = of.corpus
    transmissions, terms = of.transmissions, of.terms  # sorted here, before the work is spread over processes
    inputs = {id: fingerprint(values) for id, values in of.document_inputs.items()}
    yield _notices(of, inputs)
    yield _terms(of)
    yield _table("terms", lambda: terms_table(terms))
    yield _items("timeline", corpus.events, timeline_item)
    yield from _tasks(of, inputs)
    yield _table("timeline", lambda: timeline_table(corpus))
    yield _whole("timeline.ics", lambda: timeline_calendar(corpus))
    yield _items("transmission", transmissions, transmission_item)
    yield _items("citations", corpus.citations, citation_item)
    yield from _reuse(of)
    yield _items("edition", [of.edition], edition_item)
    yield _whole("documents.csl.json", lambda: csl_json(corpus.notices))
    yield _whole("documents.bib", lambda: bibtex(corpus.notices))
    yield _whole("documents.ris", lambda: ris(corpus.notices))


def _notices(of: Site, inputs: Mapping[str, bytes]) -> DataFile:
    def items(notices: Iterable[Notice]) -> bytes:
        return json_items(
            notice_item(notice, of.links.notice(notice.id).url, from_carrier(notice, of.notices).as_data())
            for notice in notices
        )

    notices = of.corpus.notices
    return _json("notices", len(notices), lambda: grouped_parts(notices, lambda notice: notice.id, inputs.get, items))


def _terms(of: Site) -> DataFile:
    terms = of.terms

    def part(term_id: str) -> FilePart:
        made_from = None
        if of.fingerprints:
            documents = [of.fingerprints[notice_id] for notice_id in terms.by_notice(term_id)]
            made_from = fingerprint(repr(terms.terms[term_id]), documents)
        return FilePart(lambda: json_items([term_item(terms, term_id)]), made_from)

    return _json("terms", len(terms.terms), lambda: map(part, terms.terms))


def _tasks(of: Site, inputs: Mapping[str, bytes]) -> Iterator[DataFile]:
    corpus = of.corpus
    head, rows = tasks_table(of)

    def by_notice(make: Callable[[Iterable[Task]], bytes]) -> MakeParts:
        return lambda: grouped_parts(corpus.tasks, lambda task: task.ref.notice, inputs.get, make)

    yield _json("tasks", len(corpus.tasks), by_notice(lambda tasks: json_items(map(task_item, tasks))))
    yield _csv("tasks", head, by_notice(lambda tasks: csv_rows(rows(tasks))))
    yield _table("numbers", lambda: numbers_table(of))


def _reuse(of: Site) -> Iterator[DataFile]:
    corpus = of.corpus
    inputs = of.comparison_fingerprints if of.fingerprints else {}
    head, rows = reuse_table(corpus)

    def both(passage: Passage) -> frozenset[str]:
        return frozenset((passage.a.notice, passage.b.notice))

    def both_compared(comparison: Comparison) -> frozenset[str]:
        return frozenset((comparison.base, comparison.derived))

    def by_pair(make: Callable[[Iterable[Passage]], bytes]) -> MakeParts:
        return lambda: grouped_parts(corpus.passages, both, inputs.get, make)

    def comparison_items(comparisons: Iterable[Comparison]) -> bytes:
        return json_items(map(comparison_item, comparisons))

    def comparison_parts() -> Iterator[FilePart]:
        return grouped_parts(corpus.comparisons, both_compared, inputs.get, comparison_items)

    yield _json("reuse", len(corpus.passages), by_pair(lambda passages: json_items(map(reuse_item, passages))))
    yield _json("comparisons", len(corpus.comparisons), comparison_parts)
    yield _csv("reuse", head, by_pair(lambda passages: csv_rows(rows(passages))))


def _json(name: str, records: int, parts: MakeParts) -> DataFile:
    """Describes a file {"version": 1, "items": […]}."""
    return DataFile(f"data/{name}.json", parts, records, b'{"version": %d, "items": [' % VERSION, b",\n", b"]}\n")


def _items(name: str, values: Sequence[Value], item: Callable[[Value], Mapping[str, Any]]) -> DataFile:
    return _json(name, len(values), lambda: [FilePart(lambda: json_items(map(item, values)))])


def _csv(name: str, columns: Columns, parts: MakeParts) -> DataFile:
    return DataFile(f"data/{name}.csv", parts, head=csv_document(columns), columns=columns)


def _table(name: str, table: Callable[[], tuple[Columns, Iterable[Sequence[str]]]]) -> DataFile:
    """Describes a table that is made as one; `table` makes its rows only when they are asked for."""
    return _csv(name, table()[0], lambda: [FilePart(lambda: csv_rows(table()[1]))])


def _whole(name: str, make: Callable[[], bytes]) -> DataFile:
    return DataFile(f"data/{name}", lambda: [FilePart(make)])
