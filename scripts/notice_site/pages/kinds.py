"""Lists every page of a site.

Each kind of page is a function from the site to its pages, named in `KINDS`. What a kind adds to notice pages, marks
on words, notes in the margin or a section below the text, is named in `ANNOTATORS`, `MARGIN` and `RELATED`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from notice_site.model import Page
from notice_site.pages.citations.notice_sections import citation_annotator, citations_of_page
from notice_site.pages.citations.pages import citation_graph_pages
from notice_site.pages.comparison.downloads import comparison_files
from notice_site.pages.comparison.index_page import compare_index
from notice_site.pages.comparison.items_page import item_pages
from notice_site.pages.comparison.page import compare_pages
from notice_site.pages.comparison.shared_passages import margin_shared, shared_annotator, shared_of_page, shared_pages
from notice_site.pages.comparison.variants import variant_annotator
from notice_site.pages.core.annotations import Annotator
from notice_site.pages.core.margin_notes import MarginMaker
from notice_site.pages.core.pending_files import PendingFile
from notice_site.pages.core.redirects import redirect_pages, redirects_of_page
from notice_site.pages.core.site import Site
from notice_site.pages.fingerprints import source_page_inputs
from notice_site.pages.general.browse import browse_pages
from notice_site.pages.general.data import data_page
from notice_site.pages.general.downloads import downloads_page
from notice_site.pages.general.edition import edition_page
from notice_site.pages.general.feed import feed_page
from notice_site.pages.general.home import home_page
from notice_site.pages.general.llms import llms_page
from notice_site.pages.general.review import review_pages
from notice_site.pages.general.search import search_page
from notice_site.pages.notice.originals import original_files
from notice_site.pages.notice.page import RelatedMaker, notice_pages
from notice_site.pages.notice.source_lines import source_line_scripts
from notice_site.pages.packs.pages import pack_as_site, pack_pages
from notice_site.pages.picking.page import picking_pages
from notice_site.pages.tasks.document_tasks import document_task_pages, tasks_of_page
from notice_site.pages.tasks.margin_numbers import margin_numbers
from notice_site.pages.tasks.pages import task_pages
from notice_site.pages.tasks.quantities import numbers_page
from notice_site.pages.terms.annotations import term_annotator, terms_of_page
from notice_site.pages.terms.index_pages import term_index_pages
from notice_site.pages.terms.page import term_pages
from notice_site.pages.terms.popovers import popover_scripts
from notice_site.pages.timeline.margin_times import margin_times
from notice_site.pages.timeline.pages import timeline_pages, times_of_page

PageKind = Callable[[Site], Iterable[Page | PendingFile]]

ANNOTATORS: tuple[Annotator, ...] = (shared_annotator, variant_annotator, citation_annotator, term_annotator)

MARGIN: tuple[MarginMaker, ...] = (margin_times, margin_numbers, margin_shared)

RELATED: tuple[RelatedMaker, ...] = (
    terms_of_page,
    times_of_page,
    tasks_of_page,
    shared_of_page,
    citations_of_page,
    redirects_of_page,
)


def _notices(of: Site) -> Iterator[PendingFile]:
    return notice_pages(of, ANNOTATORS, RELATED, source_page_inputs, MARGIN)


KINDS: tuple[PageKind, ...] = (
    home_page,
    _notices,
    source_line_scripts,
    browse_pages,
    term_index_pages,
    term_pages,
    popover_scripts,
    timeline_pages,
    task_pages,
    document_task_pages,
    numbers_page,
    citation_graph_pages,
    compare_index,
    compare_pages,
    comparison_files,
    item_pages,
    picking_pages,
    shared_pages,
    search_page,
    pack_pages,
    data_page,
    downloads_page,
    edition_page,
    review_pages,
    original_files,
    redirect_pages,
    feed_page,
    llms_page,
)


PACK_KINDS: tuple[PageKind, ...] = (
    pack_as_site,
    *(kind for kind in KINDS if kind not in (home_page, pack_pages, downloads_page, feed_page, llms_page)),
)
"""A site that is one study pack has the page of the pack as its home, and nothing that is about the whole corpus."""


def pending_files(of: Site, kinds: Iterable[PageKind] = KINDS) -> Iterator[PendingFile]:
    """Lists every page, in an order that depends on the corpus alone."""
    for kind in kinds:
        for page in kind(of):
            yield page if isinstance(page, PendingFile) else PendingFile(page.path, partial(_content, page))


def _content(page: Page) -> str | bytes:
    return page.content
