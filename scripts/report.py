"""Prints for an editor what was repaired, left out, suspected or not understood."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from itertools import groupby

from notice_site.editing.review import REVIEW_KINDS, ReviewItem, review_items
from notice_site.execution.command import command, listing_options
from notice_site.pipeline.understand import understand

_QUOTED = 40  # characters of a text that are shown in its line


@command
def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the report and returns the exit status."""
    sources, as_json = listing_options("report.py", "Report what needs an editor's eye.", arguments)
    items = review_items(understand(sources))
    if as_json:
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
