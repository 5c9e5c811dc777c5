"""Finished files in, folders on disk out: the only module that writes; a folder is always wholly old or wholly new.

A new folder is staged beside the one it replaces and takes its place in one system call. Where the system
has no such call, a complete tree waits under the name `.staging-ready-NAME` while the old one is moved away,
and whoever writes next finishes a switch that was cut short. Leftovers of killed builds go at the same time.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import re
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO

_AT_FDCWD = -100  # <fcntl.h>: relative paths start at the working folder
_RENAME_EXCHANGE = 2  # <linux/fs.h>: both names change places

_PIECE = 1 << 20  # bytes of a file that are compared at once


def write_tree(root: Path, files: Mapping[str, bytes], owned: Collection[str]) -> list[str]:
    """Makes the `owned` top-level files and folders of `root` hold exactly `files`; the rest of `root` stays.

    Keys of `files` are paths below `root` with /. Unchanged files keep their inode and time. The result names
    the paths that were written or removed, sorted; when there are none, nothing is touched. ValueError: a path
    that lies outside `owned`.
    """
    _require_inside(files, owned)
    with rewrite_tree(root) as tree:
        return tree.publish({path: tree.put(path, content) for path, content in files.items()}, owned)


Stamp = tuple[int, int, int]
"""Size, time (ns) and number of a plain file: what changes when somebody writes it."""


class TreeRewrite:
    """A new state of a folder in the making; see `rewrite_tree`."""

    def __init__(self, target: Path, staged: Path) -> None:
        self._target = target
        self._staged = staged
        self._made: set[str] = set()  # folders
        self.is_published = False

    def put(self, path: str, content: bytes) -> bool:
        """Puts one file; True where the folder does not hold it so already. Forks of this process may do it too."""
        _require_inside([path], {path.partition("/")[0]})
        changed = not _holds(self._target / path, content)
        if changed:
            self._place(path).write_bytes(content)
        else:
            _link(self._target / path, self._place(path))
        return changed

    def keep(self, path: str) -> None:
        """Takes one file over as it is."""
        _link(self._target / path, self._place(path))

    def stamp(self, path: str) -> Stamp | None:
        """That of the file at `path` as it was."""
        return stamp(self._target / path)

    def old(self, path: str) -> BinaryIO:
        """The file at `path` as it was, to be read."""
        return (self._target / path).open("rb")

    def _place(self, path: str) -> Path:
        place = self._staged / path
        folder = path.rpartition("/")[0]
        if folder not in self._made:
            place.parent.mkdir(parents=True, exist_ok=True)
            self._made.add(folder)
        return place

    def publish(self, changed: Mapping[str, bool], owned: Collection[str]) -> list[str]:
        """Lets the new state take the place of the old one, unless nothing differs.

        `changed` is what `put` said of each file. The result names what was written or removed, sorted.
        """
        _require_inside(changed, owned)
        self.is_published = True
        differing = {path for path, differs in changed.items() if differs}
        removed = _owned_files(self._target, owned) - changed.keys()
        if differing or removed or not self._target.is_dir():
            # People may save their own pages at any time, so these come last, just before the switch.
            _take_over(self._target, self._staged, owned)
        else:
            _remove(self._staged)
        return sorted(differing | removed)


def stamp(place: Path) -> Stamp | None:
    """That of a plain file; None for anything else."""
    try:
        found = os.lstat(place)
    except OSError:
        return None
    return (found.st_size, found.st_mtime_ns, found.st_ino) if S_ISREG(found.st_mode) else None


@contextmanager
def rewrite_tree(root: Path) -> Iterator[TreeRewrite]:
    """For files that are written as they are made: put each, then publish; without that `root` stays as it is."""
    with _locked(root.resolve()) as target:
        _finish_killed_build(target)
        with _replacing(target) as staged:
            tree = TreeRewrite(target, staged)
            yield tree
            if not tree.is_published:
                _remove(staged)


def add_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Puts new files into `folder`, all or none; FileExistsError where one of the names is taken."""
    added: list[Path] = []
    try:
        for name, content in files.items():
            with (folder / name).open("xb") as file:
                added.append(folder / name)
                file.write(content)
    except OSError:
        for place in added:
            place.unlink()
        raise


def write_edition(folder: Path, name: str, files: Mapping[str, bytes]) -> None:
    """Puts `files` into `folder` in the place of those of every other edition of `name`; all else there stays.

    Their names are NAME-VERSION-HASH and an ending, so that nobody hands out an old edition by mistake.
    """
    edition = re.compile(rf"{re.escape(name)}-[0-9][0-9.a-z]*-[0-9a-f]{{8}}\.[a-z]+")
    present = [entry.name for entry in folder.iterdir()] if folder.is_dir() else []
    write_tree(folder, files, {*files, *filter(edition.fullmatch, present)})


def check_tree(root: Path, files: Mapping[str, bytes], owned: Collection[str]) -> list[str]:
    """What `write_tree` would change, one line for each file: missing, extra, or where it first differs."""
    return differences(root, {path: difference(root, path, content) for path, content in files.items()}, owned)


def difference(root: Path, path: str, content: bytes) -> str:
    """How the file at `path` below `root` differs from `content`, in one line; "" where it does not."""
    place = root / path
    if _holds(place, content):
        return ""
    is_there = place.is_file() or place.is_symlink()
    return f"changed: {path}{_first_difference(place, content)}" if is_there else f"missing: {path}"


