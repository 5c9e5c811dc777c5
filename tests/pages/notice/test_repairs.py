"""Doubtful repairs get a footnote each; of very many guessed line breaks one warning tells."""

from __future__ import annotations

from dataclasses import replace

import pytest

from notice_site.model import Notice, Repair, RepairKind
from notice_site.pages.notice.repairs import doubtful, guessed_breaks
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
