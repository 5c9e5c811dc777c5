"""Calls a pure function with many values on all processors at once; the results keep the order of the values."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import FileIO
from itertools import chain
from typing import Any, BinaryIO, Protocol, TypeVar

from notice_site.execution import serialization
from notice_site.execution.progress import OnProgress

Value = TypeVar("Value")
Result = TypeVar("Result")

MIN_CHUNK = 32
"""Values that are worth a process: starting one and sending its results takes about as long as fewer values do."""

MIN_SMALL_CHUNK = 1_000
"""The same for values that cost no more than to give a file a second name does."""

_PIECES = 1_000  # at most; their numbers wait in a pipe, which holds 4096 bytes or more
_NUMBER = 2  # bytes of such a number; a pipe gives so few whole


class ParallelMap(Protocol):
    """How a pure function is called with many values: at once, or only with those whose results are not known."""

    def __call__(
        self,
        function: Callable[[Any], Any],
        values: Sequence[Any],
        min_chunk: int | None = None,
        on_progress: OnProgress | None = None,
    ) -> list[Any]:
        """[function(value) for value in values]; see `parallel_map`."""


def parallel_map(
    function: Callable[[Value], Result],
    values: Sequence[Value],
    min_chunk: int | None = None,
    on_progress: OnProgress | None = None,
) -> list[Result]:
    """[function(value) for value in values], with `min_chunk` values or more (32) for each process.

    `on_progress` receives how many values are done, and of how many.

    Processes are forks that share the memory of this one, so `function` may be a closure and only results are sent.
    This process begins with the first value, and each fork with the next. Then each takes what is left, a piece at a
    time, so that one long value (put it first) keeps nobody waiting. An error of a fork is raised here. Where the
    system cannot fork safely, this process does all the work.
    """
    count = max(1, min(processors(), len(values) // (min_chunk or MIN_CHUNK)))
    if count == 1:
        return [function(value) for value in _watched(values, on_progress)]
    pieces = min(len(values), _PIECES)

    def work(first: int, on_progress: OnProgress | None = None) -> list[tuple[int, list[Result]]]:
        """The results of the pieces that one process takes."""
        done = []
        for piece in chain((first,), _taken(left)):
            if on_progress and piece:
                on_progress(len(values) * piece // pieces, len(values))
            done.append((piece, [function(value) for value in values[piece::pieces]]))
        return done

    with _waiting(range(count, pieces)) as left:
        forks = [_fork(work, number) for number in range(1, count)]
        try:
            shares = [work(0, on_progress)]
        finally:
            answers = [_answer(*fork) for fork in forks]
    results: list[Any] = [None] * len(values)
    for answer in answers:
        if isinstance(answer, Exception):
            raise answer
        shares.append(answer)
    for piece, of_piece in chain.from_iterable(shares):
        results[piece::pieces] = of_piece
    return results


def _watched(values: Sequence[Value], on_progress: OnProgress | None) -> Iterator[Value]:
    """The values; before each but the first `on_progress` receives how many are done."""
    for number, value in enumerate(values):
        if on_progress and number:
            on_progress(number, len(values))
        yield value


def _waiting(pieces: Iterable[int]) -> FileIO:
    """A pipe with the numbers of the pieces, from which this process and its forks read."""
    reader, writer = os.pipe()
    with os.fdopen(writer, "wb") as waiting:
        for piece in pieces:
            waiting.write(piece.to_bytes(_NUMBER, "big"))
    return FileIO(reader)


def _taken(waiting: FileIO) -> Iterator[int]:
    """The pieces that no process has taken yet; no two processes read the same."""
    while number := waiting.read(_NUMBER):
        yield int.from_bytes(number, "big")


def processors() -> int:
    """How many processes are of use; 1 where forks are not safe (macOS) or unknown (Windows)."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def _fork(work: Callable[[int], object], first: int) -> tuple[int, BinaryIO]:
    """Starts a fork with its first piece; returns its id and the pipe that its results come from."""
    reader, writer = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    # An interrupt while Python sets the fork up would be shown as an error that it ignores.
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    process = os.fork()
    if process:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        os.close(writer)
        return process, os.fdopen(reader, "rb")
    status = 1
    gc.freeze()  # looking for garbage in what is the parent's would copy it
    try:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        os.close(reader)
        with os.fdopen(writer, "wb") as answer:
            serialization.write(_result(work, first), answer)
        status = 0
    finally:
        os._exit(status)  # nothing of the parent's is tidied up here


def _result(work: Callable[[int], object], first: int) -> object:
    try:
        return work(first)
    except Exception as error:  # raised again in the parent
        return error


def _answer(process: int, pipe: BinaryIO) -> Any:
    answer: Any = None
    with pipe:
        try:
            answer = serialization.read(pipe)
        except serialization.DamagedBytes:  # cut short: the status tells
            answer = ChildProcessError("a process of this build gave half an answer")
    _, status = os.waitpid(process, 0)
    if status:
        return ChildProcessError(f"a process of this build ended with {os.waitstatus_to_exitcode(status)}")
    return answer
