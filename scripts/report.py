"""Prints for an editor what was repaired, left out, suspected or not understood."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path

from notice_site.editing.review import REVIEW_KINDS, ReviewItem, review_items
from notice_site.execution.command import command
from notice_site.pipeline.understand import understand

_QUOTED = 40  # characters of a text that are shown in its line


@command
def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the report and returns the exit status."""
    parser = argparse.ArgumentParser(prog="report.py", description="Report what needs an editor's eye.")
    parser.add_argument("--sources", type=Path, required=True, metavar="DIR", help="folder with notices/")
    parser.add_argument("--json", action="store_true", help="for machines: one JSON document")
    options = parser.parse_args(arguments)
    if not (options.sources / "notices").is_dir():
        parser.error(f"no such folder: {options.sources / 'notices'}")
    items = review_items(understand(options.sources))
    if options.json:
        json.dump({"version": 1, "items": [asdict(item) for item in items]}, sys.stdout, ensure_ascii=False, indent=1)
        print()
    else:
        for source, about in groupby(items, key=lambda item: item.source):
            print(source)
            for item in sorted(about, key=lambda item: (list(REVIEW_KINDS).index(item.kind), item)):
                print(_line(item))
    return 0


def _line(item: ReviewItem) -> str:
    where = f"第{item.line}行" if item.line else "全文"
    link = f"  {item.notice}#{item.block}" if item.block else ""
    text = item.text if len(item.text) <= _QUOTED else f"{item.text[:_QUOTED]}…"
    decided = "（人工核定）" if item.confirmed else ""
    return f"  {REVIEW_KINDS[item.kind]} {where}: {text} —— {item.note}{decided}{link}"


if __name__ == "__main__":
    sys.exit(main())
