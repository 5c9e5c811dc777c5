"""Keeps the results of pure functions for later builds.

A result is kept under the hash of all that it depends on: its stage, its input, the program and the libraries that
it calls. So a result can be missing but not out of date. A damaged file is deleted, a locked one is not used.
"""

from __future__ import annotations

import hashlib
import sqlite3
import sys
from collections.abc import Callable, Sequence
from functools import cache, partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, TypeVar

from notice_site.execution import serialization
from notice_site.execution.parallel import ParallelMap, parallel_map
from notice_site.execution.progress import OnProgress, Progress

Value = TypeVar("Value")

_PACKAGE = Path(__file__).parents[1]
_LIBRARIES = ("pypinyin", "lxml", "python-docx", "pdfminer.six", "OpenCC", "PyYAML")
_CHECK = 8  # bytes of the hash before each value; it shows that the disk has kept the value whole


class ResultCache:
    """Results by their keys, in one file; without a file nothing is kept.

    `workers` compute the missing results, and `progress` shows how far they are.
    """

    def __init__(
        self, file: Path | None = None, progress: Progress | None = None, workers: ParallelMap = parallel_map
    ) -> None:
        self._workers = workers
        self._progress = progress
        self._database: sqlite3.Connection | None = _opened(file) if file else None
        self._used: list[tuple[bytes]] = []

    @property
    def is_enabled(self) -> bool:
        """Whether there is a file."""
        return self._database is not None

    @property
    def is_distributed(self) -> bool:
        """Whether the workers may be other machines."""
        return self._workers is not parallel_map

    def progress_map(self, stage: str, on_workers: bool = False) -> ParallelMap:
        """`parallel_map`, or the map of the workers, that shows its progress as that of `stage`."""
        return self._with_progress(stage, self._workers if on_workers else parallel_map)

    def _with_progress(self, stage: str, work: ParallelMap) -> ParallelMap:
        return partial(work, on_progress=self._progress.stage(stage)) if self._progress else work

    def cached_map(
        self, stage: str, key: Callable[[Any], object], keep: Callable[[Any, Any], bool] | None = None
    ) -> ParallelMap:
        """`parallel_map` that computes only the results that are not kept yet.

        `key` names all that a result depends on besides the program, by values that `repr` writes in full: text,
        bytes, numbers, tuples and dataclasses of them. `keep` decides from a value and its result whether it is kept.
        """

        work = self._with_progress(stage, self._workers)

        def map_missing(
            function: Callable[[Any], Any],
            values: Sequence[Any],
            min_chunk: int | None = None,
            on_progress: OnProgress | None = None,
        ) -> list[Any]:
            fingerprints = [_key(stage, key(value)) for value in values]
            results = [self._get(key) for key in fingerprints]
            missing = [number for number, result in enumerate(results) if result is None]
            contents = work(
                lambda value: serialization.to_bytes(function(value)), [values[n] for n in missing], min_chunk
            )
            for at, number in enumerate(missing):
                content, contents[at] = contents[at], b""  # held once: as bytes or as the result
                results[number] = serialization.from_bytes(content)
                if keep is None or keep(values[number], results[number]):
                    self._put(fingerprints[number], content)
            return results

        return map_missing if self._database else work

    def get(self, stage: str, inputs: object) -> Any:
        """The kept result, or None."""
        return self._get(_key(stage, inputs)) if self._database else None

    def keep(self, stage: str, inputs: object) -> bool:
        """Keeps what an earlier build put there, unread, for later builds; False where there is nothing."""
        if self._database is None:
            return False
        key = _key(stage, inputs)
        try:
            is_there = self._database.execute("SELECT 1 FROM results WHERE key = ?", (key,)).fetchone() is not None
        except sqlite3.Error:
            self._database = None
            return False
        if is_there:
            self._used.append((key,))
        return is_there

    def put(self, stage: str, inputs: object, result: object) -> None:
        """Keeps a result for later builds."""
        if self._database:
            self._put(_key(stage, inputs), serialization.to_bytes(result))

    def _get(self, key: bytes) -> Any:
        if self._database is None:
            return None
        try:
            row = self._database.execute("SELECT value FROM results WHERE key = ?", (key,)).fetchone()
            if row is None or _check(row[0][_CHECK:]) != row[0][:_CHECK]:
                return None
            self._used.append((key,))
            return serialization.from_bytes(row[0][_CHECK:])
        except sqlite3.Error:
            self._database = None
        except Exception:  # whatever broken bytes may raise
            pass
        return None

    def _put(self, key: bytes, content: bytes) -> None:
        if self._database is None:
            return
        try:
            self._database.execute("INSERT OR REPLACE INTO results VALUES (?, ?)", (key, _check(content) + content))
            self._used.append((key,))
        except sqlite3.Error:
            self._database = None

    def close(self) -> None:
        """Saves the results that this build has used and deletes the others."""
        if self._database is None:
            return
        try:
            self._database.execute("CREATE TEMP TABLE used (key BLOB PRIMARY KEY)")
            self._database.executemany("INSERT OR IGNORE INTO used VALUES (?)", self._used)
            self._database.execute("DELETE FROM results WHERE key NOT IN (SELECT key FROM used)")
            self._database.commit()
            self._database.close()
        except sqlite3.Error:
            pass
        self._database = None


NO_CACHE = ResultCache()
"""A cache without a file."""


def _opened(file: Path) -> sqlite3.Connection | None:
    """The database in that file; a new one where it is damaged, None where it is locked or cannot be written."""
    for _ in range(2):
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            database = sqlite3.connect(file, timeout=0)
            database.execute("PRAGMA synchronous = OFF")  # what a crash of the machine damages is made again
            database.execute("CREATE TABLE IF NOT EXISTS results (key BLOB PRIMARY KEY, value BLOB)")
            database.execute("BEGIN IMMEDIATE")
            return database
        except sqlite3.OperationalError:
            return None  # another build has it, or the folder cannot be written
        except sqlite3.DatabaseError:
            database.close()
            file.unlink(missing_ok=True)
        except OSError:
            return None
    return None


def fingerprint(*parts: object) -> bytes:
    """A hash of values that `repr` writes in full."""
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).digest()


def _key(stage: str, inputs: object) -> bytes:
    return fingerprint(_program(), stage, inputs)


@cache
def _program() -> bytes:
    """A hash of the program, of Python and of the libraries."""
    digest = hashlib.sha256(sys.version.encode())
    for path in sorted(_PACKAGE.rglob("*.py")):
        digest.update(path.relative_to(_PACKAGE).as_posix().encode() + b"\0" + path.read_bytes())
    for name in _LIBRARIES:
        try:
            digest.update(f"{name} {version(name)}\n".encode())
        except PackageNotFoundError:
            digest.update(f"{name} -\n".encode())
    return digest.digest()


def _check(content: bytes | memoryview) -> bytes:
    return hashlib.blake2b(content, digest_size=_CHECK).digest()
