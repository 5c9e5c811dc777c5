"""Adds the new addresses of a folder of sources to the record of the published ones; none is ever taken out.

Exit status 1: errors in the sources, or with --check addresses that are not recorded.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from notice_site.execution.command import command
from notice_site.execution.listing import shortened
from notice_site.execution.output_tree import write_tree
from notice_site.model import Severity
from notice_site.pipeline.build import unrecorded_addresses
from notice_site.reading.reference.addresses import PUBLISHED


@command
def main(arguments: Sequence[str] | None = None) -> int:
    """Records or checks the addresses and returns the exit status."""
    parser = argparse.ArgumentParser(prog="record_addresses.py", description="Record the addresses of this site.")
    parser.add_argument("--sources", type=Path, required=True, metavar="DIR", help="folder with notices/")
    parser.add_argument("--check", action="store_true", help="write nothing, list what is not recorded")
    options = parser.parse_args(arguments)
    if not options.sources.is_dir():
        parser.error(f"no such folder: {options.sources}")
    new, record, problems = unrecorded_addresses(options.sources)
    if errors := [problem for problem in problems if problem.severity is Severity.ERROR]:
        print(*shortened(errors), "error: 有错误，没有记录地址 → 先改正上列错误", sep="\n", file=sys.stderr)
        return 1
    for address in new:
        print(f"new: {address}")
    if options.check:
        print(f"{len(new)} addresses are not recorded{'; record them with: make record-addresses' if new else ''}")
        return 1 if new else 0
    write_tree(options.sources / "addresses", {PUBLISHED: record.encode()}, {PUBLISHED})
    print(f"{options.sources / 'addresses' / PUBLISHED}: {len(new)} addresses added")
    return 0


if __name__ == "__main__":
    sys.exit(main())
