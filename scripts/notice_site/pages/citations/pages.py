"""Writes the pages 源流: which document cites which, and what is cited but not held."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from notice_site.model import Citation, Notice
from notice_site.pages.citations.picture import Edge, Lane, Node, citation_graph
from notice_site.pages.comparison.page import INDEX as COMPARE
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.annotations import Annotation
from notice_site.pages.core.citation_index import DOCUMENT_KINDS, CitationEdge, CitationIndex
from notice_site.pages.core.facets import by_date
from notice_site.pages.core.links import Location
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.notice_table import level_tag
from notice_site.pages.core.paging import fixed_pages, numbered_file, pager, stable_pages
from notice_site.pages.core.pending_files import PendingFile
from notice_site.pages.core.site import Site, SourcePage
from notice_site.pages.core.term_index import known_day

INDEX = Location("lineage/index.md")
MISSING = Location("lineage/missing.md")

_PAGE_LENGTH = 40  # documents on one page of the list
_MOST_CITING = 20  # documents that cite one thing, on one page
_MOST_DRAWN = 40  # documents in one picture; more cannot be read

_ABOUT = Markdown(
    "依据题名、发文字号和前后用语列出一件文件对他件的转发、印发、贯彻、依据和引用，每条附原文。"
    "未收录的文件也列出；引用同一讲话、会议的文件之间不连线。"
)


def citation_graph_pages(site: Site) -> Iterator[PendingFile]:
    """The documents with what they cite and by whom they are cited, and what is cited but not held."""
    book = site.citations
    shown = by_date(n for n in site.corpus.notices if n.id in book.cites or n.id in book.cited_by)
    missing = book.missing()

    def summary() -> Iterator[Markdown]:
        yield md.paragraph(_ABOUT)
        yield _summary(book, shown, missing, INDEX.file)
        if len(site.corpus.notices) <= _MOST_DRAWN:
            yield _picture(site, book, missing, INDEX.file)

    def listed(number: int) -> str:
        page = numbered_file(INDEX, number)
        return md.page(
            "源流" if not number else f"源流（{number + 1}）",
            md.heading(1, Markdown("源流"), id="lineage"),
            *(() if number else summary()),
            *(_document(site, book, notice, page) for notice in chunks[number]),
            pager(INDEX, len(chunks), number),
            about={"hide": ["navigation", "toc"]},
        )

    def not_held(number: int) -> str:
        page = numbered_file(MISSING, number)
        return md.page(
            "未收录的文件" if not number else f"未收录的文件（{number + 1}）",
            md.region(
                md.paragraph(md.link(Markdown("源流"), INDEX.relative_to(page))),
                tag="nav",
                classes=["crumbs"],
                named={"aria-label": "位置"},
            ),
            md.heading(1, Markdown("未收录的文件"), id="missing"),
            md.EMPTY if number else md.paragraph(Markdown(_missing_ones(len(missing)))),
            *(_hole(site, book, key, page) for key in holes[number]),
            pager(MISSING, len(holes), number),
            about={"hide": ["navigation", "toc"]},
        )

    chunks = stable_pages(shown, _PAGE_LENGTH, lambda notice: notice.id)
    for number in range(len(chunks)):
        yield PendingFile(numbered_file(INDEX, number), partial(listed, number))
    holes = fixed_pages(missing, _PAGE_LENGTH)
    for number in range(len(holes)):
        yield PendingFile(numbered_file(MISSING, number), partial(not_held, number))


def _missing_ones(count: int) -> str:
    return f"收录的文件引用而本站没有收录的文件和法规，共 {count} 件，引用最多的在前。"


def _summary(book: CitationIndex, shown: Sequence[Notice], missing: Sequence[str], page: str) -> Markdown:
    """How many documents cite or are cited, how often held ones are, and the way to what is not held."""
    held = sum(cited.held for found in book.cites.values() for cited in found)
    counts = f"{len(shown)} 件文件引用他件或被引用，其间互引 {held} 处；引用而未收录的 "
    link = md.link(Markdown(f"{len(missing)} 件"), MISSING.relative_to(page))
    compare = md.link(Markdown("对照"), COMPARE.relative_to(page))
    return md.paragraph(
        md.joined([Markdown(counts), link, Markdown("。相同文字较多的文件，逐段并列于"), compare, Markdown("。")])
    )


# --- the picture ---------------------------------------------------------------------------------


def _picture(site: Site, book: CitationIndex, missing: Sequence[str], page: str) -> Markdown:
    """All documents by level, what they cite of each other, and the holes."""
    notices = by_date(site.corpus.notices)
    levels: dict[str | None, list[Notice]] = {level: [] for level in (*site.levels, None)}
    for notice in notices:
        levels[notice.level if notice.level in levels else None].append(notice)
    lanes = [
        Lane(
            site.levels.get(level, labels_zh.LEVEL_UNSTATED) if level else labels_zh.LEVEL_UNSTATED,
            level or "",
            tuple(_node(site, book, notice, page) for notice in found),
        )
        for level, found in levels.items()
        if found
    ]
    holes = [
        Node(
            key,
            _plain_name(found[0]),
            f"{_number(found) or ''}　未收录".strip("　"),
            Location(MISSING.file, _anchor(book, key)).built_relative_to(page),
        )
        for key in missing[:_MOST_DRAWN]
        for found in (book.cited_by[key],)
    ]
    drawn = {hole.id for hole in holes}
    edges = [
        Edge(notice.id, cited.key, "、".join(cited.relations), cited.citations[0].quote, f"#{cited.citations[0].id}")
        for notice in notices
        for cited in book.cites.get(notice.id, ())
        if cited.held or cited.key in drawn
    ]
    return citation_graph("文件之间的引用", lanes, holes, edges)


def _node(site: Site, book: CitationIndex, notice: Notice, page: str) -> Node:
    day = known_day(notice)
    about = "　".join(filter(None, (notice.number, labels_zh.day(day) if day else None)))
    listed = notice.id in book.cites or notice.id in book.cited_by
    target = f"#{notice.id}" if listed else site.links.notice(notice.id).built_relative_to(page)
    return Node(notice.id, labels_zh.title(notice), about, target, notice.level or "")


# --- the list ------------------------------------------------------------------------------------


def _document(site: Site, book: CitationIndex, notice: Notice, page: str) -> Markdown:
    """One document: what it cites, and by whom it is cited."""
    link = md.link(md.escape(labels_zh.cite(notice)), site.links.notice(notice.id).relative_to(page))
    day = known_day(notice)
    about = [level_tag(notice.level, site), *([md.escape(labels_zh.day(day))] if day else [])]
    return md.region(
        md.stacked(
            md.heading(2, link, id=notice.id, outline=labels_zh.title(notice)),
            md.paragraph(md.joined(about, Markdown(" ")), classes=["about"]),
            cited_list(site, book, notice, page, with_ids=True),
            citing_list(site, book, notice, page),
        ),
        tag="section",
        classes=["citing"],
    )


def cited_list(site: Site, book: CitationIndex, notice: Notice, page: str, *, with_ids: bool = False) -> Markdown:
    """What a document cites, each with the words that say so; `with_ids`: the picture leads to these."""
    lines = []
    for cited in sorted(book.cites.get(notice.id, ()), key=lambda cited: cited.kind not in DOCUMENT_KINDS):
        proofs = [_proof(site, citation, page, with_id=with_ids) for citation in cited.citations]
        lines.append(_line(cited, _what(site, book, cited, page), proofs))
    return md.region(md.bullets(lines), classes=["cited"]) if lines else md.EMPTY


def citing_list(site: Site, book: CitationIndex, notice: Notice, page: str) -> Markdown:
    """By whom a document is cited; nothing where no held document cites it."""
    lines = _citing_lines(site, book, notice.id, page)
    return md.stacked(md.paragraph(Markdown("被引"), classes=["label"]), lines) if lines else md.EMPTY


def _citing_lines(site: Site, book: CitationIndex, key: str, page: str) -> Markdown:
    """Who cites one thing, and with which words; of very many the first."""
    lines = []
    found = book.cited_by.get(key, ())
    for cited in found[:_MOST_CITING]:
        name = md.escape(labels_zh.cite(book.notices[cited.citing]))
        citing = md.link(name, site.links.notice(cited.citing).relative_to(page))
        lines.append(_line(cited, citing, [_proof(site, citation, page) for citation in cited.citations]))
    if len(found) > len(lines):
        rest = md.link(Markdown("citations.json"), Location("data/citations.json").relative_to(page))
        lines.append(md.joined([Markdown(f"共 {len(found)} 件，其余见 "), rest]))
    return md.region(md.bullets(lines), classes=["cited"]) if lines else md.EMPTY


def _hole(site: Site, book: CitationIndex, key: str, page: str) -> Markdown:
    """What is not held: its name, and who cites it with which words."""
    return md.region(
        md.stacked(
            md.heading(2, md.escape(_name(book.cited_by[key])), id=_anchor(book, key)),
            _citing_lines(site, book, key, page),
        ),
        tag="section",
        classes=["citing", "hole"],
    )


def _line(cited: CitationEdge, who: Markdown, proofs: Sequence[Markdown]) -> Markdown:
    """The relation, what is at the other end, and the words that prove it."""
    relation = md.span(Markdown("、".join(cited.relations)), classes=["relation"])
    return md.joined([relation, Markdown(" "), md.span(md.joined([who, *proofs]), classes=["cited-what"])])


def _what(site: Site, book: CitationIndex, cited: CitationEdge, page: str) -> Markdown:
    """What is cited: a link to the held document, or its name as worded and that it is not held."""
    if cited.held:
        notice = book.notices[cited.key]
        return md.link(md.escape(labels_zh.cite(notice)), site.links.notice(notice.id).relative_to(page))
    if cited.kind in DOCUMENT_KINDS:
        name = md.escape(_name([cited]))
        target = Location(numbered_file(MISSING, _page_of(book, cited.key)), _anchor(book, cited.key)).relative_to(page)
        return md.joined([name, Markdown(" "), md.link(Markdown("未收录"), target, classes=["tag", "not-held"])])
    said = md.escape(cited.title) if cited.title else md.EMPTY
    if cited.kind == "work" and cited.title:
        said = md.escape(f"《{cited.title}》")
    return md.joined([said, Markdown(" "), md.span(Markdown(labels_zh.CITED_KINDS[cited.kind]), classes=["tag"])])


def place_of_missing(book: CitationIndex, cited: CitationEdge) -> str:
    """Where the page of what is not held tells of it; "" for what is held or no document."""
    if cited.held or cited.kind not in DOCUMENT_KINDS:
        return ""
    return Location(numbered_file(MISSING, _page_of(book, cited.key)), _anchor(book, cited.key)).url


def _proof(site: Site, citation: Citation, page: str, *, with_id: bool = False) -> Markdown:
    """The words that prove a citation, as a link to their place."""
    link = md.link(md.escape(citation.quote), site.links.words(citation.ref).relative_to(page), classes=["proof"])
    tag = [Markdown(" "), md.span(Markdown("人工核定"), classes=["tag"])] if citation.decided else []
    return md.span(md.joined([link, *tag]), id=citation.id if with_id else "", classes=["proof-line"])


def _name(found: Sequence[CitationEdge]) -> str:
    """How what is not held is named: in 《》 where the text names it so."""
    title = next((cited.title for cited in found if cited.title), None)
    marked = any(f"《{title}" in citation.quote for cited in found for citation in cited.citations)
    return labels_zh.cite_parts(title, _number(found), marked=marked)


def _number(found: Sequence[CitationEdge]) -> str | None:
    return next((cited.number for cited in found if cited.number), None)


def _plain_name(cited: CitationEdge) -> str:
    return cited.title or cited.number or ""


def _anchor(book: CitationIndex, key: str) -> str:
    """A stable fragment for what is not held: the id of the citation that names it first."""
    return f"hole-{book.cited_by[key][0].citations[0].id}"


def _page_of(book: CitationIndex, key: str) -> int:
    return book.missing_order[key] // _PAGE_LENGTH


# --- on notice pages -----------------------------------------------------------------------------


def citations_of_page(site: Site) -> Callable[[SourcePage], Markdown]:
    """The section 引用与被引 below the text of a notice page."""
    book = site.citations

    def section(source_page: SourcePage) -> Markdown:
        page = site.links.notice(source_page.first.id).file
        parts: list[Markdown] = []
        for notice in source_page.notices:
            lists = [cited_list(site, book, notice, page), citing_list(site, book, notice, page)]
            if any(lists):
                name = md.paragraph(md.escape(labels_zh.cite(notice)), classes=["of-document"])
                parts += [name if len(source_page.notices) > 1 else md.EMPTY, *lists]
        if not parts:
            return md.EMPTY
        title = md.heading(2, Markdown("引用与被引"), id="citations")
        return md.region(md.stacked(title, *parts), tag="section", classes=["citations-of-page"])

    return section


def citation_annotator(site: Site) -> Callable[[Notice], Iterator[tuple[str, Annotation]]]:
    """Makes the name of a held document, where another cites it, a link to that document."""
    by_notice: dict[str, list[Citation]] = {}
    for citation in site.corpus.citations:
        if citation.target:
            by_notice.setdefault(citation.ref.notice, []).append(citation)

    def marks(notice: Notice) -> Iterator[tuple[str, Annotation]]:
        page = site.links.notice(notice.id).file
        for citation in by_notice.get(notice.id, ()):
            target = site.links.notice(citation.target or "").relative_to(page)
            before, after = md.link_ends(target, classes=["cited-document"])
            yield citation.ref.block, Annotation(citation.ref.start, citation.ref.end, before, after, is_link=True)

    return marks
