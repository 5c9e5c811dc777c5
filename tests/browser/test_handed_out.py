"""What a study group unpacks works from its disk without a network, in Chromium and, if installed, in Firefox."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet
from playwright.sync_api import Browser

from tests.browser.conftest import PACK
from tests.browser.print_steps import STEPS
from tests.browser.reader import Driver, PageDriver, Reader
from tests.bundling.test_epub import check_epub

FOLDER = "学习 资料（第1组）"
FORMS = ("整站", "学习包", "单文件")
"""`make test` takes every other step in Chromium with the one file, and some in Firefox with the pack.

The whole site is opened from the disk by the tests of its pages.
"""
EVERY = 12  # so many steps lie between those that `make test` takes in Firefox


@pytest.fixture(scope="session")
def stick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as people name them, for what they were handed out."""
    folder = tmp_path_factory.mktemp("stick") / FOLDER
    folder.mkdir()
    return folder


@pytest.fixture
def address(request: pytest.FixtureRequest, stick: Path, form: str) -> str:
    """The address of the unpacked bundle, the unpacked pack, or the one file."""
    if form == "单文件":
        (one_file,) = request.getfixturevalue("pack").glob(f"{PACK}-*.html")
        copied = stick / "学习包 单文件.html"
        shutil.copy(one_file, copied)
        return copied.as_uri()
    place = stick / form
    if not place.exists():
        (packed,) = request.getfixturevalue("bundle" if form == "整站" else "pack").glob("*.zip")
        with zipfile.ZipFile(packed) as zipped:
            zipped.extractall(stick)
        (stick / packed.stem).rename(place)
    return place.as_uri()


@pytest.mark.long  # tests/bundling/test_epub.py checks the book of a small site
@pytest.mark.parametrize("of", ["pack", "bundle"])
def test_the_books_of_the_pack_and_of_the_corpus_are_valid(
    request: pytest.FixtureRequest, tmp_path: Path, of: str
) -> None:
    (file,) = request.getfixturevalue(of).glob("*.epub")
    check_epub(file.read_bytes(), tmp_path)


# --- Chromium ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def chromium(browser: Browser) -> Iterator[Driver]:
    """One page of the installed Chromium without a network, that notes each fault."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    context.set_offline(True)
    noted: list[str] = []
    own = ("file:", "data:", "blob:", "about:")
    context.on("request", lambda it: None if it.url.startswith(own) else noted.append(f"leaves the disk: {it.url}"))
    context.on("console", lambda message: noted.append(message.text) if message.type == "error" else None)
    context.on("weberror", lambda error: noted.append(str(error.error)))
    yield PageDriver(context.new_page(), noted)
    context.close()


def _in_chromium(form: str, number: int, name: str) -> ParameterSet:
    often = form == "单文件" and number % 2 == 0
    return pytest.param(form, name, marks=() if often else pytest.mark.long)


@pytest.mark.parametrize(
    ("form", "name"), [_in_chromium(form, number, name) for form in FORMS for number, (name, _) in enumerate(STEPS)]
)
def test_a_step_in_chromium(chromium: Driver, address: str, name: str) -> None:
    take(chromium, address, name)


# --- Firefox -------------------------------------------------------------------------------------


def _in_firefox(form: str, number: int, name: str) -> ParameterSet:
    often = form == "学习包" and number % EVERY == 0
    return pytest.param(form, name, marks=() if often else pytest.mark.long)


@pytest.mark.parametrize(
    ("form", "name"), [_in_firefox(form, number, name) for form in FORMS for number, (name, _) in enumerate(STEPS)]
)
def test_a_step_in_firefox(firefox: Driver, address: str, name: str) -> None:
    take(firefox, address, name)


def take(driver: Driver, address: str, name: str) -> None:
    """Takes one step; no fault may have been noted on the way."""
    before = len(driver.faults())
    dict(STEPS)[name](Reader(driver, address))
    assert driver.faults()[before:] == []
