"""Lists the files that the published site offers, as data and in the pages that ask for them."""

from __future__ import annotations

import hashlib
import html
import json
import posixpath
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from itertools import groupby

from notice_site.model.download import Download
from notice_site.pages.core import labels_zh

FOLDER = "downloads"
LIST = f"{FOLDER}/downloads.json"
VERSION = 1

GROUPS = {"site": "整站", "pack": "学习包", "notice": "公文", "sheet": "任务单"}
"""The groups by their names in the data, in the order in which they are listed."""

FORMS = {
    "zip": "网页（zip）",
    "html": "单个网页",
    "pdf": "PDF",
    "docx": "Word",
    "epub": "电子书（EPUB）",
}

_NOT_ON_SITE = "下载文件只在网站上；这个离线资料包里有什么，见下文。"
_NOT_HERE = "PDF、Word 等另在网站下载。"
_NOTHING = "没有文件。"

_ASKS = b"data-downloads="

# takes: <div data-downloads="pack a">…</div>; what stands inside holds no other <div>
_PLACE = re.compile(r'(<div [^>]*data-downloads="(?P<wanted>[^"]*)"[^>]*>).*?(</div>)', re.DOTALL)


def download(path: str, content: bytes, group: str, of: str, title: str, edition: str) -> Download:
    """Describes a file that is offered."""
    form = path.rpartition(".")[2]
    return Download(path, group, of, title, form, len(content), hashlib.sha256(content).hexdigest(), edition)


def written(downloads: Iterable[Download]) -> bytes:
    """The list as JSON."""
    items = [asdict(offered) for offered in downloads]
    return (json.dumps({"version": VERSION, "items": items}, ensure_ascii=False, indent=1) + "\n").encode()


def with_downloads(site: Mapping[str, bytes], downloads: Sequence[Download]) -> dict[str, bytes]:
    """The pages of the site that ask for downloads, each with the list of its files."""
    return _filled(site, lambda page, wanted: _listed(page, wanted, downloads))


def without_downloads(site: Mapping[str, bytes]) -> dict[str, bytes]:
    """The same pages as a bundle has them: they say that the files are on the site."""
    return _filled(site, lambda page, wanted: f"<p>{_NOT_ON_SITE if wanted == 'all' else _NOT_HERE}</p>")


def _filled(site: Mapping[str, bytes], content: Callable[[str, str], str]) -> dict[str, bytes]:
    def filled(path: str, page: bytes) -> bytes:
        def fill(place: re.Match[str]) -> str:
            return f"{place[1]}\n{content(path, html.unescape(place['wanted']))}\n{place[3]}"

        return _PLACE.sub(fill, page.decode()).encode()

    return {path: filled(path, page) for path, page in site.items() if path.endswith(".html") and _ASKS in page}


def _listed(page: str, wanted: str, downloads: Sequence[Download]) -> str:
    """The files of one group or of one thing as a list; of `all`, each group under its name."""
    if wanted == "all":
        parts = []
        for group, name in GROUPS.items():
            if offered := [download for download in downloads if download.group == group]:
                parts += [f'<h2 id="downloads-{group}">{name}</h2>', _list(page, offered)]
        return "\n".join(parts)
    group, _, of = wanted.partition(" ")
    offered = [d for d in downloads if d.group == group and (not of or d.of == of)]
    if not offered:
        return f"<p>{_NOTHING}</p>"
    return _line(page, offered) if of else _list(page, offered)


def _line(page: str, downloads: Iterable[Download]) -> str:
    """The files of one thing, whose page names it."""
    files = (f"{_link(page, offered)} {labels_zh.size(offered.size)}" for offered in downloads)
    return f"<p>下载：{'；'.join(files)}</p>"


def _list(page: str, downloads: Sequence[Download]) -> str:
    """The files by what they hold, each thing named once; their hashes folded away below."""
    entries = []
    ordered = sorted(downloads, key=_order(downloads))
    for _, of_thing in groupby(ordered, key=lambda offered: offered.of):
        files = [*of_thing]
        links = "".join(f"<li>{_link(page, offered)} {labels_zh.size(offered.size)}</li>" for offered in files)
        entries.append(f"<dt>{html.escape(files[0].title)}</dt>\n<dd><ul>{links}</ul></dd>")
    rows = [
        f"<tr><td>{html.escape(posixpath.basename(offered.path))}</td><td><code>{offered.sha256}</code></td></tr>"
        for offered in ordered
    ]
    head = "<thead><tr><th>文件名</th><th>校验值（SHA-256）</th></tr></thead>"
    hashes = "\n".join([f"<table>{head}", "<tbody>", *rows, "</tbody>", "</table>"])
    listed = "\n".join(entries)
    return f"<dl>\n{listed}\n</dl>\n<details><summary>校验值</summary>\n{hashes}\n</details>"


def _order(downloads: Sequence[Download]) -> Callable[[Download], int]:
    """Puts files of one thing beside each other, where the first of them stands."""
    first: dict[str, int] = {}
    for place, offered in enumerate(downloads):
        first.setdefault(offered.of, place)
    return lambda offered: first[offered.of]


def _link(page: str, offered: Download) -> str:
    return f'<a href="{_relative(page, offered.path)}" download>{FORMS[offered.form]}</a>'


def _relative(page: str, path: str) -> str:
    return html.escape(posixpath.relpath(path, posixpath.dirname(page) or "."))
