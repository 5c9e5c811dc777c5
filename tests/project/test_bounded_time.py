"""No document below the limits takes more than a few seconds a megabyte, from its bytes to its pages."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from notice_site.execution import parallel
from notice_site.pipeline.build import generate
from tests.project.large_inputs import HEAD, KINDS, Input
from tests.project.processor_time import processor_seconds

SIZE = 60_000
"""Bytes of text or markup; the second input has twice as many."""

MOST_TIMES_FOR_TWO = 2.6
"""Twice the text may take so many times as long; what grows with the square of the text takes four times."""

SECONDS_AT_LEAST = 0.5
"""What twice the text may take in any case: the processor time of the same work varies on a busy machine."""

SECONDS_A_MEGABYTE = 10.0
"""Running text, whose pages and data are ten to thirty times as large: 4 s to 9 s were measured."""

SECONDS_A_BLOCK = 0.0003
"""What each short block (item, row, sentence), task and time may take besides: it has its own place on the page, in the
data and in the search however short it is. 0.16 ms to 0.25 ms were measured."""

BLOCKS_A_MEGABYTE = {
    "one sentence of duties": 30_000,  # each a task and a time
    "lines of two characters": 143_000,
    "lines of a table": 28_000,
    "numbered items": 40_000,
    "headings": 57_000,
    "whole notices": 64_000,  # six in each document
    "Markdown: items": 67_000,
    "HTML: comments that never end": 83_000,  # <！ is a sentence
    "HTML: a wide table": 40_000,
    "HTML: rows": 36_000,
    "PDF": 20_000,  # its characters are placed one by one
}
"""Where they are so many that their number decides."""

LIMIT = 60
"""Seconds of one site; what takes longer is ended."""


def seconds_for(folder: Path, source: Input) -> float:
    """The processor time in which a site is made of this source alone."""
    notices = folder / "notices"
    notices.mkdir(exist_ok=True)
    for old in notices.iterdir():
        old.unlink()
    name, content = source
    (notices / name).write_bytes(content)
    return processor_seconds(lambda: generate(folder).files["index.md"], LIMIT)


def growth(folder: Path, kind: str, sizes: Iterable[int]) -> list[float]:
    """The time for each size, less what any site takes."""
    least = seconds_for(folder, ("a.txt", HEAD.encode()))
    return [seconds_for(folder, KINDS[kind](size)) - least for size in sizes]


@pytest.fixture(autouse=True)
def one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "processors", lambda: 1)  # so that the time is that of the fork alone


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
def test_time_grows_with_the_input_and_is_bounded(tmp_path: Path, kind: str) -> None:
    once, twice = growth(tmp_path, kind, (SIZE, 2 * SIZE))
    assert twice < max(MOST_TIMES_FOR_TWO * once, SECONDS_AT_LEAST), (once, twice)
    a_megabyte = SECONDS_A_MEGABYTE + SECONDS_A_BLOCK * BLOCKS_A_MEGABYTE.get(kind, 0)
    assert twice < max(a_megabyte * 2 * SIZE / 1e6, SECONDS_AT_LEAST), (once, twice)
