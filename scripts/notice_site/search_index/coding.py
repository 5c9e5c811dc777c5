"""Codes ascending numbers as short runs of letters, and writes data as classic scripts.

`overrides/assets/javascripts/search/coding.js` reads both.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from notice_site.execution.arrays import Numbers

_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_FILLED = 24  # bits: four letters
_AT_ONCE = 500_000  # numbers that are coded together
_LONE_HALVES = re.compile("[\ud800-\udfff]")


def ascending(lists: Sequence[Sequence[int] | NDArray[np.integer[Any]]], limit: int) -> list[str]:
    """Each list of rising numbers below `limit` as the gaps between them in Rice's code, six bits a letter.

    The first letter gives the bits of the lower part of each gap; the last letter is filled with ones, which
    begin no whole gap. No list is empty.

    >>> ascending([[3, 4, 9]], 16)
    ['Bpn']
    """
    sizes = np.array([len(numbers) for numbers in lists], np.int64)
    batches = np.flatnonzero(np.diff(np.cumsum(sizes) // _AT_ONCE, prepend=-1)).tolist()
    return [
        letters
        for begin, end in pairwise((*batches, len(lists)))
        for letters in _coded(lists[begin:end], sizes[begin:end], limit)
    ]


def _coded(lists: Sequence[Sequence[int] | NDArray[np.integer[Any]]], sizes: Numbers, limit: int) -> Iterator[str]:
    begins = np.cumsum(sizes) - sizes
    numbers = np.concatenate(lists).astype(np.int64)
    gaps = np.diff(numbers, prepend=-1) - 1
    gaps[begins] = numbers[begins]
    lows = np.maximum(0, np.frexp(limit * 7 // (10 * sizes))[1].astype(np.int64) - 1)  # bits of the aimed gap, less one
    low = np.repeat(lows, sizes)
    upper = gaps >> low
    ends = np.cumsum(upper + 1 + low)
    lengths = np.diff(ends[begins + sizes - 1], prepend=0)
    filled = lengths + -lengths % _FILLED
    starts = np.cumsum(filled) - filled
    # A gap is its upper part as so many ones and a zero, then its lower bits as they are.
    zeros = ends - low - 1 + np.repeat(starts - (np.cumsum(lengths) - lengths), sizes)
    bits = np.ones(int(filled.sum()), np.uint8)
    bits[zeros] = 0
    for place in range(int(lows.max())):
        has = low > place
        bits[(zeros + low - place)[has]] = gaps[has] >> place & 1
    content = np.packbits(bits).tobytes()
    for start, length, lower in zip((starts // 8).tolist(), (filled // 8).tolist(), lows.tolist(), strict=True):
        letters = base64.b64encode(content[start : start + length]).decode("ascii").rstrip("/")
        yield chr(_LETTERS[lower]) + letters


def script(key: str, data: object) -> bytes:
    """A part of the search data as a classic script: works in a page, in a worker, over http and from a file."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    text = _LONE_HALVES.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
    return f'__part("{key}",{text});\n'.encode()
