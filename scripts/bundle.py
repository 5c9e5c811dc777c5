"""Packs a built site into dist/NAME-EDITION.zip and .epub, which are handed out for use without a network."""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path

from notice_site.bundling.downloads import without_downloads
from notice_site.bundling.epub import epub
from notice_site.bundling.html_pages import framed
from notice_site.bundling.imprint import imprint_of
from notice_site.bundling.reading_order import reading_groups
from notice_site.bundling.site_bundle import site_bundle
from notice_site.execution.command import command
from notice_site.execution.listing import shortened
from notice_site.execution.output_tree import write_edition
from notice_site.reading.file_tree import read_tree


@command
def main(arguments: Sequence[str] | None = None) -> int:
    """Makes the bundle and returns the exit status: 1 where the site has faults."""
    parser = argparse.ArgumentParser(prog="bundle.py", description="Pack the built site for use without a network.")
    parser.add_argument("--site", type=Path, default=Path("site"), metavar="DIR", help="the built site")
    parser.add_argument("--dist", type=Path, default=Path("dist"), metavar="OUT", help="folder for the bundle")
    options = parser.parse_args(arguments)
    if not (options.site / "index.html").is_file():
        parser.error(f"not a built site: {options.site}")
    site = read_tree(options.site)
    site |= without_downloads(site)
    try:
        about = imprint_of(site)
    except ValueError as error:
        parser.error(f"{options.site}: {error}")
    bundle = site_bundle(site, about)
    if bundle.faults:
        print(*shortened(bundle.faults), sep="\n", file=sys.stderr)
        print(
            f"error: {len(bundle.faults)} 处错误，{options.dist} 未动 → site/ 不完整的，先运行 make site",
            file=sys.stderr,
        )
        return 1
    book = epub(site, about, reading_groups(framed(site), ()))
    files = {f"{about.file}.zip": bundle.content, f"{about.file}.epub": book}
    write_edition(options.dist, about.name, files)
    for name, content in files.items():
        print(f"{options.dist / name}: {len(content)} bytes, sha256 {hashlib.sha256(content).hexdigest()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
