"""Describes data files that are yet to be made, in parts; a part that was made before is taken over."""

from __future__ import annotations

import io
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import partial
from itertools import groupby
from typing import TypeVar

from notice_site.model.frozen import dataclass

Group = TypeVar("Group", bound=Hashable)
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class FilePart:
    """Bytes of a data file that follow each other; `fingerprint` is a hash of all that they are made from, or None."""

    make: Callable[[], bytes]
    fingerprint: bytes | None = None


PartPlaces = dict[bytes, tuple[int, int]]
"""The first byte and the length of each part of a data file, by fingerprint."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A data file that is yet to be made.

    `records` is how many records it will have, None for a file that is no list of them. The parts stand between `head`
    and `tail`; `between` divides those that are not empty. `columns` gives the columns of a table with their types
    (string, integer, number).
    """

    path: str
    parts: Callable[[], Iterable[FilePart]]
    records: int | None = None
    head: bytes = b""
    between: bytes = b""
    tail: bytes = b""
    columns: Mapping[str, str] = field(default_factory=dict)

    def content(self, old_part: Callable[[bytes], bytes | None] = lambda fingerprint: None) -> tuple[bytes, PartPlaces]:
        """Makes the file; returns where its parts stand too. `old_part` finds a part that was made before."""
        output = io.BytesIO()  # a large file is held once, as bytes
        places: PartPlaces = {}
        output.write(self.head)
        for part in self.parts():
            content = (old_part(part.fingerprint) if part.fingerprint else None) or part.make()
            if content and output.tell() > len(self.head):
                output.write(self.between)
            if part.fingerprint:
                places[part.fingerprint] = (output.tell(), len(content))
            output.write(content)
        output.write(self.tail)
        return output.getvalue(), places


def grouped_parts(
    values: Iterable[Value],
    group: Callable[[Value], Group],
    fingerprint_of: Callable[[Group], bytes | None],
    make: Callable[[Sequence[Value]], bytes],
) -> Iterator[FilePart]:
    """Makes a part for each run of values of one group.

    Only the first run of a group has a fingerprint: a later one would have the same.
    """
    seen: set[Group] = set()
    for name, run in groupby(values, group):
        yield FilePart(partial(make, tuple(run)), None if name in seen else fingerprint_of(name))
        seen.add(name)
