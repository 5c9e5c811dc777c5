"""Whole pages of a few invented notices, from their sources to the text of the page: one of each kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fnmatch import fnmatch
from functools import cache

import pytest

from notice_site.pages.comparison.shared_passages import shared_pages
from notice_site.pages.core.site import Site, site
from notice_site.pages.kinds import KINDS, PACK_KINDS, PageKind, pending_files
from notice_site.pages.tasks.document_tasks import document_task_pages
from notice_site.pipeline.build import generate
from notice_site.pipeline.study_pack import study
from notice_site.pipeline.understand import understand_with_fingerprints
from tests.golden import CASES, Golden, Snapshot
from tests.pages.sample import EDITION

FOLDER = CASES / "pages"
SOURCES = FOLDER / "sources"
DOCS = CASES.parents[1] / "docs"
BY_HAND = {"about.md"}
PACK_HOME = "pack/index.md"
"""The home page of a site that is one study pack."""

SNAPSHOTS = {
    "index.md": "index.md",
    "notices/index.md": "notices/index.md",
    "notices/lines/*.js": "notices/lines/003_yishi.js",
    "notices/*.md": "notices/002_bingqu.md",
    "notices/*.html": "notices/001.html",
    "browse/*.md": "browse/level.md",
    "glossary/index*.md": "glossary/index-number.md",
    "glossary/cards/*.js": "glossary/cards/jieshuisanwen.js",
    "glossary/*.md": "glossary/jieshuisanwen.md",
    "timeline/*.md": "timeline/index.md",
    "tasks/index*.md": "tasks/index.md",
    "tasks/numbers*.md": "tasks/numbers.md",
    "tasks/of-*.md": "tasks/of-002_bingqu.md",
    "tasks/*.md": "tasks/county.md",
    "lineage/missing*.md": "lineage/missing.md",
    "lineage/*.md": "lineage/index.md",
    "compare/index*.md": "compare/index.md",
    "compare/any.md": "compare/any.md",
    "compare/documents/*.js": "compare/documents/003_yishi.js",
    "compare/documents.js": "compare/documents.js",
    "compare/*.csv": "compare/002_bingqu--001_jieshui.csv",
    "compare/*.json": "compare/002_bingqu--001_jieshui.json",
    "compare/shared*.md": "compare/shared.md",
    "compare/items-*.md": "compare/items-002_bingqu--001_jieshui.md",
    "compare/*.md": "compare/002_bingqu--001_jieshui.md",
    "search/*.md": "search/index.md",
    "packs/index.md": "packs/index.md",
    "packs/*/cards.md": "packs/jieshui/cards.md",
    "packs/*/sheets.md": "packs/jieshui/sheets.md",
    "packs/*.md": "packs/jieshui/index.md",
    "data.md": "data.md",
    "downloads/index.md": "downloads/index.md",
    "edition.md": "edition.md",
    "edition.js": "edition.js",
    "review/*.md": "review/index.md",
    "sources/*": "sources/003_yishi.txt",
    "feed.xml": "feed.xml",
    "llms.txt": "llms.txt",
    PACK_HOME: PACK_HOME,
}
"""The page that stands for all whose paths match a pattern; the first pattern that matches counts."""


@cache
def invented() -> Site:
    reference, corpus, _ = understand_with_fingerprints(SOURCES)
    originals = {path.name: path.read_bytes() for path in (SOURCES / "notices").iterdir()}
    return site(corpus, reference.levels, originals, (), EDITION, reference.addresses.redirects)


@cache
def pages() -> Mapping[str, str]:
    """The text of all files that the pipeline makes, and of the pages that only crowded documents have."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("notice_site.reading.read_edition", lambda *_: EDITION)
        files = dict(generate(SOURCES).files)
        files[PACK_HOME] = pack_home()
    crowded = {path: content for kind in (document_task_pages, shared_pages) for path, content in made(kind)}
    return {path: content.decode() for path, content in files.items()} | crowded


def pack_home() -> bytes:
    of = study(SOURCES)
    return of.tree(of.named("jieshui")).tree.files["index.md"]


def made(kind: PageKind) -> Iterator[tuple[str, str]]:
    """The pages of one kind; so few tasks and partners count as many that there are pages for them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("notice_site.pages.tasks.document_tasks._LISTED", 3)
        patch.setattr("notice_site.pages.comparison.shared_passages._MOST_LISTED", 1)
        for page in pending_files(invented(), [kind]):
            content = page.content
            yield page.path, content if isinstance(content, str) else content.decode()


@pytest.mark.parametrize("path", SNAPSHOTS.values())
def test_a_page_is_word_for_word_as_it_was(path: str, golden: Golden) -> None:
    golden(Snapshot(FOLDER / "docs" / path), pages()[path])


def test_the_sources_are_understood_without_a_fault() -> None:
    assert invented().corpus.problems == ()


@pytest.mark.parametrize("kind", dict.fromkeys([*KINDS, *PACK_KINDS]), ids=lambda kind: kind.__name__)
def test_every_kind_of_page_has_a_snapshot(kind: PageKind) -> None:
    paths = {PACK_HOME if kind not in KINDS and path == "index.md" else path for path, _ in made(kind)}
    assert paths & {*SNAPSHOTS.values()}, f"a page that {kind.__name__} makes belongs into SNAPSHOTS"


def test_every_page_matches_a_pattern_that_has_a_snapshot() -> None:
    paths = {page.path for page in pending_files(invented())}
    paths |= {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")} - BY_HAND
    assert [path for path in sorted(paths) if not any(fnmatch(path, pattern) for pattern in SNAPSHOTS)] == []


@pytest.mark.parametrize(("pattern", "path"), SNAPSHOTS.items())
def test_a_snapshot_stands_for_its_own_pattern(pattern: str, path: str) -> None:
    assert next(other for other in SNAPSHOTS if fnmatch(path, other)) == pattern


def test_no_snapshot_is_left_over() -> None:
    kept = {path.relative_to(FOLDER / "docs").as_posix() for path in (FOLDER / "docs").rglob("*") if path.is_file()}
    assert kept == {*SNAPSHOTS.values()}
