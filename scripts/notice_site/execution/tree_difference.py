"""Says in one line for each file how a folder on disk differs from what it should hold."""

from __future__ import annotations

import filecmp
import os
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from stat import S_ISREG

Stamp = tuple[int, int, int]
"""Size, time (ns) and number of a plain file: what changes when somebody writes it."""

_PIECE = 1 << 20  # bytes of a file that are compared at once: a large data file is not held twice
_CONTEXT = 20  # characters quoted before and after the first difference


def difference(root: Path, path: str, content: bytes) -> str:
    """How the file at `path` below `root` differs from `content`, in one line; "" where it does not."""
    place = root / path
    if holds(place, content):
        return ""
    is_there = place.is_file() or place.is_symlink()
    return f"changed: {path}{_first_difference(place, content)}" if is_there else f"missing: {path}"


def differences(root: Path, compared: Mapping[str, str], owned: Collection[str]) -> list[str]:
    """What `difference` returned for each path, and the files below `owned` that have no such path; sorted by path."""
    require_inside(compared, owned)
    extra = {path: f"extra: {path}" for path in owned_files(root, owned) if path not in compared}
    return [line for _, line in sorted({**compared, **extra}.items()) if line]


def require_inside(paths: Iterable[str], owned: Collection[str]) -> None:
    """ValueError unless every path is plain, relative and below one of the `owned` names."""
    for path in paths:
        parts = path.split("/")
        if parts[0] not in owned or any(part in ("", ".", "..") for part in parts):
            raise ValueError(f"{path!r} is not a path below one of {', '.join(sorted(owned))}")


def owned_files(root: Path, owned: Collection[str]) -> set[str]:
    """The path with / of every file and link below the `owned` names of `root`."""
    paths = set()
    length = len(str(root / "_")) - 1
    for name in owned:
        top = root / name
        if top.is_symlink() or top.is_file():
            paths.add(name)
        for folder, folders, names in os.walk(top):
            links = [sub for sub in folders if os.path.islink(os.path.join(folder, sub))]
            below = folder[length:].replace(os.sep, "/")
            paths.update(f"{below}/{entry}" for entry in (*names, *links))
    return paths


def stamp(place: str | Path) -> Stamp | None:
    """The stamp of a plain file; None for anything else."""
    try:
        status = os.lstat(place)
    except OSError:
        return None
    return (status.st_size, status.st_mtime_ns, status.st_ino) if S_ISREG(status.st_mode) else None


def holds(place: str | Path, content: bytes) -> bool:
    """Whether `place` is a plain file with exactly this content."""
    present = stamp(place)
    if present is None or present[0] != len(content):
        return False
    with open(place, "rb") as file:
        pieces = range(0, len(content), _PIECE)
        return all(file.read(_PIECE) == content[at : at + _PIECE] for at in pieces)


def holds_same_files(one: Path, other: Path) -> bool:
    """Whether two folders hold the same files; a second name of the same file is not read."""
    paths = [owned_files(root, os.listdir(root)) if root.is_dir() else set() for root in (one, other)]
    return paths[0] == paths[1] and all(_same(one / path, other / path) for path in paths[0])


def _same(one: Path, other: Path) -> bool:
    present = stamp(one)
    return present is not None and (present == stamp(other) or filecmp.cmp(one, other, shallow=False))


def _first_difference(place: Path, content: bytes) -> str:
    """Where a text first differs: `, line 3: is '有二问', should be '有六问'`; nothing for what is not text."""
    if place.is_symlink():
        return ": is a link"
    try:
        is_text, should_text = place.read_text("utf-8"), content.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    pairs = enumerate(zip(is_text, should_text, strict=False))
    at = next((at for at, (one, other) in pairs if one != other), min(len(is_text), len(should_text)))
    line = is_text.count("\n", 0, at) + 1
    start = max(is_text.rfind("\n", 0, at) + 1, at - _CONTEXT)
    is_piece, should_piece = (repr(text[start : at + _CONTEXT].split("\n")[0]) for text in (is_text, should_text))
    return f", line {line}: is {is_piece}, should be {should_piece}"
