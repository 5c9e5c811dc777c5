"""Writes the search data: classic scripts for the engine in overrides/assets/javascripts/search.

A small corpus is one pack of text that the engine scans. A large one is a file for each document and an index in
shards that tells which documents to load. Both give the same answers; SMALL decides which.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from notice_site.execution.parallel import ParallelMap, parallel_map
from notice_site.model import Corpus, OtherName, Volume
from notice_site.search_index.characters import character_table, sounds_of_others
from notice_site.search_index.coding import script
from notice_site.search_index.facets import DOCUMENT_FIELDS, FACETS, FIELDS, document_record
from notice_site.search_index.postings import WINDOWS, common_symbols, holders, initials, latin_letters, windows_of
from notice_site.search_index.readings import ContextReadings
from notice_site.search_index.records import Document, heard_in, newest_first
from notice_site.search_index.shards import index_shards, initial_shards, other_reading_shards
from notice_site.search_index.symbols import simplified_forms, symbols
from notice_site.search_index.terms import term_records
from notice_site.text.pinyin import OwnReadings

SMALL = 2_000_000
"""Bytes of text (UTF-8) up to which a corpus is one pack."""

FORMAT = 3
"""Of all these files together. To be raised with each change that an engine built before it would misread: volumes that
are searched together may have been built by different versions. An engine reads the format of its own volume only."""

_INITIAL_SHARDS = 64

# The theme asks for these two; search does not read them.
_STUB = '{"config":{"lang":["zh"],"separator":" ","pipeline":[]},"docs":[]}'


def search_files(
    corpus: Corpus,
    notice_urls: Mapping[str, str],
    term_urls: Mapping[str, str],
    levels: Mapping[str, str],
    own: OwnReadings,
    small: int = SMALL,
    map_values: ParallelMap = parallel_map,
    volumes: Sequence[Volume] = (),
    other_names: Sequence[OtherName] = (),
) -> Iterator[tuple[str, bytes]]:
    """The files below docs/, path and content, each made when its turn comes; `map_values` reads the documents.

    `notice_urls` and `term_urls` give the address of each document and term by id, relative to the top of the site;
    `levels` the names of the levels of organisation; `own` the readings that go before the dictionary's; `volumes` the
    other sites that are searched together with this one, `other_names` what readers type for wordings of documents.
    """
    readings = ContextReadings(own)
    notices = newest_first(corpus.notices)
    heard = map_values(lambda notice: heard_in(notice, readings), notices)
    documents = [Document(notice, *symbols) for notice, symbols in zip(notices, heard, strict=True)]
    return _files(corpus, documents, readings, notice_urls, term_urls, levels, own, small, volumes, other_names)


def _files(
    corpus: Corpus,
    documents: Sequence[Document],
    readings: ContextReadings,
    notice_urls: Mapping[str, str],
    term_urls: Mapping[str, str],
    levels: Mapping[str, str],
    own: OwnReadings,
    small: int,
    volumes: Sequence[Volume],
    other_names: Sequence[OtherName],
) -> Iterator[tuple[str, bytes]]:
    """Large parts are made one at a time and given away: together they are several times as long as the corpus."""
    fingerprint = hashlib.sha256()  # changes whenever a file does: asked for with each, so that no cache mixes builds

    def part(key: str, data: object) -> tuple[str, bytes]:
        path, content = f"search/{key}.js", script(key, data)
        fingerprint.update(path.encode() + content)
        return path, content

    records = (document_record(document, notice_urls[document.notice.id], levels) for document in documents)
    singles = holders(documents)
    manifest: dict[str, Any] = {"format": FORMAT, "documents": len(documents), "shards": 0}
    manifest |= {"fields": [*FIELDS], "facets": [facet.declaration for facet in FACETS]}
    if volumes:
        manifest["volumes"] = [{"name": volume.name, "address": volume.address} for volume in volumes]
    manifest["names"] = [[symbols(name.typed), [symbols(meant) for meant in name.means]] for name in other_names]
    characters = character_table(documents, singles, corpus.terms, readings)
    yield part("chars", characters)
    yield part("sounds", sounds_of_others(characters["first"].values(), readings))
    yield part("terms", term_records(corpus, term_urls, own))
    yield part("forms", _forms(singles, corpus))
    if sum(len(text.encode()) for document in documents for text in document.texts) <= small:
        yield part("texts", [[*record.values()] for record in records])
    else:
        windows = windows_of(documents)
        pairs = [*windows]
        index = index_shards(documents, windows, singles, readings)
        del windows
        for number, shard in enumerate(index.shards):
            yield part(f"index/{number}", shard)
        for number, numbers in enumerate(index.lists):
            yield part(f"lists/{number}", numbers)
        other = other_reading_shards(pairs, readings, len(index.shards))
        manifest |= {
            "shards": len(index.shards),
            "windows": WINDOWS,
            "initials": _INITIAL_SHARDS,
            "common": common_symbols(singles, len(documents)),
            **latin_letters(documents),
        }
        del index, singles
        for number, shard in enumerate(other):
            yield part(f"other/{number}", shard)
        titles = ["".join(initials(document, readings)) for document in documents]
        for number, shard in enumerate(initial_shards(titles, _INITIAL_SHARDS)):
            yield part(f"initials/{number}", shard)
        proposed: list[tuple[int, list[str]]] = []  # which documents have readings that the index does not list
        facets: dict[str, list[Any]] = {name: [] for name in DOCUMENT_FIELDS}
        for number, record in enumerate(records):
            yield part(f"texts/{number}", [*record.values()])
            for name, values in facets.items():
                values.append(record[name])
            if record["proposed"]:
                proposed.append((number, [symbols(after) for _, _, after in record["proposed"]]))
        yield part("facets", facets)
        yield part("days", [[date, len(list(same))] for date, same in groupby(facets["date"])])
        manifest["proposed"] = proposed
    manifest["version"] = fingerprint.hexdigest()[:8]
    yield "search/manifest.js", script("manifest", manifest)
    yield "search/search_index.json", _STUB.encode()
    yield "search/search_index.js", f"var __index = {_STUB};\n".encode()


def _forms(held: Iterable[str], corpus: Corpus) -> str:
    """Pairs of characters: a form, and the one it is searched as; of those that the texts or the glossary have."""
    kept = set(held)
    kept.update(symbols("".join(form for term in corpus.terms for form in (term.term, *term.variants))))
    return "".join(form + simple for form, simple in sorted(simplified_forms().items()) if simple in kept)
