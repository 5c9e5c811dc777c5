"""Builds the site that `mkdocs build --strict` builds, on all processors; unchanged pages come from the cache.

A page depends on its Markdown, on the configuration and the templates, and on the existence of the files that it
links to. Links are checked on every build: links to files when a page is rendered, links to ids (`anchor_checks`)
for cached pages too.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import File, Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page

from notice_site.execution.parallel import parallel_map
from notice_site.execution.progress import OnProgress
from notice_site.rendering.anchor_checks import broken_anchors
from notice_site.rendering.fingerprints import page_fingerprint, site_fingerprint
from notice_site.rendering.frame import share_parts
from notice_site.rendering.mkdocs_warnings import WarningCollector, collect_warnings
from notice_site.rendering.page_cache import PageCache, RenderedPage
from notice_site.rendering.page_content import PageConverter, anchors_of, local_targets
from notice_site.rendering.static_files import copy_static_files
from notice_site.rendering.template_cache import TemplateCache


def render_site(config_file: str, site_folder: str, cache_folder: Path, on_progress: OnProgress) -> list[str]:
    """Renders the project of mkdocs.yml into the empty folder `site_folder`; returns the faults, each once."""
    with collect_warnings() as warnings:
        try:
            config = load_config(config_file, site_dir=site_folder, strict=True)
            faults = _render(config, cache_folder, warnings, on_progress)
        except MkDocsException as error:
            faults = [*warnings.take(), f"ERROR: {error}"]
    return list(dict.fromkeys(faults))


def _render(config: MkDocsConfig, cache_folder: Path, warnings: WarningCollector, on_progress: OnProgress) -> list[str]:
    env = config.theme.get_env()
    env.bytecode_cache = templates = TemplateCache(cache_folder / "templates.zip")
    env.loader = _ThemeLoader(config.theme.dirs)
    files = get_files(config)
    files.add_files_from_theme(env, config)
    set_exclusions(files, config)
    converter = PageConverter(config, files)
    navigation = _navigation(files, config, converter)
    share_parts(env, navigation)
    cache = PageCache(cache_folder)
    faults = warnings.take()
    pages = _render_pages(files, navigation, config, env, converter, cache, warnings, on_progress)
    faults += [fault for page in pages.values() for fault in page.faults]
    static = [file for file in files if not file.is_documentation_page()]
    copy_static_files(
        [file for file in static if file.inclusion.value > InclusionLevel.DRAFT.value], config, cache_folder
    )
    for template in config.theme.static_templates:
        mkdocs_build._build_theme_template(template, env, files, config, navigation)
    templates.save()
    broken = broken_anchors(pages, cache, files, config, warnings)
    faults += [*warnings.take(), *(fault for messages in broken.values() for fault in messages)]
    cache.replace({source: page for source, page in pages.items() if not page.faults and source not in broken})
    return faults


def _navigation(files: Files, config: MkDocsConfig, converter: PageConverter) -> Navigation:
    """Reads the navigation, and the titles of its pages, which stand on every page."""
    navigation = get_navigation(files, config)
    for file in files.documentation_pages():
        if file.page is None:
            Page(None, file, config)
    for page in navigation.pages:
        has_title = page.title is not None
        page.read_source(config)
        if not has_title and "title" not in page.meta:
            converter.convert(page)
    return navigation


def _render_pages(
    files: Files,
    navigation: Navigation,
    config: MkDocsConfig,
    env: Environment,
    converter: PageConverter,
    cache: PageCache,
    warnings: WarningCollector,
    on_progress: OnProgress,
) -> Mapping[str, RenderedPage]:
    """Renders the pages that are not in the cache; returns all of them by source."""
    pages = files.documentation_pages()
    source_by_address = {file.dest_uri: file.src_uri for file in files}
    site = site_fingerprint(config, [(page.title, page.url) for page in navigation.pages])
    removed = {target for page in cache.pages.values() for target in page.targets} - files.src_uris.keys()

    def render(file: File) -> RenderedPage:
        destination = Path(file.abs_dest_path)
        fingerprint = page_fingerprint(site, file.src_uri, file.content_bytes)
        old = cache.pages.get(file.src_uri)
        if old and removed.isdisjoint(old.targets) and cache.get(file.src_uri, fingerprint, destination):
            return old
        page = file.page
        assert page is not None
        if page.content is None:
            converter.convert(page)
        targets = local_targets(page.content or "", file.dest_uri, source_by_address)
        mkdocs_build._build_page(page, config, pages, navigation, env)
        rendered = RenderedPage(fingerprint, targets, anchors_of(page).written(), warnings.take())
        cache.put(fingerprint, destination)
        page.content = page.markdown = ""  # not None: MkDocs would forget the title
        page.toc = None  # type: ignore[assignment] # frees memory: nobody reads it any more
        return rendered

    first = [render(file) for file in pages[:1]]  # compiles the templates, which the other processes then have
    rendered = [*first, *parallel_map(render, pages[1:], on_progress=on_progress)]
    return dict(zip([file.src_uri for file in pages], rendered, strict=True))


class _ThemeLoader(FileSystemLoader):
    """Lists no files in folders named with a dot: MkDocs copies none, and Material has 14,000 icons there."""

    def list_templates(self) -> list[str]:
        names: set[str] = set()
        for theme in self.searchpath:
            for folder, subfolders, files in os.walk(theme):
                subfolders[:] = [name for name in subfolders if not name.startswith(".")]
                names |= {Path(folder, name).relative_to(theme).as_posix() for name in files}
        return sorted(names)
