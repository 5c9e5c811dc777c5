"""Which of the runs that texts share are selected: rare ones, of documents that are close to each other."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from notice_site.findings.reuse import run_selection
from notice_site.findings.reuse.run_selection import select_runs
from notice_site.findings.reuse.shared_runs import SHORTEST, BlockText, SharedRun

LENGTH = 10 * SHORTEST


def texts(count: int, copies: int = 0) -> list[BlockText]:
    """The texts of so many works, the last of them in that many copies more."""
    works = [*range(count), *[count - 1] * copies]
    return [BlockText(document, f"work {work}", "甲" * LENGTH) for document, work in enumerate(works)]


def selected(runs: Sequence[SharedRun], texts: Sequence[BlockText]) -> list[SharedRun]:
    return select_runs(np.array(runs, np.int32).reshape(-1, 5), texts)


def among_all(count: int, start: int = 0, length: int = SHORTEST) -> list[SharedRun]:
    """One run in each pair of texts, at the same place everywhere."""
    return [SharedRun(a, b, start, start, length) for a in range(count) for b in range(a + 1, count)]


def with_first(count: int, lengths: Sequence[int]) -> list[SharedRun]:
    """Runs that the first text shares with the others, each at a place of its own."""
    return [SharedRun(0, b, 0, 0, length) for b, length in zip(range(1, count), lengths, strict=True)]


def test_nothing_is_selected_of_nothing() -> None:
    assert selected([], []) == selected([], texts(3)) == []


def test_wording_that_too_many_works_share_is_common() -> None:
    assert len(selected(among_all(21), texts(21))) == 210
    assert selected(among_all(22), texts(22)) == []


def test_copies_of_a_work_count_once() -> None:
    held = texts(20, copies=5)
    assert len(selected(among_all(len(held)), held)) > 200


def test_a_work_counts_once_at_each_place() -> None:
    """Its rows overlap, lie in one another, and follow one another."""
    rows = [(0, 0, 5), (0, 1, 2), (0, 4, 7), (0, 9, 9), (1, 3, 3), (1, 4, 5), (1, 4, 4)]
    sharers = [{work for work, first, last in rows if first <= place <= last} for place in range(10)]
    works, first, last = np.array([*reversed(rows)], np.int64).T
    assert run_selection._sharers(first, last, works, 10).tolist() == [len(works) for works in sharers]


@pytest.mark.parametrize(
    ("start", "length", "kept"),
    [
        pytest.param(0, SHORTEST, False, id="the common place alone"),
        pytest.param(0, SHORTEST + 1, True, id="one letter beyond it"),
        pytest.param(SHORTEST - 1, 2, True, id="a letter before it"),
        pytest.param(SHORTEST, SHORTEST, True, id="the place behind it"),
        pytest.param(4 * SHORTEST, SHORTEST, False, id="another common place"),
    ],
)
def test_a_run_that_reaches_beyond_common_wording_is_selected(start: int, length: int, kept: bool) -> None:
    count = 22
    common = [*among_all(count), *among_all(count, 4 * SHORTEST)]
    run = SharedRun(0, 1, start, start, length)
    assert selected([*(r for r in common if r != run), run], texts(count)) == ([run] if kept else [])


def test_what_is_common_in_one_text_is_no_passage_of_another() -> None:
    """The place in the first text is common; that in the last, where only one other has it, is not."""
    count = 22
    elsewhere = SharedRun(0, count - 1, 5 * SHORTEST, 0, SHORTEST)
    runs = [*among_all(count - 1), SharedRun(0, count - 1, 0, 0, SHORTEST), elsewhere]
    assert elsewhere not in selected(runs, texts(count))


def test_only_the_documents_that_share_most_are_partners() -> None:
    """All others share more with a document beside them than with the first, which shares least with the last."""
    count = 22
    lengths = [LENGTH - b for b in range(1, count)]
    runs = with_first(count, lengths)
    others = [SharedRun(a, b, 0, 0, LENGTH) for a in range(1, count) for b in range(a + 1, count)]
    found = {(run.a, run.b) for run in select_by_partners([*runs, *others], texts(count))}
    assert [(0, b) in found for b in (1, 20, 21)] == [True, True, False]


def test_a_document_is_a_partner_where_one_side_has_no_closer_ones() -> None:
    count = 25
    runs = with_first(count, [LENGTH - b for b in range(1, count)])
    assert len(select_by_partners(runs, texts(count))) == count - 1


def test_of_documents_that_share_as_much_the_first_are_partners() -> None:
    count = 22
    runs = among_all(count, length=LENGTH)
    found = select_by_partners(runs, texts(count))
    assert {(a, b) for a in range(count) for b in range(a + 1, count)} - {(run.a, run.b) for run in found} == {(20, 21)}
    assert found == sorted(found)


def test_all_runs_of_two_documents_count_together() -> None:
    """The last text shares two runs with the first, together more than any other text does."""
    count = 22
    runs = with_first(count, [20] * (count - 1))
    others = [SharedRun(a, b, 0, 0, 60) for a in range(1, count) for b in range(a + 1, count)]
    more = SharedRun(0, count - 1, 50, 50, 15)
    found = {(run.a, run.b) for run in select_by_partners([*runs, more, *others], texts(count))}
    assert (0, count - 1) in found


def select_by_partners(runs: Sequence[SharedRun], texts: Sequence[BlockText]) -> list[SharedRun]:
    """What is selected where no wording is common: each run of a pair stands at a place of its own."""
    held = [BlockText(text.document, text.work, "甲" * (len(texts) * LENGTH)) for text in texts]
    moved = [r._replace(start_a=r.start_a + r.b * LENGTH, start_b=r.start_b + r.a * LENGTH) for r in runs]
    return selected(moved, held)


def test_runs_that_are_looked_at_in_parts_are_selected_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    runs = [*among_all(21), *among_all(18, 4 * SHORTEST), *among_all(25, 8 * SHORTEST, SHORTEST + 3)]
    whole = selected(runs, texts(25))
    monkeypatch.setattr(run_selection, "_RUNS_AT_ONCE", 7)
    assert selected(runs, texts(25)) == whole
    assert 0 < len(whole) < len(runs)
