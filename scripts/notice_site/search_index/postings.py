"""Lists where in a large corpus each symbol and each pair of neighbouring symbols stands.

A pair is listed by the part of the document (a quarter of its stream) in which it stands. The documents so found are
compared with the query by their text: the index only proposes.
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
from notice_site.search_index.readings import ContextReadings
from notice_site.search_index.records import BREAK, Document

WINDOWS = 4  # parts of a document that are told apart
_BITS = 21  # of a symbol, and of the number of a window: three fill a number
_LOW = (1 << _BITS) - 1
_AT_ONCE = 500  # documents that are looked at together
_LATIN = re.compile("[a-z\xaa-\u024f]+")
_COMMON = 4  # a single symbol in more than one in so many documents has no list: it would not select


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


def common_symbols(singles: Holders, documents: int) -> str:
    """The symbols that have no list of documents, because so many of these have them."""
    return "".join(sorted(symbol for symbol, held in singles.items() if is_common(len(held), documents)))


def is_common(held: int, documents: int) -> bool:
    """Whether a symbol that `held` of so many documents hold is too common to select any."""
    return held * _COMMON > documents


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


def initials(document: Document, readings: ContextReadings) -> Iterator[str]:
    """The first letter of each symbol of the title, as it is read there: 六问 -> l, w."""
    spoken = dict(document.spoken)
    for place, symbol in enumerate(document.stream.partition(BREAK)[0]):
        yield (spoken.get(place) or readings.plain(symbol))[0]


def pairs_in_headings(documents: Sequence[Document]) -> dict[str, list[int]]:
    """For each pair the documents that have it in their title or a heading."""
    heads: defaultdict[str, list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        stream = document.stream
        for pair in {p for a, b in document.headed for p in map(add, stream[a:b], stream[a + 1 : b])}:
            heads[pair].append(number)
    return heads


def dates_named(documents: Sequence[Document]) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """For each name of a day or month the documents that have it, and those that can have it in a title or heading."""
    everywhere: defaultdict[str, list[int]] = defaultdict(list)
    headed: defaultdict[str, list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        for holders, names in zip((everywhere, headed), document.dates, strict=True):
            for name in names:
                holders[name].append(number)
    return everywhere, headed


def pairs_read_in_context(documents: Iterable[Document], readings: ContextReadings) -> dict[tuple[str, str], set[str]]:
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
