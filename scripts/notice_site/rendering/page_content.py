"""Converts the Markdown of a page, and lists the ids and links of the result."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from html import unescape

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page, _ExtractTitleTreeprocessor, _RelativePathTreeprocessor
from mkdocs.structure.toc import get_toc

from notice_site.rendering.page_cache import PageAnchors
from notice_site.rendering.quick_inline import QuickInline

_LOCAL_ADDRESS = re.compile(
    r"""
    (?:href|src)="
    ([^"#?:]+)      # no colon: an address with a scheme leads out of the site
    """,
    re.VERBOSE,
)
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
    """Does what `Page.render` does, but does not parse the whole page once more for its ids: `page_ids` finds them."""
    page.read_source(config)
    markdown = Markdown(
        extensions=[*config.markdown_extensions, QuickInline()], extension_configs=config.mdx_configs or {}
    )
    links = _RelativePathTreeprocessor(page.file, files, config)
    links._register(markdown)
    title = _ExtractTitleTreeprocessor()
    title._register(markdown)
    page.content = markdown.convert(page.markdown or "")
    page.toc = get_toc(getattr(markdown, "toc_tokens", []))
    page._title_from_render = title.title
    page.links_to_anchors = links.links_to_anchors


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