def differences(root: Path, found: Mapping[str, str], owned: Collection[str]) -> list[str]:
    """The differences found at each path, and the files below `owned` that are at none, in order of path."""
    _require_inside(found, owned)
    extra = {path: f"extra: {path}" for path in _owned_files(root, owned) if path not in found}
    return [line for _, line in sorted({**found, **extra}.items()) if line]


@contextmanager
def publish_tree(target: Path) -> Iterator[Path]:
    """An empty folder to fill; when the block ends well it takes the place of `target`, else it is dropped.

    Meant for results that another program makes (a built site, bundles). Builds of targets in the same parent
    folder wait for each other. A program that fills the folder must inherit open files (`close_fds=False`): so it
    keeps the lock should this process be killed, and nobody reuses the folder while it still writes there.
    """
    with _locked(target.resolve()) as place:
        _finish_killed_build(place)
        with _replacing(place) as staged:
            yield staged


@contextmanager
def _locked(target: Path) -> Iterator[Path]:
    """One build at a time: the parent folder itself is the lock, so that no lock file is left behind."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(target.parent, os.O_RDONLY | os.O_DIRECTORY)
    os.set_inheritable(handle, True)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield target
    finally:
        os.close(handle)


def _staging(target: Path) -> tuple[Path, Path]:
    """Where a tree is made (and the old one ends), and where a complete one waits for a switch in two steps."""
    return target.with_name(f".staging-new-{target.name}"), target.with_name(f".staging-ready-{target.name}")


def _finish_killed_build(target: Path) -> None:
    """Ends a switch that was cut short and removes what else a killed build left. The caller holds the lock."""
    staged, ready = _staging(target)
    _remove(staged)
    if ready.exists():
        _switch(ready, target, aside=staged)
        _remove(staged)


@contextmanager
def _replacing(target: Path) -> Iterator[Path]:
    """An empty folder beside `target` that replaces it when the block ends well and has left it there.

    The caller holds the lock.
    """
    staged, ready = _staging(target)
    staged.mkdir()
    try:
        yield staged
        if not staged.exists():
            return
        if not target.exists():
            os.rename(staged, target)
        elif not _exchange(staged, target):
            os.rename(staged, ready)
            _switch(ready, target, aside=staged)
    finally:
        _remove(staged)


def _exchange(one: Path, other: Path) -> bool:
    """Lets two folders change places in one step (renameat2 of Linux); False where this cannot be done."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except AttributeError:
        return False
    done: int = renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return done == 0


def _switch(ready: Path, target: Path, aside: Path) -> None:
    """Puts the complete tree `ready` in the place of `target`; may be repeated after a kill at any point."""
    if target.exists():
        try:
            os.rename(target, aside)
        except OSError as error:
            if error.errno != errno.EXDEV:
                os.rename(ready, aside)  # not ready after all: the caller drops it and `target` stays
                raise
            shutil.rmtree(target)  # a folder in the lower layer of an overlay (a container image) cannot be moved
    os.rename(ready, target)


def _take_over(target: Path, staged: Path, owned: Collection[str]) -> None:
    """Links what people wrote in `target`, and nothing else, into `staged`."""
    if not target.is_dir():
        return
    shutil.copymode(target, staged)
    for entry in sorted(target.iterdir()):
        if entry.name in owned:
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.copytree(entry, staged / entry.name, symlinks=True, copy_function=_link)
        else:
            _link(entry, staged / entry.name)


def _link(source: str | Path, place: str | Path) -> None:
    """The same file under a second name; a copy with its time where the file system has no links."""
    try:
        os.link(source, place, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, place, follow_symlinks=False)


def _remove(folder: Path) -> None:
    """Removes a folder that may not be there."""
    if folder.exists():
        shutil.rmtree(folder)


def _require_inside(files: Iterable[str], owned: Collection[str]) -> None:
    """ValueError unless every path is plain, relative and below one of the `owned` names."""
    for path in files:
        parts = path.split("/")
        if parts[0] not in owned or any(part in ("", ".", "..") for part in parts):
            raise ValueError(f"{path!r} is not a path below one of {', '.join(sorted(owned))}")


def _owned_files(root: Path, owned: Collection[str]) -> set[str]:
    """The path with / of every file and link below the `owned` names of `root`."""
    found = set()
    length = len(str(root / "_")) - 1
    for name in owned:
        top = root / name
        if top.is_symlink() or top.is_file():
            found.add(name)
        for folder, folders, names in os.walk(top):
            links = [sub for sub in folders if os.path.islink(os.path.join(folder, sub))]
            below = folder[length:].replace(os.sep, "/")
            found.update(f"{below}/{entry}" for entry in (*names, *links))
    return found


def _holds(place: Path, content: bytes) -> bool:
    """Whether `place` is a plain file with exactly this content."""
    found = stamp(place)
    if found is None or found[0] != len(content):
        return False
    with place.open("rb") as file:
        pieces = range(0, len(content), _PIECE)
        return all(file.read(_PIECE) == content[at : at + _PIECE] for at in pieces)


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
    start = max(is_text.rfind("\n", 0, at) + 1, at - 20)
    is_piece, should_piece = (repr(text[start : at + 20].split("\n")[0]) for text in (is_text, should_text))
    return f", line {line}: is {is_piece}, should be {should_piece}"
