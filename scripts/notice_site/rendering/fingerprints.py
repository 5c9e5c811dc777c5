"""Computes the fingerprints that tell whether a cached page or file is still what a clean build would give."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

LIBRARIES = ("mkdocs", "mkdocs-material", "Markdown", "Jinja2", "pymdown-extensions", "PyYAML", "rcssmin", "rjsmin")
"""The libraries that shape pages or copied files: a new version of one empties the cache."""


def program_fingerprint(modules: Path = Path(__file__).parent) -> str:
    """Hashes the version of Python, those of the libraries, and every module in the folder `modules`: this room."""
    digest = hashlib.sha256(repr([sys.version, [(name, version(name)) for name in LIBRARIES]]).encode())
    _add_files(digest, modules, "*.py")
    return digest.hexdigest()


def site_fingerprint(config: MkDocsConfig, navigation: Iterable[tuple[str | None, str]]) -> str:
    """Hashes all that every page depends on: the program, the configuration, the templates, and the navigation.

    The navigation is given as pairs of title and address.
    """
    digest = hashlib.sha256(program_fingerprint().encode() + Path(config.config_file_path).read_bytes())
    digest.update(repr([[*navigation], config.extra, config.site_url]).encode())
    if config.theme.custom_dir:
        _add_files(digest, Path(config.theme.custom_dir), "*.html")
    return digest.hexdigest()


def page_fingerprint(site: str, source: str, content: bytes) -> str:
    """Hashes the fingerprint of the site, the path of the page's Markdown file in docs/, and its content."""
    return hashlib.sha256(f"{site}\n{source}\n".encode() + content).hexdigest()


def _add_files(digest: hashlib._Hash, folder: Path, pattern: str) -> None:
    for path in sorted(folder.rglob(pattern)):
        digest.update(f"{path.relative_to(folder)}\n".encode() + path.read_bytes())
