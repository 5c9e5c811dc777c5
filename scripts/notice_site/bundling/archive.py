"""Packs files into one zip: the same files give the same bytes, and a seal at its end betrays each changed byte."""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from collections.abc import Mapping

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip can hold: a file's own time says nothing here
_PLAIN_FILE = 0o100644 << 16
_SEAL = b"sha256 "
_DIGITS = 64
_LEVEL = 9


def archive(files: Mapping[str, bytes], first: str = "") -> bytes:
    """A zip of these files by their path with /, `first` before the others; names beyond ASCII are marked as UTF-8.

    The comment of the zip is its seal: the SHA-256 of all bytes before the digits of the seal itself.
    """
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as zipped:
        for path in sorted(files, key=lambda path: (path != first, path)):
            put(zipped, path, files[path])
        zipped.comment = _SEAL + b"0" * _DIGITS
    body = written.getvalue()[:-_DIGITS]
    return body + hashlib.sha256(body).hexdigest().encode("ascii")


def put(zipped: zipfile.ZipFile, path: str, content: bytes, method: int = zipfile.ZIP_DEFLATED) -> None:
    """Adds one file, without anything that depends on when and where."""
    entry = zipfile.ZipInfo(path, _EPOCH)
    entry.compress_type = method
    entry.create_system = 3  # Unix, whatever this runs on
    entry.external_attr = _PLAIN_FILE
    zipped.writestr(entry, content, compresslevel=_LEVEL)


def packed(content: bytes) -> bytes:
    """The bytes that a file takes in an archive made here."""
    return zlib.compress(content, _LEVEL, -zlib.MAX_WBITS)


def is_sealed(zipped: bytes) -> bool:
    """Whether there is a seal at the end; an archive that was cut short or packed anew has none."""
    return zipped[:-_DIGITS].endswith(_SEAL)


def seal_holds(zipped: bytes) -> bool:
    """Whether the bytes are those that were sealed."""
    return zipped[-_DIGITS:] == hashlib.sha256(zipped[:-_DIGITS]).hexdigest().encode("ascii")
