"""What pure functions gave in earlier builds goes in, what is already known of the values of this one comes out.

A result is kept under the hash of all that it was made from: its stage, what went into it, the program and the
libraries that it calls. So nothing here can be out of date, only missing; a damaged or locked memory is none.
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
from notice_site.execution.parallel import Spread, spread
from notice_site.execution.progress import Progress, Told

Value = TypeVar("Value")

_PACKAGE = Path(__file__).parents[1]
_LIBRARIES = ("pypinyin", "lxml", "python-docx", "pdfminer.six", "OpenCC", "PyYAML")
_CHECK = 8  # bytes of the hash that stands before each value: a disk may have lost some of it


class Memory:
    """Results by their keys, in one file; without a file it knows nothing and keeps nothing.

    What has to be found anew is told to `progress`; the work of each value alone is done by `workers`.
    """

    def __init__(self, file: Path | None = None, progress: Progress | None = None, workers: Spread = spread) -> None:
        self._workers = workers
        self._progress = progress
        self._database: sqlite3.Connection | None = _opened(file) if file else None
        self._used: list[tuple[bytes]] = []

    @property
    def remembers(self) -> bool:
        """Whether there is a file."""
        return self._database is not None

    @property
    def elsewhere(self) -> bool:
        """Whether the workers may be other machines."""
        return self._workers is not spread

    def watched(self, stage: str) -> Spread:
        """`spread`, which tells how far it is."""
        return self._telling(stage, spread)

    def _telling(self, stage: str, work: Spread) -> Spread:
        return partial(work, told=self._progress.stage(stage)) if self._progress else work

    def spreading(
        self, stage: str, key: Callable[[Any], object], keep: Callable[[Any, Any], bool] | None = None
    ) -> Spread:
        """`spread`, but only of values whose results are not known yet.

        `key` tells by plain values (text, bytes, numbers, tuples of them) all that the result is made from besides the
        program; `keep` says of a value and its result whether to keep it.
        """

        work = self._telling(stage, self._workers)

        def remembered(
            function: Callable[[Any], Any], values: Sequence[Any], least: int | None = None, told: Told | None = None
        ) -> list[Any]:
            keys = [_key(stage, key(value)) for value in values]
            results = [self._recall(known) for known in keys]
            missing = [number for number, result in enumerate(results) if result is None]
            contents = work(lambda value: serialization.packed(function(value)), [values[n] for n in missing], least)
            for at, number in enumerate(missing):
                content, contents[at] = contents[at], b""  # held once: as bytes or as the result
                results[number] = serialization.unpacked(content)
                if keep is None or keep(values[number], results[number]):
                    self._learn(keys[number], content)
            return results

        return remembered if self._database else work

    def recall(self, stage: str, made_from: object) -> Any:
        """What was learnt of it, or None."""
        return self._recall(_key(stage, made_from)) if self._database else None

    def learn(self, stage: str, made_from: object, result: object) -> None:
        """Keeps a result for later builds."""
        if self._database:
            self._learn(_key(stage, made_from), serialization.packed(result))

    def _recall(self, key: bytes) -> Any:
        if self._database is None:
            return None
        try:
            row = self._database.execute("SELECT value FROM results WHERE key = ?", (key,)).fetchone()
            if row is None or _check(row[0][_CHECK:]) != row[0][:_CHECK]:
                return None
            self._used.append((key,))
            return serialization.unpacked(row[0][_CHECK:])
        except sqlite3.Error:
            self._database = None
        except Exception:  # whatever broken bytes may raise
            pass
        return None

    def _learn(self, key: bytes, content: bytes) -> None:
        if self._database is None:
            return
        try:
            self._database.execute("INSERT OR REPLACE INTO results VALUES (?, ?)", (key, _check(content) + content))
            self._used.append((key,))
        except sqlite3.Error:
            self._database = None

    def close(self) -> None:
        """Keeps what this build has used, and forgets the rest."""
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


NO_MEMORY = Memory()
"""Remembers nothing."""


def _opened(file: Path) -> sqlite3.Connection | None:
    """The memory in that file, a new one where it is damaged, or None where there can be none."""
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


def digest(*parts: object) -> bytes:
    """A hash of plain values."""
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).digest()


def _key(stage: str, made_from: object) -> bytes:
    return digest(_program(), stage, made_from)


@cache
def _program() -> bytes:
    """A hash of the program and of what it runs on."""
    found = hashlib.sha256(sys.version.encode())
    for path in sorted(_PACKAGE.rglob("*.py")):
        found.update(path.relative_to(_PACKAGE).as_posix().encode() + b"\0" + path.read_bytes())
    for name in _LIBRARIES:
        try:
            found.update(f"{name} {version(name)}\n".encode())
        except PackageNotFoundError:
            found.update(f"{name} -\n".encode())
    return found.digest()


def _check(content: bytes | memoryview) -> bytes:
    return hashlib.blake2b(content, digest_size=_CHECK).digest()
