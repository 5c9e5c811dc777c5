"""The documents of a source go in, its page comes out: card, text, notes, record, source text and what is related."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import takewhile

from notice_site.execution.cache import fingerprint
from notice_site.model import Block, BlockKind, Notice
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.annotations import Marker, Marks
from notice_site.pages.core.facets import by_date
from notice_site.pages.core.linked_data import documents
from notice_site.pages.core.links import Place
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.pending_files import Draft
from notice_site.pages.core.redirects import MOVED_SCRIPT, with_moved_places
from notice_site.pages.core.site import NOTICES_INDEX, Sheet, Site
from notice_site.pages.notice.block_text import document_text
from notice_site.pages.notice.metadata_card import card_maker
from notice_site.pages.notice.repairs import RECORD, guessed_breaks, note_marks, notes, record
from notice_site.pages.notice.source_lines import source_text

RelatedMaker = Callable[[Site], Callable[[Sheet], Markdown]]
"""A section below the text, prepared once for the site and asked once a page; EMPTY where there is nothing."""

Fingerprints = Callable[[Site, Mapping[str, Markdown]], Callable[[Sheet], object]]
"""Plain values for all that the page of a sheet is made from; the mapping holds the links to its neighbours."""

_MASTHEAD = (BlockKind.MASTHEAD, BlockKind.NUMBER)


def notice_pages(
    site: Site,
    markers: Sequence[Marker] = (),
    related: Sequence[RelatedMaker] = (),
    fingerprint_of: Fingerprints | None = None,
) -> Iterator[Draft]:
    """One page a source; `markers` mark words in the text, `related` add sections below it, in this order.

    `fingerprint_of` gives plain values for all that the page of a sheet is made from.
    """
    card = card_maker(site)
    marks_on = [marker(site) for marker in markers]
    sections = [make(site) for make in related]
    neighbours = _neighbours(site)
    moved = with_moved_places(site)

    def notice_page(sheet: Sheet) -> str:
        marks = {block: [*found] for block, found in note_marks(sheet.notices).items()}
        for notice in sheet.notices:
            for marker in marks_on:
                for block, mark in marker(notice):
                    marks.setdefault(block, []).append(mark)
        done = {block: tuple(found) for block, found in marks.items()}
        first = sheet.first
        page = site.links.notice(first.id).file
        return md.page(
            labels_zh.title(first),
            _crumbs(site, sheet, page),
            _outline(sheet),
            *_documents(sheet, done, card),
            _notes(sheet),
            record(site, sheet),
            source_text(site, sheet),
            *(section(sheet) for section in sections),
            neighbours[sheet.source.name],
            about=_about(sheet, Place(page).url in moved),
        )

    inputs_of = fingerprint_of(site, neighbours) if fingerprint_of and site.fingerprints else None
    for sheet in site.sheets:
        page = site.links.notice(sheet.first.id).file
        yield Draft(page, partial(notice_page, sheet), fingerprint(inputs_of(sheet)) if inputs_of else None)


def _about(sheet: Sheet, has_moved_places: bool) -> dict[str, object]:
    """What the page's templates need: how machines are told of the documents."""
    return {
        "description": f"{labels_zh.named(sheet.first)}全文",
        "linked_data": documents(sheet.notices),
        **({"scripts": [MOVED_SCRIPT.url]} if has_moved_places else {}),
    }


def _crumbs(site: Site, sheet: Sheet, page: str) -> Markdown:
    """Where the page stands: all documents › its level › its month."""
    first = sheet.first
    steps = [md.link(Markdown("文件"), NOTICES_INDEX.seen_from(page))]
    for way, value in (("level", first.level), ("date", first.date and first.date[:7])):
        if value:
            shelf = site.shelves[way]
            steps.append(md.link(md.escape(shelf.way.word(value)), shelf.places[value].seen_from(page)))
    return md.region(
        md.paragraph(md.joined(steps, Markdown(" › "))), tag="nav", classes=["crumbs"], named={"aria-label": "位置"}
    )


def _outline(sheet: Sheet) -> Markdown:
    """The outline inside the page, for windows too narrow for one beside it."""
    sections = [block for notice in sheet.notices for block in notice.blocks if block.kind is BlockKind.SECTION]
    if not sections and len(sheet.notices) == 1:
        return md.EMPTY
    return md.folded(Markdown("目录"), md.OUTLINE_HERE, classes=["outline"])


def _documents(sheet: Sheet, marks: Marks, card: Callable[[Sheet, Notice], Markdown]) -> Iterator[Markdown]:
    """The documents in the order of the source; one that is interrupted by another goes on below it."""
    seen: set[str] = set()
    for notice, blocks in _stretches(sheet):
        goes_on = notice.id in seen
        seen.add(notice.id)
        yield _document(sheet, notice, blocks, marks, card, goes_on)


def _stretches(sheet: Sheet) -> list[tuple[Notice, list[Block]]]:
    """Blocks of all documents by their lines in the source, cut where the document changes."""
    placed: list[tuple[int, Notice, Block]] = []
    for notice in sheet.notices:
        line = 0
        for block in notice.blocks:
            line = max(line, block.lines[0])
            placed.append((line, notice, block))
    stretches: list[tuple[Notice, list[Block]]] = []
    for _, notice, block in sorted(placed, key=lambda item: item[0]):
        if not stretches or stretches[-1][0] is not notice:
            stretches.append((notice, []))
        stretches[-1][1].append(block)
    shown = {notice.id for notice, _ in stretches}
    return stretches + [(notice, []) for notice in sheet.notices if notice.id not in shown]


