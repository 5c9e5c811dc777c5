"""Reads from a notice what the search scans: paragraphs, where they stand, their symbols and readings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from notice_site.model import Block, BlockKind, Notice, RepairKind
from notice_site.model.frozen import dataclass
from notice_site.search_index.dates import Dates, dates_of
from notice_site.search_index.readings import ContextReadings
from notice_site.search_index.symbols import symbols

BREAK = "\n"  # stands between paragraphs in a stream of symbols; nothing matches across it


class SearchBlock(NamedTuple):
    """One block to be searched.

    `heading` is the number of UTF-16 units at its start that are label and heading, 0 where it has none;
    `section` is the id of the block that it stands under. `runs_on` is true where it goes on inside the paragraph
    before it (一是…二是…).
    """

    block: str
    text: str
    heading: int
    section: str | None
    runs_on: bool


@dataclass(frozen=True, slots=True)
class Document:
    """One notice as search knows it.

    `stream` holds the symbols of the title, then of each paragraph, with BREAK between; `headed` are the parts of it
    (start, end) that are title and headings. `spoken` gives the readings that differ from the character's first one:
    place in the stream and syllable (说服 shuì -> (0, "shui4")). `dates` are the days and months that it names.
    """

    notice: Notice
    stream: str
    headed: tuple[tuple[int, int], ...]
    spoken: tuple[tuple[int, str], ...]
    dates: Dates

    @property
    def passages(self) -> list[SearchBlock]:
        """All blocks but the title, made anew each time: so many are not worth keeping."""
        return _passages(self.notice)

    @property
    def title_block(self) -> str | None:
        """The block that holds the title letter by letter."""
        return next((block.id for block in _titles(self.notice) if block.text == self.notice.title), None)

    @property
    def texts(self) -> list[str]:
        """The title, and the text of each passage."""
        return _texts(self.notice)


def newest_first(notices: Iterable[Notice]) -> list[Notice]:
    """The order of results: by the day or month of the document, the newest first, undated ones last; then by id."""
    return sorted(sorted(notices, key=lambda notice: notice.id), key=lambda notice: notice_date(notice), reverse=True)


def notice_date(notice: Notice) -> str:
    """The ISO date that a document is sorted under: its own, else that of print, else that of its medium, else ""."""
    published = notice.published.date if notice.published else None
    return notice.date or notice.printed or published or ""


Heard = tuple[str, tuple[tuple[int, int], ...], tuple[tuple[int, str], ...], Dates]
"""What a Document holds besides the notice."""


def document(notice: Notice, readings: ContextReadings) -> Document:
    """What search needs of one notice."""
    return Document(notice, *heard_in(notice, readings))


def heard_in(notice: Notice, readings: ContextReadings) -> Heard:
    """The parts of the document of a notice; a title that is also a block is searched once, as the title."""
    title = symbols(notice.title or "")
    stream, headed, spoken = [title], [(0, len(title))], list(readings.spoken(notice.title or "", 0))
    at = len(title)
    for passage in _passages(notice):
        kept = symbols(passage.text)
        if not passage.runs_on:
            stream.append(BREAK)
            at += 1
        if passage.heading:
            headed.append((at, at + len(symbols(_first_units(passage.text, passage.heading)))))
        spoken += readings.spoken(passage.text, at)
        stream.append(kept)
        at += len(kept)
    spans = tuple(span for span in headed if span[0] < span[1])
    symbols_of_all = "".join(stream)
    return symbols_of_all, spans, tuple(spoken), dates_of(symbols_of_all, spans, _texts(notice))


def proposed_readings(notice: Notice, passages: Sequence[SearchBlock]) -> list[tuple[int, str, str]]:
    """What editors propose to read in the text: number of the passage, the words as they stand, the words proposed."""
    numbers = {passage.block: number for number, passage in enumerate(passages)}
    return [
        (numbers[repair.block], repair.before, repair.after)
        for repair in notice.repairs
        if repair.kind is RepairKind.SUSPECTED_ERROR
        and repair.after
        and repair.block in numbers
        and repair.before in passages[numbers[repair.block]].text
    ]


def _titles(notice: Notice) -> list[Block]:
    """The blocks that are the title, apart from blanks and breaks."""
    title = symbols(notice.title or "")
    return [block for block in notice.blocks if block.kind is BlockKind.TITLE and symbols(block.text) == title]


def _below_title(notice: Notice) -> list[Block]:
    titles = {block.id for block in _titles(notice)}
    return [block for block in notice.blocks if block.id not in titles]


def _texts(notice: Notice) -> list[str]:
    return [notice.title or "", *(block.text for block in _below_title(notice))]


def _passages(notice: Notice) -> list[SearchBlock]:
    return [
        SearchBlock(
            block.id,
            block.text,
            _units(block.text[: _heading_length(block)]),
            block.parent,
            block.inline and number > 0,
        )
        for number, block in enumerate(_below_title(notice))
    ]


def _units(text: str) -> int:
    """The length of a text in UTF-16 units, as JavaScript counts."""
    return len(text.encode("utf-16-le")) // 2


def _first_units(text: str, count: int) -> str:
    return text.encode("utf-16-le")[: 2 * count].decode("utf-16-le")


def _heading_length(block: Block) -> int:
    """Characters of the block that are its label and heading: 一、把握总体要求 of 一、把握总体要求。根据…."""
    if block.kind is not BlockKind.SECTION:
        return 0
    start = block.text.find(block.heading) if block.heading else -1
    if block.heading and start >= 0:
        return start + len(block.heading)
    return len(block.label) if block.label and block.text.startswith(block.label) else 0
