"""Writes the pages 源流: which document cites which, and what is cited but not held."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from notice_site.model import Notice
from notice_site.pages.citations.lists import (
    MISSING,
    PAGE_LENGTH,
    anchor_of_missing,
    cited_list,
    citing_lines,
    citing_list,
    name_of_missing,
    number_of_missing,
)  # fmt: skip
from notice_site.pages.citations.picture import Edge, Lane, Node, citation_graph
from notice_site.pages.comparison.places import INDEX as COMPARE
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.citation_index import CitationIndex
from notice_site.pages.core.crumbs import crumbs
from notice_site.pages.core.document_days import by_date, known_day
from notice_site.pages.core.links import Location
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.notice_table import level_cell, state_tags
from notice_site.pages.core.paging import fixed_pages, numbered_file, pager, stable_pages
from notice_site.pages.core.pending_files import PendingFile
from notice_site.pages.core.site import Site

INDEX = Location("lineage/index.md")

_MOST_DRAWN = 40
"""Documents in the picture at the left, and at the right: the lines of more cannot be told apart."""

_ABOUT = Markdown(
    "依据题名、发文字号和前后用语列出一件文件与他件的关系：转发、印发、落实、依据、对照、学习、观看，其余为引用，每条附原文。"
    "未收录的文件也列出；引用同一讲话、会议的文件之间不连线。"
)


def citation_graph_pages(site: Site) -> Iterator[PendingFile]:
    """Writes the documents with what they cite and by whom they are cited, and what is cited but not held."""
    citations = site.citations
    connected = by_date(n for n in site.corpus.notices if n.id in citations.cites or n.id in citations.cited_by)
    missing = citations.missing()

    def summary() -> Iterator[Markdown]:
        yield md.paragraph(_ABOUT)
        yield _summary(citations, connected, missing, INDEX.file)
        if len(site.corpus.notices) <= _MOST_DRAWN:
            yield _picture(site, citations, missing, INDEX.file)

    def list_page(number: int) -> str:
        page = numbered_file(INDEX, number)
        return md.page(
            "源流" if not number else f"源流（{number + 1}）",
            md.heading(1, Markdown("源流"), id="lineage"),
            *(() if number else summary()),
            *(_document(site, citations, notice, page) for notice in chunks[number]),
            pager(INDEX, len(chunks), number),
            about={"hide": ["navigation", "toc"]},
        )

    def missing_page(number: int) -> str:
        page = numbered_file(MISSING, number)
        return md.page(
            "未收录的文件" if not number else f"未收录的文件（{number + 1}）",
            crumbs(md.link(Markdown("源流"), INDEX.relative_to(page))),
            md.heading(1, Markdown("未收录的文件"), id="missing"),
            md.EMPTY if number else md.paragraph(Markdown(_about_missing(len(missing)))),
            *(_missing_document(site, citations, key, page) for key in missing_chunks[number]),
            pager(MISSING, len(missing_chunks), number),
            about={"hide": ["navigation", "toc"]},
        )

    chunks = stable_pages(connected, PAGE_LENGTH, lambda notice: notice.id)
    for number in range(len(chunks)):
        yield PendingFile(numbered_file(INDEX, number), partial(list_page, number))
    missing_chunks = fixed_pages(missing, PAGE_LENGTH)
    for number in range(len(missing_chunks)):
        yield PendingFile(numbered_file(MISSING, number), partial(missing_page, number))


def _about_missing(count: int) -> str:
    if not count:
        return "所收文件中没有识别出引用而未收录的文件和法规。"
    return f"所收文件引用而未收录的文件和法规，共 {count} 件，引用最多的在前。"


def _summary(citations: CitationIndex, connected: Sequence[Notice], missing: Sequence[str], page: str) -> Markdown:
    """Tells how many documents cite or are cited, and leads to what is not held."""
    held = [
        cited
        for edges in citations.cites.values()
        for cited in edges
        if cited.key in citations.here and not cited.of_itself
    ]
    places = sum(len(cited.citations) for cited in held)
    counts = f"{len(connected)} 件文件引用他件或被引用，其中所收各件之间 {places} 处；引用而未收录的 "
    link = md.link(Markdown(f"{len(missing)} 件"), MISSING.relative_to(page))
    compare = md.link(Markdown("对照"), COMPARE.relative_to(page))
    return md.paragraph(
        md.joined([Markdown(counts), link, Markdown("。相同文字较多的文件，逐段并列于"), compare, Markdown("。")])
    )


# --- the picture ---------------------------------------------------------------------------------


def _picture(site: Site, citations: CitationIndex, missing: Sequence[str], page: str) -> Markdown:
    """Draws all documents by level, what they cite of each other, and what is not held."""
    notices = by_date(site.corpus.notices)
    levels: dict[str | None, list[Notice]] = {level: [] for level in (*site.levels, None)}
    for notice in notices:
        levels[notice.level if notice.level in levels else None].append(notice)
    lanes = [
        Lane(
            site.levels.get(level, labels_zh.LEVEL_UNKNOWN) if level else labels_zh.LEVEL_UNKNOWN,
            level or "",
            tuple(_node(site, citations, notice, page) for notice in members),
        )
        for level, members in levels.items()
        if members
    ]
    missing_nodes = [
        Node(
            key,
            edges[0].title or edges[0].number or "",
            f"{number_of_missing(edges) or ''}　未收录".strip("　"),
            Location(MISSING.file, anchor_of_missing(citations, key)).built_relative_to(page),
        )
        for key in missing[:_MOST_DRAWN]
        for edges in (citations.cited_by[key],)
    ]
    drawn = {node.id for node in missing_nodes}
    edges = [
        Edge(notice.id, cited.key, "、".join(cited.relations), cited.citations[0].quote, f"#{cited.citations[0].id}")
        for notice in notices
        for cited in citations.cites.get(notice.id, ())
        if (cited.held and not cited.of_itself) or cited.key in drawn
    ]
    return citation_graph("文件之间的引用", lanes, missing_nodes, edges)


def _node(site: Site, citations: CitationIndex, notice: Notice, page: str) -> Node:
    day = known_day(notice)
    about = "　".join(filter(None, (notice.number, labels_zh.day(day) if day else None)))
    listed = notice.id in citations.cites or notice.id in citations.cited_by
    target = f"#{notice.id}" if listed else site.links.notice(notice.id).built_relative_to(page)
    return Node(notice.id, labels_zh.title(notice), about, target, notice.level or "")


# --- the list ------------------------------------------------------------------------------------


def _document(site: Site, citations: CitationIndex, notice: Notice, page: str) -> Markdown:
    """Writes what one document cites, and by whom it is cited."""
    link = md.link(md.escape(labels_zh.cite(notice)), site.links.notice(notice.id).relative_to(page))
    day = known_day(notice)
    about = [level_cell(notice, site), *([md.escape(labels_zh.day(day))] if day else []), *state_tags(notice)]
    return md.region(
        md.stacked(
            md.heading(2, link, id=notice.id, outline=labels_zh.title(notice)),
            md.paragraph(md.joined(about, Markdown(" ")), classes=["about"]),
            cited_list(site, citations, notice, page, with_ids=True),
            citing_list(site, citations, notice, page),
        ),
        tag="section",
        classes=["citing"],
    )


def _missing_document(site: Site, citations: CitationIndex, key: str, page: str) -> Markdown:
    """Writes the name of what is not held, and who cites it with which words."""
    return md.region(
        md.stacked(
            md.heading(2, md.escape(name_of_missing(citations.cited_by[key])), id=anchor_of_missing(citations, key)),
            citing_lines(site, citations, key, page),
        ),
        tag="section",
        classes=["citing", "hole"],
    )
