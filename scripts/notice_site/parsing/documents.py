"""Divides the paragraphs of one source into documents, and each document into head, body and tail."""

from __future__ import annotations

import re
from dataclasses import replace

from notice_site.model import Align, BlockKind, Dropped
from notice_site.model.frozen import dataclass
from notice_site.parsing import line_patterns
from notice_site.parsing.decided_documents import decided_beginning, decided_ending, decided_head
from notice_site.parsing.endings import CLOSING_LENGTH
from notice_site.parsing.heads import Head, page_titles
from notice_site.parsing.line_joining import Paragraph
from notice_site.parsing.repeated_titles import repeated_title
from notice_site.text.dates import last_date, whole_date
from notice_site.text.labels import match_bare_number, match_label
from notice_site.text.spacing import squeeze

_ANNEX_TITLE_LINES = 4  # of the title of an annex
_TITLE_LENGTH = 6  # characters: a shorter line under the text may be a heading of it (学习方案)
_TEXT_BELOW_TITLE = 4  # paragraphs: where they hold no sentence, the title is an entry of a list


@dataclass(frozen=True, slots=True)
class DocumentParts:
    """One document before its outline is made: pieces in reading order, body pieces still plain paragraphs."""

    role: str
    head: Head
    body: tuple[Paragraph, ...]
    tail: tuple[tuple[BlockKind, Paragraph], ...] = ()
    dropped: tuple[Dropped, ...] = ()
    truncated: bool = False


def split_documents(paragraphs: tuple[Paragraph, ...], starts: tuple[int, ...] = ()) -> tuple[DocumentParts, ...]:
    """The documents that the source holds; `starts` are line numbers at which an editor said that one begins.

    A further document begins where, after the end of one (signature, date, remark) or under a
    centred title, a complete head stands with text of its own after it: 转发 and 印发 notices,
    annexes. A title alone begins nothing.
    """
    titles, rest = page_titles(paragraphs)
    if any(title.decision for title in titles):
        titles, rest = (), paragraphs
    if not titles and not any(p.decision for p in paragraphs[:1]):
        repeated = repeated_title(paragraphs)
        titles, rest = paragraphs[:repeated], paragraphs[repeated:]
    first = decided_head(rest, 0)
    reason = "网页标题，与文件题名重复"
    if titles and not _repeats(first, titles[0]):
        if first.title and line_patterns.genre(first.title):
            reason = "网页标题，文件另有题名"
        else:
            rest = (titles[0], *rest)
            first = decided_head(rest, 0)
            titles = titles[1:]
    dropped = [Dropped(t.text, reason, t.lines[0]) for t in titles]
    bounds = _bounds(rest, first, starts)
    drafts: list[DocumentParts] = []
    for (begin, head), end in zip(bounds, [*(b for b, _ in bounds[1:]), len(rest)], strict=True):
        drafts.append(_document_parts(head, rest[head.end : end], "main" if begin == 0 else _role(drafts[0], head)))
    if drafts:
        drafts[0] = replace(drafts[0], dropped=tuple(dropped))
    return tuple(_return_tail(drafts))


def _repeats(head: Head, page_title: Paragraph) -> bool:
    """Whether the head below the heading of a page says the words of the heading again, not only who amended it."""
    own = (p.text for kind, p in head.pieces if kind is not BlockKind.NOTE or head.press or not head.title)
    return head.title is not None and squeeze(page_title.text) in squeeze("".join(own))


def _bounds(paragraphs: tuple[Paragraph, ...], first: Head, starts: tuple[int, ...]) -> list[tuple[int, Head]]:
    bounds = [(0, first)]
    i, closed, has_text = first.end, False, False
    known = squeeze("".join(p.text for _, p in first.pieces))
    while i < len(paragraphs):
        paragraph = paragraphs[i]
        decided = decided_beginning(paragraphs, i, starts)
        if decided or (decided is None and (closed or has_text) and not match_label(paragraph.text)):
            carrier = squeeze(first.title or "") if closed else ""
            head = _as_named(decided_head(paragraphs, i, carrier), paragraphs, i, known)
            is_top = paragraph.heading > 0 and paragraph.heading == _title_rank(first)
            ends = closed or head.title in first.contents
            if decided or _begins_document(paragraphs, i, head, ends, known, bounds[-1][1].annex, is_top):
                bounds.append((i, head))
                i, closed, has_text = max(head.end, i + 1), False, False
                continue
        if has_text and _closes(paragraphs, i):
            closed = True
        elif (line_patterns.is_sentence(paragraph.text) or paragraph.rows) and not (
            line_patterns.is_remark(paragraph.text) or line_patterns.is_cc(paragraph.text)
        ):
            closed, has_text = closed and not match_label(paragraph.text), True
        known += squeeze(paragraph.text)
        i += 1
    return bounds


