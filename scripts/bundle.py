"""A built site in, dist/NAME-EDITION.zip out: what is handed out for use without a network."""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path

from notice_site.bundling.edition_of_site import edition_of
from notice_site.bundling.site_bundle import site_bundle
from notice_site.reading.built_site import read_tree
from notice_site.writing import write_edition


def main(arguments: Sequence[str] | None = None) -> int:
    """Makes the bundle; `arguments` as on the command line, the result is the exit status."""
    parser = argparse.ArgumentParser(prog="bundle.py", description="Pack the built site for use without a network.")
    parser.add_argument("--site", type=Path, default=Path("site"), metavar="DIR", help="the built site")
    parser.add_argument("--dist", type=Path, default=Path("dist"), metavar="OUT", help="folder for the bundle")
    options = parser.parse_args(arguments)
    if not (options.site / "index.html").is_file():
        parser.error(f"not a built site: {options.site}")
    site = read_tree(options.site)
    name, edition = edition_of(site)
    bundle = site_bundle(site, name, edition)
    if bundle.faults:
        print(*bundle.faults, sep="\n", file=sys.stderr)
        print(f"error: {len(bundle.faults)} faults, {options.dist} is as it was", file=sys.stderr)
        return 1
    file = f"{name}-{edition}.zip"
    try:
        write_edition(options.dist, name, {file: bundle.content})
    except OSError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    print(f"{options.dist / file}: {len(bundle.content)} bytes, sha256 {hashlib.sha256(bundle.content).hexdigest()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
