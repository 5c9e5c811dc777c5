"""A MkDocs configuration in, the site of `mkdocs build --strict` out: on all processors, only what changed made anew.

Scripts of our own go out without comments and indentation: a third less to load.

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
from functools import lru_cache
from html import unescape
from importlib.metadata import version
from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from markdown import Markdown
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import File, Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page, _ExtractTitleTreeprocessor, _RelativePathTreeprocessor
from mkdocs.structure.toc import get_toc
from rjsmin import jsmin

from notice_site.execution.output_tree import Stamp, stamp
from notice_site.execution.parallel import spread
from notice_site.execution.progress import Progress, Told
from notice_site.rendering.quick_inline import QuickInline

_RENDERERS = ("mkdocs", "mkdocs-material", "Markdown", "Jinja2", "pymdown-extensions")
_ADDRESS = re.compile(r'(?:href|src)="([^"#?:]+)')  # takes ../notices/1.html of ../notices/1.html#sec_1; no https:
_ID = re.compile(r'<(?:[a-z][^>]*?\sid|a\s[^>]*?name)=["\']?([^"\'\s>]+)')  # takes sec_1 of <h2 id="sec_1">


@dataclass(frozen=True, slots=True)
class Rendered:
    """What is known of a rendered page: the key of all that it was made from, and the files of the site it links to.

    Its places, and the places elsewhere that it links to, are kept beside it in the cache.
    """

    key: str
    targets: list[str]
    faults: list[str]


@dataclass(frozen=True, slots=True)
class Places:
    """The ids of a page, and those it links to, with the link as written, by the source of the page they are on."""

    ids: list[str]
    anchors: dict[str, dict[str, str]]


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
    parser.add_argument("--quiet", action="store_true", help="do not tell how far the work is")
    options = parser.parse_args(arguments)
    gc.set_threshold(100_000, 50, 100)  # Markdown makes very many small values that live as long as a page
    faults = _Faults()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(faults)
    logger.setLevel(logging.WARNING)
    progress = Progress(sys.stderr, options.quiet)
    try:
        config = load_config(options.config_file, site_dir=options.site_dir, strict=True)
        found = render(config, options.cache, faults, progress.stage("pages to site"))
    except (MkDocsException, OSError) as error:
        found = [*faults.taken(), f"ERROR: {error}"]
    finally:
        progress.end()
        logger.removeHandler(faults)
    for fault in dict.fromkeys(found):
        print(fault)
    return 1 if found else 0


def render(config: MkDocsConfig, cache: Path, faults: _Faults, told: Told) -> list[str]:
    """Renders all pages and copies all other files; what is wrong with them."""
    files = get_files(config)
    env = config.theme.get_env()
    env.bytecode_cache = _compiled_templates(cache)
    files.add_files_from_theme(env, config)
    set_exclusions(files, config)
    nav = get_navigation(files, config)
    pages = files.documentation_pages()
    for file in pages:
        if file.page is None:
            Page(None, file, config)
    for page in nav.pages:  # their titles stand on every page
        named = page.title is not None
        page.read_source(config)
        if not named and "title" not in page.meta:
            _convert(page, config, files)
    by_address = {file.dest_uri: file.src_uri for file in files}
    basis = _basis(config, [(page.title, page.url) for page in nav.pages])
    known = _remembered(cache)
    gone = {target for page in known.values() for target in page.targets} - files.src_uris.keys()

    def rendered(file: File) -> Rendered:
        key = hashlib.sha256(f"{basis}\n{file.src_uri}\n".encode() + file.content_bytes).hexdigest()
        before = known.get(file.src_uri)
        kept = _kept(cache, key)
        whole = kept.is_file() and kept.with_suffix(".json").is_file()
        if before and before.key == key and whole and gone.isdisjoint(before.targets):
            _link(kept, Path(file.abs_dest_path))
            return before
        page = file.page
        assert page is not None
        if page.content is None:
            _convert(page, config, files)
        targets = _targets(page, by_address)
        mkdocs_build._build_page(page, config, pages, nav, env)
        found = Rendered(key, targets, faults.taken())
        kept.parent.mkdir(parents=True, exist_ok=True)
        _write_json(kept.with_suffix(".json"), asdict(_places(page)))
        _link(Path(file.abs_dest_path), kept)
        page.content = page.markdown = ""  # not None: MkDocs would forget the title
        page.toc = None  # type: ignore[assignment] # nobody asks again
        return found

    said = faults.taken()
    done = dict(zip([file.src_uri for file in pages], spread(rendered, pages, told=told), strict=True))
    said += [fault for page in done.values() for fault in page.faults]
    static = (file for file in files if not file.is_documentation_page())
    _copy([file for file in static if file.inclusion.value > InclusionLevel.DRAFT.value], config, cache)
    for template in config.theme.static_templates:
        mkdocs_build._build_theme_template(template, env, files, config, nav)
    broken = _broken(done, known, cache, files, config, faults)
    said += [*faults.taken(), *(fault for found in broken.values() for fault in found)]
    _remember(cache, {uri: page for uri, page in done.items() if not page.faults and uri not in broken})
    return said


def _convert(page: Page, config: MkDocsConfig, files: Files) -> None:
    """What Page.render does, but for the reading of the whole page once more to find its ids: see `_places`."""
    page.read_source(config)
    markdown = Markdown(
        extensions=[*config.markdown_extensions, QuickInline()], extension_configs=config.mdx_configs or {}
    )
    addresses = _RelativePathTreeprocessor(page.file, files, config)
    addresses._register(markdown)
    title = _ExtractTitleTreeprocessor()
    title._register(markdown)
    page.content = markdown.convert(page.markdown or "")
    page.toc = get_toc(getattr(markdown, "toc_tokens", []))
    page._title_from_render = title.title
    page.links_to_anchors = addresses.links_to_anchors


def _compiled_templates(cache: Path) -> FileSystemBytecodeCache:
    """Where Jinja keeps the templates of the theme, by their content."""
    folder = cache / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder))


def _copy(files: Sequence[File], config: MkDocsConfig, cache: Path) -> None:
    """Copies files to the site; one that nobody has touched since it was copied before is there under a second name.

    The scripts of the custom theme lose what only their authors read.
    """
    made_by = [hashlib.sha256(Path(__file__).read_bytes()).hexdigest(), version("rjsmin")]
    before = _remembered_copies(cache, made_by)

    def copied(file: File) -> Stamp | None:
        place, kept = Path(file.abs_dest_path), cache / "static" / file.dest_uri
        known = stamp(Path(file.abs_src_path or ""))
        if known and before.get(file.dest_uri) == known and kept.is_file():
            _link(kept, place)
            return known
        file.copy_file()
        if file.src_dir == config.theme.custom_dir and place.suffix == ".js":
            place.write_text(jsmin(place.read_text("utf-8")), "utf-8")
        _link(place, kept)
        return known

    stamps = dict(zip([file.dest_uri for file in files], spread(copied, files), strict=True))
    for address in before.keys() - stamps.keys():
        (cache / "static" / address).unlink(missing_ok=True)
    _write_json(cache / "static.json", [made_by, stamps])


def _broken(
    done: Mapping[str, Rendered],
    known: Mapping[str, Rendered],
    cache: Path,
    files: Files,
    config: MkDocsConfig,
    faults: _Faults,
) -> dict[str, list[str]]:
    """Links to places that no page has, in MkDocs's words, by the page they stand on.

    Only links from or to a page that is not as it was are looked at: those of all other pages were found good.
    """
    changed = {uri for uri, page in done.items() if uri not in known or known[uri].key != page.key}
    places = lru_cache(maxsize=4096)(lambda uri: _read_places(cache, done[uri].key))

    def broken(uri: str) -> list[str]:
        found: dict[File, dict[str, str]] = {}
        for target, anchors in places(uri).anchors.items():
            if target in done and (uri in changed or target in changed):
                missing = {anchor: anchors[anchor] for anchor in anchors.keys() - set(places(target).ids)}
                if missing:
                    found[files.src_uris[target]] = dict(sorted(missing.items()))
        if not found:
            return []
        page = files.src_uris[uri].page
        assert page is not None
        page.links_to_anchors = found
        for file in found:
            assert file.page is not None
            file.page.present_anchor_ids = set(places(file.src_uri).ids)
        page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)
        return faults.taken()

    looked_at = [uri for uri, page in done.items() if uri in changed or not changed.isdisjoint(page.targets)]
    return {uri: found for uri, found in zip(looked_at, spread(broken, looked_at), strict=True) if found}


def _places(page: Page) -> Places:
    ids = {unescape(found) for found in _ID.findall(page.content or "")}
    links = page.links_to_anchors or {}
    return Places(sorted(ids), {file.src_uri: dict(found) for file, found in links.items()})


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


def _read_places(cache: Path, key: str) -> Places:
    return Places(**json.loads(_kept(cache, key).with_suffix(".json").read_bytes()))


def _remembered(cache: Path) -> dict[str, Rendered]:
    """What the last build knew of its faultless pages, by source; a damaged or older memory is none."""
    try:
        found: dict[str, tuple[str, list[str]]] = json.loads((cache / "pages.json").read_bytes())
        return {uri: Rendered(key, targets, []) for uri, (key, targets) in found.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _remembered_copies(cache: Path, made_by: list[str]) -> dict[str, Stamp]:
    """From which states of their sources the files in static/ were made, by address."""
    try:
        known, found = json.loads((cache / "static.json").read_bytes())
        return {address: tuple(state) for address, state in found.items() if state} if known == made_by else {}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _remember(cache: Path, done: Mapping[str, Rendered]) -> None:
    """Keeps what these pages were made from, and only their files."""
    cache.mkdir(parents=True, exist_ok=True)
    _write_json(cache / "pages.json", {uri: (page.key, page.targets) for uri, page in done.items()})
    wanted = {page.key for page in done.values()}
    for folder in cache.glob("??"):
        for path in folder.iterdir():
            if path.stem not in wanted:
                path.unlink(missing_ok=True)


def _write_json(path: Path, value: object) -> None:
    """Whole or not at all."""
    new = path.with_suffix(f".{os.getpid()}")
    new.write_text(json.dumps(value, ensure_ascii=False), "utf-8")
    new.replace(path)


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
