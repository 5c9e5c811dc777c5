"""Documents in, the search of each peer as a folder that a server can offer out.

Each folder has a page `bench.html` on which `open()` makes the search ready; `ask(query)` promises the addresses of its
first answers, as they are shown: pages, for ours also terms; `begin(query)` only waits until a list is there.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace

import material
from material.plugins.search.plugin import SearchPlugin
from mkdocs.config.base import load_config
from rjsmin import jsmin

from bench.search.documents import Document, url_of
from bench.search.index_in_page import LIBRARIES, Library
from bench.search.index_in_page import fill as write_records
from notice_site.model import Corpus
from notice_site.search_index.files import search_files
from notice_site.text.pinyin import OwnReadings

ROOT = Path(__file__).parents[2]
PAGEFIND = "pagefind@1.6.0"

_SHELL = '<!doctype html><html lang="zh"><meta charset="utf-8"><link rel="icon" href="data:,"><title>bench</title>'

# A worker that speaks the theme's messages: one question at a time, the time is taken where the key would be pressed.
_WORKER = """
<script>
  let worker, hear;
  const send = (type, data) => worker.postMessage({ type, data });
  async function open() {
    worker = new Worker("SCRIPT");
    worker.addEventListener("message", ({ data }) => hear && hear(data));
    const ready = new Promise((done) => { hear = ({ type }) => type === 1 && done(); });
    send(0, SETUP);
    await ready;
  }
  // The first list, after which ours may send a longer one, or the last.
  function list(query, isLast) {
    const start = performance.now();
    return new Promise((done) => {
      hear = ({ type, data }) => {
        if (type !== 3) return;
        self.first = self.first || performance.now() - start;
        if (!isLast || data.isWhole !== false) done(data.items);
      };
      self.first = 0;
      send(2, query);
    });
  }
  async function ask(query) {
    const addresses = (await list(query, true)).map((group) => group[0].location.replace(/[?#].*/, ""));
    // Ours says in a first item that nothing is found; a last one leads on to the search page.
    return addresses[0] === "search/index.html" ? [] : addresses.filter((address) => address !== "search/index.html");
  }
  async function begin(query) {
    await list(query, false);
    send(2, "");
  }
</script>
"""

_PAGEFIND_PAGE = """
<script type="module">
  let pagefind;
  self.open = async () => {
    pagefind = await import("./pagefind/pagefind.js");
    await pagefind.init();
  };
  self.begin = (query) => self.ask(query);
  self.ask = async (query) => {
    const start = performance.now();
    const { results } = await pagefind.search(query);
    const data = await Promise.all(results.slice(0, 10).map((result) => result.data()));
    self.first = performance.now() - start;
    return data.map((page) => page.url.replace(/^\\//, ""));
  };
</script>
"""


@dataclass(frozen=True)
class Peer:
    """One search: its name, its version, and how its folder is filled; `fill` returns False where it is missing."""

    name: str
    version: str
    fill: Callable[[Path], bool]


def peers(corpus: Corpus, pages: Sequence[Document], own: OwnReadings, tools: Path) -> list[Peer]:
    """All peers over the same documents; `tools` is a folder for programs that are fetched."""
    sys.path += map(str, tools.glob("venv/lib/python3*/site-packages"))  # where jieba is
    jieba = "with jieba" if find_spec("jieba") else "without jieba"
    return [
        Peer("ours", "", lambda folder: fill_ours(folder, corpus, own)),
        Peer("material", f"{material.__version__} {jieba}", lambda folder: fill_material(folder, pages)),
        Peer("pagefind", PAGEFIND.partition("@")[2], lambda folder: fill_pagefind(folder, pages, tools)),
        *(Peer(lib.name, lib.version, partial(fill_library, lib=lib, pages=pages, tools=tools)) for lib in LIBRARIES),
    ]


def fill_ours(folder: Path, corpus: Corpus, own: OwnReadings) -> bool:
    """The index and the worker, laid out as in the site."""
    urls = {notice.id: url_of(notice) for notice in corpus.notices}
    terms = {term.id: f"glossary/{term.id}.html" for term in corpus.terms}
    for path, content in search_files(corpus, urls, terms, {}, own):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    scripts = Path("assets/javascripts/search")
    (folder / scripts).mkdir(parents=True)
    for script in (ROOT / "overrides" / scripts).glob("*.js"):  # as the site has them
        (folder / scripts / script.name).write_text(jsmin(script.read_text(encoding="utf-8")), encoding="utf-8")
    _write_page(folder, _WORKER.replace("SCRIPT", f"{scripts}/worker.js").replace("SETUP", "{}"))
    return True


def fill_material(folder: Path, pages: Sequence[Document]) -> bool:
    """The theme's worker, and the index that its plugin makes of the pages; with jieba, if that is installed."""
    config = load_config(
        config_file_path=None, site_name="bench", theme={"name": "material", "language": "zh"}, plugins=["search"]
    )
    plugin = config.plugins["material/search"]
    assert isinstance(plugin, SearchPlugin)
    plugin.on_startup(command="build", dirty=False)
    plugin.on_config(config)
    for page in pages:
        plugin.search_index.add_entry_from_context(
            SimpleNamespace(meta={}, content=page.content, toc=[], url=page.url, title=page.sections[0].heading)
        )
    index = plugin.search_index.generate_search_index(None)
    (folder / "search").mkdir()
    (folder / "search" / "search_index.json").write_text(index, encoding="utf-8")
    scripts = Path(material.__file__).parent / "templates" / "assets" / "javascripts"
    for name in ("workers", "lunr"):
        shutil.copytree(scripts / name, folder / name, ignore=shutil.ignore_patterns("*.map"))
    (worker,) = (folder / "workers").glob("search.*.js")
    setup = "await (await fetch('search/search_index.json')).json()"
    script = _WORKER.replace("SCRIPT", f"workers/{worker.name}").replace(
        "SETUP", f"{{ ...({setup}), options: {{ suggest: false }} }}"
    )
    _write_page(folder, script)
    return True


def fill_pagefind(folder: Path, pages: Sequence[Document], tools: Path) -> bool:
    """Pagefind's own index of the pages; the program comes from npm."""
    program = installed_pagefind(tools)
    if program is None:
        return False
    for page in pages:
        target = folder / page.url
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f"{_SHELL}<main data-pagefind-body>{page.content}</main>", encoding="utf-8")
    subprocess.run([str(program), "--site", str(folder), "--quiet"], check=True)
    for page in pages:
        (folder / page.url).unlink()
    _write_page(folder, _PAGEFIND_PAGE)
    return True


def fill_library(folder: Path, lib: Library, pages: Sequence[Document], tools: Path) -> bool:
    """The texts of the pages and a library that indexes them in the browser; the library comes from npm."""
    if (lib.has_words and not find_spec("jieba")) or not _installed(lib.package, lib.script, tools):
        return False
    _write_page(folder, write_records(folder, lib, pages, tools / "node_modules"))
    return True


def installed_pagefind(tools: Path) -> Path | None:
    """Pagefind's program, from npm into `tools`; None where there is no npm, or it cannot be had."""
    return _installed(PAGEFIND, ".bin/pagefind", tools)


def _installed(package: str, path: str, tools: Path) -> Path | None:
    """A file of a package that npm puts into `tools`; None where there is no npm, or it cannot be had."""
    target = tools / "node_modules" / path
    npm = shutil.which("npm")
    if not target.is_file() and npm:
        subprocess.run([npm, "install", "--silent", "--prefix", str(tools), package], check=False)
    return target if target.is_file() else None


def _write_page(folder: Path, scripts: str) -> None:
    (folder / "bench.html").write_text(f"{_SHELL}{scripts}</html>", encoding="utf-8")


def index_files(folder: Path) -> list[bytes]:
    """What the search adds to a site, programs included."""
    return [path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file() and path.name != "bench.html"]


def as_json(value: object) -> str:
    """One form for results that are kept."""
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
