"""Converts the Markdown of a page, and lists the ids and links of the result."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from html import unescape
from typing import Any

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page, _ExtractTitleTreeprocessor, _RelativePathTreeprocessor
from mkdocs.structure.toc import get_toc

from notice_site.rendering.inline_markdown import LINK_END, LINK_START, NotOurs
from notice_site.rendering.page_cache import PageAnchors
from notice_site.rendering.page_markdown import PageReader, Settings

_LOCAL_ADDRESS = re.compile(
    r"""
    (?:href|src)="
    ([^"#?:]+)      # no colon: an address with a scheme leads out of the site
    """,
    re.VERBOSE,
)
_LINK = re.compile(f"{LINK_START}([^{LINK_END}]*){LINK_END}")
_ID = re.compile(
    r"""
    <(?: [a-z][^>]*?\s id    # <h2 id="sec_1">
       | a\s[^>]*? name )    # <a name="sec_1">
    =["\']?
    ([^"\'\s>]+)
    """,
    re.VERBOSE,
)


def convert(page: Page, config: MkDocsConfig, files: Files) -> None:
    """Does what `Page.render` does, but reads our own pages with `PageReader`, and looks for no ids: see `page_ids`."""
    page.read_source(config)
    links = _RelativePathTreeprocessor(page.file, files, config)
    try:
        outline = _convert_our_page(page, config, links)
    except NotOurs:
        outline = _convert_any_page(page, config, links)
    page.toc = get_toc(outline)
    page.links_to_anchors = links.links_to_anchors


def _convert_our_page(page: Page, config: MkDocsConfig, links: _RelativePathTreeprocessor) -> list[Any]:
    """Sets the content of a page that has only Markdown of our forms; returns its headings."""
    if "title" not in page.meta:  # it would be that of the first heading
        raise NotOurs(page.file.src_uri)
    converted = PageReader(page.markdown or "", Settings.of(config.markdown_extensions, config.mdx_configs))
    page.content = _LINK.sub(lambda link: links.path_to_url(link[1]), converted.html)
    return converted.outline


def _convert_any_page(page: Page, config: MkDocsConfig, links: _RelativePathTreeprocessor) -> list[Any]:
    markdown = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
    links._register(markdown)
    title = _ExtractTitleTreeprocessor()
    title._register(markdown)
    page.content = markdown.convert(page.markdown or "")
    page._title_from_render = title.title
    return getattr(markdown, "toc_tokens", [])


def anchors_of(page: Page) -> PageAnchors:
    """Lists the ids of a converted page, and those it links to."""
    links = page.links_to_anchors or {}
    return PageAnchors(page_ids(page.content or ""), {file.src_uri: dict(anchors) for file, anchors in links.items()})


def page_ids(html: str) -> list[str]:
    """Lists the ids that a link can lead to.

    >>> page_ids('<h2 class="section" id="sec_1">一</h2><a name=top></a><p data-id="no">id="no"</p>')
    ['sec_1', 'top']
    """
    return sorted({unescape(value) for value in _ID.findall(html)})


def local_targets(html: str, address: str, source_by_address: Mapping[str, str]) -> list[str]:
    """Lists the sources of the files of the site that the page at `address` links to or shows.

    >>> html = '<a href="../a.html#sec_1"></a><img src="b.svg"><a href="https://a.org/b"></a><a href="c"></a>'
    >>> local_targets(html, "notices/1.html", {"a.html": "a.md", "notices/b.svg": "notices/b.svg"})
    ['a.md', 'notices/b.svg']
    """
    folder = posixpath.dirname(address)
    targets = {posixpath.normpath(posixpath.join(folder, link)) for link in _LOCAL_ADDRESS.findall(html)}
    return sorted(source_by_address[target] for target in targets if target in source_by_address)
