"""Finds one page of every kind in a built site, without a list of them.

A kind shows in what a page is made of: where it lies, the classes of its parts, and the scripts it loads.
"""

from __future__ import annotations

from pathlib import Path

from lxml import html

NOT_PAGES = {"assets", "data"}
LEADS_ON = "redirect.js"


def kinds(site: Path) -> dict[str, str]:
    """Name of the kind to path below `site`: {"index": "index.html", "notices": …, "notices-page": …}.

    These are the pages at the top, in each folder the index and the first other page (folders beside each other, as of
    study packs, hold the same kinds), and then pages with parts that none of these has, the one with the most first.
    """
    parts = {path: _parts(site / path) for path in _paths(site)}
    parts = {path: of for path, of in parts.items() if LEADS_ON not in of}
    found: dict[str, str] = {}
    for path in parts:
        *folders, name = Path(path).with_suffix("").parts
        kind = "-".join((*folders[:1], *("folder" for _ in folders[1:]))) or name
        found.setdefault(kind if name == "index" or not folders else f"{kind}-page", path)
    left = set[str]().union(*parts.values()).difference(*(parts[path] for path in found.values()))
    while left:
        path = max(parts, key=lambda path: len(parts[path] & left))
        found["-".join(Path(path).with_suffix("").parts)] = path
        left -= parts[path]
    return found


def largest(site: Path, folder: str) -> str:
    """The largest page of a folder that is no index."""
    pages = (path for path in (site / folder).glob("*.html") if not path.name.startswith("index"))
    return max(pages, key=lambda path: (path.stat().st_size, path.name)).relative_to(site).as_posix()


def _paths(site: Path) -> list[str]:
    paths = (path.relative_to(site) for path in sorted(site.rglob("*.html")))
    return [path.as_posix() for path in paths if path.parts[0] not in NOT_PAGES]


def _parts(page: Path) -> set[str]:
    """The classes of the parts of the content, and the names of the scripts."""
    whole = html.document_fromstring(page.read_bytes())
    content = whole.iterfind(".//main//*[@class]")
    classes = {name for part in content for name in part.get("class", "").split()}
    return classes | {script.get("src", "").rpartition("/")[2] for script in whole.iter("script")}
