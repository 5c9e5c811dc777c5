"""Writes the page of each source: card, text, notes, record, source text and what is related."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import takewhile

from notice_site.execution.cache import fingerprint
from notice_site.model import Block, BlockKind, Notice
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.annotations import Annotations, Annotator
from notice_site.pages.core.crumbs import crumbs
from notice_site.pages.core.document_days import by_date, day_kind, known_day
from notice_site.pages.core.linked_data import documents
from notice_site.pages.core.links import Location
from notice_site.pages.core.margin_notes import MarginMaker, margin_list
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.pending_files import PendingFile
from notice_site.pages.core.redirects import REDIRECT_SCRIPT, pages_with_redirects
from notice_site.pages.core.site import NOTICES_INDEX, Site, SourcePage
from notice_site.pages.notice.block_text import document_text
from notice_site.pages.notice.metadata_card import card_maker
from notice_site.pages.notice.repairs import RECORD, guessed_breaks, note_annotations, notes, record
from notice_site.pages.notice.source_lines import source_text
from notice_site.pages.notice.title_breaks import title_breaks

RelatedMaker = Callable[[Site], Callable[[SourcePage], Markdown]]
"""Makes a section below the text: prepared once for the site, called once for each page; may return EMPTY."""

Fingerprints = Callable[[Site, Mapping[str, Markdown]], Callable[[SourcePage], object]]
"""Gives plain values for all that the page of a source is made from; the mapping has the links to its neighbours."""

_MASTHEAD = (BlockKind.MASTHEAD, BlockKind.NUMBER)


def notice_pages(
    site: Site,
    annotators: Sequence[Annotator] = (),
    related: Sequence[RelatedMaker] = (),
    fingerprint_of: Fingerprints | None = None,
    margin: Sequence[MarginMaker] = (),
) -> Iterator[PendingFile]:
    """Writes a page for each source; `annotators` mark words in the text, `related` add sections below it, in order.

    `margin` adds notes beside the text. `fingerprint_of` gives plain values for all that the page of a source is made
    from.
    """
    card = card_maker(site)
    annotate = [annotator(site) for annotator in annotators]
    sections = [make(site) for make in related]
    notes_beside = [make(site) for make in margin]
    neighbours = _neighbours(site)
    moved = pages_with_redirects(site)

    def notice_page(source_page: SourcePage) -> str:
        marks = {block: [*of_block] for block, of_block in note_annotations(source_page.notices).items()}
        for block, line_break in title_breaks(source_page.source, source_page.notices):
            marks.setdefault(block, []).append(line_break)
        for notice in source_page.notices:
            for marks_of in annotate:
                for block, mark in marks_of(notice):
                    marks.setdefault(block, []).append(mark)
        first = source_page.first
        page = site.links.notice(first.id).file
        return md.page(
            labels_zh.title(first),
            _crumbs(site, source_page, page),
            _outline(source_page),
            *_documents(source_page, {block: tuple(of_block) for block, of_block in marks.items()}, card),
            _notes(source_page),
            margin_list(
                source_page.notices,
                (note for notice in source_page.notices for notes_of in notes_beside for note in notes_of(notice)),
            ),
            record(site, source_page),
            source_text(site, source_page),
            *(section(source_page) for section in sections),
            neighbours[source_page.source.name],
            about=_about(source_page, Location(page).url in moved),
        )

    inputs_of = fingerprint_of(site, neighbours) if fingerprint_of and site.fingerprints else None
    for source_page in site.source_pages:
        page = site.links.notice(source_page.first.id).file
        yield PendingFile(
            page, partial(notice_page, source_page), fingerprint(inputs_of(source_page)) if inputs_of else None
        )


def _about(source_page: SourcePage, has_moved_places: bool) -> dict[str, object]:
    """Collects what templates need: a description of the documents for machines, and the page's scripts."""
    return {
        "description": f"{labels_zh.cite(source_page.first)}全文",
        "linked_data": documents(source_page.notices),
        **({"scripts": [REDIRECT_SCRIPT.url]} if has_moved_places else {}),
    }


def _crumbs(site: Site, source_page: SourcePage, page: str) -> Markdown:
    """Writes the way to the page: all documents › its level › its month."""
    first = source_page.first
    steps = [md.link(Markdown("文件"), NOTICES_INDEX.relative_to(page))]
    for way, value in (("level", first.level), ("date", first.date and first.date[:7])):
        if value:
            facet_index = site.facet_indexes[way]
            steps.append(md.link(md.escape(facet_index.facet.word(value)), facet_index.places[value].relative_to(page)))
    return crumbs(*steps)


def _outline(source_page: SourcePage) -> Markdown:
    """Writes the outline inside the page, for windows too narrow for one beside it."""
    sections = [block for notice in source_page.notices for block in notice.blocks if block.kind is BlockKind.SECTION]
    if not sections and len(source_page.notices) == 1:
        return md.EMPTY
    return md.folded(Markdown("目录"), md.OUTLINE_HERE, classes=["outline"])


def _documents(
    source_page: SourcePage, marks: Annotations, card: Callable[[SourcePage, Notice], Markdown]
) -> Iterator[Markdown]:
    """Writes the documents in the order of the source; one that is interrupted by another goes on below it."""
    seen: set[str] = set()
    for notice, blocks in _runs(source_page):
        goes_on = notice.id in seen
        seen.add(notice.id)
        yield _document(source_page, notice, blocks, marks, card, goes_on)


