"""The documents of a large corpus go in, the index that finds the candidates for a query comes out, cut into shards.

What is indexed are pairs of neighbouring symbols, by the part of the document (a quarter of its stream) in which they
stand. A pair lies in the shard of its syllables with the accents folded, so that a query in Han characters, in pinyin
and in accented pinyin opens the same shards. Candidates are then compared with the text: the index never decides.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from operator import add
from typing import Any

import numpy as np
from numpy.typing import NDArray

from notice_site.execution.arrays import Numbers, code_points, distinct
from notice_site.search_index.coding import ascending
from notice_site.search_index.readings import ContextReadings
from notice_site.search_index.records import BREAK, Document
from notice_site.search_index.syllables import accent

WINDOWS = 4  # parts of a document that are told apart
_SHARD_LETTERS = 4_000  # a shard is at most so long on average: some 3 KB as sent
_START = "^"
_BITS = 21  # of a symbol, and of the number of a window: three fill a number
_LOW = (1 << _BITS) - 1
_AT_ONCE = 500  # documents that are looked at together
_LATIN = re.compile("[a-z\xaa-\u024f]+")
_COMMON = 4  # a single symbol in more than one in so many documents has no list: it would not select


def shard_of(first: str, second: str, shards: int) -> int:
    """The shard of a pair of plain syllables: FNV-1a over their folded accents; a symbol without reading is its own."""
    found = 0x811C9DC5
    for code in f"{accent(first)} {accent(second)}".encode("utf-16-le", "surrogatepass"):
        found = (found ^ code) * 0x01000193 & 0xFFFFFFFF
    return found % shards


Holders = Mapping[str, NDArray[np.int32]]
"""For each symbol the numbers of the documents that hold it, rising."""


def holders(documents: Sequence[Document]) -> Holders:
    """Who holds what: the one look at every symbol of the corpus that several parts need."""
    parts = range(0, len(documents), _AT_ONCE)
    held = [_held(documents[at : at + _AT_ONCE], at) for at in parts]
    found = np.sort(np.concatenate([np.empty(0, np.int64), *held]))
    symbols = found >> _BITS
    begins = np.flatnonzero(np.diff(symbols, prepend=-1))
    lists = np.split((found & _LOW).astype(np.int32), begins[1:]) if len(found) else []
    by_symbol = {chr(symbol): numbers for symbol, numbers in zip(symbols[begins].tolist(), lists, strict=True)}
    by_symbol.pop(BREAK, None)
    return by_symbol


def _held(documents: Sequence[Document], number: int) -> Numbers:
    """Each symbol with each document that holds it, as one number; `number` is that of the first document."""
    lengths = [len(document.stream) for document in documents]
    symbols = code_points(document.stream for document in documents).astype(np.int64)
    return distinct(symbols << _BITS | np.repeat(np.arange(number, number + len(documents)), lengths))


Windows = Mapping[str, NDArray[np.int32]]
"""For each pair of neighbouring symbols the windows (document × WINDOWS + part) in which it stands, rising."""


def windows_of(documents: Sequence[Document]) -> Windows:
    """Where each pair stands; pairs do not reach over the end of a document or a BREAK."""
    found = np.empty(sum(len(document.stream) + 1 for document in documents), np.int64)
    count = 0
    for at in range(0, len(documents), _AT_ONCE):
        standing = _standing(documents[at : at + _AT_ONCE], at)
        found[count : count + len(standing)] = standing
        count += len(standing)
    if not count:
        return {}
    found = found[:count]
    found.sort()
    windows = found.astype(np.int32) & np.int32(_LOW)
    found >>= _BITS
    begins = np.append(0, np.flatnonzero(found[1:] != found[:-1]) + 1)
    names = [chr(pair >> _BITS) + chr(pair & _LOW) for pair in found[begins].tolist()]
    return dict(zip(names, np.split(windows, begins[1:]), strict=True))


def _standing(documents: Sequence[Document], number: int) -> Numbers:
    """Each pair with each window it stands in, as one number: two symbols and the window; `number` is the first's."""
    symbols = code_points(f"{document.stream}{BREAK}" for document in documents).astype(np.int64)
    lengths = np.array([len(document.stream) for document in documents], np.int64)
    sizes = np.diff(lengths[:, None] * np.arange(WINDOWS + 1) // WINDOWS, axis=1)
    sizes[:, -1] += 1  # the BREAK
    windows = number * WINDOWS + np.repeat(np.arange(sizes.size), sizes.ravel())
    first, second = symbols[:-1], symbols[1:]
    inside = (first != ord(BREAK)) & (second != ord(BREAK))
    return distinct(((first << _BITS | second) << _BITS | windows[:-1])[inside])


def index_shards(
    documents: Sequence[Document], windows: Windows, singles: Holders, readings: ContextReadings
) -> list[str]:
    """The shards in order, each with one line a record:

    - `教育` + numbers: the windows (document × WINDOWS + part) in which the pair stands; then, after a blank, the
      documents that have it in their title or a heading
    - `郏` + blank + numbers: the documents that hold a symbol which is not common
    - `#shui fu 说服…`: pairs that are read so somewhere in the corpus and have their own line in the shard of their
      first readings
    """
    heads = _heads(documents)
    alike = _read_in_context(documents, readings)
    count = len(documents)
    pairs = sorted(windows)
    headed = sorted(heads)
    rare = sorted(symbol for symbol in singles if len(singles[symbol]) * _COMMON <= count)
    coded_heads = dict(zip(headed, ascending([heads[pair] for pair in headed], count), strict=True))
    records: list[tuple[str, str, str]] = []
    for pair, coded in zip(pairs, ascending([windows[pair] for pair in pairs], count * WINDOWS), strict=True):
        line = f"{pair}{coded} {coded_heads[pair]}" if pair in coded_heads else pair + coded
        records.append((readings.plain(pair[0]), readings.plain(pair[1]), line))
    for symbol, coded in zip(rare, ascending([singles[symbol] for symbol in rare], count), strict=True):
        records.append((readings.plain(symbol), "", f"{symbol} {coded}"))
    records += _alike_records(alike)
    return _cut(records, _shard_count(len(line) for *_, line in records))


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


def common_symbols(singles: Holders, documents: int) -> str:
    """The symbols that have no list of documents, because so many of these have them."""
    return "".join(sorted(symbol for symbol, found in singles.items() if len(found) * _COMMON > documents))


def latin_letters(documents: Sequence[Document]) -> dict[str, Any]:
    """How Latin letters stand in the texts: `letters` side by side, those a run `starts` and `ends` with.

    Most letters that are typed are pinyin; by these the engine knows which are not.
    """
    runs = {run for document in documents for run in _LATIN.findall(document.stream)}
    return {
        "letters": sorted({pair for run in runs for pair in map(add, run, run[1:])}),
        "starts": "".join(sorted({run[0] for run in runs})),
        "ends": "".join(sorted({run[-1] for run in runs})),
    }


def _heads(documents: Sequence[Document]) -> dict[str, list[int]]:
    """For each pair the documents that have it in their title or a heading."""
    heads: defaultdict[str, list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        stream = document.stream
        for pair in {p for a, b in document.headed for p in map(add, stream[a:b], stream[a + 1 : b])}:
            heads[pair].append(number)
    return heads


def _read_in_context(documents: Iterable[Document], readings: ContextReadings) -> dict[tuple[str, str], set[str]]:
    """The pairs that some document reads otherwise than their characters by themselves, under each such reading."""
    alike: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for document in documents:
        spoken = {place: syllable[:-1] for place, syllable in document.spoken}
        for start in {place - back for place in spoken for back in (0, 1)}:
            pair = document.stream[start : start + 2] if start >= 0 else ""
            if len(pair) == 2 and BREAK not in pair:
                usual = readings.plain(pair[0]), readings.plain(pair[1])
                firsts, seconds = ({spoken.get(start + n, usual[n]), usual[n]} for n in (0, 1))
                for reading in set(product(firsts, seconds)) - {usual}:
                    alike[reading].add(pair)
    return alike


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


def initials(document: Document, readings: ContextReadings) -> Iterator[str]:
    """The first letter of each symbol of the title, as it is read there: 六问 -> l, w."""
    spoken = dict(document.spoken)
    for place, symbol in enumerate(document.stream.partition(BREAK)[0]):
        yield (spoken.get(place) or readings.plain(symbol))[0]
