"""Describes files whose content is made when it is asked for, on any processor."""

from __future__ import annotations

from collections.abc import Callable

from notice_site.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class PendingFile:
    """A file that is yet to be made: its path below docs/ with /, and a function that makes its content.

    `make` is a pure function, so that a fork may call it and the content need not travel. `fingerprint` is a hash of
    all that the content is made from besides the program and the reference tables. It is None where none is kept, or
    where making the content is less work than hashing. `is_copy` says that the content is read from a file of this
    machine, so that no other machine can make it.
    """

    path: str
    make: Callable[[], str | bytes]
    fingerprint: bytes | None = None
    is_copy: bool = False

    @property
    def content(self) -> str | bytes:
        """Makes the content, anew each time."""
        return self.make()


@dataclass(frozen=True, slots=True)
class PublishedData:
    """A published data file: its path below docs/, its bytes, and how many records a JSON file has."""

    path: str
    size: int
    records: int | None
