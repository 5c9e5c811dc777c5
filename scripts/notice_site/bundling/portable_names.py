"""Says why some paths of files cannot be unpacked on Windows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from notice_site.text.slugs import is_device_name

LONGEST = 150
"""Characters of a path from the top of the zip: Windows takes 259 in all, so about a hundred may stand before it."""

# takes: a:b, 甲?乙, a\\b; not: 甲-乙, a b
_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"|?*\\]')


def name_faults(paths: Iterable[str]) -> Iterator[str]:
    """One line for each path (parts divided by /) that Windows cannot take, or takes for another one.

    >>> list(name_faults(["notices/三严三实.html", "aux.html", "a/B.html", "A/b.html"]))
    ['aux.html：aux.html 是 Windows 的保留名', 'A/b.html：与 a/B.html 只有大小写或字形编码不同']
    """
    seen: dict[str, str] = {}
    for path in paths:
        yield from (f"{path}：{fault}" for fault in _faults(path))
        same = seen.setdefault(unicodedata.normalize("NFC", path).casefold(), path)
        if same != path:
            yield f"{path}：与 {same} 只有大小写或字形编码不同"


def _faults(path: str) -> Iterator[str]:
    if len(path) > LONGEST:
        yield f"长 {len(path)} 字，超过 {LONGEST} 字"
    for part in path.split("/"):
        if part in ("", ".", ".."):
            yield "不是包内的相对路径"
        elif _FORBIDDEN.search(part):
            yield f"{part} 含 Windows 不允许的字符"
        elif is_device_name(part):
            yield f"{part} 是 Windows 的保留名"
        elif part.endswith((".", " ")):
            yield f"{part} 以点或空格结尾"
