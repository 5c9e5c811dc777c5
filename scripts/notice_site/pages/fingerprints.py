"""Names all that a notice page is made from, besides the program and the reference tables.

Whoever puts something new of other documents on a notice page has to name it here; a test compares with clean builds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from notice_site.model import Notice
from notice_site.pages.citations.lists import MOST_CITING, place_of_missing
from notice_site.pages.comparison.places import comparison_id
from notice_site.pages.comparison.shared_passages import listed_places
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.site import Site, SourcePage
from notice_site.pages.tasks.margin_numbers import compared_numbers


def source_page_inputs(site: Site, neighbours: Mapping[str, Markdown]) -> Callable[[SourcePage], object]:
    """Gives plain values for the page of a source; `neighbours` are the links to the pages before and after it."""
    fingerprints, citations = site.fingerprints, site.citations
    listed = site.once(listed_places)
    numbers = site.once(compared_numbers)
    partners: dict[str, list[str]] = {}
    for both in site.comparison_fingerprints:
        for one in both:
            partners.setdefault(one, []).extend(both - {one})
    compared = {frozenset((c.base, c.derived)): comparison_id(c) for c in site.corpus.comparisons}
    carried: dict[str, list[str]] = {}
    for notice in site.corpus.notices:
        if notice.part_of:
            carried.setdefault(notice.part_of, []).append(notice.id)

    def of_notice(notice: Notice) -> Iterator[object]:
        yield site.document_inputs[notice.id]  # its text and what is found in it alone, and the documents that it cites
        yield [fingerprints.get(id) for id in (notice.part_of or "", *carried.get(notice.id, ()))]
        for facet_index in site.facet_indexes.values():
            yield [facet_index.places[value].url for value in facet_index.facet.values(notice)]
        for cited in citations.cites.get(notice.id, ()):
            place = place_of_missing(citations, cited.key).url if cited.key in citations.missing_order else ""
            yield repr(cited), fingerprints.get(cited.key), place
        citing = citations.cited_by.get(notice.id, ())
        yield len(citing), [(repr(cited), fingerprints.get(cited.citing)) for cited in citing[:MOST_CITING]]
        for other in partners.get(notice.id, ()):
            both = frozenset((notice.id, other))
            yield other, fingerprints.get(other), site.comparison_fingerprints[both], compared.get(both)
        for row, others in numbers.get(notice.id, ()):
            yield row.compared.relation, len(others), repr(others[0].task) if others else ""
            yield [(fingerprints.get(other.notice.id), other.compared.relation) for other in others[:1]]
        yield listed[notice.id].url if notice.id in listed else ""

    return lambda source_page: (
        neighbours[source_page.source.name],
        [[*of_notice(notice)] for notice in source_page.notices],
    )
