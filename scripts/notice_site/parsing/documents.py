"""Divides the paragraphs of one source into documents, and each document into head, body and tail."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from notice_site.model import Align, BlockKind, Dropped
from notice_site.parsing import line_patterns
from notice_site.parsing.heads import Head, head_at, page_titles
from notice_site.parsing.line_break_recovery import split_paragraph
from notice_site.parsing.line_joining import Paragraph
from notice_site.text.dates import last_date, whole_date
from notice_site.text.labels import Style, match_bare_number, match_label
from notice_site.text.spacing import squeeze

_SIGNATURE_LENGTH = 40  # characters of one line: the full name of a joint body; what is longer is text
_SIGNATURE_LINES = 6  # more bodies sign in a table
_CLOSING_LENGTH = 60  # characters: name and date in one line; a longer line that ends in a date is text
_AFTER_DATE_LENGTH = 600  # characters: notes and contacts after the date; what is longer is another text
_ATTACHMENT_LINES = 11  # of a list 附件：1.…; a longer list of short numbered lines belongs to the text
_TITLE_LENGTH = 6  # characters: a shorter line under the text may be a heading of it (学习方案)
_NAME_LENGTH = 4  # characters: the shortest name of a body, 甲县委办; three (甲县委) may be a word of the text
_TEXT_BELOW_TITLE = 4  # paragraphs: where they hold no sentence, the title is an entry of a list
# 中共甲省委党的群众路线 | 教育实践活动领导小组: a body's name cut in two opens with whose body it is
_NAME_OPENING = re.compile(r"^(?:中共|中国|中央|全国|国家|国务院)|[省市县区州旗乡镇村]")


@dataclass(frozen=True, slots=True)
class DocumentParts:
    """One document before its outline is made: pieces in reading order, body pieces still plain paragraphs."""

    role: str
    head: Head
    body: tuple[Paragraph, ...]
    tail: tuple[tuple[BlockKind, Paragraph], ...] = ()
    dropped: tuple[Dropped, ...] = ()
    truncated: bool = False


@dataclass(slots=True)
class _Tail:
    """What was found at the end of a document, taken off the body from its end."""

    body: list[Paragraph]
    pieces: list[tuple[BlockKind, Paragraph]] = field(default_factory=list)


def split_documents(paragraphs: tuple[Paragraph, ...], starts: tuple[int, ...] = ()) -> tuple[DocumentParts, ...]:
    """The documents that the source holds; `starts` are line numbers at which an editor said that one begins.

    A further document begins where, after the end of one (signature, date, remark) or under a
    centred title, a complete head stands with text of its own after it: 转发 and 印发 notices,
    annexes. A title alone begins nothing.
    """
    titles, rest = page_titles(paragraphs)
    first = head_at(rest, 0)
    dropped: list[Dropped] = []
    if titles and first.title is None:
        first = replace(first, title=titles[0].text, pieces=((BlockKind.TITLE, titles[0]), *first.pieces))
        titles = titles[1:]
    dropped = [Dropped(t.text, "网页标题，与文件题名重复", t.lines[0]) for t in titles]
    bounds = _bounds(rest, first, starts)
    drafts: list[DocumentParts] = []
    for (begin, head), end in zip(bounds, [*(b for b, _ in bounds[1:]), len(rest)], strict=True):
        drafts.append(_document_parts(head, rest[head.end : end], "main" if begin == 0 else _role(drafts[0], head)))
    if drafts:
        drafts[0] = replace(drafts[0], dropped=tuple(dropped))
    return tuple(_return_tail(drafts))


def _bounds(paragraphs: tuple[Paragraph, ...], first: Head, starts: tuple[int, ...]) -> list[tuple[int, Head]]:
    bounds = [(0, first)]
    i, closed, has_text = first.end, False, False
    known = squeeze("".join(p.text for _, p in first.pieces))
    while i < len(paragraphs):
        paragraph = paragraphs[i]
        forced = i > 0 and paragraph.lines[0] in starts and paragraphs[i - 1].lines[0] < paragraph.lines[0]
        if forced or ((closed or has_text) and not match_label(paragraph.text)):
            head = head_at(paragraphs, i)
            if forced or _begins_document(paragraphs, i, head, closed, known):
                bounds.append((i, head))
                i, closed, has_text = max(head.end, i + 1), False, False
                continue
        if has_text and _closes(paragraphs, i):
            closed = True
        elif line_patterns.is_sentence(paragraph.text) and not (
            line_patterns.is_remark(paragraph.text) or line_patterns.is_cc(paragraph.text)
        ):
            closed, has_text = closed and not match_label(paragraph.text), True
        known += squeeze(paragraph.text)
        i += 1
    return bounds


def _closes(paragraphs: tuple[Paragraph, ...], i: int) -> bool:
    """A date alone, a short line that ends in a date, a 抄送 or 印发 line, or a list of annexes."""
    text = paragraphs[i].text
    if (
        whole_date(text)
        or line_patterns.is_cc(text)
        or line_patterns.print_date(text)
        or line_patterns.is_attachment_list(text)
    ):
        return True
    date = last_date(text)
    return bool(date and date[2] == len(text) and len(text) <= _CLOSING_LENGTH and not line_patterns.is_sentence(text))


def _begins_document(paragraphs: tuple[Paragraph, ...], i: int, head: Head, closed: bool, known: str) -> bool:
    if head.title is None or head.end >= len(paragraphs):
        return False
    follows = paragraphs[head.end : head.end + _TEXT_BELOW_TITLE]
    if not any(line_patterns.is_sentence(p.text) or p.rows for p in follows) or not _opens_text(head, follows[0]):
        return False
    named = len(squeeze(head.title)) >= _TITLE_LENGTH and squeeze(head.title) in known
    genre = line_patterns.genre(head.title) is not None
    centred = paragraphs[i].align is Align.CENTER
    if closed:
        return genre or named or head.number is not None or (head.annex and bool(head.title))
    return len(squeeze(head.title)) >= _TITLE_LENGTH and genre and (centred or (named and not match_label(head.title)))


def _opens_text(head: Head, first: Paragraph) -> bool:
    """Whether a document can go on like that below its head: with whom it addresses, a sentence, a section, a table."""
    text = first.text
    labelled = match_label(text) or match_bare_number(text)
    return bool(head.recipients or first.rows or labelled or line_patterns.is_sentence(text) or text.endswith("："))


def _role(main: DocumentParts, head: Head) -> str:
    """forwarded, issued or annex, from what the first document says that it does with its enclosure."""
    if head.annex:
        return "annex"
    carrier = squeeze((main.head.title or "") + "".join(p.text for p in main.body[:2]))
    if re.search(r"转发|批转", carrier):
        return "forwarded"
    if re.search(r"印发|颁发|发布|公布", carrier):
        return "issued"
    return "annex"


# --- body and tail -------------------------------------------------------------------------------


def _document_parts(head: Head, paragraphs: tuple[Paragraph, ...], role: str) -> DocumentParts:
    tail = _Tail(_cut_ends(paragraphs))
    truncated = _take_end_notes(tail)
    _take_sign_off(tail, squeeze("".join(p.text for _, p in head.pieces)))
    _take_attachments(tail)
    return DocumentParts(role, head, tuple(tail.body), tuple(tail.pieces), truncated=truncated)


def _cut_ends(paragraphs: tuple[Paragraph, ...]) -> list[Paragraph]:
    """Datelines, turn marks and dates that hang on the last words of a paragraph become paragraphs."""
    body: list[Paragraph] = []
    for paragraph in paragraphs:
        text = paragraph.text
        cuts = [c for c in (line_patterns.dateline_start(text), line_patterns.turn_start(text)) if c]
        if not cuts and (at := _date_after_name(text)):
            cuts = [at]
        body.extend(split_paragraph(paragraph, cuts))
    return body


def _date_after_name(text: str) -> int | None:
    """Where the date begins in a signature of one line: 甲市财政局2021年2月25日."""
    date = last_date(text)
    if (
        not date
        or date[2] != len(text)
        or not _NAME_LENGTH <= date[1] <= _CLOSING_LENGTH
        or line_patterns.is_sentence(text)
        or match_label(text)
    ):
        return None
    return date[1] if line_patterns.ISSUER_ENDING.search(text[: date[1]].strip()) else None


def _take_end_notes(tail: _Tail) -> bool:
    """Takes notes off the end: where it was printed, remarks, 抄送, 印发, 主题词. True where it breaks off."""
    truncated = False
    while tail.body:
        text = tail.body[-1].text
        if line_patterns.turn_start(text) == 0:
            truncated = True
            kind = BlockKind.NOTE
        elif line_patterns.print_date(text):
            kind = BlockKind.PRINT
        elif line_patterns.is_cc(text):
            kind = BlockKind.CC
        elif (
            line_patterns.is_tail_mark(text)
            or line_patterns.is_remark(text)
            or line_patterns.source_note(text)
            or line_patterns.dateline_start(text) == 0
        ):
            kind = BlockKind.NOTE
        else:
            break
        tail.pieces.insert(0, (kind, tail.body.pop()))
    return truncated


def _take_sign_off(tail: _Tail, head_text: str) -> None:
    """Takes signature and date, and what stands after them, off the end of the body."""
    at = _sign_off(tail.body, head_text)
    if at is None:
        return
    first, date, after = at
    pieces: list[tuple[BlockKind, Paragraph]] = [(BlockKind.SIGNATURE, p) for p in tail.body[first:date]]
    if date < len(tail.body) and whole_date(tail.body[date].text):
        pieces.append((BlockKind.DATE, tail.body[date]))
    for paragraph in tail.body[after:]:
        text = paragraph.text
        kind = (
            BlockKind.CC
            if line_patterns.is_cc(text)
            else BlockKind.PRINT
            if line_patterns.print_date(text)
            else BlockKind.NOTE
        )
        pieces.append((BlockKind.TABLE if paragraph.rows else kind, paragraph))
    del tail.body[first:]
    tail.pieces[:0] = pieces


def _sign_off(body: list[Paragraph], head_text: str) -> tuple[int, int, int] | None:
    """Indexes of the first signature line, of the date and of what follows it; None where nobody signed."""
    for i in range(len(body) - 1, 0, -1):
        if whole_date(body[i].text) and (i == len(body) - 1 or _is_after_date(body[i + 1 :])):
            return _signature_start(body, i, head_text), i, i + 1
    end = len(body)
    start = _signature_start(body, end, head_text)
    if 0 < start < end and (
        body[start].align is Align.RIGHT or all(line_patterns.ISSUER_ENDING.search(p.text) for p in body[start:end])
    ):
        return start, end, end
    return None


def _is_after_date(rest: list[Paragraph]) -> bool:
    """What may stand after the date: short notes, lists, contacts; no labelled section."""
    return (
        not any(
            (label := match_label(p.text)) and label.style in (Style.HAN, Style.ARTICLE, Style.CHAPTER) for p in rest
        )
        and sum(len(p.text) for p in rest if not p.rows) <= _AFTER_DATE_LENGTH
    )


def _signature_start(body: list[Paragraph], end: int, head_text: str) -> int:
    """Index of the first line that signs: a body's name, or the beginning of one that the head gives in full."""
    start = end
    while start > 0 and end - start < _SIGNATURE_LINES:
        paragraph = body[start - 1]
        text = paragraph.text
        if (
            paragraph.rows or len(text) > _SIGNATURE_LENGTH or not line_patterns.is_title_like(text) or "，" in text
            or line_patterns.is_annex_mark(text) or line_patterns.is_remark(text) or re.search(r"[:：]", text)
        ):  # fmt: skip
            break
        whole = (
            line_patterns.ISSUER_ENDING.search(squeeze(text))
            or squeeze(text) in head_text
            or line_patterns.is_officer(text)
        )
        if start < end and not whole and (body[start].gap_before or not _NAME_OPENING.search(text)):
            break
        start -= 1
    # A line of a signature names a body, or goes on in one that does.
    while start < end:
        name = "".join(squeeze(p.text) for p in body[start:end])
        if (
            line_patterns.ISSUER_ENDING.search(name)
            or (len(name) >= _NAME_LENGTH and name in head_text)
            or line_patterns.is_officer(name)
        ):
            break
        start += 1
    return start


def _take_attachments(tail: _Tail) -> None:
    """Takes the list 附件：1.… off the end of the body, before the signature."""
    for i in range(len(tail.body) - 1, max(0, len(tail.body) - _ATTACHMENT_LINES) - 1, -1):
        text = tail.body[i].text
        if line_patterns.is_attachment_list(text):
            items = tail.body[i:]
            if all(k == 0 or line_patterns.is_attachment_item(p.text) for k, p in enumerate(items)):
                tail.pieces[:0] = [(BlockKind.NOTE, p) for p in items]
                del tail.body[i:]
                _take_attachments(tail)
            return
        if not line_patterns.is_attachment_item(text):
            return


def _return_tail(drafts: list[DocumentParts]) -> list[DocumentParts]:
    """抄送 and 印发 at the end of the file belong to the document that sends the others out."""
    if len(drafts) < 2:
        return drafts
    last, main = drafts[-1], drafts[0]
    ours = [piece for piece in last.tail if piece[0] in (BlockKind.CC, BlockKind.PRINT)]
    if not ours:
        return drafts
    drafts[-1] = replace(last, tail=tuple(p for p in last.tail if p not in ours))
    drafts[0] = replace(main, tail=(*main.tail, *ours))
    return drafts
