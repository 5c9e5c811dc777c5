"""Proposes terms for the glossary from some or all sources: prints entries to paste, and the problems on stderr."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from notice_site.execution.command import command
from notice_site.pipeline.proposals import propose_terms


@command
def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the proposals and returns the exit status."""
    parser = argparse.ArgumentParser(prog="candidates.py", description="Propose new terms for the glossary.")
    parser.add_argument("--sources", type=Path, required=True, metavar="DIR", help="folder with notices/")
    parser.add_argument("names", nargs="*", metavar="NAME", help="file below notices/; all of them where none is named")
    options = parser.parse_args(arguments)
    if not options.sources.is_dir():
        parser.error(f"no such folder: {options.sources}")
    report, problems = propose_terms(options.sources, options.names)
    for problem in problems:
        print(problem, file=sys.stderr)
    sys.stdout.write(report)
    return 0


if __name__ == "__main__":
    sys.exit(main())
