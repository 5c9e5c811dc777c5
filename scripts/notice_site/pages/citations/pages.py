"""Writes the pages 源流: which document cites which, and what is cited but not held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from notice_site.model import Notice
from notice_site.pages.citations import strip
from notice_site.pages.citations.lists import (
    MISSING,
    PAGE_LENGTH,
    anchor_of_missing,
    cited_list,
    citing_lines,
    citing_list,
    name_of_missing,
    number_of_missing,
    place_of_missing,
)  # fmt: skip
from notice_site.pages.citations.picture import Edge, Lane, Node, citation_graph
from notice_site.pages.citations.strip import period_names
from notice_site.pages.comparison.places import INDEX as COMPARE
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.bar_chart import Bar, bar_chart
from notice_site.pages.core.citation_index import CitationEdge, CitationIndex
from notice_site.pages.core.crumbs import crumbs
from notice_site.pages.core.document_days import by_date, dated, known_day
from notice_site.pages.core.links import Location
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.notice_table import level_cell, state_tags
from notice_site.pages.core.paging import fixed_pages, numbered_file, pager, stable_pages
from notice_site.pages.core.pending_files import PendingFile
from notice_site.pages.core.site import Site

INDEX = Location("lineage/index.md")

_MOST_DRAWN = 15
"""Documents in the picture, at the left and at the right: the lines of more cannot be told apart, and a screen ends."""

_MOST_OPEN = 15
"""Documents, or things not held, whose lists stand open: more are folded, a line each."""

_MOST_RANKED = 10
"""Bars of the chart of what is cited most and not held; the page of what is missing lists the rest."""

_CITING_NAME_LENGTH = 30
"""Characters of the name of a citing document in a folded line: two lines of a phone with the count."""

_ABOUT = Markdown(
    "依据题名、发文字号和前后用语，列出各件转发、印发、贯彻、引用了哪些文件，逐条附原文。"
    "未收录的文件也列出；引用同一讲话、会议的文件之间不连线。"
)


def citation_graph_pages(site: Site) -> Iterator[PendingFile]:
    """Writes the documents with what they cite and by whom they are cited, and what is cited but not held."""
    citations = site.citations
    levels = [*site.levels]
    linked = [n for n in site.corpus.notices if n.id in citations.cites or n.id in citations.cited_by]
    connected = sorted(
        by_date(linked, site.corpus.notices), key=lambda n: levels.index(n.level) if n.level in levels else len(levels)
    )
    missing = citations.missing()
    chunks = stable_pages(connected, PAGE_LENGTH, lambda notice: notice.id)
    files = {notice.id: numbered_file(INDEX, number) for number, chunk in enumerate(chunks) for notice in chunk}
    folded = len(connected) > _MOST_OPEN
    totals = {level: len(members) for _, level, members in _by_level(site, connected)}

    def summary() -> Iterator[Markdown]:
        yield md.paragraph(_ABOUT)
        yield _summary(citations, connected, missing, INDEX.file)
        if len(site.corpus.notices) <= _MOST_DRAWN:
            yield _picture(site, citations, missing, files)
            return
        yield from _counts(site, connected, files)
        yield from _most_cited(citations, missing)

    def list_page(number: int) -> str:
        page = numbered_file(INDEX, number)
        return md.page(
            "源流" if not number else f"源流（{number + 1}）",
            md.heading(1, Markdown("源流"), id="lineage"),
            *(() if number else summary()),
            *(
                _folded(site, citations, chunks[number], page, totals)
                if folded
                else _open(site, citations, chunks[number], page)
            ),
            pager(INDEX, len(chunks), number),
            about={"hide": ["navigation", "toc"], "scripts": ["assets/javascripts/folded-places.js"]},
        )

    def missing_page(number: int) -> str:
        page = numbered_file(MISSING, number)
        return md.page(
            "未收录的文件" if not number else f"未收录的文件（{number + 1}）",
            crumbs(md.link(Markdown("源流"), INDEX.relative_to(page))),
            md.heading(1, Markdown("未收录的文件"), id="missing"),
            md.EMPTY if number else md.paragraph(Markdown(_about_missing(len(missing)))),
            *(
                _missing_document(site, citations, key, page, folded=len(missing) > _MOST_OPEN)
                for key in missing_chunks[number]
            ),
            pager(MISSING, len(missing_chunks), number),
            about={"hide": ["navigation", "toc"], "scripts": ["assets/javascripts/folded-places.js"]},
        )

    for number in range(len(chunks)):
        yield PendingFile(numbered_file(INDEX, number), partial(list_page, number))
    missing_chunks = fixed_pages(missing, PAGE_LENGTH)
    for number in range(len(missing_chunks)):
        yield PendingFile(numbered_file(MISSING, number), partial(missing_page, number))


def _about_missing(count: int) -> str:
    if not count:
        return "所收文件中没有识别出引用而未收录的文件和法规。"
    return f"所收文件引用而未收录的文件和法规，共 {count} 件，被引最多的在前。"


def _summary(citations: CitationIndex, connected: Sequence[Notice], missing: Sequence[str], page: str) -> Markdown:
    """Tells how many documents cite or are cited, and leads to what is not held."""
    held = [
        cited
        for edges in citations.cites.values()
        for cited in edges
        if cited.key in citations.here and not cited.of_itself
    ]
    places = sum(len(cited.citations) for cited in held)
    counts = f"{len(connected)} 件引用他件或被他件引用，其中所收各件之间 {places} 处；引用而未收录的 "
    link = md.link(Markdown(f"{len(missing)} 件"), MISSING.relative_to(page))
    compare = md.link(Markdown("对照"), COMPARE.relative_to(page))
    return md.paragraph(
        md.joined([Markdown(counts), link, Markdown("。相同文字较多的文件，逐段并排于"), compare, Markdown("。")])
    )


# --- the pictures --------------------------------------------------------------------------------


def _by_level(site: Site, notices: Iterable[Notice]) -> Iterator[tuple[str, str, Sequence[Notice]]]:
    """Groups documents by level: its name, its id ("" for none), and its documents; levels without one are left out."""
    levels: dict[str, list[Notice]] = {level: [] for level in (*site.levels, "")}
    for notice in notices:
        levels[notice.level if notice.level and notice.level in levels else ""].append(notice)
    for level, members in levels.items():
        if members:
            yield site.levels.get(level, labels_zh.LEVEL_UNKNOWN), level, members


def _picture(site: Site, citations: CitationIndex, missing: Sequence[str], files: Mapping[str, str]) -> Markdown:
    """Draws all documents by level, what they cite of each other, and what is not held."""
    notices = by_date(site.corpus.notices)
    lanes = [
        Lane(name, level, tuple(_node(site, notice, files) for notice in members))
        for name, level, members in _by_level(site, notices)
    ]
    missing_nodes = [
        Node(
            key,
            edges[0].title or edges[0].number or "",
            f"{number_of_missing(edges) or ''}　未收录，{len(edges)} 件引用".strip("　"),
            place_of_missing(citations, key).built_relative_to(INDEX.file),
        )
        for key in missing[:_MOST_DRAWN]
        for edges in (citations.cited_by[key],)
    ]
    drawn = {node.id for node in missing_nodes}
    edges = [
        Edge(
            notice.id,
            cited.key,
            "、".join(cited.relations),
            cited.citations[0].quote,
            _in_lists(files[notice.id], cited.citations[0].id),
        )
        for notice in notices
        for cited in citations.cites.get(notice.id, ())
        if (cited.key in files and not cited.of_itself) or cited.key in drawn
    ]
    return citation_graph("文件之间的引用", lanes, missing_nodes, edges)


def _in_lists(file: str, fragment: str) -> str:
    """Returns the address, as built, of a place on the pages of lists; pictures stand on the first of them."""
    return f"#{fragment}" if file == INDEX.file else Location(file, fragment).built_relative_to(INDEX.file)


def _node(site: Site, notice: Notice, files: Mapping[str, str]) -> Node:
    about = "　".join(filter(None, (notice.number, dated(notice))))
    listed = notice.id in files
    target = (
        _in_lists(files[notice.id], notice.id) if listed else site.links.notice(notice.id).built_relative_to(INDEX.file)
    )
    return Node(notice.id, labels_zh.title(notice), about, target, notice.level or "")


def _counts(site: Site, connected: Sequence[Notice], files: Mapping[str, str]) -> Iterator[Markdown]:
    """Draws how many documents of each level and period the lists have; each bar leads to the first of them."""
    names = period_names([known_day(notice) or "" for notice in connected])
    lanes = []
    for name, level, members in _by_level(site, connected):
        cells: dict[str, tuple[int, str]] = {}
        for notice in members:
            period = names[known_day(notice) or ""]
            count, first = cells.get(period, (0, _in_lists(files[notice.id], notice.id)))
            cells[period] = (count + 1, first)
        lanes.append(strip.Lane(name, level, cells))
    days = sorted(names, key=lambda day: (not day, day))
    yield md.heading(2, Markdown("各层级、各时期的件数"), id="counts")
    yield md.paragraph(Markdown("点击柱形，转到该层级该时期的第一件。"), classes=["hint", "on-screen"])
    yield strip.strip("有引用关系的文件，按层级和时期计数", lanes, [*dict.fromkeys(names[day] for day in days)])


def _most_cited(citations: CitationIndex, missing: Sequence[str]) -> Iterator[Markdown]:
    """Shows what is cited most and not held."""
    bars = [
        Bar(
            name_of_missing(edges),
            len(edges),
            place_of_missing(citations, key).built_relative_to(INDEX.file),
            "missing",
        )
        for key in missing[:_MOST_RANKED]
        for edges in (citations.cited_by[key],)
    ]
    if bars:
        yield md.heading(2, Markdown("被引最多的未收录文件"), id="most-cited")
        yield bar_chart("被引最多的未收录文件", "件引用", bars)


# --- the list ------------------------------------------------------------------------------------


def _open(site: Site, citations: CitationIndex, notices: Sequence[Notice], page: str) -> Iterator[Markdown]:
    return (_document(site, citations, notice, page) for notice in notices)


def _folded(
    site: Site, citations: CitationIndex, notices: Sequence[Notice], page: str, totals: Mapping[str, int]
) -> Iterator[Markdown]:
    """Writes a line for each document under the names of the levels; `totals`: their documents on all pages."""
    yield md.heading(2, Markdown("逐件查看"), id="documents")
    yield md.paragraph(Markdown("展开一件，可见它引用的和引用它的文件。"), classes=["hint", "on-screen"])
    for name, level, members in _by_level(site, notices):
        here = f"，本页 {len(members)} 件" if len(members) < totals[level] else ""
        count = md.span(Markdown(f" {totals[level]} 件{here}"), classes=["count"])
        yield md.heading(3, md.joined([md.escape(name), count]), id=f"at-{level or 'no-level'}")
        yield from (_folded_document(site, citations, notice, page) for notice in members)


def _document(site: Site, citations: CitationIndex, notice: Notice, page: str) -> Markdown:
    link = md.link(md.escape(labels_zh.cite(notice)), site.links.notice(notice.id).relative_to(page))
    about = [level_cell(notice, site), md.escape(dated(notice)), *state_tags(notice)]
    return md.region(
        md.stacked(
            md.heading(2, link, id=notice.id, outline=labels_zh.title(notice)),
            md.paragraph(md.joined(filter(None, about), Markdown(" ")), classes=["about"]),
            _lists(site, citations, notice, page),
        ),
        tag="section",
        classes=["citing"],
    )


def _folded_document(site: Site, citations: CitationIndex, notice: Notice, page: str) -> Markdown:
    """Writes a line with name, date and counts, which opens to the lists."""
    cites = sum(not edge.of_itself for edge in citations.cites.get(notice.id, ()))
    cited_by = len(citations.cited_by.get(notice.id, ()))
    counts = [f"引用 {cites} 项"] * bool(cites) + [f"被 {cited_by} 件引用"] * bool(cited_by)
    about = [md.escape(dated(notice)), Markdown("，".join(counts))]
    summary = [
        md.span(md.escape(labels_zh.cite(notice)), classes=["name"]),
        *state_tags(notice),
        md.span(md.joined(filter(None, about), Markdown("　")), classes=["about"]),
    ]
    link = md.link(Markdown("查看全文"), site.links.notice(notice.id).relative_to(page))
    return md.folded(
        md.joined(summary, Markdown(" ")),
        md.stacked(md.paragraph(link, classes=["about", "on-screen"]), _lists(site, citations, notice, page)),
        id=notice.id,
        classes=["citing"],
    )


def _lists(site: Site, citations: CitationIndex, notice: Notice, page: str) -> Markdown:
    """Writes the neighbourhood of a document: by whom it is cited, and what it cites."""
    return md.stacked(
        citing_list(site, citations, notice, page), cited_list(site, citations, notice, page, with_ids=True)
    )


def _missing_document(site: Site, citations: CitationIndex, key: str, page: str, *, folded: bool) -> Markdown:
    """Writes the name of what is not held, and who cites it with which words; `folded`: a line that opens to these."""
    edges = citations.cited_by[key]
    name, anchor = md.escape(name_of_missing(edges)), anchor_of_missing(citations, key)
    lines = citing_lines(site, citations, key, page)
    if folded:
        by = md.span(md.escape(_cited_by(citations, edges)), classes=["about"])
        summary = md.joined([md.span(name, classes=["name"]), by], Markdown(" "))
        return md.folded(summary, lines, id=anchor, classes=["citing", "hole"])
    return md.region(
        md.stacked(md.heading(2, name, id=anchor), lines),
        tag="section",
        classes=["citing", "hole"],
    )


def _cited_by(citations: CitationIndex, edges: Sequence[CitationEdge]) -> str:
    """Counts the citing documents and names the first, by which things of one name, as 《实施方案》, are told apart."""
    first = labels_zh.short(citations.notices[edges[0].citing], _CITING_NAME_LENGTH)
    return f"{len(edges)} 件引用：{first}" + (" 等" if len(edges) > 1 else "")
