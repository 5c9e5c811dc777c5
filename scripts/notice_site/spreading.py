"""A pure function and many values in, the results in the same order out, worked on by all processors at once."""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable, Sequence
from typing import Any, BinaryIO, TypeVar

Value = TypeVar("Value")
Result = TypeVar("Result")

LEAST = 32
"""Values that are worth a process."""


def spread(function: Callable[[Value], Result], values: Sequence[Value], least: int = LEAST) -> list[Result]:
    """[function(value) for value in values], with `least` values or more for each process.

    Processes are forks: they share what this one knows, its dictionaries too, so `function` may be a closure and
    only results travel. This process does its own share; an error of a fork is raised here. Where the system cannot
    fork safely, all is done here.
    """
    count = min(processors(), len(values) // least)
    if count < 2:
        return [function(value) for value in values]
    shares = [values[number::count] for number in range(count)]
    forks = [_fork(function, share) for share in shares[1:]]
    results: list[Any] = [None] * len(values)
    try:
        results[0::count] = [function(value) for value in shares[0]]
    finally:
        answers = [_answer(*fork) for fork in forks]
    for number, answer in enumerate(answers, 1):
        if isinstance(answer, Exception):
            raise answer
        results[number::count] = answer
    return results


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
