"""Writes and reads the manifest of a bundle: path, size and SHA-256 of each file, and their edition."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

FILE = "manifest.json"
VERSION = 1


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One file of a bundle: path with / from the folder of the manifest, bytes, SHA-256 in hexadecimal digits."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a bundle says of itself; `entries` are all its files but the manifest, sorted by path."""

    name: str
    edition: str
    entries: tuple[Entry, ...]


def entries(files: Mapping[str, bytes]) -> tuple[Entry, ...]:
    """Size and hash of each file, sorted by path."""
    return tuple(Entry(path, len(files[path]), hashlib.sha256(files[path]).hexdigest()) for path in sorted(files))


def written(manifest: Manifest) -> bytes:
    """The manifest as JSON."""
    items = [{"path": entry.path, "size": entry.size, "sha256": entry.sha256} for entry in manifest.entries]
    document = {"version": VERSION, "name": manifest.name, "edition": manifest.edition, "items": items}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def read(content: bytes) -> Manifest:
    """The manifest in a JSON file; ValueError where it is none."""
    try:
        document = json.loads(content)
        if document["version"] != VERSION:
            raise ValueError(f"version {document['version']}")
        found = tuple(Entry(str(item["path"]), int(item["size"]), str(item["sha256"])) for item in document["items"])
        return Manifest(str(document["name"]), str(document["edition"]), found)
    except (KeyError, TypeError, UnicodeDecodeError, RecursionError) as error:
        raise ValueError(f"no manifest: {error!r}") from error
