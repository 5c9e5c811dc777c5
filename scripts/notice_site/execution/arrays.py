"""Works on rows of numbers, for what a large corpus has in millions: as objects they would take too much room."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]


def distinct(numbers: Numbers) -> Numbers:
    """Each number once, in order; none is negative. For millions much faster than numpy.unique with its hashes.

    >>> distinct(np.array([7, 3, 7])).tolist()
    [3, 7]
    """
    ordered: Numbers = np.sort(numbers)
    return np.compress(np.diff(ordered, prepend=-1) != 0, ordered)


def code_points(texts: Iterable[str]) -> NDArray[np.uint32]:
    """The characters of texts in one row, as numbers; lone halves of characters (UTF-16) too.

    >>> [chr(code) for code in code_points(["六", "问"])]
    ['六', '问']
    """
    return np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
