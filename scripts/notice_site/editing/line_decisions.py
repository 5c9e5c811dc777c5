"""Applies what an editor said of lines of a source, and tells which of it had no effect."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from notice_site.editing.document_overrides import blocks_by_line
from notice_site.model import Block, BlockKind, Dropped, Line, LineDecision, Notice, Problem, RepairKind, Source
from notice_site.model.frozen import dataclass
from notice_site.parsing.line_joining import DECIDED, Paragraph
from notice_site.reading.reference.sidecar import RepairDecision
from notice_site.text.spacing import squeeze

_JOINS_SHOWN = 5  # lines in a message
_OF_THE_SENDER = {BlockKind.CC, BlockKind.PRINT}  # at the end of the file, of the first document


@dataclass(frozen=True, slots=True)
class DecidedSource:
    """A source as its editor wants it, and what was said of its lines, by their place in it."""

    source: Source
    decisions: Mapping[int, LineDecision]


def decided_source(source: Source, decisions: Sequence[LineDecision]) -> DecidedSource:
    """The source with furniture dropped and text taken back; a line is cut where decided words stand inside it.

    Words inside a line that are furniture reach to the end of the line, or to the next decided words in it.
    """
    of_line: dict[int, dict[int, LineDecision]] = defaultdict(dict)
    taken_back: dict[int, LineDecision] = {}
    for decision in decisions:
        place = decision.place
        if place.is_dropped and decision.furniture:
            continue
        entries, key = (taken_back, place.index) if place.is_dropped else (of_line[place.index], place.offset)
        entries[key] = _merged(entries[key], decision) if key in entries else decision
    restored = sorted((_line_above(source, index), index) for index in taken_back)
    lines: list[Line] = []
    said: dict[int, LineDecision] = {}
    dropped = [entry for index, entry in enumerate(source.dropped) if index not in taken_back]
    for index in range(len(source.lines) + 1):
        while restored and restored[0][0] <= index:
            entry = source.dropped[at := restored.pop(0)[1]]
            said[len(lines)] = taken_back[at]
            lines.append(Line(entry.text, entry.line, whole=True))
        if index == len(source.lines):
            break
        for line, of_part in _parts(source.lines[index], of_line.get(index, {})):
            if of_part and of_part.furniture:
                dropped.append(Dropped(line.text, DECIDED, line.number, len(lines)))
                continue
            if of_part:
                said[len(lines)] = of_part
            lines.append(line)
    dropped.sort(key=lambda entry: entry.line)
    return DecidedSource(replace(source, lines=tuple(lines), dropped=tuple(dropped)), said)


def _merged(first: LineDecision, second: LineDecision) -> LineDecision:
    """Both of two decisions about one place; they do not contradict each other."""
    given = {
        name: value
        for name in ("heading", "depth", "paragraph", "document", "furniture")
        if (value := getattr(second, name)) is not None
    }
    return replace(first, **given)


def _line_above(source: Source, index: int) -> int:
    """Before which line of the source a dropped text stood."""
    entry = source.dropped[index]
    if entry.lines_above is not None:
        return entry.lines_above
    return sum(line.number <= entry.line for line in source.lines)


def _parts(line: Line, decisions: Mapping[int, LineDecision]) -> Iterator[tuple[Line, LineDecision | None]]:
    """The line, cut where decided words begin inside it."""
    cuts = sorted({0, *decisions})
    for number, start in enumerate(cuts):
        end = cuts[number + 1] if number + 1 < len(cuts) else len(line.text)
        part = (
            line
            if len(cuts) == 1
            else replace(line, text=line.text[start:end], gap_before=line.gap_before and not start)
        )
        yield part, decisions.get(start)


# --- what had no effect --------------------------------------------------------------------------


def without_effect(file: str, decisions: Sequence[LineDecision], notices: Sequence[Notice]) -> Iterator[Problem]:
    """A problem for each decision that the documents do not show."""
    blocks = blocks_by_line(notices) if decisions else {}
    for decision in decisions:
        for name, advice in _unmet(decision, blocks.get(decision.number, ())):
            value = getattr(decision, name)
            shown = str(value).lower() if isinstance(value, bool) else value
            yield Problem(file, decision.at, f"“{decision.quote}”：{name}: {shown} 没有起作用", advice)


def _unmet(decision: LineDecision, blocks: Sequence[tuple[Notice, int]]) -> Iterator[tuple[str, str]]:
    """The keys that were not followed, each with advice; `blocks` are those that cover its line."""
    if decision.furniture:
        return
    found = _block(decision, blocks)
    if decision.paragraph == "joined":
        if found is not None:
            yield "paragraph", "表格和第一段不能接在别的段落之后"
        return
    if found is None:
        for name in ("heading", "depth", "paragraph", "document"):
            if getattr(decision, name) not in (None, "continues"):
                yield name, "这一行已接在题名、版头或落款的另一行之后；从那一行的开头抄起"
        return
    notice, at = found
    block = notice.blocks[at]
    if decision.heading is not None and not _has_heading(block, decision.heading):
        yield "heading", "表格没有标题；标题的文字从序数之后抄起"
    if decision.depth is not None and block.depth != decision.depth:
        yield "depth", "只有标题和带序数的段落有层次；上一层须先有标题"
    if decision.document == "begins" and at:
        yield "document", "文件从这一行开始，则它之前须有另一份文件的文字"
    if decision.document == "continues" and not at and notice.part_of:
        yield "document", "删去 documents 中这一行的 starts，或上一行的 document: ends"
    if decision.document == "ends" and any(_belongs(block) for block in notice.blocks[_last(decision, notice) + 1 :]):
        yield "document", "写在这份文件的最后一段上"


def _belongs(block: Block) -> bool:
    """Whether a block below the last paragraph of a document shows that it is not the last."""
    return block.kind not in _OF_THE_SENDER and not block.inline


def _last(decision: LineDecision, notice: Notice) -> int:
    """The place of the last block that was made of the decided line."""
    of_line = (at for at, block in enumerate(notice.blocks) if block.decided and _covers(block, decision.number))
    return max(of_line, default=-1)


def _covers(block: Block, number: int) -> bool:
    return block.lines[0] <= number <= block.lines[1]


def _has_heading(block: Block, wanted: bool | str) -> bool:
    if isinstance(wanted, str):
        return squeeze(block.heading or "") == squeeze(wanted)
    return bool(block.heading) is wanted


def _block(decision: LineDecision, blocks: Sequence[tuple[Notice, int]]) -> tuple[Notice, int] | None:
    """The block that begins with the decided words."""
    wanted = squeeze(decision.quote)
    for notice, at in blocks:
        block = notice.blocks[at]
        if block.inline if decision.paragraph == "joined" else not block.decided:
            continue
        text = squeeze(block.text)
        begins = text.startswith(wanted) or (block.decided and wanted.startswith(text))
        if decision.document == "ends":  # the line may have been joined to the one before
            begins = begins or wanted in text
        if begins:
            return notice, at
    return None


def without_join(file: str, decisions: Sequence[RepairDecision], paragraphs: Sequence[Paragraph]) -> Iterator[Problem]:
    """A problem for each confirmation of a join that the program does not make."""
    joined = {repair.line for p in paragraphs for repair in p.repairs if repair.kind is RepairKind.JOIN}
    for decision in decisions:
        if decision.confirmed and decision.line not in joined:
            lines = sorted(joined)[:_JOINS_SHOWN]
            message = f"第 {decision.line} 行没有接到上一行，没有可以确认的"
            advice = f"删去此条；要接上，在 lines 写 paragraph: joined。接上的有第 {'、'.join(map(str, lines))} 行"
            yield Problem(file, decision.at, message, advice if lines else advice.partition("。")[0])
