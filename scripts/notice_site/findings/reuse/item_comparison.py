"""Lays what two documents ask for beside each other, item by item."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from notice_site.findings.reuse.addressee_classes import AddresseeClasses
from notice_site.findings.reuse.elsewhere import ElsewhereInPair
from notice_site.findings.reuse.item_marks import mark_items
from notice_site.findings.reuse.item_matching import Group, Item, ItemMatcher, Likenesses
from notice_site.findings.reuse.paragraph_comparison import SharedPassage, Side, side_of
from notice_site.findings.reuse.task_items import item_refs
from notice_site.model import Block, BlockKind, Cell, ItemCell, ItemRow, Notice, Ref, Row, Task
from notice_site.model.frozen import dataclass
from notice_site.text.normalization import letters_of


@dataclass(frozen=True, slots=True)
class _AskedItem:
    """One item of a task, and its words."""

    task: Task
    ref: Ref
    text: str
    letters: str
    addressees: tuple[str, ...] | None


def compare_items(
    base: Side,
    derived: Side,
    tasks: Sequence[Task],
    rows: Sequence[Row],
    passages: Sequence[SharedPassage],
    classes: AddresseeClasses,
) -> tuple[ItemRow, ...]:
    """All items of both documents, each in one row: those of the base in their order, then what derived alone asks.

    `tasks` are those of both documents, `rows` and `passages` what both share. Nothing is compared where one of the two
    asks for nothing. Items with which derived quotes the base stand beside those of the base, not for derived's own.
    """
    asked, asked_by_derived = (_items(tasks, side.notice, classes) for side in (base, derived))
    if not asked or not asked_by_derived:
        return ()
    quoting = [item for item in asked_by_derived if item.task.quoted_from == base.notice.id]
    own = [item for item in asked_by_derived if item.task.quoted_from != base.notice.id]
    return tuple(_ItemTable(base, derived, asked, own, quoting, rows, passages).rows())


def _items(tasks: Iterable[Task], notice: Notice, classes: AddresseeClasses) -> list[_AskedItem]:
    """The items of the tasks of a document in the order of its text; those without a letter are left out."""
    blocks = {block.id: number for number, block in enumerate(notice.blocks)}
    items = []
    for task in (task for task in tasks if task.ref.notice == notice.id):
        for ref in item_refs(task, notice):
            text = notice.block(ref.block).text[ref.start : ref.end]
            items.append(_AskedItem(task, ref, text, letters_of(text), classes.of(task)))
    items.sort(key=lambda item: (blocks[item.ref.block], item.ref.start))
    return [item for item in items if item.letters]


class _ItemTable:
    """The items of two documents on their way to rows."""

    def __init__(
        self,
        base: Side,
        derived: Side,
        asked: Sequence[_AskedItem],
        own: Sequence[_AskedItem],
        quoting: Sequence[_AskedItem],
        rows: Sequence[Row],
        passages: Sequence[SharedPassage],
    ) -> None:
        self._asked, self._own = asked, own
        self._base, self._derived = _side(base.notice, asked), _side(derived.notice, own)
        self._beyond = {row.base.block for row in rows if row.kind == "beyond" and row.base}
        self._sections = _SectionPairs(base.notice, derived.notice, rows)
        self._elsewhere = ElsewhereInPair(base, derived, passages)
        matcher = ItemMatcher(
            [Item(item.letters, item.addressees, item.ref.block in self._beyond) for item in asked],
            [Item(item.letters, item.addressees) for item in own],
        )
        self._alike: Likenesses = matcher.like()
        self._groups: Sequence[Group] = matcher.groups(self._alike)
        self._quotations, self._unplaced = _quotations(asked, quoting)

    def rows(self) -> Iterator[ItemRow]:
        """The rows, by the first item of the base, then by the items of derived."""
        of_base = {left: group for group in self._groups for left in group.left}
        matched = {right for group in self._groups for right in group.right}
        again = [found for found in reversed(self._alike) if found.is_repeated]  # reversed: the most alike counts
        like_base = {found.left: self._own[found.right].ref for found in again}
        like_derived = {found.right: self._asked[found.left].ref for found in again}
        for left in range(len(self._asked)):
            group = of_base.get(left)
            if group is None:
                yield self._of_base(left, like_base.get(left))
            elif left == group.left[0]:
                yield self._of_group(group)
        for right, item in enumerate(self._own):
            if right not in matched:
                yield self._of_derived(right, item, like_derived.get(right))
        for item in self._unplaced:
            yield ItemRow("quoted", item.addressees or (), (), (), (item.ref,))

    def _of_group(self, group: Group) -> ItemRow:
        left, right = self._asked[group.left[0]], self._own[group.right[0]]
        kind, modal = mark_items(self._base, group.left, self._derived, group.right)
        return ItemRow(
            kind,
            left.addressees or right.addressees or (),
            tuple(_cell(self._asked[n], self._base.cell(n)) for n in group.left),
            tuple(_cell(self._own[n], self._derived.cell(n)) for n in group.right),
            quoted=tuple(ref for n in group.left for ref in self._quotations.get(n, ())),
            moved=not self._sections.go_together(left.ref.block, right.ref.block),
            other_addressee=left.addressees != right.addressees and left.task.addressee != right.task.addressee,
            modal=modal,
        )

    def _of_base(self, left: int, like: Ref | None) -> ItemRow:
        item = self._asked[left]
        quoted = tuple(self._quotations.get(left, ()))
        kind, found = ("quoted", None) if quoted else self._otherwise(item, like)
        if not kind:
            kind = "beyond" if item.ref.block in self._beyond else "dropped"
        return ItemRow(kind, item.addressees or (), (_cell(item, self._base.cell(left)),), (), quoted, found)

    def _of_derived(self, right: int, item: _AskedItem, like: Ref | None) -> ItemRow:
        kind, found = self._otherwise(item, like)
        cell = _cell(item, self._derived.cell(right))
        return ItemRow(kind or "added", item.addressees or (), (), (cell,), found=found)

    def _otherwise(self, item: _AskedItem, like: Ref | None) -> tuple[str, Ref | None]:
        """What the other document has of an item without a row for it there, and where; "" for nothing."""
        return ("again", like) if like else self._elsewhere.of(item.ref, item.letters)


def _side(notice: Notice, items: Sequence[_AskedItem]) -> Side:
    """The items as if they were the paragraphs of a document."""
    blocks = tuple(Block(str(number), BlockKind.PARAGRAPH, item.text) for number, item in enumerate(items))
    return side_of(replace(notice, blocks=blocks))


def _cell(item: _AskedItem, cell: Cell) -> ItemCell:
    return ItemCell(item.task.id, item.ref, cell.parts)


def _quotations(
    asked: Sequence[_AskedItem], quoting: Sequence[_AskedItem]
) -> tuple[Mapping[int, Sequence[Ref]], Sequence[_AskedItem]]:
    """Where derived quotes each item of the base, by its number; and the quoted items that the base has not."""
    matcher = ItemMatcher(
        [Item(item.letters, item.addressees) for item in asked],
        [Item(item.letters, item.addressees) for item in quoting],
    )
    places: dict[int, list[Ref]] = defaultdict(list)
    matched: set[int] = set()
    for group in matcher.groups(matcher.like()):
        for left in group.left:
            places[left].extend(quoting[right].ref for right in group.right)
        matched.update(group.right)
    return places, [item for right, item in enumerate(quoting) if right not in matched]


class _SectionPairs:
    """Which outermost section of the one document goes with which of the other: those of most paragraphs in a row."""

    def __init__(self, base: Notice, derived: Notice, rows: Sequence[Row]) -> None:
        self._base, self._derived = _outermost_sections(base), _outermost_sections(derived)
        together: dict[str, Counter[str]] = defaultdict(Counter)
        for row in rows:
            if row.base and row.derived:
                letters = sum(part.end - part.start for part in row.derived.parts if part.kind == "same")
                together[self._base[row.base.block]][self._derived[row.derived.block]] += letters
        self._partners = {section: max(sorted(found), key=found.__getitem__) for section, found in together.items()}

    def go_together(self, base_block: str, derived_block: str) -> bool:
        """Whether two blocks stand in sections that go together, or nothing is known of these."""
        partner = self._partners.get(self._base[base_block])
        return partner is None or partner == self._derived[derived_block]


def _outermost_sections(notice: Notice) -> Mapping[str, str]:
    """The outermost section of each block; "" before the first one."""
    sections: dict[str, str] = {}
    for block in notice.blocks:
        own = block.id if block.kind is BlockKind.SECTION else ""
        sections[block.id] = sections.get(block.parent, "") if block.parent else own
    return sections
