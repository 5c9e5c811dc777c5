"""Writes finished files: into a folder that is replaced as a whole, or as new files into one that stays.

A part of the top-level names of a folder belongs to the program (`owned`); people write the rest by hand. Unchanged
files are hard links to the old ones, so that they keep inode and time.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from notice_site.execution.command import naming
from notice_site.execution.folder_switch import publish_tree, remove_folder, require_writable
from notice_site.execution.tree_difference import Stamp, holds, owned_files, require_inside, stamp


def write_tree(root: Path, files: Mapping[str, bytes], owned: Collection[str]) -> list[str]:
    """Makes the `owned` top-level files and folders of `root` hold exactly `files`; the rest of `root` stays.

    Keys of `files` are paths below `root` with /. Unchanged files keep their inode and time. The result names
    the paths that were written or removed, sorted; when there are none, nothing is touched. ValueError: a path
    that lies outside `owned`.
    """
    require_inside(files, owned)
    with rewrite_tree(root) as tree:
        return tree.publish({path: tree.put(path, content) for path, content in files.items()}, owned)


@contextmanager
def rewrite_tree(root: Path) -> Iterator[TreeRewrite]:
    """For files that are written as they are made: put each, then publish; without that `root` stays as it is."""
    target = root.resolve()
    with publish_tree(target) as staged:
        tree = TreeRewrite(target, staged)
        yield tree
        if not tree.is_published:
            remove_folder(staged)


class TreeRewrite:
    """A new state of a folder that is being written; see `rewrite_tree`."""

    def __init__(self, target: Path, staged: Path) -> None:
        self._target = target
        self._staged = staged
        self._present_folders: set[str] = set()
        self.is_published = False

    def put(self, path: str, content: bytes) -> bool:
        """Puts one file; True where the folder does not hold it so already. Forks of this process may do it too."""
        require_inside([path], {path.partition("/")[0]})
        old = self._old(path)
        changed = not holds(old, content)
        if changed:
            with naming(old), open(self._place(path), "wb") as file:
                file.write(content)
        else:
            _link(old, self._place(path))
        return changed

    def keep(self, path: str) -> None:
        """Takes one file over as it is."""
        _link(self._old(path), self._place(path))

    def stamp(self, path: str) -> Stamp | None:
        """The stamp of the old file at `path`."""
        return stamp(self._old(path))

    def old(self, path: str) -> BinaryIO:
        """The old file at `path`, open for reading."""
        return open(self._old(path), "rb")

    def _old(self, path: str) -> str:
        return f"{self._target}/{path}"

    def _place(self, path: str) -> str:
        """Where the new file at `path` is written; its folder exists then."""
        folder = path.rpartition("/")[0]
        if folder not in self._present_folders:
            os.makedirs(self._staged / folder, exist_ok=True)
            self._present_folders.add(folder)
        return f"{self._staged}/{path}"

    def publish(self, changed: Mapping[str, bool], owned: Collection[str]) -> list[str]:
        """Lets the new state take the place of the old one, unless nothing differs.

        `changed` has what `put` returned for each file. The result names what was written or removed, sorted.
        """
        require_inside(changed, owned)
        self.is_published = True
        differing = {path for path, differs in changed.items() if differs}
        removed = owned_files(self._target, owned) - changed.keys()
        if differing or removed or not self._target.is_dir():
            # People may save their own pages at any time, so these come last, just before the switch.
            _take_over(self._target, self._staged, owned)
        else:
            remove_folder(self._staged)
        return sorted(differing | removed)


def write_edition(folder: Path, name: str, files: Mapping[str, bytes]) -> None:
    """Puts `files` into `folder` in the place of those of every other edition of `name`; all else there stays.

    Their names are NAME-VERSION-HASH and an ending, so that nobody hands out an old edition by mistake.
    """
    edition = re.compile(rf"{re.escape(name)}-[0-9][0-9.a-z]*-[0-9a-f]{{8}}\.[a-z]+")
    present = [entry.name for entry in folder.iterdir()] if folder.is_dir() else []
    write_tree(folder, files, {*files, *filter(edition.fullmatch, present)})


def add_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Puts new files into `folder`, all or none; FileExistsError where one of the names is taken.

    A kill at any moment leaves no file half written, and the later ones of `files` only beside the first.
    """
    require_writable(folder.parent, folder)
    added: list[Path] = []
    try:
        with _staged_beside(folder) as staged:
            for name, content in files.items():
                with naming(folder / name):
                    (staged / name).write_bytes(content)
            for name in files:
                _link_new(staged / name, folder / name)
                added.append(folder / name)
    except BaseException:  # Ctrl-C too
        for place in added:
            place.unlink()
        raise


@contextmanager
def _staged_beside(folder: Path) -> Iterator[Path]:
    """An empty folder on the disk of `folder`, for this process; what killed processes left is removed."""
    for left in folder.parent.glob(".staging-add-*"):
        if not Path("/proc", left.name.rpartition("-")[2]).exists():
            shutil.rmtree(left, ignore_errors=True)
    staged = folder.parent / f".staging-add-{os.getpid()}"
    staged.mkdir()
    try:
        yield staged
    finally:
        remove_folder(staged)


def _link_new(staged: Path, place: Path) -> None:
    """Gives a complete file its place, in one step where the file system has links; never over another file."""
    try:
        os.link(staged, place)
    except FileExistsError:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(place)) from None
    except OSError:
        with place.open("xb") as file:
            file.write(staged.read_bytes())


def _take_over(target: Path, staged: Path, owned: Collection[str]) -> None:
    """Links what people wrote in `target`, and nothing else, into `staged`."""
    if not target.is_dir():
        return
    for entry in sorted(target.iterdir()):
        if entry.name in owned:
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.copytree(entry, staged / entry.name, symlinks=True, copy_function=_link)
        else:
            _link(entry, staged / entry.name)
    shutil.copymode(target, staged)


def _link(source: str | Path, place: str | Path) -> None:
    """The same file under a second name; a copy with its time where the file system has no links."""
    try:
        os.link(source, place, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, place, follow_symlinks=False)
