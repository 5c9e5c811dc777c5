"""Applies what an editor said of the beginnings, the heads and the ends of documents."""

from __future__ import annotations

from dataclasses import replace

from notice_site.parsing.endings import Ending, take_ending
from notice_site.parsing.heads import Head, head_at
from notice_site.parsing.line_joining import Paragraph

_HEAD_REACH = 60  # paragraphs of a head at most, a table of contents among them


def decided_beginning(paragraphs: tuple[Paragraph, ...], i: int, starts: tuple[int, ...] = ()) -> bool | None:
    """Whether an editor said that a document begins or does not begin there; None where nothing was said.

    `starts` are the source lines at which one begins. The first paragraph begins the first document in any case.
    """
    if i == 0:
        return None
    paragraph, before = paragraphs[i], paragraphs[i - 1]
    wanted = paragraph.decision.document if paragraph.decision else None
    if wanted == "continues":
        return False
    ended = before.decision is not None and before.decision.document == "ends"
    starts_here = paragraph.lines[0] in starts and before.lines[0] < paragraph.lines[0]
    return True if wanted == "begins" or ended or starts_here else None


def decided_head(paragraphs: tuple[Paragraph, ...], start: int, carrier: str = "") -> Head:
    """The head that begins at `start`; it ends before what an editor said to be text, or another document."""
    for i in range(start, min(start + _HEAD_REACH, len(paragraphs))):
        if paragraphs[i].is_decided_text or (i > start and decided_beginning(paragraphs, i)):
            above = min(start, 1)  # a paragraph above is enough to tell that the file does not begin there
            head = head_at(paragraphs[start - above : i], above, carrier)
            return replace(head, end=head.end + start - above)
    return head_at(paragraphs, start, carrier)


def decided_ending(paragraphs: tuple[Paragraph, ...], head_text: str) -> Ending:
    """The ending of the paragraphs below a head; what an editor said to be text is not taken for a part of it."""
    last = max((i for i, paragraph in enumerate(paragraphs) if paragraph.is_decided_text), default=None)
    if last is None:
        return take_ending(paragraphs, head_text)
    ending = take_ending(paragraphs[last:], head_text)
    if not ending.body or not ending.body[0].is_decided_text:
        ending = take_ending(paragraphs[last + 1 :], head_text)
        ending.body.insert(0, paragraphs[last])
    ending.body[:0] = paragraphs[:last]
    return ending
