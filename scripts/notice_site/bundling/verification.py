"""Checks a bundle: names each file that is not as the manifest and the seal say."""

from __future__ import annotations

import hashlib
import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass

from notice_site.bundling import manifest as manifests
from notice_site.bundling.archive import is_sealed, packed, seal_holds
from notice_site.bundling.manifest import Entry, Manifest

_CHUNK = 1 << 20
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a bundle says it is, and its faults, one line each; none: it is byte for byte what was packed."""

    manifest: Manifest | None
    faults: tuple[str, ...]


_EPUB = b"mimetypeapplication/epub+zip"  # name and content of its first file, which is stored as it is


def is_epub(content: bytes) -> bool:
    """Whether the bytes are a book in the form EPUB, which has no manifest of ours."""
    return content.startswith(b"PK") and _EPUB in content[:100]


def verify(content: bytes) -> Verdict:
    """Checks a bundle file by file, then as a whole."""
    try:
        zipped = zipfile.ZipFile(io.BytesIO(content))
    except _DAMAGED:
        return Verdict(None, ("不是完整的 zip 文件：文件末尾的目录区缺失或损坏",))
    with zipped:
        listing = _listing(zipped)
        manifest, faults = _manifest(zipped, listing)
        if manifest is not None:
            faults += _file_faults(zipped, manifest, listing)
        if not faults and not seal_holds(content):
            faults += _places(zipped, content) or ["目录区：与封存时不同，各文件内容未变"]
    return Verdict(manifest, tuple(faults))


def _listing(zipped: zipfile.ZipFile) -> str:
    """The path of the manifest: in the one folder at the top, in bundles of older editions beside the pages."""
    names = zipped.namelist()
    in_folders = (name for name in names if name.count("/") == 1 and name.endswith(f"/{manifests.FILE}"))
    return manifests.FILE if manifests.FILE in names else next(in_folders, "")


def _manifest(zipped: zipfile.ZipFile, listing: str) -> tuple[Manifest | None, list[str]]:
    if not listing:
        return None, [f"{manifests.FILE}：包里没有清单，不是本项目的资料包，或目录区已损坏"]
    try:
        return manifests.read(zipped.read(listing)), []
    except _DAMAGED:
        return None, [f"{listing}：清单损坏"]


def _file_faults(zipped: zipfile.ZipFile, manifest: Manifest, listing: str) -> list[str]:
    present = zipped.namelist()
    folder = posixpath.dirname(listing)
    expected = {posixpath.normpath(posixpath.join(folder, entry.path)): entry for entry in manifest.entries}
    faults = [f"{path}：清单里有，包里没有" for path in expected if path not in present]
    known = {*expected, listing}
    faults += [f"{path}：包里有，清单里没有" for path in present if path not in known]
    faults += [f"{path}：包里不止一份" for path in sorted(known) if present.count(path) > 1]
    for path, entry in expected.items():
        if path in present and not _is(zipped, path, entry):
            faults.append(f"{path}：内容与清单不符")
    return faults


def _is(zipped: zipfile.ZipFile, path: str, entry: Entry) -> bool:
    """Whether the file at this path has the size and hash of the manifest; never holds more than a piece of it."""
    digest, size = hashlib.sha256(), 0
    try:
        with zipped.open(path) as file:
            while (piece := file.read(_CHUNK)) and size <= entry.size:
                digest.update(piece)
                size += len(piece)
    except _DAMAGED:
        return False
    return (size, digest.hexdigest()) == (entry.size, entry.sha256)


def _places(zipped: zipfile.ZipFile, content: bytes) -> list[str]:
    """Where an archive whose files are whole has changed: in the head of a file, or in bits that unpacking ignores."""
    if not is_sealed(content):
        return ["封存值：文件末尾没有封存值，此包不是原样，可能经过重新压缩"]
    heads, bodies = [], []
    for info in zipped.infolist():
        header = info.FileHeader()
        start = info.header_offset + len(header)
        if content[info.header_offset : start] != header:
            heads.append(info.filename)
        if content[start : start + info.compress_size] != packed(zipped.read(info)):
            bodies.append(info.filename)
    # Another version of zlib packs every file in its own way, which tells nothing about this archive.
    changed = heads or (bodies if len(bodies) == 1 else [])
    return [f"{name}：与封存时不同，内容未变" for name in changed]
