"""Runs a build and writes the seconds that each of its stages took: `stages.py OUT build_site ARGUMENT…`.

The program knows nothing of this; its stages are the functions named here.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from importlib import import_module
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).parents[1]

STAGES = {
    ("pipeline.understand", "read_documents"): "read, mend and parse the sources",
    ("pipeline.findings", "find_mentions"): "terms",
    ("pipeline.findings", "find_citations"): "citations",
    ("pipeline.findings", "find_events"): "dates",
    ("pipeline.findings", "find_passages"): "shared passages",
    ("pipeline.findings", "find_tasks"): "tasks",
    ("pipeline.understand", "find_comparisons"): "comparisons",
    ("pipeline.build", "make_files"): "pages, data files, search index",
    ("rendering.site", "_render"): "pages to site",
}
"""Functions by the module of `notice_site` that calls them, and what they are called in the table."""

REST = "start, check and publish"


class Stages:
    """Wall and processor seconds of each stage, without those of the stages within; processes it waited for count."""

    def __init__(self) -> None:
        self.seconds: dict[str, list[float]] = {}
        self._last = _now()
        self._open = [REST]

    def watch(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, which is a stage of that name while it runs."""

        @wraps(function)
        def watched(*positional: Any, **named: Any) -> Any:
            self._turn()
            self._open.append(name)
            try:
                return function(*positional, **named)
            finally:
                self._turn()
                self._open.pop()

        return watched

    def watch_loaded(self) -> None:
        """Watches the stages in modules that are loaded: to load them is a part of the build."""
        for (name, function), stage in STAGES.items():
            caller = sys.modules.get(f"notice_site.{name}")
            if caller and not hasattr(getattr(caller, function), "__wrapped__"):
                setattr(caller, function, self.watch(stage, getattr(caller, function)))

    def _turn(self) -> None:
        now = _now()
        spent = self.seconds.setdefault(self._open[-1], [0.0, 0.0])
        for k in (0, 1):
            spent[k] += now[k] - self._last[k]
        self._last = now

    def end(self) -> dict[str, list[float]]:
        """Name: wall and processor seconds, the dearest first."""
        self._turn()
        return dict(sorted(self.seconds.items(), key=lambda stage: -stage[1][0]))


def _now() -> tuple[float, float]:
    return time.perf_counter(), sum(os.times()[:4])


def main() -> int:
    """Runs the command named behind the file for the seconds, with the arguments behind its name."""
    stages = Stages()
    sys.path.insert(0, str(PROJECT / "scripts"))
    out, name, *arguments = sys.argv[1:]
    commands = [import_module(command) for command in ("build_docs", "build_site")]
    loading: Any = commands[0].patterns_kept

    @contextmanager
    def loading_watched(*inputs: Any) -> Iterator[None]:
        with loading(*inputs):
            yield
        stages.watch_loaded()

    for command in commands:
        command.patterns_kept = loading_watched  # type: ignore[attr-defined]
    status: int = import_module(name).main(arguments)
    Path(out).write_text(json.dumps(stages.end()), "utf-8")
    return status


if __name__ == "__main__":
    sys.exit(main())
