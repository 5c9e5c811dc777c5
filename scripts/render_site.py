"""A MkDocs configuration in, the site of `mkdocs build --strict` out: on all processors, only what changed made anew.

A page depends on its Markdown, on the configuration and the templates, and on the files that it links to being there.
What was rendered from the same before is taken from the cache. Links are checked on every build: those to files when
a page is rendered, those to places in a page against the ids of all pages, cached ones too.
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import json
import logging
import os
import posixpath
import re
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from notice_site.spreading import spread

_RENDERERS = ("mkdocs", "mkdocs-material", "Markdown", "Jinja2", "pymdown-extensions")
_ADDRESS = re.compile(r'(?:href|src)="([^"#?:]+)')  # takes ../notices/1.html of ../notices/1.html#sec_1; no https:


@dataclass(frozen=True, slots=True)
class Rendered:
    """What is known of a rendered page: the key of all that it was made from, its ids, and what it links to."""

    key: str
    ids: list[str]
    anchors: list[tuple[str, str, str]]  # source of the page linked to, id there, link as written
    targets: list[str]  # all files of the site that it links to
    faults: list[str]


class _Faults(logging.Handler):
    """Keeps the warnings that MkDocs utters."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.found.append(f"{record.levelname}: {record.getMessage()}")

    def taken(self) -> list[str]:
        """What has been uttered since the last time."""
        found, self.found = self.found, []
        return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Renders one site; 0: good, 1: faults, which are printed."""
    parser = argparse.ArgumentParser(prog="render_site.py", description="Render docs/ with MkDocs, strictly.")
    parser.add_argument("--config-file", required=True, metavar="FILE", help="mkdocs.yml")
    parser.add_argument("--site-dir", required=True, metavar="OUT", help="empty folder to render into")
    parser.add_argument("--cache", type=Path, required=True, metavar="DIR", help="what was rendered before")
    options = parser.parse_args(arguments)
    gc.set_threshold(100_000, 50, 100)  # Markdown makes very many small values that live as long as a page
    faults = _Faults()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(faults)
    logger.setLevel(logging.WARNING)
    try:
        config = load_config(options.config_file, site_dir=options.site_dir, strict=True)
        found = render(config, options.cache, faults)
    except (MkDocsException, OSError) as error:
        found = [*faults.taken(), f"ERROR: {error}"]
    finally:
        logger.removeHandler(faults)
    for fault in dict.fromkeys(found):
        print(fault)
    return 1 if found else 0


def render(config: MkDocsConfig, cache: Path, faults: _Faults) -> list[str]:
    """Renders all pages and copies all other files; what is wrong with them."""
    files = get_files(config)
    env = config.theme.get_env()
    files.add_files_from_theme(env, config)
    set_exclusions(files, config)
    nav = get_navigation(files, config)
    pages = files.documentation_pages()
    for file in pages:
        if file.page is None:
            Page(None, file, config)
    for page in nav.pages:  # their titles stand on every page
        mkdocs_build._populate_page(page, config, files)
    by_address = {file.dest_uri: file.src_uri for file in files}
    basis = _basis(config, [(page.title, page.url) for page in nav.pages])
    known = _remembered(cache)

    def rendered(file: File) -> Rendered:
        key = hashlib.sha256(f"{basis}\n{file.src_uri}\n".encode() + file.content_bytes).hexdigest()
        before = known.get(file.src_uri)
        kept = _kept(cache, key)
        if before and before.key == key and kept.is_file() and all(uri in files.src_uris for uri in before.targets):
            _link(kept, Path(file.abs_dest_path))
            return before
        page = file.page
        assert page is not None
        if page.content is None:
            mkdocs_build._populate_page(page, config, files)
        targets = _targets(page, by_address)
        mkdocs_build._build_page(page, config, pages, nav, env)
        found = Rendered(key, sorted(page.present_anchor_ids or ()), _anchors(page), targets, faults.taken())
        page.content = page.markdown = ""  # not None: MkDocs would forget the title
        if not found.faults:
            kept.parent.mkdir(parents=True, exist_ok=True)
            _link(Path(file.abs_dest_path), kept)
        return found

    said = faults.taken()
    done = dict(zip([file.src_uri for file in pages], spread(rendered, pages), strict=True))
    said += [fault for page in done.values() for fault in page.faults]
    files.copy_static_files()
    for template in config.theme.static_templates:
        mkdocs_build._build_theme_template(template, env, files, config, nav)
    said += [*faults.taken(), *_broken(done, files, config, faults)]
    _remember(cache, {uri: page for uri, page in done.items() if not page.faults})
    return said


def _broken(done: Mapping[str, Rendered], files: Files, config: MkDocsConfig, faults: _Faults) -> list[str]:
    """Links to places that no page has, in MkDocs's words."""
    ids = {uri: set(page.ids) for uri, page in done.items()}
    for uri, rendered in done.items():
        missing: dict[File, dict[str, str]] = {}
        for target, anchor, link in rendered.anchors:
            if target in ids and anchor not in ids[target]:
                missing.setdefault(files.src_uris[target], {})[anchor] = link
        if missing:
            page = files.src_uris[uri].page
            assert page is not None
            page.links_to_anchors = missing
            for file in missing:
                assert file.page is not None
                file.page.present_anchor_ids = ids[file.src_uri]
            page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)
    return faults.taken()


