"""Prints signs that documents were misread, found without knowing how they should be read."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict

from notice_site.editing.doubts import NAMES, find_doubts
from notice_site.execution.command import command, listing_options
from notice_site.pipeline.understand import understand

_QUOTED = 40  # characters of a text that are shown in its line


@command
def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the signs and returns the exit status."""
    sources, as_json = listing_options("doubts.py", "List signs that documents were misread.", arguments)
    doubts = find_doubts(understand(sources))
    counts = Counter(doubt.kind for doubt in doubts)
    if as_json:
        items = [{**asdict(doubt), "name": NAMES[doubt.kind]} for doubt in doubts]
        summary = {kind: counts[kind] for kind in NAMES if counts[kind]}
        json.dump({"version": 1, "counts": summary, "items": items}, sys.stdout, ensure_ascii=False, indent=1)
        print()
        return 0
    for doubt in doubts:
        text = doubt.text if len(doubt.text) <= _QUOTED else f"{doubt.text[:_QUOTED]}…"
        link = f"{doubt.notice}#{doubt.block}" if doubt.block else doubt.notice
        print(f"{doubt.source}:{doubt.line}: {NAMES[doubt.kind]}: {text} → {doubt.advice}  {link}")
    print(f"\n共 {len(doubts)} 处" + ("：" if doubts else "。"))
    for kind, name in NAMES.items():
        if counts[kind]:
            print(f"{counts[kind]:6} {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
