"""Turns a folder of sources into Markdown and JSON, and names the problems on stderr.

Exit status 1: errors in strict mode, or differences with --check.
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path

from notice_site.execution.cache import ResultCache
from notice_site.execution.command import command
from notice_site.execution.dask_cluster import on_cluster
from notice_site.execution.listing import shortened
from notice_site.execution.parallel import parallel_map
from notice_site.execution.pattern_cache import patterns_kept
from notice_site.execution.progress import Progress


@command
def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one build and returns the exit status."""
    parser = argparse.ArgumentParser(prog="build_docs.py", description="Build Markdown and JSON from sources.")
    parser.add_argument("--sources", type=Path, required=True, metavar="DIR", help="folder with notices/")
    parser.add_argument("--docs", type=Path, required=True, metavar="OUT", help="folder to build into")
    parser.add_argument("--check", action="store_true", help="write nothing, list what would change")
    parser.add_argument("--strict", action="store_true", help="an error in a source fails the build")
    parser.add_argument("--cache", type=Path, metavar="DIR", help="folder for the results of earlier builds")
    parser.add_argument("--scheduler", metavar="URL", help="Dask scheduler whose workers convert the sources")
    parser.add_argument("--all", action="store_true", help="list every problem, not the first ten of a kind")
    parser.add_argument("--quiet", action="store_true", help="show no progress")
    options = parser.parse_args(arguments)
    if not options.sources.is_dir():
        parser.error(f"no such folder: {options.sources}")
    if options.docs.exists() and not options.docs.is_dir():
        parser.error(f"not a folder: {options.docs}")

    gc.disable()  # nearly all values live as long as the build: to look for others took a fifth of reading them
    progress = Progress(sys.stderr, options.quiet)
    try:
        with on_cluster(options.scheduler) if options.scheduler else nullcontext(parallel_map) as workers:
            cache = ResultCache(options.cache / "results.sqlite" if options.cache else None, progress, workers)
            with patterns_kept(cache, "program"):  # to load the program takes longer than what most edits change
                from notice_site.model import Severity
                from notice_site.pipeline.build import build
            result = build(options.sources, options.docs, options.check, options.strict, cache)
            cache.close()
    finally:
        progress.end()
        gc.freeze()
        gc.enable()

    errors = [problem for problem in result.problems if problem.severity is Severity.ERROR]
    warnings = [problem for problem in result.problems if problem.severity is Severity.WARNING]
    for lines in (errors, warnings):
        print(*shortened(lines, options.all, "make docs ALL=1"), sep="\n", end="\n" if lines else "", file=sys.stderr)
    for difference in result.differences:
        print(difference, file=sys.stderr)
    counts = f"{len(errors)} errors, {len(warnings)} warnings"
    if options.check:
        print(f"{options.docs}: {len(result.differences)} generated files differ; {counts}")
    elif result.written:
        print(f"{options.docs}: {len(result.changed)} files changed; {counts}")
    else:
        print(f"{options.docs}: left as it was; {counts}", file=sys.stderr)
    return 1 if result.differences or (options.strict and errors) else 0


if __name__ == "__main__":
    sys.exit(main())
