"""Gives each document, block and wording of a corpus its address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from functools import lru_cache

from notice_site.model import Notice, Ref
from notice_site.model.frozen import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place on the site: a file below docs/ with /, a fragment of that page, a query that its scripts read."""

    file: str
    fragment: str = ""
    query: str = ""

    @property
    def url(self) -> str:
        """The address as built, relative to the top of the site: `notices/000.html#sec_1`."""
        return _with_tail(_built(self.file), self)

    def relative_to(self, file: str) -> str:
        """The address in the Markdown of another file below docs/: `../notices/000.md#sec_1`.

        MkDocs follows such links, reports those that lead nowhere, and turns .md into .html.
        """
        if file == self.file and self.fragment and not self.query:
            return f"#{self.fragment}"
        return _with_tail(_relative(self.file, file), self)

    def built_relative_to(self, file: str) -> str:
        """The address in raw HTML of another file below docs/, where MkDocs looks at nothing: `../notices/000.html`."""
        return _with_tail(_relative(_built(self.file), file), self)


def _relative(file: str, relative_to: str) -> str:
    """Returns the way between files, ../notices/000.md; posixpath.relpath would ask for the working folder."""
    folder, _, name = file.rpartition("/")
    return _way(folder, relative_to.rpartition("/")[0]) + name


@lru_cache(maxsize=1024)
def _way(folder: str, relative_to: str) -> str:
    """Returns the way between folders: ../notices/, or nothing where they are the same."""
    there, here = (path.split("/") if path else [] for path in (folder, relative_to))
    shared = 0
    while shared < min(len(there), len(here)) and there[shared] == here[shared]:
        shared += 1
    return "".join(f"{name}/" for name in [".."] * (len(here) - shared) + there[shared:])


def _built(file: str) -> str:
    return f"{file.removesuffix('.md')}.html" if file.endswith(".md") else file


def _with_tail(path: str, place: Location) -> str:
    query = f"?{place.query}" if place.query else ""
    return f"{path}{query}#{place.fragment}" if place.fragment else path + query


SEARCH = Location("search/index.md")
"""The page 检索."""


@dataclass(frozen=True)
class Links:
    """The addresses of the documents of a corpus by their ids.

    All documents of a source share a page, which is named after the first of them. The others have their own id as
    fragment.
    """

    notices: Mapping[str, Location] = field(default_factory=dict)

    def notice(self, notice_id: str) -> Location:
        """Returns the place of a document; KeyError where the corpus has none of that id."""
        return self.notices[notice_id]

    def block(self, notice_id: str, block_id: str) -> Location:
        """Returns the place of a block; block ids are unique on a page."""
        return Location(self.notices[notice_id].file, block_id)

    def words(self, ref: Ref) -> Location:
        """Returns the place of the exact words: the block, and the characters that its page then marks."""
        return Location(self.notices[ref.notice].file, ref.block, f"at={ref.block}.{ref.start}-{ref.end}")


def links(notices: Iterable[Notice], beyond: Iterable[Notice] = ()) -> Links:
    """Gives documents in reading order their places; those `beyond` get the places that a site with them would have."""
    return Links(_places(beyond) | _places(notices))


def _places(notices: Iterable[Notice]) -> dict[str, Location]:
    pages: dict[str, str] = {}
    places: dict[str, Location] = {}
    for notice in notices:
        first = notice.source not in pages
        page = pages.setdefault(notice.source, f"notices/{notice.id}.md")
        places[notice.id] = Location(page) if first else Location(page, notice.id)
    return places
