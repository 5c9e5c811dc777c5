"""Parses the paragraphs of one source into notices with all their blocks; it never refuses a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from notice_site.model import Block, BlockKind, Level, Notice, Publication, Repair, RepairKind, Source
from notice_site.parsing import line_patterns
from notice_site.parsing.documents import DocumentParts, split_documents
from notice_site.parsing.issuers import issuers, level_of, place_of
from notice_site.parsing.kinds import kind_of, status_of
from notice_site.parsing.line_break_recovery import recover_line_breaks
from notice_site.parsing.line_joining import Paragraph
from notice_site.parsing.outline import Ids, outline, repairs_by_block
from notice_site.parsing.quote_checks import unbalanced_quotes
from notice_site.parsing.table_titles import with_table_titles
from notice_site.text.dates import day_without_year, last_date, whole_date
from notice_site.text.spacing import squeeze

_NAMES = {
    BlockKind.MASTHEAD: "masthead", BlockKind.NUMBER: "number", BlockKind.TITLE: "title",
    BlockKind.RECIPIENTS: "recipients", BlockKind.SIGNATURE: "signature", BlockKind.DATE: "date",
    BlockKind.CC: "cc", BlockKind.PRINT: "print", BlockKind.NOTE: "note", BlockKind.TABLE: "table",
}  # fmt: skip
_JOINED = {BlockKind.MASTHEAD, BlockKind.TITLE, BlockKind.SIGNATURE}
_ATTACHMENT = re.compile(r"(?:^附\s*[件表]?\s*\d{0,2}\s*[:：.．、]\s*)?(?:\d{1,2}\s*[.．、，,]\s*)?(?P<title>.+)", re.S)


def parse(
    source: Source,
    slug: str,
    paragraphs: Sequence[Paragraph],
    levels: Sequence[Level],
    starts: tuple[int, ...] = (),
) -> tuple[Notice, ...]:
    """The documents of a source in reading order; the first carries what the reader left out.

    `slug` becomes the id of the first document, the further ones are slug-att_1, slug-att_2 …;
    `starts` are line numbers at which an editor said that a document begins.
    """
    drafts = split_documents(with_table_titles(recover_line_breaks(tuple(paragraphs))), starts)
    notices: list[Notice] = []
    for i, draft in enumerate(drafts):
        notice_id = slug if i == 0 else f"{slug}-att_{i}"
        notice = _notice(source, notice_id, draft, levels, prefix="" if i == 0 else f"att_{i}__")
        if i:
            notice = replace(notice, part_of=slug)
        notices.append(notice)
    if not notices:
        return ()
    first = replace(notices[0], dropped=tuple(sorted((*source.dropped, *notices[0].dropped), key=lambda d: d.line)))
    if not source.has_text:
        first = replace(first, kind="no-text", status="truncated")
    return (first, *notices[1:])


def _notice(source: Source, notice_id: str, draft: DocumentParts, levels: Sequence[Level], prefix: str) -> Notice:
    head = draft.head
    ids = Ids(prefix)
    blocks: list[Block] = []
    repairs: list[Repair] = []
    for made, found in (_plain(head.pieces, ids), outline(draft.body, ids), _plain(draft.tail, ids)):
        blocks += made
        repairs += found
    texts = {kind: [p.text for k, p in (*head.pieces, *draft.tail) if k is kind] for kind in BlockKind}
    names = issuers(texts[BlockKind.SIGNATURE], texts[BlockKind.MASTHEAD], head.title, texts[BlockKind.TITLE])
    if head.issuer:
        names = (head.issuer,)
    elif not texts[BlockKind.SIGNATURE] and head.byline:
        names = line_patterns.body_names(head.byline) or line_patterns.issuer_names(head.byline)
    level = level_of(names, levels)
    body_text = squeeze("".join(b.text for b in blocks))
    tail_dates = [whole_date(p.text) for k, p in draft.tail if k is BlockKind.DATE]
    printed = [d for t in texts[BlockKind.PRINT] if (d := _printed(t))]
    return Notice(
        id=notice_id,
        source=source.name,
        sha256=source.sha256,
        title=head.title,
        blocks=tuple(blocks),
        role=draft.role,
        kind=kind_of(draft),
        genre=line_patterns.genre(head.title) if head.title else None,
        number=head.number,
        issuers=names,
        level=level,
        place=place_of(names, level, body_text),
        recipients=head.recipients,
        cc="；".join(squeeze(line_patterns.without_cc_mark(t)) for t in texts[BlockKind.CC]) or None,
        date=next((d for d in tail_dates if d), head.date) or _date_by_number(head.number, draft.tail),
        printed=printed[-1] if printed else None,
        published=_publication(texts[BlockKind.NOTE]),
        status=status_of(draft, draft.role == "main"),
        attachments=_attachments(texts[BlockKind.NOTE]),
        dropped=draft.dropped,
        repairs=(*repairs, *unbalanced_quotes(blocks)),
    )


def _printed(text: str) -> str | None:
    """The date of the line that says who printed a document; the word 印发 may be missing."""
    if dated := line_patterns.print_date(text):
        return dated
    found = last_date(text)
    return found[0] if found else None


def _date_by_number(number: str | None, tail: Sequence[tuple[BlockKind, Paragraph]]) -> str | None:
    """The date of a signature that leaves out its year, which the number gives: 9月26日, 青发〔2014〕3号."""
    year = re.search(r"〔(\d{4})〕", number or "")
    day = next((d for kind, p in tail if kind is BlockKind.DATE and (d := day_without_year(p.text))), None)
    return f"{year[1]}-{day[0]:02}-{day[1]:02}" if year and day else None


def _plain(pieces: Sequence[tuple[BlockKind, Paragraph]], ids: Ids) -> tuple[list[Block], list[Repair]]:
    """Blocks of head and tail; lines of one masthead, title or signature are joined, which is a repair."""
    blocks: list[Block] = []
    repairs: list[Repair] = []
    for kind, paragraph in pieces:
        text = paragraph.text
        if kind is BlockKind.TITLE:
            text = squeeze(text)
        last = blocks[-1] if blocks else None
        if last and last.kind is kind and kind in _JOINED and not _separate(last.text, kind):
            is_decided = last.decided or paragraph.decision is not None
            lines = (last.lines[0], paragraph.lines[1])
            joined = replace(last, text=last.text + text, lines=lines, decided=is_decided)
            blocks[-1] = joined
            repairs += repairs_by_block(paragraph.repairs, [joined])
            repairs.append(_line_join(joined, last.text, text, paragraph))
            continue
        block = Block(
            ids.named(_NAMES[kind]), kind if not paragraph.rows else BlockKind.TABLE, text, rows=paragraph.rows,
            spans=paragraph.spans, lines=paragraph.lines, decided=paragraph.decision is not None,
        )  # fmt: skip
        blocks.append(block)
        repairs += repairs_by_block(paragraph.repairs, [block])
    return blocks, repairs


def _separate(before: str, kind: BlockKind) -> bool:
    """Whether a line is whole: a signature that is a body's full name, a masthead that ends in 文件."""
    if kind is BlockKind.MASTHEAD:
        return before.endswith("文件")
    return kind is BlockKind.SIGNATURE and bool(line_patterns.ISSUER_ENDING.search(before))


