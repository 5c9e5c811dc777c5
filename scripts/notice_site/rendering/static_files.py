"""Copies the files that are not pages, and makes the scripts of the custom theme smaller."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from rjsmin import jsmin

from notice_site.execution.parallel import MIN_SMALL_CHUNK, parallel_map
from notice_site.execution.tree_difference import Stamp, stamp
from notice_site.rendering.fingerprints import program_fingerprint
from notice_site.rendering.page_cache import link_file, write_whole


def copy_static_files(files: Sequence[File], config: MkDocsConfig, cache_folder: Path) -> None:
    """Links the files of docs/ into the site, where they are replaced and not written anew; copies those of the theme.

    A file of the theme that has kept its stamp is linked from the cache instead.
    """
    index, copies = cache_folder / "static.json", cache_folder / "static"
    program = program_fingerprint()
    old_stamps = _load_stamps(index, program)

    def copy(file: File) -> Stamp | None:
        source, destination, cached = file.abs_src_path or "", file.abs_dest_path, f"{copies}/{file.dest_uri}"
        if file.src_dir == config.docs_dir and not os.path.islink(source):
            link_file(source, destination)
            return None
        source_stamp = stamp(source)
        if source_stamp and old_stamps.get(file.dest_uri) == source_stamp and os.path.isfile(cached):
            link_file(cached, destination)
            return source_stamp
        file.copy_file()
        if file.src_dir == config.theme.custom_dir and destination.endswith(".js"):
            script = Path(destination)
            script.write_text(jsmin(script.read_text("utf-8")), "utf-8")
        link_file(destination, cached)
        return source_stamp

    copied = parallel_map(copy, files, MIN_SMALL_CHUNK)
    stamps = {file.dest_uri: source_stamp for file, source_stamp in zip(files, copied, strict=True) if source_stamp}
    for address in old_stamps.keys() - stamps.keys():
        (copies / address).unlink(missing_ok=True)
    write_whole(index, json.dumps([program, stamps], ensure_ascii=False).encode())


def _load_stamps(index: Path, program: str) -> dict[str, Stamp]:
    """Reads the stamps of the sources of the cached files, by address; none where another program made them."""
    try:
        made_by, stamps = json.loads(index.read_bytes())
        return {address: tuple(value) for address, value in stamps.items()} if made_by == program else {}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
