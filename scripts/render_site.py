"""Renders docs/ into an empty folder with MkDocs, strictly; `build_site.py` runs this command for `make site`."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from functools import partial
from pathlib import Path

from notice_site.execution.command import command, naming
from notice_site.execution.dask_cluster import on_cluster
from notice_site.execution.listing import shortened
from notice_site.execution.parallel import parallel_map
from notice_site.execution.progress import Progress
from notice_site.rendering.fault_words import fault_of_renderer
from notice_site.rendering.site import render_site

GC_THRESHOLDS = (100_000, 50, 100)
"""Markdown makes very many small values that live as long as a page."""


@partial(command, stream="stdout")  # build_site.py prints it, and says itself that it was interrupted
def main(arguments: Sequence[str] | None = None) -> int:
    """Renders one site, prints its faults and returns the exit status: 1 where there are some."""
    parser = argparse.ArgumentParser(prog="render_site.py", description="Render docs/ with MkDocs, strictly.")
    parser.add_argument("--config-file", required=True, metavar="FILE", help="mkdocs.yml")
    parser.add_argument("--site-dir", required=True, metavar="OUT", help="empty folder to render into")
    parser.add_argument("--cache", type=Path, required=True, metavar="DIR", help="cache of rendered pages")
    parser.add_argument("--scheduler", metavar="URL", help="Dask scheduler whose workers render the pages")
    parser.add_argument("--quiet", action="store_true", help="show no progress")
    options = parser.parse_args(arguments)
    gc.set_threshold(*GC_THRESHOLDS)
    progress = Progress(sys.stderr, options.quiet)
    try:
        with (
            on_cluster(options.scheduler) if options.scheduler else nullcontext(parallel_map) as workers,
            naming(options.site_dir),  # MkDocs does not say which file it could not write
        ):
            show = progress.stage("pages to site")
            faults = render_site(options.config_file, options.site_dir, options.cache, show, workers)
    finally:
        progress.end()
    project = Path(options.config_file).parent
    print(*shortened(fault_of_renderer(fault, project) for fault in faults), sep="\n", end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