def _line_join(block: Block, before: str, text: str, paragraph: Paragraph) -> Repair:
    name = {"masthead": "版头", "title": "标题", "signature": "落款"}[block.kind.value]
    return Repair(
        block.id, RepairKind.JOIN, f"{before[-8:]}⏎{text[:8]}", before[-8:] + text[:8], f"{name}分行，合为一行", 0.98,
        line=paragraph.lines[0],
    )  # fmt: skip


def _publication(notes: Sequence[str]) -> Publication | None:
    for text in notes:
        if found := line_patterns.source_note(text):
            return Publication(found[1], found[0])
    return None


def _attachments(notes: Sequence[str]) -> tuple[str, ...]:
    titles: list[str] = []
    listing = False
    for text in notes:
        if line_patterns.is_annex_mark(text):
            listing = True  # 附件 alone: the names stand below
            continue
        listing = line_patterns.is_attachment_list(text) or (listing and line_patterns.is_attachment_item(text))
        if not listing:
            continue
        parts = re.split(r"(?<=[^\d.．、，,\s])\s*(?=[2-9]\s*[.．、，,]\s*[^\d\s])", text)
        for part in parts:
            match = _ATTACHMENT.match(part.strip())
            if match and squeeze(match["title"]):
                titles.append(squeeze(match["title"]).rstrip("；。"))
    return tuple(titles)
