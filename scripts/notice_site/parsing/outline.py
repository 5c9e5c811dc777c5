"""Builds the tree of sections, items, paragraphs and inline items from the body of one document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from notice_site.model import Block, BlockKind, Repair
from notice_site.model.frozen import dataclass
from notice_site.parsing.decided_headings import decided_depth, with_decisions
from notice_site.parsing.headings import ParagraphLabel, paragraph_labels
from notice_site.parsing.inline_items import InlineItem, inline_items
from notice_site.parsing.line_joining import Paragraph
from notice_site.parsing.unlabelled_headings import UnlabelledHeading, inner_headings, set_off_headings
from notice_site.text.labels import Style

_STEMS = {
    Style.PART: "part", Style.CHAPTER: "chap", Style.DIVISION: "div", Style.ARTICLE: "art",
}  # fmt: skip
_REPAIRED_WORDS = 8  # characters of a repair: enough to find its block, and few enough to stand in one piece


class Ids:
    """Ids of one document: from numbering and position below the parent, never from wording.

    The manner is that of Akoma Ntoso: sec_2__sec_1__p_3. A number that comes twice below one parent
    gets the position among its equals: sec_2-2.
    """

    def __init__(self, prefix: str = "") -> None:
        self._prefix = prefix
        self._positions: Counter[tuple[str, str]] = Counter()
        self._taken: Counter[str] = Counter()

    def numbered(self, parent: str | None, stem: str, number: int, branch: int = 0) -> str:
        """The id of a block whose label carries that number; 第十条之一 is art_10_1."""
        return self._unique(f"{self._base(parent)}{stem}_{number}{f'_{branch}' if branch else ''}")

    def next(self, parent: str | None, stem: str) -> str:
        """The id of the next block of that stem below the parent, counted from 1."""
        self._positions[parent or "", stem] += 1
        return self._unique(f"{self._base(parent)}{stem}_{self._positions[parent or '', stem]}")

    def named(self, name: str) -> str:
        """The id of a block that stands alone in its document: title, recipients; the second is title-2."""
        return self._unique(f"{self._prefix}{name}")

    def _base(self, parent: str | None) -> str:
        return f"{parent}__" if parent else self._prefix

    def _unique(self, wanted: str) -> str:
        self._taken[wanted] += 1
        return wanted if self._taken[wanted] == 1 else f"{wanted}-{self._taken[wanted]}"


@dataclass(frozen=True, slots=True)
class _OpenBlock:
    """A labelled or headed block that still takes in what follows."""

    rank: int | None  # of the style of its label; None: a heading without label
    id: str
    depth: int
    takes_text: bool  # paragraphs that follow belong to it
    level: int = 0  # of a heading that the format sets off
    is_placed: bool = False  # an editor set its depth
    number: int = 0  # of its label


def outline(paragraphs: tuple[Paragraph, ...], ids: Ids) -> tuple[tuple[Block, ...], tuple[Repair, ...]]:
    """Blocks in reading order and the repairs of their paragraphs, each with the block it stands in.

    Depth comes from the order of the label styles in this document, not from the style itself: where
    一、 is missing, （一） is of depth 1; （五） that runs on below 二、 is as deep as （一） below 一、.
    """
    set_off = set_off_headings(paragraphs)
    labelled = paragraph_labels(paragraphs, frozenset(set_off))
    free = [opening is None and i not in set_off for i, opening in enumerate(labelled)]
    free = [is_free and not inside for is_free, inside in zip(free, _inside_articles(labelled), strict=True)]
    labelled, unlabelled = with_decisions(paragraphs, labelled, set_off | inner_headings(paragraphs, free))
    blocks: list[Block] = []
    repairs: list[Repair] = []
    stack: list[_OpenBlock] = []
    for i, (paragraph, opening) in enumerate(zip(paragraphs, labelled, strict=True)):
        if opening:
            _close_for(paragraph, opening, stack)
            block = _labelled(paragraph, opening, stack, ids)
            takes = opening.heading is not None or opening.label.style is Style.ARTICLE
            is_placed = decided_depth(paragraph) is not None
            number = opening.label.number
            stack.append(_OpenBlock(opening.rank, block.id, block.depth, takes, paragraph.heading, is_placed, number))
        elif heading := unlabelled.get(i):
            block = _unlabelled(paragraph, heading, stack, ids)
        else:
            parent = _text_parent(stack)
            stem, kind = ("tbl", BlockKind.TABLE) if paragraph.rows else ("p", BlockKind.PARAGRAPH)
            parent_id = parent.id if parent else None
            block = Block(
                ids.next(parent_id, stem), kind, paragraph.text, parent=parent_id, rows=paragraph.rows,
                spans=paragraph.spans, lines=paragraph.lines,
            )  # fmt: skip
        if paragraph.decision:
            block = replace(block, decided=True)
        pieces = _with_inline_items(block, stack, ids)
        blocks += pieces
        repairs += repairs_by_block(paragraph.repairs, pieces)
    return tuple(blocks), tuple(repairs)


def _inside_articles(labelled: Sequence[ParagraphLabel | None]) -> list[bool]:
    """Which paragraphs stand below an article: the paragraphs of an article have no headings of their own."""
    inside, result = False, []
    for opening in labelled:
        if opening and opening.label.style <= Style.ARTICLE:
            inside = opening.label.style is Style.ARTICLE
        result.append(inside)
    return result


def repairs_by_block(repairs: Sequence[Repair], blocks: Sequence[Block]) -> list[Repair]:
    """The repairs of a paragraph, each with the id of that of its blocks which holds the repaired words."""

    def holder(repair: Repair) -> str:
        words = repair.after[:_REPAIRED_WORDS], repair.before[:_REPAIRED_WORDS]
        return next((b.id for b in blocks if any(word in b.text for word in words)), blocks[0].id)

    return [replace(repair, block=holder(repair)) for repair in repairs]


def _close_for(paragraph: Paragraph, opening: ParagraphLabel, stack: list[_OpenBlock]) -> None:
    """Closes the open blocks that cannot hold a block with that label, or that an editor set no less deep."""
    if depth := decided_depth(paragraph):
        _close_to(depth, stack)
        return
    counts_on = False
    while stack and not _above(stack, opening, paragraph.heading, counts_on):
        closed = stack.pop()
        if closed.rank == opening.rank:
            if closed.is_placed:
                break  # the next of a list is as deep as the one that an editor placed
            counts_on = closed.number == opening.label.number - 1


def _close_to(depth: int, stack: list[_OpenBlock]) -> None:
    while stack and stack[-1].depth >= depth:
        stack.pop()


def _above(stack: list[_OpenBlock], opening: ParagraphLabel, level: int, counts_on: bool) -> bool:
    """True when the last open block may hold a block with that label; `level` is that of the block in the format.

    `counts_on` says that the label follows the one just closed. Otherwise a list that is open above a heading without
    label may go on behind it: 1、登记 ⏎ 办理流程 ⏎ 2、审核.
    """
    top = stack[-1]
    if top.rank is None:
        number = opening.label.number
        goes_on = not counts_on and number > 1 and any(o.rank == opening.rank and o.number < number for o in stack)
        return top.level > 0 and not 0 < level <= top.level and not goes_on
    return top.rank < opening.rank


def _text_parent(stack: list[_OpenBlock]) -> _OpenBlock | None:
    return next((o for o in reversed(stack) if o.takes_text), None)


def _unlabelled(paragraph: Paragraph, heading: UnlabelledHeading, stack: list[_OpenBlock], ids: Ids) -> Block:
    """A section without label: inside the section that is open, or below the headings of a higher level."""
    if decided := decided_depth(paragraph):
        _close_to(decided, stack)
    elif heading.level:
        while stack and not 0 < stack[-1].level < heading.level:
            stack.pop()
    while stack and stack[-1].rank is None and not stack[-1].level > 0 and not decided:
        stack.pop()
    parent = _text_parent(stack)
    depth = parent.depth + 1 if parent else 1
    parent_id = parent.id if parent else None
    block = Block(
        ids.next(parent_id, "hd"), BlockKind.SECTION, paragraph.text, depth, None, heading.text, parent_id,
        lines=paragraph.lines,
    )  # fmt: skip
    _close_to(depth, stack)
    stack.append(_OpenBlock(None, block.id, depth, True, heading.level))
    return block


def _labelled(paragraph: Paragraph, opening: ParagraphLabel, stack: list[_OpenBlock], ids: Ids) -> Block:
    label, heading = opening.label, opening.heading
    parent = stack[-1] if stack else None
    parent_id = parent.id if parent else None
    stem = _STEMS.get(label.style, "sec" if heading else "item")
    return Block(
        ids.numbered(parent_id, stem, label.number, label.branch),
        BlockKind.SECTION if heading else BlockKind.ITEM,
        paragraph.text,
        (parent.depth if parent else 0) + 1,
        label.text,
        heading,
        parent_id,
        lines=paragraph.lines,
    )


def _with_inline_items(block: Block, stack: list[_OpenBlock], ids: Ids) -> tuple[Block, ...]:
    """The block, and after it the inline items that run on in its paragraph; their texts do not overlap."""
    if block.kind is BlockKind.TABLE:
        return (block,)
    found = inline_items(block.text)
    items = tuple(p for p in found if p.start > 0)
    if not items:
        return (block,)
    # 一要加强领导。二要明确责任。 in one paragraph are entries of one list: the second does not stand below the first.
    alike = block.label is not None and found[0].start == 0
    depth = (block.depth or (stack[-1].depth if stack else 0)) + (0 if alike else 1)
    parent = block.parent if alike else block.id
    ends = [p.start for p in items[1:]] + [len(block.text)]
    pieces = [replace(block, text=block.text[: items[0].start])]
    for item, end in zip(items, ends, strict=True):
        pieces.append(_inline_item(replace(block, parent=parent), item, block.text[item.start : end], depth, ids))
    return tuple(pieces)


def _inline_item(block: Block, item: InlineItem, text: str, depth: int, ids: Ids) -> Block:
    """An item of the block's paragraph, below the block's parent."""
    rest = item.label is None and item.heading is None
    kind = BlockKind.PARAGRAPH if rest else BlockKind.SECTION if item.heading else BlockKind.ITEM
    return Block(
        ids.next(block.parent, "rest" if rest else "pt"), kind, text, 0 if rest else depth, item.label, item.heading,
        block.parent, inline=True, lines=block.lines,
    )  # fmt: skip
