"""Finds the words that state the dates of a document itself: 成文, 印发, 见报."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_site.findings.events.words import Span
from notice_site.model import Block, BlockKind, Event, Notice, Ref
from notice_site.text.date_forms import DATE, POINT_DATE
from notice_site.text.dates import iso
from notice_site.text.sentences import sentence_around

LONGEST_QUOTE = 160
"""Characters: a sentence that is longer is quoted in part."""

_REST = re.compile(r"[\s)）〕】。.]*(?:印发|印)?[\s)）〕】。.]*")
"""What may follow a date that ends a block: 2014年3月9日|）, 2014年3月9日|印发）."""


def own_dates(notice: Notice) -> Iterator[Event]:
    """成文, 印发 and 见报, each at the words that state it.

    A date known from elsewhere (the source's own record of itself, an editor) stands at the title, without wording.
    """
    published = notice.published.date if notice.published else None
    for kind, date, kinds in (
        ("issued", notice.date, (BlockKind.DATE, BlockKind.SIGNATURE)),
        ("printed", notice.printed, (BlockKind.PRINT, BlockKind.CC)),
        ("published", published, (BlockKind.NOTE,)),
    ):
        if not date:
            continue
        place = _stated(notice, date, kinds) or _closing(notice, date) or _unstated(notice)
        if place:
            yield _own(notice, kind, date, *place)


def _stated(notice: Notice, date: str, kinds: tuple[BlockKind, ...]) -> tuple[Block, Span] | None:
    """The last block of the first of these kinds that states the date, and where in its text."""
    for kind in kinds:
        for block in reversed([block for block in notice.blocks if block.kind is kind]):
            for start, end, stated in _whole_dates(block.text):
                if stated == date:
                    return block, (start, end)
    return None


def _closing(notice: Notice, date: str) -> tuple[Block, Span] | None:
    """The block that ends with the date, as a title or an unrecognised sign-off may: …的意见（2014年3月9日）."""
    for block in reversed(notice.blocks):
        for start, end, stated in _whole_dates(block.text):
            if stated == date and _REST.fullmatch(block.text, end):
                return block, (start, end)
    return None


def _unstated(notice: Notice) -> tuple[Block, Span] | None:
    title = next((block for block in notice.blocks if block.kind is BlockKind.TITLE), None)
    return (title, (0, 0)) if title else None


def _whole_dates(text: str) -> Iterator[tuple[int, int, str | None]]:
    for pattern in (DATE, POINT_DATE):
        for match in pattern.finditer(text):
            yield match.start(), match.end(), iso(match)


def _own(notice: Notice, kind: str, date: str, block: Block, span: Span) -> Event:
    start, end = span
    sentence = sentence_around(block.text, start, end, LONGEST_QUOTE)
    who: str | None = "、".join(notice.issuers) or None
    if kind == "printed":
        who = block.text[sentence[0] : start].strip() or None
    elif kind == "published" and notice.published:
        who = notice.published.medium or None
    return Event(
        id=f"{notice.id}-{kind}",
        ref=Ref(notice.id, block.id, start, end),
        start=date,
        end=date,
        precision="day" if len(date) == len("2014-03-09") else "month",
        approximate=False,
        wording=block.text[start:end],
        quote=block.text[slice(*sentence)],
        what=notice.title or block.text,
        who=who,
        kind=kind,
        year="stated",
        year_from=None,
        decided={"issued": "date"}.get(kind, kind) in notice.decided,
    )
