"""Serves site/ and rebuilds it whenever a source, a reference file, a page, an override or the program changes.

The server of MkDocs gives out the files and has browsers reload; each build runs in a process that stays.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from notice_site.execution.command import command, naming
from notice_site.rendering.fault_words import Fault
from notice_site.serving.builder import Builder
from notice_site.serving.fault_page import with_faults
from notice_site.serving.rebuilding import Rebuilding
from notice_site.serving.report import Report

_RELOAD_DELAY = 0.02  # seconds; builds come one at a time, so there is nothing to wait for


class Preview:
    """What the server shows: the faults of the last build, and a file whose time changes when browsers shall reload."""

    def __init__(self, signal: Path) -> None:
        self.faults: tuple[Fault, ...] = ()
        self._signal = signal
        self._signal.touch()

    def show(self, report: Report, seconds: float) -> None:
        """Prints what a build found, and has browsers reload where they would show something else.

        A build that is tried again because a disk is full, and finds it full, is not told again.
        """
        if report.is_refused and report.faults == self.faults:
            return
        lines = [*map(str, report.faults), *report.warnings]
        state = "the last good site is still served" if report.faults else "site is ready"
        if not report.is_changed and not report.faults:
            state = "site is as it was"
        print(*lines, f"[{time.strftime('%H:%M:%S')}] {state} ({seconds:.2f} s)", sep="\n", flush=True)
        if report.is_changed or report.faults != self.faults:
            self.faults = report.faults
            os.utime(self._signal, ns=(0, time.time_ns()))


@command
def main(arguments: Sequence[str] | None = None) -> int:
    """Serves until Ctrl-C, which is the way to end it, and returns the exit status."""
    parser = argparse.ArgumentParser(prog="serve.py", description="Serve the site and rebuild it on each change.")
    parser.add_argument("--port", type=int, default=8000, metavar="PORT", help="port on this machine (8000)")
    options = parser.parse_args(arguments)
    logging.getLogger("mkdocs.livereload").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory(prefix="serve-") as folder:
        server = LiveReloadServer(
            builder=lambda: None, host="127.0.0.1", port=options.port, root="site", polling_interval=_RELOAD_DELAY
        )
        server.build_delay = _RELOAD_DELAY
        server.watch(folder)
        preview = Preview(Path(folder) / "reload")
        server.set_app(with_faults(server.serve_request, lambda: preview.faults))
        rebuilding = Rebuilding(preview.show, Builder())
        try:
            print(f"Serving on {server.url} until Ctrl-C", flush=True)
            rebuilding.start()
            with naming(f"port {options.port}"):
                server.serve()  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            pass
        finally:
            rebuilding.stop()
            server.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main())
