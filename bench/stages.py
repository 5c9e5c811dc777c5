"""A build of docs/ in, the same build with the seconds that each of its stages took out: `stages.py OUT ARGUMENT…`.

The program knows nothing of this; its stages are the functions of the pipeline named here.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from functools import wraps
from importlib import import_module
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).parents[1]

STAGES = {
    ("understand", "read_documents"): "read, mend and parse the sources",
    ("findings", "find_mentions"): "terms",
    ("findings", "find_citations"): "citations",
    ("findings", "find_events"): "dates",
    ("findings", "find_passages"): "shared passages",
    ("findings", "find_tasks"): "tasks",
    ("understand", "find_comparisons"): "comparisons",
    ("build", "make_files"): "pages, data files, search index",
}
"""Functions by the module of `notice_site.pipeline` that calls them, and what they are called in the table."""

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
    """Runs build_docs.py with the arguments behind the first, which is the file for the seconds."""
    stages = Stages()
    sys.path.insert(0, str(PROJECT / "scripts"))

    for (module, function), name in STAGES.items():
        caller = import_module(f"notice_site.pipeline.{module}")
        setattr(caller, function, stages.watch(name, getattr(caller, function)))
    import build_docs

    out, *arguments = sys.argv[1:]
    status = build_docs.main(arguments)
    Path(out).write_text(json.dumps(stages.end()), "utf-8")
    return status


if __name__ == "__main__":
    sys.exit(main())
