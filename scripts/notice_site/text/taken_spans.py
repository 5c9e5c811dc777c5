"""Keeps which characters of a text are spoken for, so that of overlapping findings the first stands."""

from __future__ import annotations


class TakenSpans:
    """The characters of a text of `length` characters that have been taken.

    >>> taken = TakenSpans(9)
    >>> taken.take(2, 5), taken.take(4, 6), taken.take(5, 6), 2 in taken, 6 in taken
    (True, False, True, True, False)
    """

    def __init__(self, length: int) -> None:
        self._marks = bytearray(length)

    def __contains__(self, place: int) -> bool:
        return bool(self._marks[place])

    def take(self, start: int, end: int) -> bool:
        """Takes the characters start:end and tells whether all of them were free; otherwise takes none."""
        if self._marks.find(1, start, end) >= 0:
            return False
        self._marks[start:end] = b"\1" * (end - start)
        return True
