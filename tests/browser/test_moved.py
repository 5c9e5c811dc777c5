"""Readers of old addresses arrive, with their ?query and #fragment: over http, from the disk, and without scripts."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import ROOT
from tests.browser.harness import Visitor, served
from tests.browser.profiles import Profiles
from tests.browser.ways import By, both_ways

PAGE = "notices/001_2d29a2eb2623bc71.html"
REDIRECTS = f"""\
notices/old.html: {PAGE}
notices/old.html#p_9: {PAGE}#sec_1
{PAGE}#sec_90: {PAGE}#sec_1
"""


@pytest.fixture(scope="module")
def moved_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of one notice whose addresses were others once."""
    project = tmp_path_factory.mktemp("moved")
    for folder in ("sources/notices", "sources/addresses", "docs"):
        (project / folder).mkdir(parents=True)
    shutil.copy(ROOT / "source_texts/notices/001_2d29a2eb2623bc71.txt", project / "sources/notices")
    (project / "sources/addresses/redirects.yml").write_text(REDIRECTS, "utf-8")
    (project / "sources/addresses/published.txt").write_text("notices/old.html\n#p_9\n#sec_1\n", "utf-8")
    shutil.copy(ROOT / "docs/about.md", project / "docs")
    shutil.copy(ROOT / "mkdocs.yml", project)
    (project / "overrides").symlink_to(ROOT / "overrides")
    for script, *options in (
        ("build_docs.py", "--sources", project / "sources", "--docs", project / "docs", "--strict"),
        ("build_site.py", "--project", project, "--site", project / "site"),
    ):
        subprocess.run([sys.executable, f"{ROOT}/scripts/{script}", *map(str, options)], check=True)
    return project / "site"


@pytest.fixture(scope="module")
def address(moved_site: Path) -> Iterator[str]:
    with served(moved_site) as address:
        yield address


@pytest.fixture
def reader(profiles: Profiles, address: str, moved_site: Path) -> Iterator[Visitor]:
    visitor = Visitor(profiles, address, moved_site)
    yield visitor
    assert not visitor.close()


@both_ways
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("notices/old.html", PAGE),
        ("notices/old.html#sec_1", f"{PAGE}#sec_1"),
        ("notices/old.html?at=sec_1.0-2#sec_1", f"{PAGE}?at=sec_1.0-2#sec_1"),
        ("notices/old.html?at=p_9.0-2#p_9", f"{PAGE}?at=sec_1.0-2#sec_1"),
        (f"{PAGE}#sec_90", f"{PAGE}#sec_1"),
        (f"{PAGE}#sec_2", f"{PAGE}#sec_2"),
    ],
)
def test_an_old_address_leads_to_the_new_one(reader: Visitor, by: By, old: str, new: str) -> None:
    page = reader.page(old, by=by)
    page.wait_for_url(f"**/{new}")
    assert page.locator("h1.title").is_visible()


def test_without_scripts_the_browser_goes_on_by_itself(reader: Visitor) -> None:
    page = reader.page("notices/old.html", scripts=False)
    page.wait_for_url(f"**/{PAGE}")
