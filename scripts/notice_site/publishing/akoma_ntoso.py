"""Writes a document as Akoma Ntoso 3.0, the OASIS standard for legal documents (LegalDocML).

A 公文 is a `doc`: masthead, number and title are its preface, the recipients its preamble, signature, date and what
follows its conclusions. Sections are hierarchical elements, and the `eId` of an element is the id of the block. The
text of the four parts is that of the blocks, character for character. What was mended or is doubted stands in the
metadata.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from itertools import dropwhile, takewhile

from notice_site.model import Block, BlockKind, Notice
from notice_site.model.frozen import dataclass
from notice_site.pages.core.site import Site
from notice_site.pages.notice.block_text import heading_end
from notice_site.publishing.akoma_ntoso_metadata import mark_doubts, metadata, uri_of
from notice_site.publishing.document_marks import Mark, marked_text, marks_of_documents
from notice_site.publishing.table_cells import cells
from notice_site.publishing.xml_text import element, xml_text
from notice_site.text.labels import Style, match_label

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

_PREFACE = frozenset({BlockKind.MASTHEAD, BlockKind.NUMBER, BlockKind.TITLE})
_CONCLUSIONS = frozenset({BlockKind.SIGNATURE, BlockKind.DATE, BlockKind.CC, BlockKind.PRINT, BlockKind.NOTE})

_UNITS = {
    Style.PART: "part",
    Style.CHAPTER: "chapter",
    Style.DIVISION: "section",
    Style.ARTICLE: "article",
    Style.CLAUSE: "clause",
}
"""The elements of units that name themselves: 第二章, 第三条."""

_INLINE = {BlockKind.NUMBER: "docNumber", BlockKind.TITLE: "docTitle", BlockKind.SIGNATURE: "signature"}

_Marks = Mapping[str, Sequence[Mark]]


def akoma_ntoso_of(site: Site) -> Callable[[Notice], str]:
    """Prepares the function that writes a document as Akoma Ntoso."""
    notices = {notice.id: notice for notice in site.corpus.all_notices}
    marks_of = marks_of_documents(site, lambda id: uri_of(notices[id]))
    carried: dict[str, list[Notice]] = {}
    for notice in notices.values():
        if notice.part_of:
            carried.setdefault(notice.part_of, []).append(notice)

    def document(notice: Notice) -> str:
        marked = marks_of(notice)
        mark_doubts(notice, marked)
        about = metadata(notice, marked, notices.get(notice.part_of or ""), carried.get(notice.id, ()))
        content = "\n".join(["", about, *_parts(_tree(notice.blocks), marked.by_block), ""])
        doc = element("doc", content, {"name": notice.genre or "公文"})
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{element("akomaNtoso", doc, {"xmlns": NAMESPACE})}\n'

    return document


@dataclass(frozen=True, slots=True)
class _Unit:
    """A block with the points that run on inside its paragraph, and the blocks below it."""

    block: Block
    points: list[Block] = field(default_factory=list)
    children: list[_Unit] = field(default_factory=list)

    @property
    def is_hierarchical(self) -> bool:
        return bool(self.children) or self.block.kind in (BlockKind.SECTION, BlockKind.ITEM)


def _tree(blocks: Iterable[Block]) -> list[_Unit]:
    """Puts blocks into the units that hold them; a block below a point belongs to the paragraph of the point."""
    outermost: list[_Unit] = []
    units: dict[str, _Unit] = {}
    last: _Unit | None = None
    for block in blocks:
        if block.inline and last:
            last.points.append(block)
        else:
            last = _Unit(block)
            above = units.get(block.parent or "")
            (above.children if above else outermost).append(last)
        units[block.id] = last
    return outermost


def _parts(units: Sequence[_Unit], marks: _Marks) -> list[str]:
    """Writes the parts of a document; whatever is not its head or its end is its body."""
    preface = [*takewhile(lambda unit: _is_flow(unit, _PREFACE), units)]
    rest = units[len(preface) :]
    preamble = [*takewhile(lambda unit: _is_flow(unit, {BlockKind.RECIPIENTS}), rest)]
    rest = rest[len(preamble) :]
    body = [*dropwhile(lambda unit: _is_flow(unit, _CONCLUSIONS), reversed(rest))][::-1]
    parts = {"preface": preface, "preamble": preamble, "mainBody": body, "conclusions": rest[len(body) :]}
    return [
        element(name, _lines([_unit(unit, marks) for unit in of_part] or [element("p")]))
        for name, of_part in parts.items()
        if of_part or name == "mainBody"
    ]


def _is_flow(unit: _Unit, kinds: Iterable[BlockKind]) -> bool:
    return unit.block.kind in kinds and not unit.is_hierarchical


def _lines(parts: Iterable[str]) -> str:
    return "\n" + "\n".join(parts) + "\n"


def _unit(unit: _Unit, marks: _Marks) -> str:
    return _hierarchical(unit, marks) if unit.is_hierarchical else _flow(unit, marks, {"eId": unit.block.id})


def _hierarchical(unit: _Unit, marks: _Marks) -> str:
    """Writes a unit with number, heading, what it says itself, and the units below it."""
    block = unit.block
    labelled = block.kind in (BlockKind.SECTION, BlockKind.ITEM)
    label_end = len(block.label) if labelled and block.label and block.text.startswith(block.label) else 0
    head_end = heading_end(block) if block.kind is BlockKind.SECTION else label_end
    of_block = marks.get(block.id, ())
    head = [
        element(name, marked_text(block.text, of_block, start, end))
        for name, start, end in (("num", 0, label_end), ("heading", label_end, head_end))
        if end > start
    ]
    has_text = block.text[head_end:].strip() or unit.points or block.rows
    flow = [_flow(unit, marks, {}, head_end)] if has_text else []
    below = [_flow(child, marks, {"eId": child.block.id}) for child in unit.children]
    if not any(child.is_hierarchical for child in unit.children):
        inner = [element("content", _lines([*flow, *below]))] if flow or below else []
    else:
        first = next(place for place, child in enumerate(unit.children) if child.is_hierarchical)
        intro = [*flow, *below[:first]]
        inner = [element("intro", _lines(intro))] if intro else []
        inner += [_between(child, marks) for child in unit.children[first:]]
    name = _name(block)
    named = {"name": "paragraph"} if name == "hcontainer" else {}
    return element(name, _lines([*head, *inner]), {"eId": block.id, **named})


def _name(block: Block) -> str:
    label = match_label(block.label) if block.label else None
    if block.kind is BlockKind.SECTION:
        return _UNITS.get(label.style, "section") if label else "section"
    if block.kind is BlockKind.ITEM:
        return _UNITS.get(label.style, "point") if label else "point"
    return "hcontainer"


def _between(unit: _Unit, marks: _Marks) -> str:
    """Writes a unit that follows a hierarchical one: there a paragraph needs a unit of its own."""
    if unit.is_hierarchical:
        return _hierarchical(unit, marks)
    content = element("content", _flow(unit, marks, {}))
    return element("hcontainer", content, {"eId": unit.block.id, "name": "paragraph"})


def _flow(unit: _Unit, marks: _Marks, attributes: Mapping[str, str], start: int = 0) -> str:
    """Writes the text of a block from `start` on as a paragraph, with the points that run on in it, or as a table."""
    block = unit.block
    points = "".join(
        element("inline", marked_text(point.text, marks.get(point.id, ())), {"eId": point.id, "name": "point"})
        for point in unit.points
    )
    if block.rows:
        return _table(block, attributes) + (element("p", points) if points else "")
    text = marked_text(block.text, marks.get(block.id, ()), start)
    if block.kind in _INLINE:
        text = element(_INLINE[block.kind], text)
    kind = {} if block.kind in (BlockKind.SECTION, BlockKind.ITEM, BlockKind.PARAGRAPH) else {"class": block.kind.value}
    return element("p", text + points, {**attributes, **kind})


def _table(block: Block, attributes: Mapping[str, str]) -> str:
    rows = []
    for row in cells(block):
        written = [
            element(
                "td",
                element("p", "<br/>".join(map(xml_text, cell.text.split("\n")))),
                {
                    **({"rowspan": str(cell.height)} if cell.height > 1 else {}),
                    **({"colspan": str(cell.width)} if cell.width > 1 else {}),
                },
            )
            for cell in row
        ]
        rows.append(element("tr", "".join(written or [element("td")])))
    return element("table", _lines(rows), attributes)
