"""Writes the rows of a comparison: a paragraph beside its like, with what differs marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby

from notice_site.model import Block, BlockKind, Cell, Comparison, Notice, Part, Ref, Row
from notice_site.model.frozen import dataclass
from notice_site.pages.comparison.places import comparison_place, row_places
from notice_site.pages.comparison.short_names import short_names
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.links import Location
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.section_paths import section_path, standing_alone
from notice_site.pages.core.site import Site
from notice_site.pages.notice.block_text import heading_end

_FOLDED = ("dropped", "beyond")
"""Kinds of rows that only the base has; those in a row are folded together."""

_EXCERPT_LENGTH = 24
"""Characters that tell which paragraph has moved; its text stands at the other place."""


@dataclass(frozen=True)
class Sides:
    """Both documents of a comparison, with what its page looks up in them."""

    comparison: Comparison
    base: Notice
    derived: Notice
    blocks: Mapping[str, Mapping[str, Block]]  # by ids of document and block
    site: Site

    @classmethod
    def of(cls, site: Site, comparison: Comparison) -> Sides:
        """Looks up the documents of a comparison."""
        base, derived = site.notices[comparison.base], site.notices[comparison.derived]
        return cls(comparison, base, derived, {n.id: {b.id: b for b in n.blocks} for n in (base, derived)}, site)

    @cached_property
    def names(self) -> tuple[str, str]:
        """What the two documents are called in a few characters."""
        return short_names(self.base, self.derived, self.site)

    @property
    def file(self) -> str:
        """The Markdown file of the page."""
        return comparison_place(self.comparison).file

    @cached_property
    def rows(self) -> Mapping[tuple[str, str], Location]:
        """The row in which each paragraph stands, by ids of document and block."""
        return row_places(self.comparison)

    def row(self, notice: Notice, block: str) -> str:
        """Returns the number of the row in which a paragraph stands."""
        return self.rows[notice.id, block].fragment.removeprefix("r")

    def text(self, notice: Notice, block: str) -> str:
        """Returns the text of a paragraph."""
        return self.blocks[notice.id][block].text


def grouped_rows(sides: Sides) -> Iterator[Markdown]:
    """Writes the rows, numbered; those in a row that only the base has are folded together."""
    numbered = list(enumerate(sides.comparison.rows, 1))
    for kind, group in groupby(numbered, key=lambda pair: pair[1].kind if pair[1].kind in _FOLDED else ""):
        rows = list(group)
        if not kind:
            yield from (_row(sides, number, row) for number, row in rows)
        else:
            yield _folded(sides, kind, rows)


def _folded(sides: Sides, kind: str, rows: Sequence[tuple[int, Row]]) -> Markdown:
    cells = [(number, row.base) for number, row in rows if row.base]
    count = sum(len(sides.text(sides.base, cell.block)) for _, cell in cells)
    summary = f"{labels_zh.ROWS[kind]} {len(cells)} 段，{count:,} 字"
    if kind == "beyond":
        base, derived = sides.names
        summary = f"{derived}的来源文本至此中断，{base}以下 {len(cells)} 段（{count:,} 字）无法比对"
    first, last = rows[0][0], rows[-1][0]
    label = str(first) if first == last else f"{first}—{last}"
    inside = [
        md.region(_paragraph(sides, sides.base, cell, whole=True), id=f"r{number}", classes=["dropped-one"])
        for number, cell in cells
    ]
    gap = md.region(md.folded(md.escape(summary), md.stacked(*inside)), classes=["cell", "base"])
    return md.region(md.stacked(_label(label, kind), gap), classes=["row", f"is-{kind}"])


def _row(sides: Sides, number: int, row: Row) -> Markdown:
    classes = ["row", f"is-{row.kind}"]
    if row.kind == "moved" and row.base:
        text = sides.text(sides.base, row.base.block)
        there = sides.row(sides.base, row.base.block)
        short = text if len(text) <= _EXCERPT_LENGTH else f"{text[:_EXCERPT_LENGTH]}…"
        line = md.joined([md.escape(short), Markdown(" "), md.link(Markdown(f"见第 {there} 行"), f"#r{there}")])
        cell = md.region(md.paragraph(line), classes=["cell", "base"])
        return md.region(md.stacked(_label(str(number), row.kind), cell), id=f"r{number}", classes=classes)
    whole = row.base is None or row.derived is None
    if _is_heading(sides, row):
        classes.append("headings")
    tags = [labels_zh.ROWS["moved"]] if row.moved else []
    if row.kind == "altered" and row.derived:
        tags.append(f"同 {labels_zh.percentage(same_characters(row.derived), row.derived.parts[-1].end)}")
    if row.attributed:
        tags.append("写明出处")
    parts = [_label(str(number), row.kind, tags)]
    if row.base:
        text = _paragraph(sides, sides.base, row.base, whole=whole)
        parts.append(md.region(text, classes=["cell", "base"], named={"data-side": sides.names[0]}))
    elif row.excerpts:
        parts.append(_excerpts(sides, row.excerpts))
    if row.derived:
        text = _paragraph(sides, sides.derived, row.derived, whole=whole)
        parts.append(md.region(text, classes=["cell", "own"], named={"data-side": sides.names[1]}))
    return md.region(md.stacked(*parts), id=f"r{number}", classes=classes)


def _label(number: str, kind: str, tags: Sequence[str] = ()) -> Markdown:
    """Writes what stands at the left of a row: its number, its kind, and what else is to be said of it."""
    parts = [
        md.span(Markdown(number), classes=["number"]),
        md.span(Markdown(labels_zh.ROWS[kind]), classes=["how", f"is-{kind}"]),
        *(md.span(Markdown(tag), classes=["tag-line"]) for tag in tags),
    ]
    return md.paragraph(md.joined(parts, Markdown(" ")), classes=["row-label"])


def same_characters(cell: Cell) -> int:
    """Counts the characters of a paragraph that its like on the other side has at the same place."""
    return sum(part.end - part.start for part in cell.parts if part.kind == "same")


def _is_heading(sides: Sides, row: Row) -> bool:
    """Tells whether the row is a heading without text of its own."""
    cell, notice = (row.derived, sides.derived) if row.derived else (row.base, sides.base)
    if cell is None:
        return False
    block = sides.blocks[notice.id][cell.block]
    return block.kind is BlockKind.SECTION and not block.inline and heading_end(block) == len(block.text)


def _excerpts(sides: Sides, excerpts: Sequence[Ref]) -> Markdown:
    """Quotes what of a paragraph stands elsewhere in the base, each with a link to its row there."""
    lines = []
    for ref in excerpts:
        there = sides.row(sides.base, ref.block)
        words_there = md.escape(sides.text(sides.base, ref.block)[ref.start : ref.end])
        link = md.link(Markdown(f"第 {there} 行"), f"#r{there}", classes=["to-row"])
        lines.append(md.paragraph(md.joined([link, Markdown(" "), words_there]), classes=["excerpt"]))
    return md.region(
        md.stacked(*lines), classes=["cell", "base", "excerpts"], named={"data-side": f"{sides.names[0]}他处"}
    )


def _paragraph(sides: Sides, notice: Notice, cell: Cell, *, whole: bool) -> Markdown:
    """Writes a paragraph with its differences marked; `whole`: the other side has nothing beside it."""
    block = sides.blocks[notice.id][cell.block]
    path = f"¶{standing_alone(_path(sides.blocks[notice.id], block))}"
    target = sides.site.links.block(notice.id, cell.block).relative_to(sides.file)
    where = md.link(md.escape(path), target, classes=["where"], named={"aria-label": f"{path}，原文"})
    text = md.joined(_part(sides, notice, block.text, part, whole=whole) for part in cell.parts)
    return md.paragraph(md.joined([where, text]))


def _path(blocks: Mapping[str, Block], block: Block) -> str:
    """Joins the labels of the sections around a paragraph, without the one that it begins with itself."""
    begins_with_label = block.label is not None and block.text.startswith(block.label)
    return section_path(blocks.get(block.parent or "") if begins_with_label else block, blocks.get)


def _part(sides: Sides, notice: Notice, text: str, part: Part, *, whole: bool) -> Markdown:
    shown = md.escape(text[part.start : part.end])
    if part.kind == "elsewhere" and part.block:
        other = sides.base if notice is sides.derived else sides.derived
        row = sides.row(other, part.block)
        return md.link(shown, f"#r{row}", classes=["elsewhere"], named={"data-row": row})
    if part.kind == "same" or whole:
        return shown
    return (md.inserted if notice is sides.derived else md.deleted)(shown, classes=[part.kind])
