"""Pages that are kept between builds: when their Markdown need not be read again."""

from __future__ import annotations

from pathlib import Path

import pytest

from notice_site.execution.tree_difference import Stamp
from notice_site.rendering.page_cache import PageAnchors, PageCache, RenderedPage

STAMP = (120, 1_400_000_000_000_000_000, 7)


@pytest.mark.parametrize(
    ("site", "source", "stamp", "known"),
    [
        pytest.param("site", "notices/001.md", STAMP, "of-001", id="as it was"),
        pytest.param("other", "notices/001.md", STAMP, None, id="another template"),
        pytest.param("site", "notices/001.md", (*STAMP[:2], 8), None, id="another file"),
        pytest.param("site", "notices/002.md", STAMP, None, id="another page"),
        pytest.param("site", "notices/003.md", None, None, id="no file"),
    ],
)
def test_a_page_is_read_again_where_its_file_or_the_site_is_another(
    tmp_path: Path, site: str, source: str, stamp: Stamp | None, known: str | None
) -> None:
    anchors = PageAnchors([], {}).written()
    pages = {"notices/001.md": RenderedPage("of-001", [], anchors, [], STAMP)}
    pages["notices/003.md"] = RenderedPage("of-003", [], anchors, [])
    PageCache(tmp_path).replace(pages, "site")
    assert PageCache(tmp_path).fingerprint(site, source, stamp) == known
