"""Starts the process that builds, asks it for builds, and starts another one when it has ended."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from notice_site.rendering.fault_words import Fault
from notice_site.serving.report import Report

PROGRAM = Path(__file__).parents[2]
"""scripts/, where the process finds the package."""

_PATIENCE = 30.0  # seconds for a build to leave its folders in order; killed after that, the next build tidies up


class Builder:
    """The process that builds the project in the working folder; see `building.py`."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None

    def build(self) -> Report:
        """Asks for one build and waits for its report."""
        if self._process and self._process.poll() is not None:
            self.stop()  # it was killed between two builds
        process = self._process = self._process or _started()
        assert process.stdin
        assert process.stdout
        answer = ""
        with suppress(BrokenPipeError):
            process.stdin.write("\n")
            process.stdin.flush()
            answer = process.stdout.readline()
        if answer:
            report = json.loads(answer)
            report["faults"] = tuple(Fault(**fault) for fault in report["faults"])
            return Report(**report)
        self.stop()
        message = f"生成网站的进程已结束（{process.returncode}），原因见终端"
        return Report(False, (Fault("", 0, message, "下一次改动后会重新启动"),))

    def stop(self) -> None:
        """Ends the process, and a build that it may be at."""
        process, self._process = self._process, None
        if process is None:
            return
        with process:  # closes the pipes and waits
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(_PATIENCE)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)


def _started() -> subprocess.Popen[str]:
    """The process, in a session of its own: Ctrl-C in the terminal does not reach it, `stop` does."""
    # MkDocs would put the time of the build into the site map; NO_MKDOCS_2_WARNING silences Material's notice.
    environment = {"SOURCE_DATE_EPOCH": "0", "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(PROGRAM)}
    return subprocess.Popen(
        [sys.executable, "-m", "notice_site.serving.building"],
        env={**os.environ, **environment},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
