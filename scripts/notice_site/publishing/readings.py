"""Writes a script with the readings of the characters of each notice page.

A page loads its script when its reader asks for pinyin, over http or from the disk.
"""

from __future__ import annotations

import json
import posixpath
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from notice_site.execution.cache import fingerprint
from notice_site.model import Notice
from notice_site.pages.core.pending_files import PendingFile
from notice_site.text.pinyin import OwnReadings


def reading_files(
    notices: Iterable[Notice], urls: Mapping[str, str], own: OwnReadings, fingerprints: Mapping[str, bytes]
) -> Iterator[PendingFile]:
    """Writes the script of each page; `urls` gives the address of each document, those of a page one after another.

    `fingerprints` has for each document a hash of all that it was read from, and is empty where no results are kept.
    """
    pages: dict[str, list[Notice]] = defaultdict(list)
    for notice in notices:
        pages[urls[notice.id].partition("#")[0]].append(notice)
    for url, on_page in pages.items():
        page_fingerprint = fingerprint([fingerprints[notice.id] for notice in on_page]) if fingerprints else None
        yield PendingFile(readings_path(url), partial(_script, on_page, own), page_fingerprint)


def readings_path(url: str) -> str:
    """Returns where the readings of a page are published: notices/readings/001.js for notices/001.html."""
    folder, name = posixpath.split(url)
    return f"{folder}/readings/{name.removesuffix('.html')}.js"


def _script(page: Sequence[Notice], own: OwnReadings) -> bytes:
    """Writes a call of `noticeReadings`: how each character is mostly read on the page, and where it is read otherwise.

    The latter by block, as the place in its text (characters from 0) and the syllable, in turn.
    """
    spoken = [(block, own.readings(block.text)) for notice in page for block in notice.blocks]
    counts: Counter[tuple[str, str]] = Counter()
    for block, syllables in spoken:
        counts.update(zip(block.text, syllables, strict=True))
    mostly: dict[str, str] = {}
    for (character, syllable), count in counts.items():
        if character not in mostly or count > counts[character, mostly[character]]:
            mostly[character] = syllable
    otherwise = {
        block.id: [
            part
            for place, (character, syllable) in enumerate(zip(block.text, syllables, strict=True))
            if syllable != mostly[character]
            for part in (place, syllable)
        ]
        for block, syllables in spoken
    }
    data = {
        "mostly": {character: syllable for character, syllable in mostly.items() if syllable},
        "otherwise": {block: places for block, places in otherwise.items() if places},
    }
    shown = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"noticeReadings({shown});\n".replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").encode()
