"""Builds docs/ and site/ again and again in one process, which so begins each build with everything loaded.

Each line on stdin asks for one build; its report is one line of JSON on stdout.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import sys
import traceback
from collections import Counter
from dataclasses import asdict
from pathlib import Path

from notice_site.rendering.fault_words import Fault
from notice_site.serving.report import Report, fault_of_problem, report_of_error

SOURCES, DOCS, SITE, CACHE = Path("source_texts"), Path("docs"), Path("site"), Path(".cache")

_SITE_STAMP = CACHE / "site.begin"
"""What make compares site/ with; without it the next `make site` builds, so that it need not trust this process."""

_GC_THRESHOLDS = (100_000, 50, 100)
"""Most values live as long as a build; the last one has what lived through earlier builds looked at now and then."""


def build_project(project: Path) -> Report:
    """Builds what has changed in the project, the working folder; a fault leaves docs/ and site/ as they were."""
    try:
        return _build(project)
    except Exception as error:
        if not isinstance(error, OSError):
            traceback.print_exc()
        return report_of_error(error, project)


def _build(project: Path) -> Report:
    # Imported here, so that a fault in a module of the program is told like others.
    from notice_site.execution.cache import ResultCache
    from notice_site.execution.folder_switch import publish_tree, remove_folder
    from notice_site.execution.tree_difference import holds_same_files
    from notice_site.model import Severity
    from notice_site.pipeline.build import build
    from notice_site.rendering.site import render_site

    if not SOURCES.is_dir():
        return Report(False, (Fault(SOURCES.as_posix(), 0, "没有这个文件夹", "恢复它"),))
    cache = ResultCache(CACHE / "docs" / "results.sqlite")
    try:
        built = build(SOURCES, DOCS, strict=True, cache=cache)
    finally:
        cache.close()
    errors = [problem for problem in built.problems if problem.severity is Severity.ERROR]
    warnings = tuple(str(problem) for problem in built.problems if problem.severity is not Severity.ERROR)
    # A cause is one line, what follows from it many: lost addresses, packs and quotations without their document.
    count = Counter(problem.file for problem in errors)
    errors.sort(key=lambda problem: count[problem.file])
    faults = [fault_of_problem(problem, SOURCES) for problem in errors]
    is_changed = False
    if not faults:
        with publish_tree(SITE) as staged:
            faults = render_site("mkdocs.yml", str(staged), CACHE / "rendered", lambda done, total: None)
            is_changed = not faults and not holds_same_files(SITE, staged)
            if is_changed:
                _SITE_STAMP.unlink(missing_ok=True)
            else:
                remove_folder(staged)
    return Report(is_changed, tuple(faults), warnings, tuple(sorted(built.owned)))


def main() -> None:
    """Answers until stdin ends; SIGTERM ends a build that runs, and its forks, without a trace in the folders."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no answer
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    gc.set_threshold(*_GC_THRESHOLDS)
    for _ in sys.stdin:
        print(json.dumps(asdict(build_project(Path()))), file=answers, flush=True)


if __name__ == "__main__":
    main()
