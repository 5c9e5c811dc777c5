"""Waits for changes, has the site built, and hands each report on; nothing that people write ends it."""

from __future__ import annotations

import math
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from notice_site.serving.builder import Builder
from notice_site.serving.inputs import input_stamps, present_outputs, program_stamps
from notice_site.serving.report import Report, report_of_error

_PAUSE = 0.05  # seconds between two looks; an edit waits half of it
_SHARE = 20  # a look of 10 ms is followed by a pause of 200 ms, so that a large project does not keep a processor busy
_AGAIN = 5.0  # seconds until a build is tried again that the system refused: a full disk has room some time
_QUIET = 0.05  # seconds without a change that end a burst of edits: an editor writes, renames and sets rights


class Rebuilding(threading.Thread):
    """Builds once, and again after each change, until it is stopped; `on_report` receives each report."""

    def __init__(self, on_report: Callable[[Report, float], None], builder: Builder) -> None:
        super().__init__(daemon=True)
        self._on_report = on_report
        self._builder = builder
        self._stopped = threading.Event()
        self._owned: tuple[str, ...] = ()

    def run(self) -> None:
        """The thread."""
        program = program_stamps()
        while not self._stopped.is_set():
            began = time.monotonic()
            before = input_stamps(())
            report = self._build()
            if self._stopped.is_set():
                return
            self._owned = report.owned or self._owned
            self._on_report(report, time.monotonic() - began)
            seen = {path: stamp for path, stamp in before.items() if not self._is_generated(path)}
            end = time.monotonic() + _AGAIN if report.is_refused else math.inf
            self._wait_for_change((seen, present_outputs(self._owned), program), end)
            if (now := program_stamps()) != program:
                program = now
                self._builder.stop()

    def stop(self) -> None:
        """Ends the thread and a build that runs."""
        self._stopped.set()
        self._builder.stop()
        if self.ident is not None:
            self.join()
            self._builder.stop()  # a process that the thread started meanwhile

    def _build(self) -> Report:
        try:
            return self._builder.build()
        except Exception as error:
            if not isinstance(error, OSError):
                traceback.print_exc()
            return report_of_error(error, Path())

    def _is_generated(self, path: str) -> bool:
        folder, _, rest = path.partition("/")
        return folder == "docs" and rest.partition("/")[0] in self._owned

    def _wait_for_change(self, seen: object, end: float) -> None:
        """Returns when what a build reads is no longer as it was seen, and the change is over; or at the end."""
        pause = 0.0
        while not self._stopped.wait(pause):
            began = time.monotonic()
            now = self._look()
            pause = max(_PAUSE, _SHARE * (time.monotonic() - began))
            if now != seen or began > end:
                break
        while not self._stopped.wait(_QUIET) and now != (now := self._look()):
            pass

    def _look(self) -> object:
        return input_stamps(self._owned), present_outputs(self._owned), program_stamps()
