"""Builds the site that `mkdocs build --strict` builds, on all processors; unchanged pages come from the cache.

A page depends on its Markdown, on the configuration and the templates, and on the existence of the files that it
links to. Links are checked on every build: links to files when a page is rendered, links to ids (`anchor_checks`)
for cached pages too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import File, Files, InclusionLevel, get_files
from rcssmin import cssmin

from notice_site.execution.cache import ResultCache
from notice_site.execution.parallel import MIN_SMALL_CHUNK, ParallelMap, parallel_map
from notice_site.execution.progress import OnProgress
from notice_site.execution.tree_difference import stamp
from notice_site.rendering.anchor_checks import broken_anchors
from notice_site.rendering.fault_words import Fault, faults_of_renderer
from notice_site.rendering.fingerprints import page_fingerprint, site_fingerprint
from notice_site.rendering.mkdocs_warnings import WarningCollector, collect_warnings
from notice_site.rendering.page_cache import PageCache, RenderedPage
from notice_site.rendering.page_frame import PageFrame
from notice_site.rendering.remote_pages import RemotePages
from notice_site.rendering.static_files import copy_static_files
from notice_site.rendering.template_cache import TemplateCache
from notice_site.rendering.template_faults import TemplateError, circular_links, told_as_faults


def render_site(
    config_file: str, site_folder: str, cache_folder: Path, on_progress: OnProgress, workers: ParallelMap = parallel_map
) -> list[Fault]:
    """Renders the project of mkdocs.yml into the empty folder `site_folder`; returns the faults, each once.

    `workers` render the pages that have changed; they may be other machines.
    """
    project = Path(config_file).parent
    with collect_warnings() as warnings:
        try:
            config = load_config(config_file, site_dir=site_folder, strict=True)
            if faults := circular_links(Path(config.docs_dir), project):
                return faults
            with told_as_faults(project):
                lines = _render(config, cache_folder, warnings, on_progress, workers)
        except MkDocsException as error:
            lines = [*warnings.take(), f"ERROR: {error}"]
        except TemplateError as error:
            return [error.fault]
        except UnicodeDecodeError:  # MkDocs names the page in its log only
            lines = [line for line in warnings.take() if line.startswith("ERROR: Encoding error")]
            if not lines:
                raise
    return faults_of_renderer(lines, project)


def _render(
    config: MkDocsConfig, cache_folder: Path, warnings: WarningCollector, on_progress: OnProgress, workers: ParallelMap
) -> list[str]:
    results = ResultCache(cache_folder / "templates.sqlite")
    templates = TemplateCache(results)
    frame = PageFrame(config, get_files(config), templates)
    cache = PageCache(cache_folder)
    faults = warnings.take()
    site = site_fingerprint(config, [(page.title, page.url) for page in frame.navigation.pages])
    pages = _render_pages(frame, site, cache, warnings, on_progress, workers)
    faults += [fault for page in pages.values() for fault in page.faults]
    static = [file for file in frame.files if not file.is_documentation_page()]
    copy_static_files(
        [file for file in static if file.inclusion.value > InclusionLevel.DRAFT.value], config, cache_folder
    )
    only_pages = Files(frame.pages)  # a template looks for the pages among all files
    for template in config.theme.static_templates:
        mkdocs_build._build_theme_template(template, frame.env, only_pages, config, frame.navigation)
        built = Path(config.site_dir) / template
        if built.suffix == ".css":
            built.write_text(cssmin(built.read_text("utf-8")), "utf-8")
    templates.save()
    results.close()
    broken = broken_anchors(pages, cache, frame.files, config, warnings)
    faults += [*warnings.take(), *(fault for messages in broken.values() for fault in messages)]
    faultless = {source: page for source, page in pages.items() if not page.faults and source not in broken}
    cache.replace(faultless, site)
    return faults


def _render_pages(
    frame: PageFrame,
    site: str,
    cache: PageCache,
    warnings: WarningCollector,
    on_progress: OnProgress,
    workers: ParallelMap,
) -> Mapping[str, RenderedPage]:
    """Renders the pages that are not in the cache; returns all of them by source."""
    project = Path(frame.config.config_file_path).parent
    removed = {target for page in cache.pages.values() for target in page.targets} - frame.files.src_uris.keys()

    stamps = {file.src_uri: stamp(file.abs_src_path or "") for file in frame.pages}

    def remembered(file: File) -> tuple[str, RenderedPage | None]:
        fingerprint = cache.fingerprint(site, file.src_uri, stamps[file.src_uri])
        fingerprint = fingerprint or page_fingerprint(site, file.src_uri, file.content_bytes)
        old = cache.pages.get(file.src_uri)
        is_kept = old and removed.isdisjoint(old.targets)
        return fingerprint, cache.get(file.src_uri, fingerprint, file.abs_dest_path) if is_kept else None

    def render(page: tuple[File, str]) -> RenderedPage:
        file, fingerprint = page
        with told_as_faults(project):
            rendered = frame.render(file, fingerprint, warnings)
        cache.put(fingerprint, file.abs_dest_path)
        return rendered

    def render_elsewhere(pages: Sequence[tuple[File, str]]) -> Iterator[RenderedPage]:
        texts = [(file.src_uri, file.content_bytes, fingerprint) for file, fingerprint in pages]
        remote = RemotePages.of(frame.config, frame.files, frame.navigation)
        for (file, fingerprint), (html, page) in zip(
            pages, workers(remote, texts, on_progress=on_progress), strict=True
        ):
            place = Path(file.abs_dest_path)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(html)
            cache.put(fingerprint, file.abs_dest_path)
            yield page

    known = parallel_map(remembered, frame.pages, MIN_SMALL_CHUNK)
    missing = [(file, fingerprint) for file, (fingerprint, page) in zip(frame.pages, known, strict=True) if not page]
    if workers is not parallel_map:
        made = render_elsewhere(missing)
    else:
        first = [*map(render, missing[:1])]  # compiles the templates, which the other processes then have
        made = iter([*first, *parallel_map(render, missing[1:], on_progress=on_progress)])
    pages = {file.src_uri: page or next(made) for file, (_, page) in zip(frame.pages, known, strict=True)}
    return {source: replace(page, stamp=stamps[source]) for source, page in pages.items()}
