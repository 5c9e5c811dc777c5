"""A pure function and many values in, the results in the same order out, worked on by all processors at once."""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any, BinaryIO, Protocol, TypeVar

from notice_site.progress import Told

Value = TypeVar("Value")
Result = TypeVar("Result")

LEAST = 32
"""Values that are worth a process."""


class Spread(Protocol):
    """How a pure function is called with many values: at once, or only with those whose results are not known."""

    def __call__(
        self, function: Callable[[Any], Any], values: Sequence[Any], least: int | None = None, told: Told | None = None
    ) -> list[Any]:
        """[function(value) for value in values]; see `spread`."""


def spread(
    function: Callable[[Value], Result], values: Sequence[Value], least: int | None = None, told: Told | None = None
) -> list[Result]:
    """[function(value) for value in values], with `least` values or more (32) for each process.

    `told` is told how far it is, by the share of this process.

    Processes are forks: they share what this one knows, its dictionaries too, so `function` may be a closure and
    only results travel. This process does its own share; an error of a fork is raised here. Where the system cannot
    fork safely, all is done here.
    """
    count = max(1, min(processors(), len(values) // (least or LEAST)))
    shares = [values[number::count] for number in range(count)]
    forks = [_fork(function, share) for share in shares[1:]]
    results: list[Any] = [None] * len(values)
    try:
        results[0::count] = [function(value) for value in _watched(shares[0], count, len(values), told)]
    finally:
        answers = [_answer(*fork) for fork in forks]
    for number, answer in enumerate(answers, 1):
        if isinstance(answer, Exception):
            raise answer
        results[number::count] = answer
    return results


def _watched(values: Sequence[Value], processes: int, total: int, told: Told | None) -> Iterator[Value]:
    """The values; before each but the first `told` hears how many are done by all processes."""
    for number, value in enumerate(values):
        if told and number:
            told(min(number * processes, total), total)
        yield value


def processors() -> int:
    """How many processes are of use; 1 where forks are not safe (macOS) or unknown (Windows)."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def _fork(function: Callable[[Value], Result], values: Sequence[Value]) -> tuple[int, BinaryIO]:
    """Starts the work of one share; the process, and where its answer can be read."""
    reader, writer = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    process = os.fork()
    if process:
        os.close(writer)
        return process, os.fdopen(reader, "rb")
    status = 1
    try:
        os.close(reader)
        with os.fdopen(writer, "wb") as answer:
            pickle.dump(_results(function, values), answer, protocol=pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)  # nothing of the parent's is tidied up here


def _results(function: Callable[[Value], Result], values: Sequence[Value]) -> list[Result] | Exception:
    try:
        return [function(value) for value in values]
    except Exception as error:  # raised again in the parent
        return error


def _answer(process: int, pipe: BinaryIO) -> Any:
    answer: Any = None
    with pipe:
        try:
            answer = pickle.load(pipe)
        except (EOFError, pickle.UnpicklingError):  # cut short: the status tells
            answer = ChildProcessError("a process of this build gave half an answer")
    _, status = os.waitpid(process, 0)
    if status:
        return ChildProcessError(f"a process of this build ended with {os.waitstatus_to_exitcode(status)}")
    return answer
