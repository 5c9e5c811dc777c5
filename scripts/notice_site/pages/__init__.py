"""A corpus and the bytes of its sources go in, every page of the site comes out.

Each kind of page is one module with one function `Site -> pages`, named in `KINDS`. What a kind adds to notice
pages, marks on words or a section below the text, is named in `MARKERS` and `RELATED`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from notice_site.editions import Edition
from notice_site.model import Corpus, Level, Page
from notice_site.pages.browse import browse_pages
from notice_site.pages.compare import compare_pages
from notice_site.pages.compare_index import compare_index
from notice_site.pages.data import data_page
from notice_site.pages.document_tasks import document_task_pages, tasks_of_sheet
from notice_site.pages.edition import edition_page
from notice_site.pages.home import home_page
from notice_site.pages.lineage import citation_marker, citations_of_sheet, lineage_pages
from notice_site.pages.marks import Marker
from notice_site.pages.notices import RelatedMaker, notice_pages
from notice_site.pages.numbers import numbers_page
from notice_site.pages.originals import original_pages
from notice_site.pages.packs import pack_as_site, pack_pages
from notice_site.pages.review import review_pages
from notice_site.pages.search import search_page
from notice_site.pages.shared_passages import shared_marker, shared_of_sheet
from notice_site.pages.site import Site, site
from notice_site.pages.source_lines import source_line_pages
from notice_site.pages.tasks import task_pages
from notice_site.pages.term_cards import card_pages
from notice_site.pages.term_indexes import term_index_pages
from notice_site.pages.term_marks import term_marker, terms_of_sheet
from notice_site.pages.terms import term_pages
from notice_site.pages.timeline import timeline_pages, times_of_sheet

PageKind = Callable[[Site], Iterable[Page]]

MARKERS: tuple[Marker, ...] = (shared_marker, citation_marker, term_marker)

RELATED: tuple[RelatedMaker, ...] = (
    terms_of_sheet,
    times_of_sheet,
    tasks_of_sheet,
    shared_of_sheet,
    citations_of_sheet,
)


def _notices(of: Site) -> Iterator[Page]:
    return notice_pages(of, MARKERS, RELATED)


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
    lineage_pages,
    compare_index,
    compare_pages,
    search_page,
    pack_pages,
    data_page,
    edition_page,
    review_pages,
    original_pages,
)


# A site that is one study pack has the page of the pack as its home, and nothing that is about the whole corpus.
PACK_KINDS: tuple[PageKind, ...] = (
    pack_as_site,
    *(kind for kind in KINDS if kind not in (home_page, pack_pages)),
)


def build_pages(
    corpus: Corpus,
    levels: Iterable[Level],
    originals: Mapping[str, bytes],
    data: tuple[Page, ...],
    edition: Edition,
    kinds: Iterable[PageKind] = KINDS,
) -> tuple[Page, ...]:
    """Every page, in an order that depends on the corpus alone.

    `levels` is the table of levels, outermost first; `originals` are the bytes of the sources by `Source.name`;
    `data` the published data files, which page 数据 lists; `edition` what page 版本与校验 names.
    """
    of = site(corpus, levels, originals, data, edition)
    return tuple(page for kind in kinds for page in kind(of))
