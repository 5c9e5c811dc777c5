"""Tells whether what a build reads has changed since an earlier look.

Folders are looked through again and again, not observed: docs/ is replaced as a whole with each build, an observer
loses a folder that is deleted, and some file systems report nothing.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from pathlib import Path

from notice_site.serving.builder import PROGRAM

WRITTEN = ("source_texts", "overrides", "mkdocs.yml")
DOCS = "docs"
OUTPUTS = ("docs", "site")

Stamps = Mapping[str, tuple[int, ...]]
"""Time, size, number and rights of each file by its path."""


def input_stamps(owned: Collection[str]) -> Stamps:
    """The stamps of what people write for the site; `owned` are the names in docs/ that the program writes."""
    written: dict[str, tuple[int, ...]] = {}
    for name in WRITTEN:
        _look(name, written)
    for name in _names(DOCS):
        if name not in owned:
            _look(f"{DOCS}/{name}", written)
    return written


def program_stamps() -> Stamps:
    """The stamps of the modules of the program: a process that builds keeps those that it has loaded."""
    modules: dict[str, tuple[int, ...]] = {}
    _look(str(PROGRAM), modules)
    return {path: stamp for path, stamp in modules.items() if path.endswith(".py")}


def present_outputs(owned: Collection[str]) -> frozenset[str]:
    """The names of what the builds write that are there, not what they hold."""
    names = (*OUTPUTS, *(f"{DOCS}/{name}" for name in owned), *(f"site/{name}" for name in _names("site")))
    return frozenset(name for name in names if Path(name).exists())


def _look(path: str, stamps: dict[str, tuple[int, ...]]) -> None:
    """Adds the stamps of a file, or of all files below a folder; what cannot be read has none."""
    try:
        status = os.stat(path)
    except OSError:
        return
    if not os.path.isdir(path):
        stamps[path] = (status.st_mtime_ns, status.st_size, status.st_ino, status.st_mode)
        return
    folders = [path]
    while folders:
        folder = folders.pop()
        try:
            entries = list(os.scandir(folder))
        except OSError:
            continue
        for entry in entries:
            try:
                if entry.is_dir(follow_symlinks=False):
                    if entry.name != "__pycache__":
                        folders.append(entry.path)
                    continue
                status = entry.stat(follow_symlinks=False)
            except OSError:
                continue  # gone since the folder was read
            stamps[entry.path] = (status.st_mtime_ns, status.st_size, status.st_ino, status.st_mode)


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []
