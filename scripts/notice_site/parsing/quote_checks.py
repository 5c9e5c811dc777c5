"""Notes quotation marks without a partner; it corrects none."""

from __future__ import annotations

from collections.abc import Sequence

from notice_site.model import Block, Repair, RepairKind

_CONTEXT = 8

MOST_IN_PARAGRAPH = 20
"""Marks noted one by one; where more of a paragraph have no partner, they were not typed as quotation marks."""


def unbalanced_quotes(blocks: Sequence[Block]) -> tuple[Repair, ...]:
    """A note for each “ that is not closed and each ” that was not opened within one paragraph.

    Of many in one paragraph the last note says how many more there are.

    Example: 守信念、讲奉献、有本领、重品行”的基层党组织书记队伍 has a closing mark only.
    """
    found: list[Repair] = []
    for group in _paragraphs(blocks):
        alone = _without_partner(group)
        noted = alone[:MOST_IN_PARAGRAPH]
        further = len(alone) - len(noted)
        found += [_note(*mark, further if mark is noted[-1] else 0) for mark in noted]
    return tuple(found)


def _without_partner(paragraph: Sequence[Block]) -> list[tuple[Block, int]]:
    """The marks without a partner and their places: those that close, then those that open."""
    opened: list[tuple[Block, int]] = []
    closed: list[tuple[Block, int]] = []
    for block in paragraph:
        for at, char in enumerate(block.text):
            if char == "“":
                opened.append((block, at))
            elif char == "”":
                if opened:
                    opened.pop()
                else:
                    closed.append((block, at))
    return closed + opened


def _paragraphs(blocks: Sequence[Block]) -> list[list[Block]]:
    """Blocks that read as one paragraph: one and the inline points after it."""
    groups: list[list[Block]] = []
    for block in blocks:
        if block.inline and groups:
            groups[-1].append(block)
        else:
            groups.append([block])
    return groups


def _note(block: Block, at: int, further: int) -> Repair:
    if block.text[at] == "”":
        quote, reason = block.text[max(0, at - _CONTEXT) : at + 1], "此处的后引号”在本段没有对应的前引号“"
    else:
        quote, reason = block.text[at : at + _CONTEXT + 1], "此处的前引号“在本段没有对应的后引号”"
    reason += f"；本段另有 {further} 处" if further else ""
    return Repair(block.id, RepairKind.UNBALANCED_QUOTE, quote, "", reason, 0.9, line=block.lines[0])
