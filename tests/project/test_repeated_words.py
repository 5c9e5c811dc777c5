"""Understanding a text takes time in proportion to its length, whatever words it repeats, wherever they stand."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import islice
from pathlib import Path

import pytest

from notice_site.execution import parallel
from notice_site.pipeline.documents import read_documents
from notice_site.pipeline.findings import find
from notice_site.pipeline.reference import Reference, read_reference
from tests.project.processor_time import processor_seconds
from tests.project.repeated_words import PLACES, ROOT, repetitions

SIZE = 3_000  # bytes; four times as many grow sixteen times where time grows with the square

MOST_TIMES_FOR_FOUR = 6.0
"""Four times the text may take so many times as long."""

SECONDS_AT_LEAST = 0.25
"""Of a text four times as long; below, what a busy machine adds would count."""

LIMIT = 10

MET: tuple[tuple[str, str], ...] = (
    ("甲市教育局、", "the signature"),  # each of many names could begin the rest of a list
    ("解决甲气等问题，", "a paragraph"),
    ("让）", "who is charged"),
    ("等基层组织对", "a demand"),
    ("督促学校与", "a demand"),
    ("要学习，", "a paragraph"),
    ("看是否学习，", "a demand"),
    ("针对问题，", "a demand"),
    ("引导学习，", "a demand"),
    ("<!--", "a paragraph"),  # sentences without commas in one block
    ("2014年、", "a paragraph"),
    ("“", "a paragraph"),
    ("每季度、标题》", "a paragraph"),
    ("党员" * 100, "all"),
    ("六问，", "clauses"),  # each could be one of a numbered series
)
"""What grew with the square of the text, or faster, and some like them."""


@cache
def reference() -> Reference:
    return read_reference(ROOT / "source_texts")[0]


def understanding(folder: Path, text: str) -> Callable[[], object]:
    def understand() -> None:
        (folder / "a.txt").write_text(text, "utf-8")
        corpus, _, _, fingerprints = read_documents(folder, reference())
        find(corpus, reference(), fingerprints=fingerprints)

    return understand


def assert_grows_with_the_text(folder: Path, unit: str, place: str) -> None:
    """Of what seems to grow faster the least of three measurements decides: a busy machine adds, it takes nothing.

    Then four times the size decides, where growth is beyond doubt and what a busy machine adds is little.
    """
    for size in (SIZE, 4 * SIZE):
        sizes, measured = (30, size, 4 * size), [float("inf")] * 3
        for _ in range(3):
            again = (processor_seconds(understanding(folder, PLACES[place](unit, each)), LIMIT) for each in sizes)
            measured = [*map(min, measured, again)]
            least, once, four_times = measured
            if four_times - least < max(MOST_TIMES_FOR_FOUR * (once - least), SECONDS_AT_LEAST):
                return
    pytest.fail(f"{unit!r} in {place}: {once - least:.2f} s, then {four_times - least:.2f} s")


@pytest.fixture(autouse=True)
def one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "processors", lambda: 1)
    reference()


@pytest.mark.parametrize(("unit", "place"), MET, ids=[f"{unit[:8]} in {place}" for unit, place in MET])
def test_what_was_slow(tmp_path: Path, unit: str, place: str) -> None:
    assert_grows_with_the_text(tmp_path, unit, place)


def test_a_sample_of_words(tmp_path: Path) -> None:
    for unit, place in islice(repetitions(seed=1), 12):
        assert_grows_with_the_text(tmp_path, unit, place)


@pytest.mark.long
@pytest.mark.parametrize("part", range(20))
def test_each_word_of_the_vocabulary(tmp_path: Path, part: int) -> None:
    for unit, place in islice(repetitions(seed=19), part, None, 20):
        assert_grows_with_the_text(tmp_path, unit, place)