def _document(
    sheet: Sheet,
    notice: Notice,
    blocks: Sequence[Block],
    marks: Marks,
    card: Callable[[Sheet, Notice], Markdown],
    goes_on: bool,
) -> Markdown:
    """One stretch of a document; its first one begins with the card."""
    is_first = notice is sheet.first
    level = 1 if is_first else 2
    head = md.EMPTY if goes_on else md.stacked(*_head(sheet, notice, blocks, card, level))
    return md.region(
        md.stacked(head, _text(notice, blocks, marks, level, goes_on)),
        tag="section",
        id="" if is_first or goes_on else notice.id,
        classes=["document"] if is_first else ["document", "inner"],
    )


def _head(
    sheet: Sheet, notice: Notice, blocks: Sequence[Block], card: Callable[[Sheet, Notice], Markdown], level: int
) -> Iterator[Markdown]:
    """What stands above the text: the document's part in its source, what to know before reading, the card, a title."""
    if notice is not sheet.first and notice.role in labels_zh.ROLES:
        yield md.paragraph(Markdown(labels_zh.ROLES[notice.role]), classes=["role"])
    yield _state(notice)
    yield card(sheet, notice)
    if not any(block.kind is BlockKind.TITLE for block in blocks):
        name = md.escape(labels_zh.title(notice))
        yield md.heading(level, name, id=f"{notice.id}-title", classes=["title", "supplied"])


def _text(notice: Notice, blocks: Sequence[Block], marks: Marks, level: int, goes_on: bool) -> Markdown:
    """The text as on paper: masthead and number above the red line, the rest below it."""
    front = sum(1 for _ in takewhile(lambda block: block.kind in _MASTHEAD, blocks))
    masthead = md.region(document_text(blocks[:front], marks, title_level=level), classes=["masthead-block"])
    ends = bool(blocks) and blocks[-1] is notice.blocks[-1]
    named = {"data-citation": labels_zh.named(notice)}
    return md.region(
        md.stacked(
            masthead, document_text(blocks[front:], marks, title_level=level), _end(notice) if ends else md.EMPTY
        ),
        tag="section" if goes_on else "div",
        classes=["text", "goes-on"] if goes_on else ["text"],
        named=named | {"aria-label": f"{labels_zh.named(notice)}（续）"} if goes_on else named,
    )


def _state(notice: Notice) -> Markdown:
    """What a reader must know before reading: a file without text, a text that breaks off, guessed paragraphs."""
    said = []
    if notice.kind == "no-text":
        said.append(md.joined([md.strong(Markdown("本件没有可读文字。")), Markdown("来源文件只有图像，请下载查看。")]))
    elif notice.status == "excerpt":
        said.append(md.joined([md.strong(Markdown("本件为节选。")), Markdown("学习包只收其中所列的章节，其余未收。")]))
    elif notice.status == "truncated":
        said.append(md.joined([md.strong(Markdown("本件不完整。")), Markdown("来源文本中途截断，其后的内容未收录。")]))
    guessed = guessed_breaks(notice)
    if guessed:
        more = md.link(Markdown("整理记录"), f"#{RECORD}")
        said.append(md.joined([Markdown(f"本件有 {guessed} 处换行或接行是整理时推断的，逐处见"), more, Markdown("。")]))
    return md.region(md.stacked(*map(md.paragraph, said)), classes=["state"], named={"role": "note"})


def _end(notice: Notice) -> Markdown:
    if notice.status != "truncated" or notice.kind == "no-text":
        return md.EMPTY
    return md.paragraph(Markdown("来源文本至此中断"), classes=["breaks-off"])


def _notes(sheet: Sheet) -> Markdown:
    """The footnotes; scripts lift them into the margin where there is one."""
    found = notes(sheet.notices)
    if not found:
        return md.EMPTY
    title = md.paragraph(Markdown("校注"), classes=["notes-title"])
    content = md.stacked(title, md.FOOTNOTES_HERE)
    return md.stacked(
        md.region(content, tag="section", classes=["notes"], named={"aria-label": "校注"}), md.footnotes(found)
    )


def _neighbours(site: Site) -> dict[str, Markdown]:
    """For each source the links to the pages before and after it in order of date."""
    order = by_date(sheet.first for sheet in site.sheets)
    found = {}
    for number, notice in enumerate(order):
        page = site.links.notice(notice.id).file
        links = [
            md.link(
                md.joined([md.span(Markdown(word), classes=["direction"]), md.escape(labels_zh.title(other))]),
                site.links.notice(other.id).seen_from(page),
                classes=[kind],
            )
            for word, kind, other in (
                ("上一件", "previous", order[number - 1] if number else None),
                ("下一件", "next", order[number + 1] if number + 1 < len(order) else None),
            )
            if other is not None
        ]
        found[notice.source] = md.region(
            md.paragraph(md.joined(links, Markdown(" "))),
            tag="nav",
            classes=["by-date"],
            named={"aria-label": "按成文日期的前后文件"},
        )
    return found