def _anchors(page: Page) -> list[tuple[str, str, str]]:
    links = page.links_to_anchors or {}
    return [(file.src_uri, anchor, link) for file, anchors in links.items() for anchor, link in anchors.items()]


def _targets(page: Page, by_address: Mapping[str, str]) -> list[str]:
    """The sources of the files of this site that the page's content links to or shows."""
    folder = posixpath.dirname(page.file.dest_uri)
    addresses = {posixpath.normpath(posixpath.join(folder, found)) for found in _ADDRESS.findall(page.content or "")}
    return sorted(by_address[address] for address in addresses if address in by_address)


def _basis(config: MkDocsConfig, nav: Iterable[tuple[str | None, str]]) -> str:
    """A hash of all that every page is made from: configuration, navigation, templates, renderers."""
    digest = hashlib.sha256(Path(config.config_file_path).read_bytes())
    renderers = [(name, version(name)) for name in _RENDERERS]
    digest.update(repr([sys.version, renderers, [*nav], config.extra, config.site_url]).encode())
    digest.update(Path(__file__).read_bytes())
    for folder in config.theme.dirs[:1] if config.theme.custom_dir else ():
        for path in sorted(Path(folder).rglob("*.html")):
            digest.update(f"{path.relative_to(folder)}\n".encode() + path.read_bytes())
    return digest.hexdigest()


# --- what was rendered before --------------------------------------------------------------------


def _kept(cache: Path, key: str) -> Path:
    return cache / key[:2] / f"{key}.html"


def _remembered(cache: Path) -> dict[str, Rendered]:
    """What the last good build knew of its pages, by source; a damaged or older memory is none."""
    try:
        found: dict[str, Any] = json.loads((cache / "pages.json").read_bytes())
        return {uri: Rendered(**{**page, "anchors": [(*a,) for a in page["anchors"]]}) for uri, page in found.items()}
    except (OSError, ValueError, TypeError, KeyError):
        return {}


def _remember(cache: Path, done: Mapping[str, Rendered]) -> None:
    """Keeps what these pages were made from, and only their files."""
    cache.mkdir(parents=True, exist_ok=True)
    new = cache / f"pages.{os.getpid()}"
    new.write_text(json.dumps({uri: asdict(page) for uri, page in done.items()}, ensure_ascii=False), "utf-8")
    new.replace(cache / "pages.json")
    wanted = {_kept(cache, page.key) for page in done.values()}
    for path in cache.glob("??/*.html"):
        if path not in wanted:
            path.unlink()


def _link(source: Path, place: Path) -> None:
    """The same file under a second name; a copy where the file system has no links."""
    place.parent.mkdir(parents=True, exist_ok=True)
    place.unlink(missing_ok=True)
    try:
        os.link(source, place)
    except OSError:
        shutil.copyfile(source, place)


if __name__ == "__main__":
    sys.exit(main())
