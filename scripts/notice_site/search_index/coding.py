"""Ascending numbers go in, a short run of letters comes out; and data go in, a classic script that hands them over.

`overrides/assets/javascripts/search/coding.js` reads both.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from operator import sub

_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_LONE_HALVES = re.compile("[\ud800-\udfff]")


def ascending(numbers: Sequence[int], limit: int) -> str:
    """Rising numbers below `limit` as the gaps between them in Rice's code, six bits a letter.

    The first letter gives the bits of the lower part of each gap; the last letter is filled with ones, which
    begin no whole gap.

    >>> ascending([3, 4, 9], 16)
    'Bpn'
    """
    gaps = list(map(sub, numbers, chain((-1,), numbers)))
    low = max(0, (limit * 7 // (10 * len(numbers))).bit_length() - 1)
    bits = "".join([_gap(gap - 1, low) for gap in gaps])
    bits += "1" * (-len(bits) % 24)
    letters = base64.b64encode(int(bits, 2).to_bytes(len(bits) // 8, "big")).decode("ascii").rstrip("/")
    return chr(_LETTERS[low]) + letters


@lru_cache(maxsize=1 << 16)
def _gap(gap: int, low: int) -> str:
    """One gap: its upper part as so many ones and a zero, its lower `low` bits as they are."""
    lower = format(gap & (1 << low) - 1, f"0{low}b") if low else ""
    return f"{'1' * (gap >> low)}0{lower}"


def script(key: str, data: object) -> bytes:
    """A part of the search data as a classic script: works in a page, in a worker, over http and from a file."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    text = _LONE_HALVES.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
    return f'__part("{key}",{text});\n'.encode()
