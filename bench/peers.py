"""A folder with our Markdown in, the commands by which peers build or index the same pages out."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.measured import put_aside
from bench.search.peers import installed_pagefind

PROJECT = Path(__file__).parents[1]
TOOLS = PROJECT / ".cache" / "bench"
PROGRAMS = TOOLS / "venv" / "bin"  # made by `scripts/environment.sh peers`

_INDEX_PAGES = ("index", "notices/index", "glossary/index", "timeline/index", "tasks/index", "search/index", "about")
_NAV = "nav: [{}]\nnot_in_nav: '*'\n".format(", ".join(f"{page}.md" for page in _INDEX_PAGES))
_SETTINGS = """\
site_name: bench
docs_dir: docs
site_dir: site-{name}
use_directory_urls: false
theme: {{name: material, language: zh, font: false}}
plugins: [{plugins}]
markdown_extensions: [attr_list, def_list, footnotes, md_in_html, tables, toc]
{nav}"""
_HUGO = 'baseURL = "/"\ndisableKinds = ["taxonomy", "term", "RSS"]\n[markup.goldmark.renderer]\nunsafe = true\n'
_HUGO_PAGE = "<!doctype html><title>{{ .Title }}</title><h1>{{ .Title }}</h1>{{ .Content }}"


@dataclass(frozen=True, slots=True)
class Peer:
    """One way to build the pages: its name with its version, its command, and what is made ready before, untimed."""

    name: str
    command: Sequence[str]
    before: Callable[[Path], None]


def peers(folder: Path) -> tuple[list[Peer], list[str]]:
    """The peers that are installed, and the names of those that are not; writes their settings into `folder`."""
    for name, plugins, nav in (("full", "search", ""), ("out", "search", _NAV), ("bare", "", _NAV)):
        (folder / f"{name}.yml").write_text(_SETTINGS.format(name=name, plugins=plugins, nav=nav), "utf-8")
    mkdocs, zensical = PROGRAMS / "mkdocs", PROGRAMS / "zensical"
    stock = f"MkDocs + Material {_version('mkdocs-material')}"
    other = f"Zensical {_version('zensical')}"
    pagefind = installed_pagefind(TOOLS)
    known = [
        Peer(f"{stock}, full navigation", [str(mkdocs), "build", "-q", "-f", "full.yml"], _without("site-full")),
        Peer(f"{stock}, out of navigation", [str(mkdocs), "build", "-q", "-f", "out.yml"], _without("site-out")),
        Peer(f"{stock}, the same, no search", [str(mkdocs), "build", "-q", "-f", "bare.yml"], _without("site-bare")),
        Peer(f"{other}, full navigation", [str(zensical), "build", "-c", "-f", "full.yml"], _without("site-full")),
        Peer(f"{other}, out of navigation", [str(zensical), "build", "-c", "-f", "out.yml"], _without("site-out")),
        Peer("Hugo, minimal theme", ["hugo", "--quiet", "--source", "hugo"], _hugo_project),
        Peer("Pagefind, index only", [str(pagefind), "--quiet", "--site", "site"], _without("site/pagefind")),
    ]
    found = [peer for peer in known if shutil.which(peer.command[0])]
    return found, [peer.name for peer in known if peer not in found]


def _version(package: str) -> str:
    command = [str(PROGRAMS / "python"), "-c", f"import importlib.metadata as m; print(m.version('{package}'))"]
    try:
        return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def _without(*names: str) -> Callable[[Path], None]:
    return lambda folder: put_aside(folder, *names)


def _hugo_project(folder: Path) -> None:
    """The same pages under the names that Hugo wants, and a theme of one line."""
    _without("hugo")(folder)
    for path in (folder / "docs").rglob("*.md"):
        target = folder / "hugo" / "content" / path.relative_to(folder / "docs")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target.with_name("_index.md") if path.name == "index.md" else target)
    layouts = folder / "hugo" / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for name in ("single.html", "list.html"):
        (layouts / name).write_text(_HUGO_PAGE, "utf-8")
    (folder / "hugo" / "config.toml").write_text(_HUGO, "utf-8")