def _runs(source_page: SourcePage) -> list[tuple[Notice, list[Block]]]:
    """Sorts the blocks of all documents by their lines in the source, and cuts them where the document changes."""
    placed: list[tuple[int, Notice, Block]] = []
    for notice in source_page.notices:
        line = 0
        for block in notice.blocks:
            line = max(line, block.lines[0])
            placed.append((line, notice, block))
    runs: list[tuple[Notice, list[Block]]] = []
    for _, notice, block in sorted(placed, key=lambda item: item[0]):
        if not runs or runs[-1][0] is not notice:
            runs.append((notice, []))
        runs[-1][1].append(block)
    shown = {notice.id for notice, _ in runs}
    return runs + [(notice, []) for notice in source_page.notices if notice.id not in shown]


def _document(
    source_page: SourcePage,
    notice: Notice,
    blocks: Sequence[Block],
    marks: Annotations,
    card: Callable[[SourcePage, Notice], Markdown],
    goes_on: bool,
) -> Markdown:
    """Writes one run of blocks of a document; the first begins with the card."""
    is_first = notice is source_page.first
    level = 1 if is_first else 2
    head = md.EMPTY if goes_on else md.stacked(*_head(source_page, notice, blocks, card, level))
    return md.region(
        md.stacked(head, _text(notice, blocks, marks, level, goes_on)),
        tag="section",
        id="" if is_first or goes_on else notice.id,
        classes=["document"] if is_first else ["document", "inner"],
    )


def _head(
    source_page: SourcePage,
    notice: Notice,
    blocks: Sequence[Block],
    card: Callable[[SourcePage, Notice], Markdown],
    level: int,
) -> Iterator[Markdown]:
    """Writes what stands above the text: the role of the document, what to know before reading, the card, a title."""
    if notice is not source_page.first and notice.role in labels_zh.ROLES:
        yield md.paragraph(Markdown(labels_zh.ROLES[notice.role]), classes=["role"])
    yield card(source_page, notice)
    yield _state(notice)
    if not any(block.kind is BlockKind.TITLE for block in blocks):
        name = md.escape(labels_zh.title(notice))
        yield md.heading(level, name, id=f"{notice.id}-title", classes=["title", "supplied"])


def _text(notice: Notice, blocks: Sequence[Block], marks: Annotations, level: int, goes_on: bool) -> Markdown:
    """Writes the text as on paper: masthead and number above the red line, the rest below it."""
    front = sum(1 for _ in takewhile(lambda block: block.kind in _MASTHEAD, blocks))
    write = partial(document_text, marks=marks, title_level=level, whole=notice.blocks)
    masthead = md.region(write(blocks[:front]), classes=["masthead-block"])
    ends = bool(blocks) and blocks[-1] is notice.blocks[-1]
    named = _citation_data(notice)
    return md.region(
        md.stacked(masthead, write(blocks[front:]), _end(notice) if ends else md.EMPTY),
        tag="section" if goes_on else "div",
        classes=["text", "goes-on"] if goes_on else ["text"],
        named=named | {"aria-label": f"{labels_zh.cite(notice)}（续）"} if goes_on else named,
    )


def _citation_data(notice: Notice) -> dict[str, str]:
    """Gives scripts what citations are made of."""
    facts = {
        "data-citation": labels_zh.cite(notice),
        "data-title": labels_zh.title(notice),
        "data-issuer": "、".join(notice.issuers),
        "data-number": notice.number or "",
        "data-date": known_day(notice) or "",
        "data-date-as": day_kind(notice),
    }
    return {name: value for name, value in facts.items() if value}


def _state(notice: Notice) -> Markdown:
    """Warns of a file without text and of guessed paragraphs; the card says what is not whole."""
    warnings = []
    if notice.kind == "no-text":
        name = md.strong(Markdown("本件没有可读文字。"))
        warnings.append(md.joined([name, Markdown("来源文件只有图像，请下载查看。")]))
    guessed = guessed_breaks(notice)
    if guessed:
        more = md.link(Markdown("整理记录"), f"#{RECORD}")
        counted = Markdown(f"本件有 {guessed} 处换行或接行是整理时推断的，逐处见")
        warnings.append(md.joined([counted, more, Markdown("。")]))
    return md.region(md.stacked(*map(md.paragraph, warnings)), classes=["state"], named={"role": "note"})


def _end(notice: Notice) -> Markdown:
    if notice.status != "truncated" or notice.kind == "no-text":
        return md.EMPTY
    return md.paragraph(Markdown("来源文本至此中断"), classes=["breaks-off"])


def _notes(source_page: SourcePage) -> Markdown:
    """Writes the footnotes; scripts lift them into the margin where there is one."""
    texts = notes(source_page.notices)
    if not texts:
        return md.EMPTY
    title = md.paragraph(Markdown("校注"), classes=["notes-title"])
    content = md.stacked(title, md.FOOTNOTES_HERE)
    return md.stacked(
        md.region(content, tag="section", classes=["notes"], named={"aria-label": "校注"}), md.footnotes(texts)
    )


def _neighbours(site: Site) -> dict[str, Markdown]:
    """Links, for each source, the pages before and after it in order of date."""
    order = by_date(source_page.first for source_page in site.source_pages)
    by_source = {}
    for number, notice in enumerate(order):
        page = site.links.notice(notice.id).file
        links = [
            md.link(
                md.joined([md.span(Markdown(word), classes=["direction"]), md.escape(labels_zh.title(other))]),
                site.links.notice(other.id).relative_to(page),
                classes=[kind],
            )
            for word, kind, other in (
                ("上一件", "previous", order[number - 1] if number else None),
                ("下一件", "next", order[number + 1] if number + 1 < len(order) else None),
            )
            if other is not None
        ]
        by_source[notice.source] = md.region(
            md.paragraph(md.joined(links, Markdown(" "))),
            tag="nav",
            classes=["by-date"],
            named={"aria-label": "前后文件（按日期）"},
        )
    return by_source
