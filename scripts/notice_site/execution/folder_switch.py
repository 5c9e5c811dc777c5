"""Replaces a folder as a whole: whatever happens, it is wholly old or wholly new.

The new folder is staged beside the old one and takes its place in one system call. Where the system has no such
call, the complete new folder waits under the name `.staging-ready-NAME` while the old one is moved away. Whoever
writes next finishes a switch that was cut short, and removes what a killed build left.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_AT_FDCWD = -100  # <fcntl.h>: relative paths start at the working folder
_RENAME_EXCHANGE = 2  # <linux/fs.h>: both names change places


@contextmanager
def publish_tree(target: Path) -> Iterator[Path]:
    """An empty folder to fill; it takes the place of `target` when the block ends well and has left it there.

    Otherwise the new folder is dropped and `target` stays. Builds of targets in the same parent folder wait for each
    other, and for the forks of a killed one, which have its lock.
    """
    with _locked(target.resolve()) as place:
        require_writable(place.parent, place)
        _finish_killed_build(place)
        with _replacing(place) as staged:
            yield staged


def require_writable(*folders: Path) -> None:
    """PermissionError with the name of the first of these folders that is there and closed to this user.

    A folder that is replaced as a whole would not ask for its own rights, and nobody knows the names beside it.
    """
    for folder in folders:
        may = os.access(folder, os.R_OK | os.W_OK | os.X_OK, effective_ids=os.access in os.supports_effective_ids)
        if folder.is_dir() and not may:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))


def remove_folder(folder: Path) -> None:
    """Removes a folder that may not be there, also where folders in it are closed to their owner."""
    if not folder.exists():
        return
    try:
        shutil.rmtree(folder)
    except PermissionError:
        folder.chmod(0o700)
        for place, names, _ in os.walk(folder):
            for inner in (Path(place, name) for name in names):
                if not inner.is_symlink():
                    inner.chmod(0o700)
        shutil.rmtree(folder)


@contextmanager
def _locked(target: Path) -> Iterator[Path]:
    """One build at a time: the parent folder itself is the lock, so that no lock file is left behind."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(target.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield target
    finally:
        os.close(handle)


def _staging(target: Path) -> tuple[Path, Path]:
    """Where a new folder is filled (and the old one ends), and where it waits for a switch in two steps."""
    return target.with_name(f".staging-new-{target.name}"), target.with_name(f".staging-ready-{target.name}")


def _finish_killed_build(target: Path) -> None:
    """Ends a switch that was cut short and removes what else a killed build left. The caller holds the lock."""
    staged, ready = _staging(target)
    remove_folder(staged)
    if ready.exists():
        _switch(ready, target, aside=staged)
        remove_folder(staged)


@contextmanager
def _replacing(target: Path) -> Iterator[Path]:
    """The block of `publish_tree`. The caller holds the lock."""
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
        try:
            remove_folder(staged)
        except (KeyboardInterrupt, SystemExit):  # to remove a large folder takes a while
            remove_folder(staged)
            raise


def _exchange(one: Path, other: Path) -> bool:
    """Lets two folders change places in one step (renameat2 of Linux); False where this cannot be done."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except AttributeError:
        return False
    status: int = renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return status == 0


def _switch(ready: Path, target: Path, aside: Path) -> None:
    """Puts the complete folder `ready` in the place of `target`; may be repeated after a kill at any point."""
    if target.exists():
        try:
            os.rename(target, aside)
        except OSError as error:
            if error.errno != errno.EXDEV:
                os.rename(ready, aside)  # not ready after all: the caller drops it and `target` stays
                raise
            shutil.rmtree(target)  # a folder in the lower layer of an overlay (a container image) cannot be moved
    os.rename(ready, target)
