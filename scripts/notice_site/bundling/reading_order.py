"""Puts the pages of a built site into the order of a book, under the headings of its contents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

# What only a site has: indexes, for which a book has its contents, and the search; and the tasks once more by level,
# which the matrix and the documents have already.
_NOT_READ = re.compile(
    r"(?:404|data)\.html|(?:browse|downloads|review|search)/.*|compare/any\.html|(?:notices|glossary|packs|compare)/(?:.+/)?index(?:-[a-z0-9-]+)?\.html"
    r"|tasks/(?!index|numbers|of-).*"
)

_GROUPS = (
    ("概览", re.compile(r"index\.html")),
    ("文件", re.compile(r"notices/.*")),
    ("学习单", re.compile(r"packs/.*")),
    ("关于", re.compile(r"(?:about|edition)\.html")),
    ("词语", re.compile(r"glossary/.*")),
    ("时间、任务、对照", re.compile(r".*")),
)
_ORDER = ("概览", "文件", "学习单", "词语", "时间、任务、对照", "关于")

FLOWING = frozenset({"词语"})
"""Groups of short chapters, of which many are printed on a page."""

Groups = tuple[tuple[str, tuple[str, ...]], ...]
"""The headings of a book's contents, each with the built pages under it."""


def reading_groups(files: Iterable[str], first: Sequence[str]) -> Groups:
    """The pages that are read, by group; in each those of `first` as they stand there, then the others by name."""
    place = {file: number for number, file in enumerate(first)}
    groups: dict[str, list[str]] = {name: [] for name in _ORDER}
    for file in sorted(files, key=lambda file: (place.get(file, len(place)), file)):
        if file.endswith(".html") and not _NOT_READ.fullmatch(file):
            groups[next(name for name, pattern in _GROUPS if pattern.fullmatch(file))].append(file)
    return tuple((name, tuple(group)) for name, group in groups.items() if group)
