"""Writes the items of two documents as tables: what the one asks, what became of it, what the other asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from notice_site.model import ItemCell, ItemRow, Part, Ref, Task
from notice_site.model.frozen import dataclass
from notice_site.pages.comparison.rows import Sides
from notice_site.pages.core import labels_zh
from notice_site.pages.core import markdown as md
from notice_site.pages.core.markdown import Markdown
from notice_site.pages.core.section_paths import section_name

_SPACE = Markdown(" ")
_OUTCOME = Markdown("结果")


@dataclass(frozen=True)
class ItemTables:
    """The items of a comparison, with what their tables look up."""

    sides: Sides
    tasks: Mapping[str, Task]
    file: str

    @cached_property
    def classes(self) -> Mapping[tuple[str, ...], Sequence[ItemRow]]:
        """The rows by the class of those addressed, in the order of the table of levels; who is unnamed comes last."""
        ranks = {level: rank for rank, level in enumerate(("scope", "focus", *self.sides.site.levels))}
        by_class: dict[tuple[str, ...], list[ItemRow]] = {}
        for row in self.sides.comparison.items:
            by_class.setdefault(row.addressees, []).append(row)
        return dict(sorted(by_class.items(), key=lambda item: (not item[0], [ranks[id] for id in item[0]])))

    def class_name(self, addressees: Sequence[str]) -> str:
        """How a class is called: 县区、党员领导干部."""
        names = {**labels_zh.TASK_TYPES, **self.sides.site.levels}
        return "、".join(names[id] for id in addressees) or "对象未写明"

    def table(self, rows: Iterable[ItemRow]) -> Markdown:
        """Lays the items of a class beside each other; those after the point where derived breaks off are left out."""
        shown = [row for row in rows if row.kind != "beyond"]
        worded = [self._addressees(cell for row in shown for cell in side(row)) for side in (_of_base, _of_derived)]
        heads = [
            md.escape(f"{name}：{next(iter(found))}" if len(found) == 1 else name)
            for name, found in zip(self.sides.names, worded, strict=True)
        ]
        several = [len(found) > 1 for found in worded]
        return md.region(
            md.table([heads[0], _OUTCOME, heads[1]], (self._row(row, *several) for row in shown)),
            classes=["data-table", "item-table"],
        )

    def beyond(self) -> Markdown:
        """Lists what the base asks after the point where derived breaks off."""
        rows = [
            [md.escape(self.class_name(addressees)), self._side(row.base, row, of_base=True, named=False)]
            for addressees, of_class in self.classes.items()
            for row in of_class
            if row.kind == "beyond"
        ]
        head = [Markdown("对象"), md.escape(self.sides.names[0])]
        return md.region(md.table(head, rows), classes=["data-table", "item-table"])

    def _addressees(self, cells: Iterable[ItemCell]) -> dict[str, None]:
        """How those addressed are worded, each wording once."""
        named = (self.tasks[cell.task].addressee for cell in cells)
        return dict.fromkeys(name for name in named if name)

    def _row(self, row: ItemRow, named_in_base: bool, named_in_derived: bool) -> list[Markdown]:
        named = row.other_addressee
        base = self._side(row.base, row, of_base=True, named=named_in_base or named)
        derived = self._side(row.derived, row, of_base=False, named=named_in_derived or named)
        if row.found:
            there = self._found(row.found)
            base, derived = (base, there) if row.base else (there, derived)
        return [base, self._outcome(row), md.joined([derived, self._quoted(row)])]

    def _outcome(self, row: ItemRow) -> Markdown:
        remarks = []
        if len(row.base) > 1:
            remarks.append(f"{len(row.base)} 项并作 1 项")
        if len(row.derived) > 1:
            remarks.append(f"分作 {len(row.derived)} 项")
        if row.moved:
            remarks.append("移位")
        if row.other_addressee:
            named = all(self.tasks[cell.task].addressee for cell in (*row.base, *row.derived))
            remarks.append("对象不同" if named else "一件未写明对象")
        if row.modal:
            remarks.append(f"“{row.modal[0]}”作“{row.modal[1]}”")
        label = md.span(Markdown(labels_zh.ITEM_ROWS[row.kind]), classes=["how", f"is-{row.kind}"])
        return md.joined([label, *(md.span(md.escape(words), classes=["tag-line"]) for words in remarks)], _SPACE)

    def _side(self, cells: Sequence[ItemCell], row: ItemRow, *, of_base: bool, named: bool) -> Markdown:
        """The items of one side, each with those addressed where they are not the same in the whole column."""
        whole = not row.base or not row.derived
        lines = []
        for cell in cells:
            text = self._words(cell.ref)
            marked = md.joined(_part(text, part, of_base=of_base, whole=whole) for part in cell.parts)
            parts = [md.span(marked, classes=["item"])]
            if named:
                wording = self.tasks[cell.task].addressee or "对象未写明"
                parts.append(md.span(md.escape(wording), classes=["addressee", "of-item"]))
            lines.append(md.joined([*parts, self._place(cell.ref)], _SPACE))
        return md.joined(lines, md.LINE_BREAK)

    def _found(self, ref: Ref) -> Markdown:
        """Where the words of an item stand in the other document."""
        words = md.span(md.escape(self._words(ref)), classes=["item"])
        return md.span(md.joined([Markdown("见"), words, self._place(ref)], _SPACE), classes=["found"])

    def _quoted(self, row: ItemRow) -> Markdown:
        """Where derived quotes the item: with its words where it has no item of its own."""
        if not row.quoted:
            return md.EMPTY
        parts = [Markdown("另有转引" if row.derived else "转引")]
        for ref in row.quoted:
            if not row.derived:
                parts.append(md.span(md.escape(self._words(ref)), classes=["item"]))
            parts.append(self._place(ref))
        return md.span(md.joined(parts, _SPACE), classes=["found"])

    def _words(self, ref: Ref) -> str:
        notice = self.sides.base if ref.notice == self.sides.base.id else self.sides.derived
        return self.sides.text(notice, ref.block)[ref.start : ref.end]

    def _place(self, ref: Ref) -> Markdown:
        blocks = self.sides.blocks[ref.notice]
        name = section_name(blocks[ref.block], blocks.get)
        return md.link(md.escape(name), self.sides.site.links.words(ref).relative_to(self.file), classes=["source"])


def _of_base(row: ItemRow) -> Sequence[ItemCell]:
    return row.base


def _of_derived(row: ItemRow) -> Sequence[ItemCell]:
    return row.derived


def _part(text: str, part: Part, *, of_base: bool, whole: bool) -> Markdown:
    shown = md.escape(text[part.start : part.end])
    if part.kind == "same" or whole:
        return shown
    return (md.deleted if of_base else md.inserted)(shown, classes=[part.kind])


def item_count(rows: Iterable[ItemRow]) -> Iterator[int]:
    """Counts the items of the base, those of derived's own, and the places where derived quotes the base."""
    listed = list(rows)
    yield sum(len(row.base) for row in listed)
    yield sum(len(row.derived) for row in listed)
    yield len({ref for row in listed for ref in row.quoted})
