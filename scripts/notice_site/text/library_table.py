"""Holds tables that are made from libraries: making them takes longer than all that an edit changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class LibraryTable(Generic[Value]):
    """A function that makes its value when it is first called; the value of an earlier run may stand in for it.

    >>> table = LibraryTable(lambda: {"羣": "群"})
    >>> table.value = {"衞": "卫"}
    >>> table()
    {'衞': '卫'}
    """

    def __init__(self, make: Callable[[], Value]) -> None:
        self._make = make
        self.value: Value | None = None

    def __call__(self) -> Value:
        """Returns the value."""
        if self.value is None:
            self.value = self._make()
        return self.value
