"""Writes what notice pages show of citations: links in the text, and the section 引用关系 below it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from notice_site.model import Citation, Notice
from notice_site.pages.citations.lists import cited_list, citing_list
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.annotations import Annotation
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.site import Site, SourcePage


def citations_of_page(site: Site) -> Callable[[SourcePage], Markdown]:
    """Writes the section 引用关系 below the text of a notice page."""
    citations = site.citations

    def section(source_page: SourcePage) -> Markdown:
        page = site.links.notice(source_page.first.id).file
        parts: list[Markdown] = []
        for notice in source_page.notices:
            lists = [cited_list(site, citations, notice, page), citing_list(site, citations, notice, page)]
            if any(lists):
                name = md.paragraph(md.escape(labels_zh.cite(notice)), classes=["of-document"])
                parts += [name if len(source_page.notices) > 1 else md.EMPTY, *lists]
        if not parts:
            return md.EMPTY
        title = md.heading(2, Markdown("引用关系"), id="citations")
        return md.region(md.stacked(title, *parts), tag="section", classes=["citations-of-page"])

    return section


def citation_annotator(site: Site) -> Callable[[Notice], Iterator[tuple[str, Annotation]]]:
    """Makes the name of a held document, where another cites it, a link to that document."""
    by_notice: dict[str, list[Citation]] = {}
    for citation in site.corpus.citations:
        if citation.target and citation.target != citation.ref.notice:
            by_notice.setdefault(citation.ref.notice, []).append(citation)

    def marks(notice: Notice) -> Iterator[tuple[str, Annotation]]:
        page = site.links.notice(notice.id).file
        for citation in by_notice.get(notice.id, ()):
            target = site.links.notice(citation.target or "").relative_to(page)
            before, after = md.link_ends(target, classes=["cited-document"])
            yield citation.ref.block, Annotation(citation.ref.start, citation.ref.end, before, after, is_link=True)

    return marks
