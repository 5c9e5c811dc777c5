"""A visitor takes a file away in two clicks from home, over http and from the disk."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest

from notice_site.bundling.downloads import download, with_downloads
from tests.browser.harness import Visitor, served
from tests.browser.profiles import Profiles

CONTENT = b"PK\x03\x04 a bundle"
FILE = "downloads/notices-0.1.0-3f2a9c1b.zip"


@pytest.fixture(scope="module")
def with_file(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site with one download, as `make publish` adds it."""
    folder = tmp_path_factory.mktemp("published") / "site"
    shutil.copytree(site, folder, copy_function=os.link)
    page = "downloads/index.html"
    listed = download(FILE, CONTENT, "site", "", "公文集", "0.1.0-3f2a9c1b")
    (filled,) = with_downloads({page: (site / page).read_bytes()}, [listed]).values()
    (folder / page).unlink()  # the site of the other tests stays as it is
    (folder / page).write_bytes(filled)
    (folder / FILE).write_bytes(CONTENT)
    return folder


@pytest.fixture
def guest(profiles: Profiles, with_file: Path) -> Iterator[Visitor]:
    with served(with_file) as address:
        visitor = Visitor(profiles, address, with_file)
        yield visitor
        faults = visitor.close()
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("by", ["http", "file"])
def test_a_file_is_taken_away_in_two_clicks(guest: Visitor, by: Literal["http", "file"]) -> None:
    page = guest.page("index.html", by=by)
    page.locator(".doors").get_by_role("link", name="下载").click()
    with page.expect_download() as taken:
        page.locator("[data-downloads] dd").get_by_role("link").first.click()
    assert Path(taken.value.path()).read_bytes() == CONTENT
