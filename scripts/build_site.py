"""Builds the site of a project folder (mkdocs.yml, docs/, overrides/); a failed build leaves the last good one.

With `--sources` it first builds docs/, in the same process: starting a second one would take as long as most edits.
"""

from __future__ import annotations

import argparse
import gc
import os
import re
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path

import build_docs
from notice_site.execution.cache import ResultCache
from notice_site.execution.command import FAULTS, command, naming
from notice_site.execution.dask_cluster import on_cluster
from notice_site.execution.folder_switch import publish_tree, remove_folder
from notice_site.execution.listing import shortened
from notice_site.execution.parallel import parallel_map
from notice_site.execution.pattern_cache import patterns_kept
from notice_site.execution.progress import Progress

GC_THRESHOLDS = (100_000, 50, 100)
"""Markdown makes very many small values that live as long as a page."""

# takes: https://example.org/, http://10.0.0.1:8080/a/b/; not: example.org, ftp://a/, javascript:1, https://example.org
_ADDRESS = re.compile(r"https?://[^/\s?#\"'<>]+/(?:[^\s?#\"'<>]*/)?")


@command
def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one strict build and returns the exit status: 1 where there are faults."""
    parser = argparse.ArgumentParser(prog="build_site.py", description="Build the site from docs/ with MkDocs.")
    parser.add_argument("--project", type=Path, default=Path(), metavar="DIR", help="folder with mkdocs.yml")
    parser.add_argument("--sources", type=Path, metavar="DIR", help="folder with notices/ to build docs/ from before")
    parser.add_argument("--site", type=Path, default=Path("site"), metavar="OUT", help="folder to build into")
    parser.add_argument("--scheduler", metavar="URL", help="Dask scheduler whose workers render the pages")
    parser.add_argument("--quiet", action="store_true", help="show no progress")
    options = parser.parse_args(arguments)
    config = options.project / "mkdocs.yml"
    if not config.is_file():
        parser.error(f"no such file: {config}")
    address = os.environ.get("SITE_URL", "")
    if address and not _ADDRESS.fullmatch(address):
        parser.error(f"SITE_URL={address} 不是网址 → 写成 https://域名/ 或 https://域名/文件夹/，以 / 结尾")

    if options.sources:
        words = ["--sources", str(options.sources), "--docs", str(options.project / "docs"), "--strict"]
        words += ["--cache", str(options.project / ".cache" / "docs"), *(["--quiet"] if options.quiet else [])]
        if status := build_docs.main([*words, *(["--scheduler", options.scheduler] if options.scheduler else [])]):
            return status

    # MkDocs would put the time of the build into the site map; NO_MKDOCS_2_WARNING silences Material's notice.
    os.environ |= {"SOURCE_DATE_EPOCH": "0", "NO_MKDOCS_2_WARNING": "1"}
    gc.set_threshold(*GC_THRESHOLDS)
    rendered = options.project / ".cache" / "rendered"
    cache = ResultCache(rendered / "patterns.sqlite")
    with patterns_kept(cache, "program"):
        from notice_site.rendering.site import render_site
    cache.close()

    progress = Progress(sys.stderr, options.quiet)
    try:
        with (
            on_cluster(options.scheduler) if options.scheduler else nullcontext(parallel_map) as workers,
            publish_tree(options.site) as staged,
            naming(options.site),  # MkDocs does not say which file it could not write
        ):
            show = progress.stage("pages to site")
            faults = render_site(str(config), str(staged), rendered, show, workers)
            if faults:
                remove_folder(staged)  # so that the last site stays
    finally:
        progress.end()
    if not faults:
        return 0
    print(*shortened(faults), f"error: 网站没有生成，{options.site} 未动 → 改正上列错误", sep="\n", file=sys.stderr)
    return FAULTS


if __name__ == "__main__":
    sys.exit(main())
