"""Converts the Markdown of a page, and lists the ids and links of the result."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Mapping
from functools import lru_cache
from html import unescape
from typing import Any

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page, _ExtractTitleTreeprocessor, _RelativePathTreeprocessor
from mkdocs.structure.toc import get_toc
from mkdocs.utils import get_relative_url

from notice_site.rendering.inline_markdown import LINK_END, LINK_START, NotOurs
from notice_site.rendering.page_cache import PageAnchors
from notice_site.rendering.page_markdown import PageReader, Settings

_LOCAL_ADDRESS = re.compile(
    r"""
    =" (?: (?<=href=") | (?<=src=") )    # this way round, because Python looks for a text first
    ([^"#?:]+)                            # no colon: an address with a scheme leads out of the site
    """,
    re.VERBOSE,
)
_LINK = re.compile(f"{LINK_START}([^{LINK_END}]*){LINK_END}")
_TARGET = re.compile(
    r"""
    ((?!/)[\w./-]+)           # sections/1.md; not /1.md, mailto:甲
    (\?[^\#]+ | )             # ?at=p_1.0-3
    (\#.+ | )                 # #p_1
    """,
    re.VERBOSE | re.ASCII,
)
_FRONT_MATTER = re.compile(r"---\n((?:[a-z_]+: [^\n]+\n)+)---\n")
_NAMING = re.compile(r"=(?:(?<=\sid=)|(?<=name=))")
_ID = re.compile(
    r"""
    <(?: [a-z][^>]*?\s id    # <h2 id="sec_1">
       | a\s[^>]*? name )    # <a name="sec_1">
    =["\']?
    ([^"\'\s>]+)
    """,
    re.VERBOSE,
)


class PageConverter:
    """Converts the pages of one build."""

    def __init__(self, config: MkDocsConfig, files: Files) -> None:
        self._config = config
        self._files = files
        self._linked: dict[tuple[str, str], dict[str, tuple[File, str, str]]] = {}
        self._ways: dict[tuple[str, str, str], tuple[File, str]] = {}

    def convert(self, page: Page) -> None:
        """Does what `Page.render` does, but quicker for our own pages, and looks for no ids: see `page_ids`."""
        if not _read_our_source(page):
            page.read_source(self._config)
        links = _RelativePathTreeprocessor(page.file, self._files, self._config)
        try:
            outline = self._convert_our_page(page, links)
        except NotOurs:
            outline = self._convert_any_page(page, links)
        page.toc = get_toc(outline)
        page.links_to_anchors = links.links_to_anchors

    def _convert_our_page(self, page: Page, links: _RelativePathTreeprocessor) -> list[Any]:
        """Sets the content of a page that has only Markdown of our forms; returns its headings."""
        if "title" not in page.meta:  # it would be that of the first heading
            raise NotOurs(page.file.src_uri)
        settings = Settings.of(self._config.markdown_extensions, self._config.mdx_configs)
        converted = PageReader(page.markdown or "", settings)
        folder = posixpath.dirname(page.file.src_uri), posixpath.dirname(page.file.url)
        known, anchors = self._linked.setdefault(folder, {}), links.links_to_anchors

        def built_address(link: re.Match[str]) -> str:
            target = link[1]
            if target not in known:
                found = self._find(target, folder, page.file)
                if found is None:
                    return links.path_to_url(target)
                known[target] = found
            file, anchor, address = known[target]
            if anchor:
                anchors.setdefault(file, {}).setdefault(anchor, target)
            return address

        page.content = _LINK.sub(built_address, converted.html)
        return converted.outline

    def _convert_any_page(self, page: Page, links: _RelativePathTreeprocessor) -> list[Any]:
        markdown = Markdown(
            extensions=self._config.markdown_extensions, extension_configs=self._config.mdx_configs or {}
        )
        links._register(markdown)
        title = _ExtractTitleTreeprocessor()
        title._register(markdown)
        page.content = markdown.convert(page.markdown or "")
        page._title_from_render = title.title
        return getattr(markdown, "toc_tokens", [])

    def _find(self, target: str, folder: tuple[str, str], page: File) -> tuple[File, str, str] | None:
        """Looks a target up as `path_to_url` does, for all pages of a folder, of sources and of site.

        Returns the file, the id in it and the address in the site, or None where there is something to warn of.
        """
        parts = _TARGET.fullmatch(target)
        if parts is None:
            return None
        path, query, anchor = parts.groups()
        key = (*folder, path)
        if key not in self._ways:
            linked = self._files.src_uris.get(_address(folder[0], path))
            if linked is None or linked.inclusion.is_excluded():  # type: ignore[no-untyped-call]
                return None
            self._ways[key] = linked, get_relative_url(linked.url, page.url)
        linked, way = self._ways[key]
        return linked, anchor[1:], f"{way}{query}{anchor}"


def _read_our_source(page: Page) -> bool:
    """Does what `Page.read_source` does where the front matter is as our pages have it, a value of JSON on each line.

    False where it is not, or where there is a fault to name.
    """
    try:
        text = page.file.content_bytes.decode()
        head = _FRONT_MATTER.match(text)
        if head is None or "\r" in text:
            return False
        fields = (line.split(": ", 1) for line in head[1].splitlines())
        page.meta = {name: json.loads(value) for name, value in fields}
    except (OSError, ValueError):
        return False
    page.markdown = text[head.end() :].lstrip("\n")
    return True


def anchors_of(page: Page) -> PageAnchors:
    """Lists the ids of a converted page, and those it links to."""
    links = page.links_to_anchors or {}
    return PageAnchors(page_ids(page.content or ""), {file.src_uri: dict(anchors) for file, anchors in links.items()})


def page_ids(html: str) -> list[str]:
    """Lists the ids that a link can lead to.

    >>> page_ids('<h2 class="section" id="sec_1">一</h2><a name=top></a><p data-id="no">id="no"</p>')
    ['sec_1', 'top']
    """
    tags = {html.rfind("<", 0, naming.start()) for naming in _NAMING.finditer(html)}
    return sorted({unescape(tag[1]) for start in tags if (tag := _ID.match(html, start))})


def local_targets(html: str, address: str, source_by_address: Mapping[str, str]) -> list[str]:
    """Lists the sources of the files of the site that the page at `address` links to or shows.

    >>> html = '<a href="../a.html#sec_1"></a><img src="b.svg"><a href="https://a.org/b"></a><a href="c"></a>'
    >>> local_targets(html, "notices/1.html", {"a.html": "a.md", "notices/b.svg": "notices/b.svg"})
    ['a.md', 'notices/b.svg']
    """
    folder = posixpath.dirname(address)
    targets = {_address(folder, link) for link in {*_LOCAL_ADDRESS.findall(html)}}
    return sorted(source_by_address[target] for target in targets if target in source_by_address)


@lru_cache(maxsize=16_384)  # pages of a folder link to the same pages
def _address(folder: str, link: str) -> str:
    return posixpath.normpath(posixpath.join(folder, link))