def _as_named(head: Head, paragraphs: tuple[Paragraph, ...], start: int, known: str) -> Head:
    """The head of an annex with the whole title that the text before gives it: over more lines, with （共3项）."""
    if not head.annex or not head.title:
        return head
    marks = sum(kind is BlockKind.NOTE and line_patterns.is_annex_mark(p.text) for kind, p in head.pieces)
    for end in range(min(start + marks + _ANNEX_TITLE_LINES, len(paragraphs)), head.end - 1, -1):
        lines = paragraphs[start + marks : end]
        title = squeeze("".join(p.text for p in lines))
        if title != head.title and len(title) >= _TITLE_LENGTH and title in known and not any(p.rows for p in lines):
            pieces = (*head.pieces[:marks], *((BlockKind.TITLE, p) for p in lines))
            return replace(head, title=title, pieces=pieces, end=end)
    return head


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
    return bool(date and date[2] == len(text) and len(text) <= CLOSING_LENGTH and not line_patterns.is_sentence(text))


def _begins_document(
    paragraphs: tuple[Paragraph, ...], i: int, head: Head, closed: bool, known: str, in_annex: bool, is_top: bool
) -> bool:
    """Whether a document begins here; `is_top` says that the line is a heading of the rank of the first title."""
    if head.title is None:
        return False
    if in_annex and line_patterns.is_annex_mark(paragraphs[i].text) and line_patterns.genre(head.title):
        return True  # of an annex after another, the title alone may have come down
    if head.end >= len(paragraphs):
        return False
    text = paragraphs[i].text
    has_mark = line_patterns.is_annex_mark(text) or (in_annex and line_patterns.annex_title(text) is not None)
    named = len(squeeze(head.title)) >= _TITLE_LENGTH and squeeze(head.title) in known
    follows = paragraphs[head.end : head.end + _TEXT_BELOW_TITLE]
    if not any(line_patterns.is_sentence(p.text) or p.rows for p in follows):
        return False
    if not _opens_text(head, follows[0]) and not (has_mark and named):
        return False
    if not has_mark and _counts_on(paragraphs[:i], follows[0]):
        return False
    genre = line_patterns.genre(head.title) is not None
    centred = paragraphs[i].align is Align.CENTER
    if closed or (head.annex and has_mark):
        return genre or named or is_top or head.number is not None or (head.annex and bool(head.title))
    return len(squeeze(head.title)) >= _TITLE_LENGTH and genre and (centred or (named and not match_label(head.title)))


def _counts_on(before: tuple[Paragraph, ...], first: Paragraph) -> bool:
    """Whether the list of the text before goes on below: 第四十八条 … 工程规划 ⏎ 第四十九条 is one document."""
    label = match_label(first.text)
    if label is None or label.number == 1:
        return False
    same = (other for p in reversed(before) if (other := match_label(p.text)) and other.style is label.style)
    last = next(same, None)
    return last is not None and last.number == label.number - 1


def _title_rank(head: Head) -> int:
    return next((p.heading for kind, p in head.pieces if kind is BlockKind.TITLE), 0)


def _opens_text(head: Head, first: Paragraph) -> bool:
    """Whether a document can go on like that below its head: with whom it addresses, a sentence, a section, a table."""
    text = first.text
    labelled = match_label(text) or match_bare_number(text) or 0 < _title_rank(head) < first.heading
    return bool(
        head.recipients or first.rows or labelled or line_patterns.is_sentence(text) or text.endswith(("：", ":"))
    )


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


def _document_parts(head: Head, paragraphs: tuple[Paragraph, ...], role: str) -> DocumentParts:
    ending = decided_ending(paragraphs, squeeze("".join(p.text for _, p in head.pieces)))
    return DocumentParts(role, head, tuple(ending.body), tuple(ending.pieces), truncated=ending.truncated)


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
