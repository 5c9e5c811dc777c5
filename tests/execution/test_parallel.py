"""Work spread over processes gives what one process gives."""

from __future__ import annotations

import os

import pytest

from notice_site.execution import parallel
from notice_site.execution.parallel import parallel_map


@pytest.fixture(autouse=True)
def three_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "processors", lambda: 3)


@pytest.mark.parametrize("count", [0, 1, 2, 3, 7, 100])
def test_results_stand_in_the_order_of_the_values(count: int) -> None:
    assert parallel_map(lambda n: f"第{n}件", range(count), min_chunk=1) == [f"第{n}件" for n in range(count)]


def test_the_work_is_done_by_several_processes() -> None:
    assert len(set(parallel_map(lambda _: os.getpid(), range(9), min_chunk=1))) == 3


def test_few_values_are_not_worth_a_process() -> None:
    assert set(parallel_map(lambda _: os.getpid(), range(9), min_chunk=9)) == {os.getpid()}


@pytest.mark.parametrize("faulty", [0, 1, 2], ids=["here", "in the first fork", "in the second fork"])
def test_an_error_is_raised_wherever_it_happens(faulty: int) -> None:
    def work(number: int) -> int:
        if number == faulty:
            raise ValueError(f"{number}号有误")
        return number

    with pytest.raises(ValueError, match=f"{faulty}号有误"):
        parallel_map(work, range(3), min_chunk=1)


def test_a_fork_that_dies_is_an_error_and_no_silence() -> None:
    with pytest.raises(ChildProcessError, match="ended with 7"):
        parallel_map(lambda number: os._exit(7) if number == 1 else number, range(2), min_chunk=1)
