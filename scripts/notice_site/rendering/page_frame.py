"""Prepares what all pages of a build stand in, and renders single pages."""

from __future__ import annotations

import os
from pathlib import Path

from jinja2 import BytecodeCache, FileSystemLoader
from mkdocs.commands import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page

from notice_site.rendering.mkdocs_warnings import WarningCollector
from notice_site.rendering.page_cache import RenderedPage
from notice_site.rendering.page_content import PageConverter, anchors_of, local_targets
from notice_site.rendering.shared_parts import share_parts


class PageFrame:
    """The theme, the files and the navigation of a build; `files` are those of docs/, the theme's are added."""

    def __init__(self, config: MkDocsConfig, files: Files, templates: BytecodeCache | None = None) -> None:
        self.config = config
        self.files = files
        self.env = config.theme.get_env()
        self.env.bytecode_cache = templates
        self.env.loader = _ThemeLoader(config.theme.dirs)
        files.add_files_from_theme(self.env, config)
        set_exclusions(files, config)
        self._converter = PageConverter(config, files)
        self.navigation = self._read_navigation()
        self.pages = files.documentation_pages()
        self._source_by_address = {file.dest_uri: file.src_uri for file in files}
        share_parts(self.env, self.navigation)

    def _read_navigation(self) -> Navigation:
        """Reads the navigation, and the titles of its pages, which stand on every page."""
        navigation = get_navigation(self.files, self.config)
        for file in self.files.documentation_pages():
            if file.page is None:
                Page(None, file, self.config)
        for page in navigation.pages:
            has_title = page.title is not None
            page.read_source(self.config)
            if not has_title and "title" not in page.meta:
                self._converter.convert(page)
        return navigation

    def render(self, file: File, fingerprint: str, warnings: WarningCollector) -> RenderedPage:
        """Renders a page into its place in the site."""
        page = file.page
        assert page is not None
        if page.content is None:
            self._converter.convert(page)
        targets = local_targets(page.content or "", file.dest_uri, self._source_by_address)
        mkdocs_build._build_page(page, self.config, self.pages, self.navigation, self.env)
        rendered = RenderedPage(fingerprint, targets, anchors_of(page).written(), warnings.take())
        page.content = page.markdown = ""  # not None: MkDocs would forget the title
        page.toc = None  # type: ignore[assignment] # frees memory: nobody reads it any more
        return rendered


class _ThemeLoader(FileSystemLoader):
    """Lists no files in folders named with a dot: MkDocs copies none, and Material has 14,000 icons there."""

    def list_templates(self) -> list[str]:
        names: set[str] = set()
        for theme in self.searchpath:
            for folder, subfolders, files in os.walk(theme):
                subfolders[:] = [name for name in subfolders if not name.startswith(".")]
                names |= {Path(folder, name).relative_to(theme).as_posix() for name in files}
        return sorted(names)
