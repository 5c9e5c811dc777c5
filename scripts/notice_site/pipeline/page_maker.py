"""Makes pages by their paths, here or on another machine."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cached_property

from notice_site.pages.core.links import Location
from notice_site.pages.core.pending_files import PendingFile
from notice_site.pages.core.redirects import gone_with_documents, pages_of_gone, without_taken_addresses
from notice_site.pages.core.site import Site
from notice_site.pages.kinds import PageKind, pending_files
from notice_site.publishing.document_files import document_files
from notice_site.publishing.readings import reading_files
from notice_site.publishing.schemas import schema_files
from notice_site.text.pinyin import OwnReadings


@dataclass(frozen=True)
class PageMaker:
    """The pages of a site; `published` are the addresses that were recorded.

    Only these values travel: a machine lists the pages when it is asked for the first.
    """

    make_site: Callable[[], Site]
    kinds: Sequence[PageKind]
    readings: OwnReadings
    published: Collection[str]

    def __call__(self, path: str) -> bytes:
        """Makes the page at this path below docs/."""
        content = self.pending[path].content
        return content.encode() if isinstance(content, str) else content

    def __getstate__(self) -> dict[str, object]:
        return {field.name: getattr(self, field.name) for field in fields(self)}

    @cached_property
    def site(self) -> Site:
        """What the pages are made from."""
        return self.make_site()

    @cached_property
    def pending(self) -> Mapping[str, PendingFile]:
        """All pages by their paths, in an order that depends on the corpus alone."""
        notices = self.site.corpus.notices
        addresses = {notice.id: self.site.links.notice(notice.id).url for notice in notices}
        pages = [*without_taken_addresses([*pending_files(self.site, self.kinds)])]
        built = {Location(pending.path).url for pending in pages if pending.path.endswith(".md")}
        gone = pages_of_gone(gone_with_documents(built, self.site.redirects, self.published), built)
        readings = reading_files(notices, addresses, self.readings, self.site.fingerprints)
        files = (*readings, *document_files(self.site), *schema_files())
        return {pending.path: pending for pending in (*pages, *gone, *files)}
