"""Reading the sources of pages: what MkDocs reads from front matter, we read too, only faster."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from notice_site.pages.core import markdown as md
from notice_site.rendering.page_content import _read_our_source

OURS = md.page(
    '关于"甲": 乙 & 丙 #1 \u2028 \x85 {丁}\\',
    md.paragraph(md.escape("正文")),
    about={
        "linked_data": {"@type": "DigitalDocument", "author": [{"name": "甲"}], "n": 1.5},
        "hide": ["toc"],
        "is_a": True,
    },
)
THEIRS = (
    "# 没有头\n",
    "---\ntitle: 关于本站\n---\n\n正文\n",
    '---\r\ntitle: "甲"\r\n---\r\n\r\n正文\r\n',
    '---\ntitle: "甲"\n',
)


def page_of(folder: Path, text: str) -> tuple[Page, MkDocsConfig]:
    (folder / "a.md").write_bytes(text.encode())
    config = MkDocsConfig()
    config.load_dict({"site_name": "甲", "docs_dir": str(folder), "site_dir": str(folder / "site")})
    config.validate()
    return Page(None, File("a.md", str(folder), str(folder / "site"), use_directory_urls=False), config), config


def test_front_matter_of_our_pages_is_read_as_mkdocs_reads_it(tmp_path: Path) -> None:
    page, config = page_of(tmp_path, OURS)
    assert _read_our_source(page)
    ours = page.meta, page.markdown
    page.read_source(config)
    assert ours == (page.meta, page.markdown)


@pytest.mark.parametrize("text", THEIRS)
def test_other_sources_are_left_to_mkdocs(tmp_path: Path, text: str) -> None:
    assert not _read_our_source(page_of(tmp_path, text)[0])
