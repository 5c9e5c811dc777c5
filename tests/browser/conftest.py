"""The built site, a server for it, and pages of the installed Chromium that fail a test on any fault."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.harness import Visitor, launched, served

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
PACK = "zhaojingzi-sifeng"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test in this folder is a browser test."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def site() -> Path:
    """The site as the commands build it from the sources, once a session, in a folder of its own."""
    project = ROOT / ".cache" / "tests" / "project"
    shutil.rmtree(project, ignore_errors=True)
    project.mkdir(parents=True)
    shutil.copytree(ROOT / "docs", project / "docs", copy_function=shutil.copyfile)
    shutil.copyfile(ROOT / "mkdocs.yml", project / "mkdocs.yml")
    (project / "overrides").symlink_to(ROOT / "overrides")
    scripts, sources, built = ROOT / "scripts", ROOT / "source_texts", project / "site"
    for command in (
        [scripts / "build_docs.py", "--sources", sources, "--docs", project / "docs", "--strict"],
        [scripts / "build_site.py", "--project", project, "--site", built],
    ):
        subprocess.run([sys.executable, *map(str, command)], check=True)
    return built


@pytest.fixture(scope="session")
def dist(site: Path) -> Path:
    """What `make bundle` and `make pack` write."""
    folder = ROOT / ".cache" / "tests" / "dist"
    shutil.rmtree(folder, ignore_errors=True)
    scripts, work = ROOT / "scripts", ROOT / ".cache" / "tests" / "packs"
    for command in (
        [scripts / "bundle.py", "--site", site, "--dist", folder],
        [scripts / "pack.py", PACK, "--dist", folder, "--work", work],
    ):
        subprocess.run([sys.executable, *map(str, command)], check=True, stdout=subprocess.DEVNULL)
    return folder


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """The address of the site over http on this machine, with / at its end."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """The installed Chromium; no browser is ever downloaded."""
    with sync_playwright() as playwright, launched(playwright, tmp_path_factory.mktemp("home")) as browser:
        yield browser


@pytest.fixture
def visitor(browser: Browser, server: str, site: Path) -> Iterator[Visitor]:
    """Opens pages in any width and form; the test fails if one of them met a fault."""
    visitor = Visitor(browser, server, site)
    yield visitor
    faults = visitor.close()
    assert not faults, "\n".join(faults)


@pytest.fixture
def page(visitor: Visitor) -> Page:
    """One wide page, nothing opened yet: `page.goto("notices/")`."""
    return visitor.page()
