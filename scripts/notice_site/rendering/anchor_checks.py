"""Finds links to ids that the page they lead to does not have, on pages from the cache too."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from notice_site.execution.parallel import MIN_SMALL_CHUNK, parallel_map
from notice_site.rendering.mkdocs_warnings import WarningCollector
from notice_site.rendering.page_cache import PageAnchors, PageCache, RenderedPage

_PAGES_IN_MEMORY = 4096  # whose anchors a process keeps: the index pages link to most others


def broken_anchors(
    pages: Mapping[str, RenderedPage], cache: PageCache, files: Files, config: MkDocsConfig, warnings: WarningCollector
) -> dict[str, list[str]]:
    """Returns MkDocs's warnings by the source of the page that the links stand on.

    Looks only at links from or to a page that is not in the last build: all others were found good then.
    """
    changed = {
        source
        for source, page in pages.items()
        if source not in cache.pages or cache.pages[source].fingerprint != page.fingerprint
    }
    anchors = lru_cache(maxsize=_PAGES_IN_MEMORY)(lambda source: PageAnchors.read(pages[source].anchors))

    def check(source: str) -> list[str]:
        broken: dict[File, dict[str, str]] = {}
        for target, links in anchors(source).links.items():
            if target in pages and (source in changed or target in changed):
                missing = {anchor: links[anchor] for anchor in links.keys() - set(anchors(target).ids)}
                if missing:
                    broken[files.src_uris[target]] = dict(sorted(missing.items()))
        if not broken:
            return []
        page = files.src_uris[source].page
        assert page is not None
        page.links_to_anchors = broken
        for file in broken:
            assert file.page is not None
            file.page.present_anchor_ids = set(anchors(file.src_uri).ids)
        page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)
        return warnings.take()

    suspects = [source for source, page in pages.items() if source in changed or not changed.isdisjoint(page.targets)]
    checked = parallel_map(check, suspects, MIN_SMALL_CHUNK)
    return {source: faults for source, faults in zip(suspects, checked, strict=True) if faults}
