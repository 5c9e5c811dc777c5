"""Quotation marks without a partner become notes; those that pair, in a paragraph or over its items, do not."""

from __future__ import annotations

import pytest

from notice_site.model import Block, BlockKind, RepairKind
from notice_site.parsing.quote_checks import MOST_IN_PARAGRAPH, unbalanced_quotes


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


@pytest.mark.parametrize("count", [MOST_IN_PARAGRAPH, MOST_IN_PARAGRAPH + 1])
def test_of_many_marks_in_one_paragraph_the_last_note_says_how_many_more_there_are(count: int) -> None:
    blocks = [Block("p_1", BlockKind.PARAGRAPH, "甲“" * count, lines=(1, 1))]
    reasons = [repair.reason for repair in unbalanced_quotes(blocks)]
    assert len(reasons) == MOST_IN_PARAGRAPH
    assert [reason for reason in reasons if "另有" in reason] == (
        ["此处的前引号“在本段没有对应的后引号”；本段另有 1 处"] if count > MOST_IN_PARAGRAPH else []
    )
