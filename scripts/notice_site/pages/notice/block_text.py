"""Writes the text of a document as Markdown, block by block."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from notice_site.model import Block, BlockKind
from notice_site.model.frozen import dataclass
from notice_site.pages.core import markdown as md
from notice_site.pages.core.annotations import Annotations, annotated
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.section_paths import section_path

_HEADING_STOPS = "。．.：:；;！!？?"
"""A run-in heading keeps the stop that closes it: 一、把握总体要求。|开展……"""

_DEEPEST = 6
"""The levels of headings of HTML; the deepest outlines of notices have four."""

PERMALINK = Markdown("¶")


@dataclass(frozen=True, slots=True)
class _Unit:
    """A block, and the points that run on inside its paragraph."""

    host: Block | None
    points: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is known of blocks by their ids: levels of headings, and the labels by which labelled blocks are cited."""

    levels: Mapping[str, int]
    places: Mapping[str, str]

    def named(self, block: Block) -> dict[str, str]:
        """Gives the lines of the block in the source and the place by which it is cited."""
        first, last = block.lines
        lines = {"data-lines": f"{first}-{last}" if last > first else str(first)} if first else {}
        return lines | self.place(block)

    def place(self, block: Block) -> dict[str, str]:
        """Gives the place by which a block with a label is cited: `data-place="三、（一）2."`."""
        return {"data-place": self.places[block.id]} if block.id in self.places else {}


def document_text(
    blocks: Sequence[Block], marks: Annotations, *, title_level: int, whole: Sequence[Block] = ()
) -> Markdown:
    """Writes the text of a document, or of a part of it; its title is a heading of `title_level`, 1 or 2.

    `whole` are all blocks of the document where `blocks` are a part of them.
    """
    by_id = {block.id: block for block in whole or blocks}
    places = {block.id: section_path(block, by_id.get) for block in blocks if block.label}
    facts = _Facts(_heading_levels(blocks, title_level), places)
    return md.stacked(*(_unit(unit, marks, facts) for unit in _units(blocks)))


def _units(blocks: Sequence[Block]) -> Iterator[_Unit]:
    """Groups blocks with the inline points that follow them; points without a block before them stand alone."""
    at = 0
    while at < len(blocks):
        host = None if blocks[at].inline else blocks[at]
        at += host is not None
        end = at
        while end < len(blocks) and blocks[end].inline:
            end += 1
        yield _Unit(host, tuple(blocks[at:end]))
        at = end


def _heading_levels(blocks: Sequence[Block], title_level: int) -> dict[str, int]:
    """Finds the heading level of each section by its id: one below that of the section it lies in.

    A document has one title; a second one (of a list, of a form) is a heading below it.
    """
    levels: dict[str, int] = {}
    for block in blocks:
        if block.kind is BlockKind.SECTION and not block.inline:
            above = levels.get(block.parent or "", title_level)
            levels[block.id] = min(above + 1, _DEEPEST)
        elif block.kind is BlockKind.TITLE:
            levels[block.id] = title_level if title_level not in levels.values() else title_level + 1
    return levels


def _unit(unit: _Unit, marks: Annotations, facts: _Facts) -> Markdown:
    host = unit.host
    points = md.joined(_point(point, marks, facts) for point in unit.points)
    if host is None:
        return md.paragraph(points, classes=["points"])
    if host.kind is BlockKind.SECTION:
        return _section(host, points, marks, facts)
    if host.kind is BlockKind.TABLE and host.rows:
        return md.stacked(_table(host, facts), points)
    text = annotated(host.text, marks.get(host.id, ()))
    if host.kind is BlockKind.TITLE:
        level, named = facts.levels[host.id], facts.named(host)
        return md.stacked(md.heading(level, text, id=host.id, classes=["title"], named=named), points)
    return md.paragraph(
        md.joined([text, points, _permalink(host)]), id=host.id, classes=_classes(host), named=facts.named(host)
    )


def _section(block: Block, points: Markdown, marks: Annotations, facts: _Facts) -> Markdown:
    """Writes a heading on a line of its own, or one that its text runs on from."""
    end = heading_end(block)
    block_marks = marks.get(block.id, ())
    name = f"{block.label or ''}{block.heading or ''}"
    heading = md.heading(
        facts.levels[block.id],
        annotated(block.text, block_marks, 0, end),
        id=block.id,
        classes=_classes(block),
        named=facts.named(block),
        outline=name if name and name != block.text[:end] else None,
    )
    if not block.text[end:].strip() and not points:
        return heading
    body = md.joined([annotated(block.text, block_marks, end), points])
    return md.region(md.stacked(heading, md.paragraph(body)), classes=["run-in"])


def heading_end(block: Block) -> int:
    """Counts the characters of a section's label and heading, with the stop that closes it.

    A block whose text does not hold its heading is a heading as a whole.
    """
    if not block.heading:
        return len(block.label) if block.label and block.text.startswith(block.label) else len(block.text)
    start = block.text.find(block.heading, len(block.label or ""))
    if start < 0:
        return len(block.text)
    end = start + len(block.heading)
    while end < len(block.text) and block.text[end] in _HEADING_STOPS:
        end += 1
    return end


def _point(block: Block, marks: Annotations, facts: _Facts) -> Markdown:
    """Writes a point inside a paragraph: its label and heading in bold, the rest as text."""
    block_marks = marks.get(block.id, ())
    end = heading_end(block) if block.heading else len(block.label or "")
    head = md.span(annotated(block.text, block_marks, 0, end), classes=["point-head"]) if end else md.EMPTY
    body = annotated(block.text, block_marks, end)
    return md.span(md.joined([_permalink(block), head, body]), id=block.id, classes=["point"], named=facts.place(block))


def _table(block: Block, facts: _Facts) -> Markdown:
    """Writes a table; the first row is the head where each of its cells is filled."""
    rows = [[_cell(cell) for cell in row] for row in block.rows]
    has_head = len(rows) > 1 and all(cell.strip() for cell in block.rows[0])
    head, body = (rows[0], rows[1:]) if has_head else ([], rows)
    return md.region(md.table(head, body), id=block.id, classes=["source-table"], named=facts.named(block))


def _cell(text: str) -> Markdown:
    return md.joined(map(md.escape, text.split("\n")), md.LINE_BREAK)


def _permalink(block: Block) -> Markdown:
    return md.link(PERMALINK, f"#{block.id}", classes=["permalink"])


def _classes(block: Block) -> list[str]:
    return [block.kind.value, f"depth-{block.depth}"] if block.depth else [block.kind.value]
