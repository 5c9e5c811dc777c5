"""Renders pages on a machine that has neither docs/ nor the theme of the project."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path
from tempfile import mkdtemp
from weakref import finalize

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

from notice_site.rendering.mkdocs_warnings import collect_warnings
from notice_site.rendering.page_cache import RenderedPage
from notice_site.rendering.page_frame import PageFrame

PageText = tuple[str, bytes, str]
"""A page by its path in docs/, with its Markdown and its fingerprint."""


@dataclass(frozen=True)
class RemotePages:
    """Renders pages anywhere; on a machine the project is prepared when the first page comes.

    - `settings`: the bytes of mkdocs.yml
    - `theme`: the files of the custom theme by their paths from there
    - `sources`: the paths of all files in docs/, in the order of MkDocs
    - `navigation`: the Markdown of the pages of the navigation, whose titles stand on every page
    - `address`: where the site is published
    """

    settings: bytes
    theme: Mapping[str, bytes]
    sources: tuple[str, ...]
    navigation: Mapping[str, bytes]
    address: str | None

    @classmethod
    def of(cls, config: MkDocsConfig, files: Files, navigation: Navigation) -> RemotePages:
        """Gathers what frames the pages of this project."""
        project = Path(config.config_file_path)
        theme = Path(config.theme.custom_dir) if config.theme.custom_dir else None
        paths = [path for path in sorted(theme.rglob("*")) if path.is_file()] if theme else []
        return cls(
            project.read_bytes(),
            {path.relative_to(project.parent).as_posix(): path.read_bytes() for path in paths},
            tuple(file.src_uri for file in files if file.src_dir == config.docs_dir),
            {page.file.src_uri: page.file.content_bytes for page in navigation.pages},
            config.site_url,
        )

    def __call__(self, page: PageText) -> tuple[bytes, RenderedPage]:
        """Renders one page; returns its HTML, and what the build has to know of it."""
        source, content, fingerprint = page
        frame = self._frame
        file = frame.files.src_uris[source]
        file.content_bytes = content
        with collect_warnings() as warnings:
            rendered = frame.render(file, fingerprint, warnings)
        place = Path(file.abs_dest_path)
        html = place.read_bytes()
        place.unlink()
        file.content_bytes = b""
        return html, rendered

    def __getstate__(self) -> dict[str, object]:
        return {field.name: getattr(self, field.name) for field in fields(self)}

    @cached_property
    def _folder(self) -> Path:
        """A folder with the settings and the theme; it goes with this value."""
        folder = Path(mkdtemp(prefix="pages-"))
        finalize(self, shutil.rmtree, folder, ignore_errors=True)
        for path, content in {"mkdocs.yml": self.settings, **self.theme}.items():
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        return folder

    @cached_property
    def _frame(self) -> PageFrame:
        os.environ |= {"SOURCE_DATE_EPOCH": "0", "NO_MKDOCS_2_WARNING": "1"}  # as in build_site.py
        place = self._folder
        (place / "docs").mkdir(exist_ok=True)
        config = load_config(
            str(place / "mkdocs.yml"), docs_dir="docs", site_dir=str(place / "site"), site_url=self.address, strict=True
        )
        files = Files(
            [File(path, config.docs_dir, config.site_dir, config.use_directory_urls) for path in self.sources]
        )
        for path, content in self.navigation.items():
            files.src_uris[path].content_bytes = content
        with collect_warnings():  # the build itself names those of all pages
            return PageFrame(config, files)
