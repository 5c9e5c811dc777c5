"""Describes files whose content is made when it is asked for, on any processor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PendingFile:
    """One file of the output tree that is yet to be made: path below docs/ with /, and how to make its content.

    `make` is a pure function, so that a fork may call it and the content need not travel. `fingerprint` is a hash of
    all that the content is made from besides the program and the reference tables; None where nothing tells, or where
    making the content is less work than telling.
    """

    path: str
    make: Callable[[], str | bytes]
    fingerprint: bytes | None = None

    @property
    def content(self) -> str | bytes:
        """The content, made anew each time."""
        return self.make()


@dataclass(frozen=True, slots=True)
class PublishedData:
    """A data file as the pages speak of it: path below docs/, bytes, and how many records a JSON file has."""

    path: str
    size: int
    records: int | None
