"""A site goes in, every page of it comes out, yet to be made.

Each kind of page is one module with one function `Site -> pages`, named in `KINDS`. What a kind adds to notice
pages, marks on words or a section below the text, is named in `MARKERS` and `RELATED`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from notice_site.model import Page
from notice_site.pages.citations.pages import citation_graph_pages, citation_marker, citations_of_sheet
from notice_site.pages.comparison.index_page import compare_index
from notice_site.pages.comparison.page import compare_pages
from notice_site.pages.comparison.shared_passages import shared_marker, shared_of_sheet, shared_pages
from notice_site.pages.core.annotations import Marker
from notice_site.pages.core.pending_files import Draft
from notice_site.pages.core.redirects import moved_pages, moved_places
from notice_site.pages.core.site import Site
from notice_site.pages.fingerprints import sheet_made_from
from notice_site.pages.general.browse import browse_pages
from notice_site.pages.general.data import data_page
from notice_site.pages.general.edition import edition_page
from notice_site.pages.general.feed import feed_page
from notice_site.pages.general.home import home_page
from notice_site.pages.general.llms import llms_page
from notice_site.pages.general.review import review_pages
from notice_site.pages.general.search import search_page
from notice_site.pages.notice.originals import original_pages
from notice_site.pages.notice.page import RelatedMaker, notice_pages
from notice_site.pages.notice.source_lines import source_line_pages
from notice_site.pages.packs.pages import pack_as_site, pack_pages
from notice_site.pages.tasks.document_tasks import document_task_pages, tasks_of_sheet
from notice_site.pages.tasks.pages import task_pages
from notice_site.pages.tasks.quantities import numbers_page
from notice_site.pages.terms.annotations import term_marker, terms_of_sheet
from notice_site.pages.terms.index_pages import term_index_pages
from notice_site.pages.terms.page import term_pages
from notice_site.pages.terms.popovers import card_pages
from notice_site.pages.timeline.pages import timeline_pages, times_of_sheet

PageKind = Callable[[Site], Iterable[Page | Draft]]

MARKERS: tuple[Marker, ...] = (shared_marker, citation_marker, term_marker)

RELATED: tuple[RelatedMaker, ...] = (
    terms_of_sheet,
    times_of_sheet,
    tasks_of_sheet,
    shared_of_sheet,
    citations_of_sheet,
    moved_places,
)


def _notices(of: Site) -> Iterator[Draft]:
    return notice_pages(of, MARKERS, RELATED, sheet_made_from)


KINDS: tuple[PageKind, ...] = (
    home_page,
    _notices,
    source_line_pages,
    browse_pages,
    term_index_pages,
    term_pages,
    card_pages,
    timeline_pages,
    task_pages,
    document_task_pages,
    numbers_page,
    citation_graph_pages,
    compare_index,
    compare_pages,
    shared_pages,
    search_page,
    pack_pages,
    data_page,
    edition_page,
    review_pages,
    original_pages,
    moved_pages,
    feed_page,
    llms_page,
)


# A site that is one study pack has the page of the pack as its home, and nothing that is about the whole corpus.
PACK_KINDS: tuple[PageKind, ...] = (
    pack_as_site,
    *(kind for kind in KINDS if kind not in (home_page, pack_pages, feed_page, llms_page)),
)


def drafts(of: Site, kinds: Iterable[PageKind] = KINDS) -> Iterator[Draft]:
    """Every page, in an order that depends on the corpus alone; what they share is prepared on the way."""
    for kind in kinds:
        for page in kind(of):
            yield page if isinstance(page, Draft) else Draft(page.path, partial(_content, page))


def _content(page: Page) -> str | bytes:
    return page.content
