"""What a study group unpacks works from its disk without a network, in Chromium and, if installed, in Firefox."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.conftest import PACK
from tests.browser.marionette import find_firefox, firefox
from tests.browser.steps import STEPS, Driver, Reader

FOLDER = "学习 资料（第1组）"
FORMS = ("整站", "学习包", "单文件")

every_form = pytest.mark.parametrize("form", FORMS)
every_step = pytest.mark.parametrize("name", [name for name, _ in STEPS])


@pytest.fixture(scope="session")
def handed_out(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The addresses of the unpacked bundle, the unpacked pack, and the one file, in a folder as people name them."""
    folder = tmp_path_factory.mktemp("stick") / FOLDER
    for name in ("整站", "学习包"):
        pattern = f"{PACK}-*.zip" if name == "学习包" else "mass-line-notices-*.zip"
        (packed,) = dist.glob(pattern)
        with zipfile.ZipFile(packed) as zipped:
            zipped.extractall(folder / name)
    (one_file,) = dist.glob(f"{PACK}-*.html")
    shutil.copy(one_file, folder / "学习包 单文件.html")
    places = {"整站": folder / "整站", "学习包": folder / "学习包", "单文件": folder / "学习包 单文件.html"}
    return {name: path.as_uri() for name, path in places.items()}


def test_there_are_at_least_forty_steps() -> None:
    assert len(STEPS) >= 40


# --- Chromium ------------------------------------------------------------------------------------


class Chromium:
    """One page of the installed Chromium without a network, that notes each fault."""

    def __init__(self, context: BrowserContext) -> None:
        self._noted: list[str] = []
        context.set_offline(True)
        context.on("request", lambda request: self._note_request(request.url))
        context.on("console", lambda message: self._noted.append(message.text) if message.type == "error" else None)
        context.on("weberror", lambda error: self._noted.append(str(error.error)))
        self._page: Page = context.new_page()

    def open(self, url: str) -> None:
        self._page.goto("about:blank")
        self._page.goto(url)

    def run(self, script: str, *arguments: Any) -> Any:
        return self._page.evaluate(f"async (args) => {{ {script} }}", list(arguments))

    def click(self, selector: str) -> None:
        self._page.locator(selector).first.click()

    def hover(self, selector: str) -> None:
        self._page.locator(selector).first.hover()

    def press(self, key: str) -> None:
        self._page.keyboard.press(key)

    def faults(self) -> list[str]:
        return self._noted

    def _note_request(self, url: str) -> None:
        if not url.startswith(("file:", "data:", "blob:", "about:")):
            self._noted.append(f"request leaves the disk: {url}")


@pytest.fixture(scope="module")
def chromium(browser: Browser) -> Iterator[Driver]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    yield Chromium(context)
    context.close()


@every_form
@every_step
def test_a_step_in_chromium(chromium: Driver, handed_out: dict[str, str], form: str, name: str) -> None:
    take(chromium, handed_out[form], name)


# --- Firefox -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def installed_firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Driver]:
    program = find_firefox()
    if program is None:
        pytest.skip("Firefox is not installed")
    with firefox(program, tmp_path_factory.mktemp("firefox")) as driver:
        yield driver


@every_form
@every_step
def test_a_step_in_firefox(installed_firefox: Driver, handed_out: dict[str, str], form: str, name: str) -> None:
    take(installed_firefox, handed_out[form], name)


def take(driver: Driver, address: str, name: str) -> None:
    """Takes one step; no fault may have been noted on the way."""
    before = len(driver.faults())
    dict(STEPS)[name](Reader(driver, address))
    assert driver.faults()[before:] == []
