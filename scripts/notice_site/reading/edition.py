"""Hashes all files that a build may read, so that two editions of a site can be told apart."""

from __future__ import annotations

import tomllib
from pathlib import Path

from notice_site.model.edition import Edition
from notice_site.reading.folder import find_files
from notice_site.reading.sources import file_digest

_FOLDERS = ("notices", "reference", "packs")


def read_edition(project: Path, sources: Path, shipped_reference: Path) -> Edition:
    """The edition of `sources`; `project` is the pyproject.toml that gives name and version.

    What counts are the files of notices/, reference/ and packs/, and each shipped reference table that the folder
    has not of its own: all that the build may read. Names that a build passes over do not count.
    """
    described = tomllib.loads(project.read_text("utf-8"))["project"]
    inputs = {f"reference/{path.name}": path for path in shipped_reference.glob("*.yml")}
    for folder in _FOLDERS:
        if (sources / folder).is_dir():
            files = find_files(sources / folder)
            inputs |= {f"{folder}/{name}": path for name, path in (*files.sources, *files.sidecars)}
    hashes = {name: file_digest(path).hex() for name, path in inputs.items()}
    return Edition(described["name"], described["version"], tuple(sorted(hashes.items())))
