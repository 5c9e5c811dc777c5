"""Keeps rendered pages between builds, with what has to be checked again when other pages change."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from notice_site.execution.tree_difference import Stamp


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A page's fingerprint, the sources of the files of the site that it links to, its anchors, and its faults.

    The anchors are those of `PageAnchors` as JSON: few of them are read in a build. `stamp` is that of its Markdown
    file when it was read.
    """

    fingerprint: str
    targets: list[str]
    anchors: str
    faults: list[str]
    stamp: Stamp | None = None


@dataclass(frozen=True, slots=True)
class PageAnchors:
    """The ids of a page, and the ids that it links to.

    `links` maps the source of the page linked to to a mapping of the id to the link as written.
    """

    ids: list[str]
    links: dict[str, dict[str, str]]

    @classmethod
    def read(cls, text: str) -> PageAnchors:
        """Reads what `written` wrote."""
        return cls(*json.loads(text))

    def written(self) -> str:
        """Writes the anchors as JSON, in one line."""
        return json.dumps([self.ids, self.links], ensure_ascii=False)


class PageCache:
    """A folder with the HTML of each page of the last build, named by the page's fingerprint, and an index of them.

    All that is not HTML stands in the index: to make a file takes a file system longer than to write a page of text.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pages = folder / "pages"
        self._index = folder / "pages.txt"
        self._site = ""  # the fingerprint of the site of the last build
        self.pages = self._load()
        """The faultless pages of the last build, by source."""

    def fingerprint(self, site: str, source: str, present: Stamp | None) -> str | None:
        """The fingerprint of a page whose Markdown file is the one of the last build; None where it must be read."""
        page = self.pages.get(source)
        return page.fingerprint if page and site == self._site and page.stamp and page.stamp == present else None

    def get(self, source: str, fingerprint: str, destination: str) -> RenderedPage | None:
        """Puts the cached page at `destination`; None where the page has changed or its file is missing."""
        page = self.pages.get(source)
        if page is None or page.fingerprint != fingerprint:
            return None
        try:
            link_file(self._html(fingerprint), destination)
        except FileNotFoundError:
            return None
        return page

    def put(self, fingerprint: str, rendered: str) -> None:
        """Keeps the page that was rendered into the file `rendered`."""
        link_file(rendered, self._html(fingerprint))

    def replace(self, pages: Mapping[str, RenderedPage], site: str) -> None:
        """Makes these the pages of the last build, of a site of this fingerprint; the files of all others go."""
        self._pages.mkdir(parents=True, exist_ok=True)
        lines = []
        for source, page in pages.items():
            about = json.dumps([source, page.stamp, page.targets], ensure_ascii=False)
            lines.append(f"{page.fingerprint}\t{about}\t{page.anchors}\n")
        write_whole(self._index, "".join([f"{site}\n", *lines]).encode())
        kept = {self._html(page.fingerprint) for page in pages.values()}
        for name in os.listdir(self._pages):
            if (path := f"{self._pages}/{name}") not in kept:
                os.unlink(path)

    def _load(self) -> dict[str, RenderedPage]:
        """Reads the index; one that is damaged or has another form counts as empty."""
        pages = {}
        try:
            site, *lines, end = self._index.read_text("utf-8").split("\n")
            for line in lines:
                fingerprint, about, anchors = line.split("\t")
                source, present, targets = json.loads(about)
                pages[source] = RenderedPage(fingerprint, targets, anchors, [], present and tuple(present))
        except (OSError, ValueError, TypeError):
            return {}
        self._site = site
        return {} if end else pages

    def _html(self, fingerprint: str) -> str:
        return f"{self._pages}/{fingerprint}.html"


def write_whole(path: Path, content: bytes) -> None:
    """Writes the file wholly or not at all, even when the build is killed."""
    new = path.with_suffix(f".{os.getpid()}")
    new.write_bytes(content)
    new.replace(path)


def link_file(source: str, destination: str) -> None:
    """Gives a file a second name; copies it where the file system has no hard links."""
    with suppress(OSError):
        os.link(source, destination)
        return
    os.makedirs(os.path.dirname(destination), exist_ok=True)
    with suppress(FileNotFoundError):
        os.unlink(destination)
    try:
        os.link(source, destination)
    except OSError:
        shutil.copyfile(source, destination)
