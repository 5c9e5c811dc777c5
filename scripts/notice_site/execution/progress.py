"""Shows how far each stage of long work is: a bar on a terminal, or now and then a line in a log."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from typing import TextIO

OnProgress = Callable[[int, int], None]
"""Receives how many values are done, and of how many."""

_SOON = 1.0  # seconds of work before a bar appears
_LATER = 5.0  # seconds before the first line in a log, and between two of them
_OFTEN = 0.1  # seconds between two states of a bar
_BAR = 24  # characters: it leaves room for the figures on a terminal of 80
_MOST_SECONDS = 100  # a longer time is shown in minutes
_MOST_MINUTES = 100  # a longer time is shown in hours


class Progress:
    """Shows on `stream` how far work is: counts, rate and time left; nothing where it is `quiet` or short.

    >>> import io, itertools
    >>> log = io.StringIO()
    >>> on_progress = Progress(log, clock=itertools.count(step=4).__next__).stage("pages")
    >>> for done in range(1, 5):
    ...     on_progress(done * 100, 1000)
    >>> log.getvalue()
    'pages: 200 of 1000, 25/s, 32 s left\\npages: 400 of 1000, 25/s, 24 s left\\n'
    """

    def __init__(self, stream: TextIO, quiet: bool = False, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream = stream
        self._quiet = quiet
        self._clock = clock
        self._bar = stream.isatty()
        self._begun = self._last = 0.0 if quiet else clock()
        self._shown = False

    def stage(self, name: str) -> OnProgress:
        """The function that receives the progress of one stage."""
        first: list[tuple[float, int]] = []  # when the stage began to tell, and how many were done

        def on_progress(done: int, total: int) -> None:
            if self._quiet:
                return
            now = self._clock()
            if not first:
                first.append((now, done))
                return
            wait = (_OFTEN if self._shown else _SOON) if self._bar else _LATER
            if now - (self._last if self._shown else self._begun) < wait:
                return
            self._last, self._shown = now, True
            began, before = first[0]
            rate = (done - before) / max(now - began, 1e-9)
            self._show(name, done, total, f"{rate:.0f}/s, {_duration((total - done) / max(rate, 1e-9))} left")

        return on_progress

    def _show(self, name: str, done: int, total: int, pace: str) -> None:
        state = f"{name}: {done} of {total}, {pace}"
        if self._bar:
            full = _BAR * done // max(total, 1)
            line = f"{'█' * full}{'░' * (_BAR - full)} {state}"
            self._stream.write(f"\r\x1b[K{line[: shutil.get_terminal_size().columns - 1]}")
        else:
            self._stream.write(f"{state}\n")
        self._stream.flush()

    def end(self) -> None:
        """Takes the bar away."""
        if self._bar and self._shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()


def _duration(seconds: float) -> str:
    """Three digits at most.

    >>> [_duration(seconds) for seconds in (18, 99, 100, 5999, 6000)]
    ['18 s', '99 s', '2 min', '100 min', '2 h']
    """
    if seconds < _MOST_SECONDS:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < _MOST_MINUTES * 60 else f"{seconds / 3600:.0f} h"
