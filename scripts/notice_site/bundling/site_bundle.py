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
from notice_site.bundling.portable_names import portable_names, readdressed

# The page that lists the files, and the part of it that gives way to the list (see pages/edition.py).
LIST_PAGE = "edition.html"
_LIST = re.compile(r'<div id="bundle-files">.*?</div>', re.DOTALL)

# The foot of a page as overrides/partials/copyright.html writes it: a link, and the script that names the edition.
_EDITION = re.compile(
    rb'(<div class="edition">\s*<a href="[^"]*">)[^<]*</a>\s*<script src="[^"]*edition\.js"></script>'
)

_HEAD_END = re.compile(rb"(?=<link rel=\"stylesheet\")")
_BODY = re.compile(rb"<body[^>]*>")

_ALONE = (
    '<div class="opened-alone"><p><strong>请先解压：</strong>这个网页是从压缩包里直接打开的，样式、检索和链接都不能用。'
    "关掉它，右键点压缩包，选“全部解压缩”，再进入解压出的文件夹，双击 index.html。</p></div>"
).encode()

_ALONE_STYLE = (
    b"<style>@layer alone{.md-header,.md-tabs{display:none}.md-skip{font-size:0}.md-toggle{visibility:hidden}"
    b".md-icon svg{width:1.2em;height:1.2em}figure svg rect{fill:#eee}figure svg path{fill:none}"
    b".opened-alone{padding:0 1em;border:3px solid #b3141c}}</style>"
)
"""How a page looks that is opened alone. A layer gives way to the theme, which sets each of these itself."""

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
    """The zip of a built site, checked: no dead link, none that leaves unsaid.

    Files whose names Windows cannot hold get others, and the list of files says which. All pages are in one folder
    named as the zip; beside it is only the note that says to unpack first.
    """
    offline = offline_files(site)
    renamed = portable_names(offline, about.file)
    files = {path: _for_disk(path, content, about) for path, content in readdressed(offline, renamed).items()}
    entries = manifests.entries({path: content for path, content in files.items() if path != LIST_PAGE})
    files[LIST_PAGE] = _with_list(files[LIST_PAGE], entries, renamed, about)
    if faults := tuple(link_faults(files)):
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


def _for_disk(path: str, page: bytes, about: Imprint) -> bytes:
    """The page with the edition in its foot as words, which on the site a script writes.

    Above it stands what is to be done where the page was opened inside the zip, without its style sheet.
    """
    if not path.endswith(".html"):
        return page
    page = _HEAD_END.sub(lambda found: _ALONE_STYLE + found[0], page, count=1)
    page = _BODY.sub(lambda found: found[0] + _ALONE, page, count=1)
    named = f"版本 {html.escape(about.edition)}".encode()
    return _EDITION.sub(lambda found: found[1] + named + b"</a>", page)


def _with_list(page: bytes, entries: tuple[Entry, ...], renamed: Mapping[str, str], about: Imprint) -> bytes:
    """The page with the size and hash of every file but itself and the manifest, which lists this page too."""
    longest = max((f"{about.file}/{entry.path}" for entry in entries), key=len, default=about.file)
    notes = [f"最长的路径 {len(longest)} 字：{longest}。Windows 的路径不能超过 259 字，请解压到路径短的文件夹。"]
    if renamed:
        pairs = "；".join(f"{old} 改为 {new}" for old, new in renamed.items())
        notes.append(f"下列文件原来的名字 Windows 不能用，已改名：{pairs}。")
    rows = "\n".join(
        f"<tr><td>{html.escape(entry.path)}</td><td>{entry.size}</td><td><code>{entry.sha256}</code></td></tr>"
        for entry in entries
    )
    listed = (
        f"<p>文件夹内共 {len(entries) + 2} 个文件。下表逐个列出大小和校验值（SHA-256）；"
        f"本页和清单 {manifests.FILE} 不在表中，本页的校验值见清单。</p>\n"
        + "".join(f"<p>{html.escape(note)}</p>\n" for note in notes)
        + '<div class="bundle-files"><table>\n<thead><tr><th>文件</th><th>字节</th><th>SHA-256</th></tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody>\n</table></div>"
    )
    text, found = _LIST.subn(lambda _: f'<div id="bundle-files">\n{listed}\n</div>', page.decode())
    if found != 1:
        raise ValueError(f"{LIST_PAGE}: no place for the list of files")
    return text.encode()
