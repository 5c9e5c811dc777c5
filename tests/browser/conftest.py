"""The built site, a server for it, and pages that fail a test on any fault."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from notice_site.model import Corpus
from notice_site.pipeline.reference import read_reference
from tests.browser import marionette
from tests.browser.harness import Visitor
from tests.browser.pictures import write_site_of_many
from tests.browser.profiles import Profiles
from tests.browser.published import published
from tests.project_sources import SOURCES, project_corpus
from tests.search_index.engine_site import opened, write_engine_site

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
PACK = "zhaojingzi-sifeng"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test in this folder is a browser test."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for what all processes of one run of the tests use."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def _made_once(place: Path, make: Callable[[Path], None]) -> Path:
    """The folder `place`, made by the first process that asks."""
    with place.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not place.exists():
            unfinished = place.with_suffix(".unfinished")
            shutil.rmtree(unfinished, ignore_errors=True)
            unfinished.mkdir()
            make(unfinished)
            unfinished.rename(place)
    return place


@pytest.fixture(scope="session")
def site(shared: Path) -> Path:
    """The site as the commands build it from the sources, in a folder of its own."""
    return _made_once(shared / "project", _make_site) / "site"


def _make_site(project: Path) -> None:
    shutil.copytree(ROOT / "docs", project / "docs", copy_function=shutil.copyfile)
    shutil.copyfile(ROOT / "mkdocs.yml", project / "mkdocs.yml")
    (project / "overrides").symlink_to(ROOT / "overrides")
    _run("build_docs.py", "--sources", ROOT / "source_texts", "--docs", project / "docs", "--strict")
    _run("build_site.py", "--project", project, "--site", project / "site")


@pytest.fixture(scope="session")
def site_of_many(shared: Path) -> Path:
    """A site of 52 invented documents."""
    return _made_once(shared / "many", write_site_of_many) / "site"


@pytest.fixture(scope="session")
def bundle(site: Path, shared: Path) -> Path:
    """What `make bundle` writes."""
    return _made_once(shared / "bundle", lambda folder: _run("bundle.py", "--site", site, "--dist", folder))


@pytest.fixture(scope="session")
def pack(shared: Path) -> Path:
    """What `make pack` writes, with a print of one part."""

    def make(folder: Path) -> None:
        _run("pack.py", PACK, "--print", "questions", "--dist", folder, "--work", shared / "packs")

    return _made_once(shared / "pack", make)


def _run(script: str, *arguments: str | Path) -> None:
    command = [sys.executable, str(ROOT / "scripts" / script), *map(str, arguments)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    """What is understood of the sources."""
    return project_corpus()


@pytest.fixture(scope="session")
def engine_folder(corpus: Corpus, shared: Path) -> Path:
    """The search data of the sources in both forms, and a page with the engine."""
    reference, _ = read_reference(SOURCES)
    levels = {level.id: level.name for level in reference.levels}
    return _made_once(
        shared / "检索 引擎", lambda folder: write_engine_site(folder, corpus, reference.readings, levels)
    )


@pytest.fixture(scope="session")
def engine_page(browser: Browser, engine_folder: Path) -> Iterator[Page]:
    """The page that asks the engine."""
    with opened(browser, f"{engine_folder.as_uri()}/") as page:
        yield page


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """The address of the site over http on this machine, with the answers of deploy/nginx.conf, and / at its end."""
    with published(site) as address:
        yield address


@pytest.fixture(scope="session")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[marionette.Firefox]:
    """The installed Firefox; tests with it are skipped where there is none."""
    program = marionette.find_firefox()
    if program is None:
        pytest.skip("Firefox is missing: sudo apt-get install firefox-esr, or name it: FIREFOX=/path/to/firefox")
    with marionette.running(program, tmp_path_factory.mktemp("firefox")) as driver:
        yield driver


@pytest.fixture
def visitor(profiles: Profiles, server: str, site: Path) -> Iterator[Visitor]:
    """Opens pages in any width and form; the test fails if one of them met a fault."""
    visitor = Visitor(profiles, server, site)
    yield visitor
    faults = visitor.close()
    assert not faults, "\n".join(faults)


@pytest.fixture
def page(visitor: Visitor) -> Page:
    """One wide page, nothing opened yet: `page.goto("notices/")`."""
    return visitor.page()
