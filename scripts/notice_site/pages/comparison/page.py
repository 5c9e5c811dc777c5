"""Writes a page for each comparison: two documents side by side, paragraph beside paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import groupby

from notice_site.model import Block, BlockKind, Cell, Comparison, Notice, Part, Ref, Row
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.links import Location
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.notice_table import level_tag, missing_value
from notice_site.pages.core.pending_files import PendingFile
from notice_site.pages.core.section_paths import section_path
from notice_site.pages.core.site import Site
from notice_site.pages.core.term_index import dated
from notice_site.pages.notice.block_text import heading_end

INDEX = Location("compare/index.md")

_FOLDED = ("dropped", "beyond")

_ABOUT = Markdown(
    "左为对照件，右为本件，同段同高，依本件的顺序。全角与半角视为相同。逐字比对由程序完成，"
    "相同或相近只表示文字如此，不表示出处；写明出处的，见原文。"
)


def comparison_id(comparison: Comparison) -> str:
    """The ids of both documents, that of the document itself first."""
    return f"{comparison.derived}--{comparison.base}"


def comparison_place(comparison: Comparison) -> Location:
    """The page of a comparison."""
    return Location(f"compare/{comparison_id(comparison)}.md")


def row_places(comparison: Comparison) -> Mapping[tuple[str, str], Location]:
    """The row in which each paragraph stands, by ids of document and block."""
    file = comparison_place(comparison).file
    places: dict[tuple[str, str], Location] = {}
    for number, row in enumerate(comparison.rows, 1):
        for notice, cell in ((comparison.base, row.base), (comparison.derived, row.derived)):
            if cell and row.kind != "moved":
                places[notice, cell.block] = Location(file, f"r{number}")
    return places


def longest_run(comparison: Comparison) -> int:
    """Characters of the longest shared run, in the document that comes first in the data."""
    return comparison.longest.a.end - comparison.longest.a.start


def compare_pages(site: Site) -> Iterator[PendingFile]:
    """A page for each comparison."""

    def page(found: Comparison) -> str:
        return _page(site, _Sides.of(site, found))

    for found in site.corpus.comparisons:
        page_fingerprint = (
            site.comparison_fingerprints[frozenset((found.base, found.derived))] if site.fingerprints else None
        )
        yield PendingFile(comparison_place(found).file, partial(page, found), page_fingerprint)


@dataclass(frozen=True)
class _Sides:
    """What a page needs of both documents."""

    comparison: Comparison
    base: Notice
    derived: Notice
    blocks: Mapping[str, Mapping[str, Block]]  # by ids of document and block
    site: Site

    @classmethod
    def of(cls, site: Site, comparison: Comparison) -> _Sides:
        base, derived = site.notices[comparison.base], site.notices[comparison.derived]
        return cls(comparison, base, derived, {n.id: {b.id: b for b in n.blocks} for n in (base, derived)}, site)

    @property
    def file(self) -> str:
        return comparison_place(self.comparison).file

    @cached_property
    def rows(self) -> Mapping[tuple[str, str], Location]:
        return row_places(self.comparison)

    def row(self, notice: Notice, block: str) -> str:
        """The number of the row in which a paragraph stands."""
        return self.rows[notice.id, block].fragment.removeprefix("r")

    def text(self, notice: Notice, block: str) -> str:
        return self.blocks[notice.id][block].text


def _page(site: Site, sides: _Sides) -> str:
    return md.page(
        f"对照：{labels_zh.cite(sides.derived)}与{labels_zh.cite(sides.base)}",
        md.region(
            md.paragraph(md.link(Markdown("对照"), INDEX.relative_to(sides.file))),
            tag="nav",
            classes=["crumbs"],
            named={"aria-label": "位置"},
        ),
        md.heading(1, Markdown("逐段对照"), id="compare"),
        _figures(site, sides),
        md.paragraph(_ABOUT, classes=["about-comparison"]),
        _legend(sides.comparison),
        md.region(md.stacked(_column_heads(sides), *_grouped_rows(sides)), classes=["comparison"]),
        about={"hide": ["navigation", "toc"]},
    )


def _figures(site: Site, sides: _Sides) -> Markdown:
    """How much each side has of the other, and the longest run."""
    comparison = sides.comparison
    rows = []
    for name, notice, length, shared in (
        ("对照件", sides.base, comparison.base_length, comparison.base_shared),
        ("本件", sides.derived, comparison.derived_length, comparison.derived_shared),
    ):
        document = md.link(md.escape(labels_zh.cite(notice)), site.links.notice(notice.id).relative_to(sides.file))
        day = dated(notice)
        rows.append(
            [
                md.strong(Markdown(name)),
                document,
                level_tag(notice.level, site),
                md.escape(day) if day else missing_value("date", site),
                Markdown(f"{length:,} 字"),
                Markdown(f"{shared:,} 字（{labels_zh.percentage(shared, length)}）"),
            ]
        )
    head = [Markdown(word) for word in ("两方", "文件", "层级", "日期", "正文", "与对方相同")]
    longest = comparison.longest.a if comparison.longest.a.notice == comparison.derived else comparison.longest.b
    target = sides.rows[longest.notice, longest.block]
    run = md.joined(
        [
            Markdown(f"最长的一段相同文字 {longest_run(comparison)} 字，见"),
            md.link(Markdown(f"第 {sides.row(sides.derived, longest.block)} 行"), target.relative_to(sides.file)),
            Markdown("。"),
        ]
    )
    return md.region(md.stacked(md.table(head, rows), md.paragraph(run)), classes=["figures", "data-table"])


def _legend(comparison: Comparison) -> Markdown:
    """The kinds of rows met, with their number, and the marks on words."""
    counts = Counter(row.kind for row in comparison.rows)
    kinds = [
        md.span(Markdown(f"{word} {counts[kind]}"), classes=["how", f"is-{kind}"])
        for kind, word in labels_zh.ROWS.items()
        if counts[kind]
    ]
    marks = [
        md.joined([Markdown("对照件的"), md.deleted(Markdown("改动"), classes=["changed"])]),
        md.joined([Markdown("本件的"), md.inserted(Markdown("改动"), classes=["changed"])]),
        md.deleted(Markdown("本件所无"), classes=["only"]),
        md.inserted(Markdown("本件所加"), classes=["only"]),
        md.inserted(Markdown("标点"), classes=["mark"]),
        md.span(Markdown("在对方他处"), classes=["elsewhere"]),
    ]
    return md.region(
        md.stacked(md.paragraph(md.joined(kinds, Markdown(" "))), md.paragraph(md.joined(marks, Markdown("　")))),
        classes=["legend"],
    )


def _column_heads(sides: _Sides) -> Markdown:
    heads = []
    for side, name, notice in (("base", "对照件", sides.base), ("own", "本件", sides.derived)):
        link = md.link(md.escape(labels_zh.title(notice)), sides.site.links.notice(notice.id).relative_to(sides.file))
        line = md.paragraph(md.joined([md.span(Markdown(name), classes=["side"]), Markdown(" "), link]))
        heads.append(md.region(line, classes=["cell", side]))
    return md.region(md.stacked(*heads), classes=["row", "heads"])


def _grouped_rows(sides: _Sides) -> Iterator[Markdown]:
    """The rows, numbered; those in a row that only the base has are folded together."""
    numbered = list(enumerate(sides.comparison.rows, 1))
    for kind, group in groupby(numbered, key=lambda pair: pair[1].kind if pair[1].kind in _FOLDED else ""):
        rows = list(group)
        if not kind:
            yield from (_row(sides, number, row) for number, row in rows)
        else:
            yield _folded(sides, kind, rows)


def _folded(sides: _Sides, kind: str, rows: Sequence[tuple[int, Row]]) -> Markdown:
    cells = [(number, row.base) for number, row in rows if row.base]
    count = sum(len(sides.text(sides.base, cell.block)) for _, cell in cells)
    said = f"{labels_zh.ROWS[kind]} {len(cells)} 段，{count:,} 字"
    if kind == "beyond":
        said = f"本件的来源文本至此中断，对照件以下 {len(cells)} 段（{count:,} 字）无从对照"
    first, last = rows[0][0], rows[-1][0]
    label = str(first) if first == last else f"{first}—{last}"
    inside = [
        md.region(_paragraph(sides, sides.base, cell, own=False, whole=True), id=f"r{number}", classes=["dropped-one"])
        for number, cell in cells
    ]
    gap = md.region(md.folded(Markdown(said), md.stacked(*inside)), classes=["cell", "base"])
    return md.region(md.stacked(_label(label, kind), gap), classes=["row", f"is-{kind}"])


def _row(sides: _Sides, number: int, row: Row) -> Markdown:
    classes = ["row", f"is-{row.kind}"]
    if row.kind == "moved" and row.base:
        text = sides.text(sides.base, row.base.block)
        there = sides.row(sides.base, row.base.block)
        short = text if len(text) <= 24 else f"{text[:24]}…"
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
        text = _paragraph(sides, sides.base, row.base, own=False, whole=whole)
        parts.append(md.region(text, classes=["cell", "base"], named={"data-side": "对照件"}))
    elif row.excerpts:
        parts.append(_excerpts(sides, row.excerpts))
    if row.derived:
        text = _paragraph(sides, sides.derived, row.derived, own=True, whole=whole)
        parts.append(md.region(text, classes=["cell", "own"], named={"data-side": "本件"}))
    return md.region(md.stacked(*parts), id=f"r{number}", classes=classes)


def _label(number: str, kind: str, tags: Sequence[str] = ()) -> Markdown:
    """What is at the left of a row: its number, what it is, and what else is to be said of it."""
    parts = [
        md.span(Markdown(number), classes=["number"]),
        md.span(Markdown(labels_zh.ROWS[kind]), classes=["how", f"is-{kind}"]),
        *(md.span(Markdown(tag), classes=["tag-line"]) for tag in tags),
    ]
    return md.paragraph(md.joined(parts, Markdown(" ")), classes=["row-label"])


def same_characters(cell: Cell) -> int:
    """How many characters of a paragraph its like on the other side has at the same place."""
    return sum(part.end - part.start for part in cell.parts if part.kind == "same")


def _is_heading(sides: _Sides, row: Row) -> bool:
    """Whether the row is a heading without text of its own."""
    cell, notice = (row.derived, sides.derived) if row.derived else (row.base, sides.base)
    if cell is None:
        return False
    block = sides.blocks[notice.id][cell.block]
    return block.kind is BlockKind.SECTION and not block.inline and heading_end(block) == len(block.text)


def _excerpts(sides: _Sides, excerpts: Sequence[Ref]) -> Markdown:
    """What of a paragraph stands elsewhere in the base, each with a link to its row there."""
    lines = []
    for ref in excerpts:
        there = sides.row(sides.base, ref.block)
        words_there = md.escape(sides.text(sides.base, ref.block)[ref.start : ref.end])
        link = md.link(Markdown(f"第 {there} 行"), f"#r{there}", classes=["to-row"])
        lines.append(md.paragraph(md.joined([link, Markdown(" "), words_there]), classes=["excerpt"]))
    return md.region(md.stacked(*lines), classes=["cell", "base", "excerpts"], named={"data-side": "对照件他处"})


def _paragraph(sides: _Sides, notice: Notice, cell: Cell, *, own: bool, whole: bool) -> Markdown:
    """A paragraph with its differences marked; `whole`: the other side has nothing beside it."""
    block = sides.blocks[notice.id][cell.block]
    path = _path(sides.blocks[notice.id], block) or "¶"
    target = sides.site.links.block(notice.id, cell.block).relative_to(sides.file)
    where = md.link(md.escape(path), target, classes=["where"], named={"aria-label": f"{path}，原文"})
    text = md.joined(_part(sides, notice, block.text, part, own=own, whole=whole) for part in cell.parts)
    return md.paragraph(md.joined([where, text]))


def _path(blocks: Mapping[str, Block], block: Block) -> str:
    """The labels of the sections around a paragraph, without the one that it begins with itself."""
    shows_own = block.label is not None and block.text.startswith(block.label)
    return section_path(blocks.get(block.parent or "") if shows_own else block, blocks.get)


def _part(sides: _Sides, notice: Notice, text: str, part: Part, *, own: bool, whole: bool) -> Markdown:
    shown = md.escape(text[part.start : part.end])
    if part.kind == "elsewhere" and part.block:
        other = sides.base if notice is sides.derived else sides.derived
        row = sides.row(other, part.block)
        return md.link(shown, f"#r{row}", classes=["elsewhere"], named={"data-row": row})
    if part.kind == "same" or whole:
        return shown
    return (md.inserted if own else md.deleted)(shown, classes=[part.kind])
