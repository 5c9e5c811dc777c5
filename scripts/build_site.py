"""Builds the site of a project folder (mkdocs.yml, docs/, overrides/); a failed build leaves the last good one."""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from notice_site.execution.command import CANNOT_WORK, FAULTS, command
from notice_site.execution.folder_switch import publish_tree

# takes: https://example.org/, http://10.0.0.1:8080/a/b/; not: example.org, ftp://a/, javascript:1, https://example.org
_ADDRESS = re.compile(r"https?://[^/\s?#\"'<>]+/(?:[^\s?#\"'<>]*/)?")


@command
def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one strict build and returns the exit status: 1 where MkDocs found faults."""
    parser = argparse.ArgumentParser(prog="build_site.py", description="Build the site from docs/ with MkDocs.")
    parser.add_argument("--project", type=Path, default=Path(), metavar="DIR", help="folder with mkdocs.yml")
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

    # MkDocs would put the time of the build into the site map; NO_MKDOCS_2_WARNING silences Material's notice.
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "0", "NO_MKDOCS_2_WARNING": "1"}
    try:
        with publish_tree(options.site) as staged:
            command = [sys.executable, str(Path(__file__).with_name("render_site.py")), "--config-file", str(config)]
            command += ["--quiet"] if options.quiet else []
            command += ["--scheduler", options.scheduler] if options.scheduler else []
            subprocess.run(
                [*command, "--site-dir", str(staged), "--cache", str(options.project / ".cache" / "rendered")],
                env=environment,
                check=True,
                close_fds=False,  # see publish_tree
                stdout=subprocess.PIPE,  # why it failed; progress goes straight to our stderr
                encoding="utf-8",
            )
    except subprocess.CalledProcessError as failure:
        print(failure.stdout.rstrip() or f"error: render_site.py ended with {failure.returncode}", file=sys.stderr)
        if failure.returncode != FAULTS:
            return CANNOT_WORK
        print(f"error: 网站没有生成，{options.site} 未动 → 改正上列错误", file=sys.stderr)
        return FAULTS
    return 0


if __name__ == "__main__":
    sys.exit(main())
