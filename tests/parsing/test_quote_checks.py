"""Quotation marks without a partner become notes; those that pair, in a paragraph or over its items, do not."""

from __future__ import annotations

from notice_site.model import Block, BlockKind, RepairKind
from notice_site.parsing.quote_checks import unbalanced_quotes


def notes(*texts: str, inline: bool = False) -> list[tuple[str, str]]:
    blocks = [
        Block(f"p_{i}", BlockKind.PARAGRAPH, text, inline=inline and i > 1, lines=(i, i))
        for i, text in enumerate(texts, 1)
    ]
    repairs = unbalanced_quotes(blocks)
    assert all((r.kind, r.after, r.confidence) == (RepairKind.UNBALANCED_QUOTE, "", 0.9) for r in repairs)
    assert all(f"p_{r.line}" == r.block for r in repairs)
    return [(repair.block, repair.before) for repair in repairs]


def test_marks_that_pair() -> None:
    assert notes("甲“乙”丙“丁”", "“甲“乙”丙”", "没有引号") == []


def test_a_closing_mark_alone_is_quoted_with_the_eight_characters_before_it() -> None:
    assert notes("守信念、讲奉献、有本领”的队伍") == [("p_1", "、讲奉献、有本领”")]


def test_an_opening_mark_alone_is_quoted_with_the_eight_characters_after_it() -> None:
    assert notes("坚持“守信念讲奉献有本领的队伍") == [("p_1", "“守信念讲奉献有本")]


def test_each_mark_alone_is_noted() -> None:
    assert notes("”甲“") == [("p_1", "”"), ("p_1", "“")]
    assert notes("“甲“乙”") == [("p_1", "“甲“乙”")]


def test_marks_pair_within_a_paragraph_and_its_inline_items_only() -> None:
    assert notes("“甲", "乙”", inline=True) == []
    assert notes("“甲", "乙”") == [("p_1", "“甲"), ("p_2", "乙”")]
    assert notes("甲", "乙“", "丙”", inline=True) == []
