"""Takes signature, date, list of annexes, 抄送 and 印发 off the end of a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from notice_site.model import Align, BlockKind
from notice_site.parsing import line_patterns
from notice_site.parsing.line_break_recovery import split_paragraph
from notice_site.parsing.line_joining import Paragraph
from notice_site.text.dates import day_without_year, last_date, whole_date
from notice_site.text.labels import Style, match_label
from notice_site.text.spacing import squeeze

_SIGNATURE_LENGTH = 40  # characters of one line: the full name of a joint body; what is longer is text
_SIGNATURE_LINES = 6  # more bodies sign in a table
_AFTER_DATE_LENGTH = 600  # characters: notes and contacts after the date; what is longer is another text
_ATTACHMENT_LINES = 11  # of a list 附件：1.…; a longer list of short numbered lines belongs to the text
_LENGTH_OF_DAY = 10  # characters of 2014-03-01; a month alone signs nothing in the middle of what may be a table
_NAME_LENGTH = 4  # characters: the shortest name of a body, 甲县委办; three (甲县委) may be a word of the text
CLOSING_LENGTH = 60  # characters: name and date in one line; a longer line that ends in a date is text
# 中共甲省委党的群众路线 | 教育实践活动领导小组: a body's name cut in two opens with whose body it is
_NAME_OPENING = re.compile(r"^(?:中共|中国|中央|全国|国家|国务院)|[省市县区州旗乡镇村]")


@dataclass(slots=True)
class Ending:
    """What was found at the end of a document, taken off the body from its end."""

    body: list[Paragraph]
    pieces: list[tuple[BlockKind, Paragraph]] = field(default_factory=list)
    truncated: bool = False  # a mark says that the text goes on elsewhere


def take_ending(paragraphs: tuple[Paragraph, ...], head_text: str) -> Ending:
    """Takes the ending off the paragraphs below a head; `head_text` are the words of the head, without space."""
    ending = Ending(_cut_ends(paragraphs))
    ending.truncated = _take_end_notes(ending)
    _take_sign_off(ending, head_text)
    _take_attachments(ending)
    return ending


def _cut_ends(paragraphs: tuple[Paragraph, ...]) -> list[Paragraph]:
    """Datelines, turn marks and dates that hang on the last words of a paragraph become paragraphs."""
    body: list[Paragraph] = []
    for i, paragraph in enumerate(paragraphs):
        text = paragraph.text
        cuts = [c for c in (line_patterns.dateline_start(text), line_patterns.turn_start(text)) if c]
        if not cuts and (at := _date_after_name(text)) and not _is_imprint(paragraphs, i):
            cuts = [at]
        body.extend(split_paragraph(paragraph, cuts))
    return body


def _is_imprint(paragraphs: Sequence[Paragraph], i: int) -> bool:
    """Whether a line says who printed the document and when: 甲县政府办公室　2014年4月2日 below 抄送：, 印发 or not."""
    text = paragraphs[i].text
    if line_patterns.print_date(text):
        return True
    return i > 0 and line_patterns.is_cc(paragraphs[i - 1].text) and _date_after_name(text) is not None


def _date_after_name(text: str) -> int | None:
    """Where the date begins in a signature of one line: 甲市财政局2021年2月25日."""
    date = last_date(text)
    if (
        not date
        or date[2] != len(text)
        or not _NAME_LENGTH <= date[1] <= CLOSING_LENGTH
        or line_patterns.is_sentence(text)
        or match_label(text)
    ):
        return None
    return date[1] if line_patterns.ISSUER_ENDING.search(text[: date[1]].strip()) else None


def _take_end_notes(ending: Ending) -> bool:
    """Takes notes off the end: where it was printed, remarks, 抄送, 印发, 主题词. True where it breaks off."""
    truncated = False
    while ending.body:
        text = ending.body[-1].text
        if line_patterns.turn_start(text) == 0:
            truncated = True
            kind = BlockKind.NOTE
        elif _is_imprint(ending.body, len(ending.body) - 1):
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
        ending.pieces.insert(0, (kind, ending.body.pop()))
    return truncated


def _take_sign_off(ending: Ending, head_text: str) -> None:
    """Takes signature and date, and what stands after them, off the end of the body."""
    at = _sign_off(ending.body, head_text)
    if at is None:
        return
    first, date, after = at
    pieces: list[tuple[BlockKind, Paragraph]] = [(BlockKind.SIGNATURE, p) for p in ending.body[first:date]]
    if date < len(ending.body) and _dates(ending.body[date].text):
        pieces.append((BlockKind.DATE, ending.body[date]))
    for i, paragraph in enumerate(ending.body[after:], after):
        kind = (
            BlockKind.CC
            if line_patterns.is_cc(paragraph.text)
            else BlockKind.PRINT
            if _is_imprint(ending.body, i)
            else BlockKind.NOTE
        )
        pieces.append((BlockKind.TABLE if paragraph.rows else kind, paragraph))
    del ending.body[first:]
    ending.pieces[:0] = pieces


def _dates(text: str) -> bool:
    """Whether a line is a date, though its year is left out or its day is still to be filled in."""
    return bool(whole_date(text) or day_without_year(text)) or line_patterns.is_date_to_fill(text)


def _sign_off(body: list[Paragraph], head_text: str) -> tuple[int, int, int] | None:
    """Indexes of the first signature line, of the date and of what follows it; None where nobody signed."""
    for i in range(len(body) - 1, 0, -1):
        date = whole_date(body[i].text)
        if date and (i == len(body) - 1 or _is_after_date(body[i + 1 :])):
            start = _signature_start(body, i, head_text)
            if i == len(body) - 1 or start < i or len(date) == _LENGTH_OF_DAY:
                return start, i, i + 1
    end = len(body)
    if end > 1 and _dates(body[-1].text) and (start := _signature_start(body, end - 1, head_text)) < end - 1:
        return start, end - 1, end
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
        apart = start < end and body[start].gap_before and not text.endswith("”")  # a name goes on behind a quotation
        if start < end and not whole and (apart or not _NAME_OPENING.search(text)):
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


def _take_attachments(ending: Ending) -> None:
    """Takes the list 附件：1.… off the end of the body, before the signature."""
    for i in range(len(ending.body) - 1, max(0, len(ending.body) - _ATTACHMENT_LINES) - 1, -1):
        text = ending.body[i].text
        if line_patterns.is_attachment_list(text) or (
            line_patterns.is_annex_mark(text) and i + 1 < len(ending.body)  # 附件 alone, the names below it
        ):
            items = ending.body[i:]
            if all(k == 0 or line_patterns.is_attachment_item(p.text) for k, p in enumerate(items)):
                ending.pieces[:0] = [(BlockKind.NOTE, p) for p in items]
                del ending.body[i:]
                _take_attachments(ending)
            return
        if not line_patterns.is_attachment_item(text):
            return
