"""Applies what an editor decided about the metadata and notes of a source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from notice_site.model import Block, Notice, Problem, Ref, Repair
from notice_site.reading.reference.sidecar import NoteDecision, Sidecar
from notice_site.text.spacing import squeeze

_TUPLES = {"issuers", "attachments"}

Blocks = Mapping[int, Sequence[tuple[Notice, int]]]
"""By the number of a line the blocks that cover it: their document, and their place in it."""


def apply_document_overrides(
    notices: Sequence[Notice], sidecar: Sidecar
) -> tuple[tuple[Notice, ...], tuple[Problem, ...]]:
    """The documents with the metadata, notes and confirmations of the sidecar; what a person set is in `decided`."""
    problems: list[Problem] = []
    decided = list(notices)
    for i, document in enumerate(sidecar.documents):
        if i >= len(decided):
            message = f"原件中只有 {len(decided)} 份文件，这里是第 {i + 1} 份"
            problems.append(Problem(sidecar.file, document.line, message, "写 starts 指明起始行，或删去这一项"))
            continue
        decided[i] = _with_metadata(decided[i], document.values)
    blocks = blocks_by_line(decided) if sidecar.notes else {}
    numbers = {notice.id: number for number, notice in enumerate(decided)}
    for note in sidecar.notes:
        for place in _places(blocks, note.line, note.quote):
            number = numbers[place.notice]
            decided[number] = _with_note(decided[number], note, place)
    return tuple(decided), tuple(problems)


def _with_metadata(notice: Notice, values: Mapping[str, Any]) -> Notice:
    fields: dict[str, Any] = {n: () if value is None and n in _TUPLES else value for n, value in values.items()}
    return replace(notice, **fields, decided=notice.decided | frozenset(fields))


def _with_note(notice: Notice, note: NoteDecision, place: Ref) -> Notice:
    """The document with that note at the place of its words; a note of the program on the same words gives way."""
    block = notice.block(place.block)
    quote = block.text[place.start : place.end]
    kept = tuple(r for r in notice.repairs if not (r.block == block.id and r.kind is note.kind and _same(r, quote)))
    made = Repair(block.id, note.kind, quote, note.proposed, note.reason, note.confidence, True, note.line)
    return replace(notice, repairs=(*kept, made))


def _same(repair: Repair, quote: str) -> bool:
    return not repair.confirmed and (repair.before.endswith(quote) or quote.endswith(repair.before))


def blocks_by_line(notices: Iterable[Notice]) -> Blocks:
    blocks: dict[int, list[tuple[Notice, int]]] = defaultdict(list)
    for notice in notices:
        for at, block in enumerate(notice.blocks):
            for number in range(block.lines[0], block.lines[1] + 1):
                blocks[number].append((notice, at))
    return blocks


def locate(blocks: Blocks, line: int, quote: str) -> Ref | None:
    """Where the words stand that an editor quoted from that line of the source; None where no block holds them.

    White space does not count. A quotation that runs on over the edge of a block is placed where it begins.
    """
    return next(_places(blocks, line, quote), None)


def _places(blocks: Blocks, line: int, quote: str) -> Iterator[Ref]:
    """The first such place of each document."""
    wanted = squeeze(quote)
    last = ""
    for notice, at in blocks.get(line, ()):
        block = notice.blocks[at]
        if notice.id != last and (span := _span(block, wanted)):
            last = notice.id
            yield Ref(notice.id, block.id, *span)


def _span(block: Block, wanted: str) -> tuple[int, int] | None:
    """The words, or at least eight of their first characters at the very end of the block."""
    offsets = [i for i, char in enumerate(block.text) if squeeze(char)]
    text = squeeze(block.text)
    at = text.find(wanted)
    if at >= 0:
        return offsets[at], offsets[at + len(wanted) - 1] + 1
    for length in range(min(len(wanted), len(text)) - 1, 7, -1):
        if text.endswith(wanted[:length]):
            return offsets[len(text) - length], offsets[-1] + 1
    return None
