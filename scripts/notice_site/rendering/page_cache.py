"""Keeps rendered pages between builds, with what has to be checked again when other pages change."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A page's fingerprint, the sources of the files of the site that it links to, and what is wrong with it."""

    fingerprint: str
    targets: list[str]
    faults: list[str]


@dataclass(frozen=True, slots=True)
class PageAnchors:
    """The ids of a page, and the ids that it links to.

    `links` maps the source of the page linked to to a mapping of the id to the link as written.
    """

    ids: list[str]
    links: dict[str, dict[str, str]]


class PageCache:
    """A folder with the HTML and the anchors of each page of the last build, named by the page's fingerprint."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.pages = self._load()
        """The faultless pages of the last build, by source."""

    def get(self, source: str, fingerprint: str, destination: Path) -> RenderedPage | None:
        """Puts the cached page at `destination`; None where the page has changed or its files are not complete."""
        page = self.pages.get(source)
        html = self._html(fingerprint)
        if page is None or page.fingerprint != fingerprint or not html.is_file() or not self._anchors(html).is_file():
            return None
        link_file(html, destination)
        return page

    def put(self, fingerprint: str, rendered: Path, anchors: PageAnchors) -> None:
        """Keeps the page that was rendered into the file `rendered`."""
        html = self._html(fingerprint)
        html.parent.mkdir(parents=True, exist_ok=True)
        html.unlink(missing_ok=True)  # as long as it is missing, what else there is of the page counts for nothing
        self._anchors(html).write_text(json.dumps([anchors.ids, anchors.links], ensure_ascii=False), "utf-8")
        link_file(rendered, html)

    def anchors(self, fingerprint: str) -> PageAnchors:
        """Reads the anchors of a cached page."""
        return PageAnchors(*json.loads(self._anchors(self._html(fingerprint)).read_bytes()))

    def replace(self, pages: Mapping[str, RenderedPage]) -> None:
        """Makes these the pages of the last build; the files of all others are deleted."""
        self._folder.mkdir(parents=True, exist_ok=True)
        write_json(self._index, {source: (page.fingerprint, page.targets) for source, page in pages.items()})
        fingerprints = {page.fingerprint for page in pages.values()}
        for folder in self._folder.glob("??"):
            for path in folder.iterdir():
                if path.stem not in fingerprints:
                    path.unlink(missing_ok=True)

    @property
    def _index(self) -> Path:
        return self._folder / "pages.json"

    def _load(self) -> dict[str, RenderedPage]:
        """Reads the index; one that is damaged or has another form counts as empty."""
        try:
            index: dict[str, tuple[str, list[str]]] = json.loads(self._index.read_bytes())
            return {source: RenderedPage(fingerprint, targets, []) for source, (fingerprint, targets) in index.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            return {}

    def _html(self, fingerprint: str) -> Path:
        return self._folder / fingerprint[:2] / f"{fingerprint}.html"

    def _anchors(self, html: Path) -> Path:
        return html.with_suffix(".json")


def write_json(path: Path, value: object) -> None:
    """Writes the file wholly or not at all, even when the build is killed."""
    new = path.with_suffix(f".{os.getpid()}")
    new.write_text(json.dumps(value, ensure_ascii=False), "utf-8")
    new.replace(path)


def link_file(source: Path, destination: Path) -> None:
    """Gives a file a second name; copies it where the file system has no hard links."""
    with suppress(OSError):
        os.link(source, destination)
        return
    destination.parent.mkdir(parents=True, exist_ok=True)
    destination.unlink(missing_ok=True)
    try:
        os.link(source, destination)
    except OSError:
        shutil.copyfile(source, destination)
