"""Changes some files of a folder all at once, or in a copy first."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from notice_site.execution.output_tree import rewrite_tree


def change_tree(folder: Path, written: Mapping[str, bytes], removed: Collection[str]) -> None:
    """Writes and removes files below `folder`; a kill at any moment leaves it as it was, or changed."""
    touched = {path.partition("/")[0] for path in (*written, *removed)}
    with rewrite_tree(folder) as tree:
        changed = {path: tree.put(path, content) for path, content in written.items()}
        for path in _files_below(folder, touched):
            if path not in changed and path not in removed:
                tree.keep(path)
                changed[path] = False
        tree.publish(changed, touched)


@contextmanager
def changed_copy(folder: Path, written: Mapping[str, bytes], removed: Collection[str]) -> Iterator[Path]:
    """A copy of `folder` with these changes, for as long as the block lasts."""
    with tempfile.TemporaryDirectory(prefix="changed-") as temporary:
        copy = Path(temporary) / folder.resolve().name
        shutil.copytree(folder, copy, symlinks=True)
        for path in removed:
            (copy / path).unlink()
        for path, content in written.items():
            (copy / path).parent.mkdir(parents=True, exist_ok=True)
            (copy / path).write_bytes(content)
        yield copy


def _files_below(folder: Path, names: Collection[str]) -> Iterator[str]:
    """The paths of all files below these folders, links and hidden files too."""
    for name in sorted(names):
        for place, _, files in os.walk(folder / name):
            for file in files:
                yield (Path(place) / file).relative_to(folder).as_posix()
