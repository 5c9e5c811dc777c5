"""Doubtful repairs get a footnote each; of very many guessed line breaks one warning tells."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from notice_site.model import Notice, Repair, RepairKind
from notice_site.pages.notice.repairs import doubtful, guessed_breaks
from notice_site.pipeline.build import generate
from tests.pages.rendering import tree
from tests.pages.sample import OUTER


def joined_lines(count: int, confidence: float) -> Notice:
    """A document in which so many lines were joined."""
    repair = Repair("p_1", RepairKind.JOIN, "现将⏎《", "现将《", "句子未完", confidence, line=5)
    return replace(OUTER, repairs=(repair,) * count)


@pytest.mark.parametrize(("confidence", "count"), [(0.94, 1), (0.95, 0)])
def test_a_join_that_is_certain_has_no_note(confidence: float, count: int) -> None:
    assert len(doubtful([joined_lines(1, confidence)])) == count


@pytest.mark.parametrize(("count", "notes", "guessed"), [(8, 8, 0), (9, 0, 9)])
def test_up_to_eight_guessed_breaks_have_a_note_each(count: int, notes: int, guessed: int) -> None:
    notice = joined_lines(count, 0.9)
    assert len(doubtful([notice])) == notes
    assert guessed_breaks(notice) == guessed


def test_what_an_editor_said_of_a_line_stands_in_the_record(tmp_path: Path) -> None:
    (tmp_path / "notices").mkdir()
    text = "关于学习的通知\n各单位：\n请认真学习。\n一、提高认识。要学习。\n甲县办公室\n2014年4月2日\n"
    (tmp_path / "notices/jia.txt").write_text(text, "utf-8")
    (tmp_path / "notices/jia.yml").write_text("lines:\n- {quote: 一、提高认识, heading: false}\n", "utf-8")
    page = tree(generate(tmp_path).files["notices/jia.md"].decode())
    rows = [[cell.text_content() for cell in row] for row in page.iter("tr")]
    assert ["人工核定", "一、提高认识。要学习。", "没有标题，第 1 层", "编者认定", "第 4 行"] in rows
