"""Reads whole files of a folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def read_tree(folder: Path) -> dict[str, bytes]:
    """The bytes of every file below `folder`, by path below it with /; sorted by path."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(files)}


def read_files(folder: Path, paths: Iterable[str]) -> dict[str, bytes]:
    """The bytes of those of the files that are there, by path below `folder`."""
    return {path: (folder / path).read_bytes() for path in paths if (folder / path).is_file()}
