"""Finds the generated files that need not be made again: their input is the same and nobody has touched them.

A large data file changes with every edit, but little of it: its unchanged parts are copied from the old file.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from notice_site.execution.cache import ResultCache
from notice_site.execution.output_tree import TreeRewrite
from notice_site.execution.tree_difference import Stamp, stamp
from notice_site.pages.core.pending_files import PendingFile
from notice_site.publishing.data_file import DataFile, PartPlaces

Value = TypeVar("Value")


class UnchangedFiles:
    """The files that an earlier build recorded of a tree; `tables` are hashes of the reference tables."""

    def __init__(self, cache: ResultCache, tree: TreeRewrite, tables: tuple[bytes, ...]) -> None:
        self._cache = cache
        self._tree = tree
        self._tables = tables
        self._pages: dict[str, tuple[bytes, Stamp]] = cache.get("pages", tables) or {}
        self._data: dict[str, tuple[PartPlaces, Stamp]] = cache.get("data files", tables) or {}
        self._kept: dict[str, tuple[bytes, Stamp]] = {}
        self._to_make: dict[str, bytes] = {}
        self._made: dict[str, PartPlaces] = {}

    def is_unchanged(self, pending: PendingFile) -> bool:
        """Whether the file of a page is as it would be made; if so, it is taken over into the new tree."""
        if pending.fingerprint is None:
            return False
        known = self._pages.get(pending.path)
        if known and known == (pending.fingerprint, self._tree.stamp(pending.path)):
            self._tree.keep(pending.path)
            self._kept[pending.path] = known
            return True
        self._to_make[pending.path] = pending.fingerprint
        return False

    def content(self, file: DataFile) -> tuple[bytes, PartPlaces]:
        """The content of a data file and the place of each part; unchanged parts come from the old file."""
        places, recorded = self._data.get(file.path, ({}, None))
        if not places or recorded != self._tree.stamp(file.path):
            return file.content()
        with self._tree.old(file.path) as old:

            def part(fingerprint: bytes) -> bytes | None:
                start, length = places.get(fingerprint, (0, 0))
                old.seek(start)
                return old.read(length) or None

            return file.content(part)

    def data_file_made(self, path: str, places: PartPlaces) -> None:
        """Records where the parts of a data file now stand."""
        self._made[path] = places

    def put(self, docs: Path) -> None:
        """Records size and time of the files in `docs` for the next build."""
        self._cache.put("pages", self._tables, self._kept | _stamped(self._to_make, docs))
        self._cache.put("data files", self._tables, _stamped(self._made, docs))


def _stamped(values: Mapping[str, Value], docs: Path) -> dict[str, tuple[Value, Stamp]]:
    """Each value with the stamp of its file, where there is such a file."""
    stamps = ((path, value, stamp(docs / path)) for path, value in values.items())
    return {path: (value, present) for path, value, present in stamps if present}
