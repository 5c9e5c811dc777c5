"""Gives files names that Windows can unpack, where it cannot take the ones that they have."""

from __future__ import annotations

import hashlib
import posixpath
import re
import unicodedata
from collections.abc import Iterable, Mapping
from urllib.parse import quote, unquote, urlsplit

from notice_site.text.slugs import is_device_name

LONGEST = 150
"""Characters of a path from the top of the zip: Windows takes 259 in all, so about a hundred may stand before it."""

_KEPT = 40
"""Characters that a part of too long a path keeps; a hash of the path tells it from others."""

# takes: a:b, 甲?乙, a\\b; not: 甲-乙, a b
_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"|?*\\]')

# takes: href="a.html#b", src='c.png'; not: data-href="a"
_LINK = re.compile(r"""(?<=\s)(?P<before>(?:href|src)=)(?P<quote>["'])(?P<target>.*?)(?P=quote)""")


def portable_names(paths: Iterable[str], folder: str) -> dict[str, str]:
    """New paths (parts divided by /) for those that Windows cannot take in this folder, or takes for another one.

    >>> portable_names(["notices/三严三实.html", "aux.html", "a/B.html", "A/b.html"], "包")
    {'A/b.html': 'A/b-b1d5df03.html', 'aux.html': 'aux_-3772c586.html'}
    """
    renamed: dict[str, str] = {}
    taken: set[str] = set()
    for path in sorted(paths, key=lambda it: (it.swapcase(), it)):
        new = "/".join(map(_portable_part, path.split("/")))
        is_long = len(f"{folder}/{new}") > LONGEST
        if new != path or is_long or _seen_as(new) in taken:
            new = _with_hash(new, path, is_long)
        taken.add(_seen_as(new))
        if new != path:
            renamed[path] = new
    return dict(sorted(renamed.items()))


def _seen_as(path: str) -> str:
    """The path as Windows and macOS compare it: without regard to case and to how accents are coded."""
    return unicodedata.normalize("NFC", path).casefold()


def _portable_part(part: str) -> str:
    """The part without what Windows forbids; a name of a device is none any more: aux.html is aux_.html."""
    plain = _FORBIDDEN.sub("-", part).rstrip(". ") or "-"
    stem, stop, ending = plain.partition(".")
    return f"{stem}_{stop}{ending}" if is_device_name(plain) else plain


def _with_hash(path: str, original: str, is_long: bool) -> str:
    """The path with a hash of the original before its ending; where it is long, each part is cut."""
    folder, _, name = path.rpartition("/")
    stem, ending = posixpath.splitext(name)
    digest = hashlib.sha256(original.encode()).hexdigest()[:8]
    if is_long:
        folder, stem = "/".join(part[:_KEPT] for part in folder.split("/")), stem[:_KEPT]
    return posixpath.join(folder, f"{stem}-{digest}{ending}")


def readdressed(files: Mapping[str, bytes], renamed: Mapping[str, str]) -> dict[str, bytes]:
    """The files under their new names, with the links of the pages among them."""
    if not renamed:
        return dict(files)

    def page(path: str, content: bytes) -> bytes:
        def moved(link: re.Match[str]) -> str:
            target = urlsplit(link["target"])
            goal = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(target.path)))
            if target.scheme or target.netloc or not target.path or (goal not in renamed and path not in renamed):
                return link[0]
            from_folder = posixpath.dirname(renamed.get(path, path)) or "."
            address = quote(posixpath.relpath(renamed.get(goal, goal), from_folder))
            rest = link["target"][len(target.path) :]
            return f"{link['before']}{link['quote']}{address}{rest}{link['quote']}"

        return _LINK.sub(moved, content.decode()).encode()

    return {
        renamed.get(path, path): page(path, content) if path.endswith(".html") else content
        for path, content in files.items()
    }
