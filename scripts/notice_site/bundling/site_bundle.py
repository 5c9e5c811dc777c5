"""Packs a built site into the zip to hand out: what works from a disk, with a manifest and a list of its files."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass

from notice_site.bundling import manifest as manifests
from notice_site.bundling.archive import archive
from notice_site.bundling.downloads import without_downloads
from notice_site.bundling.imprint import Imprint
from notice_site.bundling.link_check import link_faults
from notice_site.bundling.manifest import Entry, Manifest
from notice_site.bundling.portable_names import name_faults

# The page that lists the files, and the part of it that gives way to the list (see pages/edition.py).
LIST_PAGE = "edition.html"
_LIST = re.compile(r'<div id="bundle-files">.*?</div>', re.DOTALL)

# The foot of a page as overrides/partials/copyright.html writes it: a link, and the script that names the edition.
_EDITION = re.compile(
    rb'(<div class="edition">\s*<a href="[^"]*">)[^<]*</a>\s*<script src="[^"]*edition\.js"></script>'
)

NOTE = "请先解压再打开.txt"
"""The file beside the folder: it is seen by who opens the zip without unpacking it, where no page finds its styles."""

_NOTE = """\
请先把整个压缩包解压（右键：全部解压缩），再进入文件夹 {folder}，双击 index.html。
直接在压缩包里打开，网页会没有样式，检索和链接也不能用。
""".replace("\n", "\r\n")

# Only a server or a search engine asks for these, the theme's own search is not used, and downloads hold bundles.
_FOR_SERVERS = re.compile(
    r"404\.html|sitemap\.xml(\.gz)?|robots\.txt|.*\.map|assets/javascripts/lunr/.*|downloads/(?!.*\.html).*"
)


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle that is ready to be written, or the reasons why it is not: `content` is empty where there are faults."""

    content: bytes
    faults: tuple[str, ...] = ()


def site_bundle(site: Mapping[str, bytes], about: Imprint) -> Bundle:
    """The zip of a built site, checked: names that unpack anywhere, no dead link, none that leaves unsaid.

    All pages are in one folder named as the zip; beside it is only the note that says to unpack first.
    """
    files = {path: _with_edition(path, content, about) for path, content in offline_files(site).items()}
    entries = manifests.entries({path: content for path, content in files.items() if path != LIST_PAGE})
    files[LIST_PAGE] = _with_list(files[LIST_PAGE], entries)
    faults = (*name_faults(f"{about.file}/{path}" for path in files), *link_faults(files))
    if faults:
        return Bundle(b"", faults)
    note = b"\xef\xbb\xbf" + _NOTE.format(folder=about.file).encode()  # with the mark that older editors ask for
    listed = manifests.entries({**files, f"../{NOTE}": note})
    files[manifests.FILE] = manifests.written(Manifest(about.name, about.edition, listed))
    in_folder = {f"{about.file}/{path}": content for path, content in files.items()}
    return Bundle(archive({NOTE: note, **in_folder}, first=NOTE))


def offline_files(site: Mapping[str, bytes]) -> dict[str, bytes]:
    """What of a built site is of use without a server, sorted by path."""
    offline = {path: site[path] for path in sorted(site) if not _FOR_SERVERS.fullmatch(path)}
    return offline | without_downloads(offline)


def _with_edition(path: str, page: bytes, about: Imprint) -> bytes:
    """The page with the edition in its foot as words: on a site that is edited a script writes it there."""
    if not path.endswith(".html"):
        return page
    named = f"版本 {html.escape(about.edition)}".encode()
    return _EDITION.sub(lambda found: found[1] + named + b"</a>", page)


def _with_list(page: bytes, entries: tuple[Entry, ...]) -> bytes:
    """The page with the size and hash of every file but itself and the manifest, which lists this page too."""
    rows = "\n".join(
        f"<tr><td>{html.escape(entry.path)}</td><td>{entry.size}</td><td><code>{entry.sha256}</code></td></tr>"
        for entry in entries
    )
    listed = (
        f"<p>文件夹内共 {len(entries) + 2} 个文件。下表逐个列出大小和校验值（SHA-256）；"
        f"本页和清单 {manifests.FILE} 不在表中，本页的校验值见清单。</p>\n"
        '<div class="bundle-files"><table>\n<thead><tr><th>文件</th><th>字节</th><th>SHA-256</th></tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody>\n</table></div>"
    )
    text, found = _LIST.subn(lambda _: f'<div id="bundle-files">\n{listed}\n</div>', page.decode())
    if found != 1:
        raise ValueError(f"{LIST_PAGE}: no place for the list of files")
    return text.encode()
