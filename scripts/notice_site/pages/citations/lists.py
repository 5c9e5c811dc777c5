"""Lists what a document cites and by whom it is cited, each with the words that say so."""

from __future__ import annotations

from collections.abc import Sequence

from notice_site.model import Citation, Notice
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.citation_index import DOCUMENT_KINDS, CitationEdge, CitationIndex
from notice_site.pages.core.links import Location
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.paging import numbered_file
from notice_site.pages.core.site import Site

MISSING = Location("lineage/missing.md")

PAGE_LENGTH = 40
"""Documents on one page of a list: each brings the words that prove its citations, about half a screen."""

MOST_CITING = 20
"""Documents named that cite one thing: some are cited by nearly all, and no page may grow with the corpus."""


def cited_list(site: Site, citations: CitationIndex, notice: Notice, page: str, *, with_ids: bool = False) -> Markdown:
    """Lists what a document cites, each with the words that say so; pictures lead to `with_ids`."""
    lines = []
    for cited in sorted(citations.cites.get(notice.id, ()), key=lambda cited: cited.kind not in DOCUMENT_KINDS):
        proofs = [_proof(site, citation, page, with_id=with_ids) for citation in cited.citations]
        lines.append(_line(cited, _what(site, citations, cited, page), proofs))
    return md.region(md.bullets(lines), classes=["cited"]) if lines else md.EMPTY


def citing_list(site: Site, citations: CitationIndex, notice: Notice, page: str) -> Markdown:
    """Lists by whom a document is cited; nothing where no held document cites it."""
    lines = citing_lines(site, citations, notice.id, page)
    return md.stacked(md.paragraph(Markdown("被引"), classes=["label"]), lines) if lines else md.EMPTY


def citing_lines(site: Site, citations: CitationIndex, key: str, page: str) -> Markdown:
    """Lists who cites one thing, and with which words: the first `MOST_CITING`."""
    lines = []
    edges = citations.cited_by.get(key, ())
    for cited in edges[:MOST_CITING]:
        name = md.escape(labels_zh.cite(citations.notices[cited.citing]))
        citing = md.link(name, site.links.notice(cited.citing).relative_to(page))
        lines.append(_line(cited, citing, [_proof(site, citation, page) for citation in cited.citations]))
    if len(edges) > len(lines):
        rest = md.link(Markdown("citations.json"), Location("data/citations.json").relative_to(page))
        lines.append(md.joined([Markdown(f"共 {len(edges)} 件，其余见 "), rest]))
    return md.region(md.bullets(lines), classes=["cited"]) if lines else md.EMPTY


def _line(cited: CitationEdge, who: Markdown, proofs: Sequence[Markdown]) -> Markdown:
    """Writes the relation, what is at the other end, and the words that prove it."""
    relation = md.span(Markdown("、".join(cited.relations)), classes=["relation"])
    return md.joined([relation, Markdown(" "), md.span(md.joined([who, *proofs]), classes=["cited-what"])])


def _what(site: Site, citations: CitationIndex, cited: CitationEdge, page: str) -> Markdown:
    """Names what is cited: a link to the held document, or its name as worded and that it is not held."""
    if cited.of_itself:
        return Markdown("本件")
    if cited.held:
        notice = citations.notices[cited.key]
        link = md.link(md.escape(labels_zh.cite(notice)), site.links.notice(notice.id).relative_to(page))
        tag = md.span(Markdown("本包未收"), classes=["tag", "not-held"])
        return link if notice.id in citations.here else md.joined([link, tag], Markdown(" "))
    if cited.kind in DOCUMENT_KINDS:
        name = md.escape(name_of_missing([cited]))
        target = place_of_missing(citations, cited.key).relative_to(page)
        return md.joined([name, Markdown(" "), md.link(Markdown("未收录"), target, classes=["tag", "not-held"])])
    title = cited.title or ""
    marked = cited.kind == "work" and any(f"《{title}" in citation.quote for citation in cited.citations)
    name = md.escape(f"《{title}》" if marked else title)
    return md.joined([name, Markdown(" "), md.span(Markdown(labels_zh.CITED_KINDS[cited.kind]), classes=["tag"])])


def place_of_missing(citations: CitationIndex, key: str) -> Location:
    """Returns the place of a document that is not held, on the pages of `MISSING`."""
    number = citations.missing_order[key] // PAGE_LENGTH
    return Location(numbered_file(MISSING, number), anchor_of_missing(citations, key))


def _proof(site: Site, citation: Citation, page: str, *, with_id: bool = False) -> Markdown:
    """Quotes the words that prove a citation, as a link to their place."""
    link = md.link(md.escape(citation.quote), site.links.words(citation.ref).relative_to(page), classes=["proof"])
    tag = [Markdown(" "), md.span(Markdown("人工核定"), classes=["tag"])] if citation.decided else []
    return md.span(md.joined([link, *tag]), id=citation.id if with_id else "", classes=["proof-line"])


def name_of_missing(edges: Sequence[CitationEdge]) -> str:
    """Names what is not held, in 《》 where the text names it so: 《关于甲的通知》（中发〔2014〕7号）."""
    title = next((cited.title for cited in edges if cited.title), None)
    marked = any(f"《{title}" in citation.quote for cited in edges for citation in cited.citations)
    return labels_zh.cite_parts(title, number_of_missing(edges), marked=marked)


def number_of_missing(edges: Sequence[CitationEdge]) -> str | None:
    """Returns the 发文字号 that one of the citations gives."""
    return next((cited.number for cited in edges if cited.number), None)


def anchor_of_missing(citations: CitationIndex, key: str) -> str:
    """Returns a stable fragment for what is not held: the id of the citation that names it first."""
    return f"hole-{citations.cited_by[key][0].citations[0].id}"
