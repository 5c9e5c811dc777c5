"""The documents of a large corpus go in, the index that finds the candidates for a query comes out, cut into shards.

What is indexed are pairs of neighbouring symbols, by the part of the document (a quarter of its stream) in which they
stand. A pair lies in the shard of its syllables with the accents folded, so that a query in Han characters, in pinyin
and in accented pinyin opens the same shards. Candidates are then compared with the text: the index never decides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from operator import add

from .coding import ascending
from .readings import ContextReadings
from .records import BREAK, Document
from .syllables import accent

WINDOWS = 4  # parts of a document that are told apart
_SHARD_LETTERS = 6_000  # length of a shard aimed at: some 4 KB as sent
_COMMON = 4  # a single symbol in more than one in so many documents has no list: it would not select


def shard_of(first: str, second: str, shards: int) -> int:
    """The shard of a pair of plain syllables (FNV-1a over their folded accents); a symbol without reading is its own."""
    found = 0x811C9DC5
    for code in f"{accent(first)} {accent(second)}".encode("utf-16-le", "surrogatepass"):
        found = (found ^ code) * 0x01000193 & 0xFFFFFFFF
    return found % shards


def index_shards(documents: Sequence[Document], readings: ContextReadings) -> list[str]:
    """The shards in order, each with one line a record:

    - `教育` + numbers: the windows (document × WINDOWS + part) in which the pair stands; then, after a blank, the
      documents that have it in their title or a heading
    - `郏` + blank + numbers: the documents that hold a symbol which is not common
    - `#shui fu` + pairs: read so somewhere in the corpus, listed in the shard of their first readings
    """
    windows, heads, singles = _places(documents)
    alike = _read_in_context(documents, readings)
    count = len(documents)
    records: list[tuple[str, str, str]] = []
    for pair in sorted(windows):
        line = pair + ascending(windows[pair], count * WINDOWS)
        if pair in heads:
            line += " " + ascending(heads[pair], count)
        records.append((_plain(pair[0], readings), _plain(pair[1], readings), line))
    for symbol in sorted(singles):
        if len(singles[symbol]) * _COMMON <= count:
            records.append((_plain(symbol, readings), "", f"{symbol} {ascending(singles[symbol], count)}"))
    for (first, second), pairs in sorted(alike.items()):
        records.append((first, second, f"#{first} {second}{''.join(sorted(pairs))}"))
    return _cut(records, _shard_count(len(line) for *_, line in records))


def other_reading_shards(documents: Sequence[Document], readings: ContextReadings, shards: int) -> list[str]:
    """For each shard of syllables the pairs that the dictionary reads so too: `#ceng jing` + pairs, one line a record."""
    alike: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    known: dict[str, tuple[str, ...]] = {}
    for pair in _pairs(documents):
        plains = [known.get(symbol) or known.setdefault(symbol, _all_plain(symbol, readings)) for symbol in pair]
        for reading in product(*plains):
            if reading != (plains[0][0], plains[1][0]):
                alike[reading].add(pair)
    records = [(a, b, f"#{a} {b}{''.join(sorted(pairs))}") for (a, b), pairs in sorted(alike.items())]
    return _cut(records, shards)


def initial_shards(titles: Sequence[str], shards: int) -> list[str]:
    """Where titles have two initials side by side: `jy` + numbers of documents; `titles` are strings of initials."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, title in enumerate(titles):
        for pair in dict.fromkeys(map(add, title, title[1:])):
            places[pair].append(number)
    records = [(pair[0], pair[1], pair + ascending(places[pair], len(titles))) for pair in sorted(places)]
    return _cut(records, shards)


def _places(
    documents: Sequence[Document],
) -> tuple[dict[str, list[int]], dict[str, list[int]], dict[str, list[int]]]:
    windows: defaultdict[str, list[int]] = defaultdict(list)
    heads: defaultdict[str, list[int]] = defaultdict(list)
    singles: defaultdict[str, list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        stream = document.stream
        for part in range(WINDOWS):
            start, end = (len(stream) * at // WINDOWS for at in (part, part + 1))
            window = number * WINDOWS + part
            for pair in set(map(add, stream[start:end], stream[start + 1 : end + 1])):
                windows[pair].append(window)
        for pair in {p for a, b in document.headed for p in map(add, stream[a:b], stream[a + 1 : b])}:
            heads[pair].append(number)
        for symbol in set(stream):
            singles[symbol].append(number)
    singles.pop(BREAK, None)
    return {pair: where for pair, where in windows.items() if BREAK not in pair}, heads, singles


def _pairs(documents: Iterable[Document]) -> list[str]:
    pairs: set[str] = set()
    for document in documents:
        pairs.update(map(add, document.stream, document.stream[1:]))
    return sorted(pair for pair in pairs if BREAK not in pair)


def _read_in_context(
    documents: Iterable[Document], readings: ContextReadings
) -> dict[tuple[str, str], set[str]]:
    """The pairs that some document reads otherwise than their characters by themselves."""
    alike: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for document in documents:
        spoken = {place: syllable[:-1] for place, syllable in document.spoken}
        for start in {place - back for place in spoken for back in (0, 1)}:
            pair = document.stream[start : start + 2] if start >= 0 else ""
            if len(pair) == 2 and BREAK not in pair:
                first, second = (spoken.get(start + n) or _plain(pair[n], readings) for n in (0, 1))
                alike[first, second].add(pair)
    return alike


def _plain(symbol: str, readings: ContextReadings) -> str:
    """The first reading without its tone; the symbol itself where it has none."""
    return readings.first(symbol)[:-1] or symbol


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


def initials(title: str, document: Document, readings: ContextReadings) -> Iterator[str]:
    """The first letter of each symbol of a title, as it is read there: 六问 -> l, w."""
    spoken = dict(document.spoken)
    for place, symbol in enumerate(title):
        yield (spoken.get(place) or readings.first(symbol) or symbol)[0]
