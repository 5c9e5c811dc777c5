"""Cuts the index of a large corpus into shards, each a file that a query loads by the syllables it asks for.

A pair of neighbouring symbols lies in the shard of its syllables with the accents folded, so that a query in Han
characters, in pinyin and in accented pinyin opens the same shards.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from operator import add
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from notice_site.search_index.coding import ascending
from notice_site.search_index.postings import (
    WINDOWS,
    Holders,
    Windows,
    dates_named,
    is_common,
    pairs_in_headings,
    pairs_read_in_context,
)
from notice_site.search_index.readings import ContextReadings
from notice_site.search_index.records import Document
from notice_site.search_index.syllables import accent

_SHARD_LETTERS = 2_000  # a shard is at most so long on average: a query loads the lists of others as little as may be
_LONG = 1_000  # letters, packed some 750 bytes: a longer list is loaded only where a query has no shorter ones
_START = "^"

Numbers = Sequence[int] | NDArray[np.integer[Any]]


def shard_of(first: str, second: str, shards: int) -> int:
    """The shard of a pair of plain syllables: FNV-1a over their folded accents; a symbol without reading is its own."""
    found = 0x811C9DC5
    for code in f"{accent(first)} {accent(second)}".encode("utf-16-le", "surrogatepass"):
        found = (found ^ code) * 0x01000193 & 0xFFFFFFFF
    return found % shards


class Index(NamedTuple):
    """The shards in order, and the long lists, which are files of their own, the shortest first."""

    shards: list[str]
    lists: list[str]


def index_shards(documents: Sequence[Document], windows: Windows, singles: Holders, readings: ContextReadings) -> Index:
    """The index; each line of a shard is a record:

    - `教育` + numbers: the windows (document × WINDOWS + part) in which the pair stands; then, after a blank, the
      documents that have it in their title or a heading
    - `郏` + blank + numbers: the documents that hold a symbol which is not common
    - `@0403` + blank + numbers: the documents that name a day or month (see dates.py), then those that do so in their
      title or a heading
    - `#shui fu 说服…`: pairs that are read so somewhere in the corpus and have their own line in the shard of their
      first readings

    In place of long numbers stands `~` and the number of their list.
    """
    count = len(documents)
    rare = {symbol: numbers for symbol, numbers in singles.items() if not is_common(len(numbers), count)}
    dates, headed_dates = dates_named(documents)
    records = [
        *(
            _Record(pair, readings.plain(pair[0]), readings.plain(pair[1]), numbers)
            for pair, numbers in _coded(windows, count * WINDOWS, pairs_in_headings(documents), count)
        ),
        *(_Record(f"{symbol} ", readings.plain(symbol), "", numbers) for symbol, numbers in _coded(rare, count)),
        *(_Record(f"@{name} ", name, "", numbers) for name, numbers in _coded(dates, count, headed_dates, count)),
    ]
    long = sorted((record for record in records if len(record.numbers) > _LONG), key=_by_length)
    places = {record.key: f"~{number}" for number, record in enumerate(long)}
    lines = [(a, b, key + places.get(key, numbers)) for key, a, b, numbers in records]
    lines += _alike_records(pairs_read_in_context(documents, readings))
    return Index(_cut(lines, _shard_count(len(line) for *_, line in lines)), [record.numbers for record in long])


class _Record(NamedTuple):
    """What a line holds, and the syllables that tell its shard."""

    key: str
    first: str
    second: str
    numbers: str


def _by_length(record: _Record) -> tuple[int, str]:
    return len(record.numbers), record.key


def _coded(
    lists: Mapping[str, Numbers], limit: int, headed: Mapping[str, list[int]] | None = None, documents: int = 1
) -> Iterator[tuple[str, str]]:
    """Each key with its numbers below `limit` as letters; then, after a blank, the `documents` that have it headed."""
    keys, heads = sorted(lists), headed or {}
    coded_heads = dict(zip(heads, ascending([*heads.values()], documents), strict=True))
    for key, letters in zip(keys, ascending([lists[key] for key in keys], limit), strict=True):
        yield key, f"{letters} {coded_heads[key]}" if key in coded_heads else letters


def other_reading_shards(pairs: Iterable[str], readings: ContextReadings, shards: int) -> list[str]:
    """For each shard of syllables, the pairs that the dictionary reads so too: `#ceng jing 曾经`, a line a reading."""
    alike: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    known: dict[str, tuple[str, ...]] = {}
    for pair in pairs:
        first, second = (known.get(s) or known.setdefault(s, _all_plain(s, readings)) for s in pair)
        for reading in product(first, second):
            if reading != (first[0], second[0]):
                alike[reading].add(pair)
    return _cut(_alike_records(alike), shards)


def initial_shards(titles: Sequence[str], shards: int) -> list[str]:
    """Where titles have two initials side by side: `jy` + numbers of documents; `titles` are strings of initials.

    `^j` is the beginning of a title.
    """
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, title in enumerate(titles):
        for pair in dict.fromkeys(map(add, _START + title, title)):
            places[pair].append(number)
    pairs = sorted(places)
    coded = ascending([places[pair] for pair in pairs], len(titles))
    records = [(pair[0], pair[1], pair + letters) for pair, letters in zip(pairs, coded, strict=True)]
    return _cut(records, shards)


def _alike_records(alike: Mapping[tuple[str, str], set[str]]) -> list[tuple[str, str, str]]:
    return [(a, b, f"#{a} {b} {''.join(sorted(pairs))}") for (a, b), pairs in sorted(alike.items())]


def _all_plain(symbol: str, readings: ContextReadings) -> tuple[str, ...]:
    return tuple(dict.fromkeys(syllable[:-1] for syllable in readings.all(symbol))) or (symbol,)


def _shard_count(lengths: Iterable[int]) -> int:
    """A power of two, so that shards are at most as long as is aimed at, on average."""
    return 1 << (sum(lengths) // _SHARD_LETTERS).bit_length()


def _cut(records: Iterable[tuple[str, str, str]], shards: int) -> list[str]:
    lines: list[list[str]] = [[] for _ in range(shards)]
    for first, second, line in records:
        lines[shard_of(first, second, shards)].append(line)
    return ["\n".join(shard) for shard in lines]
