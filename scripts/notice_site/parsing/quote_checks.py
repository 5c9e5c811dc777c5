"""Notes quotation marks without a partner; it corrects none."""

from __future__ import annotations

from collections.abc import Sequence

from notice_site.model import Block, Repair, RepairKind

_CONTEXT = 8


def unbalanced_quotes(blocks: Sequence[Block]) -> tuple[Repair, ...]:
    """A note for each “ that is not closed and each ” that was not opened within one paragraph.

    Example: 守信念、讲奉献、有本领、重品行”的基层党组织书记队伍 has a closing mark only.
    """
    found: list[Repair] = []
    for group in _paragraphs(blocks):
        opened: list[tuple[Block, int]] = []
        for block in group:
            for at, char in enumerate(block.text):
                if char == "“":
                    opened.append((block, at))
                elif char == "”":
                    if opened:
                        opened.pop()
                    else:
                        found.append(_note(block, at, "此处的后引号”在本段没有对应的前引号“"))
        found += [_note(block, at, "此处的前引号“在本段没有对应的后引号”") for block, at in opened]
    return tuple(found)


def _paragraphs(blocks: Sequence[Block]) -> list[list[Block]]:
    """Blocks that read as one paragraph: one and the inline points after it."""
    groups: list[list[Block]] = []
    for block in blocks:
        if block.inline and groups:
            groups[-1].append(block)
        else:
            groups.append([block])
    return groups


def _note(block: Block, at: int, reason: str) -> Repair:
    quote = block.text[max(0, at - _CONTEXT) : at + 1] if block.text[at] == "”" else block.text[at : at + _CONTEXT + 1]
    return Repair(block.id, RepairKind.UNBALANCED_QUOTE, quote, "", reason, 0.9, line=block.lines[0])
