"""Keeps the compiled templates of the theme between builds, in one file."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from notice_site.rendering.page_cache import write_whole


class TemplateCache(BytecodeCache):
    """Holds all compiled templates in memory; `save` writes them, those that forks compiled excepted.

    Jinja's own cache writes a file for each template: to make 80 files costs a quarter of compiling them.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._codes = _load(file)
        self._is_saved = True

    def load_bytecode(self, bucket: Bucket) -> None:
        """Gives the template that is asked for its code; Jinja ignores the code of another source or Python."""
        if bucket.key in self._codes:
            bucket.bytecode_from_string(self._codes[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Takes what was compiled now."""
        self._codes[bucket.key] = bucket.bytecode_to_string()
        self._is_saved = False

    def save(self) -> None:
        """Writes the file where a template was compiled."""
        if self._is_saved:
            return
        archive = io.BytesIO()
        with ZipFile(archive, "w") as file:
            for key, code in self._codes.items():
                file.writestr(key, code)
        self._file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(self._file, archive.getvalue())


def _load(file: Path) -> dict[str, bytes]:
    """Reads the file; one that is damaged counts as empty."""
    try:
        with ZipFile(file) as archive:
            return {key: archive.read(key) for key in archive.namelist()}
    except (OSError, BadZipFile):
        return {}
