"""Proposes terms for the glossary from some or all sources: a text to paste from on stdout, problems on stderr."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from notice_site.pipeline.proposals import propose_terms


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs once; `arguments` as on the command line, the result is the exit status: 0, or 2 for wrong use."""
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
