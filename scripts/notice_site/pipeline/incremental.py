"""Files that earlier builds made from the same, and that nobody has touched since, come out: they need not be made.

Of a data file that are the parts that were made from the same: a large one changes with every edit, but little of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from notice_site.execution.cache import ResultCache
from notice_site.execution.output_tree import Stamp, TreeRewrite, stamp
from notice_site.pages.core.pending_files import PendingFile
from notice_site.publishing.files import DataFile, Places

Found = TypeVar("Found")


class UnchangedFiles:
    """What is known of the files of a tree that is being rewritten; `tables` are hashes of the reference tables."""

    def __init__(self, cache: ResultCache, tree: TreeRewrite, tables: tuple[bytes, ...]) -> None:
        self._cache = cache
        self._tree = tree
        self._tables = tables
        self._pages: dict[str, tuple[bytes, Stamp]] = cache.get("pages", tables) or {}
        self._data: dict[str, tuple[Places, Stamp]] = cache.get("data files", tables) or {}
        self._kept: dict[str, tuple[bytes, Stamp]] = {}
        self._asked: dict[str, bytes] = {}
        self._made: dict[str, Places] = {}

    def is_unchanged(self, pending: PendingFile) -> bool:
        """Whether a page stays as it is; then it is taken over."""
        if pending.fingerprint is None:
            return False
        known = self._pages.get(pending.path)
        if known and known == (pending.fingerprint, self._tree.stamp(pending.path)):
            self._tree.keep(pending.path)
            self._kept[pending.path] = known
            return True
        self._asked[pending.path] = pending.fingerprint
        return False

    def content(self, file: DataFile) -> tuple[bytes, Places]:
        """A data file, its parts taken from the old one where they are the same; a fork may call this."""
        places, known = self._data.get(file.path, ({}, None))
        if not places or known != self._tree.stamp(file.path):
            return file.content()
        with self._tree.old(file.path) as old:

            def part(fingerprint: bytes) -> bytes | None:
                start, length = places.get(fingerprint, (0, 0))
                old.seek(start)
                return old.read(length) or None

            return file.content(part)

    def made(self, path: str, places: Places) -> None:
        """Hears where the parts of a data file now stand."""
        self._made[path] = places

    def put(self, docs: Path) -> None:
        """Remembers the files as they now are."""
        self._cache.put("pages", self._tables, self._kept | _stamped(self._asked, docs))
        self._cache.put("data files", self._tables, _stamped(self._made, docs))


def _stamped(found: Mapping[str, Found], docs: Path) -> dict[str, tuple[Found, Stamp]]:
    stamps = ((path, what, stamp(docs / path)) for path, what in found.items())
    return {path: (what, known) for path, what, known in stamps if known}
