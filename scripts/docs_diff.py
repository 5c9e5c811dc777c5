"""Summarises what a change of the program does to docs/: pages, items of the data files and their fields.

Compares the work tree with a commit; `git diff docs/` shows the whole difference.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from notice_site.execution.command import command

_EXAMPLES = 5  # items named for each data file and kind of change; more would be read nowhere but in the diff itself
_QUOTED = 40  # characters of the words of an item

Item = Mapping[str, Any]


@command
def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the summary and returns the exit status."""
    parser = argparse.ArgumentParser(prog="docs_diff.py", description="Summarise what changes in docs/.")
    parser.add_argument("--docs", type=Path, default=Path("docs"), metavar="DIR", help="the generated folder")
    parser.add_argument("--base", default="HEAD", metavar="COMMIT", help="the commit to compare with")
    options = parser.parse_args(arguments)
    if not options.docs.is_dir():
        parser.error(f"no such folder: {options.docs}")
    try:
        before = committed_files(options.docs, options.base)
    except subprocess.CalledProcessError as error:
        parser.error(error.stderr.decode("utf-8", "replace").strip())
    after = {
        path.relative_to(options.docs).as_posix(): path.read_bytes()
        for path in options.docs.rglob("*")
        if path.is_file()
    }
    print(*summary(before, after), sep="\n")
    return 0


def committed_files(docs: Path, commit: str) -> dict[str, bytes]:
    """The files below `docs` as a commit has them, by path below `docs`; CalledProcessError where git has none."""

    def git(*words: str, given: bytes = b"") -> bytes:
        return subprocess.run(["git", "-C", str(docs), *words], input=given, capture_output=True, check=True).stdout

    rows = git("ls-tree", "-r", "-z", commit, "--", ".").decode().split("\0")[:-1]
    blobs = {path: entry.split()[2] for entry, path in (row.split("\t", 1) for row in rows)}
    content = git("cat-file", "--batch", given="\n".join(blobs.values()).encode())
    files = {}
    for path in blobs:
        head, _, rest = content.partition(b"\n")
        size = int(head.split()[2])
        files[path], content = rest[:size], rest[size + 1 :]
    return files


def summary(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> Iterator[str]:
    """Lines that say which pages are new, gone or changed, and which items of each data file."""
    changed = {path for path in before.keys() & after.keys() if before[path] != after[path]}
    for name, paths in (
        ("new", after.keys() - before.keys()),
        ("gone", before.keys() - after.keys()),
        ("changed", changed),
    ):
        chapters = Counter(path.partition("/")[0] if "/" in path else "top" for path in paths)
        if chapters:
            counts = "、".join(f"{chapter} {count}" for chapter, count in sorted(chapters.items()))
            yield f"files {name}: {len(paths)} ({counts})"
    for path in sorted(path for path in before.keys() | after.keys() if path.endswith(".json")):
        yield from _data_summary(path, _items(before.get(path)), _items(after.get(path)))


def _items(content: bytes | None) -> dict[str, Item]:
    """The items of a data file by their ids; where several share one, or have none, by their order too."""
    items: dict[str, Item] = {}
    for item in json.loads(content)["items"] if content else ():
        key = str(item.get("id", ""))
        while not key or key in items:
            key += "'"
        items[key] = item
    return items


def _data_summary(path: str, before: Mapping[str, Item], after: Mapping[str, Item]) -> Iterator[str]:
    new = [key for key in after if key not in before]
    gone = [key for key in before if key not in after]
    changed = [key for key in before if key in after and before[key] != after[key]]
    if not (new or gone or changed):
        return
    fields = Counter(
        field
        for key in changed
        for field in before[key].keys() | after[key].keys()
        if before[key].get(field) != after[key].get(field)
    )
    named = "、".join(f"{field} {count}" for field, count in sorted(fields.items()))
    yield f"{path}: {len(before)} → {len(after)} items; {len(changed)} changed{f' ({named})' if named else ''}"
    for sign, keys, items in (("+", new, after), ("-", gone, before), ("~", changed, after)):
        for key in keys[:_EXAMPLES]:
            words = str(items[key].get("quote") or items[key].get("title") or items[key].get("term") or "")
            yield f"  {sign} {key}  {words[:_QUOTED]}"
        if len(keys) > _EXAMPLES:
            yield f"  {sign} … and {len(keys) - _EXAMPLES} more"


if __name__ == "__main__":
    sys.exit(main())
